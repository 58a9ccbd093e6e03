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
import java.util.LinkedHashMap;
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

    /** How the application is laid out and begun; {@code java} and the options for all come before it. */
    private record Art(String name, List<String> befehl) {
    }

    @Test
    void kaltstart() throws Exception {
        assertThat(JAR).exists();
        Path entpackt = entpackt();
        List<Art> arten = List.of(new Art("java -jar", List.of("-jar", JAR.toString())), new Art("entpackt", List.of("-jar", entpackt.toString())),
                new Art("entpackt, mit Klassenarchiv", List.of("-XX:SharedArchiveFile=" + klassenarchiv(entpackt), "-jar", entpackt.toString())));
        Map<Art, List<Start>> leer = new LinkedHashMap<>();
        Map<Art, List<Start>> bestehend = new LinkedHashMap<>();
        for (int i = 0; i < STARTS; i++) {
            for (Art art : arten) {
                Map<String, Object> datenbank = Datenbank.postgres("kaltstart" + i + arten.indexOf(art));
                if (i == 0 && arten.indexOf(art) == 0) {
                    System.out.println(Umgebung.zeile(datenbank));
                }
                leer.computeIfAbsent(art, a -> new ArrayList<>()).add(starte(art.befehl(), datenbank));
                bestehend.computeIfAbsent(art, a -> new ArrayList<>()).add(starte(art.befehl(), datenbank));
            }
        }
        System.out.printf("%nKaltstart bis zur ersten Antwort, je %d, abwechselnd; Last danach %s%n", STARTS, Umgebung.last());
        System.out.printf("%-52s %10s %14s %14s%n", "Median (alle)" + (JVM.isEmpty() ? "" : " mit " + JVM), "Sekunden", "CPU-Sekunden",
                "VmRSS in MB");
        for (Art art : arten) {
            zeile(art.name() + ", leere Datenbank", leer.get(art));
            zeile(art.name() + ", bestehende Datenbank", bestehend.get(art));
            ziel("Start ≤ 8 s", leer.get(art), bestehend.get(art), 8, true);
            ziel("Speicher ≤ 600 MB", leer.get(art), bestehend.get(art), 600, false);
        }
    }

    /** The jar with its libraries beside it, as docs/betrieb.md says. */
    private static Path entpackt() throws Exception {
        Path ordner = Path.of("target", "entpackt");
        int ende = new ProcessBuilder(java(), "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--force", "--destination", ordner.toString())
                .inheritIO().start().waitFor();
        assertThat(ende).isZero();
        return ordner.resolve(JAR.getFileName());
    }

    /** Written when a start that serves as the model ends in good order. */
    private static Path klassenarchiv(Path entpackt) throws Exception {
        Path archiv = entpackt.resolveSibling("klassen.jsa");
        starte(List.of("-XX:ArchiveClassesAtExit=" + archiv, "-jar", entpackt.toString()), Datenbank.postgres("klassenarchiv"));
        assertThat(archiv).exists();
        return archiv;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void zeile(String name, List<Start> starts) {
        System.out.printf("%-52s %10.1f %14.1f %14.0f   (%s)%n", name, zeit(starts),
                Umgebung.median(starts.stream().mapToDouble(Start::cpu).toArray()), speicher(starts),
                String.join(", ", starts.stream().map(s -> String.format("%.1f s %.0f MB", s.sekunden(), s.megabyte())).toList()));
    }

    private static void ziel(String name, List<Start> leer, List<Start> bestehend, double grenze, boolean zeit) {
        double schlechter = zeit ? Math.max(zeit(leer), zeit(bestehend)) : Math.max(speicher(leer), speicher(bestehend));
        System.out.printf("  Ziel: %s: %s (%.1f)%n", name, schlechter <= grenze ? "erreicht" : "VERFEHLT", schlechter);
    }

    private static double zeit(List<Start> starts) {
        return Umgebung.median(starts.stream().mapToDouble(Start::sekunden).toArray());
    }

    private static double speicher(List<Start> starts) {
        return Umgebung.median(starts.stream().mapToDouble(Start::megabyte).toArray());
    }

    private static Start starte(List<String> art, Map<String, Object> datenbank) throws Exception {
        int port = freierPort();
        List<String> befehl = new ArrayList<>(List.of(java()));
        befehl.addAll(JVM.isEmpty() ? List.of() : List.of(JVM.split(" ")));
        befehl.addAll(art);
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
            if (!jar.waitFor(60, TimeUnit.SECONDS)) {
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
