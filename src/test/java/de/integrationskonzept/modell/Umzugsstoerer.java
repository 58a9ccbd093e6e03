package de.integrationskonzept.modell;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.stereotype.Component;

/** Lets something happen at the moment when a task is being migrated and nothing is written yet. */
@Component
class Umzugsstoerer extends AbstractProcessEnginePlugin {

    private static volatile Runnable dazwischen;

    /** @param was once; null for nothing */
    static void dazwischen(Runnable was) {
        dazwischen = was;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomHistoryEventHandlers().add(new Horcher());
    }

    /** Not a bean: the engine's configuration wants a single one of this type. */
    private static final class Horcher implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent ereignis) {
            Runnable was = dazwischen;
            if (was != null && ereignis instanceof HistoricTaskInstanceEventEntity
                    && ereignis.isEventOfType(HistoryEventTypes.TASK_INSTANCE_MIGRATE)) {
                dazwischen = null;
                was.run();
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> ereignisse) {
            ereignisse.forEach(this::handleEvent);
        }
    }
}
