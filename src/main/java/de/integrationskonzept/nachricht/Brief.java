package de.integrationskonzept.nachricht;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Refusal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * What is sent: a subject of one line, and a text in which nothing is ever interpreted.
 *
 * @param html the same for whoever reads mail as a page; null when paragraphs are enough
 * @param kalender a meeting (RFC 5546, {@code METHOD} included), null for none
 */
public record Brief(String betreff, String text, String html, String kalender) {

    static final int LAENGSTER_BETREFF = 200;
    static final int LAENGSTER_TEXT = 20_000;

    private static final String UNSICHTBAR = "[\\p{Cntrl}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uE000]";

    public Brief {
        if (betreff.isBlank() || betreff.length() > LAENGSTER_BETREFF || betreff.codePoints().anyMatch(Character::isISOControl)) {
            throw new Refusal(BAD_REQUEST, "Der Betreff der E-Mail muss aus einer Zeile mit höchstens " + LAENGSTER_BETREFF
                    + " Zeichen bestehen. Bitte wenden Sie sich an die Modellpflege.");
        }
        text = text.replaceAll("\\R", "\n").replaceAll(UNSICHTBAR, "").strip();
        if (text.isEmpty() || text.length() > LAENGSTER_TEXT) {
            throw new Refusal(BAD_REQUEST, "Der Text der E-Mail ist leer oder länger als " + LAENGSTER_TEXT + " Zeichen. Bitte prüfen Sie ihn.");
        }
    }

    public Brief(String betreff, String text) {
        this(betreff, text, null, null);
    }

    /** A page in any case: paragraphs and line breaks, no layout, no pictures, unless it was given another one. */
    @Override
    public String html() {
        return html != null ? html : "<!DOCTYPE html>\n<html lang=\"de\">\n<head><meta charset=\"utf-8\"><title>" + maskiert(betreff)
                + "</title></head>\n<body>\n" + Arrays.stream(text.split("\n{2,}")).map(absatz -> "<p>" + maskiert(absatz).replace("\n", "<br>\n") + "</p>")
                .collect(Collectors.joining("\n")) + "\n</body>\n</html>\n";
    }

    /** Null when it is made from the text. */
    String eigenesHtml() {
        return html;
    }

    private static String maskiert(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
