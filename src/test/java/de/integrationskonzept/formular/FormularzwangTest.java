package de.integrationskonzept.formular;

import static de.integrationskonzept.Fremd.OHNE;
import static de.integrationskonzept.Fremd.antrag;
import static de.integrationskonzept.Fremd.mit;
import static de.integrationskonzept.Fremd.pruefung;
import static de.integrationskonzept.Fremd.vollePruefung;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("einmal")
@DisplayName("Was ein Formular verlangt, gilt durch jede Tür")
class FormularzwangTest {

    @Autowired
    private Fremd fremd;

    /** One for all that is refused: it must be open again each time. */
    private static String offeneAufgabe;

    @BeforeEach
    void bereit() {
        if (offeneAufgabe == null) {
            offeneAufgabe = fremd.bereit().aufgabe(fremd.neuerVorgang());
        }
    }

    /** Something that must be refused: a change to valid answers, and what the sentence says about it. */
    private record Verstoss(String name, Map<String, Object> aenderung, String satz) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Verstoss verstoss(String name, String feld, Object wert, String satz) {
        Map<String, Object> aenderung = new HashMap<>();
        aenderung.put(feld, wert);
        return new Verstoss(name, aenderung, satz);
    }

    private static Verstoss verstoss(String name, Map<String, Object> aenderung, String satz) {
        return new Verstoss(name, aenderung, satz);
    }

    private static Object posten(Object... paare) {
        Map<String, Object> zeile = new HashMap<>(Map.of("bezeichnung", "Trikots", "menge", 3));
        for (int i = 0; i < paare.length; i += 2) {
            if (paare[i + 1] == OHNE) {
                zeile.remove(paare[i]);
            } else {
                zeile.put((String) paare[i], paare[i + 1]);
            }
        }
        return List.of(zeile);
    }

    private static String lang(int zeichen) {
        return "x".repeat(zeichen);
    }

    private static TypedValue json(String text) {
        return SpinValues.jsonValue(text).create();
    }

