package de.integrationskonzept.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.integrationskonzept.Anwendungstest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Am Modelltor")
class ModelltorTest {

    @Autowired
    private ModelGate tor;
    @Autowired
    private ProcessEngine engine;

    @Test
    @DisplayName("Alle mitgelieferten Modelle und Formulare und die fremden Vorgänge kommen durch")
    void eigene() throws IOException {
        Map<String, byte[]> dateien = new TreeMap<>();
        for (String ordner : List.of("bpmn", "forms", "src/main/resources/dokumente", "src/test/resources/fremd")) {
            try (Stream<Path> alle = Files.walk(Path.of(ordner))) {
                alle.filter(Files::isRegularFile).filter(datei -> !datei.toString().endsWith(".css")).forEach(datei -> dateien.put(datei.getFileName().toString(), lies(datei)));
            }
        }
        assertThat(dateien).hasSizeGreaterThan(140);

        assertThat(tor.check(dateien)).filteredOn(befund -> !befund.hint()).extracting(Finding::sentence).isEmpty();
    }

    @Test
    @DisplayName("Was der Modeler an Harmlosem bietet, kommt durch und lässt sich bereitstellen")
    void harmlos() {
        var verwaltung = engine.getRepositoryService();

        String id = verwaltung.createDeployment().name("harmlos").addInputStream("harmlos.bpmn", getClass().getResourceAsStream("/modelltor/harmlos.bpmn"))
                .addInputStream("harmlose-regel.dmn", getClass().getResourceAsStream("/modelltor/harmlos.dmn"))
                .addString("harmlos.form", "{\"id\": \"harmlos\", \"type\": \"default\", \"components\": []}").deploy().getId();

        assertThat(verwaltung.createProcessDefinitionQuery().deploymentId(id).count()).isEqualTo(1);
        assertThat(engine.getDecisionService().evaluateDecisionTableByKey("harmlose-regel", Variables.putValue("betrag", 5)).getSingleResult()
                .<String>getSingleEntry()).as("without a language named, FEEL is spoken").isEqualTo("klein");
        verwaltung.deleteDeployment(id, true);
    }

    @Test
    @DisplayName("Was der Anwendungsstart bereitgestellt hat, steht mit SHA-256 im Protokoll, ohne Person")
    void beimStart() throws IOException {
        List<UserOperationLogEntry> eintraege = engine.getHistoryService().createUserOperationLogQuery().property("sha256").list().stream()
                .filter(eintrag -> eintrag.getNewValue().endsWith("auftragsgrad.dmn")).toList();

        assertThat(eintraege).anySatisfy(eintrag -> {
            assertThat(eintrag.getUserId()).isNull();
            assertThat(eintrag.getNewValue()).matches("[0-9a-f]{64}  .*auftragsgrad\\.dmn");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.bpmn.exe", "x", ".bpmn", "x.BPMN", "x.bpmn20.xml", "a/../../x.form", "<img>.form", "x\".dmn", "x\n.dmn", "x\u0000.dmn",
            "x&y.bpmn", "x;y.bpmn", "x%2e.form", "x\u202Efdp.form", "$(id).form", "`id`.dmn", "x.bpmn "})
    @DisplayName("Dateinamen, die anderswo etwas bedeuten könnten, kommen nicht durch, gleich was darin steht")
    void namen(String name) {
        byte[] harmlos = lies(Path.of("src/test/resources/fremd/fremd-fehler.bpmn"));

        assertThat(tor.check(Map.of(name, harmlos))).extracting(Finding::reason).singleElement().asString().contains("Bitte");
    }

    @Test
    @DisplayName("Alle Fehler aller Dateien kommen auf einmal, und auch aus Java wird nichts davon bereitgestellt")
    void allesAufEinmal() {
        String schlecht = new String(lies(Path.of("src/test/resources/fremd/fremd-fehler.bpmn")), StandardCharsets.UTF_8)
                .replace("<bpmn:endEvent id=\"fehler-ende\">", "<bpmn:endEvent id=\"fehler-ende\" camunda:class=\"a.B\" name=\"${''.getClass()}\">").replace("fremd-parallel-notiz", "gibt-es-nicht");
        long vorher = engine.getRepositoryService().createDeploymentQuery().count();

        assertThatThrownBy(() -> engine.getRepositoryService().createDeployment().addString("fremd-fehler.bpmn", schlecht).addString("zwei.form", "{}")
                .deploy()).isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.sentences()).hasSize(4)
                .anySatisfy(satz -> assertThat(satz).contains("fremd-fehler.bpmn").contains("Endereignis").contains("(fehler-ende)").contains("camunda:class"))
                .anySatisfy(satz -> assertThat(satz).contains("fremd-fehler.bpmn").contains("getClass"))
                .anySatisfy(satz -> assertThat(satz).contains("fremd-fehler.bpmn").contains("Das Formular „gibt-es-nicht“ gibt es nicht"))
                .anySatisfy(satz -> assertThat(satz).contains("zwei.form")));

        assertThat(engine.getRepositoryService().createDeploymentQuery().count()).isEqualTo(vorher);
    }

    @Test
    @DisplayName("Zu tief Verschachteltes und Unlesbares wird abgelehnt, nicht zum Fehler des Servers")
    void unlesbar() {
        String tief = "<a xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>".repeat(5000) + "</a>".repeat(5000);
        String klammern = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' name='${" + "(".repeat(3900) + "}'/>";

        Map<String, byte[]> dateien = new TreeMap<>();
        Stream.of(tief, klammern, "", "kein xml", "\u0000", "<?xml version='1.0' encoding='zauber'?><a/>")
                .forEach(inhalt -> dateien.put(dateien.size() + ".bpmn", inhalt.getBytes(StandardCharsets.UTF_8)));
        Stream.of("[".repeat(50_000), "", "7", "null", "{\"id\":\"a\",\"components\":[null,7,\"x\",[]]}")
                .forEach(inhalt -> dateien.put(dateien.size() + ".form", inhalt.getBytes(StandardCharsets.UTF_8)));

        assertThat(tor.check(dateien)).extracting(Finding::file).containsAll(dateien.keySet());
    }

    private static byte[] lies(Path datei) {
        try {
            return Files.readAllBytes(datei);
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }
}
