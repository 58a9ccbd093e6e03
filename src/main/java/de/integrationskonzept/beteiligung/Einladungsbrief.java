package de.integrationskonzept.beteiligung;

import de.integrationskonzept.beteiligung.Kontakt.Ansprechperson;
import de.integrationskonzept.nachricht.Brief;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.web.util.HtmlUtils;

/** The mail with a link. It says who asks and what for, and nothing of the file. */
final class Einladungsbrief {

    private static final DateTimeFormatter TAG = DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(ZoneId.of("Europe/Berlin"));

    private static final String TEXT = """
            Guten Tag,

            %1$s bittet Sie um Ihre Antwort: %2$s.

            Bitte öffnen Sie diese Seite:
            %3$s

            Sie brauchen kein Passwort. Der Link ist nur für Sie. Bitte geben Sie ihn nicht weiter.
            Sie können bis zum %4$s antworten.

            Haben Sie Fragen? %5$s

            Freundliche Grüße
            %1$s
            """;

    private Einladungsbrief() {
    }

    static Brief schreibe(Angebot angebot, Einladung einladung, Ansprechperson wer, String link) {
        String text = TEXT.formatted(wer.kommune(), angebot.titel(), link, letzterTag(einladung.giltBis()), fragen(wer));
        return new Brief("Bitte um Ihre Antwort: " + angebot.titel(), text, html(text, link), null);
    }

    /** The last day on which an answer is taken. */
    static String letzterTag(Instant giltBis) {
        return TAG.format(giltBis.minusMillis(1));
    }

    private static String fragen(Ansprechperson wer) {
        String name = wer.name() == null ? wer.kommune() : wer.name();
        return wer.adresse() == null ? "Bitte fragen Sie: " + name + "." : "Bitte fragen Sie: " + name + ", " + wer.adresse();
    }

    private static String html(String text, String link) {
        String sicher = HtmlUtils.htmlEscape(text.strip(), "UTF-8").replace("\n\n", "</p>\n<p>").replace("\n", "<br>\n");
        String adresse = HtmlUtils.htmlEscape(link, "UTF-8");
        return "<!DOCTYPE html>\n<html lang=\"de\">\n<head><meta charset=\"utf-8\"><title>Bitte um Ihre Antwort</title></head>\n<body>\n<p>"
                + sicher.replace(adresse, "<a href=\"" + adresse + "\">" + adresse + "</a>") + "</p>\n</body>\n</html>\n";
    }
}
