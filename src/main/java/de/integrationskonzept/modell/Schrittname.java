package de.integrationskonzept.modell;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;

/** What people call a step: its name in quotation marks, and the id after it, by which whoever edits models finds it. */
final class Schrittname {

    private Schrittname() {
    }

    static String von(ProcessDefinitionEntity definition, String schritt) {
        String id = schritt.replaceFirst("#.*", "");
        ActivityImpl aktivitaet = definition.findActivity(id);
        Object name = aktivitaet == null ? null : aktivitaet.getProperty("name");
        return name == null || name.toString().isBlank() ? "„" + id + "“" : "„" + name.toString().strip() + "“ (" + id + ")";
    }

    static String von(ScopeImpl schritt) {
        return von((ProcessDefinitionEntity) schritt.getProcessDefinition(), schritt.getId());
    }

    /** @param definition id; within a command */
    static String von(String definition, String schritt) {
        return von(Context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(definition), schritt);
    }

    /** Title of the process. */
    static String titel(ProcessDefinitionEntity definition) {
        return "„" + (definition.getName() == null ? definition.getKey() : definition.getName()) + "“";
    }
}
