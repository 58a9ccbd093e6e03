package de.integrationskonzept.cockpit;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Wer die Konzepte im Überblick sieht, und was die Schnittstelle annimmt")
class KonzepteSchnittstelleTest {

    private static final String IB = "integrationsbeauftragte";

    @Autowired
    Rest rest;
    @Autowired
    Spiel spiel;
    @Autowired
    ProcessEngine engine;

    /** Other tests have files, too. */
    private final String ort = "Ort " + UUID.randomUUID().toString().substring(0, 6);

    private JsonNode suche(String wer) {
        Rest.Antwort antwort = rest.als(wer).get("/api/konzepte?suche=" + URLEncoder.encode(ort, StandardCharsets.UTF_8));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return antwort.json();
    }

    @Test
    @DisplayName("Wer die Akten sieht, sieht den Überblick; alle anderen sehen nichts, auch nicht, dass es etwas gibt")
    void rechte() {
        Spiel.Akte akte = spiel.beginne(mit(stadt(), "kommuneName", ort)).spieleBis(gut(), "mittel-pruefen");
        for (String wer : List.of(IB, "vorgesetzte", "verwaltungsspitze", "steuerungsgruppe", "prozessverantwortung", "admin")) {
            assertThat(suche(wer).path("gesamt").asInt()).as(wer).isEqualTo(1);
            Rest.Antwort eine = rest.als(wer).get("/api/konzepte/" + akte.id());
            assertThat(eine.status()).as(wer).isEqualTo(200);
            assertThat(eine.json().path("aufgaben").findValuesAsText("name")).as(wer + ", also not what is confidential").contains("Mittel prüfen")
                    .doesNotContain("Interessen notieren");
            assertThat(eine.text()).as("by role, not by name").doesNotContain("Amira Beispiel", "Rita Muster");
        }
        for (String wer : List.of("kaemmerei", "fachbereich-soziales", "modellpflege", "stakeholder")) {
            JsonNode nichts = suche(wer);
            assertThat(nichts.path("gesamt").asInt()).as(wer).isZero();
            assertThat(nichts.path("phasen")).as(wer).isEmpty();
            assertThat(rest.als(wer).bytes("/api/konzepte.csv")).as(wer + ": only the head").asString(StandardCharsets.UTF_8).hasLineCount(1);
            assertThat(rest.als(wer).get("/api/konzepte/" + akte.id()).status()).as(wer).isEqualTo(404);
        }
        for (String weg : List.of("/api/konzepte", "/api/konzepte.csv", "/api/konzepte/" + akte.id())) {
            assertThat(rest.ohneAnmeldung().get(weg).status()).isEqualTo(401);
        }
        var recht = engine.getAuthorizationService().createAuthorizationQuery().resourceType(20).resourceId(akte.id()).groupIdIn("vorgesetzte").singleResult();
        engine.getAuthorizationService().deleteAuthorization(recht.getId());
        assertThat(suche("vorgesetzte").path("gesamt").asInt()).as("the right was taken away").isZero();
    }

    @Test
    @DisplayName("Die CSV-Datei enthält alle gefundenen Zeilen für eine deutsche Tabellenkalkulation, und keine Zelle wird zur Formel")
    void csv() {
        List<String> namen = List.of("=1+1", "b;c", "d \"e\"");
        namen.forEach(name -> spiel.beginne(mit(stadt(), "kommuneName", name + ort, "aktenzeichen", ort + "." + namen.indexOf(name))));
        String csv = new String(rest.als(IB).bytes("/api/konzepte.csv?sortierung=aktenzeichen&anzahl=1&suche=" + URLEncoder.encode(ort, StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFKommune;Aktenzeichen;Stand;Phase;Startreife;Geplantes Ende;Erwartetes Ende;Verzug in Tagen;");
        assertThat(csv.split("\r\n")).hasSize(4);
        assertThat(csv.split("\r\n")[1]).isEqualTo("'=1+1" + ort + ";" + ort + ".0;läuft;Vorabklärung;noch offen;31.12.2028;31.12.2028;0;;1;0;"
                + "Integrationsbeauftragte: 1;0;;24.11.2026;");
        assertThat(csv).contains("\r\n\"b;c" + ort + "\";Ort", "\r\n\"d \"\"e\"\"" + ort + "\";Ort");
        assertThat(KonzepteCsv.text("-3")).isEqualTo("'-3");
        assertThat(KonzepteCsv.text("+3\n4")).isEqualTo("\"'+3\n4\"");
    }

    @ParameterizedTest(name = "{0} → 400")
    @ValueSource(strings = {"sortierung=verzug;drop", "richtung=quer", "ab=-1", "ab=99999999", "ab=x", "anzahl=0", "anzahl=51", "lage=irgendwie",
            "suche=a%00b", "phase=%0D%0A", "suche=" + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    @DisplayName("Unlesbare Angaben werden mit einem Satz abgelehnt, der sagt, was erwartet wird")
    void unlesbar(String abfrage) {
        for (String weg : List.of("/api/konzepte?", "/api/konzepte.csv?")) {
            Rest.Antwort antwort = rest.als("prozessverantwortung").get(weg + abfrage);
            assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
            assertThat(antwort.json().path("detail").asText()).startsWith("Die Angabe „" + abfrage.split("=")[0] + "“ ist nicht lesbar: Erwartet wird ");
        }
        assertThat(rest.als("prozessverantwortung").get("/api/konzepte/gibt-es-nicht").status()).isEqualTo(404);
    }
}
