package de.integrationskonzept.stoerung;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a running application takes: asked from outside, of the JVM, of the operating system and of the database. */
final class Messung {

    static final String KOPF = "Minute  Heap nach GC  Speicher  Fäden  Verbindungen  laufend MB  Geschichte MB  eigene MB  offene Aufgaben  erledigt  Anfragen";

    private static final Pattern BENUTZT = Pattern.compile("total (?:reserved )?\\d+K(?:, committed \\d+K)?, used (\\d+)K");
    private static final String GROESSE = "select coalesce(sum(pg_total_relation_size(c.oid)), 0) / 1048576.0 from pg_class c where c.relkind = 'r' and c.relname like ?";

    private final Process jvm;
    private final JdbcTemplate jdbc;

    Messung(Process jvm, JdbcTemplate jdbc) {
        this.jvm = jvm;
        this.jdbc = jdbc;
    }

    /** Sizes in MB. */
    record Minute(int minute, double heap, double speicher, double faeden, double verbindungen, double laufend, double geschichte, double eigene,
            double offene, double erledigt, double anfragen) {

        @Override
        public String toString() {
            return String.format("%6d %13.1f %9.0f %6.0f %13.0f %11.1f %14.1f %10.1f %16.0f %9.0f %9.0f", minute, heap, speicher, faeden, verbindungen, laufend,
                    geschichte, eigene, offene, erledigt, anfragen);
        }
    }

    Minute miss(int minute, Tagewerk tagewerk) throws Exception {
        jcmd("GC.run");
        Map<String, Double> linux = linux();
        return new Minute(minute, heap(), linux.get("VmRSS") / 1024, linux.get("Threads"),
                zahl("select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"),
                groesse("act\\_ru\\_%"), groesse("act\\_hi\\_%") + groesse("act\\_ge\\_byte%"), groesse("ik\\_%"), zahl("select count(*) from ACT_RU_TASK"),
                tagewerk.erledigt(), tagewerk.anfragen());
    }

    static Minute mittel(List<Minute> minuten) {
        return new Minute(minuten.size(), mittel(minuten, Minute::heap), mittel(minuten, Minute::speicher), mittel(minuten, Minute::faeden),
                mittel(minuten, Minute::verbindungen), mittel(minuten, Minute::laufend), mittel(minuten, Minute::geschichte), mittel(minuten, Minute::eigene),
                mittel(minuten, Minute::offene), mittel(minuten, Minute::erledigt), mittel(minuten, Minute::anfragen));
    }

    private static double mittel(List<Minute> minuten, ToDoubleFunction<Minute> was) {
        return minuten.stream().mapToDouble(was).average().orElseThrow();
    }

    private double heap() throws Exception {
        Matcher benutzt = BENUTZT.matcher(jcmd("GC.heap_info"));
        double summe = 0;
        while (benutzt.find()) {
            summe += Double.parseDouble(benutzt.group(1)) / 1024;
        }
        return summe;
    }

    private String jcmd(String befehl) throws Exception {
        Process prozess = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(jvm.pid()), befehl)
                .redirectErrorStream(true).start();
        String antwort = new String(prozess.getInputStream().readAllBytes());
        prozess.waitFor();
        return antwort;
    }

    private Map<String, Double> linux() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + jvm.pid() + "/status")).stream().filter(z -> z.startsWith("VmRSS") || z.startsWith("Threads"))
                .collect(java.util.stream.Collectors.toMap(z -> z.split(":")[0], z -> Double.parseDouble(z.replaceAll("\\D", ""))));
    }

    private double groesse(String tabellen) {
        return jdbc.queryForObject(GROESSE, Double.class, tabellen);
    }

    private double zahl(String frage) {
        return jdbc.queryForObject(frage, Double.class);
    }
}
