package de.integrationskonzept.modell;

import java.time.Instant;

/**
 * A set of changed files on its way to the deployment.
 *
 * @param notiz why, for whoever reads it in some years; null when nobody has said
 * @param stufe how far it reaches, null as long as nobody has said
 * @param nimmtZurueck id of the proposal that this one takes back, or null
 * @param freigabeVon the second person, null before
 * @param bereitgestelltVon null before, as {@code bereitgestelltAm} and {@code bereitstellung}, the engine's deployment
 * @param revision of whoever changes it next
 */
record Vorschlag(String id, String titel, String notiz, Stufe stufe, Zustand zustand, String nimmtZurueck, String angelegtVon, Instant angelegtAm,
        String freigabeVon, Instant freigabeAm, String bereitgestelltVon, Instant bereitgestelltAm, String bereitstellung, int revision) {

    enum Zustand {
        ENTWURF, FREIGABE, BEREITGESTELLT, VERWORFEN
    }

    /** What becomes of running files: all move, all move by a plan, or only new files get the new version. */
    enum Stufe {
        PATCH, MINOR, MAJOR
    }
}
