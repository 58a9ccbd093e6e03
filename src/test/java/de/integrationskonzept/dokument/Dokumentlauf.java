package de.integrationskonzept.dokument;

import static de.integrationskonzept.prozess.Drehbuch.zeile;

import de.integrationskonzept.akte.Akteninhalt.Inhalt;
import de.integrationskonzept.prozess.Spiel;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What {@link DokumentAbsturzTest} does in a JVM of its own: sends the letter, freezes it, or goes on where the last run was killed. */
@Component
@ConditionalOnProperty("test.dokumentlauf")
class Dokumentlauf {

    private final Spiel spiel;
    private final ProcessEngine engine;
    private final ApplicationContext context;

    Dokumentlauf(Spiel spiel, ProcessEngine engine, ApplicationContext context) {
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
                    .erledige("integrationsbeauftragte", "startschreiben-versenden", zeile("versandArt", "buero", "versandAlle", "ja"));
        }
        List<Job> jobs = engine.getManagementService().createJobQuery().activityId("schreiben-unterwegs").list();
        jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        System.exit(SpringApplication.exit(context));
    }

    /** Dies when the document is written and nothing of it is committed yet. */
    @Component
    @Primary
    @ConditionalOnProperty("test.dokumentabsturz")
    static class SterbendesArchiv extends Archiv {

        SterbendesArchiv(JdbcTemplate jdbc) {
            super(jdbc);
        }

        @Override
        void lege(Inhalt akte, Entwurf entwurf) {
            super.lege(akte, entwurf);
            Runtime.getRuntime().halt(de.integrationskonzept.EigeneJvm.GETOETET);
        }
    }
}
