package de.integrationskonzept.cockpit;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What the kinds of steps of a diagram are called in plain German. */
final class Schrittart {

    private Schrittart() {
    }

    /** @param teiltSich more than one way leads on */
    static String von(FlowNode knoten, boolean teiltSich) {
        String art = knoten instanceof Event ereignis ? ereignis(ereignis) : knoten instanceof Gateway verzweigung ? verzweigung(verzweigung, teiltSich)
                : taetigkeit(knoten);
        return mehrfach(knoten) ? art + ", mehrmals" : art;
    }

    private static String taetigkeit(FlowNode knoten) {
        if (knoten instanceof UserTask) {
            return "Aufgabe";
        } else if (knoten instanceof CallActivity) {
            return "eigener Ablauf";
        } else if (knoten instanceof BusinessRuleTask) {
            return "Regel";
        } else if (knoten instanceof ReceiveTask) {
            return "Warten auf eine Nachricht";
        } else if (knoten instanceof SubProcess teil) {
            return teil.triggeredByEvent() ? "Abschnitt, der jederzeit beginnen kann" : "Abschnitt";
        }
        return "Schritt, den das Programm erledigt";
    }

    private static String verzweigung(Gateway knoten, boolean teiltSich) {
        if (!teiltSich) {
            return knoten instanceof ParallelGateway || knoten instanceof InclusiveGateway ? "Warten, bis alle Wege zusammen sind" : "Wege kommen zusammen";
        } else if (knoten instanceof ParallelGateway) {
            return "mehrere Wege nebeneinander";
        } else if (knoten instanceof InclusiveGateway) {
            return "Entscheidung, ein Weg oder mehrere";
        }
        return knoten instanceof EventBasedGateway ? "Warten, was zuerst eintritt" : "Entscheidung, ein Weg";
    }

    private static String ereignis(Event knoten) {
        EventDefinition ausloeser = knoten.getChildElementsByType(EventDefinition.class).stream().findFirst().orElse(null);
        String worauf = ausloeser == null ? "" : ausloeser instanceof MessageEventDefinition ? "Nachricht"
                : ausloeser instanceof TimerEventDefinition ? "Zeitpunkt" : "Ereignis";
        if (knoten instanceof StartEvent) {
            return worauf.isEmpty() ? "Beginn" : "Beginn durch " + artikel(worauf);
        } else if (knoten instanceof EndEvent) {
            return ausloeser instanceof TerminateEventDefinition ? "Ende, auch von allem, was noch läuft" : "Ende";
        } else if (knoten instanceof BoundaryEvent rand) {
            return "%s bei „%s“, %s".formatted(worauf.isEmpty() ? "Ereignis" : worauf, name(rand.getAttachedTo()),
                    rand.cancelActivity() ? "bricht den Schritt ab" : "der Schritt läuft weiter");
        } else if (knoten instanceof CatchEvent) {
            return "Warten auf " + artikel(worauf.isEmpty() ? "Ereignis" : worauf);
        }
        return knoten instanceof ThrowEvent && !worauf.isEmpty() ? "Meldung" : "Zwischenstand";
    }

    private static String artikel(String wort) {
        return ("Nachricht".equals(wort) ? "eine " : "Zeitpunkt".equals(wort) ? "einen " : "ein ") + wort;
    }

    private static String name(Activity schritt) {
        return schritt.getName() == null ? "ohne Namen" : schritt.getName();
    }

    private static boolean mehrfach(FlowNode knoten) {
        return knoten instanceof Activity schritt && schritt.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics;
    }
}
