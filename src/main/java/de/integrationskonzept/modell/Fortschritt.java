package de.integrationskonzept.modell;

import java.time.Instant;

/**
 * How far a move has come.
 *
 * @param zustand laeuft, angehalten or fertig
 * @param begonnenVon user id
 */
record Fortschritt(String id, String vorschlag, boolean probe, String zustand, int gesamt, int umgezogen, int unveraendert, int gescheitert,
        int offen, Instant begonnenAm, String begonnenVon) {
}
