package de.integrationskonzept.dokument;

import java.util.Locale;

/** A drawing in the making, as wide as the text of an A4 page; one unit is a CSS pixel. Letters are drawn as outlines. */
final class Zeichnung {

    static final double BREITE = 620;
    static final String TINTE = "#1f2933";
    static final String GRAU = "#59636e";
    static final String LINIE = "#c3cad1";
    static final String BLAU = "#1d4f8c";
    static final String GRUEN = "#2a6a36";
    static final String ROT = "#a61e22";

    private final StringBuilder inhalt = new StringBuilder();

    void rechteck(double x, double y, double b, double h, String fuellung, String rand) {
        fuege("<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s' stroke='%s'/>", x, y, b, h, fuellung, rand);
    }

    void linie(double x1, double y1, double x2, double y2, String farbe, double staerke, String strichelung) {
        fuege("<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='%.1f'%s/>", x1, y1, x2, y2, farbe, staerke,
                strichelung.isEmpty() ? "" : " stroke-dasharray='" + strichelung + "'");
    }

    void raute(double x, double y, double r, String fuellung, String rand) {
        fuege("<path d='M%.1f %.1fl%.1f %.1fl%.1f %.1fl%.1f %.1fz' fill='%s' stroke='%s'/>", x, y - r, r, r, -r, r, -r, -r, fuellung,
                rand);
    }

    void kreis(double x, double y, double r, String fuellung) {
        fuege("<circle cx='%.1f' cy='%.1f' r='%.1f' fill='%s'/>", x, y, r, fuellung);
    }

    /** Slanting lines in a box, every {@code abstand} units. */
    void schraffur(double x, double y, double b, double h, double abstand, String farbe) {
        for (double start = x - h; start < x + b; start += abstand) {
            double links = Math.max(start, x);
            double rechts = Math.min(start + h, x + b);
            if (rechts > links) {
                linie(links, y + h - (links - start), rechts, y + h - (rechts - start), farbe, 1, "");
            }
        }
    }

    void text(String text, double x, double y, double groesse, boolean fett, String farbe) {
        fuege("<path d='%s' fill='%s'/>", Schrift.umriss(text, x, y, groesse, fett), farbe);
    }

    void textMittig(String text, double x, double y, double groesse, boolean fett, String farbe) {
        text(text, x - Schrift.breite(text, groesse, fett) / 2, y, groesse, fett, farbe);
    }

    void textRechts(String text, double x, double y, double groesse, boolean fett, String farbe) {
        text(text, x - Schrift.breite(text, groesse, fett), y, groesse, fett, farbe);
    }

    /** As much of the text as there is room for, with three dots for the rest. */
    static String gekuerzt(String text, double breite, double groesse) {
        if (Schrift.breite(text, groesse, false) <= breite) {
            return text;
        }
        int[] zeichen = text.codePoints().limit(200).toArray();
        int bis = zeichen.length;
        while (bis > 0 && Schrift.breite(new String(zeichen, 0, bis) + "…", groesse, false) > breite) {
            bis--;
        }
        return new String(zeichen, 0, bis).stripTrailing() + "…";
    }

    String svg(double hoehe) {
        return String.format(Locale.ROOT, "<svg xmlns='http://www.w3.org/2000/svg' width='%.0f' height='%.0f' viewBox='0 0 %.0f %.0f'>"
                + "<rect width='%.0f' height='%.0f' fill='#ffffff'/>%s</svg>", BREITE, hoehe, BREITE, hoehe, BREITE, hoehe, inhalt);
    }

    private void fuege(String form, Object... werte) {
        inhalt.append(String.format(Locale.ROOT, form, werte));
    }
}
