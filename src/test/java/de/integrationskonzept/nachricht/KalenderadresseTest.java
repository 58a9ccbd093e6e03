package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.List;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Die Adresse eines Kalenders ist geheim, lässt sich erneuern und löschen")
class KalenderadresseTest {

    private static final String ERRATEN = "/kalender/" + "A".repeat(43) + ".ics";

    @Autowired
    private Kalenderprobe probe;
    @Autowired
    private Rest rest;
    @Autowired
    private JdbcTemplate jdbc;

    /** Everything that an answer tells, but for the moment. */
    private static List<Object> gestalt(HttpResponse<String> antwort) {
        TreeMap<String, List<String>> koepfe = new TreeMap<>(antwort.headers().map());
        koepfe.remove("date");
        return List.of(antwort.statusCode(), koepfe, antwort.body());
    }

    @Test
    @DisplayName("Die Adresse wird einmal gezeigt und steht nirgends; eine neue ersetzt sie, und nach dem Löschen gilt keine")
    void lebenslauf() {
        String person = probe.person();
        assertThat(rest.als(person).get("/api/kalender").json().path("seit").isNull()).isTrue();

        String erste = probe.adresseFuer(person);
        String wort = erste.replaceAll("/kalender/|\\.ics", "");
        assertThat(wort).hasSize(43);
        assertThat(rest.als(person).get("/api/kalender").text()).doesNotContain(wort).contains("2026-11-24");
        assertThat(jdbc.queryForList("select PRUEFWERT from IK_KALENDER where PERSON = ?", String.class, person)).singleElement()
                .satisfies(wert -> assertThat(wert).hasSize(64).doesNotContain(wort));
        assertThat(probe.hole(erste).statusCode()).isEqualTo(200);

        String zweite = probe.adresseFuer(person);
        assertThat(probe.hole(erste).statusCode()).isEqualTo(404);
        assertThat(probe.hole(zweite).statusCode()).isEqualTo(200);

        assertThat(rest.als(person).sende("DELETE", "/api/kalender", null).status()).isEqualTo(204);
        assertThat(gestalt(probe.hole(zweite))).as("revoked, replaced and guessed look the same").isEqualTo(gestalt(probe.hole(erste)))
                .isEqualTo(gestalt(probe.hole(ERRATEN)));
        assertThat(rest.als(person).sende("DELETE", "/api/kalender", null).status()).as("once more").isEqualTo(204);
    }

    @Test
    @DisplayName("Ohne Anmeldung oder mit einer Sitzung ohne ihre Marke lässt sich nichts anlegen oder löschen")
    void nurSelbst() {
        assertThat(rest.ohneAnmeldung().get("/api/kalender").status()).isEqualTo(401);
        assertThat(rest.ohneAnmeldung().post("/api/kalender", null).status()).isEqualTo(401);
        Rest.Person sitzung = rest.anmelden("planung");
        assertThat(sitzung.ohne("X-XSRF-TOKEN").post("/api/kalender", null).status()).isEqualTo(403);
        assertThat(sitzung.ohne("X-XSRF-TOKEN").sende("DELETE", "/api/kalender", null).status()).isEqualTo(403);
        assertThat(sitzung.get("/api/kalender").json().path("seit").isNull()).isTrue();
        assertThat(sitzung.post("/api/kalender", null).status()).isEqualTo(200);
        assertThat(sitzung.sende("DELETE", "/api/kalender", null).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("Der Abruf legt keine Sitzung an, darf nirgends zwischengespeichert werden und kommt unverändert nicht noch einmal")
    void abruf() {
        String pfad = probe.adresseFuer(probe.person());

        HttpResponse<String> antwort = probe.hole(pfad);

        assertThat(antwort.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(antwort.headers().firstValue("Cache-Control").orElse("")).contains("private").contains("must-revalidate");
        assertThat(antwort.headers().map()).containsKeys("x-content-type-options", "content-security-policy", "x-frame-options", "referrer-policy");
        HttpResponse<String> noch = rest.ohneAnmeldung().mit("If-None-Match", antwort.headers().firstValue("ETag").orElseThrow())
                .roh("GET", pfad, "text/plain", "*/*", BodyPublishers.noBody());
        assertThat(noch.statusCode()).isEqualTo(304);
        assertThat(noch.body()).isEmpty();
        HttpResponse<String> kopf = rest.ohneAnmeldung().roh("HEAD", pfad, "text/plain", "text/html", BodyPublishers.noBody());
        assertThat(kopf.statusCode()).isEqualTo(200);
        assertThat(rest.ohneAnmeldung().sende("POST", pfad, null).status()).isEqualTo(405);
        assertThat(rest.ohneAnmeldung().sende("DELETE", pfad, null).status()).isEqualTo(405);
    }

    @Test
    @DisplayName("Die Adresse des Kalenders öffnet keine andere Tür, und eine Anmeldung ändert nichts daran, wessen Kalender es ist")
    void keineAndereTuer() {
        String pfad = probe.adresseFuer(probe.person());

        assertThat(rest.als("admin").roh("GET", pfad, "text/plain", "*/*", BodyPublishers.noBody()).body()).isEqualTo(probe.hole(pfad).body());
        String wort = pfad.replaceAll("/kalender/|\\.ics", "");
        assertThat(rest.ohneAnmeldung().mit("Authorization", "Bearer " + wort).get("/api/kalender").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/kalender", "/kalender/", "/kalender/x", "/kalender/.ics", "/kalender/x.ics", "/kalender/x/y.ics",
        "/kalender/%2e%2e/api/akten", "/kalender/../api/akten", "/kalender/..;/api/akten", "/kalender/%2e%2e%2fapi%2fakten.ics",
        "/kalender/%00.ics", "/kalender/%0d%0aX:Y.ics", "/kalender/'%20or%20'1'='1.ics", "/kalender/%25.ics",
        "/kalender/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ICS", "/kalender/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics/",
        "/kalender/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics;x", "//kalender/x.ics", "/kalender/ÄÖÜ.ics", "/KALENDER/x.ics"})
    @DisplayName("Hinter keiner Schreibweise liegt etwas anderes")
    void feindlich(String pfad) {
        HttpResponse<String> antwort = probe.hole(pfad.replace("Ä", "%C3%84").replace("Ö", "%C3%96").replace("Ü", "%C3%9C"));

        assertThat(antwort.statusCode()).as(antwort.body()).isIn(400, 401, 404);
        assertThat(antwort.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    @DisplayName("Wer rät, wird nach 60 Versuchen eine Minute lang abgewiesen; ein Kalender wird höchstens 30-mal in der Minute geholt")
    void bremse() {
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + 86_400_000));
        String pfad = probe.adresseFuer(probe.person());
        for (int i = 0; i < 30; i++) {
            assertThat(probe.hole(pfad).statusCode()).isEqualTo(200);
        }
        assertThat(probe.hole(pfad).statusCode()).isEqualTo(429);
        for (int i = 0; i < 60; i++) {
            assertThat(probe.hole(ERRATEN).statusCode()).isEqualTo(404);
        }
        HttpResponse<String> abgewiesen = probe.hole(ERRATEN);
        assertThat(abgewiesen.statusCode()).isEqualTo(429);
        assertThat(abgewiesen.headers().firstValue("Retry-After")).contains("60");

        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + 60_000));
        assertThat(probe.hole(ERRATEN).statusCode()).isEqualTo(404);
        assertThat(probe.hole(pfad).statusCode()).isEqualTo(200);
    }
}
