package de.integrationskonzept.modell;

import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;

/**
 * The jobs of {@link Umzugslauf} leave no log of the engine: what became of each file stands in {@code IK_UMZUG_AKTE}, and a
 * rehearsal leaves nothing else behind.
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
        return Umzugslauf.TYP.equals(((JobEntity) job).getJobHandlerType());
    }
}
