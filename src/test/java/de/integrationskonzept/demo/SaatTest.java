package de.integrationskonzept.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The demonstration fills itself. What its people answer was written down from the tests {@code GanzeAkte…Test}; when this test fails
 * because a recording no longer fits the models, {@code ./mvnw test -Dtest='GanzeAkte*Test' -Daufzeichnen=1} makes it anew.
 */
@Anwendungstest
@DirtiesContext
@Tag("eigene-anwendung") // it makes a world of many Kommunen
@DisplayName("Musterakten der Vorführung")
class SaatTest {

    @Autowired
    @Qualifier("saat")
    ApplicationRunner saat;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    Rest rest;

    @Test
    @DisplayName("Drei Akten mit drei Jahren Geschichte, so weit gespielt, wie die Modelle es zulassen; ein zweiter Start legt nichts dazu")
    void dreiAkten() throws Exception {
        Timestamp heute = new Timestamp(ClockUtil.getCurrentTime().getTime());
        saat.run(new DefaultApplicationArguments());
        assertThat(zahl("select count(*) from IK_AKTE")).as("without being asked for").isZero();

        saat.run(new DefaultApplicationArguments("--files=3"));

        assertThat(jdbc.queryForList("select AKTENZEICHEN from IK_AKTE order by AKTENZEICHEN", String.class)).hasSize(3);
        assertThat(staende("kreisfreie-stadt")).as("the file and two years of its implementation").hasSize(3)
                .endsWith("Umsetzung " + (heute.toLocalDateTime().getYear()));
        assertThat(staende("landkreis")).hasSize(3);
        assertThat(staende("gemeinde")).as("the council said no").hasSize(1);
        assertThat(offen()).as("what lies on the tables").contains("jahr-abschliessen");
        vergangenes(heute);
        kennzahlen();
        assertThat(ClockUtil.getCurrentTime()).as("the clock is right again").isCloseTo(new java.util.Date(), 60_000);

        Map<String, Object> bestand = bestand();
        saat.run(new DefaultApplicationArguments("--files=3"));
        assertThat(bestand()).isEqualTo(bestand);
        assertThat(rest.als("prozessverantwortung").get("/engine-rest/incident").text()).isEqualTo("[]");
    }

    /** The phase of each root of the file of that kind of Kommune, oldest first. */
    private List<String> staende(String typ) {
        return jdbc.queryForList("select V.TEXT_ from ACT_HI_PROCINST P join ACT_HI_VARINST V on V.PROC_INST_ID_ = P.ID_ and V.NAME_ = 'phase' "
                + "join IK_KOMMUNE K on K.KOMMUNE = P.TENANT_ID_ where P.SUPER_PROCESS_INSTANCE_ID_ is null and K.ART = ? order by P.START_TIME_",
                String.class, typ);
    }

    private List<String> offen() {
        return jdbc.queryForList("select distinct TASK_DEF_KEY_ from ACT_RU_TASK", String.class);
    }

    /** Everything happened on a day of the past, in order, over three years. */
    private void vergangenes(Timestamp heute) {
        LocalDateTime erster = jdbc.queryForObject("select min(START_TIME_) from ACT_HI_TASKINST", Timestamp.class).toLocalDateTime();
        assertThat(erster).isBetween(heute.toLocalDateTime().minusYears(4), heute.toLocalDateTime().minusYears(3));
        for (String spalte : List.of("ACT_HI_TASKINST.END_TIME_", "ACT_HI_ACTINST.START_TIME_", "ACT_HI_DETAIL.TIME_", "ACT_RU_TASK.CREATE_TIME_")) {
            String tabelle = spalte.substring(0, spalte.indexOf('.'));
            assertThat(jdbc.queryForObject("select max(" + spalte + ") from " + tabelle, Timestamp.class)).as(spalte).isBeforeOrEqualTo(
                    new Timestamp(heute.getTime() + 3_600_000));
        }
        assertThat(zahl("select count(distinct extract(year from END_TIME_)) from ACT_HI_TASKINST where END_TIME_ is not null")).isGreaterThanOrEqualTo(4);
        assertThat(zahl("select count(*) from ACT_HI_TASKINST where END_TIME_ < START_TIME_")).isZero();
        assertThat(zahl("select count(*) from ACT_RU_JOB where DUEDATE_ is null or DUEDATE_ < '" + heute + "'")).as("left undone").isZero();
    }

    /** Of two years, each with values. */
    private void kennzahlen() {
        assertThat(zahl("select count(*) from ACT_HI_VARINST V join ACT_HI_PROCINST P on P.ID_ = V.PROC_INST_ID_ join IK_KOMMUNE K "
                + "on K.KOMMUNE = P.TENANT_ID_ where V.NAME_ = 'jahresbericht' and P.SUPER_PROCESS_INSTANCE_ID_ is null and K.ART = 'kreisfreie-stadt'"))
                .isEqualTo(2);
    }

    private Map<String, Object> bestand() {
        return Map.of("Akten", zahl("select count(*) from IK_AKTE"), "Vorgänge", zahl("select count(*) from ACT_HI_PROCINST"),
                "Aufgaben", zahl("select count(*) from ACT_HI_TASKINST"), "Kommunen", zahl("select count(*) from ACT_ID_TENANT"));
    }

    private int zahl(String sql) {
        return jdbc.queryForObject(sql, Integer.class);
    }
}
