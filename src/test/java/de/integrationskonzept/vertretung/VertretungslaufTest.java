package de.integrationskonzept.vertretung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.integrationskonzept.Anwendungstest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Übergabe und Rückgabe gelingen auch auf zwei Knoten und nach Fehlern")
class VertretungslaufTest extends Abwesenheitsfall {

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    @DisplayName("Zwei Knoten, die denselben Lauf ausführen, ergeben dasselbe wie einer")
    void zweiKnoten() throws Exception {
        String aufgabe = kollegium.aufgabe(vera, rolle, false);
        fehlt(vera, 1, 3, sven);
        stelleUhr(heute.plusDays(1), 0);
        List<String> jobs = kollegium.jobs();
        ExecutorService knoten = Executors.newFixedThreadPool(2);
        try {
            Stream.of(1, 2).map(n -> CompletableFuture.runAsync(() -> jobs.forEach(this::laufe), knoten)).toList().forEach(CompletableFuture::join);
        } finally {
            knoten.shutdown();
        }
        assertThat(kollegium.bei(aufgabe)).isEqualTo(sven);
        assertThat(jdbc.queryForObject("select count(*) from IK_VERTRETUNG where AUFGABE = ?", Integer.class, aufgabe)).isEqualTo(1);
    }

    private void laufe(String job) {
        try {
            engine.getManagementService().executeJob(job);
        } catch (OptimisticLockingException | NullValueException andererKnoten) {
            // the other one was quicker
        }
    }

    @Test
    @DisplayName("Misslingt die Rückgabe, auch öfter, als es die Anwendung sonst versucht: "
            + "sie wird wiederholt, bis sie gelingt, und niemand sieht eine Störung")
    void misslungen() {
        String aufgabe = kollegium.aufgabe(vera, rolle, false);
        String id = fehlt(vera, 0, 3, sven);
        kollegium.esWird(heute.plusDays(1), 1);
        String job = jdbc.queryForObject("select ID_ from ACT_RU_JOB where HANDLER_CFG_ = ?", String.class, id);
        jdbc.execute("alter table IK_VERTRETUNG add constraint IK_PROBE check (AUFGABE <> '" + aufgabe + "' or AUSGANG is null)");
        try {
            for (int versuch = 0; versuch < 6; versuch++) {
                stelleUhr(heute.plusDays(4), versuch * 11);
                assertThat(kollegium.jobs()).as("due again ten minutes later").containsExactly(job);
                assertThatThrownBy(() -> engine.getManagementService().executeJob(job)).hasRootCauseInstanceOf(SQLException.class);
                assertThat(kollegium.bei(aufgabe)).as("nothing half done").isEqualTo(sven);
                assertThat(kollegium.jobs()).as("not at once").isEmpty();
            }
        } finally {
            jdbc.execute("alter table IK_VERTRETUNG drop constraint IK_PROBE");
        }
        assertThat(jdbc.queryForObject("select count(*) from ACT_RU_INCIDENT where CONFIGURATION_ = ?", Integer.class, job)).isZero();
        assertThat(jdbc.queryForObject("select count(*) from ACT_HI_INCIDENT where CONFIGURATION_ = ?", Integer.class, job)).isZero();
        assertThat(jdbc.queryForObject("select RETRIES_ from ACT_RU_JOB where ID_ = ?", Integer.class, job)).isPositive();
        stelleUhr(heute.plusDays(4), 66);
        engine.getManagementService().executeJob(job);
        assertThat(kollegium.bei(aufgabe)).isEqualTo(vera);
        assertThat(kollegium.sieht(sven, aufgabe)).isFalse();
    }

    private static void stelleUhr(LocalDate tag, int minuten) {
        ClockUtil.offset(tag.atTime(1, 0).plusMinutes(minuten).atZone(ZoneId.of("Europe/Berlin")).toInstant().toEpochMilli()
                - System.currentTimeMillis());
    }
}
