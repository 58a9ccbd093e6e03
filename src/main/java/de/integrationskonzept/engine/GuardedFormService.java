package de.integrationskonzept.engine;

import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's form service; submitting a form goes through the same guards as completing and starting. */
class GuardedFormService extends FormServiceImpl {

    private final GuardedTaskService tasks;
    private final StartDoor starts;

    GuardedFormService(GuardedTaskService tasks, StartDoor starts) {
        this.tasks = tasks;
        this.starts = starts;
    }

    /** Stock stumbles over a task that is not there. */
    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        return commandExecutor.execute(context -> {
            if (taskId == null || context.getTaskManager().findTaskById(taskId) == null) {
                throw GuardedTaskService.gone();
            }
            return super.getDeployedTaskForm(taskId);
        });
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        tasks.guarded(taskId, properties, checked -> {
            super.submitTaskForm(taskId, checked);
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> properties, boolean deserialize) {
        return tasks.guarded(taskId, properties,
                checked -> super.submitTaskFormWithVariablesInReturn(taskId, checked, deserialize));
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        submitTaskForm(taskId, (Map) properties);
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        return submitStartForm(processDefinitionId, null, properties);
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, String businessKey, Map<String, Object> properties) {
        return commandExecutor.execute(context -> {
            starts.check(processDefinitionId, null, null, properties);
            return super.submitStartForm(processDefinitionId, businessKey, properties);
        });
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public ProcessInstance submitStartFormData(String processDefinitionId, String businessKey, Map<String, String> properties) {
        return submitStartForm(processDefinitionId, businessKey, (Map) properties);
    }

    @Override
    public ProcessInstance submitStartFormData(String processDefinitionId, Map<String, String> properties) {
        return submitStartFormData(processDefinitionId, null, properties);
    }
}
