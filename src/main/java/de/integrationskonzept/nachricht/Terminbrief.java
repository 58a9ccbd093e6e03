package de.integrationskonzept.nachricht;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What goes to one person about a meeting: a mail by its template, and an entry for the calendar program. */
final class Terminbrief {

    private static final DateTimeFormatter TAG = DateTimeFormatter.ofPattern("EEEE, d. MMMM uuuu", Locale.GERMAN);
    private static final DateTimeFormatter KURZ = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final DateTimeFormatter UHR = DateTimeFormatter.ofPattern("HH:mm");

    private final Termin termin;
    private final Art art;

    Terminbrief(Termin termin, Art art) {
        this.termin = termin;
        this.art = art;
    }

    /** What the mail is about. */
    enum Art { EINLADUNG, AENDERUNG, ABSAGE, AUSLADUNG }

    Brief an(String adresse, Mailangaben absender, Mailvorlagen.Schreiber vorlage) {
        return vorlage.schreibe(termin.kommune(), felder(absender.name()),
                Kalenderdatei.nachricht(eintrag(), new Kalenderdatei.Beteiligte(absender.absender(), absender.name(), adresse)));
    }

    private Kalendereintrag eintrag() {
        List<String> punkte = termin.inhalt().tagesordnung();
        String mehr = String.join("\n", IntStream.range(0, punkte.size()).mapToObj(i -> i + 1 + ". " + punkte.get(i)).toList());
        return new Kalendereintrag(termin.kennung(), termin.folge(), termin.geaendert(), termin.beginn(), termin.ende(),
                termin.inhalt().titel(), mehr.isEmpty() ? null : "Tagesordnung\n" + mehr, termin.inhalt().ort(), null,
                art == Art.ABSAGE || art == Art.AUSLADUNG);
    }

    private Map<String, Object> felder(String absender) {
        ZonedDateTime ende = termin.ende();
        Map<String, Object> felder = new HashMap<>(Map.of("titel", Mailfelder.zeile(termin.inhalt().titel()), "datum", KURZ.format(termin.beginn()),
                "tag", TAG.format(termin.beginn()), "beginn", UHR.format(termin.beginn()), "ende", ende == null ? "" : UHR.format(ende),
                "ort", Mailfelder.zeile(termin.inhalt().ort()), "aktenzeichen", Mailfelder.zeile(termin.aktenzeichen()), "absender", absender,
                "tagesordnung", tagesordnung()));
        Arrays.stream(Art.values()).forEach(eine -> felder.put(eine.name().toLowerCase(Locale.ROOT), eine == art));
        return felder;
    }

    private Object tagesordnung() {
        List<String> punkte = termin.inhalt().tagesordnung();
        return punkte.isEmpty() ? false : Map.of("punkte", punkte.stream().map(punkt -> Map.of("punkt", punkt)).toList());
    }
}
