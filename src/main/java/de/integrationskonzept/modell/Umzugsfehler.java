package de.integrationskonzept.modell;

import java.util.List;

/** Why a file cannot move, in German sentences that say what to do; its transaction is rolled back. */
class Umzugsfehler extends RuntimeException {

    private final transient List<String> saetze;

    Umzugsfehler(List<String> saetze, Throwable ursache) {
        super(String.join("\n", saetze), ursache);
        this.saetze = List.copyOf(saetze);
    }

    List<String> saetze() {
        return saetze;
    }

    /** It is not this file's fault: none can move. */
    static final class BeiAllen extends Umzugsfehler {

        BeiAllen(List<String> saetze, Throwable ursache) {
            super(saetze, ursache);
        }
    }
}
