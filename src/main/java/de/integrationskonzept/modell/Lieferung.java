package de.integrationskonzept.modell;

import java.time.Instant;

/**
 * A content of a file as the product has shipped it, and what became of it.
 *
 * @param nummer counts per file, the newest is the highest
 * @param zustand {@link Zustand#OFFEN} also while the proposal of a decision is not yet deployed, or was discarded
 * @param vorschlag id of the proposal that carries the decision out, null when there is none (any more)
 * @param von user id of who has decided, null before, as {@code am}
 */
record Lieferung(String datei, int nummer, byte[] inhalt, Instant seit, Zustand zustand, String vorschlag, String von, Instant am) {

    enum Zustand {
        /** In force, or changed here before and left alone. */
        GELIEFERT,
        /** No longer shipped; what is deployed stays. */
        ENTFALLEN,
        /** Changed here and by the product. */
        OFFEN, BEHALTEN, UEBERNOMMEN, ZUSAMMENGEFUEHRT
    }

    /** Whether somebody has to decide or has decided. */
    boolean istEntscheidung() {
        return zustand != Zustand.GELIEFERT && zustand != Zustand.ENTFALLEN;
    }

    boolean istOffen() {
        return zustand == Zustand.OFFEN;
    }
}
