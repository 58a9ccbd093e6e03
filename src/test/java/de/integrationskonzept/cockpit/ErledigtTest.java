package de.integrationskonzept.cockpit;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Meine erledigten Aufgaben")
class ErledigtTest {

    /** The history of another story is not that of this person. */
    private final String wer = "e.fertig-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    Rest rest;
    @Autowired
    Spiel spiel;
    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void neueKollegin() {
        var personen = engine.getIdentityService();
        var neu = personen.newUser(wer);
        neu.setFirstName("Eva");
        neu.setLastName("Fertig");
        neu.setPassword(Anwendungstest.PASSWORT);
        personen.saveUser(neu);
        personen.createMembership(wer, "integrationsbeauftragte");
    }

    @AfterEach
    void weg() {
        engine.getIdentityService().deleteUser(wer);
    }

    private JsonNode seite(int ab, String suche) {
        Rest.Antwort antwort = rest.als(wer).get("/api/aufgaben/erledigt?ab=" + ab + "&suche=" + URLEncoder.encode(suche, StandardCharsets.UTF_8));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return antwort.json();
    }

    private static List<String> namen(JsonNode seite) {
        return StreamSupport.stream(seite.path("zeilen").spliterator(), false).map(z -> z.path("aufgabe").asText()).toList();
    }

    @Test
    @DisplayName("Nur was ich selbst abgeschlossen habe, das Neueste zuerst, mit Akte, Rolle und „im Auftrag“")
    void nurMeine() {
        Spiel.Akte akte = spiel.beginne(stadt());
        akte.erledige(wer, "auftrag-klaeren", gut().get("auftrag-klaeren"));
        akte.erledige(wer, "auftrag-erteilen", gut().anders("auftrag-erteilen", "auftragImAuftrag", true).get("auftrag-erteilen"));
        akte.spieleBis(gut(), "mittel-pruefen");

        JsonNode seite = seite(0, "");
        assertThat(namen(seite)).containsExactly("Auftrag erteilen", "Auftrag klären");
        assertThat(seite.path("weitere").asBoolean()).isFalse();
        JsonNode imAuftrag = seite.path("zeilen").get(0);
        assertThat(imAuftrag.path("imAuftrag").asBoolean()).isTrue();
        assertThat(imAuftrag.path("rolle").asText()).isEqualTo("Verwaltungsspitze");
        assertThat(imAuftrag.path("akte").asText()).isEqualTo(akte.wert("aktenname") + " · Vorabklärung");
        assertThat(imAuftrag.path("vorgang").asText()).isEqualTo("Beauftragung");
        assertThat(imAuftrag.path("am").asText()).startsWith("2026-11-24T");
        assertThat(seite.path("zeilen").get(1).path("imAuftrag").asBoolean()).isFalse();
        assertThat(rest.als("verwaltungsspitze").get("/api/aufgaben/erledigt").text()).doesNotContain(imAuftrag.path("id").asText());

        String antworten = "/api/aufgaben/" + seite.path("zeilen").get(1).path("id").asText() + "/antworten";
        assertThat(rest.als(wer).get(antworten).text()).contains("Was will ich, was soll ich, was kann ich?", "Fachkräfte und Demografie").doesNotContain("selbstklaerung");
        assertThat(rest.als("vorgesetzte").get(antworten).status()).as("reads the whole file").isEqualTo(200);
        for (String fremd : List.of("kaemmerei", "planung", "prozessverantwortung", "modellpflege")) {
            assertThat(rest.als(fremd).get(antworten).status()).as(fremd).isEqualTo(404);
        }
        String offen = "/api/aufgaben/" + akte.aufgabe("mittel-pruefen").getId() + "/antworten";
        assertThat(rest.als("kaemmerei").get(offen).status()).as("nothing is answered yet").isEqualTo(404);
    }

    @Test
    @DisplayName("Gesucht wird nach Aufgabe, Aktenzeichen und Kommune, ohne auf Groß und Klein zu achten; Zeichen für „irgendetwas“ sind Zeichen")
    void suche() {
        Spiel.Akte eine = spiel.beginne(stadt());
        eine.erledige(wer, "auftrag-klaeren", gut().get("auftrag-klaeren"));
        Spiel.Akte andere = spiel.beginne(mit(stadt(), "kommuneName", "Stadt 100 % Süd"));
        andere.erledige(wer, "auftrag-klaeren", gut().get("auftrag-klaeren"));
        assertThat(namen(seite(0, "KLÄREN"))).hasSize(2);
        assertThat(seite(0, ((String) eine.wert("aktenzeichen")).toUpperCase()).path("zeilen")).hasSize(1);
        assertThat(seite(0, "100 % süd").path("zeilen").get(0).path("akte").asText()).startsWith((String) andere.wert("aktenname"));
        assertThat(namen(seite(0, "musterstadt"))).hasSize(1);
        for (String nichts : List.of("gibt es nicht", "_uftrag", "'; drop table ACT_HI_OP_LOG; --", "!")) {
            assertThat(namen(seite(0, nichts))).as(nichts).isEmpty();
        }
        assertThat(namen(seite(0, "%"))).as("one has it in its name").hasSize(1);
        for (String falsch : List.of("?ab=-1", "?ab=x", "?ab=99999999999", "?suche=" + "x".repeat(101), "?suche=%00")) {
            Rest.Antwort antwort = rest.als(wer).get("/api/aufgaben/erledigt" + falsch);
            assertThat(antwort.status()).as(falsch).isEqualTo(400);
            assertThat(antwort.json().path("detail").asText()).endsWith(".");
        }
    }

    @Test
    @DisplayName("Seite für Seite, ohne eine auszulassen oder zu wiederholen")
    void seiten() {
        Spiel.Akte akte = spiel.beginne(stadt());
        for (int i = 0; i < 27; i++) {
            akte.erledige(wer, "akte-nachtragen", zeile("nachtragArt", "kontakt"));
        }
        List<String> ids = new ArrayList<>();
        for (int ab = 0; ab < 50; ab += 25) {
            JsonNode seite = seite(ab, "nachtragen");
            assertThat(seite.path("weitere").asBoolean()).isEqualTo(ab == 0);
            seite.path("zeilen").forEach(z -> ids.add(z.path("id").asText()));
        }
        assertThat(ids).hasSize(27).doesNotHaveDuplicates();
        assertThat(namen(seite(1000, ""))).isEmpty();
    }
}
