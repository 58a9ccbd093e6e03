package de.integrationskonzept.engine;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When the application is stopped it takes no further jobs; those that run are waited for by their thread pool, as requests are by the web
 * server, each for {@code spring.lifecycle.timeout-per-shutdown-phase}. What this node still holds then it gives back: stock leaves that
 * locked for five minutes.
 */
@Component
class OrderlyStop implements SmartLifecycle {

    private final ObjectProvider<JobExecutor> jobs;
    private final JdbcClient database;
    private final ApplicationContext application;
    private volatile boolean running;

    OrderlyStop(ObjectProvider<JobExecutor> jobs, JdbcClient database, ApplicationContext application) {
        this.jobs = jobs;
        this.database = database;
        this.application = application;
    }

    /** Before the thread pool of the jobs hears of it, which from then on would refuse what has been locked for it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void takeNoMore(ContextClosedEvent closed) {
        if (closed.getApplicationContext() == application) {
            jobs.ifAvailable(JobExecutor::shutdown);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** With a new revision, so that work which outlives even this cannot be committed beside its repetition. */
    @Override
    public void stop() {
        running = false;
        jobs.ifAvailable(executor -> database.sql("update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null, REV_ = REV_ + 1 "
                + "where LOCK_OWNER_ = ?").param(executor.getLockOwner()).update());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After web server and thread pools, which have the highest. */
    @Override
    public int getPhase() {
        return 0;
    }
}
