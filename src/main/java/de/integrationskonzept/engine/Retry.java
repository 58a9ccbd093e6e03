package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;

import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.runtime.PvmExecutionImpl;

/** Two people who finish parallel work in the same moment must both succeed: the later transaction is done again. */
public final class Retry {

    private static final int ATTEMPTS = 5;
    private static final Set<String> TREE = Set.of(ExecutionEntity.class.getName(), PvmExecutionImpl.class.getName());

    private Retry() {
    }

    public static <T> T onConflict(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (ProcessEngineException | NullPointerException failure) {
                if (!isConflict(failure)) {
                    throw failure;
                }
                if (attempt == ATTEMPTS) {
                    throw new Refusal(CONFLICT, "Jemand anderes arbeitet gerade an derselben Stelle. "
                            + "Bitte senden Sie Ihre Angaben noch einmal ab.");
                }
            }
        }
    }

    /**
     * Somebody else was quicker: the engine says so, or it stumbles over null in its own loading of an instance that somebody else is just
     * moving on or finishing; an expression of a model packs that into another failure.
     */
    static boolean isConflict(Throwable failure) {
        return RestErrors.cause(failure, OptimisticLockingException.class).isPresent()
                || RestErrors.cause(failure, NullPointerException.class).filter(Retry::isOfTheTree).isPresent();
    }

    private static boolean isOfTheTree(NullPointerException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0 && TREE.contains(trace[0].getClassName());
    }
}
