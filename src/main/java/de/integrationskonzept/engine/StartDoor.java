package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

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

    /** By id, or by key and tenant when there is no id. */
    void check(String id, String key, String tenantId, Map<String, Object> variables) {
        ProcessDefinitionEntity definition = find(id, key, tenantId);
        if (definition == null) {
            throw new Refusal(NOT_FOUND, "Diesen Vorgang gibt es nicht (mehr). Bitte laden Sie die Seite neu.");
        }
        for (var checker : Context.getProcessEngineConfiguration().getCommandCheckers()) {
            checker.checkCreateProcessInstance(definition);
        }
        if (definition.isSuspended()) {
            throw new Refusal(CONFLICT, "Dieser Vorgang lässt sich zurzeit nicht beginnen. Bitte wenden Sie sich an die Modellpflege.");
        }
        guards.get().forEach(guard -> guard.beforeStart(definition, Variables.fromMap(variables)));
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
