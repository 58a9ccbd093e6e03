package de.integrationskonzept.modell;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;

/** A task that nobody could do after the move, or after which nothing would come. The engine sees none of that. */
record Sackgasse(TaskEntity aufgabe, TaskDefinition vorher, TaskDefinition nachher, ProcessDefinitionEntity ziel) {

    /** @throws Umzugsfehler when the move would leave the task stranded; what was so before is not its fault */
    void pruefe(ActivityImpl ehemals) {
        String name = Schrittname.von(ziel, aufgabe.getTaskDefinitionKey());
        if (aufgabe.getAssignee() == null && aenderteRollen() && aufgabe.getCandidates().isEmpty()) {
            throw gestrandet(name, "hat niemand eine Rolle, die sie erledigen darf. Bitte tragen Sie dort eine Rolle ein.");
        }
        if (!Objects.equals(wortlaut(vorher), wortlaut(nachher)) && !hatFormular()) {
            throw gestrandet(name, "fehlt das Formular. Bitte tragen Sie dort eines ein, und stellen Sie es mit bereit.");
        }
        ActivityImpl jetzt = ziel.findActivity(aufgabe.getTaskDefinitionKey());
        if (jetzt.getOutgoingTransitions().isEmpty() && !ehemals.getOutgoingTransitions().isEmpty()) {
            throw gestrandet(name, "geht es nicht weiter. Bitte ordnen Sie einen anderen Schritt zu, oder zeichnen Sie den Weg danach ein.");
        }
    }

    private static Umzugsfehler gestrandet(String name, String grund) {
        return new Umzugsfehler(List.of("Die Akte bliebe stehen: Bei " + name + " " + grund), null);
    }

    private boolean aenderteRollen() {
        return !vorher.getCandidateGroupIdExpressions().isEmpty() && nachher.getCandidateGroupIdExpressions().isEmpty()
                || !vorher.getKey().equals(nachher.getKey());
    }

    private static String wortlaut(TaskDefinition modell) {
        Expression formular = modell.getCamundaFormDefinitionKey() == null ? modell.getFormKey() : modell.getCamundaFormDefinitionKey();
        return formular == null ? null : formular.getExpressionText();
    }

    /** One of the Modeler has to be deployed; what the web applications bring along themselves is not looked for. */
    private boolean hatFormular() {
        Expression formular = nachher.getCamundaFormDefinitionKey();
        if (formular == null || !formular.isLiteralText()) {
            return nachher.getFormKey() != null || formular != null;
        }
        return Context.getCommandContext().getCamundaFormDefinitionManager()
                .findLatestDefinitionByKeyAndTenantId(formular.getExpressionText(), null) != null;
    }
}
