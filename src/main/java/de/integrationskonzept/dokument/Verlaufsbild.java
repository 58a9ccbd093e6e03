package de.integrationskonzept.dokument;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** What was reached against what was meant, from a table with Jahr, Ist, Ziel. The lines differ in pattern, marks and words. */
final class Verlaufsbild {

    private static final Pattern ZAHL = Pattern.compile("[-−+]?\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,6})?|[-−+]?\\d{1,12}(?:,\\d{1,6})?");
    private static final int MEISTE_JAHRE = 40;
    private static final double LINKS = 70;
    private static final double RECHTS = Zeichnung.BREITE - 60;
    private static final double OBEN = 18;
    private static final double UNTEN = 190;

    private final Zeichnung bild = new Zeichnung();
    private final List<Punkt> punkte;
    private final double kleinste;
    private final double schritt;
    private final int stufen;

    /** @param ist null when it is not known, as {@code ziel} */
    private record Punkt(String jahr, Double ist, Double ziel) {
    }

    private Verlaufsbild(List<Punkt> punkte) {
        this.punkte = punkte;
        double[] werte = punkte.stream().flatMap(p -> Stream.of(p.ist == null ? p.ziel : p.ist, p.ziel == null ? p.ist : p.ziel))
                .filter(w -> w != null).mapToDouble(w -> w).toArray();
        double tief = Math.min(0, Arrays.stream(werte).min().orElse(0));
        double hoch = Math.max(Arrays.stream(werte).max().orElse(1), tief + 1e-6);
        this.schritt = runderSchritt((hoch - tief) / 4);
        this.kleinste = Math.floor(tief / schritt) * schritt;
        this.stufen = (int) Math.ceil((hoch - kleinste) / schritt - 1e-9);
    }

    /** None when there is no number at all. */
    static List<String> aus(Element tabelle) {
        List<Punkt> punkte = new ArrayList<>();
        for (Element zeile : tabelle.select("> tbody > tr")) {
            if (zeile.childrenSize() >= 3) {
                punkte.add(new Punkt(zeile.child(0).text(), zahl(zeile.child(1).text()), zahl(zeile.child(2).text())));
            }
        }
        boolean leer = punkte.stream().allMatch(p -> p.ist == null && p.ziel == null);
        return leer ? List.of() : List.of(new Verlaufsbild(letzte(punkte)).zeichne());
    }

    private static List<Punkt> letzte(List<Punkt> punkte) {
        return punkte.subList(Math.max(0, punkte.size() - MEISTE_JAHRE), punkte.size());
    }

    private static Double zahl(String text) {
        Matcher treffer = ZAHL.matcher(text.strip());
        return treffer.lookingAt() ? new BigDecimal(treffer.group().replace(".", "").replace(',', '.').replace('−', '-')).doubleValue()
                : null;
    }

    private static double runderSchritt(double roh) {
        double zehner = Math.pow(10, Math.floor(Math.log10(roh)));
        double erste = roh / zehner;
        return (erste <= 1 ? 1 : erste <= 2 ? 2 : erste <= 2.5 ? 2.5 : erste <= 5 ? 5 : 10) * zehner;
    }

    private String zeichne() {
        achsen();
        linie(true);
        linie(false);
        bild.linie(LINKS, UNTEN + 36, LINKS + 26, UNTEN + 36, Zeichnung.BLAU, 2.2, "");
        bild.kreis(LINKS + 13, UNTEN + 36, 3.6, Zeichnung.BLAU);
        bild.text("Ist", LINKS + 32, UNTEN + 40, 12, false, Zeichnung.TINTE);
        bild.linie(LINKS + 70, UNTEN + 36, LINKS + 96, UNTEN + 36, Zeichnung.ROT, 1.6, "5 3");
        bild.raute(LINKS + 83, UNTEN + 36, 4.6, "#ffffff", Zeichnung.ROT);
        bild.text("Ziel", LINKS + 102, UNTEN + 40, 12, false, Zeichnung.TINTE);
        return bild.svg(UNTEN + 48);
    }

    private void achsen() {
        NumberFormat deutsch = NumberFormat.getNumberInstance(Locale.GERMANY);
        deutsch.setMaximumFractionDigits(schritt < 0.01 ? 6 : 2);
        for (int i = 0; i <= stufen; i++) {
            double wert = kleinste + i * schritt;
            bild.linie(LINKS, y(wert), RECHTS, y(wert), Math.abs(wert) < 1e-9 ? Zeichnung.GRAU : Zeichnung.LINIE, 0.8, "");
            bild.textRechts(deutsch.format(wert), LINKS - 6, y(wert) + 3.5, 11, false, Zeichnung.GRAU);
        }
        double platz = (RECHTS - LINKS) / Math.max(1, punkte.size() - 1);
        int jedes = (int) Math.ceil(44 / Math.max(1, platz));
        for (int i = 0; i < punkte.size(); i += jedes) {
            bild.textMittig(Zeichnung.gekuerzt(punkte.get(i).jahr, 60, 11), x(i), UNTEN + 16, 11, false, Zeichnung.TINTE);
        }
    }

    private void linie(boolean ist) {
        String farbe = ist ? Zeichnung.BLAU : Zeichnung.ROT;
        Double davor = null;
        int letzter = -1;
        for (int i = 0; i < punkte.size(); i++) {
            Double wert = wert(i, ist);
            if (wert != null && davor != null) {
                bild.linie(x(i - 1), y(davor), x(i), y(wert), farbe, ist ? 2.2 : 1.6, ist ? "" : "5 3");
            }
            letzter = wert == null ? letzter : i;
            davor = wert;
        }
        for (int i = 0; i < punkte.size(); i++) {
            if (wert(i, ist) != null) {
                marke(x(i), y(wert(i, ist)), ist, farbe);
            }
        }
        if (letzter >= 0) {
            bild.text(ist ? "Ist" : "Ziel", x(letzter) + 9, y(wert(letzter, ist)) + (eng(letzter) ? ist ? 11 : -4 : 3.5), 11.5, true, farbe);
        }
    }

    /** Both words would stand on each other. */
    private boolean eng(int i) {
        Punkt p = punkte.get(i);
        return p.ist != null && p.ziel != null && Math.abs(y(p.ist) - y(p.ziel)) < 12;
    }

    private void marke(double x, double y, boolean ist, String farbe) {
        if (ist) {
            bild.kreis(x, y, 3.6, farbe);
        } else {
            bild.raute(x, y, 4.6, "#ffffff", farbe);
        }
    }

    private Double wert(int i, boolean ist) {
        return ist ? punkte.get(i).ist : punkte.get(i).ziel;
    }

    private double x(int i) {
        return punkte.size() == 1 ? (LINKS + RECHTS) / 2 : LINKS + 20 + i * (RECHTS - LINKS - 50) / (punkte.size() - 1);
    }

    private double y(double wert) {
        return UNTEN - (wert - kleinste) / (stufen * schritt) * (UNTEN - OBEN);
    }
}
