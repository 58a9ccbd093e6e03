package de.integrationskonzept.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * A kind of job that the engine carries out for us: created in the transaction of what calls for it, done by any node, and done again
 * when a node dies over it.
 *
 * @param <C> what stands in the job, see {@link #newConfiguration}
 */
public abstract class OwnJob<C extends JobHandlerConfiguration> extends AbstractProcessEnginePlugin implements JobHandler<C> {

    private final String type;

    /** @param type value of {@code ACT_RU_JOB.HANDLER_TYPE_}, never to be changed */
    protected OwnJob(String type) {
        this.type = type;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<JobHandler> handlers = new ArrayList<>(List.of(this));
        if (configuration.getCustomJobHandlers() != null) {
            handlers.addAll(configuration.getCustomJobHandlers());
        }
        configuration.setCustomJobHandlers(handlers);
        configuration.setCustomIncidentHandlers(List.of(new IncidentsOfProcesses()));
        FailedJobCommandFactory others = configuration.getFailedJobCommandFactory() == null ? new DefaultFailedJobCommandFactory()
                : configuration.getFailedJobCommandFactory();
        configuration.setFailedJobCommandFactory((job, failure) -> failed(job, failure, others.getCommand(job, failure)));
    }

    /**
     * What happens after the transaction of a job was rolled back, in one of its own. Asked for every job, not only those of this type.
     *
     * @param otherwise what the engine does: one try less, and an incident at the end
     */
    protected Command<Object> failed(String job, Throwable failure, Command<Object> otherwise) {
        return otherwise;
    }

    /** For work that must never be given up: it is tried again after each pause until it succeeds. As {@link #failed}. */
    protected final Command<Object> again(String id, Duration pause, Command<Object> otherwise) {
        return context -> {
            JobEntity job = context.getJobManager().findJobById(id);
            if (job == null || !type.equals(job.getJobHandlerType())) {
                return otherwise.execute(context);
            }
            job.unlock();
            job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(pause)));
            return null;
        };
    }

    @Override
    public final String getType() {
        return type;
    }

    /** What a job was about is told by a table of ours, which stays. */
    @Override
    public void onDelete(C configuration, JobEntity job) {
    }
}
