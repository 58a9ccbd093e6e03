package de.integrationskonzept.cockpit;

import de.integrationskonzept.cockpit.Konzeptzeilen.AmZug;
import de.integrationskonzept.cockpit.Konzeptzeilen.Konzept;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The overview for a spreadsheet as it is used here: semicolons, German dates, and a mark at the beginning by which it knows
 * UTF-8. What looks like a formula is a text.
 */
final class KonzepteCsv {

    private static final String KENNT_UTF_8 = "\uFEFF";
    private static final String KOPF = "Kommune;Aktenzeichen;Stand;Phase;Startreife;Geplantes Ende;Erwartetes Ende;Verzug in Tagen;Grund;Offene Aufgaben;"
            + "Davon überfällig;Am Zug;Störungen;Zuletzt erledigt;Begonnen;Konzept abgeschlossen";
    private static final Map<Lage.Stand, String> STAND = Map.of(Lage.Stand.LAEUFT, "läuft", Lage.Stand.RUHT, "ruht", Lage.Stand.UMSETZUNG, "in Umsetzung",
            Lage.Stand.BEENDET, "beendet");
    private static final DateTimeFormatter DEUTSCH = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Pattern FORMEL = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern BESONDERES = Pattern.compile("[;\"\\n\\r]");

    private KonzepteCsv() {
    }

    static String schreibe(List<Konzept> konzepte) {
        return KENNT_UTF_8 + KOPF + "\r\n" + konzepte.stream().map(KonzepteCsv::zeile).collect(Collectors.joining());
    }

    private static String zeile(Konzept k) {
        return String.join(";", text(k.kommune()), text(k.aktenzeichen()), STAND.get(k.stand()), text(k.phase()),
                text(k.ampel() == null ? "noch offen" : k.ampel()), tag(k.planEnde()), tag(k.erwartet()), k.verzug() == null ? "" : k.verzug().toString(), text(k.grund()),
                String.valueOf(k.aufgaben().stream().mapToInt(AmZug::offen).sum()), String.valueOf(k.aufgaben().stream().mapToInt(AmZug::ueberfaellig).sum()),
                text(k.aufgaben().stream().map(a -> a.rolle() + ": " + a.offen()).collect(Collectors.joining(", "))), String.valueOf(k.stoerungen().size()),
                tag(k.zuletzt()), tag(k.beginn()), tag(k.ende())) + "\r\n";
    }

    private static String tag(LocalDate tag) {
        return tag == null ? "" : DEUTSCH.format(tag);
    }

    private static String tag(Instant zeit) {
        return zeit == null ? "" : tag(LocalDate.ofInstant(zeit, BERLIN));
    }

    /** A spreadsheet would carry out what begins like a formula. */
    static String text(String text) {
        String wert = text == null ? "" : FORMEL.matcher(text).matches() ? "'" + text : text;
        return BESONDERES.matcher(wert).find() ? "\"" + wert.replace("\"", "\"\"") + "\"" : wert;
    }
}
