package de.integrationskonzept.dokument;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** A time plan as bars, from a table with Name, Beginn, Ende, Stand. The state stands as a word at each bar and shows in its pattern. */
final class Zeitplanbild {

    private static final DateTimeFormatter DEUTSCH = DateTimeFormatter.ofPattern("dd.MM.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int ZEILEN_JE_BILD = 30;
    private static final double LINKS = 222;
    private static final double RECHTS = Zeichnung.BREITE - 78;
    private static final double KOPF = 42;
    private static final double ZEILE = 24;
    private static final double GROESSE = 12;

    private final Zeichnung bild = new Zeichnung();
    private final List<Vorhaben> vorhaben;
    private final LocalDate beginn;
    private final LocalDate ende;
    private final double hoehe;

    /** @param beginn null when nobody knows yet, as {@code ende} */
    private record Vorhaben(String name, LocalDate beginn, LocalDate ende, String stand) {
    }

    private Zeitplanbild(List<Vorhaben> vorhaben, LocalDate beginn, LocalDate ende) {
        this.vorhaben = vorhaben;
        this.beginn = beginn;
        this.ende = ende;
        this.hoehe = KOPF + vorhaben.size() * ZEILE + 26;
    }

    /** Several when the plan is long; none when no row has a date. */
    static List<String> aus(Element tabelle) {
        List<Vorhaben> alle = tabelle.select("> tbody > tr").stream().map(Zeitplanbild::vorhaben).toList();
        List<LocalDate> tage = new ArrayList<>();
        alle.stream().filter(v -> v.beginn != null).forEach(v -> tage.addAll(List.of(v.beginn, v.ende)));
        if (tage.isEmpty()) {
            return List.of();
        }
        Optional<LocalDate> heute = tag(tabelle.attr("data-heute"));
        LocalDate von = tage.stream().min(LocalDate::compareTo).orElseThrow().withDayOfMonth(1);
        LocalDate bis = tage.stream().max(LocalDate::compareTo).orElseThrow().plusMonths(1).withDayOfMonth(1);
        List<String> bilder = new ArrayList<>();
        for (int i = 0; i < alle.size(); i += ZEILEN_JE_BILD) {
            bilder.add(new Zeitplanbild(alle.subList(i, Math.min(alle.size(), i + ZEILEN_JE_BILD)), von, bis).zeichne(heute));
        }
        return bilder;
    }

    private static Vorhaben vorhaben(Element zeile) {
        String[] zellen = new String[4];
        for (int i = 0; i < 4; i++) {
            zellen[i] = i < zeile.childrenSize() ? zeile.child(i).text() : "";
        }
        LocalDate beginn = tag(zellen[1]).or(() -> tag(zellen[2])).orElse(null);
        LocalDate ende = tag(zellen[2]).orElse(beginn);
        boolean verkehrt = beginn != null && ende.isBefore(beginn);
        return new Vorhaben(zellen[0], verkehrt ? ende : beginn, verkehrt ? beginn : ende, zellen[3]);
    }

    /** TT.MM.JJJJ or JJJJ-MM-TT within a life span; everything else is no date. */
    private static Optional<LocalDate> tag(String text) {
        try {
            LocalDate tag = text.contains("-") ? LocalDate.parse(text.strip()) : LocalDate.parse(text.strip(), DEUTSCH);
            return Optional.of(tag).filter(t -> t.getYear() >= 1990 && t.getYear() <= 2100);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private String zeichne(Optional<LocalDate> heute) {
        raster();
        heute.filter(tag -> !tag.isBefore(beginn) && !tag.isAfter(ende)).ifPresent(this::heute);
        for (int i = 0; i < vorhaben.size(); i++) {
            zeile(vorhaben.get(i), KOPF + i * ZEILE);
        }
        return bild.svg(hoehe);
    }

    private void raster() {
        double unten = KOPF + vorhaben.size() * ZEILE;
        long monate = ChronoUnit.MONTHS.between(beginn, ende);
        int schritt = monate <= 14 ? 1 : monate <= 40 ? 3 : monate <= 150 ? 12 : 60;
        for (LocalDate tag = beginn; tag.isBefore(ende); tag = tag.plusMonths(1)) {
            boolean jahr = tag.getMonth() == Month.JANUARY && (schritt < 60 || tag.getYear() % 5 == 0);
            boolean strich = schritt >= 12 ? jahr : (tag.getMonthValue() - 1) % schritt == 0;
            if (strich || tag.equals(beginn)) {
                bild.linie(x(tag), jahr ? 6 : 22, x(tag), unten, Zeichnung.LINIE, jahr ? 1.4 : 0.7, "");
            }
            if (schritt < 12 && strich && x(ende) - x(tag) > 24) {
                bild.text(tag.getMonth().getDisplayName(TextStyle.SHORT, Locale.GERMAN).replace(".", ""), x(tag) + 3, 35, 10, false,
                        Zeichnung.GRAU);
            }
            if ((jahr || tag.equals(beginn) && naechstesJahr(tag) > 40) && x(ende) - x(tag) > 24) {
                bild.text(String.valueOf(tag.getYear()), x(tag) + 3, 18, 11.5, true, Zeichnung.TINTE);
            }
        }
        bild.linie(x(ende), 22, x(ende), unten, Zeichnung.LINIE, 0.7, "");
    }

    private double naechstesJahr(LocalDate tag) {
        return x(tag.plusYears(1).withDayOfYear(1)) - x(tag);
    }

    private void zeile(Vorhaben v, double oben) {
        bild.linie(0, oben, Zeichnung.BREITE, oben, Zeichnung.LINIE, 0.5, "");
        bild.text(Zeichnung.gekuerzt(v.name, LINKS - 12, GROESSE), 2, oben + 16, GROESSE, false, Zeichnung.TINTE);
        if (v.beginn == null) {
            bild.text("ohne Termin", LINKS + 3, oben + 16, 10.5, false, Zeichnung.GRAU);
            return;
        }
        double links = x(v.beginn);
        double rechts = Math.max(x(v.ende), links);
        if (v.beginn.equals(v.ende)) {
            bild.raute(links, oben + 12, 6, Standart.zu(v.stand).farbe, "#ffffff");
            rechts = links + 6;
        } else {
            balken(links, oben + 6, Math.max(rechts - links, 3), Standart.zu(v.stand));
        }
        String stand = Zeichnung.gekuerzt(v.stand, Zeichnung.BREITE - RECHTS - 6, 10.5);
        bild.rechteck(rechts + 2, oben + 5, Schrift.breite(stand, 10.5, false) + 4, 15, "#ffffff", "none");
        bild.text(stand, rechts + 4, oben + 16, 10.5, false, Zeichnung.TINTE);
    }

    private void balken(double x, double y, double breite, Standart art) {
        bild.rechteck(x, y, breite, 12, art == Standart.ERLEDIGT ? art.farbe : "#ffffff", art.farbe);
        if (art == Standart.LAEUFT) {
            bild.schraffur(x, y, breite, 12, 4, art.farbe);
        } else if (art == Standart.VERSPAETET) {
            bild.schraffur(x, y, breite, 12, 7, art.farbe);
            bild.linie(x, y + 6, x + breite, y + 6, art.farbe, 1.5, "");
        }
    }

    private void heute(LocalDate tag) {
        double unten = KOPF + vorhaben.size() * ZEILE;
        bild.linie(x(tag), 22, x(tag), unten + 4, Zeichnung.ROT, 1.5, "5 3");
        String text = "heute, " + DEUTSCH.format(tag);
        double halb = Schrift.breite(text, 11, true) / 2;
        bild.textMittig(text, Math.max(halb, Math.min(x(tag), Zeichnung.BREITE - halb)), unten + 16, 11, true, Zeichnung.ROT);
    }

    private double x(LocalDate tag) {
        double anteil = (double) ChronoUnit.DAYS.between(beginn, tag) / Math.max(1, ChronoUnit.DAYS.between(beginn, ende));
        return LINKS + anteil * (RECHTS - LINKS);
    }

    /** How a bar looks: full, hatched, struck through or empty. */
    private enum Standart {
        ERLEDIGT(Zeichnung.GRUEN), LAEUFT(Zeichnung.BLAU), VERSPAETET(Zeichnung.ROT), OFFEN(Zeichnung.GRAU);

        private final String farbe;

        Standart(String farbe) {
            this.farbe = farbe;
        }

        static Standart zu(String stand) {
            String klein = stand.toLowerCase(Locale.GERMAN);
            if (klein.matches(".*(erledigt|erreicht|fertig|abgeschlossen|beendet).*")) {
                return ERLEDIGT;
            }
            if (klein.matches(".*(versp|verzug|überfällig|verfehlt).*")) {
                return VERSPAETET;
            }
            return klein.matches(".*(läuft|arbeit|begonnen|laufend).*") ? LAEUFT : OFFEN;
        }
    }
}
