package de.integrationskonzept.stoerung;

import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.integrationskonzept.Poststelle;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A backup as {@code docs/betrieb.md} tells to make it, taken while people work, and brought back after the database was lost. */
@Tag("lang")
@Tag("eigene-anwendung")
@Timeout(900)
@DisplayName("Eine Sicherung aus dem laufenden Betrieb bringt genau ihren Stand zurück, und niemand bekommt Post ein zweites Mal")
class SicherungTest {

    private static final int AKTEN = 6;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String INHALT = "select count(*) || ' ' || coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') from %s t";

    @TempDir
    private Path ordner;

    @Test
    @DisplayName("Anzahl und Inhalt jeder Tabelle wie im Augenblick der Sicherung; die Akten gehen weiter; ohne „gesendet-bis“ käme Post noch einmal")
    void sicherungUnterLast() throws Exception {
        try (Systempostgres server = new Systempostgres(ordner)) {
            System.out.println(server.version());
            Path datei = ordner.resolve("sicherung.dump");
            Map<String, String> stand = verloreneZeit(server, datei);
            Map<String, Long> vorher = angekommen();

            String bis = LocalDateTime.now(BERLIN).plusMinutes(1).truncatedTo(ChronoUnit.SECONDS).toString();
            gehtWeiter(spieleZurueck(server, datei, "wieder", stand), "--integrationskonzept.nachricht.gesendet-bis=" + bis);
            assertThat(angekommen()).as("mails after the restore").isEqualTo(vorher);

            gehtWeiter(spieleZurueck(server, datei, "ohne", stand));
            assertThat(angekommen().keySet()).as("no other mails than before, by their Message-ID").isEqualTo(vorher.keySet());
            assertThat(angekommen()).as("but without the setting some of them twice").isNotEqualTo(vorher);
        }
    }

    /** People work, a letter goes out, in the middle of it the backup is made; what happens afterwards is lost. @return what was saved */
    private Map<String, String> verloreneZeit(Systempostgres server, Path datei) throws Exception {
        try (ConfigurableApplicationContext anwendung = starte(server.datenbank("laufend"));
                Kassenbuch buch = new Kassenbuch(ordner.resolve("verloren"))) {
            IntStream.range(0, AKTEN).forEach(i -> anwendung.getBean(Spiel.class).beginne(stadt()));
            JdbcTemplate jdbc = Betrieb.jdbc(anwendung);
            versende(anwendung, 0);
            keinePost(jdbc);
            Map<String, String> stand;
            try (Mitarbeitende leute = new Mitarbeitende(anwendung.getBean(Rest.class), jdbc, buch).beginne(3, Duration.ofMillis(100))) {
                await().atMost(Duration.ofMinutes(1)).until(() -> buch.bestaetigt(Kassenbuch.Art.ERLEDIGUNG).size() > 5);
                versende(anwendung, 1);
                stand = sichere(anwendung.getBean(DataSource.class), server, datei);
                keinePost(jdbc);
            }
            System.out.println("Unter Last: " + buch);
            return stand;
        }
    }

