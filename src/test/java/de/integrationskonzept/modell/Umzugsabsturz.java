package de.integrationskonzept.modell;

import de.integrationskonzept.EigeneJvm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What {@link UmzugAbsturzTest} does in a JVM of its own: begins to move many files and dies in the middle of it, or goes on where
 * the last run died. What the job executor has committed stands in the table {@code SPUR}.
 */
@Component
@ConditionalOnProperty("test.umzug.akten")
class Umzugsabsturz extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;
    private final int akten;
    private final int stirbtBei;
    private final AtomicInteger umgezogen = new AtomicInteger();

    Umzugsabsturz(ApplicationContext context, Environment angaben) {
        this.context = context;
        this.akten = angaben.getRequiredProperty("test.umzug.akten", Integer.class);
        this.stirbtBei = angaben.getProperty("test.umzug.stirbt", Integer.class, Integer.MAX_VALUE);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomHistoryEventHandlers().add(new Horcher());
    }

    /** Each migration leaves a row in its own transaction, so that one that happened twice would show. */
    private final class Horcher implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent ereignis) {
            if (ereignis instanceof HistoricProcessInstanceEventEntity instanz
                    && ereignis.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_MIGRATE)) {
                context.getBean(JdbcTemplate.class).update("insert into SPUR (VORGANG) values (?)", instanz.getProcessInstanceId());
                if (umgezogen.incrementAndGet() == stirbtBei) {
                    Runtime.getRuntime().halt(EigeneJvm.GETOETET); // as when somebody pulls the plug: nothing is rolled back or told
                }
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> ereignisse) {
            ereignisse.forEach(this::handleEvent);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void laufe() throws InterruptedException {
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        if (jdbc.queryForObject("select count(*) from IK_UMZUG", Integer.class) == 0) {
            jdbc.execute("create table SPUR (VORGANG varchar(64))");
            beginne();
        }
        ProcessEngineConfigurationImpl engine = (ProcessEngineConfigurationImpl) context.getBean(ProcessEngine.class).getProcessEngineConfiguration();
        engine.getJobExecutor().setLockTimeInMillis(2_000); // what the dead one had taken is free again soon
        engine.getJobExecutor().start();
        String umzug = jdbc.queryForObject("select ID from IK_UMZUG", String.class);
        while (context.getBean(Umzuege.class).stand(umzug).offen() > 0) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        engine.getJobExecutor().shutdown();
        System.exit(SpringApplication.exit(context));
    }

    private void beginne() {
        Umzugsspiel spiel = context.getBean(Umzugsspiel.class);
        spiel.stelleBereit(Probevorgang.anfangs());
        Map<String, Object> angaben = new HashMap<>(Map.of("gift", false));
        IntStream.range(0, akten).forEach(i -> context.getBean(ProcessEngine.class).getRuntimeService()
                .startProcessInstanceByKey(Probevorgang.VORGANG, "A-" + i, angaben));
        String vorschlag = spiel.schlageVor(Probevorgang.umbenannt(),
                Map.of(Probevorgang.TEIL, Map.of("pruefen", "antrag-pruefen", "erinnern", "erinnern")));
        spiel.stelleBereit(vorschlag);
        context.getBean(Umzuege.class).beginne(vorschlag, false, null, Umzugsspiel.PERSON);
    }
}
