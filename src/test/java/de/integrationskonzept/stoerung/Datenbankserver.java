package de.integrationskonzept.stoerung;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL that keeps what it has confirmed (unlike the one of the other tests), and that can break down. */
final class Datenbankserver implements AutoCloseable {

    private final Path daten;
    private final Map<String, String> einstellungen;
    private EmbeddedPostgres server;
    private int port;

    /** @param einstellungen as in {@code postgresql.conf} */
    Datenbankserver(Path ordner, Map<String, String> einstellungen) throws IOException {
        this.daten = ordner.resolve("daten");
        this.einstellungen = einstellungen;
        starte();
    }

    /** Starts it, after a breakdown on the same port and with the same data. */
    void starte() throws IOException {
        EmbeddedPostgres.Builder bauer = EmbeddedPostgres.builder().setDataDirectory(daten).setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(1)).setServerConfig("synchronous_commit", "on").setServerConfig("fsync", "on");
        einstellungen.forEach(bauer::setServerConfig);
        server = (port == 0 ? bauer : bauer.setPort(port)).start();
        port = server.getPort();
    }

    /** Makes a database and tells the settings of its data source. */
    Map<String, Object> datenbank(String name) throws SQLException {
        String url = "jdbc:postgresql://localhost:" + port + "/";
        try (Connection verbindung = DriverManager.getConnection(url + "postgres", "postgres", "postgres");
                Statement anweisung = verbindung.createStatement()) {
            anweisung.execute("create database " + name);
        }
        return Map.of("spring.datasource.url", url + name, "spring.datasource.username", "postgres",
                "spring.datasource.password", "postgres");
    }

    /** What {@code pg_ctl stop -m immediate} does: no goodbye and nothing written down that was not yet. */
    void stuerzeAb() throws IOException, InterruptedException {
        long leiter = Long.parseLong(Files.readAllLines(daten.resolve("postmaster.pid")).get(0).strip());
        new ProcessBuilder("kill", "-QUIT", String.valueOf(leiter)).start().waitFor(10, TimeUnit.SECONDS);
        await().atMost(Duration.ofSeconds(30)).until(() -> ProcessHandle.of(leiter).map(p -> !p.isAlive()).orElse(true));
        server.close();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
