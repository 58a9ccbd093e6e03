package de.integrationskonzept.vorlage;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a template, taken apart mark by mark. What a browser would put up with is refused: every element is closed, and
 * elements and sections lie within each other, so that no answer, whatever it says, can end up inside of a mark.
 */
final class Vorlagentext {

    /** Deeper than any document; what follows works its way in level by level. */
    private static final int TIEFSTE = 60;

    private static final String NAME = "\\.|-(?:index|first|last)|\\p{L}[\\p{L}\\p{N}_-]*(?:\\.\\p{L}[\\p{L}\\p{N}_-]*){0,8}";

    /** Repetitions of groups are bounded, because Java goes through them by recursion. */
    private static final Pattern MARKE = Pattern.compile("\\{\\{![^{}]*+\\}\\}(?!\\})"
            + "|\\{\\{(?<abschnitt>[#^/])?\\s*(?<name>" + NAME + ")\\s*\\}\\}(?!\\})"
            + "|<!--[^<>{}]*-->|(?i:<!doctype html>)"
            + "|<(?<ende>/)?(?<element>[a-zA-Z][a-zA-Z0-9]*)(?<attribute>(?:\\s+[a-zA-Z-]+=\"[^\"<>{}]*\"){0,8})\\s*/?>"
            + "|(?<fremd>\\{\\{.{0,30}|<.{0,30})");
    private static final Pattern ATTRIBUT = Pattern.compile("([a-zA-Z-]+)=\"([^\"]*)\"");

    private static final Set<String> OHNE_ENDE = Set.of("meta", "br");
    private static final Set<String> KOPF = Set.of("html", "head", "title", "meta", "body");
    private static final Set<String> RUMPF = woerter("h1 h2 h3 h4 p ul ol li table caption thead tbody tr th td strong em br section div span figure "
            + "nav header footer dl dt dd a");
    private static final Pattern BELIEBIG = Pattern.compile("[^&\\\\]*");
    private static final Map<String, Pattern> ATTRIBUTE = Map.of("id", Pattern.compile("[a-z][a-z0-9-]*"), "lang", Pattern.compile("[a-z]{2}(-[A-Z]{2})?"),
            "href", Pattern.compile("#[a-z][a-z0-9-]*"), "scope", Pattern.compile("row|col|rowgroup|colgroup"),
            "colspan", Pattern.compile("\\d{1,2}"), "rowspan", Pattern.compile("\\d{1,3}"), "charset", Pattern.compile("(?i)utf-8"),
            "name", BELIEBIG, "content", Pattern.compile("[^{}]*"), "class", BELIEBIG);
    private static final Set<String> NUR_META = Set.of("name", "content", "charset");

    private final String text;
    private final Set<String> klassen;
    private final Vorlagentor.Melder melder;
    private final Deque<Offen> offen = new ArrayDeque<>();
    private final Set<String> gesehen = new HashSet<>();
    private boolean gut = true;

    /** @param klassen that elements may have */
    Vorlagentext(String text, Set<String> klassen, Vorlagentor.Melder melder) {
        this.text = text;
        this.klassen = klassen;
        this.melder = melder;
    }

    /** @param was element or section that is not closed yet */
    private record Offen(String was, int zeile) {
    }

    /** False when something was found, and the rest of the template need not be looked at. */
    boolean pruefe() {
        Matcher marke = MARKE.matcher(text);
        int zeile = 1;
        int bisher = 0;
        while (gut && marke.find()) {
            zeile += (int) text.substring(bisher, marke.start()).chars().filter(z -> z == '\n').count();
            bisher = marke.start();
            pruefe(marke, zeile);
        }
        if (gut && !offen.isEmpty()) {
            melde(offen.peek().zeile(), "„" + offen.peek().was() + "“ wird nicht geschlossen. Bitte ergänzen Sie das Ende.");
        }
        if (gut && !gesehen.containsAll(Set.of("html", "head", "title", "body"))) {
            melde(0, "Eine Vorlage braucht <html lang=\"de\">, darin <head> mit <title> und danach <body>. Bitte ergänzen Sie, was fehlt.");
        }
        return gut;
    }

    private void pruefe(Matcher marke, int zeile) {
        if (marke.group("fremd") != null) {
            fremd(marke.group("fremd"), zeile);
        } else if (marke.group("name") != null) {
            platzhalter(marke.group("abschnitt"), marke.group("name"), zeile);
        } else if (marke.group("element") != null) {
            element(marke, zeile);
        }
    }

