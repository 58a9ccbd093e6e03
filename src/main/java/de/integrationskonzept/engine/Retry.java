package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Two people who finish parallel work in the same moment must both succeed: the later transaction is done again. */
public final class Retry {

    private static final int ATTEMPTS = 5;

    private Retry() {
    }

    public static <T> T onConflict(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (OptimisticLockingException | NullPointerException failure) {
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

    /** The engine stumbles over null in its own loading of an instance that somebody else is just finishing. */
    private static boolean isConflict(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure instanceof OptimisticLockingException
                || trace.length > 0 && trace[0].getClassName().equals(ExecutionEntity.class.getName());
    }
}
