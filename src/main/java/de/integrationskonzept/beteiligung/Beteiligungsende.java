package de.integrationskonzept.beteiligung;

import de.integrationskonzept.engine.TaskGuard;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;

/** With the task its round ends: answers that are just coming in are waited for, and addresses are needed no more. */
@Component
class Beteiligungsende implements TaskGuard {

    private final Einladungsbuch buch;

    Beteiligungsende(Einladungsbuch buch) {
        this.buch = buch;
    }

    @Override
    public void beforeComplete(TaskEntity aufgabe, VariableMap angaben) {
        if (Angebot.fuer(aufgabe).isPresent()) {
            buch.sperre(aufgabe.getId());
            buch.vergissAdressen(aufgabe.getId());
        }
    }
}
