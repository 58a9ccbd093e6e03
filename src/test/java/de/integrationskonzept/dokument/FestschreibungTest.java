package de.integrationskonzept.dokument;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was signed off stays as it was, whatever becomes of the file. */
@Anwendungstest
@DisplayName("Was unterschrieben ist, wird festgeschrieben")
class FestschreibungTest {

    private static final String ANDERS = "Das steht erst seit heute darin";

    @Autowired
    private Spiel spiel;
    @Autowired
    private Rest rest;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcTemplate jdbc;

    private List<JsonNode> fassungen(Spiel.Akte akte, String name) {
        JsonNode liste = rest.als("steuerungsgruppe").get("/api/akten/" + akte.id() + "/dokumente").json();
        return StreamSupport.stream(liste.spliterator(), false).filter(d -> d.path("name").asText().equals(name))
                .flatMap(d -> StreamSupport.stream(d.path("festgeschrieben").spliterator(), false)).toList();
    }

    private byte[] hole(Spiel.Akte akte, String wahl) {
        return rest.als("steuerungsgruppe").bytes("/api/akten/" + akte.id() + "/dokumente/" + wahl);
    }

    private static String summe(byte[] inhalt) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(inhalt));
    }

    @Test
    @Tag("R19")
    @DisplayName("R19: Mit der Zusage der Mittel liegt der Ressourcenplan fest: wer, wann, wobei, mit Prüfsumme; spätere Änderungen lassen ihn, wie er ist")
    void zusage() throws Exception {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "startreife-pruefen");
        List<JsonNode> fassungen = fassungen(akte, "ressourcenplan");
        assertThat(fassungen).hasSize(1);
        JsonNode eine = fassungen.get(0);
        assertThat(eine.path("fassung").asInt()).isEqualTo(1);
        assertThat(eine.path("anlass").asText()).isEqualTo("Ressourcen zusagen");
        assertThat(eine.path("von").asText()).isNotBlank();
        assertThat(eine.path("am").asText()).isNotBlank();
        byte[] pdf = hole(akte, "ressourcenplan?format=pdf&version=1");
        assertThat(summe(pdf)).isEqualTo(eine.path("summen").path("pdf").asText());
        assertThat(summe(hole(akte, "ressourcenplan?format=docx&version=1"))).isEqualTo(eine.path("summen").path("docx").asText());

        engine.getRuntimeService().setVariable(akte.id(), "kommuneName", ANDERS);

        assertThat(hole(akte, "ressourcenplan?format=pdf&version=1")).isEqualTo(pdf);
        assertThat(Pruefstand.text(hole(akte, "ressourcenplan?format=pdf"))).contains(ANDERS);
    }

    @Test
    @DisplayName("Ein Thema, das noch einmal geöffnet wird, bekommt eine zweite Fassung; die erste bleibt")
    void zweiteFassung() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        akte.erledige("integrationsbeauftragte", "ressourcen-planen", gut().get("ressourcen-planen"));
        akte.erledige("kaemmerei", "mittel-pruefen", gut().get("mittel-pruefen"));
        akte.erledige("verwaltungsspitze", "ressourcen-zusagen", gut().get("ressourcen-zusagen"));
        assertThat(akte.offen()).contains("projekt-aufsetzen").doesNotContain("ressourcen-zusagen");
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", Map.of("nachtragArt", "thema", "themaOeffnen", "ressourcen",
                "themaGrund", "Es gibt Neues"));
        akte.spieleBis(gut(), "startreife-pruefen");
        assertThat(fassungen(akte, "ressourcenplan")).extracting(f -> f.path("fassung").asInt()).containsExactly(2, 1);
    }

    @Test
    @DisplayName("Wer die Akte nicht lesen darf, bekommt auch keine Fassung; eine Fassung, die es nicht gibt, ist ein deutscher Satz")
    void rechte() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "startreife-pruefen");
        String fassung = "/api/akten/" + akte.id() + "/dokumente/ressourcenplan?format=pdf&version=";
        for (String rolle : List.of("kaemmerei", "modellpflege", "prozessverantwortung")) {
            assertThat(rest.als(rolle).get(fassung + 1).status()).as(rolle).isIn(403, 404);
        }
        for (String nummer : List.of("7", "0", "x", "-1", "99999999999")) {
            Rest.Antwort antwort = rest.als("steuerungsgruppe").get(fassung + nummer);
            assertThat(antwort.status()).as(nummer).isEqualTo(nummer.equals("7") ? 404 : 400);
            assertThat(antwort.json().path("detail").asText()).contains("Liste der Dokumente");
        }
    }

    @Test
    @DisplayName("Wer in der Datenbank an einer Fassung dreht, bekommt sie nicht mehr ausgegeben; mit der Akte geht sie")
    void geaendertUndEntfernt() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "startreife-pruefen");
        jdbc.update("update IK_DOKUMENT set PDF = ? where PROZESSINSTANZ = ?", "anders".getBytes(StandardCharsets.UTF_8), akte.id());
        Rest.Antwort antwort = rest.als("steuerungsgruppe").get("/api/akten/" + akte.id() + "/dokumente/ressourcenplan?format=pdf&version=1");
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(409);
        assertThat(antwort.json().path("detail").asText()).contains("Administration", "Datensicherung");

        engine.getRuntimeService().deleteProcessInstance(akte.id(), "Ende");
        engine.getHistoryService().deleteHistoricProcessInstance(akte.id());
        assertThat(jdbc.queryForObject("select count(*) from IK_DOKUMENT where PROZESSINSTANZ = ?", Integer.class, akte.id())).isZero();
    }

    @Test
    @DisplayName("Scheitert das Festschreiben, bleibt der Schritt offen und es gibt keine Fassung; die Wiederholung legt genau eine an")
    void wiederholung() {
        Spiel.Akte akte = spiel.beginne(stadt());
        Map<String, Object> vorlage = jdbc.queryForMap("select ID_, NAME_ from ACT_GE_BYTEARRAY where NAME_ like '%ressourcenplan.html'");
        jdbc.update("update ACT_GE_BYTEARRAY set NAME_ = 'fehlt' where ID_ = ?", vorlage.get("ID_"));
        try {
            assertThatThrownBy(() -> akte.spieleBis(gut(), "startreife-pruefen")).hasMessageContaining("Ein Dokument dieses Namens gibt es nicht");
            assertThat(fassungen(akte, "ressourcenplan")).isEmpty();
        } finally {
            jdbc.update("update ACT_GE_BYTEARRAY set NAME_ = ? where ID_ = ?", vorlage.get("NAME_"), vorlage.get("ID_"));
        }
        akte.jobs();
        assertThat(fassungen(akte, "ressourcenplan")).hasSize(1);
    }
}
