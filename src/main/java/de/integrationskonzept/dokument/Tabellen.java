package de.integrationskonzept.dokument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Makes tables regular: a head that repeats, the same number of cells in every row, widths by what stands in the columns. */
final class Tabellen {

    private static final Pattern ZAHL = Pattern.compile("[-+−]?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)?(\\s?(%|€|Euro|EUR|VZÄ|h|Std\\.|Stunden))?");
    private static final int MEISTE_SPALTEN = 40;
    /** About so many letters stand side by side between the margins. */
    private static final int ZEILE = 92;

    private Tabellen() {
    }

    static void ordne(Element body) {
        body.select("dl").forEach(Tabellen::ausPaaren);
        for (Element tabelle : body.select("table")) {
            if (tabelle.hasClass("paare") || richte(tabelle)) {
                breiten(tabelle);
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

    private static void breiten(Element tabelle) {
        List<List<Element>> spalten = spaltenweise(tabelle);
        double[] eng = new double[spalten.size()];
        double[] weit = new double[spalten.size()];
        for (int i = 0; i < eng.length; i++) {
            for (Element zelle : spalten.get(i)) {
                String text = zelle.text();
                for (String wort : text.split("[\\s/-]+")) {
                    eng[i] = Math.max(eng[i], Math.min(wort.length(), 22) + 2);
                }
                weit[i] = Math.max(Math.max(eng[i], 6), Math.min(text.length(), 60) + 2);
            }
            if (i > 0 && zahlen(spalten.get(i))) {
                spalten.get(i).forEach(zelle -> zelle.addClass("zahl"));
            }
        }
        setze(tabelle, tabelle.hasClass("paare") ? new double[]{35, 65} : verteilt(eng, weit));
    }

    private static List<List<Element>> spaltenweise(Element tabelle) {
        Elements zeilen = zeilen(tabelle);
        List<List<Element>> spalten = new ArrayList<>();
        for (int i = 0; i < spalten(zeilen.first()); i++) {
            spalten.add(new ArrayList<>());
        }
        for (Element zeile : zeilen) {
            int spalte = 0;
            for (Element zelle : zeile.children()) {
                if (spanne(zelle) == 1) {
                    spalten.get(spalte).add(zelle);
                }
                spalte += spanne(zelle);
            }
        }
        return spalten;
    }

    private static boolean zahlen(List<Element> spalte) {
        List<String> inhalte = spalte.stream().filter(z -> z.is("td") && z.hasText()).map(Element::text).toList();
        return !inhalte.isEmpty() && inhalte.stream().allMatch(text -> ZAHL.matcher(text).matches() || text.equals("noch offen"))
                && inhalte.stream().anyMatch(text -> ZAHL.matcher(text).matches());
    }

    /** Everybody gets the longest word; what is left goes to those with much to say. */
    private static double[] verteilt(double[] eng, double[] weit) {
        double engste = summe(eng);
        double anteil = Math.max(0, Math.min(1, (ZEILE - engste) / Math.max(1, summe(weit) - engste)));
        double[] breiten = new double[eng.length];
        for (int i = 0; i < eng.length; i++) {
            breiten[i] = Math.max(3, eng[i] + anteil * (weit[i] - eng[i]));
        }
        double ganz = summe(breiten);
        for (int i = 0; i < eng.length; i++) {
            breiten[i] = breiten[i] / ganz * 100;
        }
        return breiten;
    }

    private static double summe(double[] werte) {
        return Arrays.stream(werte).sum();
    }

    private static void setze(Element tabelle, double[] breiten) {
        Element gruppe = new Element("colgroup");
        for (double breite : breiten) {
            gruppe.appendElement("col").attr("style", String.format(Locale.ROOT, "width:%.2f%%", breite));
        }
        Element titel = tabelle.selectFirst("> caption");
        if (titel == null) {
            tabelle.prependChild(gruppe);
        } else {
            titel.after(gruppe);
        }
    }
}
