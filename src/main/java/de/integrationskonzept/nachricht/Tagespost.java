package de.integrationskonzept.nachricht;

import de.integrationskonzept.engine.OwnJob;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.EverLivingJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * The job of the morning digest. There is one in the database, whichever node does it; it stays and moves its own due date: on to the
 * next people, or to the next morning. What a standstill has missed is not made up for, because each digest says how things are.
 */
@Component
class Tagespost extends OwnJob<Tagespost.Auftrag> {

    static final String TYP = "nachricht-tagespost";

    private static final Logger LOG = LoggerFactory.getLogger(Tagespost.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final ObjectProvider<Tagespostlauf> lauf;
    private final ObjectProvider<ProcessEngine> engine;
    private final boolean eingeschaltet;

    Tagespost(ObjectProvider<Tagespostlauf> lauf, ObjectProvider<ProcessEngine> engine,
            @Value("${integrationskonzept.nachricht.tagespost:true}") boolean eingeschaltet) {
        super(TYP);
        this.lauf = lauf;
        this.engine = engine;
        this.eingeschaltet = eingeschaltet;
    }

    /** Nothing: how far the digest has come stands in a table of ours. */
    record Auftrag() implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return "";
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void beginne() {
        if (eingeschaltet) {
            ((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(context -> {
                lauf.getObject().ersterMorgen(jetzt()).filter(wann -> context.getJobManager().findJobsByHandlerType(TYP).isEmpty())
                        .ifPresent(wann -> context.getJobManager().insertJob(job(wann)));
                return null;
            });
        }
    }

    private static JobEntity job(Instant wann) {
        EverLivingJobEntity job = new EverLivingJobEntity();
        job.setJobHandlerType(TYP);
        job.setJobHandlerConfiguration(new Auftrag());
        job.setDuedate(Date.from(wann));
        return job;
    }

    @Override
    public void execute(Auftrag auftrag, ExecutionEntity keine, CommandContext context, String kommune) {
        Instant weiter = lauf.getObject().schreibe(jetzt());
        context.getJobManager().reschedule(context.getCurrentJob(), Date.from(weiter));
    }

    /** It is never given up, else there would be no digest any more. The message of a failure may name people, so it is not logged. */
    @Override
    protected Command<Object> failed(String id, Throwable fehler, Command<Object> sonst) {
        return context -> {
            JobEntity job = context.getJobManager().findJobById(id);
            if (job == null || !TYP.equals(job.getJobHandlerType())) {
                return sonst.execute(context);
            }
            if (fehler instanceof OptimisticLockingException || fehler instanceof TransientDataAccessException) {
                return null; // another node is at it, and whoever is too late leaves its job alone
            }
            LOG.error("the morning digest has failed and is tried again in {}: {}", PAUSE, woran(fehler));
            job.unlock();
            job.setDuedate(Date.from(jetzt().plus(PAUSE)));
            return null;
        };
    }

    /** Says nothing of what a message may quote. */
    static String woran(Throwable fehler) {
        return fehler.getClass().getName() + " at " + (fehler.getStackTrace().length == 0 ? "-" : fehler.getStackTrace()[0]);
    }

    private static Instant jetzt() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    @Override
    public Auftrag newConfiguration(String gespeichert) {
        return new Auftrag();
    }
}
