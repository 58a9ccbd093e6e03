package de.integrationskonzept.cockpit;

import de.integrationskonzept.cockpit.Ablaufplan.Folge;
import de.integrationskonzept.cockpit.Ablaufplan.Schritt;
import de.integrationskonzept.cockpit.Ablaufplan.Weg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Reads a diagram into words. */
final class Ablaufleser {

    private final Wege wege;
    private final Map<FlowNode, Integer> stelle = new HashMap<>();
    private final Map<String, List<Folge>> folgen = new LinkedHashMap<>();
    private final List<String> jederzeit = new ArrayList<>();

    private Ablaufleser(Wege wege) {
        this.wege = wege;
    }

    static Ablaufplan lies(String definition, Process process) {
        Ablaufleser leser = new Ablaufleser(new Wege(process));
        List<Schritt> schritte = leser.ebene(process.getFlowElements(), null);
        return new Ablaufplan(definition, process.getId(), process.getName() == null ? process.getId() : process.getName(), schritte,
                leser.folgen, leser.jederzeit);
    }

    private List<Schritt> ebene(Collection<FlowElement> elemente, SubProcess teil) {
        List<FlowNode> folge = Ablaufordnung.von(elemente.stream().filter(FlowNode.class::isInstance).map(FlowNode.class::cast).toList(), wege);
        folge.forEach(k -> stelle.put(k, stelle.size()));
        folge.forEach(k -> merke(k, teil));
        return folge.stream().filter(this::sagtEtwas).map(this::schritt).toList();
    }

    /** Where ways only come together there is nothing to read. */
    private boolean sagtEtwas(FlowNode knoten) {
        return knoten.getName() != null && !knoten.getName().isBlank() || !(knoten instanceof Gateway) || wege.teilenSich(knoten);
    }

    private void merke(FlowNode knoten, SubProcess teil) {
        boolean wahl = wege.teilenSich(knoten) && !(knoten instanceof ParallelGateway);
        wege.ab(knoten).forEach(weg -> folgt(knoten.getId(), weg.getTarget(), !wahl));
        if (knoten instanceof BoundaryEvent rand) {
            folgt(rand.getAttachedTo().getId(), rand, false);
        } else if (knoten instanceof SubProcess selbst && selbst.triggeredByEvent()) {
            if (teil == null) {
                jederzeit.add(knoten.getId());
            } else {
                folgt(teil.getId(), knoten, false);
            }
        } else if (teil != null && wege.zu(knoten).isEmpty()) {
            folgt(teil.getId(), knoten, true);
        }
    }

    private void folgt(String schritt, FlowNode danach, boolean sicher) {
        folgen.computeIfAbsent(schritt, s -> new ArrayList<>()).add(new Folge(danach.getId(), sicher));
    }

    private Schritt schritt(FlowNode knoten) {
        List<Schritt> eigene = knoten instanceof SubProcess teil ? ebene(teil.getFlowElements(), teil) : List.of();
        return new Schritt(knoten.getId(), name(knoten), Schrittart.von(knoten, wege.teilenSich(knoten)), gruppen(knoten), wenn(knoten), wege(knoten),
                knoten instanceof CallActivity ruf ? fest(ruf.getCalledElement()) : null, eigene);
    }

    private static String name(FlowNode knoten) {
        return knoten.getName() == null || knoten.getName().isBlank() ? "ohne Namen" : knoten.getName().strip();
    }

    private static List<String> gruppen(FlowNode knoten) {
        if (!(knoten instanceof UserTask aufgabe)) {
            return List.of();
        }
        String gruppen = aufgabe.getCamundaCandidateGroups();
        return gruppen == null || fest(gruppen) == null ? null : Arrays.stream(gruppen.split(",")).map(String::strip).toList();
    }

    /** What is written in the model and not worked out when the process runs. */
    private static String fest(String text) {
        return text == null || text.contains("${") || text.contains("#{") ? null : text;
    }

    private String wenn(FlowNode knoten) {
        List<SequenceFlow> her = wege.zu(knoten).stream().filter(weg -> !zurueck(weg.getSource(), knoten)).toList();
        if (her.size() != 1) {
            return null;
        }
        FlowNode frage = her.get(0).getSource();
        return !wege.teilenSich(frage) || frage instanceof ParallelGateway ? null
                : (sagtEtwas(frage) && frage.getName() != null ? name(frage) + " " : "") + antwort(her.get(0));
    }

    private List<Weg> wege(FlowNode knoten) {
        return !wege.teilenSich(knoten) ? List.of() : wege.ab(knoten).stream().flatMap(weg -> ziele(weg.getTarget(), new HashSet<>())
                .map(ziel -> new Weg(antwort(weg), name(ziel), zurueck(knoten, ziel)))).toList();
    }

    private boolean zurueck(FlowNode von, FlowNode nach) {
        return stelle.getOrDefault(nach, Integer.MAX_VALUE) <= stelle.getOrDefault(von, -1);
    }

    /** The next steps that say something. */
    private Stream<FlowNode> ziele(FlowNode knoten, Set<FlowNode> gesehen) {
        return !gesehen.add(knoten) ? Stream.of() : sagtEtwas(knoten) ? Stream.of(knoten)
                : wege.ab(knoten).stream().flatMap(weg -> ziele(weg.getTarget(), gesehen));
    }

    private static String antwort(SequenceFlow weg) {
        if (weg.getName() != null && !weg.getName().isBlank()) {
            return weg.getName().strip();
        }
        boolean sonst = weg.getSource() instanceof ExclusiveGateway wahl && weg.equals(wahl.getDefault());
        return sonst ? "sonst" : weg.getSource() instanceof ParallelGateway ? "zugleich" : "je nachdem";
    }
}
