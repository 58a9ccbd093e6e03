package de.integrationskonzept.anmeldung;

import java.util.Optional;

/** A directory that can say whether a password is right. */
interface Passwortverzeichnis {

    /**
     * The person with this user id and password, empty when the directory does not know the two together.
     *
     * @throws de.integrationskonzept.engine.Refusal when the directory cannot be asked
     */
    Optional<Verzeichnisperson> pruefe(String kennung, String passwort);
}
