package de.integrationskonzept.modelle;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.modelle.Modelle.Prozess;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Der Rahmen zeigt die Phasen und sonst nichts")
class RahmenTest {

    private static final int AUF_EINEM_BILDSCHIRM = 40;

    @Test
    @DisplayName("Der Rahmen besteht aus Aufrufen, Verzweigungen und Ereignis-Teilprozessen")
    void nurPhasen() {
        Prozess rahmen = Modelle.prozesse().stream().filter(p -> p.schluessel().equals("integrationskonzept")).findFirst().orElseThrow();
        Befunde befunde = new Befunde();
        rahmen.alle(FlowNode.class).forEach(n -> befunde.wenn(!(n instanceof CallActivity || n instanceof Gateway
                || n instanceof StartEvent || n instanceof EndEvent || n instanceof SubProcess s && s.triggeredByEvent()),
                rahmen.ort(n), "does not belong in the frame: " + n.getElementType().getTypeName()));
        befunde.keine();
        assertThat(rahmen.alle(FlowNode.class)).hasSizeLessThanOrEqualTo(AUF_EINEM_BILDSCHIRM);
    }
}
