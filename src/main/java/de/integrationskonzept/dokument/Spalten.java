package de.integrationskonzept.dokument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Gives the columns of a table their widths by what stands in them, the same for both formats, and puts numbers to the right. */
final class Spalten {

    private static final Pattern ZAHL = Pattern
            .compile("[-+−]?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)?(\\s?(%|€|Euro|EUR|VZÄ|h|Std\\.|Stunden))?");
    /** About so many letters stand side by side between the margins. */
    private static final int ZEILE = 92;
    private static final int HOECHSTER_KOPF = 12;

    private Spalten() {
    }

    static void bemesse(Element tabelle) {
        List<List<Element>> spalten = spaltenweise(tabelle);
        double[] eng = new double[spalten.size()];
        double[] weit = new double[spalten.size()];
        for (int i = 0; i < eng.length; i++) {
            for (Element zelle : spalten.get(i)) {
                String text = zelle.text();
                for (String wort : text.split("[\\s/-]+")) {
                    // Heads are bold, and so wider.
                    eng[i] = Math.max(eng[i], Math.min(wort.length(), 22) + (zelle.is("th") ? 4 : 2));
                }
                weit[i] = Math.max(Math.max(eng[i], 6), Math.min(text.length(), 60) + 2);
            }
            if (i > 0 && zahlen(spalten.get(i))) {
                spalten.get(i).forEach(zelle -> zelle.addClass("zahl"));
            }
        }
        double[] breiten = tabelle.hasClass("paare") ? new double[]{35, 65} : verteilt(eng, weit);
        setze(tabelle, breiten);
        if (tabelle.select("> thead th").stream().anyMatch(th -> zeilen(th, breiten) > HOECHSTER_KOPF)) {
            loeseKopf(tabelle);
        }
    }

    private static List<List<Element>> spaltenweise(Element tabelle) {
        Elements zeilen = Tabellen.zeilen(tabelle);
        List<List<Element>> spalten = new ArrayList<>();
        for (int i = 0; i < Tabellen.spalten(zeilen.first()); i++) {
            spalten.add(new ArrayList<>());
        }
        for (Element zeile : zeilen) {
            int spalte = 0;
            for (Element zelle : zeile.children()) {
                if (Tabellen.spanne(zelle) == 1) {
                    spalten.get(spalte).add(zelle);
                }
                spalte += Tabellen.spanne(zelle);
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

    private static double zeilen(Element zelle, double[] breiten) {
        int vor = zelle.previousElementSiblings().stream().mapToInt(Tabellen::spanne).sum();
        double breite = summe(Arrays.copyOfRange(breiten, vor, vor + Tabellen.spanne(zelle)));
        return zelle.text().length() / Math.max(1, breite * ZEILE / 100 - 4);
    }

    /** A head that fills a page cannot stand on every page. */
    private static void loeseKopf(Element tabelle) {
        Element kopf = tabelle.selectFirst("> thead");
        kopf.select("> tr > th").tagName("td").removeAttr("scope");
        tabelle.selectFirst("> tbody").prependChildren(List.copyOf(kopf.children()));
        kopf.remove();
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
