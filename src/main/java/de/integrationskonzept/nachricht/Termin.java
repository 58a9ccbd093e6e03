package de.integrationskonzept.nachricht;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A meeting as it stands.
 *
 * @param vorgang process instance whose meeting it is, {@code wurzel} the root of its file
 * @param kommune null for none, {@code aktenzeichen} null for none, or when it is nobody's business
 * @param folge counts the changes that whoever is invited must hear of
 * @param eingeladen addresses of those who know of it
 */
record Termin(String id, String vorgang, String wurzel, String kommune, String aktenzeichen, boolean vertraulich, Inhalt inhalt, boolean abgesagt,
        int folge, Instant geaendert, List<String> eingeladen) {

    /**
     * What people are told of it.
     *
     * @param gremium group id
     * @param ende null when open
     * @param ort null when not said
     */
    record Inhalt(String gremium, String titel, Instant beginn, Instant ende, String ort, List<String> tagesordnung) {
    }

    /** The same in all calendars and messages. */
    String kennung() {
        return "termin-" + id;
    }

    ZonedDateTime beginn() {
        return inhalt.beginn().atZone(Kalenderdatei.ZONE);
    }

    ZonedDateTime ende() {
        return inhalt.ende() == null ? null : inhalt.ende().atZone(Kalenderdatei.ZONE);
    }

    boolean vorbei(Instant jetzt) {
        return (inhalt.ende() == null ? inhalt.beginn() : inhalt.ende()).isBefore(jetzt);
    }

    /** With other words in it; nothing happens when they are the same. */
    Termin mit(Inhalt neu, Instant jetzt) {
        return neu.equals(inhalt) ? this
                : new Termin(id, vorgang, wurzel, kommune, aktenzeichen, vertraulich, neu, false, folge + 1, jetzt, eingeladen);
    }

    Termin an(List<String> adressen) {
        return new Termin(id, vorgang, wurzel, kommune, aktenzeichen, vertraulich, inhalt, abgesagt, folge, geaendert, adressen);
    }

    Termin abgesagt(Instant jetzt) {
        return new Termin(id, vorgang, wurzel, kommune, aktenzeichen, vertraulich, inhalt, true, folge + 1, jetzt, eingeladen);
    }
}
