package de.integrationskonzept.cockpit;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Drehbuch;
import de.integrationskonzept.prozess.Spiel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Wo eine Aufgabe in ihrer Akte steht")
class EinordnungTest {

    @Autowired
    Rest rest;
    @Autowired
    Spiel spiel;
    @Autowired
    ProcessEngine engine;

    private JsonNode bild(String person, Task aufgabe) {
        Rest.Antwort antwort = rest.als(person).get("/api/aufgaben/" + aufgabe.getId() + "/einordnung");
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return antwort.json();
    }

    private static Stream<JsonNode> liste(JsonNode liste) {
        return StreamSupport.stream(liste.spliterator(), false);
    }

    private static Map<String, String> staende(JsonNode liste) {
        Map<String, String> staende = new LinkedHashMap<>();
        liste(liste).forEach(eines -> staende.put(eines.path("name").asText(), eines.path("stand").asText()));
        return staende;
    }

    private static List<String> danach(JsonNode bild) {
        return liste(bild.path("danach")).map(s -> s.path("schritt").asText() + "/" + s.path("rolle").asText()).toList();
    }

    @Test
    @DisplayName("Die Kämmerei liest Phase, Kommune, was davor war, den Platz unter den Schritten und was danach kommt, aber keine Antworten anderer")
    void fuerDieKaemmerei() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "mittel-pruefen");
        JsonNode bild = bild("kaemmerei", akte.aufgabe("mittel-pruefen"));
        assertThat(bild.path("phase").asText()).isEqualTo(akte.wert("phase"));
        assertThat(bild.path("kommune").asText()).isEqualTo("Musterstadt");
        assertThat(bild.path("akte").asText()).isEqualTo(akte.wert("aktenname"));
        Set<String> phasen = ((List<?>) ((Map<?, ?>) akte.wert("plan")).get("meilensteine")).stream().map(m -> (String) ((Map<?, ?>) m).get("phase"))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        assertThat(staende(bild.path("phasen")).keySet()).containsExactlyElementsOf(phasen);
        assertThat(staende(bild.path("phasen"))).containsEntry("Vorabklärung", "JETZT").containsEntry("Projektstart", "OFFEN");

        assertThat(bild.path("vorgang").asText()).as("its own process has this one step only").isEqualTo("Ressourcen");
        assertThat(staende(bild.path("schritte"))).containsExactly(Map.entry("Ressourcen planen", "ERLEDIGT"), Map.entry("Mittel prüfen", "JETZT"),
                Map.entry("Ressourcen zusagen", "OFFEN"));
        assertThat(bild.path("wozu").asText()).isEqualTo(akte.aufgabe("mittel-pruefen").getDescription());
        assertThat(bild.path("davor").path("schritt").asText()).isEqualTo("Ressourcen planen");
        assertThat(bild.path("davor").path("rolle").asText()).isEqualTo("Integrationsbeauftragte");
        assertThat(bild.path("davor").path("am").asText()).startsWith("2026-11-24T");
        assertThat(danach(bild)).containsExactlyInAnyOrder("Ressourcen zusagen/Verwaltungsspitze", "Startreife prüfen/Integrationsbeauftragte");
        JsonNode zusagen = liste(bild.path("danach")).filter(s -> s.path("schritt").asText().equals("Ressourcen zusagen")).findFirst().orElseThrow();
        assertThat(zusagen.path("wenn").toString()).isEqualTo("[[{\"frage\":\"Liegt die Zusage schon vor?\",\"antwort\":\"nein\"}]]");
        assertThat(zusagen.path("nachAllen").asBoolean()).isFalse();
        assertThat(bild.toString()).doesNotContain("Amira", "51.000", "51000", "Projektleitung", "Interessen", akte.id());

        akte.erledige("kaemmerei", "mittel-pruefen", gut().get("mittel-pruefen"));
        assertThat(akte.aufgabe("ressourcen-zusagen").getName()).as("what was said to come has come").isEqualTo("Ressourcen zusagen");
        JsonNode spitze = bild("verwaltungsspitze", akte.aufgabe("ressourcen-zusagen"));
        assertThat(spitze.path("davor").path("schritt").asText()).isEqualTo("Mittel prüfen");
        assertThat(spitze.path("davor").path("rolle").asText()).isEqualTo("Kämmerei");
        assertThat(spitze.path("davor").path("antworten").toString()).isEqualTo("[{\"frage\":\"Liegt die Zusage schon vor?\",\"antwort\":\"nein\"}]");
    }

    @Test
    @DisplayName("Nur wer die Aufgabe lesen darf, auch wenn sie erledigt ist: sonst 404 mit einem Satz")
    void rechte() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "mittel-pruefen");
        Task aufgabe = akte.aufgabe("mittel-pruefen");
        String weg = "/api/aufgaben/" + aufgabe.getId() + "/einordnung";
        for (int mal = 0; mal < 2; mal++) {
            for (String fremd : List.of("planung", "hauptamt", "gemeinde", "modellpflege", "prozessverantwortung", "fachbereich-soziales")) {
                Rest.Antwort antwort = rest.als(fremd).get(weg);
                assertThat(antwort.status()).as(fremd).isEqualTo(404);
                assertThat(antwort.json().path("detail").asText()).endsWith(".");
            }
            for (String eigen : List.of("kaemmerei", "vorgesetzte", "steuerungsgruppe", "integrationsbeauftragte")) {
                assertThat(rest.als(eigen).get(weg).status()).as(eigen).isEqualTo(200);
            }
            akte.spieleBis(gut(), "ressourcen-zusagen");
        }
        assertThat(rest.ohneAnmeldung().get(weg).status()).isEqualTo(401);
        assertThat(rest.als("admin").get("/api/aufgaben/gibt-es-nicht/einordnung").status()).isEqualTo(404);
    }

    @Test
    @Tag("R14")
    @Tag("R46")
    @DisplayName("R14, R46: Bei keiner Aufgabe einer Akte steht Vertrauliches, und was danach kommen soll, kommt")
    void ganzeAkte() {
        Drehbuch drehbuch = gut().anders("interessen-notieren", "interessenKeine", true);
        Spiel.Akte akte = spiel.beginne(stadt());
        Set<String> angekuendigt = new TreeSet<>();
        List<String> unangekuendigt = new ArrayList<>();
        for (int schritt = 0; schritt < 40; schritt++) {
            List<Task> offen = akte.aufgaben().stream().filter(t -> !t.getTaskDefinitionKey().equals("akte-nachtragen")).toList();
            for (Task aufgabe : offen) {
                JsonNode bild = bild("integrationsbeauftragte".equals(akte.rolle(aufgabe)) ? "integrationsbeauftragte" : "vorgesetzte", aufgabe);
                boolean vertraulich = aufgabe.getTaskDefinitionKey().equals("interessen-notieren");
                assertThat(bild.toString().contains("Interessen")).as(aufgabe.getName() + " " + bild).isEqualTo(vertraulich);
                assertThat(bild.path("davor").path("schritt").asText("")).as(aufgabe.getName()).isNotBlank();
                assertThat(bild.path("danach")).as(aufgabe.getName()).isNotEmpty();
                assertThat(liste(bild.path("schritte")).filter(s -> s.path("stand").asText().equals("JETZT"))).as(aufgabe.getName() + bild).hasSize(1);
                if (!angekuendigt.isEmpty() && !vertraulich && !angekuendigt.contains(aufgabe.getName())) {
                    unangekuendigt.add(aufgabe.getName());
                }
                liste(bild.path("danach")).forEach(s -> angekuendigt.add(s.path("schritt").asText()));
            }
            if (offen.isEmpty() || offen.stream().anyMatch(t -> t.getTaskDefinitionKey().equals("leitbild-entwerfen"))) {
                break;
            }
            Task naechste = offen.get(0);
            akte.erledige(akte.rolle(naechste), naechste, drehbuch.getOrDefault(naechste.getTaskDefinitionKey(), Map.of()));
        }
        assertThat(akte.offen()).contains("leitbild-entwerfen");
        assertThat(unangekuendigt).isEmpty();
        JsonNode leitbild = bild("integrationsbeauftragte", akte.aufgabe("leitbild-entwerfen"));
        assertThat(staende(leitbild.path("phasen"))).containsEntry("Vorabklärung", "ERLEDIGT").containsEntry("Leitbild", "JETZT").containsEntry("Beschluss", "OFFEN");
    }

    @Test
    @DisplayName("Eine Frage aus einem anderen Vorgang beantwortet der Rückblick nur denen, die die ganze Akte lesen")
    void antwortenAnderer() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "startsignal-geben");
        JsonNode spitze = bild("verwaltungsspitze", akte.aufgabe("startsignal-geben"));
        assertThat(spitze.path("davor").path("schritt").asText()).isEqualTo("Startreife prüfen");
        assertThat(spitze.path("davor").path("antworten").toString()).contains("{\"frage\":\"Start freigegeben?\",\"antwort\":\"ja\"}");

        Spiel.Akte beteiligt = spiel.beginne(stadt()).spieleBis(gut(), "mitwirkung-zusagen");
        JsonNode amt = bild("fachbereich-soziales", beteiligt.aufgabe("mitwirkung-zusagen", "fachbereich-soziales"));
        assertThat(amt.path("davor").path("schritt").asText()).isEqualTo("Beteiligung planen");
        assertThat(amt.path("davor").path("antworten")).isEmpty();
    }
}
