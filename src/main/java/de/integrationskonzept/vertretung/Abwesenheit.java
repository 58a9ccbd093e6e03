package de.integrationskonzept.vertretung;

import java.time.LocalDate;

/**
 * Somebody is away.
 *
 * @param beginn first day, {@code ende} last day, by the German calendar
 * @param vertretung user id of who stands in, null for the role of each task
 */
record Abwesenheit(String id, String person, LocalDate beginn, LocalDate ende, String vertretung) {

    boolean hatBegonnen(LocalDate tag) {
        return !beginn.isAfter(tag);
    }

    Abwesenheit anders(LocalDate neuerBeginn, LocalDate neuesEnde, String neueVertretung) {
        return new Abwesenheit(id, person, neuerBeginn, neuesEnde, neueVertretung);
    }
}
