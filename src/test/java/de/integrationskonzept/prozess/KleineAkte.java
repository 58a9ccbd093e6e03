package de.integrationskonzept.prozess;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * A frame without phases, deployed by the tests: "Akte nachtragen", the watch over the plan and the change of the head of
 * administration, so that a story about them need not play a whole file.
 */
@Component
class KleineAkte {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final ProcessEngine engine;
    private final Spiel spiel;

    KleineAkte(ProcessEngine engine, Spiel spiel) {
        this.engine = engine;
        this.spiel = spiel;
    }

    Spiel.Akte beginne(Map<String, Object> variablen) {
        engine.getRepositoryService().createDeployment().name("kleine-akte").enableDuplicateFiltering(true)
                .addClasspathResource("fremd/kleine-akte.bpmn").deploy();
        return spiel.wurzel("kleine-akte", variablen);
    }

    /** Somebody outside of the story tells the file; the message must be awaited there. */
    void melde(Spiel.Akte akte, String nachricht) {
        String wartet = engine.getRuntimeService().createEventSubscriptionQuery().eventName(nachricht).list().stream()
                .filter(s -> akte.instanzen().contains(s.getProcessInstanceId())).findFirst().orElseThrow().getExecutionId();
        engine.getRuntimeService().messageEventReceived(nachricht, wartet);
    }

    /** The clock runs on from that day, ten in the morning; {@link ClockUtil#reset()} when the story is over. */
    static void esIst(String tag) {
        ClockUtil.reset();
        ClockUtil.offset(LocalDate.parse(tag).atTime(10, 0).atZone(BERLIN).toInstant().toEpochMilli() - System.currentTimeMillis());
    }
}
