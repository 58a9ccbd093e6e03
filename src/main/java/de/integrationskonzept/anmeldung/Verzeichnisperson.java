package de.integrationskonzept.anmeldung;

import java.util.Locale;
import java.util.Set;

/**
 * A person as the directory vouches for it.
 *
 * @param kennung user id, in lower case: directories do not tell {@code Meier} from {@code meier}
 * @param ausweis what tells this person from everybody else for ever, however the user id is given away again
 * @param gruppen groups as the directory names them
 * @param kommunen Kommunen as the directory names them
 */
record Verzeichnisperson(String kennung, String ausweis, String vorname, String nachname, String mail, Set<String> gruppen,
        Set<String> kommunen) {

    Verzeichnisperson {
        kennung = kennung == null ? "" : kennung.strip().toLowerCase(Locale.ROOT);
    }
}
