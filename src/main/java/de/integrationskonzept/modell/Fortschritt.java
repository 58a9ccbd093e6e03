package de.integrationskonzept.modell;

import java.time.Instant;
import java.util.List;

/**
 * How far a move has come.
 *
 * @param zustand laeuft, angehalten or fertig
 * @param begonnenVon user id, or name where people read it
 * @param hinweise sentences about the move as a whole
 */
record Fortschritt(String id, String vorschlag, boolean probe, String zustand, int gesamt, int umgezogen, int unveraendert, int gescheitert,
        int offen, Instant begonnenAm, String begonnenVon, List<String> hinweise) {

    Fortschritt begonnenVon(String name) {
        return new Fortschritt(id, vorschlag, probe, zustand, gesamt, umgezogen, unveraendert, gescheitert, offen, begonnenAm, name, hinweise);
    }
}
