package de.integrationskonzept.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.stereotype.Component;

/** Which definitions carry the process property {@code vertraulich}: what lies in their instances is for nobody else's eyes. */
@Component
public class ConfidentialProcesses extends AbstractProcessEnginePlugin {

    private static final String PROPERTY = "vertraulich";

    private final Map<String, Boolean> known = new ConcurrentHashMap<>();
    private ProcessEngineConfigurationImpl configuration;

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        configuration = engine;
    }

    /** False for a definition that is no longer there. */
    public boolean contains(String definitionId) {
        return known.computeIfAbsent(definitionId, this::look);
    }

    private Boolean look(String definitionId) {
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            ProcessDefinitionEntity stored = context.getProcessDefinitionManager().findLatestProcessDefinitionById(definitionId);
            return stored != null && Boolean.TRUE.equals(
                    configuration.getDeploymentCache().resolveProcessDefinition(stored).getProperty(PROPERTY));
        });
    }
}
