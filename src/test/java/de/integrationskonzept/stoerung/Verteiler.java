package de.integrationskonzept.stoerung;

import static org.awaitility.Awaitility.await;

import de.integrationskonzept.Rest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The web server in front of two nodes, with the configuration that {@code docs/nginx-zwei-knoten.conf} tells people to use, without TLS. */
public final class Verteiler implements AutoCloseable {

    private static final Path VORLAGE = Path.of("docs/nginx-zwei-knoten.conf");

    private final Path ordner;
    private final int port;
    private final Process prozess;

    /** @param eins port of the node of that name, as {@code zwei} */
    public Verteiler(Path ordner, int eins, int zwei) throws IOException {
        this.ordner = Files.createDirectories(ordner);
        this.port = freierPort();
        Files.writeString(ordner.resolve("nginx.conf"), rahmen(vorlage(eins, zwei)));
        prozess = starte();
        await().atMost(Duration.ofSeconds(20)).until(this::antwortet);
    }

    private Process starte() throws IOException {
        try {
            return new ProcessBuilder("/usr/sbin/nginx", "-p", ordner.toString(), "-e", ordner.resolve("fehler.log").toString(), "-c",
                    ordner.resolve("nginx.conf").toString()).redirectErrorStream(true).redirectOutput(ordner.resolve("nginx.txt").toFile()).start();
        } catch (IOException fehlt) {
            throw new IOException("Zwei Knoten brauchen einen nginx davor. Bitte einmal einrichten: apt-get install nginx-light", fehlt);
        }
    }

    private String vorlage(int eins, int zwei) throws IOException {
        return Files.readString(VORLAGE).replace("127.0.0.1:8081", "127.0.0.1:" + eins).replace("127.0.0.1:8082", "127.0.0.1:" + zwei)
                .replace("listen 443 ssl http2;", "listen 127.0.0.1:" + port + ";").replaceAll("(?m)^ *ssl_.*\n", "")
                .replace("X-Forwarded-Proto https", "X-Forwarded-Proto http").replace("X-Forwarded-Port 443", "X-Forwarded-Port " + port);
    }

    private String rahmen(String server) {
        String ablagen = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi").map(art -> art + "_temp_path " + ordner.resolve(art) + ";\n")
                .collect(Collectors.joining());
        return "daemon off;\nmaster_process off;\npid " + ordner.resolve("nginx.pid") + ";\nevents { worker_connections 512; }\n"
                + "http {\naccess_log off;\n" + ablagen + server + "}\n";
    }

    private boolean antwortet() {
        if (!prozess.isAlive()) {
            throw new IllegalStateException("nginx has ended, see " + ordner);
        }
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException nochNicht) {
            return false;
        }
    }

    public Rest rest() {
        return Rest.anPort(port);
    }

    private static int freierPort() throws IOException {
        try (ServerSocket frei = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return frei.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        prozess.destroy();
        prozess.waitFor(10, TimeUnit.SECONDS);
    }
}