    /** Dump and figures of the same moment. */
    private static Map<String, String> sichere(DataSource quelle, Systempostgres server, Path datei) throws Exception {
        try (Connection verbindung = quelle.getConnection()) {
            verbindung.setAutoCommit(false);
            verbindung.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(verbindung, true));
            String augenblick = jdbc.queryForObject("select pg_export_snapshot()", String.class);
            assertThat(jdbc.queryForObject("select count(*) from IK_POST where ZUSTAND = 'geplant'", Long.class)).as("mails under way").isPositive();
            long anfang = System.nanoTime();
            server.sichere("laufend", datei, augenblick);
            System.out.printf("Sicherung: %.1f s, %d kB%n", (System.nanoTime() - anfang) / 1e9, Files.size(datei) / 1024);
            Map<String, String> stand = stand(jdbc);
            verbindung.rollback();
            verbindung.setAutoCommit(true);
            return stand;
        }
    }

    private static Map<String, Object> spieleZurueck(Systempostgres server, Path datei, String name, Map<String, String> stand) throws Exception {
        Map<String, Object> datenbank = server.datenbank(name);
        long anfang = System.nanoTime();
        server.spieleZurueck(datei, name);
        System.out.printf("Zurückspielen: %.1f s%n", (System.nanoTime() - anfang) / 1e9);
        JdbcTemplate jdbc = Nachschau.in(datenbank).jdbc();
        assertThat(stand(jdbc)).as("count and content of each table").isEqualTo(stand);
        assertThat(jdbc.queryForObject("select count(*) from IK_POST where ZUSTAND = 'geplant'", Long.class)).isPositive();
        return datenbank;
    }

    /** Rows and hash by table. */
    private static Map<String, String> stand(JdbcTemplate jdbc) {
        Map<String, String> stand = new LinkedHashMap<>();
        jdbc.queryForList("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
                String.class).forEach(tabelle -> stand.put(tabelle, jdbc.queryForObject(INHALT.formatted(tabelle), String.class)));
        assertThat(stand).hasSizeGreaterThan(60);
        return stand;
    }

    private void gehtWeiter(Map<String, Object> datenbank, String... angaben) throws Exception {
        try (ConfigurableApplicationContext anwendung = starte(datenbank, angaben);
                Kassenbuch buch = new Kassenbuch(ordner.resolve("weiter" + angaben.length))) {
            JdbcTemplate jdbc = Betrieb.jdbc(anwendung);
            keinePost(jdbc);
            try (Mitarbeitende leute = new Mitarbeitende(anwendung.getBean(Rest.class), jdbc, buch).beginne(3, Duration.ZERO)) {
                await().atMost(Duration.ofMinutes(2)).until(() -> buch.bestaetigt(Kassenbuch.Art.ERLEDIGUNG).size() > 10);
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> jdbc.queryForObject("select count(*) from ACT_RU_JOB where LOCK_OWNER_ is not null",
                    Long.class) == 0);
            assertThat(new Nachschau(jdbc).maengel(buch)).isEmpty();
        }
    }

    private static ConfigurableApplicationContext starte(Map<String, Object> datenbank, String... angaben) {
        Map<String, Object> alles = new LinkedHashMap<>(datenbank);
        alles.putAll(Poststelle.angaben());
        alles.put("integrationskonzept.nachricht.tagespost", false);
        alles.put("integrationskonzept.nachricht.je-minute", 120);
        alles.put("camunda.bpm.job-execution.lock-time-in-millis", 10_000); // what was taken at the moment of the backup is free again soon
        return Betrieb.starte(alles, angaben);
    }

    private static void versende(ConfigurableApplicationContext anwendung, int mal) {
        Spiel.Akte akte = anwendung.getBean(Spiel.class).wurzel("projektstart", Map.of());
        akte.erledige("verwaltungsspitze", aufgabe(anwendung, akte, "startsignal-geben"), zeile("startsignal", "ja", "startsignalImAuftrag", false));
        akte.erledige("integrationsbeauftragte", aufgabe(anwendung, akte, "startschreiben-versenden"), zeile("versandArt", "anwendung", "versandAdressen",
                IntStream.range(0, 15).mapToObj(i -> "person" + mal + "-" + i + "@sicherung.example").collect(Collectors.joining("\n")), "versandAlle", "ja"));
    }

    /** When the job executor has brought it there. */
    private static Task aufgabe(ConfigurableApplicationContext anwendung, Spiel.Akte akte, String schritt) {
        return await().atMost(Duration.ofMinutes(1)).until(() -> anwendung.getBean(ProcessEngine.class).getTaskService().createTaskQuery()
                .processInstanceId(akte.id()).taskDefinitionKey(schritt).singleResult(), aufgabe -> aufgabe != null);
    }

    /** The letter begins with a job of its own. */
    private static void keinePost(JdbcTemplate jdbc) {
        await().atMost(Duration.ofMinutes(2)).until(() -> jdbc.queryForObject("select count(*) from ACT_RU_JOB J left join ACT_RU_JOBDEF D on D.ID_ = "
                + "J.JOB_DEF_ID_ where J.HANDLER_TYPE_ = 'nachricht-zustellen' or D.ACT_ID_ = 'schreiben-unterwegs' and J.RETRIES_ > 0", Long.class) == 0);
    }

    /** By Message-ID how often. */
    private static Map<String, Long> angekommen() throws MessagingException {
        List<String> kennungen = new ArrayList<>();
        for (MimeMessage mail : Poststelle.alle()) {
            kennungen.add(mail.getMessageID());
        }
        return kennungen.stream().collect(Collectors.groupingBy(k -> k, Collectors.counting()));
    }
}
