package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;
import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.impl.VariableMapImpl;

/**
 * The engine's task service with every door to a task guarded: completing asks the {@link TaskGuard}s, assigning too,
 * and what would get round a form (BPMN errors, escalations, variables on resolve, foreign identity links) is shut for
 * staff. Rights are still checked by the engine itself.
 */
class GuardedTaskService extends GuardedPapers {

    private final Supplier<List<TaskGuard>> guards;

    GuardedTaskService(Supplier<List<TaskGuard>> guards, Supplier<AttachmentGuard> papers) {
        super(papers);
        this.guards = guards;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, null);
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        guarded(taskId, variables, checked -> {
            super.complete(taskId, checked);
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(String taskId, Map<String, Object> variables, boolean deserialize) {
        return guarded(taskId, variables, checked -> super.completeWithVariablesInReturn(taskId, checked, deserialize));
    }

    /** @param completion gets the variables as the guards have left them; each attempt begins with those that were sent */
    @SuppressWarnings("unchecked")
    <T> T guarded(String taskId, Map<String, Object> variables, Function<VariableMap, T> completion) {
        return Retry.onConflict(() -> commandExecutor.execute(context -> {
            TaskEntity task = open(taskId);
            VariableMap given = new VariableMapImpl(variables);
            guards.get().forEach(guard -> guard.beforeComplete(task, given));
            String instance = task.getProcessInstanceId();
            T result = completion.apply(given);
            return result instanceof VariableMap read ? (T) new VariablesOfInstance(instance, read) : result;
        }));
    }

    private TaskEntity open(String taskId) {
        TaskEntity task = taskId == null ? null : Context.getCommandContext().getTaskManager().findTaskById(taskId);
        // A task without execution is one that somebody else is just completing.
        if (task == null || task.getExecution() == null) {
            throw gone();
        }
        if (!Context.getCommandContext().getTenantManager().isAuthenticatedTenant(task.getTenantId())) {
            throw ForeignTenant.refusal();
        }
        checkRights(task);
        if (task.getDelegationState() == DelegationState.PENDING) {
            throw new Refusal(CONFLICT, "Die Aufgabe ist zur Zuarbeit weitergegeben. Geben Sie sie bitte erst zurück; danach lässt "
                    + "sie sich erledigen.");
        }
        if (task.isSuspended()) {
            throw new Refusal(CONFLICT, "Die Akte ruht zurzeit. Sie können die Aufgabe erledigen, sobald sie fortgesetzt wird.");
        }
        return task;
    }

    /** With a task its rights go: who clicked twice hears that it is done, not that it is forbidden. */
    private void checkRights(TaskEntity task) {
        try {
            for (var checker : Context.getProcessEngineConfiguration().getCommandCheckers()) {
                checker.checkTaskWork(task);
            }
        } catch (AuthorizationException denied) {
            long left = createNativeTaskQuery().sql("select count(*) from ACT_RU_TASK where ID_ = #{id}")
                    .parameter("id", task.getId()).count();
            throw left == 0 ? gone() : denied;
        }
    }

    static Refusal gone() {
        return new Refusal(NOT_FOUND, "Diese Aufgabe gibt es nicht mehr. Vermutlich ist sie schon erledigt; "
                + "bitte laden Sie die Aufgabenliste neu.");
    }

    @Override
    public void claim(String taskId, String userId) {
        assigning(taskId, userId, () -> super.claim(taskId, userId));
    }

    @Override
    public void setAssignee(String taskId, String userId) {
        assigning(taskId, userId, () -> super.setAssignee(taskId, userId));
    }

    @Override
    public void delegateTask(String taskId, String userId) {
        assigning(taskId, userId, () -> super.delegateTask(taskId, userId));
    }

    @Override
    public void setOwner(String taskId, String userId) {
        assigning(taskId, userId, () -> super.setOwner(taskId, userId));
    }

    private void assigning(String taskId, String userId, Runnable assignment) {
        commandExecutor.execute(context -> {
            TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
            if (task != null && !context.getTenantManager().isAuthenticatedTenant(task.getTenantId())) {
                throw ForeignTenant.refusal();
            }
            if (task != null) {
                Context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkTaskAssign(task));
                guards.get().forEach(guard -> guard.beforeAssign(task, userId));
            }
            assignment.run();
            return null;
        });
    }

    @Override
    public void addComment(String taskId, String processInstanceId, String message) {
        createComment(taskId, processInstanceId, message);
    }

    @Override
    public Comment createComment(String taskId, String processInstanceId, String message) {
        return commenting(taskId, message, () -> super.createComment(taskId, processInstanceId, message));
    }

    @Override
    public void updateTaskComment(String taskId, String commentId, String message) {
        commenting(taskId, message, () -> {
            super.updateTaskComment(taskId, commentId, message);
            return null;
        });
    }

    private <T> T commenting(String taskId, String message, Supplier<T> comment) {
        return commandExecutor.execute(context -> {
            T result = comment.get();
            TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
            if (task != null && message != null) {
                guards.get().forEach(guard -> guard.beforeComment(task, message));
            }
            return result;
        });
    }

    @Override
    public void saveTask(Task task) {
        // A command of its own: what it loads must not meet the detached entity in one session.
        commandExecutor.execute(context -> {
            if (Caller.isStaff()) {
                onlyPlanningChanged((TaskEntity) task, context.getTaskManager().findTaskById(task.getId()));
            }
            return null;
        });
        super.saveTask(task);
    }

    /** Due and follow-up date and priority are the worker's own planning; all else is not theirs to change here. */
    private void onlyPlanningChanged(TaskEntity changed, TaskEntity stored) {
        boolean onlyPlanning = stored != null
                && Objects.equals(stored.getName(), changed.getName())
                && Objects.equals(stored.getDescription(), changed.getDescription())
                && Objects.equals(stored.getOwner(), changed.getOwner())
                && Objects.equals(stored.getParentTaskId(), changed.getParentTaskId())
                && Objects.equals(stored.getTenantId(), changed.getTenantId())
                && Objects.equals(stored.getDelegationState(), changed.getDelegationState());
        if (!onlyPlanning) {
            throw new Refusal(FORBIDDEN, "An einer Aufgabe können Sie nur die Termine und die zuständige Person ändern.");
        }
        if (!Objects.equals(stored.getAssignee(), changed.getAssignee())) {
            guards.get().forEach(guard -> guard.beforeAssign(stored, changed.getAssignee()));
        }
    }

    @Override
    public void deleteTask(String taskId) {
        notForStaff(service -> service.deleteTask(taskId));
    }

    @Override
    public void addUserIdentityLink(String taskId, String userId, String type) {
        notForStaff(service -> service.addUserIdentityLink(taskId, userId, type));
    }

    @Override
    public void addGroupIdentityLink(String taskId, String groupId, String type) {
        notForStaff(service -> service.addGroupIdentityLink(taskId, groupId, type));
    }

    @Override
    public void addCandidateUser(String taskId, String userId) {
        notForStaff(service -> service.addCandidateUser(taskId, userId));
    }

    @Override
    public void addCandidateGroup(String taskId, String groupId) {
        notForStaff(service -> service.addCandidateGroup(taskId, groupId));
    }

    @Override
    public void deleteUserIdentityLink(String taskId, String userId, String type) {
        notForStaff(service -> service.deleteUserIdentityLink(taskId, userId, type));
    }

    @Override
    public void deleteGroupIdentityLink(String taskId, String groupId, String type) {
        notForStaff(service -> service.deleteGroupIdentityLink(taskId, groupId, type));
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        if (variables == null || variables.isEmpty()) {
            super.resolveTask(taskId);
        } else {
            notForStaff(service -> service.resolveTask(taskId, variables));
        }
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String message, Map<String, Object> variables) {
        notForStaff(service -> service.handleBpmnError(taskId, errorCode, message, variables));
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode) {
        handleBpmnError(taskId, errorCode, null, null);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String message) {
        handleBpmnError(taskId, errorCode, message, null);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
        notForStaff(service -> service.handleEscalation(taskId, escalationCode, variables));
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode) {
        handleEscalation(taskId, escalationCode, null);
    }

    private void notForStaff(Consumer<TaskServiceImpl> action) {
        commandExecutor.execute(context -> {
            if (Caller.isStaff()) {
                throw new Refusal(FORBIDDEN, "Das ist hier nicht vorgesehen. Bitte erledigen Sie die Aufgabe über ihr Formular.");
            }
            action.accept(unguarded());
            return null;
        });
    }

    private TaskServiceImpl unguarded() {
        TaskServiceImpl service = new TaskServiceImpl();
        service.setCommandExecutor(commandExecutor);
        return service;
    }
}
