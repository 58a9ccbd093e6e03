package de.integrationskonzept.engine;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A job that takes the whole node with it loses no try: it would do so for ever. So jobs that were {@link AbandonedJobs} are carried out
 * one after another, and that it begins is written down before. What begins the {@value #MOST}. time after it had been taken and not ended
 * becomes an incident instead; a job that only happened to be near gets its turn alone and is forgotten.
 */
@Component
class CrashedJobs extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(CrashedJobs.class);

    /** The first run was not written down, so this is the end of the third. */
    private static final int MOST = 3;
    private static final String GIVEN_UP = "Die Anwendung ist dreimal ausgefallen, während dieser Schritt lief, oder er dauert zu lange. Darum "
            + "wird er nicht mehr von allein versucht. Bitte lassen Sie die Ursache beheben und stoßen Sie den Schritt dann erneut an.";
    private static final long PATIENCE_SECONDS = 20;

    private final ObjectProvider<JdbcTemplate> jdbc;
    private final ExecutorService alone = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "abandoned-jobs");
        thread.setDaemon(true);
        return thread;
    });

    CrashedJobs(ObjectProvider<JdbcTemplate> jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        JobExecutor executor = configuration.getJobExecutor();
        CommandExecutor commands = configuration.getCommandExecutorTxRequired();
        executor.setAcquireJobsCmdFactory(most -> new AbandonedJobs(executor, most, this::locked, job -> enqueue(job, commands)));
    }

    private List<String> locked(List<String> jobs) {
        return jdbc.getObject().queryForList("select ID_ from ACT_RU_JOB where LOCK_OWNER_ is not null and ID_ in ("
                + String.join(", ", Collections.nCopies(jobs.size(), "?")) + ")", String.class, jobs.toArray());
    }

    /** While the application stops nothing begins any more; the lock runs out again. */
    private void enqueue(String job, CommandExecutor commands) {
        if (!alone.isShutdown()) {
            alone.execute(() -> carryOut(job, commands));
        }
    }

    private void carryOut(String job, CommandExecutor commands) {
        if (alone.isShutdown()) {
            return;
        }
        try {
            if (begins(job) < MOST) {
                attempt(job, commands);
            } else {
                giveUp(job, commands);
            }
            ended(job);
        } catch (RuntimeException databaseAway) {
            LOG.warn("abandoned job {} has to wait until its lock runs out again: {}", job, databaseAway.getMessage());
        }
    }

    /** When it fails, the engine has taken it from its tries already, and said so: it has ended in its way. */
    private static void attempt(String job, CommandExecutor commands) {
        try {
            ExecuteJobHelper.executeJob(job, commands);
        } catch (RuntimeException failed) {
            LOG.debug("abandoned job {} failed", job, failed);
        }
    }

    /** How often it has begun, this time included. In a transaction of its own, which stays whatever the job does. */
    private int begins(String job) {
        JdbcTemplate table = jdbc.getObject();
        if (table.update("update IK_ABGEBROCHEN set ANZAHL = ANZAHL + 1 where JOB = ?", job) == 0) {
            table.update("insert into IK_ABGEBROCHEN (JOB, ANZAHL) values (?, 1)", job);
        }
        return table.queryForObject("select ANZAHL from IK_ABGEBROCHEN where JOB = ?", Integer.class, job);
    }

    /** Those that were taken away in another way go, too. */
    private void ended(String job) {
        jdbc.getObject().update("delete from IK_ABGEBROCHEN where JOB = ? or not exists (select 1 from ACT_RU_JOB J where J.ID_ = JOB)", job);
    }

    private static void giveUp(String id, CommandExecutor commands) {
        LOG.error("job {} is given up: {} times it was begun and not ended before its lock ran out", id, MOST);
        commands.execute(context -> {
            JobEntity job = context.getJobManager().findJobById(id);
            if (job != null) {
                job.unlock();
                job.setExceptionMessage(GIVEN_UP);
                job.setRetries(0);
            }
            return null;
        });
    }

    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        alone.shutdown();
        alone.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
