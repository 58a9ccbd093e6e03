package de.integrationskonzept.zeitplan;

import de.integrationskonzept.engine.UserTaskConvention;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** A task whose model names no due date gets one from the plan, so that none is ever forgotten. */
@Component
class FristFuerAlle extends UserTaskConvention {

    private final Zeitplan zeitplan;

    FristFuerAlle(Zeitplan zeitplan) {
        this.zeitplan = zeitplan;
    }

    @Override
    protected void created(DelegateTask aufgabe) {
        if (aufgabe.getDueDate() == null) {
            aufgabe.setDueDate(zeitplan.faellig(aufgabe.getTaskDefinitionKey()));
        }
    }
}
