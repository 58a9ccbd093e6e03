package de.integrationskonzept.nachricht;

import de.integrationskonzept.EigeneJvm;
import de.integrationskonzept.prozess.Spiel;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
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
 * What {@link MeldungAbsturzTest} does in a JVM of its own: begins a file whose first task is for one person, tells that person, goes on
 * where the last run was killed, and ends.
 */
@Component
@ConditionalOnProperty("test.meldungsgang")
class Meldungsgang {

    private final Spiel spiel;
    private final ProcessEngine engine;
    private final JdbcTemplate jdbc;
    private final ApplicationContext context;

    Meldungsgang(Spiel spiel, ProcessEngine engine, JdbcTemplate jdbc, ApplicationContext context) {
        this.spiel = spiel;
        this.engine = engine;
        this.jdbc = jdbc;
        this.context = context;
    }

    /** When the demonstration's people are all there. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void laufe() {
        if (engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("projektstart").count() == 0) {
            User person = engine.getIdentityService().createUserQuery().userId("verwaltungsspitze").singleResult();
            person.setEmail(context.getEnvironment().getRequiredProperty("test.meldungsgang"));
            engine.getIdentityService().saveUser(person);
            spiel.wurzel("projektstart", Map.of());
            if (context.getEnvironment().getProperty("test.meldungsgang-bis", "").equals("aenderung")) {
                Runtime.getRuntime().halt(EigeneJvm.GETOETET);
            }
        }
        fuehreAus("nachricht-melden");
        fuehreAus("nachricht-zustellen");
        System.exit(SpringApplication.exit(context));
    }

    private void fuehreAus(String art) {
        jdbc.queryForList("select ID_ from ACT_RU_JOB where HANDLER_TYPE_ = ?", String.class, art).forEach(engine.getManagementService()::executeJob);
    }
}
