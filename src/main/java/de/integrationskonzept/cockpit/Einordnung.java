package de.integrationskonzept.cockpit;

import de.integrationskonzept.akte.Aktenaufgaben;
import de.integrationskonzept.akte.Aktenaufgaben.Aufgabe;
import de.integrationskonzept.akte.Aktenspur;
import de.integrationskonzept.akte.Aktenspur.Element;
import de.integrationskonzept.akte.Aktenspur.Spur;
import de.integrationskonzept.vertretung.Vertretungen;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Where a task stands in its file: phase, what came before it, what comes after it. All of it follows from models and history. */
@Component
class Einordnung {

    private final Aktenaufgaben aufgaben;
    private final Aktenspur akten;
    private final Prozessmodelle modelle;
    private final Namen namen;
    private final Vertretungen vertretungen;

    Einordnung(Aktenaufgaben aufgaben, Aktenspur akten, Prozessmodelle modelle, Namen namen, Vertretungen vertretungen) {
        this.aufgaben = aufgaben;
        this.akten = akten;
        this.modelle = modelle;
        this.namen = namen;
        this.vertretungen = vertretungen;
    }

    /** How far something is. */
    enum Stand { ERLEDIGT, JETZT, LAEUFT, OFFEN }

    record Phase(String name, Stand stand) {
    }

    /** @param rolle null when only the file knows, and for a step that is a process of its own */
    record Schritt(String name, String rolle, Stand stand) {
    }

    /**
     * @param akte name of the file, {@code phase} the one it is in; null for what is no file
     * @param vertretung name of the person for whom somebody stands in at it, null for nobody
     * @param vorgang name of the process whose {@code schritte} these are, the first one first
     * @param wozu why there is this task, as its model says
     * @param davor why it has come now
     */
    record Bild(String akte, String kommune, String phase, String vertretung, List<Phase> phasen, String aufgabe, String vorgang, List<Schritt> schritte,
            String wozu, Rueckblick.Davor davor, List<Vorschau.Station> danach) {
    }

    /**
     * For everybody who may read the task.
     *
     * @throws de.integrationskonzept.engine.Refusal (404) for others
     */
    Bild lies(String id) {
        Aufgabe aufgabe = aufgaben.lies(id, "Aufgabe");
        Spur spur = akten.lies(aufgabe.vorgang());
        Optional<Ort> ort = Ort.von(aufgabe.vorgang(), aufgabe.definition(), spur, modelle);
        Optional<FlowNode> schritt = ort.flatMap(o -> Prozessmodelle.element(o.prozess(), aufgabe.schritt())).map(FlowNode.class::cast);
        List<Phase> phasen = phasen(spur);
        String vertretung = vertretungen.fuer(id).orElse(null);
        if (schritt.isEmpty()) {
            return new Bild(spur.akte(), spur.kommune(), spur.phase(), vertretung, phasen, aufgabe.name(), null, List.of(), null,
                    new Rueckblick.Davor(null, null, null, List.of()), List.of());
        }
        long folge = spur.elemente().stream().filter(e -> id.equals(e.aufgabe())).mapToLong(Element::folge).max().orElse(Long.MAX_VALUE);
        Karte karte = karte(ort.get(), schritt.get(), spur);
        return new Bild(spur.akte(), spur.kommune(), spur.phase(), vertretung, phasen, aufgabe.name(), karte.vorgang(), karte.schritte(), Prozessmodelle.text(schritt.get()),
                new Rueckblick(modelle, akten, namen, spur, aufgabe.akte() != null).vor(schritt.get(), ort.get(), folge),
                Vorschau.nach(schritt.get(), ort.get(), modelle, namen));
    }

