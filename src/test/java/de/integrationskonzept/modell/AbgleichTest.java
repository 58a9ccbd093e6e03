package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.modell.Abgleich.Schritt;
import de.integrationskonzept.modell.Lieferung.Zustand;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("einmal")
@DisplayName("Drei Inhalte einer Datei im Vergleich")
class AbgleichTest {

    private static final String DATEI = "x.dmn";

    @ParameterizedTest(name = "ausgeliefert {0}, zuletzt {1}, hier {2}: {3}")
    @DisplayName("Was mit der Datei zu tun ist")
    @CsvSource(nullValues = "-", value = {"a, a, a, GLEICH", "a, -, -, BEREITSTELLEN", "a, a, -, BEREITSTELLEN", "b, a, a, BEREITSTELLEN",
            "b, a, b, GLEICH", "b, -, b, GLEICH", "a, a, c, BELASSEN", "b, a, c, ENTSCHEIDEN", "b, -, c, ENTSCHEIDEN",
            "-, a, a, ENTFALLEN", "-, a, c, ENTFALLEN"})
    void schritt(String neu, String zuletzt, String hier, Schritt erwartet) {
        assertThat(abgleich(neu, hier, zuletzt == null ? null : stand(lieferung(1, zuletzt, Zustand.GELIEFERT)))).isEqualTo(erwartet);
    }

    @ParameterizedTest(name = "ausgeliefert {0}, hier {1}, {2}: {3}")
    @DisplayName("Worüber schon einmal zu entscheiden war: erst a ausgeliefert, dann b")
    @CsvSource({"b, c, OFFEN, WARTET", "b, a, OFFEN, WARTET", "b, b, OFFEN, GLEICH", "a, c, OFFEN, BELASSEN", "d, c, OFFEN, ENTSCHEIDEN",
            "b, c, BEHALTEN, BELASSEN", "d, c, BEHALTEN, ENTSCHEIDEN", "d, b, BEHALTEN, BEREITSTELLEN", "d, a, BEHALTEN, ENTSCHEIDEN",
            "d, b, UEBERNOMMEN, BEREITSTELLEN", "d, c, ZUSAMMENGEFUEHRT, ENTSCHEIDEN", "b, c, ENTFALLEN, BELASSEN"})
    void entscheidung(String neu, String hier, Zustand zustand, Schritt erwartet) {
        assertThat(abgleich(neu, hier, stand(lieferung(1, "a", Zustand.GELIEFERT), lieferung(2, "b", zustand)))).isEqualTo(erwartet);
    }

    @Test
    @DisplayName("Eine andere Fassungsnummer allein ist keine Änderung, ein anderes Zeichen schon")
    void fassung() {
        assertThat(Lieferstand.gleich(bytes("<a camunda:versionTag=\"1.0.0\" b=\"\"/>"), bytes("<a camunda:versionTag='1.2.0' b=\"\"/>"))).isTrue();
        assertThat(Lieferstand.gleich(bytes("<a camunda:versionTag=\"1.0.0\"/>"), bytes("<a/>"))).isTrue();
        assertThat(Lieferstand.gleich(bytes("<a b=\"1\"/>"), bytes("<a b=\"2\"/>"))).isFalse();
        assertThat(Lieferstand.gleich(null, bytes(""))).isFalse();
    }

    private static Schritt abgleich(String neu, String hier, Lieferstand stand) {
        Abgleich abgleich = new Abgleich(neu == null ? Map.of() : Map.of(DATEI, bytes(neu)), stand == null ? Map.of() : Map.of(DATEI, stand),
                hier == null ? Map.of() : Map.of(DATEI, bytes(hier)));
        List<Schritt> schritte = Arrays.stream(Schritt.values()).filter(schritt -> abgleich.dateien(schritt).containsKey(DATEI)).toList();
        assertThat(schritte).hasSize(1);
        return schritte.get(0);
    }

    private static Lieferstand stand(Lieferung... lieferungen) {
        return new Lieferstand(List.of(lieferungen));
    }

    private static Lieferung lieferung(int nummer, String inhalt, Zustand zustand) {
        return new Lieferung(DATEI, nummer, bytes(inhalt), Instant.EPOCH, zustand, null, null, null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
