package de.integrationskonzept.cockpit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** The arrows of a diagram by where they begin and end. A model may leave out to say at a step which ones these are, so they are looked at themselves. */
final class Wege {

    private final Map<FlowNode, List<SequenceFlow>> ab = new HashMap<>();
    private final Map<FlowNode, List<SequenceFlow>> zu = new HashMap<>();

    Wege(Process process) {
        process.getModelInstance().getModelElementsByType(SequenceFlow.class).forEach(weg -> {
            SequenceFlow pfeil = (SequenceFlow) weg;
            ab.computeIfAbsent(pfeil.getSource(), k -> new ArrayList<>()).add(pfeil);
            zu.computeIfAbsent(pfeil.getTarget(), k -> new ArrayList<>()).add(pfeil);
        });
    }

    List<SequenceFlow> ab(FlowNode knoten) {
        return ab.getOrDefault(knoten, List.of());
    }

    List<SequenceFlow> zu(FlowNode knoten) {
        return zu.getOrDefault(knoten, List.of());
    }

    boolean teilenSich(FlowNode knoten) {
        return ab(knoten).size() > 1;
    }
}
