package de.integrationskonzept.nachricht;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.web.util.HtmlUtils;

/** The words about a meeting that go to one person, as text, as page, and for the calendar program. */
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
    enum Art {
        EINLADUNG("Einladung", "Sie sind zu dieser Sitzung eingeladen:", "Bitte geben Sie Bescheid, wenn Sie nicht kommen können. Der Termin liegt "
                + "dieser E-Mail als Kalendereintrag bei."),
        AENDERUNG("Geändert", "Zu dieser Sitzung sind Sie eingeladen. Daran hat sich etwas geändert; nun gilt:", "Bitte geben Sie Bescheid, wenn "
                + "Sie nicht kommen können. Der beiliegende Kalendereintrag ersetzt den früheren."),
        ABSAGE("Abgesagt", "Diese Sitzung findet nicht statt:", "Der beiliegende Kalendereintrag nimmt den Termin aus Ihrem Kalender."),
        AUSLADUNG("Abgesagt", "Zu dieser Sitzung waren Sie eingeladen. Ihre Teilnahme ist nicht mehr nötig:", "Der beiliegende Kalendereintrag nimmt "
                + "den Termin aus Ihrem Kalender.");

        private final String betreff;
        private final String anfang;
        private final String schluss;

        Art(String betreff, String anfang, String schluss) {
            this.betreff = betreff;
            this.anfang = anfang;
            this.schluss = schluss;
        }
    }

    Brief an(String adresse, Mailangaben absender) {
        String betreff = art.betreff + ": " + termin.inhalt().titel() + " am " + KURZ.format(termin.beginn());
        return new Brief(betreff, text(absender.name()), html(betreff, absender.name()),
                Kalenderdatei.nachricht(eintrag(), new Kalenderdatei.Beteiligte(absender.absender(), absender.name(), adresse)));
    }

    private Kalendereintrag eintrag() {
        String mehr = String.join("\n", tagesordnung());
        return new Kalendereintrag(termin.kennung(), termin.folge(), termin.geaendert(), termin.beginn(), termin.ende(),
                termin.inhalt().titel(), mehr.isEmpty() ? null : "Tagesordnung\n" + mehr, termin.inhalt().ort(), null,
                art == Art.ABSAGE || art == Art.AUSLADUNG);
    }

    private String text(String absender) {
        List<String> absaetze = new ArrayList<>(List.of("Guten Tag,", art.anfang, termin.inhalt().titel() + "\n" + String.join("\n", eckdaten())));
        if (!tagesordnung().isEmpty()) {
            absaetze.add("Tagesordnung\n" + String.join("\n", tagesordnung()));
        }
        absaetze.add(art.schluss);
        absaetze.add("Mit freundlichen Grüßen" + (absender.isEmpty() ? "" : "\n" + absender));
        return String.join("\n\n", absaetze);
    }

    private String html(String betreff, String absender) {
        String punkte = termin.inhalt().tagesordnung().stream().map(p -> "<li>" + maskiert(p) + "</li>").collect(Collectors.joining("\n"));
        return "<!DOCTYPE html>\n<html lang=\"de\">\n<head><meta charset=\"utf-8\"><title>" + maskiert(betreff)
                + "</title></head>\n<body>\n<p>Guten Tag,</p>\n<p>" + art.anfang + "</p>\n<h1>" + maskiert(termin.inhalt().titel()) + "</h1>\n<p>"
                + eckdaten().stream().map(Terminbrief::maskiert).collect(Collectors.joining("<br>\n")) + "</p>\n"
                + (punkte.isEmpty() ? "" : "<h2>Tagesordnung</h2>\n<ol>\n" + punkte + "\n</ol>\n") + "<p>" + art.schluss
                + "</p>\n<p>Mit freundlichen Grüßen" + (absender.isEmpty() ? "" : "<br>\n" + maskiert(absender)) + "</p>\n</body>\n</html>\n";
    }

    private List<String> eckdaten() {
        ZonedDateTime ende = termin.ende();
        List<String> zeilen = new ArrayList<>(List.of(TAG.format(termin.beginn()) + ", " + UHR.format(termin.beginn())
                + (ende == null ? " Uhr" : " bis " + UHR.format(ende) + " Uhr")));
        if (termin.inhalt().ort() != null) {
            zeilen.add("Ort: " + termin.inhalt().ort());
        }
        if (termin.aktenzeichen() != null) {
            zeilen.add("Aktenzeichen: " + termin.aktenzeichen());
        }
        return zeilen;
    }

    private List<String> tagesordnung() {
        List<String> punkte = termin.inhalt().tagesordnung();
        return IntStream.range(0, punkte.size()).mapToObj(i -> i + 1 + ". " + punkte.get(i)).toList();
    }

    private static String maskiert(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
