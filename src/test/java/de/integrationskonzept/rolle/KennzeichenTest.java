package de.integrationskonzept.rolle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("einmal")
@DisplayName("Woran eine Person in Texten erkannt wird")
class KennzeichenTest {

    private final Kennzeichen person = new Kennzeichen("m.soemmer", List.of("Mareike Sömmer", "Sömmer", "m.soemmer", "m.soemmer@stadt.example"));
    private final String name = person.pseudonym();

    @ParameterizedTest(name = "„{0}“")
    @CsvSource(delimiter = '|', value = {"Mareike Sömmer | P", "Frau Sömmer, bitte prüfen. | Frau P, bitte prüfen.", "SÖMMER | P",
            "(Mareike Sömmer) | (P)", "m.soemmer@stadt.example schreibt | P schreibt", "von m.soemmer. | von P.", "Sömmer/Krause | P/Krause",
            "erst Sömmer; dann sömmer | erst P; dann P", "Vermerk_Sömmer.pdf | Vermerk_P.pdf", "Sömmer.txt | P.txt"})
    @DisplayName("Ganze Wörter werden ersetzt, groß oder klein geschrieben")
    void ersetzt(String text, String neu) {
        assertThat(person.ersetze(text)).isEqualTo(neu.replaceAll("(?<![a-zA-Z])P(?![a-zA-Z])", name));
    }

    @ParameterizedTest(name = "„{0}“")
    @ValueSource(strings = {"Sömmerling", "Anna Sömmer-Krause", "Krause-Sömmer", "m.soemmer2", "am.soemmer", "m.soemmer@kreis.example", "sömmer@kreis.example",
            "Mareike", "Soemmer", ""})
    @DisplayName("Teile anderer Wörter, Doppelnamen und fremde Adressen bleiben")
    void bleibt(String text) {
        assertThat(person.ersetze(text)).isEqualTo(text);
        assertThat(person.kommtVor(text)).isFalse();
    }

    @Test
    @DisplayName("In Json auch, wenn die Umlaute verschlüsselt sind, und als Name eines Feldes; Zahlen und der Rest bleiben, wie sie sind")
    void json() {
        String json = "{\"Frau Sömmer\":[{\"person\":\"Mareike S\\u00f6mmer\",\"stunden\":19.50,\"leitung\":true,\"rest\":null}]}";
        assertThat(new String(person.ersetze(json.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .isEqualTo("{\"Frau " + name + "\":[{\"person\":\"" + name + "\",\"stunden\":19.50,\"leitung\":true,\"rest\":null}]}");
        byte[] ohne = "{ \"person\" : \"S\\u00f6mmerling\" }".getBytes(StandardCharsets.UTF_8);
        assertThat(person.ersetze(ohne)).as("untouched, not written anew").isSameAs(ohne);
    }

    @Test
    @DisplayName("Auch in den Listen, die eine Entscheidungstabelle hinterlässt")
    void serialisiert() throws IOException, ClassNotFoundException {
        byte[] liste = schreibe(new ArrayList<>(List.of(Map.of("satz", "Bitte Sömmer fragen", "zahl", 3))));
        byte[] neu = person.ersetze(liste);
        assertThat(new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(neu)).readObject())
                .isEqualTo(List.of(Map.of("satz", "Bitte " + name + " fragen", "zahl", 3)));
        assertThat(person.ersetze(neu)).isSameAs(neu);
    }

    @Test
    @DisplayName("Was kein Text ist, wird als unlesbar gemeldet und nie verändert")
    void unlesbar() {
        assertThat(person.ersetze(new byte[] {(byte) 0xFF, (byte) 0xD8, 0x00, (byte) 0xC3})).isNull();
        assertThat(person.ersetze(new byte[] {(byte) 0xAC, (byte) 0xED, 0x00, 0x05, 0x7F})).isNull();
    }

    @Test
    @DisplayName("Der Ersatzname ist für dieselbe Kennung immer derselbe und verrät sie nicht")
    void stabil() {
        assertThat(name).matches("Person [0-9a-f]{6}").isEqualTo(new Kennzeichen("m.soemmer", List.of()).pseudonym());
        assertThat(new Kennzeichen("m.krause", List.of()).pseudonym()).isNotEqualTo(name);
        assertThat(Kennzeichen.istPseudonym(name)).isTrue();
        assertThat(Kennzeichen.istPseudonym("m.soemmer")).isFalse();
        assertThat(Kennzeichen.istPseudonym(null)).isFalse();
    }

    private static byte[] schreibe(Object wert) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream strom = new ObjectOutputStream(bytes)) {
            strom.writeObject(wert);
        }
        return bytes.toByteArray();
    }
}
