package de.integrationskonzept.akte;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Played with processes of a stranger, since the file must not know what it begins. */
@Anwendungstest
@DisplayName("Was eine Akte beginnt, gehört zu ihr")
class FolgejahrTest {

    private static final String KOMMUNE = "09999999";

    @Autowired
    ProcessEngine engine;
    @Autowired
    Spiel spiel;
    @Autowired
    Rest rest;

    private String bereitstellung;

    @BeforeEach
    void stelleBereit() {
        var erste = Bpmn.createExecutableProcess("folge-erste").camundaHistoryTimeToLiveString("P1D").startEvent()
                .userTask("schritt").name("Schritt").camundaCandidateGroups("integrationsbeauftragte")
                .serviceTask("beginnen").camundaAsyncBefore().camundaExpression("${akte.beginne('folge-zweite','liste,zahl,fehlt')}")
                .camundaInputParameter("zahl", "${7}")
                .userTask("danach").name("Danach").camundaCandidateGroups("integrationsbeauftragte")
                .serviceTask("nachreichen").camundaExpression("${akte.nachreichen('liste')}").camundaResultVariable("nachgereicht")
                .userTask("schluss").name("Schluss").camundaCandidateGroups("integrationsbeauftragte").endEvent().done();
        var direkt = Bpmn.createExecutableProcess("folge-direkt").camundaHistoryTimeToLiveString("P1D").startEvent()
                .userTask("schritt").name("Schritt").camundaCandidateGroups("integrationsbeauftragte")
                .serviceTask("beginnen").camundaExpression("${akte.beginne('folge-zweite','liste')}").userTask("danach").name("Danach")
                .camundaCandidateGroups("integrationsbeauftragte").endEvent().done();
        var zweite = Bpmn.createExecutableProcess("folge-zweite").camundaHistoryTimeToLiveString("P1D").startEvent()
                .serviceTask("fragen").camundaExpression("${akte.frueher('liste')}").camundaResultVariable("listen")
                .serviceTask("reichen").camundaExpression("${akte.nachreichen('liste')}").camundaResultVariable("nachgereicht")
                .userTask("warten").name("Warten").camundaCandidateGroups("integrationsbeauftragte").endEvent().done();
        bereitstellung = engine.getRepositoryService().createDeployment().name("Folgejahr").addModelInstance("folge-erste.bpmn", erste)
                .addModelInstance("folge-direkt.bpmn", direkt).addModelInstance("folge-zweite.bpmn", zweite).deploy().getId();
    }

    @AfterEach
    void raeumeAuf() {
        engine.getRepositoryService().deleteDeployment(bereitstellung, true);
    }

    private Spiel.Akte erste(String prozess) {
        return spiel.wurzel(prozess, Map.of("liste", List.of("a", "b")));
    }

    private void erledige(Spiel.Akte akte, String schritt) {
        Task aufgabe = akte.aufgabe(schritt);
        engine.getTaskService().complete(aufgabe.getId());
    }

    private HistoricProcessInstance wurzel(Spiel.Akte akte) {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(akte.id()).singleResult();
    }

    @Test
    @DisplayName("Ein Auftrag ohne angemeldete Person beginnt eine eigene Wurzel mit Aktenzeichen, Kommune, Namen und Werten")
    void ohnePerson() {
        Spiel.Akte erste = erste("folge-erste");
        erledige(erste, "schritt");
        erste.jobs();
        Spiel.Akte zweite = spiel.neueste(wurzel(erste).getBusinessKey());
        assertThat(zweite.id()).isNotEqualTo(erste.id());
        assertThat(wurzel(zweite).getRootProcessInstanceId()).isEqualTo(zweite.id());
        assertThat(wurzel(zweite).getSuperProcessInstanceId()).isNull();
        assertThat(wurzel(zweite).getTenantId()).isEqualTo(KOMMUNE);
        assertThat(zweite.wert("liste")).isEqualTo(List.of("a", "b"));
        assertThat(zweite.wert("zahl").toString()).isEqualTo("7");
        assertThat(zweite.wert("aktenname")).isEqualTo(erste.wert("aktenname"));
        assertThat(zweite.wert("phase")).isEqualTo("Probe");
        assertThat(engine.getRuntimeService().getVariables(zweite.id())).containsEntry("fehlt", null);
    }

