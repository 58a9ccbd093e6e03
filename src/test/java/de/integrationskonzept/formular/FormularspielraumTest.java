package de.integrationskonzept.formular;

import static de.integrationskonzept.Fremd.mit;
import static de.integrationskonzept.Fremd.pruefung;
import static de.integrationskonzept.Fremd.vollePruefung;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("einmal")
@DisplayName("Was ein Formular erlaubt, wird durch jede Tür angenommen")
class FormularspielraumTest {

    @Autowired
    private Fremd fremd;

    @BeforeEach
    void bereit() {
        fremd.bereit();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Tuer.Aufgabe.class)
    @DisplayName("Die nötigen Angaben genügen")
    void noetigesGenuegt(Tuer.Aufgabe tuer) {
        String instanz = fremd.neuerVorgang();
        String aufgabe = fremd.aufgabe(instanz);

        Tuer.Ergebnis ergebnis = tuer.sende(fremd, aufgabe, pruefung());

        assertThat(ergebnis.status()).as(ergebnis.text()).isIn(200, 204);
        assertThat(fremd.offen(aufgabe)).isFalse();
        assertThat(fremd.angaben(instanz)).containsAll(pruefung().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Tuer.Aufgabe.class)
    @DisplayName("Alle Felder ausgefüllt, wie Tasklist sie sendet")
    void allesAusgefuellt(Tuer.Aufgabe tuer) {
        String instanz = fremd.neuerVorgang();

        Tuer.Ergebnis ergebnis = tuer.sende(fremd, fremd.aufgabe(instanz), vollePruefung());

        assertThat(ergebnis.status()).as(ergebnis.text()).isIn(200, 204);
        assertThat(fremd.angaben(instanz)).containsAll(vollePruefung().keySet());
    }

    static Stream<Map<String, Object>> auchErlaubt() {
        return Stream.of(
                Map.of("anmerkung", ""), Map.of("merkmale", List.of()), Map.of("wiedervorlagen", List.of()),
                Map.of("eilgrund", ""), nichts("eilgrund"), nichts("jahre"), nichts("stichtag"), nichts("merkmale"),
                nichts("art"), nichts("wiedervorlagen"), nichts("ablehnungsgrund"), nichts("bearbeiterin", "anmerkung"),
                Map.of("anmerkung", "x".repeat(4000)), Map.of("uhrzeit", "08:15"), Map.of("uhrzeit", "08:15Z"),
                Map.of("termin", "2099-12-31T08:15"), Map.of("termin", "2099-12-31T08:15Z"), Map.of("betrag", 1000000),
                Map.of("betrag", 0.5), Map.of("betrag", 12.50), Map.of("gesamtmenge", 3.0), Map.of("stufe", 3L),
                Map.of("stichtag", LocalDate.now(ZoneId.of("Europe/Berlin")).toString()),
                Map.of("posten", Formverstoesse.zeilen(20)), Map.of("antragsteller", "Sportverein", "bearbeiter", "Frau Beispiel"));
    }

    private static Map<String, Object> nichts(String... felder) {
        Map<String, Object> angaben = new HashMap<>();
        Arrays.stream(felder).filter(f -> !f.equals("bearbeiterin")).forEach(f -> angaben.put(f, null));
        return angaben;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("auchErlaubt")
    @DisplayName("Was Tasklist sonst noch sendet, wird angenommen")
    void auchErlaubt(Map<String, Object> angaben) {
        Tuer.Ergebnis ergebnis = Tuer.Aufgabe.REST_FORMULAR.sende(fremd, fremd.aufgabe(fremd.neuerVorgang()),
                mit(pruefung(), angaben));

        assertThat(ergebnis.status()).as(ergebnis.text()).isEqualTo(204);
    }
}
