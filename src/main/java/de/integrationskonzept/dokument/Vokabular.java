package de.integrationskonzept.dokument;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** What a document may be made of. Everything else is dropped to its text: the second fence behind the gate for templates. */
final class Vokabular {

    private static final Set<String> KLASSEN = Set.of("titelseite", "briefkopf", "anschrift", "betreff", "unterschrift", "hinweis",
            "kennzahlen", "seitenumbruch", "klein", "ampel", "luecke", "zeitplan", "verlauf", "inhalt");
    private static final Safelist ERLAUBT = new Safelist()
            .addTags("h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "table", "caption", "thead", "tbody", "tr", "th", "td", "strong",
                    "em", "br", "section", "div", "span", "figure", "nav", "header", "footer", "dl", "dt", "dd")
            .addAttributes(":all", "class")
            .addAttributes("th", "colspan")
            .addAttributes("td", "colspan")
            .addAttributes("table", "data-heute");

    private Vokabular() {
    }

    /** A new document of known elements, classes and printable characters. */
    static Document uebernimm(Document roh) {
        roh.select("h5, h6").tagName("h4");
        roh.select("script, style, template, noscript").remove();
        Document rein = new Cleaner(ERLAUBT).clean(roh);
        rein.outputSettings().prettyPrint(false);
        rein.title(Zeichen.reinige(roh.title()));
        rein.selectFirst("html").attr("lang", "de");
        rein.body().select("*[class]").forEach(Vokabular::klassen);
        rein.body().traverse((knoten, tiefe) -> {
            if (knoten instanceof TextNode text) {
                text.text(Zeichen.reinige(text.getWholeText()));
            }
        });
        return rein;
    }

    private static void klassen(Element e) {
        Set<String> klassen = e.classNames();
        klassen.retainAll(KLASSEN);
        if (klassen.isEmpty()) {
            e.removeAttr("class");
        } else {
            e.classNames(klassen);
        }
    }
}
