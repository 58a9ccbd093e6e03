package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.Mustersatz.ABLAUF;
import static de.integrationskonzept.modell.Mustersatz.FORMULAR;
import static de.integrationskonzept.modell.Mustersatz.TEIL;
import static de.integrationskonzept.modell.Mustersatz.mit;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("einmal")
@DisplayName("Vor dem Bereitstellen wird geprüft, ob alles zusammenpasst")
class PruefungTest {

    @Autowired
    private Pruefung pruefung;
    @Autowired
    private Musterablage ablage;

    @Test
    @DisplayName("An den mitgelieferten Dateien ist nichts auszusetzen, und es gibt keinen Hinweis zu ihnen")
    void mitgeliefert() {
        Map<String, byte[]> dateien = mitgelieferte();
        assertThat(dateien).hasSizeGreaterThan(140);

        assertThat(pruefung.pruefe(dateien)).isEmpty();
    }

    private static Map<String, byte[]> mitgelieferte() {
        Map<String, byte[]> dateien = new TreeMap<>();
        for (String ordner : List.of("bpmn", "forms", "src/main/resources/dokumente")) {
            try (Stream<Path> alle = Files.walk(Path.of(ordner))) {
                for (Path datei : alle.filter(Files::isRegularFile).filter(d -> !d.toString().endsWith(".css")).toList()) {
                    dateien.put(datei.getFileName().toString(), Files.readAllBytes(datei));
                }
            } catch (IOException fehler) {
                throw new UncheckedIOException(fehler);
            }
        }
        return dateien;
    }

    @Test
    @DisplayName("Ein guter Satz: kein Befund, er lässt sich bereitstellen, und auch Teile davon sind danach gut")
    void gut() {
        assertThat(pruefung.pruefe(Mustersatz.bytes(Mustersatz.gut()))).isEmpty();
        ablage.mitBereitgestelltem(() -> assertThat(pruefung.pruefe(Map.of(ABLAUF, Mustersatz.bytes(Mustersatz.gut()).get(ABLAUF)))).isEmpty());
        assertThat(saetze(pruefung.pruefe(Map.of(ABLAUF, Mustersatz.bytes(Mustersatz.gut()).get(ABLAUF))), Befund.FEHLER))
                .as("alone, when nothing of the rest is deployed").hasSize(4);
    }

    private static List<String> saetze(List<Befund> befunde, String art) {
        return befunde.stream().filter(befund -> befund.art().equals(art)).map(Befund::satz).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("de.integrationskonzept.modell.Musterfehler#fehler")
    @DisplayName("Was nicht zusammenpasst, wird an der Stelle genannt und nicht bereitgestellt, auch das Gute daneben nicht")
    void schlecht(String was, Map<String, String> satz, String datei, String element, String satzteil) {
        Map<String, Long> vorher = ablage.zeilen();

        assertThat(pruefung.pruefe(Mustersatz.bytes(satz))).anySatisfy(befund -> {
            assertThat(befund.datei()).isEqualTo(datei);
            assertThat(befund.element()).isEqualTo(element);
            assertThat(befund.art()).isEqualTo(Befund.FEHLER);
            assertThat(befund.satz()).contains(satzteil).matches("(?s)\\p{Lu}.*[.!?)]");
        });
        Rest.Antwort antwort = ablage.stelleBereit(satz, null);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
        assertThat(antwort.saetze()).anySatisfy(s -> assertThat(s).startsWith("„" + datei + "“").contains(element == null ? "" : "(" + element + ")")
                .contains(satzteil));
        assertThat(ablage.zeilen()).as("nothing is deployed").isEqualTo(vorher);
    }

    @Test
    @DisplayName("Alle Fehler kommen auf einmal, jeder an seiner Stelle")
    void allesAufEinmal() {
        Map<String, String> satz = mit(ABLAUF, "\"kaemmerei\"", "\"kaemerei\"");
        satz.computeIfPresent(ABLAUF, (datei, inhalt) -> inhalt.replace("name=\"Zuschuss "
                + "prüfen\"", "").replace("calledElement=\"muster-teil\"", "calledElement=\"x\""));
        satz.computeIfPresent(TEIL, (datei, inhalt) -> inhalt.replace("'ressourcenplan'", "'fehlt'"));
        satz.computeIfPresent(FORMULAR, (datei, inhalt) -> inhalt.replace("\"betrag\"", "\"zugestimmt\""));

        assertThat(pruefung.pruefe(Mustersatz.bytes(satz)).stream().filter(b -> b.art().equals(Befund.FEHLER)).map(Befund::element).toList())
                .containsExactlyInAnyOrder("auszahlen", "zuschuss-pruefen", "zuschuss-pruefen", "ablegen", "feld-zustimmung");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("de.integrationskonzept.modell.Musterfehler#hinweise")
    @DisplayName("Was besser ginge, ist ein Hinweis und steht nicht im Weg")
    void hinweis(String was, Map<String, String> satz, String datei, String element, String satzteil) {
        assertThat(pruefung.pruefe(Mustersatz.bytes(satz))).allMatch(befund -> befund.art().equals("hinweis")).anySatisfy(befund -> {
            assertThat(befund.datei()).isEqualTo(datei);
            assertThat(befund.element()).isEqualTo(element);
            assertThat(befund.satz()).contains(satzteil);
        });
    }
}