    @Test
    @DisplayName("Frühere Werte kommen aus allen früheren Wurzeln; nachgereicht wird nur einer späteren")
    void frueherUndNachreichen() {
        Spiel.Akte erste = erste("folge-erste");
        erledige(erste, "schritt");
        Spiel.Akte fremde = spiel.wurzel("folge-zweite", Map.of("liste", List.of("fremd")));
        inAndererKommune(wurzel(erste).getBusinessKey(), Map.of("liste", List.of("nebenan")));
        erste.jobs();
        Spiel.Akte zweite = spiel.neueste(wurzel(erste).getBusinessKey());
        assertThat(zweite.wert("listen")).as("of the same file only").isEqualTo(List.of(List.of("a", "b")));
        assertThat(zweite.wert("nachgereicht")).as("nothing began later").isEqualTo(false);
        assertThat(fremde.wert("listen")).isEqualTo(List.of());

        engine.getRuntimeService().setVariables(erste.id(), Spiel.json(Map.of("liste", List.of("c"))));
        erledige(erste, "danach");
        assertThat(erste.wert("nachgereicht")).isEqualTo(true);
        assertThat(zweite.wert("liste")).isEqualTo(List.of("c"));
    }

    @Test
    @DisplayName("Wer die Aufgabe davor erledigt, braucht kein Recht zu beginnen; das Recht an der neuen Wurzel haben, die Akten sehen")
    void mitPerson() {
        Spiel.Akte erste = erste("folge-direkt");
        String aufgabe = erste.aufgabe("schritt").getId();
        spiel.als("integrationsbeauftragte", () -> {
            engine.getTaskService().complete(aufgabe);
            return null;
        });
        Spiel.Akte zweite = spiel.neueste(wurzel(erste).getBusinessKey());
        assertThat(zweite.id()).isNotEqualTo(erste.id());
        for (String rolle : List.of("integrationsbeauftragte", "vorgesetzte", "verwaltungsspitze", "steuerungsgruppe")) {
            assertThat(sieht(rolle, zweite)).as(rolle).isTrue();
        }
        for (String rolle : List.of("fachbereich-soziales", "controlling", "kaemmerei")) {
            assertThat(sieht(rolle, zweite)).as(rolle).isFalse();
        }
    }

    private boolean sieht(String rolle, Spiel.Akte akte) {
        return spiel.als(rolle, () -> engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(akte.id()).count() == 1
                && engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(akte.id()).count() == 1);
    }

    @Test
    @DisplayName("Die neue Wurzel gehört der Kommune der Akte, auch wenn eine Person anderer oder mehrerer Kommunen sie auslöst")
    void fremdeKommune() {
        for (List<String> kommunen : List.of(List.of("andere"), List.of("andere", KOMMUNE))) {
            Spiel.Akte erste = erste("folge-erste");
            erledige(erste, "schritt");
            String auftrag = engine.getManagementService().createJobQuery().processInstanceId(erste.id()).singleResult().getId();
            engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin"), kommunen);
            try {
                engine.getManagementService().executeJob(auftrag);
            } finally {
                engine.getIdentityService().clearAuthentication();
            }
            assertThat(wurzel(spiel.neueste(wurzel(erste).getBusinessKey())).getTenantId()).isEqualTo(KOMMUNE);
        }
    }

