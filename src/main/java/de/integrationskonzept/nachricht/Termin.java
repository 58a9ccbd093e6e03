package de.integrationskonzept.nachricht;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * A meeting as it stands.
 *
 * @param vorgang process instance whose meeting it is, {@code wurzel} the root of its file
 * @param kommune null for none, {@code aktenzeichen} null for none, or when it is nobody's business
 * @param folge counts the changes
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

    /** With these words, for these people: a new version when either has changed, so that who is invited once more believes it. */
    Termin mit(Inhalt neu, List<String> adressen, Instant jetzt) {
        boolean gleich = neu.equals(inhalt) && Set.copyOf(adressen).equals(Set.copyOf(eingeladen));
        return new Termin(id, vorgang, wurzel, kommune, aktenzeichen, vertraulich, neu, false, gleich ? folge : folge + 1, gleich ? geaendert : jetzt,
                adressen);
    }

    Termin abgesagt(Instant jetzt) {
        return new Termin(id, vorgang, wurzel, kommune, aktenzeichen, vertraulich, inhalt, true, folge + 1, jetzt, eingeladen);
    }
}
