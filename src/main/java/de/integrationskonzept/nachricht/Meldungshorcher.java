package de.integrationskonzept.nachricht;

import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.nachricht.Meldungen.Meldung;
import de.integrationskonzept.nachricht.Meldungsbuch.Alleinige;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears from the engine's history which tasks have come or got somebody else, whichever way that happened, and has the people told just
 * before the transaction commits: then the database says who it is in the end. One statement asks for all tasks of a transaction.
 */
@Component
class Meldungshorcher extends AbstractProcessEnginePlugin {

    private static final int HOECHSTENS = 500;
    private static final Set<String> WER = Set.of(IdentityLinkType.ASSIGNEE, IdentityLinkType.CANDIDATE);

    private final Briefkasten briefkasten;
    private final Meldungsbuch buch;
    private final ObjectProvider<Meldungen> meldungen;
    private ProcessEngineConfigurationImpl engine;

    Meldungshorcher(Briefkasten briefkasten, Meldungsbuch buch, ObjectProvider<Meldungen> meldungen) {
        this.briefkasten = briefkasten;
        this.buch = buch;
        this.meldungen = meldungen;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        engine = configuration;
        if (briefkasten.offen()) {
            configuration.getCustomHistoryEventHandlers().add(new Ohr());
        }
    }

    /** No bean itself: of those the engine's configuration takes only one. */
    private final class Ohr implements HistoryEventHandler {

        @Override
        public void handleEvents(List<HistoryEvent> ereignisse) {
            ereignisse.forEach(this::handleEvent);
        }

        @Override
        public void handleEvent(HistoryEvent ereignis) {
            if (!TransactionSynchronizationManager.isSynchronizationActive()) {
                return;
            }
            if (ereignis instanceof HistoricIdentityLinkLogEventEntity wer && wer.getTaskId() != null && WER.contains(wer.getType())) {
                vormerkung().bewegt(wer);
            } else if (ereignis instanceof HistoricTaskInstanceEventEntity aufgabe && ereignis.isEventOfType(HistoryEventTypes.TASK_INSTANCE_CREATE)) {
                vormerkung().neu.add(aufgabe.getTaskId());
            }
        }
    }

    private Vormerkung vormerkung() {
        return TransactionSynchronizationManager.getSynchronizations().stream().filter(Vormerkung.class::isInstance).map(Vormerkung.class::cast)
                .findFirst().orElseGet(this::neueVormerkung);
    }

    private Vormerkung neueVormerkung() {
        Vormerkung neu = new Vormerkung(Caller.userId());
        TransactionSynchronizationManager.registerSynchronization(neu);
        return neu;
    }

    /** Of one transaction. */
    private final class Vormerkung implements TransactionSynchronization {

        /** What they do themselves they know; null is nobody. */
        private final String ausloesend;
        private final Set<String> neu = new HashSet<>();
        private final Set<String> bewegt = new TreeSet<>();
        private final Map<String, String> vergeben = new HashMap<>();

        private Vormerkung(String ausloesend) {
            this.ausloesend = ausloesend;
        }

        private void bewegt(HistoricIdentityLinkLogEventEntity wer) {
            bewegt.add(wer.getTaskId());
            if (wer.getType().equals(IdentityLinkType.ASSIGNEE) && wer.getUserId() != null && wer.getOperationType().startsWith("add")) {
                vergeben.put(wer.getTaskId(), wer.getUserId());
            }
        }

        @Override
        public void beforeCommit(boolean nurLesend) {
            List<Meldung> neue = zuMelden();
            if (!neue.isEmpty()) {
                engine.getCommandExecutorTxRequired().execute(context -> {
                    meldungen.getObject().melde(neue);
                    return null;
                });
            }
        }

        private List<Meldung> zuMelden() {
            Map<String, Alleinige> alleinige = new HashMap<>();
            List<String> aufgaben = List.copyOf(bewegt);
            for (int von = 0; von < aufgaben.size(); von += HOECHSTENS) {
                alleinige.putAll(buch.alleinige(aufgaben.subList(von, Math.min(aufgaben.size(), von + HOECHSTENS))));
            }
            return alleinige.entrySet().stream().filter(e -> erfaehrt(e.getKey(), e.getValue()))
                    .map(e -> new Meldung(e.getValue().fach(), e.getKey(), neu.contains(e.getKey()) ? Wunschanlass.NEU : Wunschanlass.ZUGEWIESEN)).toList();
        }

        /** A task that only gets a further role is not told anew to whoever has taken it. */
        private boolean erfaehrt(String aufgabe, Alleinige wer) {
            String person = wer.fach().person();
            return !person.equals(ausloesend) && (!wer.zugeteilt() || person.equals(vergeben.get(aufgabe)));
        }
    }
}
