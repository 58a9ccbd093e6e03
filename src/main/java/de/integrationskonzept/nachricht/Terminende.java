package de.integrationskonzept.nachricht;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who breaks off a process instance calls off its meeting, whatever the model says to that: Cockpit can do so without what stands in
 * the model.
 */
@Component
class Terminende extends AbstractProcessEnginePlugin {

    private final ObjectProvider<Termine> termine;

    Terminende(ObjectProvider<Termine> termine) {
        this.termine = termine;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = new ArrayList<>(List.of(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element process, ProcessDefinitionEntity definition) {
                definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) Terminende.this::endet);
            }
        }));
        if (configuration.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPostBPMNParseListeners());
        }
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    /** Who comes to the end of the model has said what became of it. */
    private void endet(DelegateExecution vorgang) {
        if (vorgang.isCanceled()) {
            termine.getObject().absagen(vorgang.getProcessInstanceId());
        }
    }
}
