package de.integrationskonzept.formular;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Antworten in klaren Worten")
class KlartextTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException keinJson) {
            throw new AssertionError(text, keinJson);
        }
    }

    private static Frage frage(String feld) {
        return Frage.aus(Feld.aus(json("[" + feld + "]"))).findFirst().orElseThrow();
    }

    private static String text(String feld, String antwort) {
        return frage(feld).klartext(json(antwort), Map.of());
    }

    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'type':'datetime','key':'a','subtype':'date'} | '2026-12-24' | 24.12.2026",
            "{'type':'datetime','key':'a','subtype':'time'} | '14:30' | 14:30 Uhr",
            "{'type':'datetime','key':'a','subtype':'datetime'} | '2026-07-24T10:00:00Z' | 24.07.2026, 12:00 Uhr",
            "{'type':'datetime','key':'a','subtype':'datetime'} | '2026-07-24T10:00' | 24.07.2026, 10:00 Uhr",
            "{'type':'datetime','key':'a','subtype':'date'} | 'bald' | bald",
            "{'type':'datetime','key':'a','subtype':'date'} | '2026-02-31' | 2026-02-31",
            "{'type':'number','key':'a'} | 1234.5 | 1.234,5", "{'type':'number','key':'a'} | -1234567 | -1.234.567",
            "{'type':'number','key':'a'} | 0.1 | 0,1", "{'type':'number','key':'a'} | 2027 | 2.027",
            "{'type':'number','key':'a','serializeToString':true} | '12345.60' | 12.345,6",
            "{'type':'number','key':'a','validate':{'min':2020,'max':2100}} | 2027 | 2027",
            "{'type':'number','key':'a','appearance':{'suffixAdorner':'EUR'}} | 1234.5 | 1.234,50",
            "{'type':'number','key':'a','appearance':{'suffixAdorner':'EUR'}} | 40000 | 40.000",
            "{'type':'checkbox','key':'a'} | true | Ja", "{'type':'checkbox','key':'a'} | false | Nein",
            "{'type':'textfield','key':'a'} | '2026-12-24' | 2026-12-24",
            "{'type':'radio','key':'a','values':[{'value':'j','label':'Ja, gern'}]} | 'j' | Ja, gern",
            "{'type':'select','key':'a','values':[{'value':'j','label':'Ja, gern'}]} | 'weg' | weg",
            "{'type':'checklist','key':'a','values':[{'value':'x','label':'Eins'},{'value':'y','label':'Zwei'}]} | ['y','x'] | Zwei, Eins"})
    @DisplayName("Jede Art von Feld")
    void felder(String feld, String antwort, String klartext) {
        assertThat(text(feld, antwort)).isEqualTo(klartext);
    }

    @Test
    @DisplayName("Listen zeilenweise, jede Spalte mit ihrer Frage und in ihren Worten, Leeres nicht")
    void listen() {
        String liste = "{'type':'dynamiclist','path':'a','components':[{'type':'textfield','key':'wer','label':'Wer?'},"
                + "{'type':'number','key':'betrag','label':'Betrag'},{'type':'datetime','subtype':'date','key':'am','dateLabel':'Am'}]}";

        assertThat(text(liste, "[{'wer':'Jo','betrag':1200,'am':'2027-01-02'},{'wer':'Li','betrag':null}]"))
                .isEqualTo("Wer: Jo; Betrag: 1.200; Am: 02.01.2027\nWer: Li");
        assertThat(text(liste, "[]")).isEmpty();
        assertThat(text(liste, "null")).isEmpty();
    }

    @Test
    @DisplayName("Auswahl, die das Formular errechnet: wie es bei diesen Angaben heißt, sonst wie es im Ausdruck steht")
    void errechneteAuswahl() {
        Frage frage = new Frage(Feld.aus(JSON.valueToTree(List.of(Map.of("type", "select", "key", "a", "valuesExpression",
                "=if typ = \"kreis\" then [{label: \"Kreis\", value: \"x\"}] else [{label: \"Stadt\", value: \"x\"}]")))).get(0));

        assertThat(frage.klartext(json("'x'"), Map.of("typ", "stadt"))).isEqualTo("Stadt");
        assertThat(frage.klartext(json("'x'"), Map.of("typ", "kreis"))).isEqualTo("Kreis");
        assertThat(frage.auswahl(Map.of())).containsKey("x");
    }

    @Test
    @DisplayName("Von zwei Fragen unter demselben Schlüssel die, auf die es eine Antwort ist")
    void zweiFormulare() {
        Frage erste = frage("{'type':'radio','key':'a','values':[{'value':'x','label':'X'}]}");
        Frage zweite = frage("{'type':'radio','key':'a','values':[{'value':'y','label':'Y'}]}");
        Fragebogen bogen = new Fragebogen(List.of(erste, zweite));

        assertThat(bogen.zu("a", json("'y'"), Map.of())).contains(zweite);
        assertThat(bogen.zu("a", json("'weg'"), Map.of())).contains(erste);
        assertThat(bogen.zu("b", json("'y'"), Map.of())).isEmpty();
        assertThat(bogen.fragt("a")).isTrue();
        assertThat(bogen.fragt("b")).isFalse();
    }

    @ParameterizedTest(name = "{1}: {0} -> {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"'2027-01-02' | termin | 02.01.2027", "'Text' | a | Text", "true | a | Ja", "1234.5 | a | 1.234,5",
            "2027 | jahr | 2027", "2027 | berichtsjahr | 2027", "12345 | jahr | 12.345", "['a','b'] | a | a, b", "[{'a':1},{'a':2}] | a | `1\n2`", "null | a | ``"})
    @DisplayName("Was kein Formular fragt, nach dem, was es ist")
    void ohneFormular(String wert, String name, String klartext) {
        assertThat(Klartext.von(json(wert), name)).isEqualTo(klartext);
    }
}
