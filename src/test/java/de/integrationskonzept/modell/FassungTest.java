package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("einmal")
@DisplayName("Die Fassung eines Modells zählt weiter, und sonst ändert sich kein Zeichen")
class FassungTest {

    private static String geschrieben(Dateiart art, String xml) {
        return new String(new Fassung(2, 3, 4).in(art, xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"1.2.3, PATCH, 1.2.4", "1.2.3, MINOR, 1.3.0", "1.2.3, MAJOR, 2.0.0", "0.0.9, PATCH, 0.0.10"})
    @DisplayName("Nach der Reichweite der Änderung")
    void naechste(String bisher, Vorschlag.Stufe stufe, String neu) {
        assertThat(Fassung.von(bisher).orElseThrow().naechste(stufe)).hasToString(neu);
    }

    @Test
    @DisplayName("Was keine drei Zahlen sind, ist keine Fassung; 1.10.0 ist neuer als 1.9.0")
    void gelesen() {
        assertThat(Fassung.von(null)).isEmpty();
        assertThat(Fassung.von("v2")).isEmpty();
        assertThat(Fassung.von("99999999999999.0.0")).isEmpty();
        assertThat(Fassung.von("1.10.0").orElseThrow()).isGreaterThan(Fassung.von("1.9.0").orElseThrow());
    }

    @Test
    @DisplayName("Kommentare, Texte, Zeilenenden und andere Angaben bleiben")
    void nurDieAngabe() {
        String vorn = "\uFEFF<?xml version=\"1.0\"?>\r\n<!-- <b:process c:versionTag=\"1\"> -->\r\n<b:definitions "
                + "xmlns:c='http://camunda.org/schema/1.0/bpmn'>";
        String hinten = "\r\n<b:documentation>Größe &gt; 3 <![CDATA[<b:process id=\"x\">]]></b:documentation></b:process></b:definitions>\r\n";
        assertThat(geschrieben(Dateiart.ABLAUF, vorn + "<b:process  id=\"a\" name='x > y' c:versionTag = 'alt'\r\n c:historyTimeToLive=\"P1D\">"
                + hinten))
                .isEqualTo(vorn + "<b:process  id=\"a\" name='x > y' c:versionTag = \"2.3.4\"\r\n c:historyTimeToLive=\"P1D\">" + hinten);
    }

    @Test
    @DisplayName("Fehlt die Angabe, kommt sie hinzu, in jede Entscheidung der Datei, aber in keine Tabelle")
    void fehlend() {
        String xml = "<definitions xmlns:camunda=\"http://camunda.org/schema/1.0/dmn\"><decision id=\"a\"><decisionTable id=\"t\"/></decision>"
                + "<decision id=\"b\" camunda:versionTag=\"9\"/></definitions>";
        assertThat(geschrieben(Dateiart.REGEL, xml)).isEqualTo(xml.replace("<decision id=\"a\"", "<decision camunda:versionTag=\"2.3.4\" id=\"a\"")
                .replace("\"9\"", "\"2.3.4\""));
        assertThat(geschrieben(Dateiart.ABLAUF, "<definitions><process id=\"p\"/></definitions>"))
                .isEqualTo("<definitions><process xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" camunda:versionTag=\"2.3.4\" "
                + "id=\"p\"/></definitions>");
    }
}
