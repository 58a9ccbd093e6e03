package de.integrationskonzept.vertretung;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Wer Abwesenheiten eintragen darf, und was nicht geht")
class AbwesenheitEintragenTest extends Abwesenheitsfall {

    @Autowired
    private Rest rest;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    @DisplayName("Wer plötzlich krank wird, für den trägt die vorgesetzte Person es ein; wer, wann und für wen steht fest")
    void krank() {
        String aufgabe = kollegium.aufgabe(vera, rolle, false);
        assertThat(kollegium.fehlt(tom, vera, heute, heute.plusDays(2), sven).status()).as("colleagues may not").isEqualTo(404);
        Rest.Antwort antwort = kollegium.fehlt("vorgesetzte", vera, heute, heute.plusDays(2), sven);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(201);
        assertThat(kollegium.bei(aufgabe)).isEqualTo(sven);

        String id = antwort.json().path("id").asText();
        assertThat(rest.als("vorgesetzte").put("/api/abwesenheiten/" + id, Map.of("ende", heute.plusDays(8).toString(), "vertretung", sven)).status())
                .isEqualTo(200);
        JsonNode eigene = rest.als(vera).get("/api/abwesenheiten").json().path("eigene").get(0);
        assertThat(eigene.path("verlauf").findValuesAsText("was")).containsExactly("geaendert", "eingetragen");
        assertThat(eigene.path("verlauf").findValuesAsText("von")).doesNotContain("Vera Probe").hasSize(2);
        assertThat(rest.als("vorgesetzte").get("/api/abwesenheiten").json().path("andere").findValuesAsText("id")).contains(id);
        assertThat(rest.als(tom).get("/api/abwesenheiten").json().path("andere").isNull()).isTrue();
        assertThat(rest.als(tom).sende("DELETE", "/api/abwesenheiten/" + id, null).status()).isEqualTo(404);
        kollegium.esWird(heute.plusDays(3), 1);
        assertThat(kollegium.bei(aufgabe)).as("prolonged").isEqualTo(sven);
        assertThat(rest.als(vera).sende("DELETE", "/api/abwesenheiten/" + id, null).status()).isEqualTo(204);
        assertThat(kollegium.bei(aufgabe)).as("back earlier").isEqualTo(vera);
        assertThat(jdbc.queryForList("select WAS from IK_ABWESENHEIT_VERLAUF where ABWESENHEIT = ? order by GESCHEHEN_AM", String.class, id))
                .containsExactly("eingetragen", "geaendert", "beendet");
    }

    @Test
    @DisplayName("Zwei Zeiten derselben Person überschneiden sich nicht, auch nicht aus zwei Fenstern zugleich")
    void ueberschneidung() {
        fehlt(vera, 3, 6, sven);
        assertThat(kollegium.fehlt(vera, null, heute.plusDays(6), heute.plusDays(8), sven).status()).isEqualTo(409);
        fehlt(vera, 7, 8, sven);
        List<CompletableFuture<Integer>> fenster = Stream.of(1, 2).map(n -> CompletableFuture.supplyAsync(() -> kollegium.fehlt(vera, null,
                heute.plusDays(20), heute.plusDays(21), sven).status())).toList();
        assertThat(fenster.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Ende vor Beginn       | - | 2026-12-05 | 2026-12-01 | - | 400
            schon vorbei          | - | 2026-11-20 | 2026-12-01 | - | 400
            kein Tag              | - | 2026-02-30 | 2026-12-01 | - | 400
            ohne Ende             | - | 2026-12-01 | -          | - | 400
            endlos                | - | 2026-12-01 | +999999999-12-31 | - | 400
            zu lange              | - | 2026-12-01 | 2036-12-01 | - | 400
            sich selbst           | - | 2026-12-01 | 2026-12-02 | ICH | 400
            gibt es nicht         | - | 2026-12-01 | 2026-12-02 | niemand-da | 400
            ohne Aufgaben         | - | 2026-12-01 | 2026-12-02 | modellpflege | 400
            für andere            | kaemmerei | 2026-12-01 | 2026-12-02 | - | 404
            für niemanden         | ../admin | 2026-12-01 | 2026-12-02 | - | 404
            """)
    @DisplayName("Was nicht geht, sagt es in einem Satz und ändert nichts")
    void abgelehnt(String was, String person, String beginn, String ende, String vertretung, int status) {
        Map<String, Object> angaben = new HashMap<>(Map.of("beginn", beginn));
        angaben.put("person", person);
        angaben.put("ende", ende);
        angaben.put("vertretung", "ICH".equals(vertretung) ? vera : vertretung);
        Rest.Antwort antwort = rest.als(vera).post("/api/abwesenheiten", angaben);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(status);
        assertThat(antwort.json().path("detail").asText()).endsWith(".");
        assertThat(jdbc.queryForObject("select count(*) from IK_ABWESENHEIT where PERSON = ?", Integer.class, vera)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "\"x\"", "{\"beginn\": {}}", "{\"beginn\": [1]}",
            "{\"person\": \"a\\u0000b\", \"beginn\": \"2026-12-01\"}"})
    @DisplayName("Auch ein beliebiger Inhalt wird abgelehnt")
    void feindlich(String inhalt) {
        assertThat(rest.als(vera).post("/api/abwesenheiten", inhalt).status()).isBetween(400, 404);
        assertThat(rest.als(vera).put("/api/abwesenheiten/gibt-es-nicht", inhalt).status()).isBetween(400, 404);
        assertThat(rest.als(vera).sende("DELETE", "/api/abwesenheiten/%00'--", null).status()).isBetween(400, 404);
        assertThat(rest.ohneAnmeldung().get("/api/abwesenheiten").status()).isEqualTo(401);
    }
}
