package de.integrationskonzept.cockpit;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears from the engine's history which files have changed, and has their rows renewed just before the transaction commits:
 * then everything is written that they are made of.
 */
@Component
class Lagehorcher extends AbstractProcessEnginePlugin implements HistoryEventHandler {

    private final ObjectProvider<Lagen> lagen;

    Lagehorcher(ObjectProvider<Lagen> lagen) {
        this.lagen = lagen;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomHistoryEventHandlers().add(this);
    }

    @Override
    public void handleEvents(List<HistoryEvent> ereignisse) {
        ereignisse.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent ereignis) {
        if (ereignis instanceof HistoricProcessInstanceEventEntity instanz && instanz.getSuperProcessInstanceId() == null) {
            merke(instanz.getProcessInstanceId());
        } else if (ereignis instanceof HistoricVariableUpdateEventEntity variable && betrifft(variable)) {
            merke(variable.getRootProcessInstanceId());
        }
    }

    private static boolean betrifft(HistoricVariableUpdateEventEntity variable) {
        return Lagen.AMPEL.equals(variable.getVariableName()) || Lagen.DER_WURZEL.contains(variable.getVariableName())
                && variable.getProcessInstanceId() != null && variable.getProcessInstanceId().equals(variable.getRootProcessInstanceId());
    }

    private void merke(String wurzel) {
        if (wurzel != null && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.getSynchronizations().stream().filter(Vormerkung.class::isInstance).map(Vormerkung.class::cast)
                    .findFirst().orElseGet(this::neueVormerkung).wurzeln.add(wurzel);
        }
    }

    private Vormerkung neueVormerkung() {
        Vormerkung neu = new Vormerkung();
        TransactionSynchronizationManager.registerSynchronization(neu);
        return neu;
    }

    /** Of one transaction. */
    private final class Vormerkung implements TransactionSynchronization {

        private final Set<String> wurzeln = new TreeSet<>();

        @Override
        public void beforeCommit(boolean nurLesend) {
            lagen.getObject().erneuere(wurzeln);
        }
    }
}
