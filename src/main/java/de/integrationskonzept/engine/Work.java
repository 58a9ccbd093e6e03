package de.integrationskonzept.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** What the engine is just carrying out, for beans that models call. Only within a command. */
public final class Work {

    private static final ThreadLocal<String> BEGINNING_FOR = new ThreadLocal<>();

    private Work() {
    }

    /** The execution at work. */
    public static ExecutionEntity here() {
        return Context.getBpmnExecutionContext().getExecution();
    }

    /** The execution at work, empty when a person (or nobody) speaks to the engine outside any execution. */
    public static Optional<ExecutionEntity> atHand() {
        return Optional.ofNullable(Context.getBpmnExecutionContext()).map(context -> context.getExecution());
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

    /**
     * Begins another root of the latest version. It is the engine's own work, so neither the guards nor the rights of the
     * person who triggered it stand in its way.
     *
     * @return the id of the new instance
     */
    public static String begin(String process, String businessKey, Map<String, Object> variables) {
        return begin(process, businessKey, null, variables);
    }

    /** @param tenant of the new instance, null for that of the work at hand, or of the person */
    public static String begin(String process, String businessKey, String tenant, Map<String, Object> variables) {
        var executor = Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
        BEGINNING_FOR.set(tenant);
        try {
            return unrestricted(() -> ProcessInstantiationBuilderImpl.createProcessInstanceByKey(executor, process)
                    .businessKey(businessKey).setVariables(variables).execute().getId());
        } finally {
            BEGINNING_FOR.remove();
        }
    }

    /** The tenant that whoever begins something has named. */
    public static Optional<String> beginningFor() {
        return Optional.ofNullable(BEGINNING_FOR.get());
    }
}
