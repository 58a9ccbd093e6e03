package de.integrationskonzept.formular;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@Tag("einmal")
@DisplayName("Bedingungen eines Formulars, auf einmal gefragt, sagen dasselbe wie einzeln")
class FeelTest {

    private static final List<Object> WERTE = List.of("ja", "nein", "rahmen", "", true, false, 3, List.of(), List.of("ja"), List.of(Map.of("thema", "projekt")),
            Map.of("a", 1));

    static Stream<Resource> formulare() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:forms/**/*.form"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formulare")
    @DisplayName("In jedem ausgelieferten Formular, was auch immer darin steht")
    void ausgelieferte(Resource datei) throws IOException {
        Formular formular = Formular.aus(new ObjectMapper().readTree(datei.getInputStream()));
        List<String> bedingungen = formular.felder().stream().flatMap(feld -> feld.verborgenWenn().stream()).distinct().toList();
        Random zufall = new Random(datei.getFilename().hashCode());
        for (int i = 0; i < 10; i++) {
            Map<String, Object> kontext = new HashMap<>();
            formular.schluessel().stream().filter(k -> zufall.nextInt(3) > 0).forEach(k -> kontext.put(k, WERTE.get(zufall.nextInt(WERTE.size()))));
            Map<String, Boolean> einzeln = new HashMap<>();
            bedingungen.forEach(b -> einzeln.put(b, Feel.trifftZu(b, kontext)));
            assertThat(Feel.treffenZu(bedingungen, kontext)).as("%s with %s", datei.getFilename(), kontext).isEqualTo(einzeln);
        }
    }

    @Test
    @DisplayName("Ist eine unlesbar, wird jede für sich gefragt")
    void unlesbar() {
        assertThat(Feel.treffenZu(List.of("a = 1", "a = = 1"), Map.of("a", 1))).isEmpty();
        assertThat(Feel.treffenZu(List.of("true), (true /*", "*/"), Map.of())).as("two halves").isEmpty();
        assertThat(Feel.treffenZu(List.of("a = 1", "b > 2 // größer als zwei"), Map.of("a", 1))).isEqualTo(Map.of("a = 1", true, "b > 2 // größer als zwei", false));
    }
}
