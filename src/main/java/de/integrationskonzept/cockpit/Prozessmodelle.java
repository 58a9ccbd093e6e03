package de.integrationskonzept.cockpit;

import de.integrationskonzept.engine.ConfidentialProcesses;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The deployed models as they are drawn. What a model says is no secret, except of confidential processes. */
@Component
class Prozessmodelle {

    private final ProcessEngineConfigurationImpl engine;
    private final ConfidentialProcesses vertraulich;

    Prozessmodelle(ProcessEngine engine, ConfidentialProcesses vertraulich) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.vertraulich = vertraulich;
    }

    /** Empty when that version is no longer there. */
    Optional<Process> prozess(String definition) {
        try {
            return engine.getCommandExecutorTxRequired().execute(context -> engine.getDeploymentCache()
                    .findBpmnModelInstanceForProcessDefinition(definition)).getModelElementsByType(Process.class).stream().findFirst();
        } catch (NullValueException weg) {
            return Optional.empty();
        }
    }

    /** The version that the element would call today; empty when that is confidential, not there, or only known when it runs. */
    Optional<String> gerufene(CallActivity aufruf) {
        String schluessel = aufruf.getCalledElement();
        if (schluessel == null || schluessel.contains("${")) {
            return Optional.empty();
        }
        return Optional.ofNullable(engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(
                () -> context.getProcessDefinitionManager().findLatestProcessDefinitionByKeyAndTenantId(schluessel, null))))
                .map(ProcessDefinitionEntity::getId).filter(definition -> !geheim(definition));
    }

    boolean geheim(String definition) {
        return vertraulich.contains(definition);
    }

    static Optional<FlowElement> element(Process prozess, String id) {
        return Optional.ofNullable(prozess.getModelInstance().getModelElementById(id)).filter(FlowElement.class::isInstance).map(FlowElement.class::cast);
    }

    /** Where a process, or an embedded part of one, begins by itself. */
    static Optional<StartEvent> beginn(java.util.Collection<FlowElement> elemente) {
        return elemente.stream().filter(StartEvent.class::isInstance).map(StartEvent.class::cast)
                .filter(start -> start.getEventDefinitions().isEmpty()).findFirst();
    }

    /** Group ids that the model names itself; empty when it leaves them to the file. */
    static List<String> rollen(UserTask aufgabe) {
        return aufgabe.getCamundaCandidateGroupsList().stream().map(String::strip).filter(rolle -> !rolle.contains("${")).toList();
    }

    static String text(FlowElement element) {
        return element.getDocumentations().stream().map(Documentation::getTextContent).map(String::strip).collect(Collectors.joining("\n"));
    }

    static boolean benannt(FlowElement element) {
        return element.getName() != null && !element.getName().isBlank();
    }
}
