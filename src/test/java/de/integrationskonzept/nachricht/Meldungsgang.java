package de.integrationskonzept.nachricht;

import de.integrationskonzept.EigeneJvm;
import de.integrationskonzept.prozess.Spiel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What {@link MeldungAbsturzTest} does in a JVM of its own: begins files with a task for each of two people, tells them at once and in the
 * morning digest, goes on where the last run was killed, and ends.
 */
@Component
@ConditionalOnProperty("test.meldungsgang")
class Meldungsgang {

    /** A Tuesday, on which mail about work may go. */
    private static final Instant ZEHN_UHR = Instant.parse("2026-11-24T09:00:00Z");

    private final Spiel spiel;
    private final Tagespost tagespost;
    private final ProcessEngine engine;
    private final JdbcTemplate jdbc;
    private final ApplicationContext context;

    Meldungsgang(Spiel spiel, Tagespost tagespost, ProcessEngine engine, JdbcTemplate jdbc, ApplicationContext context) {
        this.spiel = spiel;
        this.tagespost = tagespost;
        this.engine = engine;
        this.jdbc = jdbc;
        this.context = context;
    }

    /** When the demonstration's people are all there. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void laufe() throws Exception {
        ClockUtil.offset(ZEHN_UHR.toEpochMilli() - System.currentTimeMillis());
        String haus = "@" + context.getEnvironment().getRequiredProperty("test.meldungsgang");
        if (engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("projektstart").count() == 0) {
            beginne(haus);
        }
        fuehreAus(Meldungslauf.TYP);
        tagespost.beginne();
        fuehreAus(Tagespost.TYP); // writes it
        fuehreAus(Tagespost.TYP); // and finds nobody else
        stelleZu(haus);
        System.exit(SpringApplication.exit(context));
    }

    /** One task for the only one in a role, and one that somebody else gets. */
    private void beginne(String haus) {
        gibAdresse("verwaltungsspitze", "eine" + haus);
        gibAdresse("kaemmerei", "andere" + haus);
        spiel.wurzel("projektstart", Map.of());
        String zweite = spiel.wurzel("projektstart", Map.of()).id();
        engine.getTaskService().setAssignee(engine.getTaskService().createTaskQuery().processInstanceId(zweite).singleResult().getId(), "kaemmerei");
        if (context.getEnvironment().getProperty("test.meldungsgang-bis", "").equals("aenderung")) {
            Runtime.getRuntime().halt(EigeneJvm.GETOETET);
        }
    }

    private void gibAdresse(String wem, String adresse) {
        User person = engine.getIdentityService().createUserQuery().userId(wem).singleResult();
        person.setEmail(adresse);
        engine.getIdentityService().saveUser(person);
    }

    private void fuehreAus(String art) {
        jdbc.queryForList("select ID_ from ACT_RU_JOB where HANDLER_TYPE_ = ?", String.class, art).forEach(engine.getManagementService()::executeJob);
    }

    /** All at the same time, so that one crash meets them all. */
    private void stelleZu(String haus) throws Exception {
        List<Callable<Object>> zustellungen = jdbc.queryForList("select J.ID_ from ACT_RU_JOB J join IK_POST P on P.ID = J.HANDLER_CFG_ "
                + "where P.ADRESSE like ?", String.class, "%" + haus).stream()
                .map(job -> Executors.callable(() -> engine.getManagementService().executeJob(job))).toList();
        ExecutorService zugleich = Executors.newCachedThreadPool();
        try {
            for (Future<Object> zustellung : zugleich.invokeAll(zustellungen)) {
                zustellung.get();
            }
        } finally {
            zugleich.shutdown();
        }
    }
}