    /** Another Kommune may use the same Aktenzeichen. */
    private void inAndererKommune(String zeichen, Map<String, Object> werte) {
        Map<String, Object> alle = new HashMap<>(werte);
        alle.put("aktenzeichen", zeichen);
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin"), List.of("andere"));
        try {
            assertThat(wurzel(spiel.wurzel("folge-zweite", alle)).getTenantId()).isEqualTo("andere");
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private Spiel.Akte akte(String zeichen) {
        return spiel.beginne(Map.of("aktenzeichen", zeichen, "kommuneName", "Stadt Rheinaue", "kommuneTyp", "kreisfreie-stadt", "einwohner", 90000,
                "verfahrenWunsch", "ausfuehrlich", "planBeginn", "2027-01-01", "planEnde", "2028-12-31"));
    }

    @Test
    @DisplayName("/api/akten/{id} nennt alle Jahre der Akte mit Stand und Werten, und ihre offenen Aufgaben; die Liste nennt nur Rahmen")
    void jahreDerAkte() {
        String zeichen = "J-" + UUID.randomUUID().toString().substring(0, 8);
        Spiel.Akte rahmen = akte(zeichen);
        assertThat(einzeln(rahmen).path("jahre")).isEmpty();
        Map<String, Object> bericht = Map.of("jahr", 2030, "kennzahlen", List.of(Map.of("kennzahl", "Kita-Quote", "istwert", 64, "ampel", "gelb")));
        Spiel.Akte erstes = jahr(zeichen, 2030, "berichtet", bericht);
        engine.getTaskService().complete(erstes.aufgabe("warten").getId());
        Spiel.Akte zweites = jahr(zeichen, 2031, "versaeumt", null);
        Spiel.Akte drittes = jahr(zeichen, 2032, "wartet", null);
        jahr("X" + zeichen, 2030, "wartet", null);
        inAndererKommune(zeichen, Map.of("jahr", 2030));

        JsonNode jahre = einzeln(rahmen).path("jahre");
        assertThat(jahre).hasSize(3);
        assertThat(jahre.findValuesAsText("id")).containsExactly(erstes.id(), zweites.id(), drittes.id());
        assertThat(jahre.findValuesAsText("stand")).containsExactly("abgeschlossen", "versäumt", "wartet");
        assertThat(jahre.get(0).path("jahr").asText()).isEqualTo("2030");
        assertThat(jahre.get(0).path("termin").asText()).isEqualTo("2030-03-31");
        assertThat(jahre.get(0).path("ende").asText()).isNotEmpty();
        assertThat(jahre.get(1).path("ende").isNull()).isTrue();
        assertThat(jahre.get(0).path("bericht").path("kennzahlen").get(0).path("istwert").asInt()).isEqualTo(64);
        assertThat(jahre.get(1).path("bericht").isNull()).isTrue();
        assertThat(einzeln(rahmen).path("offen").findValuesAsText("schritt"))
                .containsExactlyInAnyOrder("auftrag-klaeren", "akte-nachtragen", "warten", "warten");

        JsonNode nurStand = rest.als("prozessverantwortung").get("/api/akten/" + rahmen.id()).json().path("jahre").get(0);
        assertThat(nurStand.path("stand").asText()).isEqualTo("abgeschlossen");
        assertThat(nurStand.path("bericht").isNull()).as("who watches the course reads no answers").isTrue();

        assertThat(StreamSupport.stream(rest.als("integrationsbeauftragte").get("/api/akten").json().spliterator(), false)
                .filter(a -> a.path("aktenzeichen").asText().equals(zeichen)).map(a -> a.path("id").asText())).containsExactly(rahmen.id());
        assertThat(rest.als("integrationsbeauftragte").get("/api/akten/" + erstes.id()).status()).as("a year is no file").isEqualTo(404);
    }

    private Spiel.Akte jahr(String zeichen, int jahr, String stand, Map<String, Object> bericht) {
        Map<String, Object> werte = new HashMap<>(Map.of("aktenzeichen", zeichen, "jahr", jahr, "berichtTermin", jahr + "-03-31",
                "zyklusStand", stand));
        werte.put("jahresbericht", bericht);
        return spiel.wurzel("folge-zweite", werte);
    }

    private JsonNode einzeln(Spiel.Akte akte) {
        return rest.als("steuerungsgruppe").get("/api/akten/" + akte.id()).json();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"controlling", "fachbereich-soziales", "sitzungsdienst", "modellpflege"})
    @DisplayName("Wer kein Recht an der Akte hat, erfährt auch von ihren Jahren nichts: 404")
    void ohneRecht(String rolle) {
        String zeichen = "J-" + UUID.randomUUID().toString().substring(0, 8);
        Spiel.Akte rahmen = akte(zeichen);
        Spiel.Akte jahr = jahr(zeichen, 2030, "laeuft", Map.of("jahr", 2030));
        for (Spiel.Akte akte : List.of(rahmen, jahr)) {
            Rest.Antwort antwort = rest.als(rolle).get("/api/akten/" + akte.id());
            assertThat(antwort.status()).isEqualTo(404);
            assertThat(antwort.text()).doesNotContain("2030", zeichen);
        }
    }
}
