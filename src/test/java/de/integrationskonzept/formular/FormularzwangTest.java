package de.integrationskonzept.formular;

import static de.integrationskonzept.Fremd.antrag;
import static de.integrationskonzept.Fremd.mit;
import static de.integrationskonzept.Fremd.pruefung;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    static Stream<Arguments> jedeTuerJederVerstoss() {
        return Stream.of(Tuer.Aufgabe.values()).flatMap(tuer -> Stream.concat(Feldverstoesse.alle(), Formverstoesse.alle())
                .map(v -> Arguments.of(tuer, v)));
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
                Arguments.of("Xml mit fremder Einheit", "{\"value\":\""
                        + "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>\",\"type\":\"Xml\"}"),
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
        return Rest.schreibe(Fremd.variablen(angaben));
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
