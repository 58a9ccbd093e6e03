package de.integrationskonzept.engine;

import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.impl.VariableMapImpl;

/** The variables that a completion hands back, with the instance they are of: they are a read like any other. */
class VariablesOfInstance extends VariableMapImpl {

    private static final long serialVersionUID = 1L;

    private final String instance;

    VariablesOfInstance(String instance, VariableMap variables) {
        super((VariableMapImpl) variables);
        this.instance = instance;
    }

    String instance() {
        return instance;
    }
}
