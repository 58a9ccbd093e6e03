package de.integrationskonzept.dokument;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Headings: no level is skipped, each has an id and, in {@code data-ebene}, its place among the chapters. A single first heading is the
 * title of the document and no chapter.
 */
final class Gliederung {

    private static final int TIEFSTE_IM_INHALT = 3;

    private Gliederung() {
    }

    static List<Element> kapitel(Document dokument) {
        return dokument.body().select("[data-ebene]");
    }

    static int ebene(Element kapitel) {
        return Integer.parseInt(kapitel.attr("data-ebene"));
    }

    static void ordne(Document dokument) {
        dokument.select("nav h1, nav h2, nav h3, nav h4").tagName("p");
        dokument.select("caption, th, td").select("h1, h2, h3, h4").tagName("p");
        List<Element> alle = dokument.body().select("h1, h2, h3, h4");
        int zuletzt = 0;
        for (int i = 0; i < alle.size(); i++) {
            zuletzt = Math.min(alle.get(i).tagName().charAt(1) - '0', zuletzt + 1);
            alle.get(i).tagName("h" + zuletzt).attr("id", "abschnitt-" + (i + 1));
        }
        boolean titelseite = !alle.isEmpty() && alle.get(0).parents().is(".titelseite");
        boolean eineEins = alle.stream().filter(h -> h.is("h1")).count() == 1;
        if (titelseite || eineEins && !alle.isEmpty()) {
            alle.get(0).addClass("dokumenttitel");
        }
        int tiefer = eineEins ? 1 : 0;
        alle.stream().filter(h -> !h.hasClass("dokumenttitel"))
                .forEach(h -> h.attr("data-ebene", String.valueOf(Math.max(1, h.tagName().charAt(1) - '0' - tiefer))));
        dokument.select("nav.inhalt").forEach(nav -> verzeichnis(nav, kapitel(dokument)));
        dokument.select("nav").not(".inhalt").tagName("div");
    }

    private static void verzeichnis(Element nav, List<Element> kapitel) {
        String titel = nav.hasText() ? nav.text() : "Inhalt";
        nav.empty();
        List<Element> gezeigte = kapitel.stream().filter(h -> ebene(h) <= TIEFSTE_IM_INHALT).toList();
        if (gezeigte.isEmpty()) {
            nav.remove();
            return;
        }
        nav.appendElement("p").addClass("verzeichnistitel").text(titel);
        Element liste = nav.appendElement("ul");
        for (Element h : gezeigte) {
            liste.appendElement("li").addClass("ebene-" + ebene(h)).appendElement("a").attr("href", "#" + h.id())
                    .attr("title", h.text()).text(h.text());
        }
    }
}
