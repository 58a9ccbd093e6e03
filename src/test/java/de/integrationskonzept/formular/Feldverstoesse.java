package de.integrationskonzept.formular;

import static de.integrationskonzept.Fremd.OHNE;
import static de.integrationskonzept.formular.Verstoss.json;
import static de.integrationskonzept.formular.Verstoss.lang;
import static de.integrationskonzept.formular.Verstoss.verstoss;

import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.Variables;

/** What single fields of "Haushalt prüfen" do not take. */
final class Feldverstoesse {

    private Feldverstoesse() {
    }

    static Stream<Verstoss> alle() {
        return Stream.of(texte(), zahlen(), auswahl(), zeiten()).flatMap(List::stream);
    }

    private static List<Verstoss> texte() {
        return List.of(
                verstoss("Pflichttext fehlt", "kennzeichen", OHNE, "Bitte füllen Sie „Kennzeichen“ aus."),
                verstoss("Pflichttext leer", "kennzeichen", "", "Bitte füllen Sie „Kennzeichen“ aus."),
                verstoss("Pflichttext nur Leerzeichen", "begruendung", "      ", "Bitte füllen Sie „Begründung“ aus."),
                verstoss("Pflichttext null", "kennzeichen", null, "Bitte füllen Sie „Kennzeichen“ aus."),
                verstoss("Text zu kurz", "kennzeichen", "A-1", "mindestens 4 Zeichen"),
                verstoss("Text zu lang", "kennzeichen", "AB-1234567890", "höchstens 12 Zeichen"),
                verstoss("Text passt nicht zum Muster", "kennzeichen", "ab-123", "Schreibweise bei „Kennzeichen“"),
                verstoss("Text mit Zeilenumbruch hinter dem Muster", "kennzeichen", "AB-123\n", "„Kennzeichen“"),
                verstoss("keine E-Mail-Adresse", "mail", "sport(at)example.org", "gültige E-Mail-Adresse"),
                verstoss("keine Telefonnummer", "telefon", "ruf mich an", "gültige Telefonnummer"),
                verstoss("langer Text zu lang", "begruendung", lang(501), "höchstens 500 Zeichen"),
                verstoss("5.000 Zeichen ohne Grenze im Formular", "anmerkung", lang(5000), "höchstens 4000 Zeichen"),
                verstoss("5.000 Leerzeichen", "anmerkung", " ".repeat(5000), "höchstens 4000 Zeichen"),
                verstoss("Nullbyte im Text", "anmerkung", "a\u0000b", "Steuerzeichen"),
                verstoss("nur ein Nullbyte", "anmerkung", "\u0000", "Steuerzeichen"),
                verstoss("halbes Zeichen", "anmerkung", "a\uD83D b", "Steuerzeichen"),
                verstoss("Zahl statt Text", "anmerkung", 5, "einen Text"),
                verstoss("Wahrheitswert statt Text", "anmerkung", true, "einen Text"),
                verstoss("Json statt Text", "anmerkung", Map.of("a", 1), "einen Text"),
                verstoss("leeres Json statt Text", "anmerkung", json("{}"), "einen Text"),
                verstoss("leere Liste statt Text", "anmerkung", json("[]"), "einen Text"),
                verstoss("Json-Text statt Text", "anmerkung", json("\"text\""), "„Anmerkung“"));
    }

    private static List<Verstoss> zahlen() {
        return List.of(
                verstoss("Pflichtzahl fehlt", "betrag", OHNE, "Bitte füllen Sie „Betrag“ aus."),
                verstoss("Text statt Zahl", "betrag", "1200", "„Betrag“ eine Zahl"),
                verstoss("leerer Text statt Zahl", "jahre", "", "„Jahre“ eine Zahl"),
                verstoss("Wahrheitswert statt Zahl", "betrag", true, "„Betrag“ eine Zahl"),
                verstoss("Json statt Zahl", "betrag", List.of(5), "„Betrag“ eine Zahl"),
                verstoss("Zahl zu klein", "betrag", 0.25, "mindestens 0.5"),
                verstoss("Zahl negativ", "betrag", -1, "mindestens 0.5"),
                verstoss("Zahl zu groß", "betrag", 1000000.01, "höchstens 1000000"),
                verstoss("Zahl weit zu groß", "betrag", 1.0e300, "„Betrag“"),
                verstoss("Zahl mit zu vielen Nachkommastellen", "betrag", 1.234, "höchstens 2 Nachkommastellen"),
                verstoss("Bruch statt ganzer Zahl", "jahre", 1.5, "„Jahre“ eine ganze Zahl"),
                verstoss("lange Zahl", "jahre", Long.MAX_VALUE, "„Jahre“"),
                verstoss("Zahl als Text, wo der Text keine Zahl ist", "konto", "zwölf", "„Konto“ eine Zahl"),
                verstoss("Zahl als Text, zu klein", "konto", "0", "„Konto“ muss mindestens 1 sein"),
                verstoss("Zahl als Text, riesiger Exponent", "konto", "1E+999999999", "„Konto“ eine Zahl"),
                verstoss("Zahl als Text, sehr lang", "konto", "1".repeat(5000), "„Konto“ eine Zahl"));
    }