    private void fremd(String anfang, int zeile) {
        String gezeigt = anfang.replaceAll("\\s+", " ").strip();
        if (anfang.startsWith("{{{") || anfang.startsWith("{{&")) {
            melde(zeile, "„" + gezeigt + "“ gäbe eine Antwort ungeprüft als Auszeichnung aus. Bitte schreiben Sie {{name}} mit zwei Klammern.");
        } else if (anfang.startsWith("{{")) {
            melde(zeile, "Der Platzhalter „" + gezeigt + "“ ist nicht zugelassen. Bitte verwenden Sie nur {{name}}, {{#name}}, {{^name}}, {{/name}} und "
                    + "{{! Hinweis}}.");
        } else {
            melde(zeile, "Bei „" + gezeigt + "“ steht eine Auszeichnung, die nicht lesbar ist. Bitte schreiben Sie Attribute als name=\"wert\" ohne "
                    + "Platzhalter darin und ein einzelnes Zeichen als &lt;, und nichts Spitzes oder Geschweiftes in Kommentare.");
        }
    }

    private void platzhalter(String abschnitt, String name, int zeile) {
        if (offen.stream().noneMatch(o -> o.was().equals("<title>") || o.was().equals("<body>"))) {
            melde(zeile, "Platzhalter können nur im Titel und zwischen <body> und </body> stehen. Bitte verschieben Sie „" + name + "“.");
        } else if (abschnitt != null && abschnitt.equals("/")) {
            schliesse("{{#" + name + "}}", zeile);
        } else if (abschnitt != null) {
            oeffne("{{#" + name + "}}", zeile);
        }
    }

    private void element(Matcher marke, int zeile) {
        String element = marke.group("element");
        boolean bekannt = KOPF.contains(element) || RUMPF.contains(element);
        boolean imRumpf = offen.stream().anyMatch(o -> o.was().equals("<body>"));
        if (!bekannt || imRumpf && KOPF.contains(element) && marke.group("ende") == null || !imRumpf && RUMPF.contains(element)) {
            melde(zeile, "Das Element <" + element + "> ist " + (bekannt ? "hier " : "") + "nicht zugelassen. Bitte verwenden Sie nur die "
                    + "Bausteine, die das Handbuch nennt.");
        } else if (marke.group("ende") != null) {
            schliesse("<" + element + ">", zeile);
        } else {
            Matcher attribut = ATTRIBUT.matcher(marke.group("attribute"));
            while (gut && attribut.find()) {
                attribut(element, attribut.group(1), attribut.group(2), zeile);
            }
            if (element.equals("html") && !marke.group("attribute").contains("lang=\"de\"")) {
                melde(zeile, "Die Sprache fehlt. Bitte schreiben Sie <html lang=\"de\">.");
            }
            if (KOPF.contains(element) && !element.equals("meta") && !gesehen.add(element)) {
                melde(zeile, "<" + element + "> steht zweimal da. Bitte nehmen Sie eines heraus.");
            }
            if (gut && !OHNE_ENDE.contains(element)) {
                oeffne("<" + element + ">", zeile);
            }
        }
    }

    private void oeffne(String was, int zeile) {
        if (offen.size() >= TIEFSTE) {
            melde(zeile, "Hier liegen zu viele Elemente und Abschnitte ineinander. Bitte vereinfachen Sie die Vorlage.");
        } else {
            offen.push(new Offen(was, zeile));
        }
    }

    private void attribut(String element, String name, String wert, int zeile) {
        if (!ATTRIBUTE.containsKey(name) || NUR_META.contains(name) != element.equals("meta") || name.equals("href") && !element.equals("a")) {
            melde(zeile, "Das Attribut „" + name + "“ ist bei <" + element + "> nicht zugelassen. Bitte nehmen Sie es heraus.");
        } else if (name.equals("class") && !klassen.containsAll(woerter(wert))) {
            melde(zeile, "Die Klasse „" + wert + "“ gibt es nicht. Bitte verwenden Sie nur die Klassen, die das Handbuch nennt.");
        } else if (!ATTRIBUTE.get(name).matcher(wert).matches()) {
            melde(zeile, "Der Wert „" + wert + "“ ist bei „" + name + "“ nicht zugelassen"
                    + (name.equals("href") ? ", Verweise führen nur auf eine Stelle im Dokument (#stelle)." : ".") + " Bitte ändern Sie ihn.");
        }
    }

    private void schliesse(String was, int zeile) {
        if (offen.isEmpty() || !offen.peek().was().equals(was)) {
            melde(zeile, "Hier endet „" + was + "“, aber " + (offen.isEmpty() ? "offen ist nichts." : "zuletzt begann „" + offen.peek().was()
                    + "“ in Zeile " + offen.peek().zeile() + ".") + " Bitte schließen Sie Elemente und Abschnitte in der umgekehrten Reihenfolge.");
        } else {
            offen.pop();
        }
    }

    private void melde(int zeile, String grund) {
        gut = false;
        melder.melde(zeile, grund);
    }

    private static Set<String> woerter(String namen) {
        return new HashSet<>(Arrays.asList(namen.strip().split("\\s+")));
    }
}
