package de.integrationskonzept.stoerung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(1200)
@Tag("lang")
@DisplayName("Fällt die Datenbank aus oder nimmt sie niemanden mehr an, geht es danach ohne Neustart der Anwendung weiter")
class DatenbankausfallTest {

    private static final Duration GEDULD = Duration.ofMinutes(4);
    private static final int AUSFAELLE = 3;
    private static final int VERBINDUNGEN = 16;

    @TempDir
    private Path ordner;
    private Datenbankserver server;
    private Map<String, Object> datenbank;

    @BeforeEach
    void beginne() throws Exception {
        server = new Datenbankserver(ordner, Map.of("max_connections", String.valueOf(VERBINDUNGEN)));
        datenbank = server.datenbank("ausfall");
    }

    @AfterEach
    void ende() throws Exception {
        server.close();
    }

    @Test
    @DisplayName("PostgreSQL stürzt unter Last ab und kommt wieder: was bestätigt war, gilt; der Zustand meldet sich ab und wieder an")
    void absturz() throws Exception {
        try (Knoten knoten = knoten(8); Kassenbuch buch = new Kassenbuch(ordner.resolve("kassenbuch"))) {
            knoten.starte();
            long anwendung = knoten.prozess().pid();
            try (Belegschaft personen = new Belegschaft(4, "D", knoten.rest(), buch)) {
                for (int ausfall = 0; ausfall < AUSFAELLE; ausfall++) {
                    personen.schafft(10, GEDULD);
                    server.stuerzeAb();
                    long weg = System.nanoTime();
                    await().atMost(GEDULD).until(() -> !knoten.gesund());
                    long gemeldet = System.nanoTime();
                    server.starte();
                    long da = System.nanoTime();
                    await().atMost(GEDULD).until(knoten::gesund);
                    System.out.printf("Datenbank weg: gemeldet nach %.1f s, wieder gesund %.1f s nach ihrem Start%n", (gemeldet - weg) / 1e9,
                            (System.nanoTime() - da) / 1e9);
                }
                personen.schafft(10, GEDULD);
            }
            kommtZurRuhe();
            System.out.println("Datenbank " + AUSFAELLE + "-mal abgestürzt: " + buch + ", davon abgelehnt "
                    + buch.abgelehnt(Kassenbuch.Art.ERLEDIGUNG).size());
            assertThat(knoten.prozess().pid()).isEqualTo(anwendung);
            assertThat(knoten.prozess().isAlive()).isTrue();
            assertThat(Nachschau.in(datenbank).maengel(buch)).isEmpty();
        }
    }

    @Test
    @DisplayName("Andere belegen alle Verbindungen des Servers: 503 in der Frist, nichts hängt, und danach geht es weiter")
    void verbindungenBelegt() throws Exception {
        try (Knoten knoten = knoten(8); Kassenbuch buch = new Kassenbuch(ordner.resolve("kassenbuch"))) {
            knoten.starte();
            List<Connection> andere = belege();
            assertThat(knoten.gesund()).isFalse();
            List<Long> wartezeiten = Zugleich.tue(60, () -> {
                long anfang = System.nanoTime();
                var antwort = knoten.rest().als("admin").get("/engine-rest/task/count");
                assertThat(antwort.status()).as(antwort.text()).isEqualTo(503);
                return (System.nanoTime() - anfang) / 1_000_000;
            });
            System.out.println("Alle Verbindungen belegt: 60 Anfragen zugleich, jede 503, längste nach "
                    + wartezeiten.stream().max(Long::compare).get() + " ms");
            assertThat(wartezeiten).allMatch(millis -> millis < 15_000);
            for (Connection verbindung : andere) {
                verbindung.close();
            }
            await().atMost(GEDULD).until(knoten::gesund);
            try (Belegschaft personen = new Belegschaft(2, "V", knoten.rest(), buch)) {
                personen.schafft(4, GEDULD);
            }
            kommtZurRuhe();
            assertThat(Nachschau.in(datenbank).maengel(buch)).isEmpty();
        }
    }

    /** All that the server has left; those of the application are ended one by one until it has none. */
    private List<Connection> belege() throws SQLException {
        List<Connection> andere = new ArrayList<>();
        String url = (String) datenbank.get("spring.datasource.url");
        andere.add(DriverManager.getConnection(url, "postgres", "postgres"));
        try (var ende = andere.get(0).prepareStatement("select pg_terminate_backend(pid) from pg_stat_activity where datname = "
                + "current_database() and application_name = 'PostgreSQL JDBC Driver' and pid <> pg_backend_pid() and pid <> all (?) limit 1")) {
            while (andere.size() < VERBINDUNGEN) {
                ende.setArray(1, andere.get(0).createArrayOf("int", andere.stream().map(DatenbankausfallTest::pid).toArray()));
                ende.execute();
                versuche(url, andere);
            }
        }
        return andere;
    }

    private static void versuche(String url, List<Connection> andere) {
        try {
            andere.add(DriverManager.getConnection(url, "postgres", "postgres"));
        } catch (SQLException voll) {
            // The application was quicker.
        }
    }

    private static Integer pid(Connection verbindung) {
        try {
            return verbindung.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        } catch (SQLException fehler) {
            throw new IllegalStateException(fehler);
        }
    }

    private Knoten knoten(int pool) throws Exception {
        return new Knoten(ordner.resolve("knoten"), datenbank, "--camunda.bpm.job-execution.lock-time-in-millis=4000",
                "--spring.datasource.hikari.maximum-pool-size=" + pool);
    }

    private void kommtZurRuhe() {
        await().atMost(GEDULD).until(() -> Nachschau.in(datenbank).faellig() == 0);
    }
}
