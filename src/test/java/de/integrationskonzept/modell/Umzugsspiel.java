package de.integrationskonzept.modell;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes models as somebody of Modellpflege does, and does the work of the job executor for what moves. */
@Component
class Umzugsspiel {

    static final String PERSON = "modellpflege";

    private static final int ARBEITER = 3;

    private final ProcessEngine engine;
    private final JdbcClient datenbank;
    private final Vorschlaege vorschlaege;

    Umzugsspiel(ProcessEngine engine, JdbcClient datenbank, Vorschlaege vorschlaege) {
        this.engine = engine;
        this.datenbank = datenbank;
        this.vorschlaege = vorschlaege;
    }

    /** @return id of the proposal, not deployed */
    String schlageVor(Map<String, byte[]> dateien, Map<String, Map<String, String>> zuordnung) {
        String id = vorschlaege.beginne("Geänderte Abläufe", null, PERSON);
        dateien.forEach((name, inhalt) -> vorschlaege.legeAb(id, name, inhalt, null));
        vorschlaege.ordneZu(id, zuordnung);
        return id;
    }

    /** @return id of the deployment */
    String stelleBereit(Map<String, byte[]> dateien) {
        DeploymentBuilder bereitstellung = engine.getRepositoryService().createDeployment().name("Änderung");
        dateien.forEach((name, inhalt) -> bereitstellung.addInputStream(name, new ByteArrayInputStream(inhalt)));
        return bereitstellung.deploy().getId();
    }

    void stelleBereit(String vorschlag) {
        datenbank.sql("update IK_MODELLVORSCHLAG set ZUSTAND = 'bereitgestellt', BEREITSTELLUNG = ? where ID = ?")
                .params(stelleBereit(vorschlaege.dateien(vorschlag)), vorschlag).update();
    }

    List<Job> jobs(String umzug) {
        return engine.getManagementService().createJobQuery().executable().list().stream().filter(job -> auftrag(job.getId()).startsWith(umzug
                + "/")).toList();
    }

    private String auftrag(String job) {
        return datenbank.sql("select HANDLER_CFG_ from ACT_RU_JOB where ID_ = ? and HANDLER_TYPE_ = 'modell-umzug'").param(job).query(String.class)
                .optional().orElse("");
    }

    /** Until nothing of it is left to do; what fails is noted by the engine's own way of dealing with failed jobs. */
    void arbeite(String umzug) {
        ExecutorService arbeiter = Executors.newFixedThreadPool(ARBEITER);
        try {
            for (List<Job> jobs = jobs(umzug); !jobs.isEmpty(); jobs = jobs(umzug)) {
                List<Future<?>> laufende = new ArrayList<>();
                jobs.forEach(job -> laufende.add(arbeiter.submit(() -> fuehreAus(job.getId()))));
                for (Future<?> laufend : laufende) {
                    laufend.get();
                }
            }
        } catch (Exception fehler) {
            throw new AssertionError(fehler);
        } finally {
            arbeiter.shutdown();
        }
    }

    void fuehreAus(String job) {
        try {
            engine.getManagementService().executeJob(job);
        } catch (RuntimeException gescheitert) {
            // the row says why
        }
    }
}
