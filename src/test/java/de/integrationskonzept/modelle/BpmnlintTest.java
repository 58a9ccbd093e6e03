package de.integrationskonzept.modelle;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.modelle.Modelle.Prozess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Runs bpmnlint, which {@code src/test/werkzeug/bereitstellen.sh} has put under {@code target/bpmnlint}, on the Node that
 * Playwright brings along, so that the version of Node is that of the build and not of the machine.
 */
@DisplayName("bpmnlint hat an keinem Modell etwas auszusetzen")
class BpmnlintTest {

    private static final Path ORDNER = Path.of("target/bpmnlint").toAbsolutePath();
    private static final Path LINT = ORDNER.resolve("node_modules/bpmnlint/bin/bpmnlint.js");

    @Test
    @DisplayName("Empfohlene Regeln und die für Camunda 7.24, über alle Modelle")
    void keineBeanstandung() throws Exception {
        assertThat(LINT).as("bpmnlint is missing; ./mvnw runs src/test/werkzeug/bereitstellen.sh, which installs it").exists();
        List<String> befehl = new ArrayList<>(List.of(node().toString(), LINT.toString(), "--config",
                ORDNER.resolve(".bpmnlintrc").toString()));
        Modelle.prozesse().stream().map(Prozess::datei).map(Path::toAbsolutePath).forEach(d -> befehl.add(d.toString()));
        Process lint = new ProcessBuilder(befehl).directory(ORDNER.toFile()).redirectErrorStream(true).start();
        String ausgabe = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(ausgabe); // warnings too
        assertThat(lint.waitFor()).as(ausgabe).isZero();
    }

    static Path node() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String ordner = system.contains("win") ? "win32_x64" : (system.contains("mac") ? "mac" : "linux") + (arm ? "-arm64" : "");
        String name = system.contains("win") ? "node.exe" : "node";
        Path ziel = ORDNER.resolve(name);
        if (!Files.isExecutable(ziel)) {
            try (InputStream node = BpmnlintTest.class.getResourceAsStream("/driver/" + ordner + "/" + name)) {
                assertThat(node).as("Node of Playwright for %s", ordner).isNotNull();
                Files.copy(node, ziel);
            }
            assertThat(ziel.toFile().setExecutable(true)).isTrue();
        }
        return ziel;
    }
}
