package de.integrationskonzept.vertretung;

import java.util.Objects;

/**
 * Where a task is for the time being.
 *
 * @param fuer user id of who is away, null for nobody
 * @param inhaber who gets it back, null for its role
 * @param halter who has it, null for its role
 * @param stelle role that was added because its own has nobody who is there, null for none
 * @param abgegeben who stood in has given it to the role, so it stays there
 */
record Vertretung(String fuer, String inhaber, String halter, String stelle, boolean abgegeben) {

    /** It is with whom it belongs to. */
    static Vertretung keine(String inhaber) {
        return new Vertretung(null, inhaber, inhaber, null, false);
    }

    /** Who is away has taken it all the same. */
    static Vertretung vonHand(String person) {
        return new Vertretung(person, person, person, null, false);
    }

    /** What is left of this after the task has come to that person, or to its role, by hand. */
    Vertretung nachdem(String person) {
        if (Objects.equals(person, halter)) {
            return this;
        }
        return person != null || selbst() ? keine(person) : new Vertretung(fuer, inhaber, null, stelle, true);
    }

    boolean istKeine() {
        return fuer == null && stelle == null && Objects.equals(inhaber, halter);
    }

    boolean selbst() {
        return halter != null && halter.equals(fuer);
    }
}
