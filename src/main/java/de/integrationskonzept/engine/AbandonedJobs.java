package de.integrationskonzept.engine;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * How a node takes jobs: as the engine does, but those on which an old lock has run out go to somebody who is careful. Nobody gives
 * such a job back, so the node that had taken it is dead, or the job takes longer than its lock.
 */
final class AbandonedJobs extends AcquireJobsCmd {

    private final UnaryOperator<List<String>> abandoned;
    private final Consumer<String> careful;

    /** @param abandoned says which of these jobs still have a lock in the database */
    AbandonedJobs(JobExecutor executor, int most, UnaryOperator<List<String>> abandoned, Consumer<String> careful) {
        super(executor, most);
        this.abandoned = abandoned;
        this.careful = careful;
    }

    @Override
    public AcquiredJobs execute(CommandContext context) {
        AcquiredJobs acquired = super.execute(context);
        // The new locks are written at the end of the transaction.
        List<String> found = acquired.size() == 0 ? List.of() : abandoned.apply(acquired.getJobIdBatches().stream().flatMap(List::stream).toList());
        if (!found.isEmpty()) {
            // Not before: another node may be quicker.
            context.getTransactionContext().addTransactionListener(TransactionState.COMMITTED, committed ->
                    found.stream().filter(acquired::contains).forEach(job -> {
                        acquired.removeJobId(job);
                        careful.accept(job);
                    }));
        }
        return acquired;
    }
}
