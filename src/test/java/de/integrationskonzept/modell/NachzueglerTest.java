package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.integrationskonzept.Anwendungstest;
import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Ein Knoten, der noch die alte Version hat, verdirbt den Modellen der neuen keine Arbeit")
class NachzueglerTest {

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Lieferungen lieferungen;
    @Autowired
    private JdbcTemplate jdbc;

    private Job nachEinemVersuch(String bereitstellung) {
        var modell = Bpmn.createExecutableProcess("nachzuegler").camundaHistoryTimeToLiveString("P1D").startEvent().serviceTask("rechnen")
                .camundaAsyncBefore().camundaExpression("${kenntNurDieNeueVersion}").endEvent().done();
        String id = engine.getRepositoryService().createDeployment().name(bereitstellung)
                .addModelInstance("nachzuegler.bpmn", modell).deploy().getId();
        try {
            String vorgang = engine.getRuntimeService().startProcessInstanceByKey("nachzuegler").getId();
            String job = engine.getManagementService().createJobQuery().processInstanceId(vorgang).singleResult().getId();
            assertThat(catchThrowable(() -> ExecuteJobHelper.executeJob(job,
                    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()))).isNotNull();
            return engine.getManagementService().createJobQuery().jobId(job).singleResult();
        } finally {
            engine.getRepositoryService().deleteDeployment(id, true);
        }
    }

    private static void tageNachDemStart() {
        ClockUtil.offset(Duration.ofDays(10).toMillis());
    }

    @Test
    @DisplayName("Ausgeliefert, nachdem dieser Knoten gestartet ist: der Versuch zählt nicht, und die Arbeit wartet auf die anderen")
    void neuer() {
        tageNachDemStart();
        Job job = nachEinemVersuch(Lieferungen.BEREITSTELLUNG);
        assertThat(job.getRetries()).isEqualTo(3);
        assertThat(job.getDuedate()).isAfter(ClockUtil.getCurrentTime());
    }

    @Test
    @DisplayName("Von der Modellpflege bereitgestellt: der Versuch zählt, damit ein Fehler im Modell ein Vorfall wird")
    void modellpflege() {
        tageNachDemStart();
        assertThat(nachEinemVersuch("Änderung am Ablauf").getRetries()).isEqualTo(2);
    }

    @Test
    @DisplayName("Muss er noch einmal starten, erkennt er an den Tabellen die neue Version und liefert seine alten Modelle nicht wieder aus")
    void startetNochEinmal() {
        assertThat(lieferungen.sindVonNeuererVersion()).isFalse();
        jdbc.update("insert into \"ik_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\", \"script\", \"installed_by\", "
                + "\"execution_time\", \"success\") values (9000, '9000', 'probe', 'SQL', 'V9000__probe.sql', 'probe', 1, true)");
        try {
            assertThat(lieferungen.sindVonNeuererVersion()).isTrue();
        } finally {
            jdbc.update("delete from \"ik_schema_history\" where \"installed_rank\" = 9000");
        }
    }
}
