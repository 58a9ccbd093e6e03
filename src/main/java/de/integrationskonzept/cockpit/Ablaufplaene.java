package de.integrationskonzept.cockpit;

import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.engine.Refusal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;

/** The deployed models in words, each version read once: it never changes. */
@Component
class Ablaufplaene {

    private final ProcessEngine engine;
    private final Map<String, Ablaufplan> gelesen = new ConcurrentHashMap<>();

    Ablaufplaene(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * Whoever asks has seen to the right to read the model.
     *
     * @param definition id of the version of the process
     * @throws Refusal (404) when it is no longer there
     */
    Ablaufplan zu(String definition) {
        return gelesen.computeIfAbsent(definition, this::lies);
    }

    private Ablaufplan lies(String definition) {
        ProcessEngineConfigurationImpl konfiguration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        try {
            return konfiguration.getCommandExecutorTxRequired().execute(context -> {
                String prozess = konfiguration.getDeploymentCache().findDeployedProcessDefinitionById(definition).getKey();
                BpmnModelInstance modell = konfiguration.getDeploymentCache().findBpmnModelInstanceForProcessDefinition(definition);
                return Ablaufleser.lies(definition, (Process) modell.getModelElementById(prozess));
            });
        } catch (NullValueException fehlt) {
            throw new Refusal(NOT_FOUND, "Das Modell zu diesem Vorgang ist nicht mehr da. Bitte wenden Sie sich an die Modellpflege.");
        }
    }
}
