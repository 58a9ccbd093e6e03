package de.integrationskonzept.dokument;

import static de.integrationskonzept.prozess.Drehbuch.zeile;

import de.integrationskonzept.EigeneJvm;
import de.integrationskonzept.akte.Akteninhalt.Inhalt;
import de.integrationskonzept.prozess.Spiel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
        stirbWenn("davor");
        List<Job> jobs = engine.getManagementService().createJobQuery().activityId("schreiben-unterwegs").list();
        jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        stirbWenn("danach");
        System.exit(SpringApplication.exit(context));
    }

    private void stirbWenn(String augenblick) {
        if (augenblick.equals(context.getEnvironment().getProperty("test.dokumentabsturz"))) {
            Runtime.getRuntime().halt(EigeneJvm.GETOETET);
        }
    }

    /** Dies while the document is being printed: half of it is done. */
    @Component
    @ConditionalOnProperty(name = "test.dokumentabsturz", havingValue = "drucken")
    static class SterbenderDruck {

        SterbenderDruck() {
            Thread wache = new Thread(() -> {
                while (Thread.getAllStackTraces().values().stream().flatMap(Arrays::stream)
                        .noneMatch(stelle -> stelle.getClassName().equals(PdfDruck.class.getName()))) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5)); // printing takes a hundred times that
                }
                Runtime.getRuntime().halt(EigeneJvm.GETOETET);
            });
            wache.setDaemon(true);
            wache.start();
        }
    }

    /** Dies when the document is written and nothing of it is committed yet. */
    @Component
    @Primary
    @ConditionalOnProperty(name = "test.dokumentabsturz", havingValue = "mitten")
    static class SterbendesArchiv extends Archiv {

        SterbendesArchiv(JdbcTemplate jdbc) {
            super(jdbc);
        }

        @Override
        void lege(Inhalt akte, Entwurf entwurf) {
            super.lege(akte, entwurf);
            Runtime.getRuntime().halt(EigeneJvm.GETOETET);
        }
    }
}
