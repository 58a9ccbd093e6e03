package de.integrationskonzept.leistung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.integrationskonzept.Datenbank;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The packaged jar, started as in production: how long until it answers, and how much memory it holds then. */
@Tag("bench")
class KaltstartTest {

    private static final Path JAR = Path.of("target", "integrationskonzept.jar").toAbsolutePath();
    private static final int STARTS = Integer.getInteger("bench.starts", 3);
    /** Further options for the JVM of the jar, for comparison: -Dbench.jvm="-Xmx512m -XX:+UseSerialGC". */
    private static final String JVM = System.getProperty("bench.jvm", "");

    /**
     * @param cpu seconds of CPU time up to the first answer, which other work on the machine does not lengthen
     * @param megabyte resident memory some seconds after the first answer
     */
    private record Start(double sekunden, double cpu, double megabyte) {
    }

    @Test
    void kaltstart() throws Exception {
        assertThat(JAR).exists();
        List<Start> leer = new ArrayList<>();
        List<Start> bestehend = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            Map<String, Object> datenbank = Datenbank.postgres("kaltstart" + i);
            if (i == 0) {
                System.out.println(Umgebung.zeile(datenbank));
            }
            leer.add(starte(datenbank));
            bestehend.add(starte(datenbank));
        }
        System.out.printf("%nKaltstart von java -jar bis zur ersten Antwort, je %d; Last danach %s%n", STARTS, Umgebung.last());
        System.out.printf("%-44s %14s %14s %14s%n", "Median (alle)" + (JVM.isEmpty() ? "" : " mit " + JVM), "Sekunden", "CPU-Sekunden",
                "VmRSS in MB");
        zeile("leere Datenbank", leer);
        zeile("bestehende Datenbank", bestehend);
        ziel("Start ≤ 12 s", leer, bestehend, 12, true);
        ziel("Speicher ≤ 600 MB", leer, bestehend, 600, false);
    }

    private static void zeile(String name, List<Start> starts) {
        System.out.printf("%-44s %14.1f %14.1f %14.0f   (%s)%n", name, zeit(starts),
                Umgebung.median(starts.stream().mapToDouble(Start::cpu).toArray()), speicher(starts),
                String.join(", ", starts.stream().map(s -> String.format("%.1f s %.0f MB", s.sekunden(), s.megabyte())).toList()));
    }

    private static void ziel(String name, List<Start> leer, List<Start> bestehend, double grenze, boolean zeit) {
        double schlechter = zeit ? Math.max(zeit(leer), zeit(bestehend)) : Math.max(speicher(leer), speicher(bestehend));
        System.out.printf("Ziel: %s: %s (%.1f)%n", name, schlechter <= grenze ? "erreicht" : "VERFEHLT", schlechter);
    }

    private static double zeit(List<Start> starts) {
        return Umgebung.median(starts.stream().mapToDouble(Start::sekunden).toArray());
    }

    private static double speicher(List<Start> starts) {
        return Umgebung.median(starts.stream().mapToDouble(Start::megabyte).toArray());
    }

    private static Start starte(Map<String, Object> datenbank) throws Exception {
        int port = freierPort();
        List<String> befehl = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        befehl.addAll(JVM.isEmpty() ? List.of() : List.of(JVM.split(" ")));
        befehl.addAll(List.of("-jar", JAR.toString()));
        ProcessBuilder bau = new ProcessBuilder(befehl);
        datenbank.forEach((name, wert) -> bau.environment().put(name.toUpperCase().replace('.', '_'), (String) wert));
        bau.environment().putAll(Map.of("SERVER_PORT", String.valueOf(port), "SERVER_ADDRESS", "127.0.0.1",
                "INTEGRATIONSKONZEPT_ADMINISTRATION_KENNUNG", "leitung",
                "INTEGRATIONSKONZEPT_ADMINISTRATION_PASSWORT", "Kalt-Gestartet-2026"));
        Path protokoll = Path.of("target", "kaltstart.log");
        bau.redirectErrorStream(true).redirectOutput(protokoll.toFile());
        long anfang = System.nanoTime();
        Process jar = bau.start();
        try {
            await().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofMinutes(2)).until(() -> {
                assertThat(jar.isAlive()).as("the jar ended, see " + protokoll).isTrue();
                return antwortet(port);
            });
            double sekunden = (System.nanoTime() - anfang) / 1e9;
            double cpu = jar.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1000.0;
            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            String rss = Umgebung.wert(Path.of("/proc", String.valueOf(jar.pid()), "status"), "VmRSS");
            return new Start(sekunden, cpu, Double.parseDouble(rss.replace(" MB", "")));
        } finally {
            jar.destroy();
            if (!jar.waitFor(20, TimeUnit.SECONDS)) {
                jar.destroyForcibly().waitFor();
            }
        }
    }

    private static boolean antwortet(int port) {
        try {
            HttpURLConnection anfrage = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
            anfrage.setInstanceFollowRedirects(false);
            anfrage.setConnectTimeout(500);
            anfrage.setReadTimeout(5000);
            return anfrage.getResponseCode() > 0;
        } catch (IOException nochNicht) {
            return false;
        }
    }

    private static int freierPort() throws IOException {
        try (ServerSocket frei = new ServerSocket(0)) {
            return frei.getLocalPort();
        }
    }
}
