package de.integrationskonzept.modell;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Reads from a model all places where files can stand or that carry something across, see {@link Wartestelle}. */
final class Wartestellen {

    private final Map<String, Wartestelle> stellen = new LinkedHashMap<>();
    /** By id of the step, what leads to it; a model need not say so at the step itself. */
    private final Map<String, List<FlowNode>> herkunft;

    private Wartestellen(Process prozess) {
        herkunft = prozess.getModelInstance().getModelElementsByType(SequenceFlow.class).stream().collect(
                Collectors.groupingBy(weg -> weg.getTarget().getId(), Collectors.mapping(SequenceFlow::getSource, Collectors.toList())));
    }

    /** By id, in the order of the model. */
    static Map<String, Wartestelle> von(Process prozess) {
        Wartestellen wartestellen = new Wartestellen(prozess);
        wartestellen.sammle(prozess.getFlowElements(), null);
        return wartestellen.stellen;
    }

    /** All steps, those of sub-processes included. */
    static Stream<FlowNode> knoten(Collection<FlowElement> elemente) {
        return elemente.stream().filter(FlowNode.class::isInstance).map(FlowNode.class::cast).flatMap(k -> Stream.concat(Stream.of(k),
                k instanceof SubProcess teil ? knoten(teil.getFlowElements()) : Stream.empty()));
    }

    private void sammle(Collection<FlowElement> elemente, String bereich) {
        elemente.stream().filter(FlowNode.class::isInstance).map(FlowNode.class::cast).forEach(knoten -> {
            MultiInstanceLoopCharacteristics mehrmals = mehrmals(knoten);
            String darin = mehrmals == null ? bereich : Wartestelle.mehrfach(knoten.getId());
            if (mehrmals == null) {
                merke(knoten, darin, knoten.isCamundaAsyncBefore(), danach(knoten));
            } else {
                // For the engine the settings of the element are those of all runs together; a single run has its own.
                lege(new Wartestelle(darin, name(knoten, Stellenart.MEHRFACH), Stellenart.MEHRFACH, null, null, bereich,
                        knoten.isCamundaAsyncBefore() || danach(knoten), knoten.isCamundaAsyncBefore(), danach(knoten)));
                merke(knoten, darin, mehrmals.isCamundaAsyncBefore(), mehrmals.isCamundaAsyncAfter());
            }
            if (knoten instanceof SubProcess teil) {
                sammle(teil.getFlowElements(), teil.getId());
            }
        });
    }

    private static boolean danach(FlowNode knoten) {
        return !(knoten instanceof EventBasedGateway) && knoten.isCamundaAsyncAfter();
    }

    private static MultiInstanceLoopCharacteristics mehrmals(FlowNode knoten) {
        return knoten instanceof Activity taetigkeit && taetigkeit.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics mehrmals
                ? mehrmals : null;
    }

    private void merke(FlowNode knoten, String bereich, boolean davor, boolean danach) {
        Stellenart art = art(knoten);
        if (art == null && !davor && !danach) {
            return;
        }
        Stellenart gefunden = art == null ? Stellenart.HINTERGRUND : art;
        lege(new Wartestelle(knoten.getId(), name(knoten, gefunden), gefunden, Stellenmerkmal.von(knoten),
                knoten instanceof UserTask aufgabe ? aufgabe.getCamundaCandidateGroups() : null, bereich,
                davor || danach || !nurTraegt(knoten, gefunden), davor, danach));
    }

    private void lege(Wartestelle stelle) {
        stellen.put(stelle.id(), stelle);
    }

    /** What stands open beside a step instead of holding the file itself. */
    private boolean nurTraegt(FlowNode knoten, Stellenart art) {
        return art.umschliesst() || art == Stellenart.AUSLOESER || art == Stellenart.RANDEREIGNIS
                || knoten instanceof CatchEvent && kommtVon(knoten).anyMatch(EventBasedGateway.class::isInstance);
    }

    private Stream<FlowNode> kommtVon(FlowNode knoten) {
        return herkunft.getOrDefault(knoten.getId(), List.of()).stream();
    }

    private static String name(FlowNode knoten, Stellenart art) {
        return knoten.getName() == null || knoten.getName().isBlank() ? art.wort() + " ohne Namen" : knoten.getName().strip().replaceAll("\\s+", " ");
    }

    /** Null where a file only passes. */
    private Stellenart art(FlowNode knoten) {
        if (knoten instanceof UserTask) {
            return Stellenart.AUFGABE;
        } else if (knoten instanceof ReceiveTask) {
            return Stellenart.NACHRICHT;
        } else if (knoten instanceof CallActivity) {
            return Stellenart.AUFRUF;
        } else if (knoten instanceof SubProcess teil) {
            return teil.triggeredByEvent() ? Stellenart.JEDERZEIT : Stellenart.TEILPROZESS;
        } else if (knoten instanceof EventBasedGateway) {
            return Stellenart.EREIGNISWAHL;
        } else if (knoten instanceof ParallelGateway || knoten instanceof InclusiveGateway) {
            return kommtVon(knoten).count() > 1 ? Stellenart.ZUSAMMENFUEHRUNG : null;
        }
        return knoten instanceof CatchEvent ereignis ? art(ereignis) : null;
    }

    private static Stellenart art(CatchEvent ereignis) {
        if (ereignis instanceof BoundaryEvent) {
            return Stellenart.RANDEREIGNIS;
        } else if (ereignis instanceof StartEvent) {
            return ereignis.getParentElement() instanceof SubProcess teil && teil.triggeredByEvent() ? Stellenart.AUSLOESER : null;
        }
        EventDefinition worauf = Stellenmerkmal.worauf(ereignis);
        return !(ereignis instanceof IntermediateCatchEvent) ? null : worauf instanceof MessageEventDefinition ? Stellenart.NACHRICHT
                : worauf instanceof TimerEventDefinition ? Stellenart.TERMIN : worauf instanceof SignalEventDefinition ? Stellenart.SIGNAL
                : worauf instanceof ConditionalEventDefinition ? Stellenart.BEDINGUNG : null;
    }
}
