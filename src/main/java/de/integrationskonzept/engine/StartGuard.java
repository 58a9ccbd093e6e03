package de.integrationskonzept.engine;

import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.variable.VariableMap;

/** Has a say before a process instance is started from outside the engine. Refuses with a {@link Refusal}. */
public interface StartGuard {

    /** Before an instance of the definition starts with these variables (never null), in the same transaction. */
    void beforeStart(ProcessDefinitionEntity definition, VariableMap variables);
}
