package de.integrationskonzept.dokument;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Brings elements into the order that both formats take for granted: text stands in paragraphs, paragraphs hold no blocks, lists hold
 * entries only, and nothing is empty.
 */
final class Ordnung {

    private static final Set<String> BLOECKE = Set.of("h1", "h2", "h3", "h4", "p", "ul", "ol", "table", "section", "div", "figure",
            "nav", "header", "footer", "dl");
    /** Text that stands in these alone needs no paragraph of its own. */
    private static final Set<String> ZELLEN = Set.of("li", "th", "td", "dt", "dd");
    private static final Set<String> BEHAELTER = Set.of("body", "section", "div", "figure", "nav", "header", "footer");
    private static final int TIEFSTE_LISTE = 6;

    private Ordnung() {
    }

    static boolean istBlock(Node knoten) {
        return knoten instanceof Element e && BLOECKE.contains(e.tagName());
    }

    static boolean hatBloecke(Element e) {
        return e.childNodes().stream().anyMatch(Ordnung::istBlock);
    }

    static void schaffe(Element body) {
        body.select("strong, em, span").stream().filter(e -> e.select("*").stream().anyMatch(Ordnung::istBlock)).forEach(Element::unwrap);
        body.select("h1, h2, h3, h4, p, caption").forEach(e -> e.select("*").stream()
                .filter(kind -> kind != e && (istBlock(kind) || ZELLEN.contains(kind.tagName()))).forEach(Ordnung::loeseAuf));
        body.select("ul, ol").forEach(Ordnung::liste);
        body.select("li").stream().filter(li -> !li.parent().is("ul, ol")).forEach(li -> li.tagName("div"));
        body.select("dt, dd").stream().filter(e -> !e.parent().is("dl")).forEach(e -> e.tagName("div"));
        body.select("*").forEach(Ordnung::absaetze);
        leeres(body);
    }

    private static void loeseAuf(Element block) {
        block.before(new TextNode(" "));
        block.after(new TextNode(" "));
        block.unwrap();
    }

    private static void liste(Element liste) {
        for (Node kind : List.copyOf(liste.childNodes())) {
            if (kind instanceof Element e ? !e.is("li") : kind instanceof TextNode text && !text.isBlank()) {
                Element li = new Element("li");
                kind.replaceWith(li);
                li.appendChild(kind);
            }
        }
        if (tiefe(liste) >= TIEFSTE_LISTE) {
            liste.select("> li").tagName("div");
            liste.tagName("div");
        }
    }

    private static long tiefe(Element liste) {
        return liste.parents().stream().filter(e -> e.is("ul, ol")).count();
    }

    /** Loose text between blocks becomes a paragraph: every format needs one, and a screen reader, too. */
    private static void absaetze(Element behaelter) {
        if (!BEHAELTER.contains(behaelter.tagName()) && !(ZELLEN.contains(behaelter.tagName()) && hatBloecke(behaelter))) {
            return;
        }
        Element offen = null;
        for (Node kind : List.copyOf(behaelter.childNodes())) {
            if (istBlock(kind)) {
                offen = null;
            } else if (offen != null) {
                offen.appendChild(kind);
            } else if (!(kind instanceof TextNode text && text.isBlank())) {
                offen = new Element("p");
                kind.replaceWith(offen);
                offen.appendChild(kind);
            }
        }
    }

    /** From the inside out: a list whose entries were all empty is empty itself. */
    private static void leeres(Element body) {
        List<Element> alle = List.copyOf(body.select("*"));
        for (int i = alle.size() - 1; i > 0; i--) {
            Element e = alle.get(i);
            boolean platzhalter = e.is("br, th, td, tr, thead, tbody, table, caption, nav.inhalt, dt, dd, .seitenumbruch");
            if (!platzhalter && !e.hasText() && e.select("br, table, nav.inhalt, dl, .seitenumbruch").isEmpty()) {
                e.remove();
            }
        }
    }
}
