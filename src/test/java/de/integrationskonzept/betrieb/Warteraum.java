package de.integrationskonzept.betrieb;

import de.integrationskonzept.engine.ModelBean;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a request and jobs wait until {@link StillstandTest} lets them go on. */
@RestController
@ModelBean("warteraum")
@ConditionalOnProperty("test.warteraum")
public class Warteraum {

    static final CountDownLatch ALLE_DA = new CountDownLatch(3);
    static final CountDownLatch ANGEHALTEN = new CountDownLatch(1);
    static final CountDownLatch WEITER = new CountDownLatch(1);
    static final CountDownLatch DANACH = new CountDownLatch(1);

    private final ObjectProvider<ProcessEngine> engine;

    Warteraum(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    @EventListener
    void haeltAn(ContextClosedEvent ende) {
        ANGEHALTEN.countDown();
    }

    /** A request that makes one more job at last. */
    @GetMapping("/warteraum")
    String anfrage() throws InterruptedException {
        ALLE_DA.countDown();
        WEITER.await(60, TimeUnit.SECONDS);
        return engine.getObject().getRuntimeService().startProcessInstanceByKey("warten", "danach", Map.of("wie", "kurz")).getBusinessKey();
    }

    /** A job that goes on when the request does, or one that nobody could wait for. */
    public String warte(String wie) {
        ALLE_DA.countDown();
        CountDownLatch worauf = wie.equals("kurz") ? WEITER : DANACH;
        while (worauf.getCount() > 0) {
            try {
                worauf.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException egal) {
                // It does not let itself be stopped.
            }
        }
        return wie;
    }
}
