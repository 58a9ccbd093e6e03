package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.engine.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Was ein Modell zu Tagen im Kalender sagt, wird beim Bereitstellen geprüft")
class KalenderpruefungTest {

    private static List<Finding> pruefe(String prozess, String aufgabe) {
        return new Kalenderpruefung().check("probe.bpmn", """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                <bpmn:process id="probe"><bpmn:extensionElements><camunda:properties>%s</camunda:properties></bpmn:extensionElements>
                <bpmn:userTask id="fragen" name="Fragen"><bpmn:extensionElements><camunda:properties>%s</camunda:properties>
                </bpmn:extensionElements></bpmn:userTask></bpmn:process></bpmn:definitions>""".formatted(prozess, aufgabe).getBytes(StandardCharsets.UTF_8));
    }

    private static String eigenschaft(String wert) {
        return "<camunda:property name=\"kalender\" value=\"" + wert + "\" />";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "beratungen", "beratungen.termin", ": Titel", "beratungen.termin:", "beratungen.termin.tag: Titel", "${plan}: Titel",
            "beratungen.termin: Ein; Zwei", "beratungen.*: Titel", "a: Titel: mehr", "a: Ein&#10;Zwei"})
    @DisplayName("Unlesbares wird abgelehnt, mit einem Beispiel, wie es geht")
    void unlesbar(String wert) {
        assertThat(pruefe(eigenschaft(wert), "")).singleElement().satisfies(b -> assertThat(b.reason()).contains("Bitte", "beratungen.termin: "));
    }

    @Test
    @DisplayName("Lesbares besteht; an einem Schritt oder in einem vertraulichen Ablauf gehört es nicht hin")
    void ort() {
        String gut = eigenschaft("beratungen.termin: Beratung; fristende : Frist für Anträge");
        assertThat(pruefe(gut, "")).isEmpty();
        assertThat(pruefe("", gut)).singleElement().satisfies(b -> assertThat(b.reason()).contains("zum ganzen Ablauf"));
        assertThat(pruefe(gut + "<camunda:property name=\"vertraulich\" value=\"true\" />", "")).singleElement()
                .satisfies(b -> assertThat(b.reason()).contains("vertraulich"));
    }

    @Test
    @DisplayName("Das ausgelieferte Modell des Beschlusses besteht und nennt seine Beratungen")
    void ausgeliefert() throws IOException {
        byte[] modell = Files.readAllBytes(Path.of("bpmn/beschluss/beschluss.bpmn"));
        assertThat(new Kalenderpruefung().check("beschluss.bpmn", modell)).isEmpty();
        assertThat(new String(modell, StandardCharsets.UTF_8)).contains("name=\"kalender\" value=\"beratungen.termin: Beratung über das Konzept\"");
    }
}
