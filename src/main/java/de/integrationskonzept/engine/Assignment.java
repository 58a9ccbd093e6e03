package de.integrationskonzept.engine;

import java.util.function.Consumer;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Changes whose a task is as part of a handover, whatever state it is in. Only within a command. */
public final class Assignment {

    private Assignment() {
    }

    /** @param change to assignee, owner or candidates of the task */
    public static void change(TaskEntity task, Consumer<TaskEntity> change) {
        int state = task.getSuspensionState();
        // A resting file may be handed over too, and the engine changes no task that rests.
        task.setSuspensionState(SuspensionState.ACTIVE.getStateCode());
        change.accept(task);
        log(task);
        task.setSuspensionState(state);
    }

    /** What a model does is not logged as done by a person, but this is: somebody has handed over. */
    private static void log(TaskEntity task) {
        CommandContext context = Context.getCommandContext();
        boolean before = context.isUserOperationLogEnabled();
        context.enableUserOperationLog();
        try {
            task.logUserOperation(UserOperationLogEntry.OPERATION_TYPE_ASSIGN);
        } finally {
            context.setLogUserOperationEnabled(before);
        }
    }
}
