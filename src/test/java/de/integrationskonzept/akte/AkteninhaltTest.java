package de.integrationskonzept.akte;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.akte.Akteninhalt.Inhalt;
import de.integrationskonzept.akte.Akteninhalt.Vorgang;
import de.integrationskonzept.engine.ConfidentialProcesses;
import de.integrationskonzept.prozess.Spiel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

@Anwendungstest
@DisplayName("Was in einer Akte geantwortet wurde")
class AkteninhaltTest {

    private static final long TAG = 24 * 3600 * 1000L;

    @Autowired
    Akteninhalt akteninhalt;
    @Autowired
    Spiel spiel;
    @Autowired
    ProcessEngine engine;
    @Autowired
    DataSource datenbank;
    @Autowired
    Leserecht leserecht;
    @Autowired
    ConfidentialProcesses vertraulich;
    @Autowired
    ObjectMapper json;

    private Inhalt lies(Spiel.Akte akte, LocalDate stand) {
        return spiel.als("vorgesetzte", () -> akteninhalt.lies(akte.id(), stand, "Akte"));
    }

    private static Vorgang vorgang(Inhalt inhalt, String prozess) {
        return inhalt.vorgaenge().stream().filter(v -> v.prozess().equals(prozess)).findFirst().orElseThrow(() -> new AssertionError(prozess));
    }

