package de.integrationskonzept.dokument;

import static de.integrationskonzept.dokument.Musterdateien.pdf;
import static de.integrationskonzept.prozess.Drehbuch.gut;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Anwendungstest
@DisplayName("Dateien an Aufgaben")
class AnlagenTest extends Anlagenfall {

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
            assertThat(datei.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;")
                    .contains("filename*=UTF-8''Haushaltsplan%202027.pdf");
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
}
