package de.integrationskonzept.beteiligung;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.nachricht.Adresse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whom somebody wants to invite, as it was sent and before it is taken for good. */
final class Gaeste {

    private static final int HOECHSTENS = 100;
    private static final int LAENGSTER_NAME = 120;

    private Gaeste() {
    }

    /**
     * @param adresse null or blank when the link is to be printed
     * @param fuer whose rows of the list the link is for, where the model asks for that
     */
    record Gast(String name, String adresse, String fuer) {
    }

    /**
     * The same, tidied up.
     *
     * @param wahl for whom links can be given, null when the model does not ask for that
     * @throws Refusal (400) that says what to correct; then nobody is invited
     */
    static List<Gast> pruefe(List<Gast> gesendet, Set<String> wahl) {
        if (gesendet == null || gesendet.isEmpty() || gesendet.size() > HOECHSTENS || gesendet.contains(null)) {
            throw new Refusal(BAD_REQUEST, "Bitte laden Sie mindestens eine und höchstens " + HOECHSTENS + " Personen oder Stellen auf einmal ein.");
        }
        List<String> befunde = new ArrayList<>();
        Set<String> adressen = new HashSet<>();
        List<Gast> gaeste = gesendet.stream().map(gast -> new Gast(sauber(gast.name()), klein(gast.adresse()), sauber(gast.fuer()))).toList();
        gaeste.forEach(gast -> befund(gast, wahl, adressen, befunde));
        if (!befunde.isEmpty()) {
            throw new Refusal(BAD_REQUEST, befunde);
        }
        return gaeste;
    }

    private static void befund(Gast gast, Set<String> wahl, Set<String> adressen, List<String> befunde) {
        if (gast.name() == null || gast.name().length() > LAENGSTER_NAME || gast.name().codePoints().anyMatch(Gaeste::unsichtbar)) {
            befunde.add("Bitte geben Sie zu jeder Einladung einen Namen mit höchstens " + LAENGSTER_NAME + " Zeichen an.");
        } else if (gast.adresse() != null && !Adresse.istGueltig(gast.adresse())) {
            befunde.add("Die Adresse zu „" + gast.name() + "“ ist keine gültige E-Mail-Adresse. Bitte prüfen Sie die Schreibweise.");
        } else if (gast.adresse() != null && !adressen.add(gast.adresse())) {
            befunde.add("Die Adresse „" + gast.adresse() + "“ kommt zweimal vor. Bitte laden Sie jede Adresse einmal ein.");
        } else if (wahl != null && (gast.fuer() == null || !wahl.contains(gast.fuer()))) {
            befunde.add("Bitte wählen Sie zu „" + gast.name() + "“, für welche Stelle die Einladung gilt.");
        }
    }

    private static boolean unsichtbar(int zeichen) {
        int art = Character.getType(zeichen);
        return art == Character.CONTROL || art == Character.FORMAT || art == Character.SURROGATE;
    }

    private static String sauber(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String klein(String adresse) {
        return sauber(adresse) == null ? null : adresse.strip().toLowerCase(Locale.ROOT);
    }
}
