package de.integrationskonzept.dokument;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Makes tables regular: a head that repeats, the same number of cells in every row, a word where nothing stands. */
final class Tabellen {

    private static final int MEISTE_SPALTEN = 40;

    private Tabellen() {
    }

    static void ordne(Element body) {
        body.select("dl").forEach(Tabellen::ausPaaren);
        for (Element tabelle : body.select("table")) {
            if (tabelle.hasClass("paare") || richte(tabelle)) {
                Spalten.bemesse(tabelle);
            }
        }
    }

    static Elements zeilen(Element tabelle) {
        return tabelle.select("> thead > tr, > tbody > tr");
    }

    static int spalten(Element zeile) {
        return zeile.children().stream().mapToInt(Tabellen::spanne).sum();
    }

    static int spanne(Element zelle) {
        String spanne = zelle.attr("colspan");
        return spanne.matches("\\d{1,2}") ? Math.min(Math.max(1, Integer.parseInt(spanne)), MEISTE_SPALTEN) : 1;
    }

    /** Terms and their descriptions, side by side without rules; each term is the head of its row. */
    private static void ausPaaren(Element dl) {
        Element tabelle = new Element("table").addClass("paare");
        if (dl.hasClass("kennzahlen")) {
            tabelle.addClass("kennzahlen");
        }
        Element rumpf = tabelle.appendElement("tbody");
        Element zelle = null;
        for (Element e : List.copyOf(dl.select("> dt, > dd"))) {
            if (e.is("dt") || zelle == null) {
                Element zeile = rumpf.appendElement("tr");
                Element kopf = zeile.appendElement("th").attr("scope", "row");
                zelle = zeile.appendElement("td");
                if (e.is("dt")) {
                    kopf.appendChildren(List.copyOf(e.childNodes()));
                    continue;
                }
            }
            if (zelle.hasText()) {
                zelle.appendElement("br");
            }
            zelle.appendChildren(List.copyOf(e.childNodes()));
        }
        if (rumpf.childrenSize() == 0) {
            dl.remove();
        } else {
            dl.replaceWith(tabelle);
        }
    }

    /** False when there was nothing to set. */
    private static boolean richte(Element tabelle) {
        tabelle.select("> thead > tr, > tbody > tr").stream().filter(zeile -> zeile.childrenSize() == 0).forEach(Element::remove);
        Elements zeilen = zeilen(tabelle);
        int spalten = zeilen.stream().mapToInt(Tabellen::spalten).max().orElse(0);
        if (spalten == 0) {
            String titel = tabelle.select("> caption").text();
            tabelle.replaceWith(new Element("p").text((titel.isEmpty() ? "" : titel + ": ") + "keine Einträge"));
            return false;
        }
        kopf(tabelle, zeilen);
        for (Element zeile : zeilen) {
            zeile.children().forEach(zelle -> zelle.attr("colspan", String.valueOf(spanne(zelle))));
            for (int fehlt = spalten - spalten(zeile); fehlt > 0; fehlt--) {
                zeile.appendElement(zeile.parent().is("thead") ? "th" : "td").attr("colspan", "1");
            }
        }
        if (tabelle.select("> tbody > tr").isEmpty()) {
            Element rumpf = tabelle.select("> tbody").isEmpty() ? tabelle.appendElement("tbody") : tabelle.selectFirst("> tbody");
            rumpf.appendElement("tr").appendElement("td").attr("colspan", String.valueOf(spalten)).text("keine Einträge");
        }
        tabelle.select("> thead th").attr("scope", "col");
        tabelle.select("> tbody > tr > th").attr("scope", "row");
        return true;
    }

    private static void kopf(Element tabelle, Elements zeilen) {
        Element erste = zeilen.first();
        if (tabelle.select("> thead").isEmpty() && zeilen.size() > 1 && erste.children().stream().allMatch(z -> z.is("th"))) {
            Element kopf = new Element("thead");
            tabelle.selectFirst("> tbody").before(kopf);
            kopf.appendChild(erste);
        }
        tabelle.select("> thead > tr > td").tagName("th");
        tabelle.select("> tbody").stream().filter(rumpf -> rumpf.childrenSize() == 0).forEach(Element::remove);
    }
}
