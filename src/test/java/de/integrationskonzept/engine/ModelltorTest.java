package de.integrationskonzept.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Am Modelltor")
class ModelltorTest {

    @Autowired
    private ModelGate tor;

    @Test
    @DisplayName("Alle mitgelieferten Modelle und Formulare und die fremden Vorgänge kommen durch")
    void eigene() throws IOException {
        Map<String, byte[]> dateien = new TreeMap<>();
        for (String ordner : List.of("bpmn", "forms", "src/test/resources/fremd")) {
            try (Stream<Path> alle = Files.walk(Path.of(ordner))) {
                alle.filter(Files::isRegularFile).forEach(datei -> dateien.put(datei.getFileName().toString(), lies(datei)));
            }
        }
        assertThat(dateien).hasSizeGreaterThan(140);

        assertThat(tor.check(dateien)).extracting(Finding::sentence).isEmpty();
    }

    private static byte[] lies(Path datei) {
        try {
            return Files.readAllBytes(datei);
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }
}