    @Test
    @DisplayName("Alle Vorgänge, laufende und beendete, mit ihren Antworten: Texte, Zahlen, Wahrheiten, Listen")
    void inhalt() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "startreife-pruefen");

        Inhalt inhalt = lies(akte, null);

        assertThat(inhalt.rahmen().prozess()).isEqualTo("integrationskonzept");
        assertThat(inhalt.rahmen().werte()).containsEntry("kommuneName", "Musterstadt").containsEntry("einwohner", 120000L);
        assertThat(inhalt.aktenzeichen()).isEqualTo(akte.wert("aktenzeichen"));
        Vorgang ressourcen = vorgang(inhalt, "ressourcen");
        assertThat(ressourcen.ende()).as("finished, and still there").isNotNull();
        assertThat(ressourcen.wurzel()).isEqualTo(akte.id());
        assertThat(ressourcen.werte()).containsEntry("zusageErteilt", "ja").containsEntry("projektauftrag", true);
        assertThat(((JsonNode) ressourcen.werte().get("stellen")).path(0).path("person").asText()).isEqualTo("Amira Beispiel");
        assertThat(vorgang(inhalt, "vorabklaerung").ende()).isNull();
    }

    @Test
    @Tag("R14") @Tag("R46")
    @DisplayName("R14, R46: Vertrauliche Vorgänge sind nicht dabei, für niemanden")
    void vertrauliches() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "startreife-pruefen");

        Inhalt inhalt = spiel.als("integrationsbeauftragte", () -> akteninhalt.lies(akte.id(), null, "Akte"));

        assertThat(engine.getHistoryService().createNativeHistoricProcessInstanceQuery()
                .sql("select * from ACT_HI_PROCINST where ROOT_PROC_INST_ID_ = #{id} and PROC_DEF_KEY_ = 'interessen'").parameter("id", akte.id()).list())
                .as("there is one").isNotEmpty();
        assertThat(inhalt.vorgaenge()).extracting(Vorgang::prozess).contains("ressourcen", "projekt").doesNotContain("interessen");
        assertThat(inhalt.vorgaenge()).noneMatch(v -> v.werte().containsKey("interessenKeine") || v.werte().containsKey("haltungen"));
    }

    @Test
    @Tag("R14")
    @DisplayName("R14: Weitere Vorgänge mit dem Aktenzeichen gehören dazu; ist ihr Modell gelöscht, weiß niemand mehr, ob sie vertraulich sind, und sie bleiben zu")
    void geloeschtesModell() {
        Spiel.Akte akte = spiel.beginne(stadt());
        String modell = Bpmn.convertToString(Bpmn.createExecutableProcess("probe-vorgang").camundaHistoryTimeToLiveString("P1D").startEvent("start")
                .endEvent("ende").done());
        String bereitstellung = engine.getRepositoryService().createDeployment().addString("probe-vorgang.bpmn", modell).deploy().getId();
        engine.getRuntimeService().startProcessInstanceByKey("probe-vorgang", (String) akte.wert("aktenzeichen"), Map.of("notiz", "da"));
        assertThat(vorgang(lies(akte, null), "probe-vorgang").werte()).containsEntry("notiz", "da");

        engine.getRepositoryService().deleteDeployment(bereitstellung);

        assertThat(lies(akte, null).vorgaenge()).extracting(Vorgang::prozess).contains("integrationskonzept", "vorabklaerung").doesNotContain("probe-vorgang");
    }

    @Test
    @DisplayName("An einem früheren Tag: die Werte von damals, auch die inzwischen geänderten und gelöschten; was später begann, gab es nicht")
    void stand() {
        Spiel.Akte akte = spiel.beginne(stadt());
        engine.getRuntimeService().setVariable(akte.id(), "notiz", "alt");
        engine.getRuntimeService().setVariable(akte.id(), "notiz", "vom Abend");
        LocalDate erster = Stichtag.heute();
        ClockUtil.offset(ClockUtil.getCurrentTime().getTime() + TAG - System.currentTimeMillis());
        engine.getRuntimeService().setVariable(akte.id(), "notiz", "neu");
        engine.getRuntimeService().setVariable(akte.id(), "spaeter", 7);
        akte.spieleBis(gut(), "ressourcen-planen");
        ClockUtil.offset(ClockUtil.getCurrentTime().getTime() + TAG - System.currentTimeMillis());
        engine.getRuntimeService().removeVariable(akte.id(), "notiz");
        akte.spieleBis(gut(), "startreife-pruefen");

        Inhalt damals = lies(akte, erster);
        assertThat(damals.rahmen().werte()).containsEntry("notiz", "vom Abend").containsEntry("kommuneName", "Musterstadt").doesNotContainKey("spaeter");
        assertThat(damals.vorgaenge()).extracting(Vorgang::prozess).contains("vorabklaerung").doesNotContain("ressourcen");
        Inhalt tagsDarauf = lies(akte, erster.plusDays(1));
        assertThat(tagsDarauf.rahmen().werte()).containsEntry("notiz", "neu").containsEntry("spaeter", 7L);
        assertThat(vorgang(tagsDarauf, "ressourcen").ende()).as("it was not finished then").isNull();
        assertThat(vorgang(tagsDarauf, "ressourcen").werte()).doesNotContainKey("stellen");
        assertThat(lies(akte, null).rahmen().werte()).doesNotContainKey("notiz").containsEntry("spaeter", 7L);
        assertThat(lies(akte, erster.plusDays(2)).rahmen().werte()).isEqualTo(lies(akte, null).rahmen().werte());
        assertThat(lies(akte, erster.plusDays(2)).vorgaenge()).isEqualTo(lies(akte, null).vorgaenge());
    }

    @Test
    @DisplayName("Zwei Anweisungen an die Datenbank, gleich wie groß die Akte ist und welcher Stand")
    void wenigeAnweisungen() {
        List<String> anweisungen = new ArrayList<>();
        JdbcTemplate zaehlend = new JdbcTemplate(datenbank) {
            @Override
            public void query(String sql, RowCallbackHandler zeilen, Object... werte) {
                anweisungen.add(sql);
                super.query(sql, zeilen, werte);
            }
        };
        Akteninhalt gezaehlt = new Akteninhalt(zaehlend, leserecht, vertraulich, new Variablenstand(zaehlend, json));
        Spiel.Akte klein = spiel.beginne(stadt());
        Spiel.Akte gross = spiel.beginne(stadt()).spieleBis(gut(), "startreife-pruefen");

        for (Spiel.Akte akte : List.of(klein, gross)) {
            for (LocalDate stand : new LocalDate[] {null, Stichtag.heute()}) {
                anweisungen.clear();
                spiel.als("vorgesetzte", () -> gezaehlt.lies(akte.id(), stand, "Akte"));
                assertThat(anweisungen).hasSize(2);
            }
        }
    }
}
