package de.integrationskonzept.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Jedes Diagramm gibt es auch als Liste seiner Schritte")
class SchritteTest {

    @Autowired
    Rest rest;
    @Autowired
    ProcessEngine engine;

    static List<JsonNode> alle(JsonNode schritte) {
        List<JsonNode> alle = new ArrayList<>();
        schritte.forEach(s -> {
            alle.add(s);
            alle.addAll(alle(s.path("schritte")));
        });
        return alle;
    }

    private JsonNode liste(String definition) {
        Rest.Antwort antwort = rest.als("admin").get("/api/ablaeufe/" + definition + "/schritte");
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return antwort.json();
    }

    private JsonNode liste(BpmnModelInstance modell, String prozess) {
        engine.getRepositoryService().createDeployment().addModelInstance(prozess + ".bpmn", modell).deploy();
        return liste(engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(prozess).latestVersion().singleResult().getId());
    }

    @Test
    @DisplayName("In jedem Modell: jeder benannte Schritt genau einmal, und keiner vor dem, der zu ihm führt, außer auf Wegen zurück")
    void jedesModell() {
        List<ProcessDefinition> modelle = engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list();
        assertThat(modelle).extracting(ProcessDefinition::getKey).contains("integrationskonzept", "vorabklaerung", "handlungsfeld", "umsetzung");
        for (ProcessDefinition modell : modelle) {
            List<String> folge = alle(liste(modell.getId()).path("schritte")).stream().map(s -> s.path("id").asText()).toList();
            assertThat(folge).as(modell.getKey()).doesNotHaveDuplicates();
            BpmnModelInstance bpmn = engine.getRepositoryService().getBpmnModelInstance(modell.getId());
            assertThat(folge).as(modell.getKey()).containsAll(bpmn.getModelElementsByType(FlowNode.class).stream().filter(k -> k.getName() != null)
                    .map(FlowNode::getId).toList());
            Map<String, Set<String>> nach = new HashMap<>();
            bpmn.getModelElementsByType(SequenceFlow.class).forEach(weg -> nach.computeIfAbsent(weg.getSource().getId(), k -> new HashSet<>())
                    .add(weg.getTarget().getId()));
            bpmn.getModelElementsByType(SequenceFlow.class).stream().filter(weg -> folge.contains(weg.getSource().getId()) && folge.contains(weg.getTarget().getId()))
                    .filter(weg -> !fuehrtHin(nach, weg.getTarget().getId(), weg.getSource().getId(), new HashSet<>()))
                    .forEach(weg -> assertThat(folge.indexOf(weg.getSource().getId())).as(modell.getKey() + " " + weg.getId())
                            .isLessThan(folge.indexOf(weg.getTarget().getId())));
        }
    }

    private static boolean fuehrtHin(Map<String, Set<String>> nach, String von, String ziel, Set<String> gesehen) {
        return von.equals(ziel) || gesehen.add(von) && nach.getOrDefault(von, Set.of()).stream().anyMatch(k -> fuehrtHin(nach, k, ziel, gesehen));
    }

    @Test
    @DisplayName("Verzweigungen nennen Frage und Antwort, Wege zurück heißen so, gerufene Abläufe sind verlinkt, Arten und Rollen stehen in Worten da")
    void inWorten() {
        JsonNode alles = liste(engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("vorabklaerung").latestVersion()
                .singleResult().getId());
        Map<String, JsonNode> schritte = new HashMap<>();
        alle(alles.path("schritte")).forEach(s -> schritte.put(s.path("id").asText(), s));
        assertThat(alles.path("schritte").get(0).path("art").asText()).isEqualTo("Beginn");
        assertThat(schritte.get("wie-weiter").path("wege").toString()).contains("{\"antwort\":\"weiter\",\"ziel\":\"Start freigegeben\",\"zurueck\":false}")
                .contains("\"ziel\":\"Welches Verfahren?\",\"zurueck\":true");
        assertThat(schritte.get("start-freigegeben").path("wenn").asText()).isEqualTo("Wie geht es weiter? weiter");
        assertThat(schritte.get("startreife-pruefen").path("rolle").asText()).isEqualTo("Integrationsbeauftragte");
        assertThat(schritte.get("ressourcen").path("ablauf").asText()).startsWith("ressourcen:");
        assertThat(schritte).as("where ways only come together there is nothing to read").doesNotContainKeys("runde-beginnt", "antworten-liegen-vor");
        assertThat(alle(schritte.get("themen").path("schritte"))).as("its own steps").extracting(s -> s.path("id").asText()).contains("ressourcen", "interessen");
        assertThat(alle(alles.path("schritte"))).allSatisfy(s -> assertThat(s.path("stand").isNull()).isTrue());
    }

