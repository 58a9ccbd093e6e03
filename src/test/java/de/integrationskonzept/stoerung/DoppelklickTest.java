package de.integrationskonzept.stoerung;

import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@DisplayName("Doppelt und zwanzigfach geklickt: einmal geschieht es, sonst kommt eine klare Antwort")
class DoppelklickTest {

    private static final String IB = "integrationsbeauftragte";

    @Autowired
    private Fremd fremd;
    @Autowired
    private Rest rest;
    @Autowired
    private Spiel spiel;
    @Autowired
    private JdbcTemplate jdbc;

    @ParameterizedTest(name = "{0} Klicks")
    @ValueSource(ints = {2, 5, 20})
    @DisplayName("Eine Aufgabe wird einmal erledigt")
    void erledigen(int klicks) throws Exception {
        String vorgang = fremd.bereit().neuerVorgang();
        String aufgabe = fremd.aufgabe(vorgang);
        einmal(204, Zugleich.tue(klicks, () -> rest.als("kaemmerei").post("/engine-rest/task/" + aufgabe + "/submit-form",
                Fremd.variablen(Fremd.pruefung()))));
        assertThat(zahl("select count(*) from ACT_HI_OP_LOG where TASK_ID_ = ? and OPERATION_TYPE_ = 'Complete'", aufgabe)).isEqualTo(1);
        assertThat(zahl("select count(*) from ACT_RU_TASK where PROC_INST_ID_ = ?", vorgang)).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest(name = "{0} Klicks")
    @ValueSource(ints = {2, 5, 20})
    @DisplayName("Mit einem Aktenzeichen beginnt eine Akte")
    void beginnen(int klicks) throws Exception {
        Map<String, Object> formular = new HashMap<>(stadt());
        String zeichen = "DK-" + UUID.randomUUID().toString().substring(0, 8);
        formular.put("aktenzeichen", zeichen);
        einmal(200, Zugleich.tue(klicks, () -> rest.als(IB).post("/engine-rest/process-definition/key/integrationskonzept/submit-form",
                Fremd.variablen(formular))));
        assertThat(zahl("select count(*) from ACT_HI_PROCINST where BUSINESS_KEY_ = ? and SUPER_PROCESS_INSTANCE_ID_ is null", zeichen)).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} Klicks")
    @ValueSource(ints = {2, 5, 20})
    @DisplayName("Eine Datei kommt einmal an; eine andere mit demselben Namen ist eine zweite")
    void hochladen(int klicks) throws Exception {
        String aufgabe = spiel.beginne(stadt()).aufgabe("akte-nachtragen").getId();
        einmal(201, Zugleich.tue(klicks, () -> lege(aufgabe, "Beschluss")));
        assertThat(namen(aufgabe)).containsExactly("Beschluss.pdf");

        assertThat(lege(aufgabe, "Geänderter Beschluss").status()).isEqualTo(201);
        assertThat(namen(aufgabe)).containsExactlyInAnyOrder("Beschluss.pdf", "Beschluss (2).pdf");
    }

    private Rest.Antwort lege(String aufgabe, String inhalt) {
        return rest.als(IB).sende("POST", "/api/aufgaben/" + aufgabe + "/anlagen", "multipart/form-data; boundary=g",
                HttpRequest.BodyPublishers.ofString("--g\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"Beschluss.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n%PDF-1.7\n" + inhalt + "\n%%EOF\n\r\n--g--\r\n"));
    }

    private List<String> namen(String aufgabe) {
        return jdbc.queryForList("select NAME_ from ACT_HI_ATTACHMENT where TASK_ID_ = ?", String.class, aufgabe);
    }

    private static void einmal(int erfolg, List<Rest.Antwort> antworten) {
        assertThat(antworten).filteredOn(a -> a.status() == erfolg).hasSize(1);
        assertThat(antworten).filteredOn(a -> a.status() != erfolg).allSatisfy(a -> {
            assertThat(a.status()).as(a.text()).isBetween(400, 499);
            assertThat(a.text()).containsIgnoringCase("bitte").doesNotContain("Exception");
        });
    }

    private long zahl(String sql, String wert) {
        return jdbc.queryForObject(sql, Long.class, wert);
    }
}
