package de.integrationskonzept.leistung;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import de.integrationskonzept.Anwendungstest;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** How long the morning digest takes to write for 600 people with 6,000 open tasks, and for ten times as many, in the same application. */
@Tag("bench")
@Anwendungstest
@DirtiesContext
@TestPropertySource(properties = "integrationskonzept.nachricht.tagespost=true")
@DisplayName("Die Post am Morgen für 600 und für 6.000 Personen")
class TagespostTest {

    private static final Zaehler ZAEHLER = new Zaehler();
    private static final String JOB = "from ACT_RU_JOB where HANDLER_TYPE_ = 'nachricht-tagespost'";
    private static final int KOMMUNEN = 20;
    private static final int MAL = 10;
    /** 30 people and 300 tasks in each Kommune, in 20 roles. */
    private static final int PERSONEN = 30;
    private static final int AUFGABEN = 300;
    private static final int MORGEN = 3;

    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    Environment umgebung;

    private LocalDate tag = LocalDate.of(2027, 2, 1);

    @TestConfiguration
    static class Gezaehlt {

        @Bean
        static BeanPostProcessor zaehlt() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource echt ? ZAEHLER.um(echt) : bean;
                }
            };
        }
    }

    /** @param mb allocated, {@code spitze} MB of heap in use at most, garbage and all, {@code ruhe} before */
    private record Messung(double sekunden, long anweisungen, long runden, long mb, long ruhe, long spitze, int mails) {
    }

    @Test
    @DisplayName("Zehnmal so viel dauert höchstens zehnmal so lange")
    void waechstNichtSchneller() throws Exception {
        jdbc.execute("insert into ACT_ID_GROUP (ID_, REV_, NAME_) select 'tp-rolle-' || r, 1, 'Rolle ' || r from generate_series(0, 19) r");
        lege(0, KOMMUNEN);
        miss();
        Messung klein = miss();
        lege(KOMMUNEN, KOMMUNEN * MAL);
        Messung gross = miss();
        System.out.println(Umgebung.zeile(Map.of("spring.datasource.url", umgebung.getRequiredProperty("spring.datasource.url"))));
        zeige(KOMMUNEN, klein);
        zeige(KOMMUNEN * MAL, gross);
        assertThat(gross.mails()).isGreaterThan(KOMMUNEN * MAL * PERSONEN / 2);
        assertThat(gross.runden()).isLessThanOrEqualTo(klein.runden() * MAL);
        assertThat(gross.anweisungen()).isLessThanOrEqualTo(klein.anweisungen() * MAL);
        assertThat(gross.sekunden()).as("a fifth is left for what else happens on the machine").isLessThanOrEqualTo(klein.sekunden() * MAL * 1.2);
    }

    private static void zeige(int kommunen, Messung m) {
        System.out.printf("%,d Personen, %,d Aufgaben: %d E-Mails, Median aus %d Morgen %.2f s, %,d Anweisungen "
                + "(jede Zeile eines Stapels ist eine) in "
                + "%,d Runden zur Datenbank, %,d MB angelegt, Heap belegt vorher %,d MB, höchstens %,d MB (von %,d MB)%n",
                kommunen * PERSONEN, kommunen * AUFGABEN, m.mails(), MORGEN, m.sekunden(), m.anweisungen(), m.runden(), m.mb(), m.ruhe(), m.spitze(),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Kommunen from one number to another, with all that is in them; dates are spread from two weeks ago to six weeks ahead of the first morning. */
    private void lege(int von, int bis) {
        String kommunen = "generate_series(" + von + ", " + (bis - 1) + ") k";
        String personen = kommunen + ", generate_series(0, " + (PERSONEN - 1) + ") p";
        String aufgaben = kommunen + ", generate_series(0, " + (AUFGABEN - 1) + ") a";
        String definition = "(select max(ID_) from ACT_RE_PROCDEF where KEY_ = 'ressourcen')";
        jdbc.execute("insert into ACT_ID_TENANT (ID_, REV_, NAME_) select 'tp-' || k, 1, 'Kommune ' || k from " + kommunen);
        jdbc.execute("insert into ACT_ID_USER (ID_, REV_, FIRST_, LAST_, EMAIL_) select 'tp-' || k || '-' || p, 1, 'Erika', 'Muster', 'p' || p || '.k' || k "
                + "|| '@bench.example' from " + personen);
        jdbc.execute("insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) select 'tp-' || k || '-' || p, 'tp-rolle-' || (p % 20) from " + personen);
        jdbc.execute("insert into ACT_ID_TENANT_MEMBER (ID_, TENANT_ID_, USER_ID_) select 'tp-' || k || '-' || p, 'tp-' || k, 'tp-' || k || '-' || p from " + personen);
        jdbc.execute("insert into ACT_RU_EXECUTION (ID_, REV_, PROC_INST_ID_, ROOT_PROC_INST_ID_, PROC_DEF_ID_, BUSINESS_KEY_, SUSPENSION_STATE_, TENANT_ID_) "
                + "select e, 1, e, e, " + definition + ", 'A-' || (a % 4), 1, 'tp-' || k from (select k, a, 'tp-' || k || '-' || a as e from " + aufgaben + ") x");
        jdbc.execute("insert into ACT_RU_TASK (ID_, REV_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_, ASSIGNEE_, PRIORITY_, CREATE_TIME_, DUE_DATE_, "
                + "SUSPENSION_STATE_, TENANT_ID_) select e, 1, e, e, " + definition + ", 'Aufgabe ' || a, case when a % 3 = 0 then 'tp-' || k || '-' || (a / 3 % 30) end, "
                + "50, timestamp '2027-01-20 10:00' + (a % 20) * interval '1 day', timestamp '2027-01-18 12:00' + (a % 56) * interval '1 day', 1, 'tp-' || k from "
                + "(select k, a, 'tp-' || k || '-' || a as e from " + aufgaben + ") x");
        jdbc.execute("insert into ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_, TENANT_ID_) select 'tp-' || k || '-' || a, 1, 'tp-rolle-' || (a % 20), "
                + "'candidate', 'tp-' || k || '-' || a, 'tp-' || k from " + aufgaben);
        jdbc.execute("analyze");
    }

    /** The same mornings for both sizes, so that the same is due. */
    private Messung miss() {
        tag = LocalDate.of(2027, 2, 1);
        jdbc.update("delete from IK_POST where ANLASS like 'tagespost%'");
        jdbc.update("delete from IK_TAGESPOST");
        jdbc.update("update ACT_RU_JOB set DUEDATE_ = ? where HANDLER_TYPE_ = 'nachricht-tagespost'", Timestamp.valueOf("2020-01-01 00:00:00"));
        long ruhe = belegt();
        List<Double> zeiten = new ArrayList<>();
        long anweisungen = 0;
        long runden = 0;
        long mb = 0;
        for (int i = 0; i < MORGEN; i++, tag = tag.plusDays(1)) {
            ClockUtil.setCurrentTime(Date.from(tag.atTime(LocalTime.of(7, 0)).atZone(ZoneId.of("Europe/Berlin")).toInstant()));
            ThreadMXBean faden = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long vorher = faden.getThreadAllocatedBytes(Thread.currentThread().getId());
            long gezaehlt = ZAEHLER.anweisungen();
            long hin = ZAEHLER.runden();
            long anfang = System.nanoTime();
            while (!jdbc.queryForObject("select DUEDATE_ " + JOB, Timestamp.class).after(ClockUtil.getCurrentTime())) {
                engine.getManagementService().executeJob(jdbc.queryForObject("select ID_ " + JOB, String.class));
            }
            zeiten.add((System.nanoTime() - anfang) / 1e9);
            anweisungen += ZAEHLER.anweisungen() - gezaehlt;
            runden += ZAEHLER.runden() - hin;
            mb += (faden.getThreadAllocatedBytes(Thread.currentThread().getId()) - vorher) >> 20;
        }
        int mails = jdbc.queryForObject("select count(*) from IK_POST where ANLASS like 'tagespost%'", Integer.class);
        return new Messung(Umgebung.median(zeiten.stream().mapToDouble(Double::doubleValue).toArray()), anweisungen / MORGEN, runden / MORGEN,
                mb / MORGEN, ruhe, speicher().mapToLong(bereich -> bereich.getPeakUsage().getUsed()).sum() >> 20, mails / MORGEN);
    }

    private static Stream<MemoryPoolMXBean> speicher() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(bereich -> bereich.getType() == MemoryType.HEAP);
    }

    /** After a collection; from here on the highest is kept of each part of the heap, their sum is the most that it can have been together. */
    private static long belegt() {
        System.gc();
        speicher().forEach(MemoryPoolMXBean::resetPeakUsage);
        return speicher().mapToLong(bereich -> bereich.getUsage().getUsed()).sum() >> 20;
    }
}
