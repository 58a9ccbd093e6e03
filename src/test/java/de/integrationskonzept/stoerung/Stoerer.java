package de.integrationskonzept.stoerung;

import de.integrationskonzept.EigeneJvm;
import de.integrationskonzept.engine.ModelBean;
import de.integrationskonzept.engine.Work;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What processes of the tests call in a {@link Knoten} with {@code test.stoerer=<name of the node>}. What a job has committed stands in
 * the table {@code SPUR}; while there is a row in {@code GIFT}, the bad job takes its JVM with it.
 */
@ModelBean("stoerer")
@ConditionalOnProperty("test.stoerer")
public class Stoerer {

    private static final long DAUER_MILLIS = 20;

    private final ObjectProvider<ProcessEngine> engine;
    private final ObjectProvider<JdbcTemplate> jdbc;
    private final String knoten;

    Stoerer(ObjectProvider<ProcessEngine> engine, ObjectProvider<JdbcTemplate> jdbc, @Value("${test.stoerer}") String knoten) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.knoten = knoten;
    }

    @EventListener(ApplicationReadyEvent.class)
    void bereit() {
        jdbc.getObject().execute("create table if not exists SPUR (VORGANG varchar(64) not null, KNOTEN varchar(64) not null)");
        jdbc.getObject().execute("create table if not exists GIFT (MENGE int not null)");
        engine.getObject().getRepositoryService().createDeployment().name("stoerung").enableDuplicateFiltering(true)
                .addClasspathResource("stoerung/stoer-arbeit.bpmn").addClasspathResource("stoerung/stoer-gift.bpmn").deploy();
    }

    /** Takes a while and leaves a row in its own transaction, so that what happened twice would show. */
    public void arbeite() {
        jdbc.getObject().update("insert into SPUR (VORGANG, KNOTEN) values (?, ?)", Work.here().getProcessInstanceId(), knoten);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(DAUER_MILLIS));
    }

    /** As when a library runs out of memory, or into a fault of the JVM. */
    public void reisse() {
        if (jdbc.getObject().queryForObject("select count(*) from GIFT", Integer.class) > 0) {
            Runtime.getRuntime().halt(EigeneJvm.GETOETET);
        }
    }
}
