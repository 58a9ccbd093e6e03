package de.integrationskonzept.abwehr;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
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
@DisplayName("Abwehr: anmelden, abmelden, gesperrt sein")
class AbwehrAnmeldungTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String ANMELDEN = "/camunda/api/admin/auth/user/default/login/tasklist";
    private static final String ABMELDEN = "/camunda/api/admin/auth/user/default/logout";
    private static final String FORMULAR = "application/x-www-form-urlencoded";
    private static final Map<String, Object> KONTO = Map.of("profile", Map.of("id", "eindringling", "firstName", "E", "lastName", "F"),
            "credentials", Map.of("password", "Fremd-Passwort-1"));

    @Autowired
    private Rest rest;
    @Autowired
    private Vorgang vorgang;

    @Test
    @DisplayName("1 engine-rest ohne Anmeldung → 401")
    void ohneAnmeldung() {
        for (String pfad : List.of("", "/engine", "/engine/default", "/task", "/task/count", "/user", "/deployment", "/version",
                "/process-definition", "/history/process-instance", "/identity/password-policy", "/gibt/es/nicht")) {
            assertThat(rest.ohneAnmeldung().get("/engine-rest" + pfad).status()).as(pfad).isEqualTo(401);
            assertThat(rest.als("kaemmerei", "Falsches-Passwort-1").get("/engine-rest" + pfad).status()).as(pfad).isEqualTo(401);
            vorgang.entsperre("kaemmerei");
        }
    }

    @Test
    @DisplayName("1 Die Schnittstellen hinter den Webanwendungen ohne Anmeldung, in jeder Schreibweise → 401/404")
    void hinterDenWebanwendungen() {
        HttpResponse<String> seite = rest.ohneAnmeldung().roh("GET", "/camunda/app/welcome/default/", "text/html", "text/html",
                BodyPublishers.noBody());
        String marke = Rest.keks(seite, "XSRF-TOKEN");
        Rest.Person gast = rest.ohneAnmeldung().mit("Cookie", "JSESSIONID=" + Rest.keks(seite, "JSESSIONID") + "; XSRF-TOKEN=" + marke)
                .mit("X-XSRF-TOKEN", marke);
        String vorher = bestand();
        for (String wurzel : List.of(ENGINE, "/camunda/api/engine;x/engine/default", "/camunda/api/engine/engine;x/default",
                "/camunda/api/engine/engine/default;x", "/camunda/api;x/engine/engine/default", "/camunda;x/api/engine/engine/default",
                "/camunda//api/engine/engine/default", "/camunda/api//engine/engine/default", "/camunda/api/engine//engine/default",
                "/camunda/api/engine/engine//default", "/camunda/./api/engine/engine/default", "/camunda/api/x/../engine/engine/default",
                "/camunda/api/%65ngine/engine/default", "/camunda/api/engine/%65ngine/default", "/camunda/api/engine/engine/%64efault",
                "/%63amunda/api/engine/engine/default", "/camunda/%61pi/engine/engine/default", "/camunda/api/%2e/engine/engine/default",
                "/x/../camunda/api/engine/engine/default", "//camunda/api/engine/engine/default", "/;x/camunda/api/engine/engine/default")) {
            for (Rest.Person person : List.of(rest.ohneAnmeldung(), gast)) {
                for (String ziel : List.of("/user", "/user/count", "/task", "/deployment", "/history/variable-instance", "/authorization")) {
                    Rest.Antwort antwort = person.get(wurzel + ziel);
                    assertThat(antwort.status()).as(wurzel + ziel + antwort.text()).isIn(401, 404);
                }
            }
            assertThat(gast.post(wurzel + "/user/create", KONTO).status()).as(wurzel).isIn(401, 404);
        }
        for (String pfad : List.of("/camunda/api/cockpit;x/plugin/base/default/process-definition/statistics-count",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics-count",
                "/camunda/api/cockpit/plugin;x/base/default/process-definition/statistics-count",
                "/camunda/api/%63ockpit/plugin/base/default/process-definition/statistics-count", "/camunda/api/admin/plugin/x/default/y",
                "/camunda/api/tasklist/plugin/x/default/y")) {
            assertThat(gast.get(pfad).status()).as(pfad).isIn(401, 404);
        }
        assertThat(bestand()).isEqualTo(vorher);
    }

    @Test
    @DisplayName("2 Modell bereitstellen, Vorgang beginnen, Konto anlegen ohne Anmeldung → 401")
    void schreibenOhneAnmeldung() {
        String vorher = bestand();
        Rest.Person niemand = rest.ohneAnmeldung();
        assertThat(Vorgang.stelleBereit(niemand, "/engine-rest", Vorgang.dateien()).status()).isEqualTo(401);
        assertThat(niemand.post("/engine-rest/process-definition/key/integrationskonzept/start", Map.of()).status()).isEqualTo(401);
        assertThat(niemand.post("/engine-rest/process-definition/key/integrationskonzept/submit-form", Map.of()).status()).isEqualTo(401);
        assertThat(niemand.post("/engine-rest/user/create", KONTO).status()).isEqualTo(401);
        assertThat(niemand.post(ENGINE + "/user/create", KONTO).status()).isEqualTo(401);
        assertThat(bestand()).isEqualTo(vorher);
    }

    private String bestand() {
        Rest.Person admin = rest.als("admin");
        return List.of("deployment", "process-instance", "user").stream().map(was -> admin.get("/engine-rest/" + was + "/count").text())
                .toList().toString();
    }

    @Test
    @DisplayName("11 Schreiben im Browser ohne oder mit fremdem CSRF-Merkmal → 403")
    void csrf() {
        String aufgabe = vorgang.aufgabe();
        Object angaben = Map.of("userId", "kaemmerei");
        String fremd = rest.anmelden("hauptamt").ausweis("X-XSRF-TOKEN");
        for (UnaryOperator<Rest.Person> faelschung : List.<UnaryOperator<Rest.Person>>of(p -> p.ohne("X-XSRF-TOKEN"),
                p -> p.mit("X-XSRF-TOKEN", ""), p -> p.mit("X-XSRF-TOKEN", "geraten"), p -> p.mit("X-XSRF-TOKEN", fremd))) {
            // Each in a session of its own: after a wrong token the session is gone.
            assertThat(faelschung.apply(rest.anmelden("kaemmerei")).post(ENGINE + "/task/" + aufgabe + "/claim", angaben).status())
                    .isEqualTo(403);
            assertThat(faelschung.apply(rest.anmelden("kaemmerei")).post(ABMELDEN, null).status()).isEqualTo(403);
            assertThat(faelschung.apply(rest.anmelden("kaemmerei")).sende("POST", ANMELDEN, FORMULAR,
                    BodyPublishers.ofString("username=kaemmerei&password=" + Anwendungstest.PASSWORT)).status()).isEqualTo(403);
        }
        assertThat(rest.als("admin").get("/engine-rest/task/" + aufgabe).json().path("assignee").isNull()).isTrue();
        assertThat(rest.anmelden("kaemmerei").post(ENGINE + "/task/" + aufgabe + "/claim", angaben).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("12 Die Sitzung hat nach der Anmeldung eine neue Kennung; nach der Abmeldung → 401")
    void sitzung() {
        HttpResponse<String> seite = rest.ohneAnmeldung().roh("GET", "/camunda/app/welcome/default/", "text/html", "text/html",
                BodyPublishers.noBody());
        String vorher = Rest.keks(seite, "JSESSIONID");
        String marke = Rest.keks(seite, "XSRF-TOKEN");
        Rest.Person gast = rest.ohneAnmeldung().mit("Cookie", "JSESSIONID=" + vorher + "; XSRF-TOKEN=" + marke).mit("X-XSRF-TOKEN", marke);
        HttpResponse<String> angemeldet = gast.roh("POST", ANMELDEN, FORMULAR, "application/json",
                BodyPublishers.ofString("username=kaemmerei&password=" + Anwendungstest.PASSWORT));
        assertThat(angemeldet.statusCode()).isEqualTo(200);
        assertThat(Rest.keks(angemeldet, "JSESSIONID")).isNotEqualTo(vorher);
        assertThat(gast.get(ENGINE + "/task/count").status()).as("the session before").isEqualTo(401);

        Rest.Person person = rest.anmelden("kaemmerei");
        assertThat(person.get(ENGINE + "/task/count").status()).isEqualTo(200);
        assertThat(person.get("/api/akten").status()).isEqualTo(200);
        assertThat(person.post(ABMELDEN, null).status()).isEqualTo(200);
        assertThat(person.get(ENGINE + "/task/count").status()).isEqualTo(401);
        assertThat(person.get("/api/akten").status()).isEqualTo(401);
        assertThat(rest.ohneAnmeldung().get("/api/akten;jsessionid=" + vorher).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("12 Der Keks der Sitzung ist für Skripte unsichtbar und kommt nicht von fremden Seiten mit → HttpOnly, SameSite")
    void keks() {
        HttpResponse<String> seite = rest.ohneAnmeldung().roh("GET", "/camunda/app/welcome/default/", "text/html", "text/html",
                BodyPublishers.noBody());
        assertThat(seite.headers().allValues("Set-Cookie")).anySatisfy(keks -> assertThat(keks).startsWith("JSESSIONID=")
                .containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax"));
        assertThat(seite.body()).doesNotContain("jsessionid");
    }

    @Test
    @DisplayName("13 Nach einem falschen Passwort ist das Konto kurz gesperrt, nach zehn ganz, im Browser wie bei HTTP Basic → 401")
    void sperre(CapturedOutput protokoll) {
        vorgang.person("sperrbeispiel", "hauptamt", Anwendungstest.PASSWORT);
        Rest.Person richtig = rest.als("sperrbeispiel");
        Rest.Person falsch = rest.als("sperrbeispiel", "Geratenes-Passwort-7");
        assertThat(richtig.get("/engine-rest/task/count").status()).isEqualTo(200);

        assertThat(falsch.get("/engine-rest/task/count").status()).isEqualTo(401);
        assertThat(richtig.get("/engine-rest/task/count").status()).as("right password, but locked").isEqualTo(401);
        spaeter(1);
        assertThat(richtig.get("/engine-rest/task/count").status()).as("the lock has ended").isEqualTo(200);

        for (int versuch = 0; versuch < 10; versuch++) {
            assertThat(falsch.get("/engine-rest/task/count").status()).isEqualTo(401);
            spaeter(2);
        }
        spaeter(24 * 60);
        assertThat(richtig.get("/engine-rest/task/count").status()).as("locked for good").isEqualTo(401);
        assertThat(richtig.get("/api/akten").status()).isEqualTo(401);
        assertThat(anmeldenImBrowser("sperrbeispiel")).isEqualTo(401);
        assertThat(protokoll.getAll()).doesNotContain("sperrbeispiel", "Geratenes-Passwort-7", Anwendungstest.PASSWORT);

        vorgang.entsperre("sperrbeispiel");
        assertThat(richtig.get("/engine-rest/task/count").status()).as("unlocked by the administration").isEqualTo(200);
        vorgang.entferne("sperrbeispiel");
    }

    private int anmeldenImBrowser(String kennung) {
        HttpResponse<String> seite = rest.ohneAnmeldung().roh("GET", "/camunda/app/welcome/default/", "text/html", "text/html",
                BodyPublishers.noBody());
        String marke = Rest.keks(seite, "XSRF-TOKEN");
        return rest.ohneAnmeldung().mit("Cookie", "JSESSIONID=" + Rest.keks(seite, "JSESSIONID") + "; XSRF-TOKEN=" + marke)
                .mit("X-XSRF-TOKEN", marke).sende("POST", ANMELDEN, FORMULAR,
                        BodyPublishers.ofString("username=" + kennung + "&password=" + Anwendungstest.PASSWORT)).status();
    }

    /** Minutes pass for the engine. */
    private static void spaeter(int minuten) {
        ClockUtil.offset(ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis() + minuten * 60_000L);
    }

    @Test
    @DisplayName("14 Schwaches Passwort beim Anlegen und Ändern eines Kontos → 400 mit einem Satz")
    void schwachesPasswort() {
        vorgang.person("passwortbeispiel", "hauptamt", Anwendungstest.PASSWORT);
        for (String passwort : List.of("geheim", "nurkleinbuchstaben-1", "OHNEKLEIN-12345", "OhneSonderzeichen1", "Passwortbeispiel-1", "Kurz-1")) {
            Object konto = Map.of("profile", Map.of("id", "schwach"), "credentials", Map.of("password", passwort));
            Object neu = Map.of("password", passwort, "authenticatedUserPassword", Anwendungstest.PASSWORT);
            for (Rest.Antwort antwort : List.of(
                    rest.als("admin").put("/engine-rest/user/passwortbeispiel/credentials", neu),
                    rest.inTasklist("admin").put(ENGINE + "/user/passwortbeispiel/credentials", neu))) {
                wirdAbgelehnt(antwort);
            }
            if (!passwort.startsWith("Passwortbeispiel")) {
                wirdAbgelehnt(rest.als("admin").post("/engine-rest/user/create", konto));
                wirdAbgelehnt(rest.inTasklist("admin").post(ENGINE + "/user/create", konto));
            }
        }
        assertThat(rest.als("admin").get("/engine-rest/user/count?id=schwach").text()).contains("0");
        assertThat(rest.als("passwortbeispiel").get("/engine-rest/task/count").status()).isEqualTo(200);
        vorgang.entferne("passwortbeispiel");
    }

    private static void wirdAbgelehnt(Rest.Antwort antwort) {
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
        assertThat(antwort.json().path("message").asText()).contains("Passwort ist zu schwach");
    }

    @Test
    @DisplayName("25 Entzogenes Recht und entfernte Person, Sitzung und HTTP Basic → nach 60 Sekunden abgelehnt")
    void entzogen() {
        vorgang.person("entzugsbeispiel", "kaemmerei", Anwendungstest.PASSWORT);
        String aufgabe = vorgang.aufgabe();
        Rest.Person basic = rest.als("entzugsbeispiel");
        Rest.Person browser = rest.anmelden("entzugsbeispiel");
        assertThat(basic.get("/engine-rest/task/" + aufgabe).status()).isEqualTo(200);
        assertThat(browser.get(ENGINE + "/task/" + aufgabe).status()).isEqualTo(200);

        assertThat(rest.als("admin").sende("DELETE", "/engine-rest/group/kaemmerei/members/entzugsbeispiel", null).status()).isEqualTo(204);
        spaeter(1);
        assertThat(basic.get("/engine-rest/task/" + aufgabe).status()).isIn(403, 404);
        assertThat(browser.get(ENGINE + "/task/" + aufgabe).status()).isIn(403, 404);
        assertThat(browser.post(ENGINE + "/task/" + aufgabe + "/claim", Map.of("userId", "entzugsbeispiel")).status()).isBetween(400, 404);
        assertThat(rest.als("admin").get("/engine-rest/task/" + aufgabe).json().path("assignee").isNull()).isTrue();

        vorgang.entferne("entzugsbeispiel");
        spaeter(1);
        assertThat(basic.get("/engine-rest/task/count").status()).isEqualTo(401);
        assertThat(browser.get(ENGINE + "/task/count").status()).isEqualTo(401);
        assertThat(browser.get("/api/akten").status()).isEqualTo(401);
        assertThat(basic.get("/api/akten").status()).isEqualTo(401);
    }
}
