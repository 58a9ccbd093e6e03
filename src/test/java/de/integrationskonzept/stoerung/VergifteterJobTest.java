package de.integrationskonzept.stoerung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@DisplayName("Ein Schritt, der immer wieder scheitert")
class VergifteterJobTest {

    private static final int VERSUCHE = 3;

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Rest rest;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    @DisplayName("Drei Versuche, dann ein Vorfall; ist die Ursache behoben und der Schritt neu angestoßen, geht es weiter")
    void gehtWeiter() {
        engine.getRepositoryService().createDeployment().name("stoer-faul").enableDuplicateFiltering(true)
                .addClasspathResource("stoerung/stoer-faul.bpmn").deploy();
        String vorgang = engine.getRuntimeService().startProcessInstanceByKey("stoer-faul").getId();
        for (int versuch = 1; versuch <= VERSUCHE; versuch++) {
            String job = job(vorgang).getId();
            assertThatThrownBy(() -> engine.getManagementService().executeJob(job)).hasMessageContaining("betrag");
            assertThat(job(vorgang).getRetries()).isEqualTo(VERSUCHE - versuch);
            assertThat(vorfaelle(vorgang)).isEqualTo(versuch == VERSUCHE ? 1 : 0);
        }
        assertThat(new Nachschau(jdbc).ohneVorfall()).noneMatch(mangel -> mangel.contains(job(vorgang).getId()));
        assertThat(engine.getManagementService().createJobQuery().processInstanceId(vorgang).executable().count()).as("nobody tries again").isZero();

        engine.getRuntimeService().setVariable(vorgang, "betrag", 21);
        String job = job(vorgang).getId();
        assertThat(rest.als("admin").put("/engine-rest/job/" + job + "/retries", Map.of("retries", 1)).status()).isEqualTo(204);
        assertThat(vorfaelle(vorgang)).isZero();
        engine.getManagementService().executeJob(job);
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(vorgang).count()).isZero();
    }

    private Job job(String vorgang) {
        return engine.getManagementService().createJobQuery().processInstanceId(vorgang).singleResult();
    }

    private long vorfaelle(String vorgang) {
        return engine.getRuntimeService().createIncidentQuery().processInstanceId(vorgang).count();
    }
}
