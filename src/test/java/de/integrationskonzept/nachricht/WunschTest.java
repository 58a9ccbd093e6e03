package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Jede Person bestimmt für sich, welche E-Mails sie bekommt")
class WunschTest {

    private static final String ADRESSE = "/api/nachrichten/wuensche";

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Rest rest;
    @Autowired
    private Wuensche wuensche;
    @Autowired
    private JdbcTemplate jdbc;

    private Meldungsprobe probe;
    private String anna;

    @BeforeEach
    void stelleBereit() {
        probe = new Meldungsprobe(engine, jdbc, false);
        anna = probe.person("anna", probe.rolle());
    }

    @AfterEach
    void raeumeAuf() {
        jdbc.update("delete from IK_WUNSCH where PERSON = ?", anna);
        probe.raeumeAuf();
    }

    private static boolean will(JsonNode stand, String anlass) {
        return StreamSupport.stream(stand.path("wuensche").spliterator(), false).filter(w -> w.path("anlass").asText().equals(anlass)).findFirst()
                .orElseThrow().path("will").asBoolean();
    }

    @Test
    @DisplayName("Zuerst kommt alles; abbestellen und wieder bestellen gilt für die eigene Person und nur für diese Art")
    void abbestellen() {
        JsonNode zuerst = rest.als(anna).get(ADRESSE).json();
        assertThat(zuerst.path("wuensche")).hasSize(Wunschanlass.values().length).allSatisfy(w -> assertThat(w.path("will").asBoolean()).isTrue());
        assertThat(zuerst.path("adresse").asText()).isEqualTo(probe.adresse(anna));
        assertThat(zuerst.path("versand").asBoolean()).isTrue();

        for (int mal = 0; mal < 2; mal++) {
            JsonNode danach = rest.als(anna).put(ADRESSE, Map.of("neu", false)).json();
            assertThat(will(danach, "neu")).isFalse();
            assertThat(will(danach, "tagespost")).isTrue();
        }
        assertThat(wuensche.will(anna, "neu")).isFalse();
        assertThat(wuensche.abbestellt("neu")).contains(anna).doesNotContain("kaemmerei");
        assertThat(wuensche.abbestellt("tagespost")).doesNotContain(anna);
        assertThat(will(rest.als("kaemmerei").get(ADRESSE).json(), "neu")).isTrue();

        assertThat(will(rest.als(anna).put(ADRESSE, Map.of("neu", true)).json(), "neu")).isTrue();
        assertThat(wuensche.will(anna, "neu")).isTrue();
    }

    @Test
    @DisplayName("Wer keine Adresse hat, erfährt das")
    void ohneAdresse() {
        assertThat(rest.als("kaemmerei").get(ADRESSE).json().path("adresse").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{}", "{\"neu\":\"false\"}", "{\"neu\":null}", "{\"neu\":0}", "{\"werbung\":true}", "{\"neu\":false,\"x\":1}",
        "{\"person\":\"admin\",\"neu\":false}", "\"neu\"", "{\"neu\":false", "{\"NEU\":false}", "{\"neu\":{\"a\":[]}}"})
    @DisplayName("Was kein Wunsch ist: ein deutscher Satz, und nichts ändert sich")
    void feindlich(String auftrag) {
        Rest.Antwort antwort = rest.als(anna).put(ADRESSE, auftrag);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
        assertThat(antwort.json().path("detail").asText()).contains("Bitte senden Sie zum Beispiel");
        assertThat(wuensche.abbestelltVon(anna)).isEmpty();
    }

    @Test
    @DisplayName("Ohne Anmeldung und ohne die Marke der Seite ändert niemand etwas")
    void nurSelbst() {
        assertThat(rest.ohneAnmeldung().get(ADRESSE).status()).isEqualTo(401);
        assertThat(rest.ohneAnmeldung().put(ADRESSE, Map.of("neu", false)).status()).isEqualTo(401);
        assertThat(rest.inTasklist("kaemmerei").ohne("X-XSRF-TOKEN").put(ADRESSE, Map.of("neu", false)).status()).isEqualTo(403);
        assertThat(wuensche.abbestellt("neu")).isEmpty();
    }
}
