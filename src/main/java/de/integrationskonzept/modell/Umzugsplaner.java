package de.integrationskonzept.modell;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.springframework.stereotype.Component;

/** Which step of a former version becomes which of the new one. */
@Component
class Umzugsplaner {

    /** @param bestaetigt by hand, former step to step; it goes before what is called alike */
    Map<String, String> anweisungen(byte[] quelle, byte[] ziel, Map<String, String> bestaetigt) {
        BpmnModelInstance vorher = Bpmn.readModelFromStream(new ByteArrayInputStream(quelle));
        BpmnModelInstance nachher = Bpmn.readModelFromStream(new ByteArrayInputStream(ziel));
        Map<String, String> anweisungen = new LinkedHashMap<>();
        vorher.getModelElementsByType(Activity.class).stream().map(Activity::getId).filter(id -> nachher.getModelElementById(id) instanceof Activity)
                .forEach(id -> anweisungen.put(id, id));
        bestaetigt.forEach((alt, neu) -> {
            if (vorher.getModelElementById(alt) != null && nachher.getModelElementById(neu) != null) {
                anweisungen.put(alt, neu);
            }
        });
        return anweisungen;
    }
}
