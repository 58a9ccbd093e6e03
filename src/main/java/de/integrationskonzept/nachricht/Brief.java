package de.integrationskonzept.nachricht;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Refusal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** What is sent: a subject of one line, and a text in which nothing is ever interpreted. */
record Brief(String betreff, String text) {

    static final int LAENGSTER_BETREFF = 200;
    static final int LAENGSTER_TEXT = 20_000;

    private static final String UNSICHTBAR = "[\\p{Cntrl}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uE000]";

    Brief {
        if (betreff.isBlank() || betreff.length() > LAENGSTER_BETREFF || betreff.codePoints().anyMatch(Character::isISOControl)) {
            throw new Refusal(BAD_REQUEST, "Der Betreff der E-Mail muss aus einer Zeile mit höchstens " + LAENGSTER_BETREFF
                    + " Zeichen bestehen. Bitte wenden Sie sich an die Modellpflege.");
        }
        text = text.replaceAll("\\R", "\n").replaceAll(UNSICHTBAR, "").strip();
        if (text.isEmpty() || text.length() > LAENGSTER_TEXT) {
            throw new Refusal(BAD_REQUEST, "Der Text der E-Mail ist leer oder länger als " + LAENGSTER_TEXT + " Zeichen. Bitte prüfen Sie ihn.");
        }
    }

    /** The same words for whoever reads mail as a page: paragraphs and line breaks, no layout, no pictures. */
    String html() {
        String absaetze = Arrays.stream(text.split("\n{2,}")).map(absatz -> "<p>" + HtmlUtils.htmlEscape(absatz, "UTF-8").replace("\n", "<br>\n") + "</p>")
                .collect(Collectors.joining("\n"));
        return "<!DOCTYPE html>\n<html lang=\"de\">\n<head><meta charset=\"utf-8\"><title>" + HtmlUtils.htmlEscape(betreff, "UTF-8")
                + "</title></head>\n<body>\n" + absaetze + "\n</body>\n</html>\n";
    }
}
