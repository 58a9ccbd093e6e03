package de.integrationskonzept.nachricht;

import static de.integrationskonzept.prozess.Drehbuch.zeile;

import de.integrationskonzept.prozess.Spiel;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What {@link PostAbsturzTest} does in a JVM of its own: sends a letter to one address, goes on where the last run was killed, and ends. */
@Component
@ConditionalOnProperty("test.postlauf")
class Postlauf {

    private final Spiel spiel;
    private final ProcessEngine engine;
    private final ApplicationContext context;

    Postlauf(Spiel spiel, ProcessEngine engine, ApplicationContext context) {
        this.spiel = spiel;
        this.engine = engine;
        this.context = context;
    }

    /** When the demonstration's people are all there. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void laufe() {
        if (engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("projektstart").count() == 0) {
            spiel.wurzel("projektstart", Map.of())
                    .erledige("verwaltungsspitze", "startsignal-geben", zeile("startsignal", "ja", "startsignalImAuftrag", false))
                    .erledige("integrationsbeauftragte", "startschreiben-versenden", zeile("versandArt", "anwendung", "versandAdressen",
                            context.getEnvironment().getRequiredProperty("test.postlauf"), "versandAlle", "ja"));
        }
        String vorgang = engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("versand").singleResult().getId();
        engine.getManagementService().createJobQuery().processInstanceId(vorgang).list()
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        System.exit(SpringApplication.exit(context));
    }
}