    private static List<Verstoss> verstoesse() {
        List<Verstoss> faelle = new ArrayList<>();
        faelle.addAll(texte());
        faelle.addAll(zahlen());
        faelle.addAll(auswahl());
        faelle.addAll(zeiten());
        faelle.addAll(gruppenUndListen());
        faelle.addAll(verborgenUndGesperrt());
        faelle.addAll(fremdeArten());
        return faelle;
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

    private static List<Verstoss> gruppenUndListen() {
        return List.of(
                verstoss("Pflichtfeld der Gruppe fehlt", "anschrift", Map.of("plz", "76726"), "„Straße“"),
                verstoss("Gruppe fehlt", "anschrift", OHNE, "„Straße“"),
                verstoss("Muster in der Gruppe", "anschrift", Map.of("strasse", "Markt", "plz", "7672"), "„Postleitzahl“"),
                verstoss("fremdes Feld in der Gruppe", "anschrift", Map.of("strasse", "Markt", "land", "DE"), "„land“ gehört nicht"),
                verstoss("Gruppe als Text", "anschrift", "Am Markt 1", "„Anschrift“"),
                verstoss("Gruppe als Liste", "anschrift", List.of("Am Markt 1"), "„Anschrift“"),
                verstoss("Liste fehlt", "posten", OHNE, "mindestens eine Zeile"),
                verstoss("Liste leer", "posten", List.of(), "mindestens eine Zeile"),
                verstoss("Liste zu lang", "posten", zeilen(21), "höchstens 20 Zeilen"),
                verstoss("10.000 Zeilen", "posten", zeilen(10_000), "höchstens 20 Zeilen"),
                verstoss("10.000 Zeilen ohne Grenze im Formular", Map.of("eilig", true, "eilgrund", "x", "wiedervorlagen",
                        IntStream.range(0, 10_000).mapToObj(i -> Map.of("am", "2099-01-01")).toList()), "höchstens 200 Zeilen"),
                verstoss("Liste als Text", "posten", "[{\"bezeichnung\":\"Trikots\",\"menge\":3}]", "„Posten“ ist eine Liste"),
                verstoss("Liste als Objekt", "posten", Map.of("bezeichnung", "Trikots", "menge", 3), "„Posten“ ist eine Liste"),
                verstoss("Liste als leeres Objekt", Map.of("eilig", true, "eilgrund", "x", "wiedervorlagen", json("{}")),
                        "„Wiedervorlagen“ ist eine Liste"),
                verstoss("Liste als leerer Text", Map.of("eilig", true, "eilgrund", "x", "wiedervorlagen", ""),
                        "„Wiedervorlagen“ ist eine Liste"),
                verstoss("Zeile ist Text", "posten", List.of("Trikots"), "Zeile 1 in „Posten“"),
                verstoss("Zeile ist null", "posten", Arrays.asList((Object) null), "Zeile 1 in „Posten“"),
                verstoss("Pflichtfeld der Zeile fehlt", "posten", posten("menge", OHNE), "Zeile 1 in „Posten“: Bitte füllen Sie „Menge“"),
                verstoss("Zahl der Zeile ist Text", "posten", posten("menge", "3"), "„Menge“ eine Zahl"),
                verstoss("Zahl der Zeile mit riesigem Exponenten", "posten", json("[{\"bezeichnung\":\"x\",\"menge\":1E+999999999}]"), ""),
                verstoss("Auswahl der Zeile nicht angeboten", "posten", posten("einheit", "kilo"), "„Einheit“"),
                verstoss("fremdes Feld in der Zeile", "posten", posten("preis", 7), "„preis“ gehört nicht"),
                verstoss("bedingtes Feld der Zeile fehlt", "posten", posten("einheit", "stunden"), "„Grund“"),
                verstoss("verborgenes Feld der Zeile gesendet", "posten", posten("einheit", "stueck", "grund", "x"),
                        "„Grund“ ist bei dieser Auswahl nicht vorgesehen"),
                verstoss("Zeile mit 5.000 Zeichen", "posten", posten("bezeichnung", lang(5000)), "höchstens 50 Zeichen"),
                verstoss("Zeile mit Nullbyte", "posten", posten("bezeichnung", "a\u0000"), "Steuerzeichen"),
                verstoss("Zeile mit verschachteltem Feld", "posten", posten("bezeichnung", Map.of("a", 1)), "einen Text"),
                verstoss("tief verschachteltes Json", "posten", json("[".repeat(5000) + "]".repeat(5000)), "nicht lesbar"),
                verstoss("riesiges Json", "posten", json("[\"" + lang(2_000_000) + "\"]"), "nicht lesbar"),
                verstoss("kaputtes Json", "posten", json("[{\"bezeichnung\":"), "nicht lesbar"),
                verstoss("Json mit Anhang", "posten", json("[] []"), "nicht lesbar"),
                verstoss("leeres Json", "posten", json(""), ""));
    }

    private static List<Verstoss> verborgenUndGesperrt() {
        return List.of(
                verstoss("verborgenes Feld gesendet", "eilgrund", "Saison", "„Eilgrund“ ist bei dieser Auswahl nicht vorgesehen"),
                verstoss("verborgenes Feld mit Wahrheitswert", "eilgrund", false, "„Eilgrund“"),
                verstoss("verborgenes Feld mit 5.000 Leerzeichen", "eilgrund", " ".repeat(5000), "„Eilgrund“"),
                verstoss("Feld einer verborgenen Gruppe gesendet", "ablehnungsgrund", "x", "„Ablehnungsgrund“ ist bei dieser"),
                verstoss("Gruppe in verborgener Gruppe gesendet", "rechtsmittel", Map.of("frist", "x"), "„Rechtsmittel“ ist bei dieser"),
                verstoss("verborgene Liste gesendet", "wiedervorlagen", List.of(Map.of("am", "2099-01-01")), "„Wiedervorlagen“ ist"),
                verstoss("verborgene Liste als leerer Text", "wiedervorlagen", "", "„Wiedervorlagen“"),
                verstoss("sichtbares bedingtes Pflichtfeld fehlt", "eilig", true, "„Eilgrund“"),
                verstoss("sichtbares Pflichtfeld einer Gruppe fehlt", "empfehlung", "nein", "„Ablehnungsgrund“"),
                verstoss("schreibgeschütztes Feld geändert", "antragsteller", "Ich", "„Antragsteller“ lässt sich hier nicht ändern"),
                verstoss("schreibgeschütztes Feld geleert", "antragsteller", "", "„Antragsteller“ lässt sich hier nicht ändern"),
                verstoss("schreibgeschütztes Feld auf null", "antragsteller", null, "„Antragsteller“ lässt sich hier nicht ändern"),
                verstoss("schreibgeschützte Zahl geändert", "antragssumme", 9999.0, "„Antragssumme“ lässt sich hier nicht ändern"),
                verstoss("abgeschaltetes Feld geändert", "bearbeiter", "Ich", "„Bearbeiter“ lässt sich hier nicht ändern"),
                verstoss("schreibgeschütztes Feld in der Gruppe geändert", "anlagen", Map.of("aktenzahl", "A-2"),
                        "„Aktenzahl“ lässt sich hier nicht ändern"),
                verstoss("schreibgeschütztes Feld in der Gruppe weggelassen", "anlagen", json("{}"), "„A"),
                verstoss("errechneter Wert gefälscht", "gesamtmenge", 99, "„gesamtmenge“"),
                verstoss("Anzeige als Angabe", "absenden", "x", "„absenden“ gehört nicht zu diesem Formular"));
    }

    private static List<Verstoss> fremdeArten() {
        return List.of(
                verstoss("nicht vorgesehene Angabe", "freigegeben", true, "„freigegeben“ gehört nicht zu diesem Formular"),
                verstoss("nicht vorgesehene Angabe der Akte", "kostenstellen", List.of(), "„kostenstellen“ gehört nicht"),
                verstoss("Feld einer Gruppe ohne die Gruppe", "strasse", "Markt", "„strasse“ gehört nicht"),
                verstoss("Name mit Steuerzeichen", "a\u0000b", "x", "gehört nicht zu diesem Formular"),
                verstoss("Name mit 5.000 Zeichen", lang(5000), "x", "gehört nicht zu diesem Formular"),
                verstoss("leerer Name", "", "x", "gehört nicht zu diesem Formular"),
                verstoss("flüchtige Angabe", "anmerkung", Variables.stringValue("x", true), "nicht lesbar"),
                verstoss("flüchtige nicht vorgesehene Angabe", "heimlich", Variables.stringValue("x", true), "„heimlich“"),
                verstoss("Java-Objekt", "anmerkung", Variables.serializedObjectValue("[]").objectTypeName("java.util.ArrayList")
                        .serializationDataFormat("application/json").create(), "nicht lesbar"),
                verstoss("Java-Objekt in Java-Schreibweise", "anmerkung", Variables.serializedObjectValue("rO0ABXA=")
                        .objectTypeName("java.lang.String").serializationDataFormat("application/x-java-serialized-object").create(),
                        ""),
                verstoss("Xml", "anmerkung", SpinValues.xmlValue("<a/>").create(), "nicht lesbar"),
                verstoss("kaputtes Xml", "anmerkung", SpinValues.xmlValue("<a").create(), "nicht lesbar"));
    }

    private static List<Map<String, Object>> zeilen(int anzahl) {
        return IntStream.range(0, anzahl).mapToObj(i -> Map.<String, Object>of("bezeichnung", "P" + i, "menge", 1)).toList();
    }

    static Stream<Arguments> jedeTuerJederVerstoss() {
        return Stream.of(Tuer.Aufgabe.values()).flatMap(tuer -> verstoesse().stream().map(v -> Arguments.of(tuer, v)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("jedeTuerJederVerstoss")
    @DisplayName("Ein Verstoß wird abgelehnt, die Aufgabe bleibt, nichts ist gespeichert")
    void verstossWirdAbgelehnt(Tuer.Aufgabe tuer, Verstoss verstoss) {
        var vorher = fremd.bestand();

        Tuer.Ergebnis ergebnis = tuer.sende(fremd, offeneAufgabe, mit(pruefung(), verstoss.aenderung()));

        assertThat(ergebnis.status()).as(ergebnis.text()).isEqualTo(400);
        assertThat(ergebnis.text()).contains(verstoss.satz()).doesNotContain("Exception", "org.camunda", "Cannot ");
        assertThat(ergebnis.text().lines()).allSatisfy(satz -> assertThat(satz).endsWith("."));
        assertThat(fremd.bestand()).isEqualTo(vorher);
        assertThat(fremd.offen(offeneAufgabe)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Tuer.Aufgabe.class)
    @DisplayName("Die nötigen Angaben genügen")
    void noetigesGenuegt(Tuer.Aufgabe tuer) {
        String instanz = fremd.neuerVorgang();
        String aufgabe = fremd.aufgabe(instanz);

        Tuer.Ergebnis ergebnis = tuer.sende(fremd, aufgabe, pruefung());

        assertThat(ergebnis.status()).as(ergebnis.text()).isIn(200, 204);
        assertThat(fremd.offen(aufgabe)).isFalse();
        assertThat(fremd.angaben(instanz)).containsAll(pruefung().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Tuer.Aufgabe.class)
    @DisplayName("Alle Felder ausgefüllt, wie Tasklist sie sendet")
    void allesAusgefuellt(Tuer.Aufgabe tuer) {
        String instanz = fremd.neuerVorgang();

        Tuer.Ergebnis ergebnis = tuer.sende(fremd, fremd.aufgabe(instanz), vollePruefung());

        assertThat(ergebnis.status()).as(ergebnis.text()).isIn(200, 204);
        assertThat(fremd.angaben(instanz)).containsAll(vollePruefung().keySet());
    }

    static Stream<Map<String, Object>> auchErlaubt() {
        return Stream.of(
                Map.of("anmerkung", ""), Map.of("merkmale", List.of()), Map.of("wiedervorlagen", List.of()),
                Map.of("eilgrund", ""), nichts("eilgrund"), nichts("jahre"), nichts("stichtag"), nichts("merkmale"),
                nichts("art"), nichts("wiedervorlagen"), nichts("ablehnungsgrund"), nichts("bearbeiterin", "anmerkung"),
                Map.of("anmerkung", "x".repeat(4000)), Map.of("uhrzeit", "08:15"), Map.of("uhrzeit", "08:15Z"),
                Map.of("termin", "2099-12-31T08:15"), Map.of("termin", "2099-12-31T08:15Z"), Map.of("betrag", 1000000),
                Map.of("betrag", 0.5), Map.of("betrag", 12.50), Map.of("gesamtmenge", 3.0), Map.of("stufe", 3L),
                Map.of("stichtag", LocalDate.now(java.time.ZoneId.of("Europe/Berlin")).toString()),
                Map.of("posten", zeilen(20)), Map.of("antragsteller", "Sportverein", "bearbeiter", "Frau Beispiel"));
    }

    private static Map<String, Object> nichts(String... felder) {
        Map<String, Object> angaben = new HashMap<>();
        Arrays.stream(felder).filter(f -> !f.equals("bearbeiterin")).forEach(f -> angaben.put(f, null));
        return angaben;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("auchErlaubt")
    @DisplayName("Was Tasklist sonst noch sendet, wird angenommen")
    void auchErlaubt(Map<String, Object> angaben) {
        Tuer.Ergebnis ergebnis = Tuer.Aufgabe.REST_FORMULAR.sende(fremd, fremd.aufgabe(fremd.neuerVorgang()),
                mit(pruefung(), angaben));

        assertThat(ergebnis.status()).as(ergebnis.text()).isEqualTo(204);
    }

    @Test
    @DisplayName("Zu jedem Feld, das nicht stimmt, kommt genau ein Satz, in der Reihenfolge des Formulars")
    void einSatzJeFeld() {
        String aufgabe = fremd.aufgabe(fremd.neuerVorgang());

        var antwort = fremd.rest().als("kaemmerei").post("/engine-rest/task/" + aufgabe + "/submit-form",
                Fremd.variablen(mit(pruefung(), Map.of("kennzeichen", "?", "betrag", -1, "empfehlung", "?", "posten", List.of()))));

        assertThat(antwort.status()).isEqualTo(400);
        assertThat(antwort.saetze()).hasSize(4);
        assertThat(antwort.saetze()).element(0).asString().contains("Kennzeichen");
        assertThat(antwort.saetze()).element(1).asString().contains("Betrag");
        assertThat(antwort.saetze()).element(2).asString().contains("Empfehlung");
        assertThat(antwort.saetze()).element(3).asString().contains("Posten");
    }

    static Stream<Arguments> jederBeginnJederVerstoss() {
        List<Verstoss> faelle = List.of(
                verstoss("Pflichtfeld fehlt", "antragsteller", OHNE, "„Antragsteller“"),
                verstoss("Text zu lang", "antragsteller", lang(101), "höchstens 100 Zeichen"),
                verstoss("Zahl als Text", "antragssumme", "12", "„Antragssumme“ eine Zahl"),
                verstoss("Liste als Text", "kostenstellen", "[]", "„Kostenstellen“ ist eine Liste"),
                verstoss("Liste leer", "kostenstellen", List.of(), "mindestens eine Zeile"),
                verstoss("Muster in der Zeile", "kostenstellen", List.of(Map.of("value", "12", "label", "x")), "„Nummer“"),
                verstoss("nicht vorgesehene Angabe", "plan", "x", "„plan“ gehört nicht zu diesem Formular"),
                verstoss("flüchtige Angabe", "bearbeiter", Variables.stringValue("x", true), "nicht lesbar"),
                verstoss("Java-Objekt", "bearbeiter", Variables.serializedObjectValue("[]").objectTypeName("java.util.ArrayList")
                        .serializationDataFormat("application/json").create(), "nicht lesbar"),
                verstoss("Nullbyte", "bearbeiter", "a\u0000", "Steuerzeichen"),
                verstoss("5.000 Leerzeichen", "bearbeiter", " ".repeat(5000), "höchstens 100 Zeichen"));
        return Stream.of(Tuer.Beginn.values()).flatMap(tuer -> faelle.stream().map(v -> Arguments.of(tuer, v)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("jederBeginnJederVerstoss")
    @DisplayName("Auch beim Beginn wird ein Verstoß abgelehnt, und es beginnt nichts")
    void beginnMitVerstoss(Tuer.Beginn tuer, Verstoss verstoss) {
        var vorher = fremd.bestand();

        Tuer.Ergebnis ergebnis = tuer.sende(fremd, mit(antrag(), verstoss.aenderung()));

        assertThat(ergebnis.status()).as(ergebnis.text()).isEqualTo(400);
        assertThat(ergebnis.text()).contains(verstoss.satz());
        assertThat(fremd.bestand()).isEqualTo(vorher);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Tuer.Beginn.class)
    @DisplayName("Mit gültigen Angaben beginnt der Vorgang durch jede Tür")
    void beginnGueltig(Tuer.Beginn tuer) {
        Tuer.Ergebnis ergebnis = tuer.sende(fremd, antrag());

        assertThat(ergebnis.status()).as(ergebnis.text()).isEqualTo(200);
    }

    static Stream<Arguments> roheAngaben() {
        return Stream.of(
                Arguments.of("Datei", "{\"value\":\"YQ==\",\"type\":\"File\",\"valueInfo\":{\"filename\":\"a.txt\"}}"),
                Arguments.of("Bytes", "{\"value\":\"YQ==\",\"type\":\"Bytes\"}"),
                Arguments.of("unbekannte Art", "{\"value\":\"a\",\"type\":\"Zauber\"}"),
                Arguments.of("Art ist keine Art", "{\"value\":\"a\",\"type\":{\"a\":1}}"),
                Arguments.of("Liste ohne Art", "{\"value\":[\"a\"]}"),
                Arguments.of("Objekt ohne Art", "{\"value\":{\"a\":1}}"),
                Arguments.of("Text mit Art Zahl", "{\"value\":\"zwölf\",\"type\":\"Integer\"}"),
                Arguments.of("zu große ganze Zahl", "{\"value\":99999999999999999999,\"type\":\"Integer\"}"),
                Arguments.of("Objekt mit Art Json", "{\"value\":{\"a\":1},\"type\":\"Json\"}"),
                Arguments.of("Zahl mit Art Json", "{\"value\":5,\"type\":\"Json\"}"),
                Arguments.of("Objekt mit gefährlicher Klasse", "{\"value\":\"{}\",\"type\":\"Object\",\"valueInfo\":{"
                        + "\"objectTypeName\":\"javax.naming.InitialContext\",\"serializationDataFormat\":\"application/json\"}}"),
                Arguments.of("Objekt in Java-Schreibweise", "{\"value\":\"rO0ABXA=\",\"type\":\"Object\",\"valueInfo\":{"
                        + "\"objectTypeName\":\"java.lang.String\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}"),
                Arguments.of("Objekt ohne Klasse", "{\"value\":\"{}\",\"type\":\"Object\"}"),
                Arguments.of("flüchtiger Text", "{\"value\":\"a\",\"type\":\"String\",\"valueInfo\":{\"transient\":true}}"),
                Arguments.of("Datum", "{\"value\":\"2026-01-01T00:00:00.000+0000\",\"type\":\"Date\"}"),
                Arguments.of("kein Datum", "{\"value\":\"gestern\",\"type\":\"Date\"}"),
                Arguments.of("Xml mit fremder Einheit", "{\"value\":\"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>\",\"type\":\"Xml\"}"),
                Arguments.of("tief verschachtelt ohne Art", "{\"value\":" + "[".repeat(900) + "]".repeat(900) + "}"),
                Arguments.of("sehr tief verschachtelt", "{\"value\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}"),
                Arguments.of("gar kein Objekt", "7"),
                Arguments.of("nur ein Text", "\"text\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("roheAngaben")
    @DisplayName("Angaben, die kein Formular sendet, ergeben 400 an jeder REST-Tür")
    void roheAngaben(String name, String angabe) {
        String aufgabe = fremd.aufgabe(fremd.neuerVorgang());
        String gueltig = geschrieben(mit(pruefung(), Map.of("anmerkung", "HIER"))).replace("{\"value\":\"HIER\",\"type\":\"String\"}", angabe);
        String beginn = geschrieben(mit(antrag(), Map.of("bearbeiter", "HIER"))).replace("{\"value\":\"HIER\",\"type\":\"String\"}", angabe);
        var vorher = fremd.bestand();

        for (String pfad : List.of("task/" + aufgabe + "/submit-form", "task/" + aufgabe + "/complete")) {
            assertThat(fremd.rest().als("kaemmerei").post("/engine-rest/" + pfad, gueltig)).as(pfad)
                    .satisfies(a -> assertThat(a.status()).as(a.text()).isEqualTo(400));
        }
        for (String tat : List.of("submit-form", "start")) {
            assertThat(fremd.rest().als("admin").post("/engine-rest/process-definition/key/" + Fremd.VORGANG + "/" + tat, beginn)).as(tat)
                    .satisfies(a -> assertThat(a.status()).as(a.text()).isEqualTo(400));
        }
        assertThat(fremd.bestand()).isEqualTo(vorher);
    }

    private static String geschrieben(Map<String, Object> angaben) {
        return de.integrationskonzept.Rest.schreibe(Fremd.variablen(angaben));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Tuer.Aufgabe.class)
    @DisplayName("Gar keine Angaben: ein Pflichtformular lässt sich nicht leer erledigen")
    void garNichts(Tuer.Aufgabe tuer) {
        String aufgabe = fremd.aufgabe(fremd.neuerVorgang());

        assertThat(tuer.sende(fremd, aufgabe, Map.of()).status()).isEqualTo(400);
        assertThat(fremd.offen(aufgabe)).isTrue();
    }
}
