package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Umzüge über die Schnittstelle: wer sie wann beginnen, anhalten und sehen darf")
class UmzuegeSchnittstelleTest extends Umzugsfall {

    @Autowired
    Rest rest;

    @Test
    @DisplayName("Über die Schnittstelle: beginnen, anhalten, fortsetzen, nachsehen; nur die Modellpflege")
    void schnittstelle() {
        List<String> wurzeln = akten(2);
        String vorschlag = bereit();
        assertThat(rest.als("integrationsbeauftragte").post("/api/vorschlaege/" + vorschlag + "/umzug", Map.of("akten", wurzeln)).status())
                .isEqualTo(403);
        Rest.Person wer = rest.als("modellpflege");
        String umzug = wer.post("/api/vorschlaege/" + vorschlag + "/umzug", Map.of("akten", wurzeln)).json().path("umzug").asText();
        assertThat(wer.post("/api/umzuege/" + umzug + "/halt", null).status()).isEqualTo(204);
        assertThat(wer.get("/api/umzuege/" + umzug).json().path("zustand").asText()).isEqualTo("angehalten");
        assertThat(wer.post("/api/umzuege/" + umzug + "/weiter", null).status()).isEqualTo(204);
        spiel.arbeite(umzug);
        JsonNode stand = wer.get("/api/umzuege/" + umzug).json();
        assertThat(stand.path("zustand").asText()).isEqualTo("fertig");
        assertThat(stand.path("umgezogen").asInt()).isEqualTo(2);
        assertThat(stand.path("begonnenVon").asText()).isNotEmpty();
        JsonNode akten = wer.get("/api/umzuege/" + umzug + "/akten?ergebnis=umgezogen&ab=0").json();
        assertThat(akten).hasSize(2);
        assertThat(akten.get(0).path("saetze").get(0).asText()).startsWith("Aus „Antrag prüfen“");
        assertThat(wer.get("/api/umzuege/" + umzug + "/akten?ergebnis=alles").status()).isEqualTo(400);
        assertThat(wer.get("/api/umzuege/" + umzug + "/akten?ab=-1").status()).isEqualTo(400);
        assertThat(wer.get("/api/umzuege/gibt-es-nicht").status()).isEqualTo(404);
        assertThat(wer.post("/api/umzuege/gibt-es-nicht/halt", null).status()).isEqualTo(404);
        assertThat(rest.als("integrationsbeauftragte").get("/api/umzuege/" + umzug).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("Umziehen lässt sich erst, was bereitgestellt ist, und nicht zweimal zugleich")
    void zurRechtenZeit() {
        String vorschlag = spiel.schlageVor(Probevorgang.umbenannt(), ZUORDNUNG);
        akte(false);
        abgelehnt("/api/vorschlaege/" + vorschlag + "/umzug", "{}", 409, "erst, wenn die Änderung bereitgestellt ist");
        spiel.stelleBereit(vorschlag);
        Rest.Antwort begonnen = rest.als("modellpflege").post("/api/vorschlaege/" + vorschlag + "/umzug", "{}");
        assertThat(begonnen.status()).as(begonnen.text()).isEqualTo(200);
        abgelehnt("/api/vorschlaege/" + vorschlag + "/umzug", "{}", 409, "schon einen Umzug, der nicht fertig ist");
        jdbc.update("update IK_MODELLVORSCHLAG set STUFE = 'major' where ID = ?", vorschlag);
        abgelehnt("/api/vorschlaege/" + vorschlag + "/umzug", "{}", 409, "gilt nur für neue Akten");
        umzuege.halte(begonnen.json().path("umzug").asText());
    }

    private void abgelehnt(String pfad, String angaben, int status, String satz) {
        Rest.Antwort antwort = rest.als("modellpflege").post(pfad, angaben);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(status);
        assertThat(antwort.json().path("detail").asText()).contains(satz);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{\"akten\": []}", "{\"akten\": [\"gibt-es-nicht\"]}", "{\"akten\": \"alle\"}", "{\"akten\": [null]}",
            "{\"akten\": [\"' or 1=1\"]}", "kein json"})
    @DisplayName("Unsinnige Auswahlen werden abgelehnt, und es beginnt nichts")
    void unsinn(String angaben) {
        String vorschlag = bereit();
        int vorher = jdbc.queryForObject("select count(*) from IK_UMZUG", Integer.class);
        Rest.Antwort antwort = rest.als("modellpflege").post("/api/vorschlaege/" + vorschlag + "/umzug", angaben);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
        assertThat(antwort.art()).contains("problem+json");
        assertThat(jdbc.queryForObject("select count(*) from IK_UMZUG", Integer.class)).isEqualTo(vorher);
    }

    @Test
    @DisplayName("Akten anderer Kommunen stehen ohne Aktenzeichen in der Liste; die Administration sieht alle")
    void fremdeKommune() {
        String wurzel = akte(false);
        String umzug = beginne(bereit(), List.of(wurzel));
        jdbc.update("update ACT_HI_PROCINST set TENANT_ID_ = 'andere', BUSINESS_KEY_ = 'A-17' where ID_ = ?", wurzel);
        JsonNode fremd = rest.als("modellpflege").get("/api/umzuege/" + umzug + "/akten").json().get(0);
        assertThat(fremd.path("fremd").asBoolean()).isTrue();
        assertThat(fremd.path("aktenzeichen").isNull()).isTrue();
        JsonNode eigene = rest.als("admin").get("/api/umzuege/" + umzug + "/akten").json().get(0);
        assertThat(eigene.path("fremd").asBoolean()).isFalse();
        assertThat(eigene.path("aktenzeichen").asText()).isEqualTo("A-17");
        spiel.arbeite(umzug);
    }
}
