package de.integrationskonzept.leistung;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;

/** Under what conditions was measured. */
public final class Umgebung {

    private Umgebung() {
    }

    public static String zeile(Map<String, Object> datenbank) throws IOException, SQLException {
        try (Connection verbindung = DriverManager.getConnection((String) datenbank.get("spring.datasource.url"), "postgres", "postgres");
                Statement frage = verbindung.createStatement();
                ResultSet antwort = frage.executeQuery("select current_setting('server_version'), current_setting('fsync'), "
                        + "current_setting('synchronous_commit'), current_setting('shared_buffers')")) {
            antwort.next();
            return String.format("%s · %d Kerne · %s Speicher · Java %s · PostgreSQL %s (fsync %s, synchronous_commit %s, "
                            + "shared_buffers %s) · Last %s", DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").format(LocalDateTime.now()),
                    Runtime.getRuntime().availableProcessors(), wert(Path.of("/proc/meminfo"), "MemTotal"),
                    System.getProperty("java.runtime.version"), antwort.getString(1), antwort.getString(2),
                    antwort.getString(3), antwort.getString(4), last());
        }
    }

    /** Load of the last 1, 5 and 15 minutes. */
    static String last() throws IOException {
        return String.join(" / ", Arrays.copyOf(Files.readString(Path.of("/proc/loadavg")).split(" "), 3));
    }

    /** A line such as {@code VmRSS: 4711 kB} of a file below /proc, in MB. */
    static String wert(Path datei, String name) throws IOException {
        return Files.readAllLines(datei).stream().filter(z -> z.startsWith(name + ":"))
                .map(z -> Long.parseLong(z.replaceAll("\\D", "")) / 1024 + " MB").findFirst().orElse("?");
    }

    public static double median(double... werte) {
        double[] sortiert = werte.clone();
        Arrays.sort(sortiert);
        int mitte = sortiert.length / 2;
        return sortiert.length % 2 == 1 ? sortiert[mitte] : (sortiert[mitte - 1] + sortiert[mitte]) / 2;
    }
}
