package de.integrationskonzept.cockpit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What comes after a step, as the models are drawn: the next steps of people, each with the answers that lead to it. */
final class Vorschau {

    private static final int HOECHSTENS = 12;

    private final Prozessmodelle modelle;
    private final Namen namen;
    private final Map<Station, List<List<Antwort>>> wege = new LinkedHashMap<>();
    private final Set<List<Object>> gesehen = new HashSet<>();

    private Vorschau(Prozessmodelle modelle, Namen namen) {
        this.modelle = modelle;
        this.namen = namen;
    }

    /** A question that the model asks and one of the answers that it knows. */
    record Antwort(String frage, String antwort) {
    }

    /**
     * @param rolle null when only the file knows, or for what nobody does
     * @param wenn the ways that lead there: the answers on each of them, none for a way without a question
     * @param nachAllen other work beside it has to be done before
     * @param ende nothing follows: the name says what is reached then
     */
    record Station(String schritt, String rolle, List<List<Antwort>> wenn, boolean nachAllen, boolean ende) {
    }

    static List<Station> nach(FlowNode schritt, Ort ort, Prozessmodelle modelle, Namen namen) {
        Vorschau vorschau = new Vorschau(modelle, namen);
        vorschau.weiter(schritt, ort, List.of(), false);
        return vorschau.wege.entrySet().stream().limit(HOECHSTENS)
                .map(e -> new Station(e.getKey().schritt(), e.getKey().rolle(), e.getValue().stream().distinct().toList(), e.getKey().nachAllen(), e.getKey().ende()))
                .toList();
    }

    private void weiter(FlowNode von, Ort ort, List<Antwort> wenn, boolean nachAllen) {
        for (SequenceFlow fluss : von.getOutgoing()) {
            if (gesehen.add(List.of(ort.prozess().getId(), fluss.getId(), wenn))) {
                kommt(fluss.getTarget(), ort, antwort(von, fluss).map(a -> mit(wenn, a)).orElse(wenn), nachAllen);
            }
        }
    }

    static Optional<Antwort> antwort(FlowNode von, SequenceFlow fluss) {
        return von instanceof ExclusiveGateway && von.getOutgoing().size() > 1 && Prozessmodelle.benannt(von) && Prozessmodelle.benannt(fluss)
                ? Optional.of(new Antwort(von.getName(), fluss.getName())) : Optional.empty();
    }

    private static List<Antwort> mit(List<Antwort> wenn, Antwort antwort) {
        List<Antwort> mehr = new ArrayList<>(wenn);
        mehr.add(antwort);
        return mehr;
    }

    private void kommt(FlowNode ziel, Ort ort, List<Antwort> wenn, boolean nachAllen) {
        if (ziel instanceof UserTask aufgabe) {
            List<String> rollen = Prozessmodelle.rollen(aufgabe);
            station(aufgabe.getName(), rollen.isEmpty() ? null : namen.rollen(rollen), wenn, nachAllen, false);
        } else if (ziel instanceof CallActivity aufruf) {
            gerufen(aufruf, ort, wenn, nachAllen);
        } else if (ziel instanceof SubProcess teil) {
            Prozessmodelle.beginn(teil.getFlowElements()).ifPresent(start -> weiter(start, ort, wenn, nachAllen));
        } else if (ziel instanceof EndEvent ende) {
            ende(ende, ort, wenn, nachAllen);
        } else if ((ziel instanceof CatchEvent || ziel instanceof ReceiveTask) && Prozessmodelle.benannt(ziel)) {
            station(ziel.getName(), null, wenn, nachAllen, false);
        } else {
            weiter(ziel, ort, wenn, nachAllen || ziel instanceof ParallelGateway && ziel.getIncoming().size() > 1);
        }
    }

    private void station(String schritt, String rolle, List<Antwort> wenn, boolean nachAllen, boolean ende) {
        wege.computeIfAbsent(new Station(schritt, rolle, List.of(), nachAllen, ende), neu -> new ArrayList<>()).add(wenn);
    }

    /** What is confidential, or not to be known, is passed over. */
    private void gerufen(CallActivity aufruf, Ort ort, List<Antwort> wenn, boolean nachAllen) {
        Optional<Ort> darin = modelle.gerufene(aufruf).flatMap(definition -> modelle.prozess(definition)
                .map(prozess -> new Ort(prozess, definition, null, ort, aufruf, 0)));
        Optional<? extends FlowNode> start = darin.flatMap(o -> Prozessmodelle.beginn(o.prozess().getFlowElements()));
        if (start.isPresent()) {
            weiter(start.get(), darin.get(), wenn, nachAllen);
        } else {
            weiter(aufruf, ort, wenn, nachAllen);
        }
    }

    private void ende(EndEvent ende, Ort ort, List<Antwort> wenn, boolean nachAllen) {
        if (ende.getParentElement() instanceof SubProcess teil) {
            if (!teil.triggeredByEvent()) {
                weiter(teil, ort, wenn, true);
            }
        } else if (ort.oberhalb() != null) {
            weiter(ort.aufruf(), ort.oberhalb(), wenn, nachAllen || ort.aufruf().getLoopCharacteristics() != null);
        } else if (Prozessmodelle.benannt(ende)) {
            station(ende.getName(), null, wenn, nachAllen, true);
        }
    }
}