    /** A phase that is in no plan comes after the others. */
    private static List<Phase> phasen(Spur spur) {
        Set<String> alle = new LinkedHashSet<>(spur.phasen());
        if (spur.phase() != null && !alle.isEmpty()) {
            alle.add(spur.phase());
        }
        List<String> liste = List.copyOf(alle);
        int jetzt = spur.phase() == null ? -1 : liste.indexOf(spur.phase());
        List<Phase> phasen = new ArrayList<>();
        for (int i = 0; i < liste.size(); i++) {
            phasen.add(new Phase(liste.get(i), i < jetzt ? Stand.ERLEDIGT : i == jetzt ? Stand.JETZT : Stand.OFFEN));
        }
        return phasen;
    }

    private record Karte(String vorgang, List<Schritt> schritte) {
    }

    /** Of the process of the task; of the one above, when the task is all that it does. */
    private Karte karte(Ort ort, FlowNode jetzt, Spur spur) {
        List<FlowNode> stationen = stationen(ort, jetzt, spur);
        if (stationen.size() < 2 && ort.oberhalb() != null && ort.oberhalb().oberhalb() != null) {
            return karte(ort.oberhalb(), ort.aufruf(), spur);
        }
        return new Karte(ort.name(), stationen.stream().map(s -> new Schritt(s.getName(), rolle(s), s.equals(jetzt) ? Stand.JETZT : stand(s, ort, spur))).toList());
    }

    private String rolle(FlowNode schritt) {
        List<String> rollen = schritt instanceof UserTask aufgabe ? Prozessmodelle.rollen(aufgabe) : List.of();
        return rollen.isEmpty() ? null : namen.rollen(rollen);
    }

    private static Stand stand(FlowNode schritt, Ort ort, Spur spur) {
        List<Element> wege = spur.elemente().stream().filter(e -> e.vorgang().equals(ort.vorgang()) && e.id().equals(schritt.getId())).toList();
        return wege.isEmpty() ? Stand.OFFEN : wege.stream().anyMatch(e -> e.ende() == null) ? Stand.LAEUFT : Stand.ERLEDIGT;
    }

    /** In the order in which the flows of the model come to them, without what the file has passed by. */
    private List<FlowNode> stationen(Ort ort, FlowNode jetzt, Spur spur) {
        Set<FlowNode> gesehen = new LinkedHashSet<>();
        Deque<FlowNode> weiter = new ArrayDeque<>(anfaenge(ort, jetzt));
        while (!weiter.isEmpty()) {
            FlowNode knoten = weiter.poll();
            if (gesehen.add(knoten)) {
                if (knoten instanceof SubProcess teil) {
                    Prozessmodelle.beginn(teil.getFlowElements()).ifPresent(weiter::addFirst);
                }
                knoten.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(weiter::add);
            }
        }
        return gesehen.stream().filter(k -> k.equals(jetzt) || (k instanceof UserTask || k instanceof CallActivity aufruf && modelle.gerufene(aufruf).isPresent())
                && !vorbei(k, ort, spur, new HashSet<>())).toList();
    }

    /** A part that is begun by an event is a way of its own. */
    private static List<FlowNode> anfaenge(Ort ort, FlowNode jetzt) {
        return jetzt.getParentElement() instanceof SubProcess teil && teil.triggeredByEvent()
                ? teil.getFlowElements().stream().filter(StartEvent.class::isInstance).map(FlowNode.class::cast).toList()
                : Prozessmodelle.beginn(ort.prozess().getFlowElements()).map(start -> List.<FlowNode>of(start)).orElse(List.of());
    }

    /** Never reached, though all that could lead there is done or passed by itself. */
    private static boolean vorbei(FlowNode knoten, Ort ort, Spur spur, Set<FlowNode> unterwegs) {
        return !knoten.getIncoming().isEmpty() && unterwegs.add(knoten) && stand(knoten, ort, spur) == Stand.OFFEN && knoten.getIncoming().stream()
                .map(SequenceFlow::getSource).allMatch(von -> stand(von, ort, spur) == Stand.ERLEDIGT || vorbei(von, ort, spur, unterwegs));
    }
}
