package de.integrationskonzept.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Finds the definition that is to be started and asks the {@link StartGuard}s, within a command. Who may not start it
 * learns nothing about its form: the engine's own check of rights comes first.
 */
class StartDoor {

    private final Supplier<List<StartGuard>> guards;

    StartDoor(Supplier<List<StartGuard>> guards) {
        this.guards = guards;
    }

    /** By id, or by key and tenant when there is no id; an unknown definition is left to the engine's own answer. */
    void check(String id, String key, String tenantId, Map<String, Object> variables) {
        ProcessDefinitionEntity definition = find(id, key, tenantId);
        if (definition != null) {
            for (var checker : Context.getProcessEngineConfiguration().getCommandCheckers()) {
                checker.checkCreateProcessInstance(definition);
            }
            guards.get().forEach(guard -> guard.beforeStart(definition, Variables.fromMap(variables)));
        }
    }

    private ProcessDefinitionEntity find(String id, String key, String tenantId) {
        DeploymentCache cache = Context.getProcessEngineConfiguration().getDeploymentCache();
        var manager = Context.getCommandContext().getProcessDefinitionManager();
        ProcessDefinitionEntity stored = id != null ? manager.findLatestProcessDefinitionById(id)
                : tenantId != null ? manager.findLatestProcessDefinitionByKeyAndTenantId(key, tenantId)
                : manager.findLatestProcessDefinitionByKey(key);
        return stored == null ? null : cache.resolveProcessDefinition(stored);
    }
}
