package de.integrationskonzept.modell;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How comparisons speak: in quotation marks, short, and so that one sees where two texts differ. */
final class Worte {

    private static final int LAENGSTER = 200;
    private static final int VORLAUF = 40;
    private static final int MEISTE = 6;
    private static final int TAGE_IM_JAHR = 365;
    private static final Pattern LEERRAUM = Pattern.compile("[\\s\\p{Cntrl}\\u00a0]+");
    private static final Pattern ZEITRAUM = Pattern.compile("PT?(\\d{1,9})([YMWDHS])");

    private Worte() {
    }

    static String zeile(String text) {
        return LEERRAUM.matcher(text).replaceAll(" ").strip();
    }

    static String zitat(String text) {
        return zitat(text, 0);
    }

    /** @param von where what matters begins */
    private static String zitat(String text, int von) {
        String zeile = zeile(text);
        return zeile.isEmpty() ? "leer" : "„" + gekuerzt(zeile, von) + "“";
    }

    static String kurz(String text, int laengster) {
        String zeile = zeile(text);
        return zeile.length() <= laengster ? zeile : zeile.substring(0, grenze(zeile, laengster - 1)).strip() + "…";
    }

    /** The older and the newer text, both cut to the place where they begin to differ. */
    static List<String> paar(String alt, String neu) {
        String vorher = zeile(alt);
        String nachher = zeile(neu);
        int gleich = 0;
        while (gleich < Math.min(vorher.length(), nachher.length()) && vorher.charAt(gleich) == nachher.charAt(gleich)) {
            gleich++;
        }
        boolean lang = Math.max(vorher.length(), nachher.length()) > LAENGSTER;
        int von = lang && gleich > VORLAUF ? nachher.lastIndexOf(' ', gleich - VORLAUF) + 1 : 0;
        return List.of(zitat(vorher, von), zitat(nachher, von));
    }

    private static String gekuerzt(String zeile, int von) {
        int beginn = grenze(zeile, Math.min(von, Math.max(0, zeile.length() - VORLAUF)));
        int ende = grenze(zeile, Math.min(zeile.length(), beginn + LAENGSTER));
        return (beginn > 0 ? "…" : "") + zeile.substring(beginn, ende) + (ende < zeile.length() ? "…" : "");
    }

    /** Not in the middle of a character. */
    private static int grenze(String zeile, int stelle) {
        return stelle > 0 && stelle < zeile.length() && Character.isLowSurrogate(zeile.charAt(stelle)) ? stelle - 1 : stelle;
    }

    /** A, B und C; of many the first ones. */
    static String aufzaehlung(List<String> teile, String verbindung) {
        List<String> genannte = new ArrayList<>(teile.size() > MEISTE ? teile.subList(0, MEISTE - 1) : teile);
        if (teile.size() > MEISTE) {
            genannte.add((teile.size() - MEISTE + 1) + " weitere");
        }
        String letzter = genannte.isEmpty() ? "" : genannte.remove(genannte.size() - 1);
        return genannte.isEmpty() ? letzter : String.join(", ", genannte) + " " + verbindung + " " + letzter;
    }

    static String anzahl(int anzahl, String eines, String mehrere) {
        return anzahl == 1 ? eines : anzahl + " " + mehrere;
    }

    /** P14D as 14 Tage; empty for what is no simple period of time. */
    static Optional<String> dauer(String iso) {
        Matcher teile = ZEITRAUM.matcher(iso.strip());
        if (!teile.matches()) {
            return Optional.empty();
        }
        int zahl = Integer.parseInt(teile.group(1));
        return Optional.of(switch (teile.group(2)) {
            case "Y" -> anzahl(zahl, "1 Jahr", "Jahre");
            case "M" -> iso.contains("T") ? anzahl(zahl, "1 Minute", "Minuten") : anzahl(zahl, "1 Monat", "Monate");
            case "W" -> anzahl(zahl, "1 Woche", "Wochen");
            case "H" -> anzahl(zahl, "1 Stunde", "Stunden");
            case "S" -> anzahl(zahl, "1 Sekunde", "Sekunden");
            default -> anzahl(zahl, "1 Tag", "Tage");
        });
    }

    /** How long data is kept; years of 365 days as years, a bare number as days. */
    static Optional<String> aufbewahrung(String text) {
        try {
            Period frist = Period.parse(text.matches("\\d{1,6}") ? "P" + text + "D" : text.strip());
            boolean jahre = frist.toTotalMonths() == 0 && frist.getDays() > 0 && frist.getDays() % TAGE_IM_JAHR == 0;
            return jahre ? dauer("P" + frist.getDays() / TAGE_IM_JAHR + "Y").map(worte -> worte + " (" + frist.getDays() + " Tage)")
                    : dauer(frist.toString());
        } catch (DateTimeParseException keine) {
            return Optional.empty();
        }
    }
}
