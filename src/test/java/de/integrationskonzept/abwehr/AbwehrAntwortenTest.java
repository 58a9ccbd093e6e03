package de.integrationskonzept.abwehr;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Anwendungstest
@Tag("abwehr")
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("Abwehr: was Antworten verraten und verbieten")
class AbwehrAntwortenTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    /** A line of a stack trace, a Java name with its package, SQL, the names of our building blocks. */
    private static final Pattern INNERES = Pattern.compile("\\tat |\\bat [a-z][\\w.]+\\(|\\b(java|org|de|com|jakarta)\\.[a-z]\\w*\\.\\w|"
            + "(?i)\\bselect .* from|insert into|\\bACT_(RU|HI|RE|ID|GE)_|jdbc|mybatis|tomcat|jersey|jackson|whitelabel|hibernate");

    @Autowired
    private Rest rest;
    @Autowired
    private Vorgang vorgang;

    private HttpResponse<String> get(Rest.Person person, String pfad) {
        return person.roh("GET", pfad, "application/json", "application/json", BodyPublishers.noBody());
    }

    @Test
    @DisplayName("22 Actuator: Lebenszeichen ohne Einzelheiten → 200, Kennzahlen nur für Administration und Überwachung, alles andere → 404")
    void actuator() {
        for (Rest.Person person : List.of(rest.ohneAnmeldung(), rest.als("kaemmerei"), rest.als("admin"))) {
            for (String pfad : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
                Rest.Antwort lebt = person.get(pfad);
                assertThat(lebt.status()).as(lebt.text()).isEqualTo(200);
                assertThat(lebt.text()).isEqualTo("{\"status\":\"UP\"}");
            }
        }
        for (String pfad : List.of("/actuator/metrics", "/actuator/metrics/jvm.memory.used")) {
            assertThat(rest.ohneAnmeldung().get(pfad).status()).as(pfad).isEqualTo(401);
            assertThat(rest.als("kaemmerei").get(pfad).status()).as(pfad).isEqualTo(403);
            assertThat(rest.als("admin").get(pfad).status()).as(pfad).isEqualTo(200);
            assertThat(rest.inTasklist("admin").get(pfad).status()).as(pfad).isEqualTo(200);
        }
        String ueberwacht = "/actuator/prometheus";
        assertThat(rest.ohneAnmeldung().lies(ueberwacht, "text/plain").status()).isEqualTo(401);
        assertThat(rest.als("kaemmerei").lies(ueberwacht, "text/plain").status()).isEqualTo(403);
        assertThat(rest.als("admin").lies(ueberwacht, "text/plain").status()).isEqualTo(200);
        assertThat(rest.als("ueberwachung").lies(ueberwacht, "text/plain").status()).isEqualTo(200);
        assertThat(rest.als("ueberwachung").get("/actuator/metrics").status()).isEqualTo(403);
        for (Rest.Person person : List.of(rest.ohneAnmeldung(), rest.als("kaemmerei"), rest.als("admin"))) {
            for (String pfad : List.of("", "/", "/env", "/env/spring.datasource.password", "/beans", "/configprops", "/mappings",
                    "/loggers", "/heapdump", "/threaddump", "/info", "/conditions", "/scheduledtasks", "/flyway", "/sbom", "/logfile",
                    "/httpexchanges", "/health/db", "/health/readiness/db", "/health/", "/HEALTH", "/prometheus/x", "/x/../env", "/%65nv",
                    "/env;x", "//env")) {
                assertThat(person.get("/actuator" + pfad).status()).as(pfad).isEqualTo(404);
            }
            assertThat(person.post("/actuator/shutdown", null).status()).isEqualTo(404);
            assertThat(person.post("/actuator/loggers/ROOT", Map.of("configuredLevel", "TRACE")).status()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("23 Jede Tür verbietet dem Browser, was sie nicht braucht: Schnittstellen und Fehler alles → Kopfzeilen")
    void kopfzeilen() {
        Map<HttpResponse<String>, Integer> antworten = new LinkedHashMap<>();
        antworten.put(get(rest.als("kaemmerei"), "/engine-rest/task/count"), 200);
        antworten.put(get(rest.ohneAnmeldung(), "/engine-rest/task/count"), 401);
        antworten.put(get(rest.als("kaemmerei"), "/engine-rest/gibt-es-nicht"), 404);
        antworten.put(get(rest.als("kaemmerei"), "/engine-rest/task/x"), 404);
        antworten.put(get(rest.inTasklist("kaemmerei"), ENGINE + "/task/count"), 200);
        antworten.put(get(rest.ohneAnmeldung(), ENGINE + "/task/count"), 401);
        antworten.put(get(rest.als("kaemmerei"), "/api/akten"), 200);
        antworten.put(get(rest.ohneAnmeldung(), "/api/akten"), 401);
        antworten.put(get(rest.als("kaemmerei"), "/api/gibt-es-nicht"), 404);
        antworten.put(get(rest.ohneAnmeldung(), "/gibt-es-nicht"), 404);
        antworten.put(get(rest.ohneAnmeldung(), "/camunda/api/admin/setup/default/user/create"), 404);
        antworten.put(get(rest.ohneAnmeldung(), "/actuator/health"), 200);
        antworten.put(get(rest.ohneAnmeldung(), "/actuator/env"), 404);
        antworten.forEach((antwort, status) -> {
            assertThat(antwort.statusCode()).as(antwort.uri().toString()).isEqualTo(status);
            hatGrundschutz(antwort);
            assertThat(kopf(antwort, "Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
            assertThat(kopf(antwort, "Cache-Control")).isEqualTo("no-store");
        });
    }

    @Test
    @DisplayName("23 Die Webanwendungen laden nur Eigenes, führen keine fremden Skripte aus und lassen sich nicht einrahmen → Kopfzeilen")
    void kopfzeilenDerWebanwendungen() {
        Rest.Person person = rest.anmelden("admin");
        for (String pfad : List.of("/", "/camunda/app/welcome/default/", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/")) {
            HttpResponse<String> antwort = get(person, pfad);
            hatGrundschutz(antwort);
            String richtlinie = kopf(antwort, "Content-Security-Policy");
            assertThat(richtlinie).as(pfad).contains("default-src 'none'", "frame-ancestors 'none'").doesNotContain("https:", "*");
            if (!pfad.equals("/")) {
                assertThat(antwort.statusCode()).isEqualTo(200);
                assertThat(richtlinie).contains("object-src 'none'", "base-uri 'self'", "form-action 'self'");
                assertThat(richtlinie.replaceAll(".*(script-src [^;]*);.*", "$1")).matches("script-src 'nonce-[\\w-]+' 'strict-dynamic'");
            }
        }
    }

    @Test
    @DisplayName("23 Auch wenn viele zugleich arbeiten, führt jede Seite genau ihre eigenen Skripte aus → Merkmal in Kopfzeile und Seite gleich")
    void eigenesMerkmal() {
        List<String> falsch = IntStream.range(0, 400).parallel().mapToObj(i -> get(rest.ohneAnmeldung(), "/camunda/app/welcome/default/"))
                .filter(seite -> !seite.body().contains("nonce=\"" + kopf(seite, "Content-Security-Policy")
                        .replaceAll(".*'nonce-([\\w-]+)'.*", "$1") + "\"")).map(HttpResponse::toString).toList();
        assertThat(falsch).isEmpty();
    }

    private static void hatGrundschutz(HttpResponse<String> antwort) {
        Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "same-origin",
                "Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy", "same-origin")
                .forEach((name, wert) -> assertThat(antwort.headers().allValues(name)).as("%s of %s", name, antwort.uri()).containsExactly(wert));
        assertThat(kopf(antwort, "Permissions-Policy")).contains("camera=()", "microphone=()", "geolocation=()");
        assertThat(antwort.headers().firstValue("Server")).isEmpty();
        assertThat(antwort.headers().firstValue("X-Powered-By")).isEmpty();
        assertThat(antwort.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    private static String kopf(HttpResponse<String> antwort, String name) {
        List<String> werte = antwort.headers().allValues(name);
        assertThat(werte).as("%s of %s %s", name, antwort.statusCode(), antwort.uri()).hasSize(1);
        return werte.get(0);
    }

    /** Something wrong that somebody sends, and what it must be answered with. */
    private record Falsch(String methode, String pfad, String art, String inhalt, int status) {

        Falsch(String methode, String pfad, String inhalt, int status) {
            this(methode, pfad, "application/json", inhalt, status);
        }
    }

    private static List<Falsch> falsches(String aufgabe, String wurzel) {
        String lang = "x".repeat(5000);
        List<Falsch> alle = new ArrayList<>(List.of(
                new Falsch("GET", "/gibt/es/nicht", null, 404),
                new Falsch("GET", "/task/gibt-es-nicht", null, 404),
                new Falsch("GET", "/process-instance/gibt-es-nicht", null, 404),
                new Falsch("GET", "/process-definition/gibt-es-nicht/xml", null, 404),
                new Falsch("GET", "/deployment/gibt-es-nicht", null, 404),
                new Falsch("GET", "/task/" + aufgabe + "/variables/gibt-es-nicht", null, 404),
                new Falsch("DELETE", "/task", null, 405),
                new Falsch("PUT", "/process-definition", "{}", 405),
                new Falsch("PATCH", "/task/" + aufgabe, "{}", 405),
                new Falsch("POST", "/task", "text/csv", "a,b", 415),
                new Falsch("POST", "/task", "{", 400),
                new Falsch("POST", "/task", "[1,2", 400),
                new Falsch("POST", "/task", "[]", 400),
                new Falsch("POST", "/task", "\"text\"", 400),
                new Falsch("POST", "/task", "{\"assignee\":{\"a\":1}}", 400),
                new Falsch("GET", "/task?sortBy=x'--&sortOrder=asc", null, 400),
                new Falsch("GET", "/task?sortBy=name&sortOrder=asc,(select+1)", null, 400),
                new Falsch("GET", "/task?dueBefore=morgen", null, 400),
                new Falsch("GET", "/task?processVariables=a_x_b", null, 400),
                new Falsch("GET", "/task?maxResults=-1", null, 400),
                new Falsch("GET", "/task?firstResult=-1", null, 400),
                new Falsch("GET", "/task?maxResults=2001", null, 400),
                new Falsch("GET", "/task?maxResults=viele", null, 400),
                new Falsch("GET", "/history/task?maxResults=99999999999", null, 400),
                new Falsch("POST", "/task/" + aufgabe + "/complete", "{\"variables\":{\"a\":{\"value\":1,\"type\":\"Gibtesnicht\"}}}", 400),
                new Falsch("POST", "/task/" + aufgabe + "/complete", "{\"variables\":{\"a\":{\"value\":\"x\",\"type\":\"Integer\"}}}", 400),
                new Falsch("POST", "/task/" + aufgabe + "/comment/create", "{\"message\":{}}", 400),
                new Falsch("POST", "/task/" + aufgabe + "/claim", "{\"userId\":\"" + lang + "\"}", 400),
                new Falsch("POST", "/group/create", "{\"id\":\"lang\",\"name\":\"" + lang + "\"}", 400),
                new Falsch("POST", "/group/create", "{\"id\":\"nul\",\"name\":\"a\\u0000b\",\"type\":\"" + lang + "\"}", 400),
                new Falsch("POST", "/group/create", "{\"id\":\"kaemmerei\",\"name\":\"noch einmal\"}", 409),
                new Falsch("POST", "/group/create", "{\"id\":\"a b\",\"name\":\"x\"}", 400),
                new Falsch("POST", "/filter/create", "{\"resourceType\":\"Task\",\"name\":\"" + lang + "\",\"query\":{}}", 400),
                new Falsch("POST", "/authorization/create", "{\"type\":1,\"userId\":\"x\",\"groupId\":\"y\",\"resourceType\":1,"
                        + "\"resourceId\":\"*\",\"permissions\":[\"ALL\"]}", 400),
                new Falsch("POST", "/process-definition/key/gibt-es-nicht/start", "{}", 404),
                new Falsch("POST", "/process-definition/key/fremder-vorgang/start", "{\"variables\":{}}", 400),
                new Falsch("POST", "/message", "{\"messageName\":\"gibt-es-nicht\"}", 400),
                new Falsch("POST", "/message", "{}", 400)));
        return alle.stream().map(f -> new Falsch(f.methode(), wurzel + f.pfad(), f.art(), f.inhalt(), f.status())).toList();
    }

    @Test
    @DisplayName("24 Falsche Adressen, Methoden, JSON und Werte → 4xx auf Deutsch, ohne Java-Namen und SQL")
    void fehlerDerAufrufenden() {
        String aufgabe = vorgang.aufgabe();
        List<String> auffaellig = new ArrayList<>();
        pruefe(rest.als("admin"), falsches(aufgabe, "/engine-rest"), auffaellig);
        pruefe(rest.inTasklist("admin"), falsches(aufgabe, ENGINE), auffaellig);
        pruefe(rest.als("kaemmerei"), List.of(
                new Falsch("GET", "/api/akten?ab=viele", null, 400), new Falsch("POST", "/api/akten", "{}", 405),
                new Falsch("DELETE", "/api/akten/x", null, 405), new Falsch("GET", "/api/akten/x", null, 404),
                new Falsch("GET", "/api/gibt/es/nicht", null, 404), new Falsch("GET", "/gibt-es-nicht", null, 404),
                new Falsch("POST", "/", "{}", 405), new Falsch("GET", "/error", null, 404),
                new Falsch("GET", "/engine-rest/deployment", null, 200),
                new Falsch("POST", "/engine-rest/user/create", "{\"profile\":{\"id\":\"x\"}}", 403)), auffaellig);
        pruefe(rest.inTasklist("admin"), List.of(
                new Falsch("GET", "/camunda/api/cockpit/plugin/gibt-es-nicht/default/x", null, 404),
                new Falsch("GET", "/camunda/api/admin/plugin/gibt-es-nicht/default/x", null, 404),
                new Falsch("GET", "/camunda/api/tasklist/plugin/gibt-es-nicht/default/x", null, 404),
                new Falsch("POST", "/camunda/api/cockpit/plugin/base/default/process-instance", "{", 400),
                new Falsch("GET", "/camunda/api/cockpit/plugin/base/gibtesnicht/process-definition/statistics", null, 401),
                new Falsch("GET", "/camunda/app/gibt-es-nicht/default/", null, 404),
                new Falsch("GET", "/camunda/app/cockpit/gibt-es-nicht", null, 404),
                new Falsch("GET", "/camunda/app/cockpit/gibt-es-nicht/", null, 404),
                new Falsch("GET", "/camunda/app/cockpit/scripts/", null, 404),
                new Falsch("GET", "/camunda/app/tasklist/Default/", null, 404)), auffaellig);
        assertThat(auffaellig).isEmpty();
        assertThat(vorgang.offen(aufgabe)).isTrue();
    }

    private static void pruefe(Rest.Person person, List<Falsch> falsches, List<String> auffaellig) {
        for (Falsch falsch : falsches) {
            Rest.Antwort antwort = person.sende(falsch.methode(), falsch.pfad(), falsch.art(), falsch.inhalt() == null
                    ? BodyPublishers.noBody() : BodyPublishers.ofString(falsch.inhalt()));
            if (antwort.status() != falsch.status() || INNERES.matcher(antwort.text()).find()
                    || antwort.status() >= 400 && !antwort.text().matches("(?s).*(Bitte|Die Angabe).*")) {
                auffaellig.add(falsch.methode() + " " + falsch.pfad() + " expected " + falsch.status() + ", but " + antwort);
            }
        }
    }

    @Test
    @DisplayName("24 Eine unbekannte Seite sagt Menschen auf Deutsch, wie es weitergeht → 404")
    void seiteFuerMenschen() {
        Rest.Antwort seite = rest.ohneAnmeldung().lies("/gibt-es-nicht", "text/html");
        assertThat(seite.status()).isEqualTo(404);
        assertThat(seite.art()).contains("text/html");
        assertThat(seite.text()).contains("lang=\"de\"", "Zur Startseite").doesNotContain("gibt-es-nicht");
    }

    @Test
    @DisplayName("24 Ein Fehler der Anwendung → 500 mit einem deutschen Satz und einer Nummer, die im Protokoll steht")
    void fehlerDerAnwendung(CapturedOutput protokoll) {
        String aufgabe = vorgang.aufgabe();
        for (Rest.Antwort antwort : List.of(
                rest.als("admin").post("/engine-rest/task/" + aufgabe + "/bpmnError", Map.of("errorCode", "niemand-faengt")),
                rest.inTasklist("admin").post(ENGINE + "/task/" + aufgabe + "/bpmnError", Map.of("errorCode", "niemand-faengt")))) {
            assertThat(antwort.status()).as(antwort.text()).isEqualTo(500);
            String satz = antwort.json().path("message").asText();
            assertThat(satz).matches("Das hat wegen eines Fehlers .* die Nummer [0-9A-F]{8}\\.");
            assertThat(antwort.text()).doesNotContainPattern(INNERES).doesNotContain("niemand-faengt");
            assertThat(protokoll.getAll()).contains(satz.replaceAll(".*Nummer ([0-9A-F]{8}).*", "reference number $1"));
        }
        assertThat(vorgang.offen(aufgabe)).isTrue();
    }
}
