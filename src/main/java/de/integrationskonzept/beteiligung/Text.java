package de.integrationskonzept.beteiligung;

import de.integrationskonzept.formular.Feld;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * A text of a form as HTML: paragraphs, lists, headings and what is bold. What comes from the file is text within it and never anything
 * else, whatever it looks like.
 */
final class Text {

    private static final Pattern WERT = Pattern.compile("(?s)\\{\\{(.*?)}}");
    private static final Pattern PLATZ = Pattern.compile("\uE000(\\d+)\uE001");
    private static final Pattern FETT = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern UEBERSCHRIFT = Pattern.compile("#{1,6} +");

    private final List<String> werte = new ArrayList<>();

    private Text() {
    }

    /** @param text as it stands in the form: with values in double braces, or as a whole an expression */
    static String html(String text, Map<String, Object> kontext) {
        if (text.strip().startsWith("=")) {
            return absatz(lesbar(Feld.errechne(text.strip().substring(1), kontext)));
        }
        Text html = new Text();
        String mitPlaetzen = WERT.matcher(text.replaceAll("[\uE000\uE001]", "")).replaceAll(treffer -> html.merke(Feld.errechne(treffer.group(1).strip(), kontext)));
        return Arrays.stream(mitPlaetzen.split("\n\\s*\n")).map(String::strip).filter(block -> !block.isEmpty()).map(html::block)
                .collect(Collectors.joining("\n"));
    }

    private String merke(Object wert) {
        werte.add(maskiert(lesbar(wert)).replace("\n", "<br>"));
        return "\uE000" + (werte.size() - 1) + "\uE001";
    }

    private String block(String block) {
        List<String> zeilen = Arrays.stream(block.split("\n")).map(String::strip).toList();
        if (zeilen.stream().allMatch(zeile -> zeile.startsWith("- "))) {
            return zeilen.stream().map(zeile -> "<li>" + zeile(zeile.substring(2)) + "</li>").collect(Collectors.joining("", "<ul>", "</ul>"));
        }
        Matcher ueberschrift = UEBERSCHRIFT.matcher(block);
        return ueberschrift.lookingAt() ? "<h2>" + zeile(block.substring(ueberschrift.end())) + "</h2>"
                : "<p>" + zeilen.stream().map(this::zeile).collect(Collectors.joining("<br>")) + "</p>";
    }

    private String zeile(String zeile) {
        String fett = FETT.matcher(maskiert(zeile)).replaceAll("<strong>$1</strong>");
        return PLATZ.matcher(fett).replaceAll(platz -> Matcher.quoteReplacement(werte.get(Integer.parseInt(platz.group(1)))));
    }

    private static String absatz(String text) {
        return text.isBlank() ? "" : "<p>" + maskiert(text).replace("\n", "<br>") + "</p>";
    }

    static String lesbar(Object wert) {
        return wert == null ? "" : wert instanceof List<?> liste ? liste.stream().map(Text::lesbar).collect(Collectors.joining("\n"))
                : String.valueOf(wert).replaceAll("\\R", "\n");
    }

    private static String maskiert(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
