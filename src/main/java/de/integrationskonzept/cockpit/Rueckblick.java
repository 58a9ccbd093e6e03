package de.integrationskonzept.cockpit;

import de.integrationskonzept.akte.Aktenspur;
import de.integrationskonzept.akte.Aktenspur.Element;
import de.integrationskonzept.akte.Aktenspur.Spur;
import de.integrationskonzept.cockpit.Vorschau.Antwort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Why a step has come: backwards along the model, as the history says that it went. */
final class Rueckblick {

    private static final int WEITESTER = 100;

    private final Prozessmodelle modelle;
    private final Aktenspur akten;
    private final Namen namen;
    private final Spur spur;
    private final boolean ganzeAkte;
    private final List<Antwort> antworten = new ArrayList<>();
    private int schritte;

    /** @param ganzeAkte the reader may know what was answered in the other processes of the file */
    Rueckblick(Prozessmodelle modelle, Aktenspur akten, Namen namen, Spur spur, boolean ganzeAkte) {
        this.modelle = modelle;
        this.akten = akten;
        this.namen = namen;
        this.spur = spur;
        this.ganzeAkte = ganzeAkte;
    }

    /**
     * @param schritt what somebody did last on the way there, or the event that began it; null when nothing is known
     * @param rolle who did it, null for an event
     * @param am when, null for an event
     * @param antworten what was decided between, the latest last
     */
    record Davor(String schritt, String rolle, Instant am, List<Antwort> antworten) {
    }

    Davor vor(FlowNode schritt, Ort ort, long folge) {
        Davor davor = zurueck(schritt, ort, folge, true);
        return davor == null ? new Davor(null, null, null, List.of()) : davor;
    }

    private Davor zurueck(FlowNode ziel, Ort ort, long vor, boolean eigener) {
        if (ziel instanceof StartEvent start && ziel.getIncoming().isEmpty()) {
            return vorDemBeginn(start, ort, vor);
        }
        SequenceFlow fluss = null;
        Element quelle = null;
        for (SequenceFlow eingang : ziel.getIncoming()) {
            Optional<Element> war = spur.zuletzt(ort.vorgang(), eingang.getSource().getId(), vor);
            if (war.isPresent() && (quelle == null || war.get().folge() > quelle.folge())) {
                fluss = eingang;
                quelle = war.get();
            }
        }
        if (quelle == null || ++schritte > WEITESTER) {
            return null;
        }
        if (eigener || ganzeAkte) {
            Vorschau.antwort(fluss.getSource(), fluss).ifPresent(antwort -> antworten.add(0, antwort));
        }
        return gekommenVon(fluss.getSource(), quelle, ort, eigener);
    }

    private Davor gekommenVon(FlowNode von, Element war, Ort ort, boolean eigener) {
        if (von instanceof UserTask aufgabe) {
            return getan(aufgabe.getName(), war);
        }
        if (von instanceof BoundaryEvent) {
            return new Davor(von.getName(), null, null, List.copyOf(antworten));
        }
        Optional<Davor> darin = von instanceof CallActivity ? zuletztIn(war.gerufen()) : von instanceof SubProcess teil ? zuletztIn(teil, ort) : Optional.empty();
        return darin.orElseGet(() -> zurueck(von, ort, war.folge(), eigener));
    }

    private Davor vorDemBeginn(StartEvent start, Ort ort, long vor) {
        if (start.getParentElement() instanceof SubProcess teil) {
            return teil.triggeredByEvent() ? new Davor(start.getName(), null, null, List.copyOf(antworten))
                    : zurueck(teil, ort, spur.zuletzt(ort.vorgang(), teil.getId(), vor).map(Element::folge).orElse(vor), true);
        }
        return ort.oberhalb() == null ? new Davor(start.getName(), null, null, List.copyOf(antworten))
                : zurueck(ort.aufruf(), ort.oberhalb(), ort.folge(), false);
    }

    private Davor getan(String schritt, Element war) {
        return new Davor(schritt, namen.rollen(akten.rollen(war.aufgabe())), war.ende(), List.copyOf(antworten));
    }

    /** The last task that was done in a called process and in what it called itself; none in a confidential one. */
    private Optional<Davor> zuletztIn(String vorgang) {
        return letzte(element -> element.vorgang().equals(vorgang));
    }

    private Optional<Davor> zuletztIn(SubProcess teil, Ort ort) {
        return letzte(element -> element.vorgang().equals(ort.vorgang()) && Prozessmodelle.element(ort.prozess(), element.id())
                .filter(e -> enthaelt(teil, e)).isPresent());
    }

    private static boolean enthaelt(SubProcess teil, ModelElementInstance element) {
        return element.getParentElement() != null && (element.getParentElement().equals(teil) || enthaelt(teil, element.getParentElement()));
    }

    /** @param darin of the task, or of one of the calls that led to it */
    private Optional<Davor> letzte(Predicate<Element> darin) {
        return spur.elemente().stream().filter(e -> e.art().equals("userTask") && e.ende() != null && e.aufgabe() != null
                        && wegZu(e).anyMatch(darin) && wegZu(e).noneMatch(oben -> modelle.geheim(oben.definition())))
                .max(Comparator.comparing(Element::ende).thenComparingLong(Element::folge))
                .flatMap(e -> modelle.prozess(e.definition()).flatMap(p -> Prozessmodelle.element(p, e.id())).map(t -> getan(t.getName(), e)));
    }

    /** The element and the calls above it. */
    private Stream<Element> wegZu(Element element) {
        return Stream.iterate(element, e -> e != null, e -> spur.aufrufe().get(e.vorgang()));
    }
}
