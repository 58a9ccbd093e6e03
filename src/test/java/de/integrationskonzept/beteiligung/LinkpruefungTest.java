package de.integrationskonzept.beteiligung;

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
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Was ein Modell zu Links sagt, wird beim Bereitstellen geprüft")
class LinkpruefungTest {

    private static final String GUT = """
            <camunda:property name="linkFormular" value="leitbild-rueckmeldung-geben" />
            <camunda:property name="linkAntwort" value="ergaenzt" />
            <camunda:property name="linkListe" value="rueckmeldungen" />
            <camunda:property name="linkZeigt" value="leitbildText, leitlinien" />
            <camunda:property name="linkTage" value="14" />
            <camunda:property name="linkTitel" value="Ihre Meinung" />
            """;

    private static List<Finding> pruefe(String aufgabe, String prozess) {
        return new Linkpruefung().check("probe.bpmn", """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                <bpmn:process id="probe">%s<bpmn:userTask id="fragen" name="Fragen"><bpmn:extensionElements><camunda:properties>%s</camunda:properties>
                </bpmn:extensionElements></bpmn:userTask></bpmn:process></bpmn:definitions>""".formatted(prozess, aufgabe).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ergaenzt|loescht", "leitbildText, leitlinien|*", "leitbildText, leitlinien|${plan}", "value=\"14\"|value=\"0\"",
            "value=\"14\"|value=\"400\"", "rueckmeldungen|plan.meilensteine", "linkTitel|linkTitle", "linkAntwort|linkAntworten", "linkListe|linkJe",
            "linkTage|linkJe", "ergaenzt|erledigt"})
    @DisplayName("Unvollständiges und Unbekanntes wird abgelehnt, mit der Aufgabe, an der es steht")
    void schlecht(String gut, String schlecht) {
        assertThat(pruefe(GUT, "")).isEmpty();
        assertThat(pruefe(GUT.replace(gut, schlecht), "")).isNotEmpty().allSatisfy(befund -> {
            assertThat(befund.place()).contains("Fragen");
            assertThat(befund.reason()).contains("Bitte");
        });
    }

    @Test
    @DisplayName("Zu vertraulichen Abläufen gibt es keine Links; ohne Angaben ist alles gut")
    void vertraulich() {
        String vertraulich = "<bpmn:extensionElements><camunda:properties><camunda:property name=\"vertraulich\" value=\"true\"/></camunda:properties>"
                + "</bpmn:extensionElements>";
        assertThat(pruefe(GUT, vertraulich)).singleElement().satisfies(b -> assertThat(b.reason()).contains("vertraulich"));
        assertThat(pruefe("", vertraulich)).isEmpty();
    }

    @Test
    @DisplayName("Die ausgelieferten Modelle bestehen")
    void ausgelieferte() throws IOException {
        for (String modell : List.of("leitbild", "massnahmen", "massnahmenzusage")) {
            assertThat(new Linkpruefung().check(modell + ".bpmn", Files.readAllBytes(Path.of("bpmn", modell, modell + ".bpmn")))).isEmpty();
        }
    }
}
