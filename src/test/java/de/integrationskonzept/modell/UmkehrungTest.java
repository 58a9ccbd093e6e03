package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("einmal")
@DisplayName("Zurück geht eine Akte dorthin, woher sie kam, wenn das eindeutig ist")
class UmkehrungTest {

    private static byte[] modell(String schritte) {
        return Pflegefall.bytes("<b:definitions xmlns:b=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
                + "xmlns:c=\"http://camunda.org/schema/1.0/bpmn\">"
                + "<b:process id=\"p\">" + schritte + "</b:process></b:definitions>");
    }

    private static String schritt(String id, String frueher) {
        return "<b:userTask id=\"" + id + "\">" + (frueher == null ? "" : "<b:extensionElements><c:properties><c:property name=\"frueher\" "
                + "value=\"" + frueher
                + "\"/></c:properties></b:extensionElements>") + "</b:userTask>";
    }

    @Test
    @DisplayName("Umbenannt, wie es im Modell steht oder von Hand bestätigt ist")
    void umbenannt() {
        byte[] vorher = modell(schritt("a", null) + schritt("b", null) + schritt("gleich", null));
        byte[] nachher = modell(schritt("a2", "uralt, a") + schritt("b2", null) + schritt("gleich", null));
        assertThat(Umkehrung.von(vorher, nachher, Map.of("b", "b2"))).isEqualTo(Map.of("a2", "a", "b2", "b"));
    }

    @Test
    @DisplayName("Sind zwei Schritte einer geworden, entscheidet ein Mensch")
    void mehrdeutig() {
        byte[] vorher = modell(schritt("a", null) + schritt("b", null) + schritt("c", null));
        assertThat(Umkehrung.von(vorher, modell(schritt("neu", "a,b") + schritt("c", null)), Map.of())).isEmpty();
        assertThat(Umkehrung.von(vorher, modell(schritt("b", null) + schritt("c", null)), Map.of("a", "b"))).as("b was there all along").isEmpty();
    }
}
