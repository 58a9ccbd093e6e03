package de.integrationskonzept.formular;

import static de.integrationskonzept.Fremd.OHNE;
import static de.integrationskonzept.formular.Verstoss.json;
import static de.integrationskonzept.formular.Verstoss.lang;
import static de.integrationskonzept.formular.Verstoss.verstoss;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;

/** Answers to "Haushalt prüfen" in a shape that the form does not have, or in places that are not theirs to fill. */
final class Formverstoesse {

    private Formverstoesse() {
    }

    static Stream<Verstoss> alle() {
        return Stream.of(gruppenUndListen(), verborgenUndGesperrt(), fremdeArten()).flatMap(List::stream);
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

    static List<Map<String, Object>> zeilen(int anzahl) {
        return IntStream.range(0, anzahl).mapToObj(i -> Map.<String, Object>of("bezeichnung", "P" + i, "menge", 1)).toList();
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
}
