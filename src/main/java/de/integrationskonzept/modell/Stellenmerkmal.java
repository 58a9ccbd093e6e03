package de.integrationskonzept.modell;

import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** By what a place is known beside its name: the form of a task, the called process, the message or signal that is waited for. */
final class Stellenmerkmal {

    private Stellenmerkmal() {
    }

    /** Null for none. */
    static String von(FlowNode knoten) {
        if (knoten instanceof UserTask aufgabe) {
            return Stream.of(aufgabe.getCamundaFormRef(), aufgabe.getCamundaFormKey()).filter(Objects::nonNull).findFirst().orElse(null);
        } else if (knoten instanceof CallActivity aufruf) {
            return aufruf.getCalledElement();
        } else if (knoten instanceof ReceiveTask empfang) {
            return name(empfang.getMessage());
        } else if (knoten instanceof CatchEvent ereignis) {
            return worauf(ereignis) instanceof MessageEventDefinition nachricht ? name(nachricht.getMessage())
                    : worauf(ereignis) instanceof SignalEventDefinition signal && signal.getSignal() != null ? signal.getSignal().getName() : null;
        }
        return null;
    }

    private static String name(Message nachricht) {
        return nachricht == null ? null : nachricht.getName();
    }

    /** What the event waits for, null when it waits for nothing. */
    static EventDefinition worauf(CatchEvent ereignis) {
        return ereignis.getEventDefinitions().stream().findFirst().orElse(null);
    }
}
