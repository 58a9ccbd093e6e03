package de.integrationskonzept.cockpit;

import de.integrationskonzept.akte.Aktenspur.Element;
import de.integrationskonzept.akte.Aktenspur.Spur;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;

/**
 * A process within the processes that called it.
 *
 * @param vorgang process instance, null when it has not begun
 * @param oberhalb null for a root; {@code aufruf} where it is called there, {@code folge} when on the way of that instance
 */
record Ort(Process prozess, String definition, String vorgang, Ort oberhalb, CallActivity aufruf, long folge) {

    /** Where a process instance runs or ran; empty when a model on the way up is no longer there. */
    static Optional<Ort> von(String vorgang, String definition, Spur spur, Prozessmodelle modelle) {
        Optional<Process> prozess = modelle.prozess(definition);
        Optional<Element> aufruf = spur.aufruf(vorgang);
        if (prozess.isEmpty() || aufruf.isEmpty()) {
            return prozess.map(p -> new Ort(p, definition, vorgang, null, null, 0));
        }
        return von(aufruf.get().vorgang(), aufruf.get().definition(), spur, modelle).flatMap(oben -> Prozessmodelle.element(oben.prozess(), aufruf.get().id())
                .map(element -> new Ort(prozess.get(), definition, vorgang, oben, (CallActivity) element, aufruf.get().folge())));
    }

    String name() {
        return prozess.getName() == null ? prozess.getId() : prozess.getName();
    }
}
