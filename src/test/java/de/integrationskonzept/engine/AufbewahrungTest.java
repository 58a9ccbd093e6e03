package de.integrationskonzept.engine;

import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.prozess.Spiel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

@Anwendungstest
@DirtiesContext
@Tag("eigene-anwendung") // it clears away what other stories left
@DisplayName("Beendete Akten werden so lange aufbewahrt, wie ihr Modell sagt, und dann entfernt")
class AufbewahrungTest {

    private static final List<String> TABELLEN = List.of("ACT_HI_PROCINST", "ACT_HI_VARINST", "ACT_HI_DETAIL", "ACT_HI_TASKINST",
            "ACT_HI_ACTINST", "ACT_HI_COMMENT", "ACT_HI_IDENTITYLINK", "ACT_HI_OP_LOG", "ACT_GE_BYTEARRAY");

    @Autowired
    private Spiel spiel;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcTemplate jdbc;

    private void inTagen(int tage) {
        ClockUtil.offset(ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis() + Duration.ofDays(tage).toMillis());
    }

    private long zeilen(String wurzel) {
        return TABELLEN.stream().mapToLong(tabelle -> jdbc.queryForObject("select count(*) from " + tabelle + " where ROOT_PROC_INST_ID_ = ?",
                Long.class, wurzel)).sum();
    }

    private void raeumtAuf() {
        for (int runde = 0; runde < 50; runde++) {
            engine.getHistoryService().cleanUpHistoryAsync(true);
            engine.getHistoryService().findHistoryCleanupJobs().forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }

    private void beende(Spiel.Akte wurzel) {
        engine.getRuntimeService().deleteProcessInstance(wurzel.id(), "Ende");
    }

    @Test
    @DisplayName("Alle Jahre bleiben bis zum Ablauf ihrer eigenen Frist, eine laufende Akte bleibt ganz")
    void nachDerFrist() {
        Spiel.Akte rahmen = spiel.beginne(stadt());
        String zeichen = (String) rahmen.wert("aktenzeichen");
        engine.getTaskService().createComment(rahmen.aufgabe("auftrag-klaeren").getId(), null, "Rückruf");
        Spiel.Akte laufend = spiel.beginne(stadt());
        beende(rahmen);
        inTagen(100);
        Spiel.Akte jahr = spiel.wurzel("unterstuetzung", Map.of("aktenzeichen", zeichen));
        beende(jahr);
        long imRahmen = zeilen(rahmen.id());
        long imJahr = zeilen(jahr.id());
        assertThat(imRahmen).isGreaterThan(50);

        inTagen(3650 - 101);
        raeumtAuf();
        assertThat(zeilen(rahmen.id())).as("a day before").isEqualTo(imRahmen);

        inTagen(2);
        raeumtAuf();
        assertThat(zeilen(rahmen.id())).as("a day after").isZero();
        assertThat(zeilen(jahr.id())).as("the year has its own time").isEqualTo(imJahr);
        assertThat(zeilen(laufend.id())).isGreaterThan(50);
        assertThat(laufend.laeuft()).isTrue();

        inTagen(100);
        raeumtAuf();
        assertThat(zeilen(jahr.id())).isZero();
        assertThat(zeilen(laufend.id())).isGreaterThan(50);
    }

    @Test
    @DisplayName("Jedes Modell sagt, wie lange; aufgeräumt wird nachts und in kleinen Schritten")
    void eingerichtet() {
        assertThat(engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list())
                .extracting(ProcessDefinition::getHistoryTimeToLive).doesNotContainNull();
        var einstellungen = (org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(einstellungen.isHistoryCleanupEnabled()).isTrue();
        assertThat(einstellungen.getHistoryCleanupBatchWindowStartTime()).isEqualTo("22:00");
        assertThat(einstellungen.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
        assertThat(einstellungen.getHistoryCleanupStrategy()).isEqualTo("removalTimeBased");
        assertThat(engine.getHistoryService().findHistoryCleanupJobs()).isNotEmpty();
    }
}
