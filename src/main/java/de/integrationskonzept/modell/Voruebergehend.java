package de.integrationskonzept.modell;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;

/** Failures that another attempt may not meet: somebody works on the same file, or the database could not just then. */
final class Voruebergehend {

    private Voruebergehend() {
    }

    static boolean ist(Throwable fehler) {
        for (Throwable grund = fehler; grund != null; grund = grund.getCause()) {
            if (grund instanceof OptimisticLockingException || grund instanceof SQLException sql && voruebergehend(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** SQLSTATE classes 40 (rolled back: deadlock, serialisation), 08 (connection) and H2's HYT00 (waited too long for a lock). */
    private static boolean voruebergehend(String zustand) {
        return zustand != null && (zustand.startsWith("40") || zustand.startsWith("08") || zustand.equals("HYT00"));
    }
}
