package de.integrationskonzept.vertretung;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

@Anwendungstest
@DirtiesContext
@Tag("eigene-anwendung") // with a second Kommune everything else would be different, too
@DisplayName("Vertretung endet an der Grenze der Kommune")
class FremdeKommuneTest {

    private static final LocalDate HEUTE = LocalDate.of(2026, 11, 24);

    @Autowired
    private Rest rest;
    @Autowired
    private Kollegium kollegium;
    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void zweiKommunen() {
        String datei = "kommune;name;art;gremium;leitung;kennung;vorname;nachname;rollen;passwort\n";
        for (String wer : List.of("nord-ib;integrationsbeauftragte", "nord-chef;vorgesetzte", "nord-kasse;kaemmerei")) {
            datei += "09111111;Stadt Nord;Kreisfreie Stadt;Stadtrat;Oberbürgermeisterin;" + wer.replace(";", ";Erika;Nord;") + ";"
                    + Anwendungstest.PASSWORT + "\n";
        }
        assertThat(rest.als("admin").sende("POST", "/api/kommunen", "text/csv", HttpRequest.BodyPublishers.ofString(datei)).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("Niemand vertritt in einer fremden Kommune, trägt dort etwas ein, übergibt dort etwas oder erfährt, wer dort arbeitet")
    void grenze() {
        assertThat(kollegium.fehlt("nord-kasse", null, HEUTE, HEUTE.plusDays(2), "planung").status()).isEqualTo(400);
        assertThat(kollegium.fehlt("nord-chef", "planung", HEUTE, HEUTE.plusDays(2), null).status()).isEqualTo(404);
        Rest.Antwort eigene = kollegium.fehlt("nord-chef", "nord-kasse", HEUTE, HEUTE.plusDays(2), "nord-ib");
        assertThat(eigene.status()).as(eigene.text()).isEqualTo(201);
        String id = eigene.json().path("id").asText();

        assertThat(rest.als("vorgesetzte").sende("DELETE", "/api/abwesenheiten/" + id, null).status()).isEqualTo(404);
        assertThat(rest.als("vorgesetzte").put("/api/abwesenheiten/" + id, Map.of("ende", "2026-12-24")).status()).isEqualTo(404);
        assertThat(rest.als("vorgesetzte").get("/api/abwesenheiten").text()).doesNotContain("nord-").contains("planung");
        assertThat(rest.als("nord-chef").get("/api/abwesenheiten").json().path("personen").findValuesAsText("kennung"))
                .containsExactlyInAnyOrder("nord-ib", "nord-chef", "nord-kasse");
        assertThat(rest.als("admin").get("/api/abwesenheiten").text()).contains("nord-kasse", "planung");
        assertThat(rest.als("nord-chef").post("/api/uebergaben", Map.of("von", "nord-kasse", "an", "planung")).status()).isEqualTo(400);
        assertThat(rest.als("nord-chef").post("/api/uebergaben", Map.of("von", "planung", "an", "nord-kasse")).status()).isEqualTo(404);
        assertThat(rest.als("nord-chef").get("/api/uebergaben/planung/liste").status()).isEqualTo(404);
        assertThat(jdbc.queryForObject("select count(*) from IK_ABWESENHEIT where PERSON = 'planung' or VERTRETUNG_PERSON = 'planung'",
                Integer.class)).isZero();
    }
}
