package de.integrationskonzept.modelle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.integrationskonzept.Anwendungstest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The deployed decisions, asked case by case. The cases lie in {@code src/test/resources/dmn/<decision>.json}: what goes
 * in, what must come out (fields that are named; of a long text, its parts), and exactly the rules that fire, those of required decisions included.
 */
@Anwendungstest
@DirtiesContext
@Tag("eigene-anwendung") // reads the history of decisions once per case, and the stories leave thousands
@DisplayName("Die Regeln entscheiden, wie es gedacht ist")
class RegelfaelleTest {

    private static final Path FAELLE = Path.of("src/test/resources/dmn");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private DecisionService entscheidungen;
    @Autowired
    private HistoryService verlauf;

    @TestFactory
    @Tag("R9") @Tag("R11") @Tag("R12") @Tag("R13") @Tag("R15") @Tag("R16") @Tag("R17") @Tag("R18") @Tag("R19") @Tag("R20")
    @Tag("R21") @Tag("R23") @Tag("R24") @Tag("R25") @Tag("R26") @Tag("R28") @Tag("R29") @Tag("R30") @Tag("R31") @Tag("R33") @Tag("R34") @Tag("R35") @Tag("R36") @Tag("R38")
    @Tag("R40") @Tag("R41") @Tag("R42") @Tag("R45") @Tag("R46") @Tag("R47") @Tag("R48") @Tag("R50") @Tag("R51") @Tag("R52")
    @Tag("R53") @Tag("R54") @Tag("R56") @Tag("R59") @Tag("R61") @Tag("R67") @Tag("R32") @Tag("R58")
    @Tag("R68") @Tag("R69") @Tag("R70") @Tag("R71") @Tag("R73") @Tag("I1") @Tag("I3") @Tag("I4")
    @Tag("R1") @Tag("R2") @Tag("R4") @Tag("R7") @Tag("R8") @Tag("R10") @Tag("R22") @Tag("R62") @Tag("R64") @Tag("R65") @Tag("R66") @Tag("R72")
    @DisplayName("Fälle")
    Stream<DynamicNode> faelle() throws IOException {
        try (Stream<Path> dateien = Files.list(FAELLE)) {
            return dateien.sorted().map(datei -> (DynamicNode) dynamicContainer(Modelle.name(datei), StreamSupport
                    .stream(Modelle.json(datei).spliterator(), false)
                    .map(fall -> dynamicTest(fall.path("name").asText(), () -> pruefe(Modelle.name(datei), fall))))).toList().stream();
        }
    }

    private void pruefe(String entscheidung, JsonNode fall) {
        List<Map<String, Object>> ergebnis = entscheidungen.evaluateDecisionByKey(entscheidung)
                .variables(eingaben(fall.path("eingaben"))).evaluate().getResultList();
        Set<String> getroffen = getroffen(entscheidung);
        JsonNode geliefert = JSON.valueToTree(ergebnis);
        if (literal(ergebnis)) {
            geliefert = geliefert.get(0).elements().next();
        }
        assertThat(abweichung("", fall.path("erwartet"), geliefert)).as("result %s", geliefert).isEmpty();
        Set<String> erwartet = new TreeSet<>();
        fall.path("regeln").forEach(r -> erwartet.add(r.asText()));
        assertThat(getroffen).as("rules that fire, result %s", geliefert).isEqualTo(erwartet);
    }

    /** A literal decision has one value, which may be a list. */
    private static boolean literal(List<Map<String, Object>> ergebnis) {
        return ergebnis.size() == 1 && ergebnis.get(0).size() == 1 && ergebnis.get(0).values().iterator().next() instanceof List;
    }

    private static Map<String, Object> eingaben(JsonNode eingaben) {
        Map<String, Object> werte = new HashMap<>();
        eingaben.fields().forEachRemaining(e -> werte.put(e.getKey(), e.getValue().isContainerNode()
                ? Spin.JSON(e.getValue().toString()) : JSON.convertValue(e.getValue(), Object.class)));
        return werte;
    }

    /** Reads the rules that fired from the history that the engine has just written, and clears it. */
    private Set<String> getroffen(String entscheidung) {
        List<HistoricDecisionInstance> wurzeln = verlauf.createHistoricDecisionInstanceQuery().decisionDefinitionKey(entscheidung)
                .rootDecisionInstancesOnly().orderByEvaluationTime().desc().list().stream()
                .filter(d -> d.getProcessInstanceId() == null).toList();
        assertThat(wurzeln).hasSize(1);
        String wurzel = wurzeln.get(0).getId();
        Set<String> regeln = verlauf.createHistoricDecisionInstanceQuery().rootDecisionInstanceId(wurzel).includeOutputs().list().stream()
                .flatMap(d -> d.getOutputs().stream()).map(HistoricDecisionOutputInstance::getRuleId).filter(r -> r != null)
                .collect(Collectors.toCollection(TreeSet::new));
        verlauf.createHistoricDecisionInstanceQuery().rootDecisionInstanceId(wurzel).list()
                .forEach(d -> verlauf.deleteHistoricDecisionInstanceByInstanceId(d.getId()));
        return regeln;
    }

    /** Where what came differs from what was expected; fields that are not named do not matter. */
    private static List<String> abweichung(String ort, JsonNode erwartet, JsonNode geliefert) {
        if (erwartet.isMissingNode()) {
            return List.of();
        }
        if (erwartet.isArray() || geliefert.isArray()) {
            JsonNode soll = erwartet.isArray() ? erwartet : JSON.createArrayNode().add(erwartet);
            if (soll.size() != geliefert.size()) {
                return List.of(ort + ": " + geliefert.size() + " instead of " + soll.size());
            }
            return Stream.iterate(0, i -> i < soll.size(), i -> i + 1)
                    .flatMap(i -> abweichung(ort + "[" + i + "]", soll.get(i), geliefert.get(i)).stream()).toList();
        }
        if (erwartet.has("enthaelt")) {
            return StreamSupport.stream(erwartet.get("enthaelt").spliterator(), false)
                    .filter(teil -> !geliefert.asText().contains(teil.asText())).map(teil -> ort + ": lacks " + teil).toList();
        }
        if (erwartet.isObject()) {
            return StreamSupport.stream(((Iterable<String>) erwartet::fieldNames).spliterator(), false)
                    .flatMap(f -> abweichung(ort + "." + f, erwartet.get(f), geliefert.path(f)).stream()).toList();
        }
        boolean gleich = erwartet.isNumber() ? geliefert.isNumber() && erwartet.asDouble() == geliefert.asDouble()
                : erwartet.equals(geliefert);
        return gleich ? List.of() : List.of(ort + ": " + geliefert + " instead of " + erwartet);
    }
}