    private static List<Verstoss> auswahl() {
        return List.of(
                verstoss("Pflichtkreuz fehlt", "bestaetigt", OHNE, "Bitte bestätigen Sie „Geprüft“."),
                verstoss("Pflichtkreuz nicht gesetzt", "bestaetigt", false, "Bitte bestätigen Sie „Geprüft“."),
                verstoss("Text statt Kreuz", "bestaetigt", "true", "„Geprüft“ mit Ja oder Nein"),
                verstoss("Zahl statt Kreuz", "eilig", 1, "„Eilig“ mit Ja oder Nein"),
                verstoss("leerer Text statt Kreuz", "eilig", "", "„Eilig“ mit Ja oder Nein"),
                verstoss("Pflichtauswahl fehlt", "empfehlung", OHNE, "„Empfehlung“"),
                verstoss("Antwort nicht angeboten", "empfehlung", "vielleicht", "„Empfehlung“ eine der angebotenen Antworten"),
                verstoss("Beschriftung statt Wert", "art", "Einmalig", "„Art“ eine der angebotenen Antworten"),
                verstoss("zwei Antworten statt einer", "art", List.of("einmalig"), "„Art“ eine der angebotenen Antworten"),
                verstoss("Auswahl aus der Akte nicht angeboten", "kostenstelle", "0815", "„Kostenstelle“"),
                verstoss("errechnete Auswahl nicht angeboten", "zweitstelle", "0815", "„Zweite Kostenstelle“"),
                verstoss("errechnete Zahl nicht angeboten", "stufe", 4, "„Stufe“"),
                verstoss("errechnete Mehrfachauswahl nicht angeboten", "betroffene", List.of("4711", "0815"), "„Betroffene"),
                verstoss("Mehrfachauswahl nicht angeboten", "merkmale", List.of("neu", "fremd"), "„Merkmale“"),
                verstoss("Mehrfachauswahl doppelt", "merkmale", List.of("neu", "neu"), "„Merkmale“"),
                verstoss("Mehrfachauswahl als Text", "merkmale", "neu", "„Merkmale“"),
                verstoss("Mehrfachauswahl als Text in Json-Schreibweise", "merkmale", "[\"neu\"]", "„Merkmale“"),
                verstoss("Mehrfachauswahl als leerer Text", "merkmale", "", "„Merkmale“"),
                verstoss("Mehrfachauswahl als leeres Objekt", "merkmale", json("{}"), "„Merkmale“"),
                verstoss("Mehrfachauswahl mit verschachtelter Liste", "merkmale", List.of(List.of("neu")), "„Merkmale“"),
                verstoss("Mehrfachauswahl mit null", "merkmale", Arrays.asList("neu", null), "„Merkmale“"),
                verstoss("Schlagwort nicht angeboten", "schlagworte", List.of("hafen"), "„Schlagworte“"));
    }

    private static List<Verstoss> zeiten() {
        return List.of(
                verstoss("kein Datum", "stichtag", "morgen", "„Stichtag“ ein Datum"),
                verstoss("deutsches Datum", "stichtag", "31.12.2099", "„Stichtag“ ein Datum"),
                verstoss("Tag gibt es nicht", "stichtag", "2099-02-30", "„Stichtag“ ein Datum"),
                verstoss("Datum vorbei", "stichtag", "2020-01-01", "nicht in der Vergangenheit"),
                verstoss("Jahr unmöglich", "stichtag", "2999-01-01", "Jahreszahl"),
                verstoss("Zahl statt Datum", "stichtag", 20991231, "„Stichtag“ ein Datum"),
                verstoss("Date statt Text", "stichtag", Variables.dateValue(new Date(0)), "„Stichtag“"),
                verstoss("keine Uhrzeit", "uhrzeit", "25:00", "„Uhrzeit“ eine Uhrzeit"),
                verstoss("Uhrzeit mit Anhang", "uhrzeit", "14:30 und noch viel mehr", "„Uhrzeit“ eine Uhrzeit"),
                verstoss("Uhrzeit mit 5.000 Zeichen", "uhrzeit", "14:30" + lang(5000), "„Uhrzeit“ eine Uhrzeit"),
                verstoss("kein Zeitpunkt", "termin", "2099-12-31", "„Termin“ ein Datum"),
                verstoss("Zeitpunkt im Jahr 9999999", "termin", "+9999999-01-01T10:00", "Jahreszahl"));
    }
}
