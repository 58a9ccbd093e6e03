package de.integrationskonzept.rolle;

import java.util.List;
import java.util.Set;

/**
 * What came of a file, or would come of it. Never holds a password.
 *
 * @param probe nothing was changed, only tried
 * @param zeilen lines with something in them
 * @param fehler what is to be corrected; when there is anything, nothing was changed
 */
record KommunenBericht(boolean probe, int zeilen, List<KommunenDatei.Fehler> fehler, List<Kommune> kommunen, List<Person> personen) {

    /** @param zustand see {@link Zustand} */
    record Kommune(String id, String name, Zustand zustand) {
    }

    /** @param passwortFehlt nobody can log in with this id before the administrator sets a password */
    record Person(String kennung, String name, Set<String> kommunen, Zustand zustand, boolean passwortFehlt) {
    }

    /** In the words of the JSON. */
    enum Zustand { neu, geaendert, unveraendert }
}
