package de.integrationskonzept.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;

/**
 * How a node takes jobs: as the engine does, but those on which an old lock has run out go to somebody who is careful. Nobody gives
 * such a job back, so the node that had taken it is dead, or the job takes longer than its lock.
 */
final class AbandonedJobs extends AcquireJobsCmd {

    private final Consumer<String> careful;
    private final Set<String> found = new LinkedHashSet<>();

    AbandonedJobs(JobExecutor executor, int most, Consumer<String> careful) {
        super(executor, most);
        this.careful = careful;
    }

    @Override
    protected void lockJob(AcquirableJobEntity job) {
        if (job.getLockOwner() != null) {
            found.add(job.getId());
        }
        super.lockJob(job);
    }

    @Override
    public AcquiredJobs execute(CommandContext context) {
        AcquiredJobs acquired = super.execute(context);
        if (!found.isEmpty()) {
            // Not before: another node may have been quicker.
            context.getTransactionContext().addTransactionListener(TransactionState.COMMITTED, committed ->
                    found.stream().filter(acquired::contains).forEach(job -> {
                        acquired.removeJobId(job);
                        careful.accept(job);
                    }));
        }
        return acquired;
    }
}
