package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.rolle.Rollen;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What nobody but the Integrationsbeauftragte may read: interests behind the mandate, attitudes of stakeholders. */
@Anwendungstest
@Tag("postgresql")
class VertraulichkeitTest {

    private static final String GEHEIM = "Streng-vertraulich-4711";

    @Autowired
    Spiel spiel;

    @Autowired
    Rest rest;

    @Autowired
    Rollen rollen;

    @Autowired
    ProcessEngine engine;

    /** A file in which secrets were noted, finished and lie open once more with the old notes. */
    private Spiel.Akte akteMitGeheimnissen() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "interessen-notieren");
        akte.erledige("integrationsbeauftragte", "interessen-notieren", zeile("interessenKeine", false,
                "interessen", List.of(zeile("thema", GEHEIM, "wer", "Fraktion", "interesse", GEHEIM)),
                "haltungen", List.of(zeile("organisation", GEHEIM, "haltung", "ablehnend", "hebel", GEHEIM))));
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", zeile("nachtragArt", "thema", "themaOeffnen", "interessen",
                "themaGrund", "Neue Gespräche"));
        assertThat(akte.inhalt("interessen-notieren", "interessen").toString()).contains(GEHEIM);
        return akte;
    }

    private Stream<String> andereRollen() {
        return rollen.namen().keySet().stream().filter(rolle -> !rolle.equals("integrationsbeauftragte"));
    }

    @Test
    @Tag("R14")
    @Tag("R46")
    @DisplayName("R14, R46: Interessen und Haltungen findet keine andere Rolle: nicht in Aufgaben, Variablen, Verlauf oder Akte, auf keinem Weg")
    void niemandSonstLiestMit() {
        var akte = akteMitGeheimnissen();
        String aufgabe = akte.aufgabe("interessen-notieren").getId();
        String vorgang = akte.aufgabe("interessen-notieren").getProcessInstanceId();
        List<String> wege = List.of("/task/" + aufgabe, "/task/" + aufgabe + "/variables", "/task/" + aufgabe + "/form-variables",
                "/task/" + aufgabe + "/localVariables", "/task/" + aufgabe + "/deployed-form",
                "/task?processInstanceId=" + vorgang, "/process-instance/" + vorgang, "/process-instance/" + vorgang + "/variables",
                "/process-instance/" + vorgang + "/activity-instances", "/execution?processInstanceId=" + vorgang,
                "/variable-instance?deserializeValues=false&processInstanceIdIn=" + vorgang,
                "/variable-instance?deserializeValues=false&variableName=interessen",
                "/history/variable-instance?deserializeValues=false&processInstanceId=" + vorgang,
                "/history/variable-instance?deserializeValues=false&variableName=interessen",
                "/history/detail?deserializeValues=false&processInstanceId=" + vorgang, "/history/task?processInstanceId=" + vorgang,
                "/history/task?taskDefinitionKey=interessen-notieren",
                "/history/process-instance?processDefinitionKey=interessen", "/history/activity-instance?processInstanceId=" + vorgang,
                "/process-instance/" + akte.id() + "/variables?deserializeValues=false", "/history/user-operation?processInstanceId=" + vorgang);
        SoftAssertions alle = new SoftAssertions();
        andereRollen().forEach(rolle -> {
            for (String weg : wege) {
                Rest.Antwort antwort = rest.als(rolle).get("/engine-rest" + weg);
                alle.assertThat(antwort.text()).as(rolle + " " + weg).doesNotContain(GEHEIM);
                if (weg.contains(vorgang) || weg.contains(aufgabe) || weg.contains("interessen")) {
                    alle.assertThat(antwort.status() >= 400 || antwort.text().equals("[]") || antwort.text().equals("{}"))
                            .as(rolle + " learns that it exists: " + weg + " -> " + antwort.text()).isTrue();
                }
            }
            alle.assertThat(rest.als(rolle).get("/api/akten/" + akte.id()).text()).as(rolle + " /api").doesNotContain(GEHEIM);
        });
        alle.assertAll();
    }

    @Test
    @Tag("R14")
    @Tag("R46")
    @DisplayName("R14, R46: Auch die Abfragen hinter Cockpit liefern anderen Rollen nichts davon")
    void abfragen() {
        var akte = akteMitGeheimnissen();
        List<String> vorgaenge = engine.getHistoryService().createNativeHistoricProcessInstanceQuery()
                .sql("select * from ACT_HI_PROCINST where ROOT_PROC_INST_ID_ = #{id} and PROC_DEF_KEY_ = 'interessen'")
                .parameter("id", akte.id()).list().stream().map(vorgang -> vorgang.getId()).toList();
        assertThat(vorgaenge).as("one finished, one open").hasSize(2);
        HistoryService geschichte = engine.getHistoryService();
        SoftAssertions alle = new SoftAssertions();
        andereRollen().forEach(rolle -> vorgaenge.forEach(vorgang -> Map.<String, Supplier<List<?>>>of(
                "variables", () -> engine.getRuntimeService().createVariableInstanceQuery().processInstanceIdIn(vorgang).listPage(0, 100),
                "historic variables", () -> geschichte.createHistoricVariableInstanceQuery().processInstanceId(vorgang).listPage(0, 100),
                "historic details", () -> geschichte.createHistoricDetailQuery().processInstanceId(vorgang).listPage(0, 100),
                "tasks", () -> engine.getTaskService().createTaskQuery().processInstanceId(vorgang).listPage(0, 100),
                "historic tasks", () -> geschichte.createHistoricTaskInstanceQuery().processInstanceId(vorgang).listPage(0, 100),
                "instances", () -> engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(vorgang).listPage(0, 100),
                "historic instances", () -> geschichte.createHistoricProcessInstanceQuery().processInstanceId(vorgang).listPage(0, 100),
                "executions", () -> engine.getRuntimeService().createExecutionQuery().processInstanceId(vorgang).listPage(0, 100),
                "historic activities", () -> geschichte.createHistoricActivityInstanceQuery().processInstanceId(vorgang).listPage(0, 100))
                .forEach((was, abfrage) -> alle.assertThat(spiel.als(rolle, abfrage)).as(rolle + ": " + was).isEmpty())));
        alle.assertAll();
        String offener = akte.aufgabe("interessen-notieren").getProcessInstanceId();
        assertThat(spiel.als("integrationsbeauftragte", () -> engine.getTaskService().createTaskQuery()
                .processInstanceId(offener).count())).isEqualTo(1);
    }

    @Test
    @Tag("R14")
    @DisplayName("R14: Wer Akten lesen darf, liest ihren Rahmen, nicht ihre einzelnen Vorgänge")
    void nurDerRahmen() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        for (String rolle : List.of("vorgesetzte", "verwaltungsspitze", "steuerungsgruppe")) {
            assertThat(spiel.als(rolle, () -> engine.getRuntimeService().createProcessInstanceQuery()
                    .processInstanceIds(Set.copyOf(akte.instanzen())).listPage(0, 100))).as(rolle).extracting(vorgang -> vorgang.getId())
                    .contains(akte.id()).allSatisfy(id -> assertThat(eigene(rolle, id) || id.equals(akte.id())).isTrue());
        }
    }

    private boolean eigene(String rolle, String vorgang) {
        return engine.getTaskService().createTaskQuery().processInstanceId(vorgang).taskCandidateGroup(rolle).count() > 0;
    }

    @Test
    @Tag("R14")
    @DisplayName("R14: Nichts Vertrauliches verlässt seinen Vorgang: im übrigen Baum der Akte und in ihren Entscheidungen steht es nicht")
    void nichtsVerlaesstDenVorgang() {
        var akte = akteMitGeheimnissen().spieleBis(gut(), "startsignal-geben");
        assertThat(engine.getHistoryService().createNativeHistoricVariableInstanceQuery()
                .sql("select * from ACT_HI_VARINST where ROOT_PROC_INST_ID_ = #{id} and PROC_DEF_KEY_ <> 'interessen'")
                .parameter("id", akte.id()).list()).isNotEmpty()
                .noneMatch(variable -> String.valueOf(variable.getValue()).contains(GEHEIM));
    }
}
