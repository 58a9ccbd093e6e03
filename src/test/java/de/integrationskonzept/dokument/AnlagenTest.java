package de.integrationskonzept.dokument;

import static de.integrationskonzept.dokument.Musterdateien.pdf;
import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.prozess.Spiel;
import de.integrationskonzept.rolle.Rollen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Dateien an Aufgaben")
class AnlagenTest {

    private static final String IB = "integrationsbeauftragte";

    @Autowired
    Rest rest;
    @Autowired
    Spiel spiel;
    @Autowired
    Rollen rollen;
    @Autowired
    ProcessEngine engine;
    @Autowired
    Anlagen anlagen;

    private Spiel.Akte akte;
    private Task aufgabe;
    private String anAufgabe;
    private String inAkte;

    @BeforeEach
    void beginne() {
        akte = spiel.beginne(stadt()).spieleBis(gut(), "mittel-pruefen");
        aufgabe = akte.aufgabe("mittel-pruefen");
        anAufgabe = "/api/aufgaben/" + aufgabe.getId() + "/anlagen";
        inAkte = "/api/akten/" + akte.id() + "/anlagen";
    }

    private static byte[] teil(String feld, String name, byte[] inhalt) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("--g\r\nContent-Disposition: form-data; name=\"" + feld + "\"; filename=\"" + name + "\"\r\nContent-Type: text/html\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(inhalt);
        bytes.writeBytes("\r\n--g--\r\n".getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static Rest.Antwort sende(Rest.Person person, String weg, String name, byte[] inhalt) {
        return person.sende("POST", weg, "multipart/form-data; boundary=g", HttpRequest.BodyPublishers.ofByteArray(teil("datei", name, inhalt)));
    }

    private JsonNode lege(String rolle, String name) {
        Rest.Antwort antwort = sende(rest.als(rolle), anAufgabe, name, pdf("Haushaltsplan"));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(201);
        return antwort.json();
    }

    private static List<String> namen(Rest.Antwort liste) {
        assertThat(liste.status()).as(liste.text()).isEqualTo(200);
        return StreamSupport.stream(liste.json().spliterator(), false).map(a -> a.path("name").asText()).toList();
    }

    private static void problem(Rest.Antwort antwort, int status, String satz) {
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(status);
        assertThat(antwort.art()).startsWith("application/problem+json");
        assertThat(antwort.json().path("detail").asText()).contains(satz).endsWith(".");
    }

    @Test
    @DisplayName("Die Kämmerei fügt ihrer Aufgabe eine Datei hinzu; wer die Akte liest, findet sie dort mit Aufgabe und Person und lädt sie herunter")
    void vomSchreibtischInDieAkte() {
        JsonNode neu = lege("kaemmerei", "Haushaltsplan 2027.pdf");
        assertThat(neu.path("art").asText()).isEqualTo("PDF");
        assertThat(neu.path("groesse").asLong()).isEqualTo(pdf("Haushaltsplan").length);
        assertThat(rest.als("kaemmerei").get(anAufgabe).json().get(0)).isEqualTo(neu);

        JsonNode gelesen = rest.als("steuerungsgruppe").get(inAkte).json().get(0);
        assertThat(gelesen).isEqualTo(neu);
        assertThat(gelesen.path("aufgabe").asText()).isEqualTo(aufgabe.getName());
        assertThat(gelesen.path("am").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*");
        var kaemmerei = engine.getIdentityService().createUserQuery().userId("kaemmerei").singleResult();
        assertThat(gelesen.path("person").asText()).isEqualTo((kaemmerei.getFirstName() + " " + kaemmerei.getLastName()).strip());

        for (String weg : List.of(inAkte, anAufgabe)) {
            HttpResponse<String> datei = rest.als(weg.equals(inAkte) ? "vorgesetzte" : "kaemmerei").roh("GET", weg + "/" + neu.path("id").asText(),
                    "text/plain", "*/*", HttpRequest.BodyPublishers.noBody());
            assertThat(datei.statusCode()).isEqualTo(200);
            assertThat(datei.body()).isEqualTo(new String(pdf("Haushaltsplan"), StandardCharsets.UTF_8));
            assertThat(datei.headers().firstValue("Content-Type")).hasValue("application/pdf");
            assertThat(datei.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;").contains("filename*=UTF-8''Haushaltsplan%202027.pdf");
            assertThat(datei.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(datei.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
            assertThat(datei.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        }
    }

    @Test
    @DisplayName("Jedes Lesen steht im Zugriffsprotokoll")
    void protokolliert() {
        String id = lege("kaemmerei", "Plan.pdf").path("id").asText();
        rest.als("steuerungsgruppe").get(inAkte);
        rest.als("vorgesetzte").get(inAkte + "/" + id);
        JsonNode zugriffe = rest.als("admin").get("/api/zugriffe?akte=" + akte.wert("aktenzeichen")).json();
        assertThat(StreamSupport.stream(zugriffe.spliterator(), false).filter(z -> z.path("art").asText().equals("Anlage"))
                .map(z -> z.path("person").asText())).containsExactlyInAnyOrder("kaemmerei", "steuerungsgruppe", "vorgesetzte");
    }

    @Test
    @DisplayName("Solange die Aufgabe offen ist, lässt sich die Datei wieder entfernen; danach bleibt sie, wie sie ist")
    void entfernenNurSolangeOffen() {
        String weg = anAufgabe + "/" + lege("kaemmerei", "Falsch.pdf").path("id").asText();
        problem(rest.als("steuerungsgruppe").sende("DELETE", weg, null), 403, "die diese Aufgabe bearbeiten");
        assertThat(rest.als("kaemmerei").sende("DELETE", weg, null).status()).isEqualTo(204);
        problem(rest.als("kaemmerei").sende("DELETE", weg, null), 404, "Bitte laden Sie die Liste neu");
        assertThat(namen(rest.als("vorgesetzte").get(inAkte))).isEmpty();

        String bleibt = anAufgabe + "/" + lege("kaemmerei", "Richtig.pdf").path("id").asText();
        akte.erledige("kaemmerei", "mittel-pruefen", gut().get("mittel-pruefen"));
        for (String person : List.of("kaemmerei", "admin")) {
            problem(rest.als(person).sende("DELETE", bleibt, null), 409, "Aufgabe ist erledigt");
            problem(sende(rest.als(person), anAufgabe, "Spaeter.pdf", pdf("")), 409, "Aufgabe ist erledigt");
        }
        assertThat(namen(rest.als("vorgesetzte").get(inAkte))).containsExactly("Richtig.pdf");
        assertThat(rest.als("kaemmerei").get(bleibt).status()).as("still their own task").isEqualTo(200);
    }

    @Test
    @DisplayName("Andere Rollen finden weder die Aufgabe noch die Datei und können keine hinzufügen; wer die Akte liest, kann nur lesen")
    void andereRollen() {
        String id = lege("kaemmerei", "Plan.pdf").path("id").asText();
        SoftAssertions alle = new SoftAssertions();
        rollen.namen().keySet().forEach(rolle -> {
            boolean liest = List.of(IB, "vorgesetzte", "verwaltungsspitze", "steuerungsgruppe").contains(rolle);
            boolean eigene = rolle.equals("kaemmerei");
            boolean bearbeitet = eigene || rolle.equals(IB);
            alle.assertThat(rest.als(rolle).get(anAufgabe).status()).as(rolle).isEqualTo(liest || eigene ? 200 : 404);
            alle.assertThat(rest.als(rolle).get(anAufgabe + "/" + id).status()).as(rolle).isEqualTo(liest || eigene ? 200 : 404);
            int inDerAkte = rest.als(rolle).get(inAkte).status();
            alle.assertThat(inDerAkte).as(rolle).isEqualTo(liest ? 200 : rolle.equals("prozessverantwortung") ? 403 : 404);
            alle.assertThat(rest.als(rolle).get(inAkte + "/" + id).status()).as(rolle).isEqualTo(inDerAkte);
            alle.assertThat(sende(rest.als(rolle), anAufgabe, "Neu.pdf", pdf(rolle)).status()).as(rolle).isEqualTo(bearbeitet ? 201 : liest ? 403 : 404);
            if (!bearbeitet) {
                alle.assertThat(rest.als(rolle).sende("DELETE", anAufgabe + "/" + id, null).status()).as(rolle).isEqualTo(liest ? 403 : 404);
                String engine = "/engine-rest/task/" + aufgabe.getId() + "/attachment";
                alle.assertThat(rest.als(rolle).get(engine).text()).as(rolle).doesNotContain("Plan.pdf");
                alle.assertThat(rest.als(rolle).lies(engine + "/" + id + "/data", "*/*").text()).as(rolle).doesNotContain("Haushaltsplan");
            }
        });
        alle.assertAll();
        problem(rest.ohneAnmeldung().get(anAufgabe), 401, "melden Sie sich an");
    }

    @Test
    @DisplayName("Wer in derselben Rolle für eine andere Kommune arbeitet, findet nichts davon")
    void andereKommune() {
        String id = lege("kaemmerei", "Plan.pdf").path("id").asText();
        for (String rolle : List.of("kaemmerei", IB)) {
            engine.getIdentityService().setAuthentication(rolle, List.of(rolle), List.of("09222222"));
            try {
                for (Callable<?> tat : List.<Callable<?>>of(() -> anlagen.derAufgabe(aufgabe.getId()), () -> anlagen.ausAufgabe(aufgabe.getId(), id),
                        () -> anlagen.derAkte(akte.id()), () -> anlagen.ausAkte(akte.id(), id), () -> anlagen.lege(aufgabe.getId(), "x.pdf", pdf("")),
                        () -> {
                            anlagen.verlangeBearbeitbar(aufgabe.getId());
                            return null;
                        })) {
                    Refusal abgelehnt = catchThrowableOfType(Refusal.class, tat::call);
                    assertThat(abgelehnt).as(rolle).isNotNull();
                    assertThat(abgelehnt.getStatus().getStatusCode()).as(rolle).isIn(403, 404);
                }
            } finally {
                engine.getIdentityService().clearAuthentication();
            }
        }
        assertThat(namen(rest.als(IB).get(inAkte))).containsExactly("Plan.pdf");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("Zu groß: ein Satz mit der Grenze, ob der Browser die Länge vorher sagt oder nicht")
    void zuGross(boolean mitLaenge) {
        byte[] inhalt = teil("datei", "gross.pdf", Arrays.copyOf(pdf(""), 20 * 1024 * 1024 + 1));
        Rest.Antwort antwort = rest.als("kaemmerei").sende("POST", anAufgabe, "multipart/form-data; boundary=g", mitLaenge
                ? HttpRequest.BodyPublishers.ofByteArray(inhalt) : HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(inhalt)));
        problem(antwort, 413, "Möglich sind 20 MB");
        byte[] nochGroesser = Arrays.copyOf(inhalt, 22 * 1024 * 1024);
        problem(rest.als("kaemmerei").sende("POST", anAufgabe, "multipart/form-data; boundary=g", mitLaenge
                ? HttpRequest.BodyPublishers.ofByteArray(nochGroesser) : HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(nochGroesser))),
                413, "Möglich sind 20 MB");
        assertThat(namen(rest.als("kaemmerei").get(anAufgabe))).isEmpty();
    }

    @Test
    @DisplayName("20 MB gehen; über die Schnittstelle der Engine bleibt es bei 10 MB")
    void geradeNochKleinGenug() {
        byte[] inhalt = Arrays.copyOf(pdf(""), 20 * 1024 * 1024);
        assertThat(sende(rest.als("kaemmerei"), anAufgabe, "gross.pdf", inhalt).status()).isEqualTo(201);
        assertThat(rest.als("kaemmerei").get(anAufgabe).json().get(0).path("groesse").asInt()).isEqualTo(inhalt.length);
        assertThat(sende(rest.als("kaemmerei"), "/engine-rest/task/" + aufgabe.getId() + "/attachment/create", "gross.pdf", inhalt).status()).isEqualTo(413);
    }

    @Test
    @DisplayName("Keine, zwei oder halbe Dateien: ein Satz, was zu tun ist")
    void nichtGenauEine() {
        Rest.Person kaemmerei = rest.als("kaemmerei");
        problem(kaemmerei.sende("POST", anAufgabe, "application/json", HttpRequest.BodyPublishers.ofString("{}")), 400, "genau eine Datei");
        String eine = new String(teil("datei", "a.pdf", pdf("")), StandardCharsets.UTF_8);
        problem(kaemmerei.sende("POST", anAufgabe, "multipart/form-data; boundary=g", HttpRequest.BodyPublishers.ofString(
                eine.replace("--g--\r\n", "") + eine)), 400, "genau eine Datei");
        problem(kaemmerei.sende("POST", anAufgabe, "multipart/form-data; boundary=g", HttpRequest.BodyPublishers.ofString(
                eine.replace("\r\n--g--\r\n", ""))), 400, "noch einmal");
        problem(sende(kaemmerei, anAufgabe, "leer.pdf", new byte[0]), 400, "leer");
        problem(sende(kaemmerei, anAufgabe, "a.pdf", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)), 415, "Möglich sind PDF");
        problem(sende(kaemmerei, "/api/aufgaben/gibt-es-nicht/anlagen", "a.pdf", pdf("")), 404, "Aufgabe gibt es nicht");
        assertThat(namen(kaemmerei.get(anAufgabe))).isEmpty();
    }

    @Test
    @DisplayName("Zwei fügen im selben Augenblick eine Datei gleichen Namens hinzu: beide bleiben, und sie heißen verschieden")
    void zweiZugleich() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService zwei = Executors.newFixedThreadPool(2);
        try {
            List<Future<Rest.Antwort>> antworten = zwei.invokeAll(List.of("kaemmerei", IB).stream().<Callable<Rest.Antwort>>map(rolle -> () -> {
                start.await();
                return sende(rest.als(rolle), anAufgabe, "Beschluss.pdf", pdf(rolle));
            }).toList());
            for (Future<Rest.Antwort> antwort : antworten) {
                assertThat(antwort.get().status()).as(antwort.get().text()).isEqualTo(201);
            }
        } finally {
            zwei.shutdown();
        }
        assertThat(namen(rest.als(IB).get(inAkte))).containsExactlyInAnyOrder("Beschluss.pdf", "Beschluss (2).pdf");
    }

    @Test
    @DisplayName("Die Tür der Engine hält sich an dieselben Regeln, auch für die Administration; Verweise nimmt sie nicht an")
    void andereTuer() {
        String tuer = "/engine-rest/task/" + aufgabe.getId() + "/attachment/create";
        String name = "--g\r\nContent-Disposition: form-data; name=\"attachment-name\"\r\n\r\n../../Plan.exe\r\n";
        for (String person : List.of("kaemmerei", "admin")) {
            Rest.Antwort gut = rest.als(person).sende("POST", tuer, "multipart/form-data; boundary=g", HttpRequest.BodyPublishers.ofString(
                    name + new String(teil("content", "x", pdf(person)), StandardCharsets.UTF_8)));
            assertThat(gut.status()).as(gut.text()).isEqualTo(200);
            Rest.Antwort schlecht = rest.als(person).sende("POST", tuer, "multipart/form-data; boundary=g", HttpRequest.BodyPublishers.ofString(
                    name + new String(teil("content", "x", "<script>".getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8)));
            assertThat(schlecht.status()).as(schlecht.text()).isEqualTo(415);
            Rest.Antwort verweis = rest.als(person).sende("POST", tuer, "multipart/form-data; boundary=g", HttpRequest.BodyPublishers.ofString(
                    name + "--g\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\njavascript:alert(1)\r\n--g--\r\n"));
            assertThat(verweis.status()).as(verweis.text()).isEqualTo(400);
        }
        assertThat(sende(rest.als("steuerungsgruppe"), tuer, "x.pdf", pdf("")).status()).isBetween(400, 499);
        assertThat(sende(rest.als("planung"), tuer, "x.pdf", pdf("")).status()).isBetween(400, 499);
        assertThat(namen(rest.als("kaemmerei").get(anAufgabe))).containsExactlyInAnyOrder("Plan.pdf", "Plan (2).pdf");
    }

    @Test
    @DisplayName("Eine Datei an vertraulichen Notizen sehen nur die Integrationsbeauftragten, auch wenn die Aufgabe erledigt ist")
    void vertraulich() {
        Spiel.Akte geheim = spiel.beginne(stadt()).spieleBis(gut(), "interessen-notieren");
        String notiz = geheim.aufgabe("interessen-notieren").getId();
        String weg = "/api/aufgaben/" + notiz + "/anlagen";
        Rest.Antwort neu = sende(rest.als(IB), weg, "Gespraech.pdf", pdf(""));
        assertThat(neu.status()).as(neu.text()).isEqualTo(201);
        String id = neu.json().path("id").asText();
        for (boolean erledigt : List.of(false, true)) {
            assertThat(namen(rest.als(IB).get("/api/akten/" + geheim.id() + "/anlagen"))).containsExactly("Gespraech.pdf");
            assertThat(rest.als(IB).get("/api/akten/" + geheim.id() + "/anlagen/" + id).status()).isEqualTo(200);
            rollen.namen().keySet().stream().filter(rolle -> !rolle.equals(IB)).forEach(rolle -> {
                for (String pfad : List.of("/api/akten/" + geheim.id() + "/anlagen", "/api/akten/" + geheim.id() + "/anlagen/" + id, weg, weg + "/" + id,
                        "/api/aufgaben/" + notiz + "/akte", "/engine-rest/task/" + notiz + "/attachment/" + id)) {
                    Rest.Antwort antwort = rest.als(rolle).get(pfad);
                    assertThat(antwort.text()).as(rolle + " " + pfad).doesNotContain("Gespraech", "Interessen");
                    assertThat(antwort.status() >= 400 || antwort.text().equals("[]")).as(rolle + " " + pfad + " " + antwort.text()).isTrue();
                }
            });
            if (!erledigt) {
                geheim.erledige(IB, "interessen-notieren", gut().get("interessen-notieren"));
            }
        }
    }

    @Test
    @DisplayName("Aus einer Sitzung heraus ändert nur, wer die Marke der Seite mitschickt: eine fremde Seite kennt sie nicht")
    void fremdeSeite() {
        Rest.Person kaemmerei = rest.inTasklist("kaemmerei");
        problem(sende(kaemmerei.ohne("X-XSRF-TOKEN"), anAufgabe, "a.pdf", pdf("")), 403, "laden Sie die Seite neu");
        problem(sende(kaemmerei.mit("X-XSRF-TOKEN", "geraten"), anAufgabe, "a.pdf", pdf("")), 403, "laden Sie die Seite neu");
        assertThat(sende(kaemmerei, anAufgabe, "a.pdf", pdf("")).status()).isEqualTo(201);
        assertThat(namen(kaemmerei.ohne("X-XSRF-TOKEN").get(anAufgabe))).containsExactly("a.pdf");
    }
}
