package de.integrationskonzept.akte;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Akten über /api/akten")
class AktenschnittstelleTest {

    @Autowired
    Rest rest;
    @Autowired
    Spiel spiel;

    private Spiel.Akte akte() {
        return spiel.beginne(Map.of("kommuneName", "Stadt Rheinaue", "kommuneTyp", "kreisfreie-stadt", "einwohner", 90000,
                "verfahrenWunsch", "ausfuehrlich", "planBeginn", "2027-01-01", "planEnde", "2028-12-31"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/api/akten", "/api/akten/gibt-es-nicht", "/api/", "/api/akten/x/dokumente"})
    @DisplayName("Ohne Anmeldung: 401 mit einem deutschen Satz")
    void ohneAnmeldung(String pfad) {
        Rest.Antwort antwort = rest.ohneAnmeldung().get(pfad);
        assertThat(antwort.status()).isEqualTo(401);
        problem(antwort, 401);
        assertThat(antwort.json().path("detail").asText()).contains("melden Sie sich an");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"integrationsbeauftragte", "vorgesetzte", "verwaltungsspitze", "steuerungsgruppe"})
    @DisplayName("Wer die ganze Akte sieht, findet sie in der Liste und einzeln")
    void mitRecht(String rolle) {
        Spiel.Akte akte = akte();
        JsonNode liste = rest.als(rolle).get("/api/akten").json();
        JsonNode kurz = StreamSupport.stream(liste.spliterator(), false).filter(a -> a.path("id").asText().equals(akte.id())).findFirst()
                .orElseThrow(() -> new AssertionError("the list lacks the file"));
        assertThat(kurz.path("aktenzeichen").asText()).isEqualTo(akte.wert("aktenzeichen"));
        assertThat(kurz.path("kommune").asText()).isEqualTo("09999999");
        assertThat(kurz.path("name").asText()).isEqualTo("Stadt Rheinaue");
        assertThat(kurz.path("phase").asText()).isEqualTo("Vorabklärung");
        assertThat(kurz.path("ende").isNull()).isTrue();

        Rest.Antwort einzeln = rest.als(rolle).get("/api/akten/" + akte.id());
        assertThat(einzeln.status()).isEqualTo(200);
        assertThat(einzeln.json().path("akte")).isEqualTo(kurz);
        assertThat(einzeln.json().path("kopf").path("verfahren").asText()).isEqualTo("ausfuehrlich");
        assertThat(StreamSupport.stream(einzeln.json().path("offen").spliterator(), false).map(o -> o.path("schritt").asText()).toList())
                .containsExactlyInAnyOrder("auftrag-klaeren", "akte-nachtragen");
        einzeln.json().path("offen").forEach(o -> assertThat(o.path("faellig").asText()).as("due").matches("\\d{4}-\\d\\d-\\d\\dT.*"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"kaemmerei", "fachbereich-soziales", "planung", "sitzungsdienst", "gemeinde", "stakeholder", "modellpflege"})
    @DisplayName("Wer nur eigene Aufgaben hat, sieht keine Akte")
    void ohneRecht(String rolle) {
        Spiel.Akte akte = akte();
        assertThat(rest.als(rolle).get("/api/akten").json()).isEmpty();
        Rest.Antwort einzeln = rest.als(rolle).get("/api/akten/" + akte.id());
        problem(einzeln, 404);
        assertThat(einzeln.text()).doesNotContain((String) akte.wert("aktenzeichen"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"gibt-es-nicht", "%27%20or%201=1", "00000000-0000-0000-0000-000000000000", "..%5C..", "%C3%A4%C3%B6%C3%BC"})
    @DisplayName("Eine Akte, die es nicht gibt: 404 mit einem deutschen Satz")
    void unbekannt(String id) {
        Rest.Antwort antwort = rest.als("integrationsbeauftragte").get("/api/akten/" + id);
        assertThat(antwort.status()).as(antwort.text()).isIn(400, 404);
        if (antwort.art().contains("problem")) {
            problem(antwort, 404);
        }
    }

    @Test
    @DisplayName("Ein Vorgang unterhalb der Akte ist keine Akte")
    void teilDerAkte() {
        Spiel.Akte akte = akte();
        List<String> teile = akte.instanzen().stream().filter(i -> !i.equals(akte.id())).toList();
        assertThat(teile).isNotEmpty();
        teile.forEach(teil -> problem(rest.als("integrationsbeauftragte").get("/api/akten/" + teil), 404));
    }

    @Test
    @DisplayName("Eine unlesbare Seitenangabe: 400 mit einem deutschen Satz")
    void unlesbareSeite() {
        problem(rest.als("integrationsbeauftragte").get("/api/akten?ab=viele"), 400);
        assertThat(rest.als("integrationsbeauftragte").get("/api/akten?ab=-5").status()).isEqualTo(200);
        assertThat(rest.als("integrationsbeauftragte").get("/api/akten?ab=100000").json()).isEmpty();
    }

    @Test
    @DisplayName("Falsches Passwort: 401")
    void falschesPasswort() {
        assertThat(rest.als("niemand").get("/api/akten").status()).isEqualTo(401);
    }

    private static void problem(Rest.Antwort antwort, int status) {
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(status);
        assertThat(antwort.art()).startsWith("application/problem+json");
        assertThat(antwort.json().path("status").asInt()).isEqualTo(status);
        assertThat(antwort.json().path("title").asText()).isNotBlank();
        assertThat(antwort.json().path("detail").asText()).endsWith(".");
    }
}
