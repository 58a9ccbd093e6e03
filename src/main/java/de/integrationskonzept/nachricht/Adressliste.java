package de.integrationskonzept.nachricht;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Refusal;
import java.net.IDN;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses in a text that somebody has pasted: one in a line, a list from a mail program, or rows of a CSV file whose
 * other columns do not matter. Each address counts once, in lower case.
 */
final class Adressliste {

    private static final int HOECHSTENS = 10_000;
    private static final int GENANNT = 10;
    private static final Pattern IN_KLAMMERN = Pattern.compile("[^<>]*<([^<>]*)>");

    private final Set<String> adressen = new LinkedHashSet<>();
    private final List<String> befunde = new ArrayList<>();

    private Adressliste() {
    }

    /** @throws Refusal (400) that names the lines to correct; then nothing may be sent */
    static Set<String> lies(String text) {
        Adressliste liste = new Adressliste();
        String[] zeilen = text.split("\\R", -1);
        for (int nummer = 0; nummer < zeilen.length; nummer++) {
            liste.zeile(zeilen[nummer], nummer + 1);
        }
        if (!liste.befunde.isEmpty()) {
            throw new Refusal(BAD_REQUEST, liste.gekuerzt());
        }
        if (liste.adressen.isEmpty()) {
            throw new Refusal(BAD_REQUEST, "Bitte geben Sie mindestens eine E-Mail-Adresse an.");
        }
        if (liste.adressen.size() > HOECHSTENS) {
            throw new Refusal(BAD_REQUEST, "Es sind mehr als " + HOECHSTENS + " Adressen. Bitte wählen Sie für so viele Menschen einen Verteiler Ihres Hauses.");
        }
        return liste.adressen;
    }

    private void zeile(String zeile, int nummer) {
        if (zeile.isBlank()) {
            return;
        }
        List<String> mitAt = java.util.Arrays.stream(zeile.split("[;,\t]")).map(Adressliste::bereinigt).filter(teil -> teil.contains("@")).toList();
        // The first line of a CSV file may say what its columns are.
        if (mitAt.isEmpty() && nummer > 1) {
            befunde.add("Zeile " + nummer + ": In „" + kurz(zeile) + "“ steht keine E-Mail-Adresse. Bitte ergänzen oder löschen Sie die Zeile.");
        }
        mitAt.forEach(teil -> adresse(teil, nummer));
    }

    private void adresse(String teil, int nummer) {
        String adresse = mitLesbarerDomain(teil).toLowerCase(Locale.ROOT);
        if (Adresse.istGueltig(adresse)) {
            adressen.add(adresse);
        } else {
            befunde.add("Zeile " + nummer + ": „" + kurz(teil) + "“ ist keine gültige E-Mail-Adresse. Bitte prüfen Sie die Schreibweise.");
        }
    }

    /** "Max Muster &lt;max@muster.example&gt;", with or without quotation marks. */
    private static String bereinigt(String teil) {
        Matcher klammern = IN_KLAMMERN.matcher(teil);
        return (klammern.matches() ? klammern.group(1) : teil).strip().replaceAll("^[\"']|[\"']$", "").strip().replaceFirst("(?i)^mailto:", "");
    }

    private static String mitLesbarerDomain(String adresse) {
        int at = adresse.lastIndexOf('@');
        try {
            return adresse.substring(0, at + 1) + IDN.toASCII(adresse.substring(at + 1));
        } catch (IllegalArgumentException keineDomain) {
            return adresse;
        }
    }

    private static String kurz(String text) {
        String lesbar = text.strip().replaceAll("\\p{C}", "");
        return lesbar.length() > 60 ? lesbar.substring(0, 60) + "…" : lesbar;
    }

    private List<String> gekuerzt() {
        if (befunde.size() <= GENANNT) {
            return befunde;
        }
        List<String> erste = new ArrayList<>(befunde.subList(0, GENANNT));
        erste.add("Weitere " + (befunde.size() - GENANNT) + " Stellen sind hier nicht aufgeführt.");
        return erste;
    }
}
