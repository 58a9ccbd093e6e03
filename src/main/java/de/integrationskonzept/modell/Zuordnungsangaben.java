package de.integrationskonzept.modell;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * What a model itself says about former steps, in the properties {@code frueher} of a step (former ids of it) and
 * {@code entfallen} of the process (former ids that vanish on purpose, {@code alt->neu} where files go on).
 *
 * @param wohin former id to the step where files go on
 * @param mitAbsicht former ids without a place to go
 * @param prozesse former keys of the process itself
 */
record Zuordnungsangaben(Map<String, String> wohin, Set<String> mitAbsicht, Set<String> prozesse) {

    private static final String PFEIL = "->";

    static Zuordnungsangaben von(Process prozess) {
        Map<String, String> wohin = new HashMap<>();
        Set<String> mitAbsicht = new HashSet<>();
        Wartestellen.knoten(prozess.getFlowElements()).forEach(knoten -> angaben(knoten, "frueher").forEach(alt -> wohin.put(alt, knoten.getId())));
        angaben(prozess, "entfallen").forEach(angabe -> {
            String[] teile = angabe.split(PFEIL, 2);
            if (teile.length == 1) {
                mitAbsicht.add(teile[0]);
            } else {
                wohin.put(teile[0].strip(), teile[1].strip());
            }
        });
        return new Zuordnungsangaben(wohin, mitAbsicht, new HashSet<>(angaben(prozess, "frueher").toList()));
    }

    private static Stream<String> angaben(BaseElement element, String name) {
        return element.getExtensionElements() == null ? Stream.empty() : element.getExtensionElements().getElementsQuery()
                .filterByType(CamundaProperties.class).list().stream().flatMap(eigenschaften -> eigenschaften.getCamundaProperties().stream())
                .filter(eigenschaft -> name.equals(eigenschaft.getCamundaName())).map(CamundaProperty::getCamundaValue)
                .filter(wert -> wert != null).flatMap(wert -> Arrays.stream(wert.split(","))).map(String::strip).filter(wert -> !wert.isEmpty());
    }

    boolean nennt(String alt) {
        return wohin.containsKey(alt) || mitAbsicht.contains(alt);
    }
}