    @Test
    @DisplayName("Auch ein fremdes Modell ohne Namen, mit Fristen und ohne Verweise auf seine Pfeile wird zur Liste")
    void fremdesModell() {
        BpmnModelInstance modell = Bpmn.createExecutableProcess("fremd-kreis").camundaHistoryTimeToLiveString("P1D").startEvent("los").exclusiveGateway("wahl")
                .condition("links", "${true}").userTask("a").name("Prüfen").camundaCandidateGroups("${wer}").exclusiveGateway("zusammen").endEvent("aus")
                .moveToNode("wahl").userTask("b").name("Planen").camundaCandidateGroups("planung,hauptamt").connectTo("zusammen")
                .moveToActivity("a").boundaryEvent("frist").name("Frist vorbei").cancelActivity(false).timerWithDuration("P3D").endEvent("gemahnt").done();
        modell.getModelElementsByType(FlowNode.class).stream().filter(k -> !k.getId().equals("frist") && !(k instanceof UserTask)).forEach(k -> k.removeAttribute("name"));
        List<JsonNode> folge = alle(liste(modell, "fremd-kreis").path("schritte"));
        assertThat(folge).extracting(s -> s.path("id").asText()).containsExactlyInAnyOrder("los", "wahl", "a", "b", "frist", "gemahnt", "aus");
        assertThat(folge.get(0).path("name").asText()).isEqualTo("ohne Namen");
        Map<String, JsonNode> schritte = new HashMap<>();
        folge.forEach(s -> schritte.put(s.path("id").asText(), s));
        assertThat(schritte.get("a").path("rolle").asText()).isEqualTo("wer zuständig ist, ergibt sich erst");
        assertThat(schritte.get("b").path("rolle").asText()).isEqualTo("Planung oder Hauptamt");
        assertThat(schritte.get("frist").path("art").asText()).isEqualTo("Zeitpunkt bei „Prüfen“, der Schritt läuft weiter");
        BpmnModelInstance ohnePfeile = modell.clone();
        ohnePfeile.getModelElementsByType(FlowNode.class).forEach(k -> {
            k.getIncoming().clear();
            k.getOutgoing().clear();
        });
        assertThat(alle(liste(ohnePfeile, "fremd-kreis").path("schritte"))).as("a model need not say at the steps where arrows lead")
                .extracting(s -> s.path("id").asText()).isEqualTo(folge.stream().map(s -> s.path("id").asText()).toList());
        assertThat(rest.als("prozessverantwortung").get("/api/ablaeufe/fremd-kreis:1:gibt-es-nicht/schritte").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("Wer das Modell nicht lesen darf, liest auch die Liste nicht")
    void rechte() {
        String interessen = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("interessen").latestVersion().singleResult().getId();
        for (String rolle : List.of("prozessverantwortung", "stakeholder", "gemeinde")) {
            assertThat(rest.als(rolle).get("/api/ablaeufe/" + interessen + "/schritte").status()).as(rolle).isEqualTo(404);
        }
        String vorabklaerung = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("vorabklaerung").latestVersion().singleResult().getId();
        JsonNode alles = rest.als("prozessverantwortung").get("/api/ablaeufe/" + vorabklaerung + "/schritte").json();
        assertThat(alle(alles.path("schritte")).stream().filter(s -> s.path("id").asText().equals("interessen")).findFirst().orElseThrow().path("ablauf").isNull())
                .as("that there is one, but no way there").isTrue();
    }
}
