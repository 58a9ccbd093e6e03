package de.integrationskonzept.engine;

import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;

/** Has a say before something is done to a task, whichever door it came through. Refuses with a {@link Refusal}. */
public interface TaskGuard {

    /** Before the task is completed with these variables (never null, may be changed), in the same transaction. */
    default void beforeComplete(TaskEntity task, VariableMap variables) {
    }

    /** Before the task is given to a person; {@code userId} is null when it goes back to its role. */
    default void beforeAssign(TaskEntity task, String userId) {
    }

    /** Before somebody who may see the task comments on it, in the same transaction. */
    default void beforeComment(TaskEntity task, String comment) {
    }
}
