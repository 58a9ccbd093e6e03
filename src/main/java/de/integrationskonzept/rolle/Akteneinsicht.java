package de.integrationskonzept.rolle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The right to a file comes with its frame. The engine's own hook for that ({@code newProcessInstance}) runs for every
 * single execution, before any of them knows its parent or caller, so it cannot tell a frame from a confidential process.
 */
class Akteneinsicht extends AbstractBpmnParseListener {

    private final Berechtigungen berechtigungen;

    Akteneinsicht(Berechtigungen berechtigungen) {
        this.berechtigungen = berechtigungen;
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::beginnt);
    }

    private void beginnt(DelegateExecution instanz) {
        if (((ExecutionEntity) instanz).getSuperExecution() == null) {
            Context.getCommandContext().getAuthorizationManager()
                    .saveDefaultAuthorizations(berechtigungen.fuerRahmen(instanz.getProcessInstanceId()));
        }
    }
}
