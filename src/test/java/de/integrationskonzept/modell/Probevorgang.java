package de.integrationskonzept.modell;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;

/** A small process of a stranger that calls another one, in several versions. Nothing else in the product knows them. */
final class Probevorgang {

    static final String VORGANG = "umzugsvorgang";
    static final String TEIL = "umzugsteil";
    static final String GIFT = "gift";

    private static final String FORMULAR = "projektstart-startsignal-geben";

    private Probevorgang() {
    }

    /** The part waits at "pruefen", with a reminder on it; whoever holds {@code gift} waits at a step that has no successor. */
    static Map<String, byte[]> anfangs() {
        return Map.of(VORGANG + ".bpmn", rahmen(), TEIL + ".bpmn", teil("pruefen", "Antrag prüfen", "integrationsbeauftragte", true));
    }

    /** The step has another name, id and role; the reminder stays, the odd step has gone. */
    static Map<String, byte[]> umbenannt() {
        return Map.of(TEIL + ".bpmn", teil("antrag-pruefen", "Antrag genau prüfen", "controlling", false));
    }

    /** Another title only. */
    static Map<String, byte[]> wieder(String name) {
        return Map.of(TEIL + ".bpmn", teil("antrag-pruefen", name, "controlling", false));
    }

    static byte[] rahmen() {
        return inhalt(Bpmn.createExecutableProcess(VORGANG).name("Umzugsvorgang").camundaHistoryTimeToLiveString("P10D").startEvent("start")
                .callActivity("teil").name("Teil").calledElement(TEIL).camundaIn("gift", "gift").endEvent("ende").done());
    }

    static byte[] teil(String schritt, String name, String rolle, boolean mitGift) {
        var weiche = Bpmn.createExecutableProcess(TEIL).name("Umzugsteil").camundaHistoryTimeToLiveString("P10D").startEvent("start")
                .exclusiveGateway("weiche");
        AbstractFlowNodeBuilder<?, ?> weg = weiche.userTask(schritt).name(name).camundaCandidateGroups(rolle).camundaFormRef(FORMULAR)
                .camundaFormRefBinding("latest").documentation("Bitte prüfen Sie den Antrag: " + name + ".")
                .boundaryEvent("erinnern").name("Nach einer Woche").cancelActivity(false).timerWithDuration("P7D").endEvent("erinnert")
                .moveToActivity(schritt).endEvent("ende");
        if (mitGift) {
            weg = weg.moveToNode("weiche").condition("gift", "${gift == true}").userTask(GIFT).name("Sonderfall klären")
                    .camundaCandidateGroups(rolle).camundaFormRef(FORMULAR).camundaFormRefBinding("latest")
                    .documentation("Bitte klären Sie den Sonderfall.")
                    .endEvent("geklaert");
        }
        BpmnModelInstance modell = weg.done();
        if (mitGift) {
            modell.<org.camunda.bpm.model.bpmn.instance.ExclusiveGateway>getModelElementById("weiche")
                    .setDefault(modell.<org.camunda.bpm.model.bpmn.instance.UserTask>getModelElementById(schritt).getIncoming().iterator().next());
        }
        return inhalt(modell);
    }

    private static byte[] inhalt(BpmnModelInstance modell) {
        return Bpmn.convertToString(modell).getBytes(StandardCharsets.UTF_8);
    }
}
