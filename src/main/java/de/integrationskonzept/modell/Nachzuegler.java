package de.integrationskonzept.modell;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * While nodes are brought up to date one after the other, one that is still old may take a job of models that came with the new version,
 * and cannot carry it out. That does not count as a try of the job: it waits for the others.
 */
@Component
class Nachzuegler extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(Nachzuegler.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private volatile Date gestartet;

    /** When this node has delivered what it ships itself. */
    @EventListener(ContextRefreshedEvent.class)
    void gestartet() {
        gestartet = ClockUtil.getCurrentTime();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        FailedJobCommandFactory sonst = configuration.getFailedJobCommandFactory() == null ? new DefaultFailedJobCommandFactory()
                : configuration.getFailedJobCommandFactory();
        configuration.setFailedJobCommandFactory((job, fehler) -> gescheitert(job, sonst.getCommand(job, fehler)));
    }

    private Command<Object> gescheitert(String id, Command<Object> sonst) {
        return context -> {
            JobEntity job = context.getJobManager().findJobById(id);
            if (job == null || !istNeuerAlsWir(job, context)) {
                return sonst.execute(context);
            }
            LOG.warn("job {} belongs to models of a newer version of the application and waits for a node of that version", id);
            job.unlock();
            job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(PAUSE)));
            return null;
        };
    }

    private boolean istNeuerAlsWir(JobEntity job, CommandContext context) {
        ProcessDefinitionEntity ablauf = job.getProcessDefinitionId() == null ? null
                : context.getProcessDefinitionManager().findLatestProcessDefinitionById(job.getProcessDefinitionId());
        DeploymentEntity lieferung = ablauf == null || gestartet == null ? null
                : context.getDeploymentManager().findDeploymentById(ablauf.getDeploymentId());
        return lieferung != null && Lieferungen.BEREITSTELLUNG.equals(lieferung.getName()) && lieferung.getDeploymentTime().after(gestartet);
    }
}
