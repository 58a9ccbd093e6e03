package de.integrationskonzept.cockpit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/**
 * The order in which one reads the steps of a diagram: no step before the one that leads to it, a branch as a whole before the
 * next one, and what comes together only after all of them. Arrows back are the only exception.
 */
final class Ablaufordnung {

    private final Map<FlowNode, List<FlowNode>> danach = new HashMap<>();
    private final Set<FlowNode> gesehen = new HashSet<>();
    private final List<FlowNode> fertig = new ArrayList<>();

    private Ablaufordnung(Collection<FlowNode> ebene, Wege wege) {
        ebene.forEach(k -> danach.put(k, new ArrayList<>(wege.ab(k).stream().map(SequenceFlow::getTarget).toList())));
        ebene.stream().filter(BoundaryEvent.class::isInstance).map(BoundaryEvent.class::cast).filter(e -> danach.containsKey(e.getAttachedTo()))
                .forEach(e -> danach.get(e.getAttachedTo()).add(e));
    }

    /** @param ebene the steps of a process or of one of its sub-processes, without what lies deeper */
    static List<FlowNode> von(Collection<FlowNode> ebene, Wege wege) {
        Ablaufordnung ordnung = new Ablaufordnung(ebene, wege);
        List<FlowNode> imFluss = ebene.stream().filter(k -> !jederzeit(k)).toList();
        // Read backwards: what is looked at first stands last. A circle that nothing leads into has no beginning and comes after the others.
        Stream.of(imFluss.stream().filter(k -> wege.zu(k).isEmpty() && !(k instanceof BoundaryEvent)), imFluss.stream()).map(Stream::toList).forEach(anfaenge ->
                rueckwaerts(anfaenge).forEachRemaining(ordnung::ab));
        Collections.reverse(ordnung.fertig);
        return Stream.concat(ordnung.fertig.stream(), ebene.stream().filter(Ablaufordnung::jederzeit)).toList();
    }

    private static boolean jederzeit(FlowNode knoten) {
        return knoten instanceof SubProcess teil && teil.triggeredByEvent();
    }

    /** What is reached from there and was not yet, depth first; without recursion, a model may be long. */
    private void ab(FlowNode anfang) {
        Deque<Iterator<FlowNode>> offen = new ArrayDeque<>();
        Deque<FlowNode> weg = new ArrayDeque<>();
        if (gesehen.add(anfang)) {
            offen.push(rueckwaerts(danach.get(anfang)));
            weg.push(anfang);
        }
        while (!offen.isEmpty()) {
            if (offen.peek().hasNext()) {
                FlowNode naechster = offen.peek().next();
                if (danach.containsKey(naechster) && gesehen.add(naechster)) {
                    offen.push(rueckwaerts(danach.get(naechster)));
                    weg.push(naechster);
                }
            } else {
                offen.pop();
                fertig.add(weg.pop());
            }
        }
    }

    private static Iterator<FlowNode> rueckwaerts(List<FlowNode> knoten) {
        List<FlowNode> folge = new ArrayList<>(knoten);
        Collections.reverse(folge);
        return folge.iterator();
    }
}
