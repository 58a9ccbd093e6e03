package de.integrationskonzept.engine;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** What the engine is just carrying out, for beans that models call. Only within a command. */
public final class Work {

    private Work() {
    }

    /** The execution at work. */
    public static ExecutionEntity here() {
        return Context.getBpmnExecutionContext().getExecution();
    }

    /** The root of all calls that led here: the frame of the file. */
    public static ExecutionEntity frame() {
        ExecutionEntity instance = here().getProcessInstance();
        return instance.getSuperExecution() == null ? instance
                : Context.getCommandContext().getExecutionManager().findExecutionById(instance.getRootProcessInstanceId());
    }

    /** Carries out the engine's own part of the work, whatever the person who triggered it may do. */
    public static <T> T unrestricted(Callable<T> work) {
        return Context.getCommandContext().runWithoutAuthorization(work);
    }
}
