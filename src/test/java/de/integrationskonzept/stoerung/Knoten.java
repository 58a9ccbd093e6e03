package de.integrationskonzept.stoerung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.integrationskonzept.EigeneJvm;
import de.integrationskonzept.Rest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The application in a JVM of its own, with its job executor, on a database that others may share. It keeps its port, so that whoever
 * speaks to it finds it again after a breakdown.
 */
final class Knoten implements AutoCloseable {

    /** For jobs, so that no test waits for that. */
    private static final List<String> SCHAUT_OFT_NACH = List.of("--camunda.bpm.job-execution.wait-time-in-millis=500",
            "--camunda.bpm.job-execution.max-wait=1000");

    private final Path ordner;
    private final int port;
    private final List<String> optionen = new ArrayList<>();
    private Path stand = Path.of("");
    private Process prozess;

    /**
     * @param ordner for what it prints and for its temporary files
     * @param datenbank the settings of its data source, see {@link Datenbankserver} and {@link de.integrationskonzept.Datenbank}
     * @param weitere as on the command line of the application
     */
    Knoten(Path ordner, Map<String, Object> datenbank, String... weitere) throws IOException {
        this.ordner = Files.createDirectories(ordner);
        Files.createDirectories(ablage());
        this.port = freierPort();
        datenbank.forEach((name, wert) -> optionen.add("--" + name + "=" + wert));
        optionen.add("--server.port=" + port);
        optionen.addAll(SCHAUT_OFT_NACH);
        optionen.addAll(List.of(weitere));
    }

    /** From the next start on it is what was built in that checkout; without a word it is this one. */
    Knoten stand(Path checkout) {
        stand = checkout;
        return this;
    }

    /** Starts it and waits until people can work. */
    Knoten starte() throws IOException {
        beginne();
        warte(Duration.ofMinutes(4));
        return this;
    }

    /** Starts it without waiting. */
    void beginne() throws IOException {
        prozess = new EigeneJvm(ordner, stand).starte(List.of("-Xmx512m", "-Djava.io.tmpdir=" + ablage()), optionen);
    }

    /** The last of the demonstration's people is there. */
    void warte(Duration hoechstens) {
        await().pollInterval(Duration.ofMillis(200)).atMost(hoechstens).until(() -> {
            assertThat(prozess.isAlive()).as(ausgabe()).isTrue();
            return antwortet("/engine-rest/engine");
        });
    }

    private boolean antwortet(String pfad) {
        try {
            return rest().als("modellpflege").get(pfad).status() == 200;
        } catch (AssertionError nochNicht) {
            return false;
        }
    }

    /** Says the application itself that it is well? */
    boolean gesund() {
        try {
            return rest().ohneAnmeldung().get("/actuator/health").status() == 200;
        } catch (AssertionError niemandDa) {
            return false;
        }
    }

    /** As when somebody pulls the plug. */
    void toete() throws InterruptedException {
        prozess.destroyForcibly().waitFor();
    }

    /** As when the operator stops it. */
    void beende() throws InterruptedException {
        prozess.destroy();
        assertThat(prozess.waitFor(90, TimeUnit.SECONDS)).as("stops when asked to").isTrue();
    }

    Rest rest() {
        return Rest.anPort(port);
    }

    int port() {
        return port;
    }

    Process prozess() {
        return prozess;
    }

    /** The folder for its temporary files. */
    Path ablage() {
        return ordner.resolve("ablage");
    }

    String ausgabe() throws IOException {
        return new EigeneJvm(ordner).ausgabe();
    }

    private static int freierPort() throws IOException {
        try (ServerSocket frei = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return frei.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (prozess != null) {
            toete();
        }
    }
}
