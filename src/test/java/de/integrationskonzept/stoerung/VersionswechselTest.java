package de.integrationskonzept.stoerung;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Datenbank;
import de.integrationskonzept.Rest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files of twenty months that began under the models of the first release, and go on with what is shipped now. */
@Tag("lang")
@Tag("eigene-anwendung")
@Timeout(1500)
@DisplayName("Akten aus der ersten Version lassen sich mit der heutigen zu Ende bringen")
class VersionswechselTest {

    /** More than any file takes, its years of implementation included. */
    private static final int HOECHSTENS = 600;
    private static final int JAHRE = 3;
    /** One at each place of the plan; from there on it would repeat itself, with Kommunen that the first release handled in another way. */
    private static final int AKTEN = Integer.getInteger("akten", 12);
    /** The newest of the files below {@code db} that the first release brought. */
    private static final int SCHEMA = 10;

    @TempDir
    private Path ordner;

    @Test
    @DisplayName("Jede Akte, gleich wo sie beim Wechsel steht, kommt ans Ende und durch drei Jahre der Umsetzung")
    void jedeAkte() throws Exception {
        Map<String, Object> datenbank = Datenbank.postgres("versionswechsel" + UUID.randomUUID().toString().substring(0, 8));
        List<String> zeichen = ersteVersion(datenbank, AKTEN);
        try (ConfigurableApplicationContext anwendung = Betrieb.starte(datenbank, "--camunda.bpm.job-execution.enabled=false");
                Kassenbuch buch = new Kassenbuch(ordner.resolve("kassenbuch"))) {
            JdbcTemplate jdbc = Betrieb.jdbc(anwendung);
            assertThat(zahl(jdbc, "select count(*) from ACT_RE_PROCDEF where KEY_ = 'sitzung'")).as("the models of today are there").isPositive();
            assertThat(zahl(jdbc, "select max(split_part(version, '.', 1)::int) from ik_schema_history")).as("and the tables").isGreaterThan(SCHEMA);
            assertThat(zahl(jdbc, "select count(*) from IK_AUSLIEFERUNG where ZUSTAND = 'offen'")).as("nothing waits for a decision").isZero();
            ManagementService jobs = anwendung.getBean(ManagementService.class);
            jdbc.queryForList("select ID_ from ACT_RU_JOB where RETRIES_ = 0", String.class).forEach(job -> jobs.setJobRetries(job, 1));
            Mitarbeitende leute = new Mitarbeitende(anwendung.getBean(Rest.class), jdbc, buch);
            for (String akte : zeichen) {
                System.out.println(akte + ": " + new Aktenende(leute, jobs, jdbc, akte).bringeZuEnde(HOECHSTENS, JAHRE));
            }
            assertThat(new Nachschau(jdbc).maengel(buch)).isEmpty();
            assertThat(zahl(jdbc, "select count(*) from ACT_RU_INCIDENT")).isZero();
        }
    }

    /** @return the Aktenzeichen of what runs in it */
    private static List<String> ersteVersion(Map<String, Object> datenbank, int anzahl) throws Exception {
        try (ConfigurableApplicationContext anwendung = Betrieb.starte(datenbank, "--camunda.bpm.job-execution.enabled=false",
                Betrieb.modelle(Path.of("src/test/resources/released/1.0.0").toAbsolutePath().toString()))) {
            JdbcTemplate jdbc = Betrieb.jdbc(anwendung);
            assertThat(zahl(jdbc, "select count(*) from ACT_RE_PROCDEF where KEY_ = 'sitzung'")).as("the models of then").isZero();
            Betrieb.saee(anwendung, anzahl, "umzugsplan");
            System.out.println("Wartestellen beim Wechsel: " + jdbc.queryForList("select P.KEY_ || '/' || T.TASK_DEF_KEY_ || ' ' || count(*) from ACT_RU_TASK T join "
                    + "ACT_RE_PROCDEF P on P.ID_ = T.PROC_DEF_ID_ group by P.KEY_, T.TASK_DEF_KEY_ union all select P.KEY_ || '/' || J.ACT_ID_ || ' ' || count(*) "
                    + "from (select PROCESS_DEF_ID_, JOB_DEF_ID_ from ACT_RU_JOB) R join ACT_RU_JOBDEF J on J.ID_ = R.JOB_DEF_ID_ join ACT_RE_PROCDEF P "
                    + "on P.ID_ = R.PROCESS_DEF_ID_ group by P.KEY_, J.ACT_ID_ order by 1", String.class));
            List<String> akten = jdbc.queryForList("select distinct E.BUSINESS_KEY_ from ACT_RU_EXECUTION E join ACT_RE_PROCDEF P on P.ID_ = E.PROC_DEF_ID_ where "
                    + "E.PARENT_ID_ is null and E.SUPER_EXEC_ is null and P.KEY_ in ('integrationskonzept', 'umsetzung') order by 1", String.class);
            new Schemastand(jdbc).gehZurueckAuf(SCHEMA);
            return akten;
        }
    }

    private static long zahl(JdbcTemplate jdbc, String frage) {
        return jdbc.queryForObject(frage, Long.class);
    }
}
