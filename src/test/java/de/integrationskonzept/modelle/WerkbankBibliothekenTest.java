package de.integrationskonzept.modelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Die Bibliotheken der Werkbank sind die der npm-Pakete, Byte für Byte")
class WerkbankBibliothekenTest {

    private static final Path QUELLE = Path.of("src/main/resources");
    private static final Path NEU = Path.of("target/werkbank-neu");
    private static final long HOECHSTENS = 6_000_000;

    @Test
    @DisplayName("Neu gemacht kommt dasselbe heraus")
    void gleich() throws Exception {
        Process machen = new ProcessBuilder(BpmnlintTest.node().toString(), "src/main/werkbank/buendle.mjs", "target/bpmnlint", NEU.resolve("werkbank").toString())
                .redirectErrorStream(true).start();
        String ausgabe = new String(machen.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(machen.waitFor()).as(ausgabe).isZero();

        Map<String, byte[]> neu = dateien(NEU.resolve("werkbank"));
        assertThat(neu).hasSizeGreaterThan(10);
        Map<String, byte[]> da = dateien(QUELLE.resolve("werkbank"));
        assertThat(da.keySet()).isEqualTo(neu.keySet());
        da.forEach((name, inhalt) -> assertThat(inhalt).as(name).isEqualTo(neu.get(name)));
        assertThat(QUELLE.resolve("META-INF/sbom/werkbank.cdx.json")).hasSameTextualContentAs(NEU.resolve("META-INF/sbom/werkbank.cdx.json"));
        assertThat(da.values().stream().mapToLong(inhalt -> inhalt.length).sum()).isLessThan(HOECHSTENS);
    }

    private static Map<String, byte[]> dateien(Path ordner) throws IOException {
        Map<String, byte[]> alle = new TreeMap<>();
        try (Stream<Path> baum = Files.walk(ordner)) {
            for (Path datei : baum.filter(Files::isRegularFile).filter(d -> !d.endsWith("README.md")).toList()) {
                alle.put(ordner.relativize(datei).toString().replace('\\', '/'), Files.readAllBytes(datei));
            }
        }
        return alle;
    }

    @Test
    @DisplayName("Die Skripte nennen genau die Fassungen, die da sind")
    void fassungen() throws IOException {
        String skript = Files.readString(QUELLE.resolve("META-INF/resources/webjars/camunda/app/cockpit/scripts/werkbank/bibliotheken.js"));
        String liesmich = Files.readString(QUELLE.resolve("werkbank/README.md"));
        try (Stream<Path> ordner = Files.list(QUELLE.resolve("werkbank"))) {
            ordner.filter(Files::isDirectory).map(ort -> ort.getFileName().toString()).forEach(name -> {
                assertThat(skript).contains(name);
                assertThat(liesmich).contains(name);
            });
        }
        assertThat(Pattern.compile("[\\w-]+-\\d+\\.\\d+\\.\\d+").matcher(skript).results().map(MatchResult::group).distinct())
                .allSatisfy(name -> assertThat(QUELLE.resolve("werkbank").resolve(name)).isDirectory());
    }

    @Test
    @DisplayName("Die Liste der Pakete nennt keinen Rechner, von dem sie kommen")
    void ohneHerkunft() throws IOException {
        assertThat(Path.of("src/test/bpmnlint/package-lock.json")).content().doesNotContain("\"resolved\"", "://");
    }
}
