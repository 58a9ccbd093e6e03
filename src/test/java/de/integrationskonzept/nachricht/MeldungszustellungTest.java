package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Poststelle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Eine Meldung kommt einmal an, auch wenn zwei zugleich arbeiten oder etwas misslingt")
class MeldungszustellungTest extends Meldungsfall {

    @Autowired
    private PlatformTransactionManager transaktionen;

    @Test
    @DisplayName("Zwei Knoten zugleich, und derselbe Auftrag zweimal: trotzdem eine E-Mail")
    void zugleich() throws Exception {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-24T09:00:20Z")));
        probe.beginne(rolle, null, 1);
        probe.beginne(rolle, null, 1);
        List<String> jobs = probe.jobs();
        assertThat(jobs).hasSize(2);
        fuehreZugleichAus(List.of(jobs.get(0), jobs.get(1), jobs.get(0), jobs.get(1)));
        probe.meldeUndStelleZu();
        assertThat(probe.mails(anna)).hasSize(1);
        assertThat(probe.mails(anna).get(0).getSubject()).isEqualTo("2 Nachrichten zu Ihren Aufgaben");
    }

    private void fuehreZugleichAus(List<String> jobs) throws Exception {
        CyclicBarrier gleichzeitig = new CyclicBarrier(jobs.size());
        ExecutorService knoten = Executors.newFixedThreadPool(jobs.size());
        List<Future<?>> alle = new ArrayList<>();
        jobs.forEach(job -> alle.add(knoten.submit(() -> {
            gleichzeitig.await();
            engine.getManagementService().executeJob(job);
            return null;
        })));
        for (Future<?> einer : alle) {
            try {
                einer.get();
            } catch (ExecutionException zweiter) {
                assertThat(zweiter.getCause()).as("whoever comes second").isInstanceOf(RuntimeException.class);
            }
        }
        knoten.shutdown();
    }

    @Test
    @DisplayName("Kommt die Änderung nicht zustande, gibt es auch keine Meldung; und scheitert der Auftrag, bleibt er")
    void inEinerTransaktion() {
        new TransactionTemplate(transaktionen).executeWithoutResult(transaktion -> {
            probe.beginne(rolle, null, 1);
            transaktion.setRollbackOnly();
        });
        assertThat(probe.zeilen(anna)).isZero();

        probe.beginne(rolle, null, 1);
        new TransactionTemplate(transaktionen).executeWithoutResult(transaktion -> {
            probe.melde();
            transaktion.setRollbackOnly();
        });
        assertThat(probe.jobs()).hasSize(1);
        assertThat(probe.zustellungen()).isEmpty();
        probe.meldeUndStelleZu();
        assertThat(probe.mails(anna)).hasSize(1);
    }

    @Test
    @DisplayName("Nimmt der Mailserver die E-Mail nicht an, wird sie später zugestellt oder ein Vorfall, und die nächste kommt trotzdem")
    void mailserver() {
        probe.beginne(rolle, null, 1);
        probe.melde();
        String job = probe.zustellungen().get(0);
        Poststelle.pfoertner().antworte(probe.adresse(anna), "451 4.3.0 spaeter", "550 5.1.1 unbekannt");
        for (int versuch = 0; versuch < 2; versuch++) {
            assertThatThrownBy(() -> engine.getManagementService().executeJob(job)).isInstanceOf(NichtZugestellt.class);
        }
        assertThat(engine.getRuntimeService().createIncidentQuery().configuration(job).listPage(0, 2)).singleElement()
                .satisfies(vorfall -> assertThat(vorfall.getIncidentMessage()).contains("endgültig abgewiesen"));

        probe.beginne(rolle, null, 1);
        probe.melde();
        probe.zustellungen().stream().filter(andere -> !andere.equals(job)).forEach(engine.getManagementService()::executeJob);
        assertThat(probe.mails(anna)).hasSize(1);
        engine.getManagementService().setJobRetries(job, 1);
        engine.getManagementService().executeJob(job);
        assertThat(probe.mails(anna)).hasSize(2);
    }
}
