package de.integrationskonzept.cockpit;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.akte.Aktenaufgaben;
import de.integrationskonzept.prozess.Spiel;
import de.integrationskonzept.rolle.Rollen;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Was in einer Akte bisher geantwortet und getan wurde")
class AntwortenTest {

    private static final String GEHEIM = "Streng-vertraulich-4712";

    @Autowired
    Rest rest;
    @Autowired
    Spiel spiel;
    @Autowired
    Rollen rollen;
    @Autowired
    ProcessEngine engine;
    @Autowired
    Antworten antworten;
    @Autowired
    Aktenaufgaben aufgaben;

    private static Stream<JsonNode> liste(Rest.Antwort antwort) {
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return StreamSupport.stream(antwort.json().spliterator(), false);
    }

    private JsonNode schritt(Spiel.Akte akte, String name) {
        return liste(rest.als("vorgesetzte").get("/api/akten/" + akte.id() + "/antworten")).filter(s -> s.path("schritt").asText("").equals(name))
                .findFirst().orElseThrow(() -> new AssertionError("nothing answered at " + name));
    }

    private static String antwort(JsonNode schritt, String frage) {
        return StreamSupport.stream(schritt.path("antworten").spliterator(), false).filter(a -> a.path("frage").asText().startsWith(frage))
                .map(a -> a.path("antwort").asText()).findFirst().orElseThrow(() -> new AssertionError("no " + frage + " in " + schritt));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"integrationsbeauftragte", "vorgesetzte", "verwaltungsspitze", "steuerungsgruppe"})
    @DisplayName("Wer die Akte liest, liest Schritt für Schritt Fragen und Antworten, wie sie im Formular stehen")
    void inWorten(String rolle) {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-zusagen");
        List<JsonNode> schritte = liste(rest.als(rolle).get("/api/akten/" + akte.id() + "/antworten")).toList();
        JsonNode beginn = schritte.get(0);
        assertThat(beginn.path("schritt").isNull()).isTrue();
        assertThat(beginn.path("antworten").toString()).contains("Kreisfreie Stadt", "Musterstadt", "120.000", "01.01.2027")
                .doesNotContain("kreisfreie-stadt", "kommuneTyp", "2027-01-01");
        JsonNode mittel = schritt(akte, "Mittel prüfen");
        assertThat(mittel.path("rolle").asText()).isEqualTo("Kämmerei");
        assertThat(mittel.path("am").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*");
        assertThat(mittel.path("antworten").toString()).contains("51.000");
        assertThat(schritte.toString()).doesNotContain(List.of("aufgabeId", "processInstance", akte.id()));
    }

    @Test
    @DisplayName("Wird ein Schritt noch einmal getan, steht nur die neue Antwort da; der Verlauf kennt beide Male")
    void neuesterStand() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "ausrichtung-entscheiden");
        akte.erledige("verwaltungsspitze", "ausrichtung-entscheiden", zeile("ausrichtungEinverstanden", "nein", "ausrichtungRueckfrage", "Was kostet es?"));
        akte.erledige("integrationsbeauftragte", "ausrichtung-vorbereiten", gut().get("ausrichtung-vorbereiten"));
        akte.erledige("verwaltungsspitze", "ausrichtung-entscheiden", gut().get("ausrichtung-entscheiden"));
        String name = "Ausrichtung entscheiden";
        assertThat(liste(rest.als("vorgesetzte").get("/api/akten/" + akte.id() + "/antworten")).filter(s -> s.path("schritt").asText().equals(name)))
                .hasSize(1);
        assertThat(antwort(schritt(akte, name), "Warum?")).isEqualTo("Grundsätze zuerst");
        assertThat(antwort(schritt(akte, name), "Wie ausführlich wird das Konzept?")).isNotEqualTo("rahmen").startsWith("Rahmenkonzept");
        assertThat(liste(rest.als("vorgesetzte").get("/api/akten/" + akte.id() + "/verlauf")).filter(z -> z.path("schritt").asText().equals(name))).hasSize(2);
    }

    @Test
    @DisplayName("Der Verlauf nennt Schritt, Tag, Rolle und Person, und was im Auftrag erfasst wurde")
    void verlauf() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "auftrag-erteilen");
        akte.erledige("integrationsbeauftragte", "auftrag-erteilen", gut().anders("auftrag-erteilen", "auftragImAuftrag", true).get("auftrag-erteilen"));
        JsonNode letzter = liste(rest.als("steuerungsgruppe").get("/api/akten/" + akte.id() + "/verlauf"))
                .filter(z -> z.path("schritt").asText().equals("Auftrag erteilen")).reduce((a, b) -> b).orElseThrow();
        assertThat(letzter.path("imAuftrag").asBoolean()).isTrue();
        var person = engine.getIdentityService().createUserQuery().userId("integrationsbeauftragte").singleResult();
        assertThat(letzter.path("person").asText()).isEqualTo((person.getFirstName() + " " + person.getLastName()).strip());
        assertThat(letzter.path("rolle").asText()).isEqualTo("Verwaltungsspitze");
        assertThat(letzter.path("am").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*");
        Spiel.Akte selbst = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-zusagen");
        assertThat(liste(rest.als("steuerungsgruppe").get("/api/akten/" + selbst.id() + "/verlauf")).map(z -> z.path("schritt").asText()))
                .contains("Auftrag erteilen");
        assertThat(liste(rest.als("steuerungsgruppe").get("/api/akten/" + selbst.id() + "/verlauf"))).noneMatch(z -> z.path("imAuftrag").asBoolean());
    }

    @Test
    @DisplayName("Die Prozessverantwortung sieht den Verlauf nach Rollen, ohne Personen, und keine Antworten")
    void prozessverantwortung() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        List<JsonNode> zeilen = liste(rest.als("prozessverantwortung").get("/api/akten/" + akte.id() + "/verlauf")).toList();
        assertThat(zeilen).isNotEmpty().allSatisfy(z -> {
            assertThat(z.path("person").isNull()).isTrue();
            assertThat(z.path("rolle").asText()).isNotBlank();
        });
        assertThat(rest.als("prozessverantwortung").get("/api/akten/" + akte.id() + "/antworten").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("Wer nur eigene Aufgaben hat, liest davon nur, was er selbst geantwortet hat")
    void nurEigenes() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "mittel-pruefen");
        String aufgabe = akte.aufgabe("mittel-pruefen").getId();
        String weg = "/api/aufgaben/" + aufgabe + "/akte";
        JsonNode vorher = rest.als("kaemmerei").get(weg).json();
        assertThat(vorher.path("akte").isNull()).isTrue();
        assertThat(vorher.path("bearbeitbar").asBoolean()).isTrue();
        assertThat(vorher.path("antworten")).isEmpty();
        akte.erledige("kaemmerei", "mittel-pruefen", gut().get("mittel-pruefen"));

        JsonNode nachher = rest.als("kaemmerei").get(weg).json();
        assertThat(nachher.path("offen").asBoolean()).isFalse();
        assertThat(nachher.path("bearbeitbar").asBoolean()).isFalse();
        assertThat(nachher.path("antworten")).hasSize(1);
        assertThat(nachher.path("antworten").get(0).path("schritt").asText()).isEqualTo("Mittel prüfen");
        assertThat(nachher.toString()).contains("51.000").doesNotContain("Amira", "Projektleitung");
        for (String pfad : List.of("antworten", "verlauf", "anlagen", "dokumente")) {
            assertThat(rest.als("kaemmerei").get("/api/akten/" + akte.id() + "/" + pfad).status()).as(pfad).isEqualTo(404);
        }
        for (String fremd : List.of("planung", "hauptamt", "gemeinde", "stakeholder", "modellpflege", "prozessverantwortung")) {
            assertThat(rest.als(fremd).get(weg).status()).as(fremd).isEqualTo(404);
        }
        assertThat(rest.als("steuerungsgruppe").get(weg).json().path("akte").asText()).isEqualTo(akte.id());
    }

    @Test
    @DisplayName("Wer nebenbei die Prozessverantwortung hat, liest deshalb keine Antworten anderer")
    void zweiRollen() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-zusagen");
        String aufgabe = engine.getHistoryService().createHistoricTaskInstanceQuery().taskDefinitionKey("mittel-pruefen")
                .processInstanceBusinessKey((String) akte.wert("aktenzeichen")).singleResult().getId();
        engine.getIdentityService().setAuthentication("kaemmerei", List.of("kaemmerei", "prozessverantwortung"), List.of("09999999"));
        try {
            assertThat(antworten.eigene(aufgaben.lies(aufgabe, "Aufgabe"))).extracting(Antworten.Schritt::schritt).containsExactly("Mittel prüfen");
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Test
    @Tag("R14")
    @Tag("R46")
    @DisplayName("R14, R46: Vertrauliches steht weder in den Antworten noch im Verlauf, für niemanden")
    void vertraulich() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "interessen-notieren");
        akte.erledige("integrationsbeauftragte", "interessen-notieren", zeile("interessenKeine", false,
                "interessen", List.of(zeile("thema", GEHEIM, "wer", "Fraktion", "interesse", GEHEIM)),
                "haltungen", List.of(zeile("organisation", GEHEIM, "haltung", "ablehnend", "hebel", GEHEIM))));
        for (String person : Stream.concat(rollen.namen().keySet().stream(), Stream.of("admin")).toList()) {
            for (String pfad : List.of("antworten", "verlauf")) {
                assertThat(rest.als(person).get("/api/akten/" + akte.id() + "/" + pfad).text()).as(person + " " + pfad)
                        .doesNotContain(GEHEIM, "Interessen notieren", "Interessen und Haltungen");
            }
        }
    }

    @Test
    @DisplayName("Von jedem Vorgang einer Akte führt ein Weg zu ihr, aber nur für die, die sie sehen")
    void vomVorgangZurAkte() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "mittel-pruefen");
        for (String vorgang : akte.instanzen()) {
            for (String rolle : List.of("integrationsbeauftragte", "prozessverantwortung", "admin")) {
                assertThat(rest.als(rolle).get("/api/vorgaenge/" + vorgang + "/akte").json().path("akte").asText()).as(rolle).isEqualTo(akte.id());
            }
            assertThat(rest.als("kaemmerei").get("/api/vorgaenge/" + vorgang + "/akte").status()).isEqualTo(404);
        }
        assertThat(rest.als("admin").get("/api/vorgaenge/gibt-es-nicht/akte").status()).isEqualTo(404);
    }
}
