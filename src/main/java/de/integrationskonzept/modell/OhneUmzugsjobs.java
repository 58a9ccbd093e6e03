package de.integrationskonzept.modell;

import de.integrationskonzept.engine.OwnJob;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;

/**
 * Jobs of ours that belong to no process instance leave no log of the engine, because nothing would ever remove it. What became of each
 * file that {@link Umzugslauf} moves stands in {@code IK_UMZUG_AKTE}, and a rehearsal leaves nothing else behind.
 */
class OhneUmzugsjobs extends CacheAwareHistoryEventProducer {

    @Override
    public HistoryEvent createHistoricJobLogCreateEvt(Job job) {
        return unserer(job) ? null : super.createHistoricJobLogCreateEvt(job);
    }

    @Override
    public HistoryEvent createHistoricJobLogFailedEvt(Job job, Throwable fehler) {
        return unserer(job) ? null : super.createHistoricJobLogFailedEvt(job, fehler);
    }

    @Override
    public HistoryEvent createHistoricJobLogSuccessfulEvt(Job job) {
        return unserer(job) ? null : super.createHistoricJobLogSuccessfulEvt(job);
    }

    @Override
    public HistoryEvent createHistoricJobLogDeleteEvt(Job job) {
        return unserer(job) ? null : super.createHistoricJobLogDeleteEvt(job);
    }

    private static boolean unserer(Job job) {
        return job.getProcessInstanceId() == null
                && Context.getProcessEngineConfiguration().getJobHandlers().get(((JobEntity) job).getJobHandlerType()) instanceof OwnJob;
    }
}
