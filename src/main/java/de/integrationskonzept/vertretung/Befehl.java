package de.integrationskonzept.vertretung;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;

import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.engine.Refusal;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** One transaction of the engine and of our tables for what somebody asks for at {@code /api}. */
@Component
class Befehl {

    private static final int VERSUCHE = 5;

    private final ProcessEngine engine;

    Befehl(ProcessEngine engine) {
        this.engine = engine;
    }

    <T> T fuehreAus(Supplier<T> tat) {
        return wiederholt(() -> einmal(tat));
    }

    /** Within the transaction at hand, if there is one. */
    <T> T einmal(Supplier<T> tat) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(context -> tat.get());
    }

    /** Whoever completes one of the tasks in the same moment goes first; then the whole transaction is done again. */
    <T> T wiederholt(Supplier<T> transaktion) {
        for (int versuch = 1; ; versuch++) {
            try {
                return transaktion.get();
            } catch (OptimisticLockingException zugleich) {
                if (versuch == VERSUCHE) {
                    throw new Refusal(CONFLICT, "An diesen Aufgaben wird gerade gearbeitet. Bitte versuchen Sie es gleich noch einmal.");
                }
            }
        }
    }

    /** User id of the caller; only within a command. */
    String wer() {
        return Caller.userId();
    }
}
