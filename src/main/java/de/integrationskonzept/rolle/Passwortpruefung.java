package de.integrationskonzept.rolle;

import java.util.function.BiPredicate;

/** Says whether a password is right, in place of the engine's own check. One bean at most; without it the engine decides. */
public interface Passwortpruefung {

    /** @param hier the engine's own check, which counts wrong attempts and locks accounts */
    boolean stimmt(String kennung, String passwort, BiPredicate<String, String> hier);
}
