package de.integrationskonzept.stoerung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that are killed while people work, and what the database then says about what these were told. */
@Timeout(3600)
@Tag("einmal")
@DisplayName("Wird die Anwendung mitten in der Arbeit abgeschossen, gilt danach genau, was sie bestätigt hat")
class AbsturzTest {

    private static final String SPERRE = "--camunda.bpm.job-execution.lock-time-in-millis=4000";
    private static final Duration GEDULD = Duration.ofMinutes(5);

    @TempDir
    private Path ordner;
    private Datenbankserver server;
    private Map<String, Object> datenbank;
    private Nachschau nachschau;

    @BeforeEach
    void beginne() throws Exception {
        server = new Datenbankserver(ordner, Map.of());
        datenbank = server.datenbank("absturz");
        nachschau = Nachschau.in(datenbank);
    }

    @AfterEach
    void ende() throws Exception {
        server.close();
    }

    @Test
    @DisplayName("Abgeschossen, danach hundert Jobs auf zwei Knoten, von denen einer ausfällt")
    void kurz() throws Exception {
        try (Knoten erster = knoten("erster"); Knoten zweiter = knoten("zweiter")) {
            schiesseAb(erster, 1);
            faelltAus(erster, zweiter.starte(), 100);
        }
    }

    @Test
    @Tag("lang")
    @DisplayName("Fünfzigmal abgeschossen")
    void fuenfzig() throws Exception {
        try (Knoten knoten = knoten("einziger")) {
            schiesseAb(knoten, Integer.getInteger("runden", 50));
        }
    }

    @Test
    @Tag("lang")
    @DisplayName("Tausend Jobs auf zwei Knoten, von denen einer ausfällt: jeder Job geschieht einmal")
    void tausend() throws Exception {
        try (Knoten erster = knoten("erster"); Knoten zweiter = knoten("zweiter")) {
            faelltAus(erster.starte(), zweiter.starte(), 1000);
        }
    }

    private Knoten knoten(String name) throws Exception {
        return new Knoten(ordner.resolve(name), datenbank, SPERRE, "--test.stoerer=" + name);
    }

    /** Leaves it running. */
    private void schiesseAb(Knoten knoten, int runden) throws Exception {
        long saat = Long.getLong("saat", System.nanoTime());
        Random zufall = new Random(saat);
        try (Kassenbuch buch = new Kassenbuch(ordner.resolve("kassenbuch"))) {
            try (Belegschaft personen = new Belegschaft(4, "A", knoten.rest(), buch)) {
                knoten.starte();
                for (int runde = 0; runde < runden; runde++) {
                    personen.schafft(1 + zufall.nextInt(12), GEDULD);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(zufall.nextInt(200)));
                    knoten.toete();
                    knoten.starte();
                }
                personen.schafft(8, GEDULD);
            }
            kommtZurRuhe();
            System.out.printf("Abgeschossen: %d-mal (Saat %d), %s; nach drei Abstürzen angehalten: %s%n", runden, saat, buch,
                    nachschau.jdbc().queryForList("select PROCESS_DEF_KEY_ || ' ' || HANDLER_TYPE_ from ACT_RU_JOB where RETRIES_ = 0",
                            String.class));
            assertThat(nachschau.maengel(buch)).as("seed %d", saat).isEmpty();
        }
    }

    private void faelltAus(Knoten faelltAus, Knoten bleibt, int jobs) throws Exception {
        long vorher = spur();
        for (Knoten knoten : List.of(faelltAus, bleibt)) {
            await().atMost(GEDULD).until(() -> knoten.rest().als("admin").get("/engine-rest/process-definition/key/stoer-arbeit").status() == 200);
        }
        for (int i = 0; i < jobs; i++) {
            Knoten tuer = i < jobs / 2 && i % 2 == 0 ? faelltAus : bleibt; // who takes in a job looks for it at once
            var antwort = tuer.rest().als("admin").post("/engine-rest/process-definition/key/stoer-arbeit/start", Map.of());
            assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
            if (i == jobs / 2) {
                await().atMost(GEDULD).until(() -> zahl("select count(distinct KNOTEN) from SPUR") == 2);
                faelltAus.toete();
            }
        }
        long verwaist = zahl("select count(*) from ACT_RU_JOB where LOCK_OWNER_ is not null");
        await().atMost(GEDULD).until(() -> zahl("select count(*) from ACT_RU_EXECUTION E join ACT_RE_PROCDEF P on P.ID_ = E.PROC_DEF_ID_ "
                + "where P.KEY_ = 'stoer-arbeit'") == 0);
        System.out.printf("Zwei Knoten, %d Jobs: %d auf dem, der ausfiel, %d beim Ausfall oder danach in Arbeit%n", jobs,
                zahl("select count(*) from SPUR where KNOTEN = 'erster'"), verwaist);
        assertThat(spur() - vorher).isEqualTo(jobs);
        assertThat(zahl("select count(distinct VORGANG) from SPUR")).as("each once").isEqualTo(spur());
        assertThat(nachschau.alteSperren()).isEmpty();
        assertThat(nachschau.ohneVorfall()).isEmpty();
    }

    /** What is due has been done, by whomever. */
    private void kommtZurRuhe() {
        await().atMost(GEDULD).until(() -> nachschau.faellig() == 0);
    }

    private long spur() {
        return zahl("select count(*) from SPUR");
    }

    private long zahl(String sql) {
        return nachschau.jdbc().queryForObject(sql, Long.class);
    }
}
