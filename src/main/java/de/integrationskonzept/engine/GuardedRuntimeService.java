package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;

import java.util.Map;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;

/** The engine's runtime service; whatever starts an instance goes through the {@link StartGuard}s. */
class GuardedRuntimeService extends RuntimeServiceImpl {

    private final StartDoor starts;

    GuardedRuntimeService(StartDoor starts) {
        this.starts = starts;
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceById(String processDefinitionId) {
        return new GuardedStart(commandExecutor, starts, processDefinitionId, null);
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceByKey(String processDefinitionKey) {
        return new GuardedStart(commandExecutor, starts, null, processDefinitionKey);
    }

    @Override
    public void messageEventReceived(String messageName, String executionId, Map<String, Object> processVariables) {
        checkTenant(executionId);
        super.messageEventReceived(messageName, executionId, processVariables);
    }

    @Override
    public void signalEventReceived(String signalName, String executionId, Map<String, Object> processVariables) {
        checkTenant(executionId);
        super.signalEventReceived(signalName, executionId, processVariables);
    }

    @Override
    public void signalEventReceived(String signalName, String executionId) {
        signalEventReceived(signalName, executionId, null);
    }

    /** Stock looks for the subscription first, finds none and fails. */
    private void checkTenant(String executionId) {
        commandExecutor.execute(context -> {
            ExecutionEntity execution = executionId == null ? null : context.getExecutionManager().findExecutionById(executionId);
            if (execution != null && !context.getTenantManager().isAuthenticatedTenant(execution.getTenantId())) {
                throw ForeignTenant.refusal();
            }
            return null;
        });
    }

    private static final class GuardedStart extends ProcessInstantiationBuilderImpl {

        private final StartDoor starts;

        GuardedStart(CommandExecutor commandExecutor, StartDoor starts, String id, String key) {
            super(commandExecutor);
            this.starts = starts;
            this.processDefinitionId = id;
            this.processDefinitionKey = key;
        }

        @Override
        public ProcessInstanceWithVariables executeWithVariablesInReturn(boolean skipListeners, boolean skipMappings) {
            return commandExecutor.execute(context -> {
                if (!getModificationBuilder().getModificationOperations().isEmpty() && Caller.isStaff()) {
                    throw new Refusal(FORBIDDEN, "Eine Akte beginnt immer am Anfang. Bitte legen Sie sie über das Startformular an.");
                }
                starts.check(processDefinitionId, processDefinitionKey, processDefinitionTenantId, getVariables());
                return super.executeWithVariablesInReturn(skipListeners, skipMappings);
            });
        }
    }
}
