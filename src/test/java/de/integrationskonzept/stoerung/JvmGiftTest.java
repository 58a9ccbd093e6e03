package de.integrationskonzept.stoerung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.integrationskonzept.Datenbank;
import de.integrationskonzept.EigeneJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A job that ends its JVM each time: nothing is rolled back, no try is counted, and the next start would begin it again. */
@Timeout(1200)
@Tag("lang")
@DisplayName("Ein Schritt, der die Anwendung mitreißt, wird nach drei Abstürzen angehalten; die anderen laufen weiter")
class JvmGiftTest {

    private static final Duration GEDULD = Duration.ofMinutes(4);
    private static final int JOBS = 21;

    @TempDir
    private Path ordner;

    @Test
    @DisplayName("Drei Abstürze, dann ein Vorfall, und nach der Reparatur geht es weiter")
    void dreiAbstuerze() throws Exception {
        Map<String, Object> datenbank = Datenbank.postgres("jvmgift");
        JdbcTemplate jdbc = Nachschau.in(datenbank).jdbc();
        try (Knoten knoten = new Knoten(ordner, datenbank, "--camunda.bpm.job-execution.lock-time-in-millis=3000", "--test.stoerer=einziger")) {
            knoten.starte();
            vergifte(knoten, jdbc);
            int abstuerze = 0;
            while (!angehalten(knoten, jdbc)) {
                assertThat(knoten.prozess().exitValue()).as(knoten.ausgabe()).isEqualTo(EigeneJvm.GETOETET);
                assertThat(++abstuerze).as("crashes").isLessThanOrEqualTo(3);
                knoten.beginne();
            }
            assertThat(abstuerze).isEqualTo(3);
            knoten.warte(GEDULD);
            await().atMost(GEDULD).until(() -> jdbc.queryForObject("select count(distinct VORGANG) from SPUR", Integer.class) == JOBS - 1);
            assertThat(jdbc.queryForObject("select count(*) from SPUR", Integer.class)).isEqualTo(JOBS - 1);
            assertThat(jdbc.queryForList("select INCIDENT_MSG_ from ACT_RU_INCIDENT", String.class)).singleElement().asString()
                    .contains("dreimal ausgefallen").endsWith("erneut an.");
            assertThat(Nachschau.in(datenbank).ohneVorfall()).isEmpty();
            assertThat(jdbc.queryForObject("select count(*) from IK_ABGEBROCHEN", Integer.class)).isZero();
            gehtWeiter(knoten, jdbc);
        }
    }

    /** Their jobs become due in one go, so that the others are near when the bad one begins. */
    private static void vergifte(Knoten knoten, JdbcTemplate jdbc) {
        await().atMost(GEDULD).until(() -> knoten.rest().als("admin").get("/engine-rest/process-definition/key/stoer-gift").status() == 200);
        jdbc.update("insert into GIFT (MENGE) values (1)");
        jdbc.update("update ACT_RU_JOBDEF set SUSPENSION_STATE_ = 2 where PROC_DEF_KEY_ like 'stoer-%'");
        for (int i = 1; i < JOBS; i++) {
            starte(knoten, i == JOBS / 2 ? "stoer-gift" : "stoer-arbeit");
        }
        starte(knoten, "stoer-arbeit");
        jdbc.update("update ACT_RU_JOBDEF set SUSPENSION_STATE_ = 1 where PROC_DEF_KEY_ like 'stoer-%'");
        jdbc.update("update ACT_RU_JOB set SUSPENSION_STATE_ = 1 where PROCESS_DEF_KEY_ like 'stoer-%'");
    }

    private static void starte(Knoten knoten, String prozess) {
        assertThat(knoten.rest().als("admin").post("/engine-rest/process-definition/key/" + prozess + "/start", Map.of()).status()).isEqualTo(200);
    }

    /** Either it is given up, or the JVM has ended once more. */
    private static boolean angehalten(Knoten knoten, JdbcTemplate jdbc) {
        await().atMost(GEDULD).until(() -> !knoten.prozess().isAlive() || vorfaelle(jdbc) > 0);
        return knoten.prozess().isAlive();
    }

    private static int vorfaelle(JdbcTemplate jdbc) {
        return jdbc.queryForObject("select count(*) from ACT_RU_INCIDENT", Integer.class);
    }

    private static void gehtWeiter(Knoten knoten, JdbcTemplate jdbc) throws InterruptedException {
        jdbc.update("delete from GIFT");
        String job = jdbc.queryForObject("select ID_ from ACT_RU_JOB where RETRIES_ = 0", String.class);
        assertThat(knoten.rest().als("admin").put("/engine-rest/job/" + job + "/retries", Map.of("retries", 1)).status()).isEqualTo(204);
        await().atMost(GEDULD).until(() -> vorfaelle(jdbc) == 0 && jdbc.queryForObject("select count(*) from ACT_RU_JOB where ID_ = ?",
                Integer.class, job) == 0);
        knoten.beende();
        assertThat(knoten.prozess().waitFor(1, TimeUnit.SECONDS)).isTrue();
    }
}
