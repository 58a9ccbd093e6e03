package de.integrationskonzept.stoerung;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL as the operating system brings it, with the tools for backups, which the one of the other tests lacks. */
final class Systempostgres implements AutoCloseable {

    private static final List<String> GEBRAUCHT = List.of("initdb", "pg_ctl", "pg_dump", "pg_restore", "psql");

    private final Path ordner;
    private final Path programme;
    private final int port;

    Systempostgres(Path ordner) throws Exception {
        this.ordner = ordner;
        this.programme = programme();
        try (ServerSocket frei = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = frei.getLocalPort();
        }
        server("initdb", "-D", daten(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale");
        server("pg_ctl", "-D", daten(), "-w", "-l", ordner.resolve("protokoll").toString(), "-o",
                "-p " + port + " -k " + ordner + " -c listen_addresses=127.0.0.1", "start");
    }

    /** Where all of them lie together, the newest version first. */
    private static Path programme() throws IOException {
        List<Path> orte = new ArrayList<>(Arrays.stream(System.getenv("PATH").split(":")).map(Path::of).toList());
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versionen = Files.list(debian)) {
                versionen.sorted().forEach(version -> orte.add(0, version.resolve("bin")));
            }
        }
        return orte.stream().filter(ort -> GEBRAUCHT.stream().allMatch(programm -> Files.isExecutable(ort.resolve(programm)))).findFirst()
                .orElseThrow(() -> new AssertionError("Für diese Prüfung fehlen " + GEBRAUCHT + " an einem Ort; unter Debian bringt sie das Paket "
                        + "postgresql (PostgreSQL ab 15)."));
    }

    String version() throws Exception {
        return fuehreAus(List.of(programme.resolve("pg_dump").toString(), "--version")).strip();
    }

    /** Makes an empty database and tells the settings of its data source. */
    Map<String, Object> datenbank(String name) throws Exception {
        werkzeug("psql", "-d", "postgres", "-c", "create database " + name);
        return Map.of("spring.datasource.url", "jdbc:postgresql://127.0.0.1:" + port + "/" + name, "spring.datasource.username", "postgres",
                "spring.datasource.password", "postgres");
    }

    /** @param stand name of a snapshot that somebody else holds */
    void sichere(String datenbank, Path datei, String stand) throws Exception {
        werkzeug("pg_dump", "-Fc", "--snapshot=" + stand, "-f", datei.toString(), datenbank);
    }

    void spieleZurueck(Path datei, String datenbank) throws Exception {
        werkzeug("pg_restore", "--no-owner", "--exit-on-error", "-d", datenbank, datei.toString());
    }

    private void werkzeug(String programm, String... angaben) throws Exception {
        List<String> befehl = new ArrayList<>(List.of(programme.resolve(programm).toString(), "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", "postgres"));
        befehl.addAll(List.of(angaben));
        fuehreAus(befehl);
    }

    /** The server refuses to run as root, so root is somebody else for it. */
    private void server(String programm, String... angaben) throws Exception {
        List<String> befehl = new ArrayList<>("root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of());
        befehl.add(programme.resolve(programm).toString());
        befehl.addAll(List.of(angaben));
        fuehreAus(befehl);
    }

    private String fuehreAus(List<String> befehl) throws Exception {
        Path ausgabe = Files.createTempFile(ordner, "ausgabe", ".txt");
        Process prozess = new ProcessBuilder(befehl).redirectErrorStream(true).redirectOutput(ausgabe.toFile()).start();
        if (!prozess.waitFor(180, TimeUnit.SECONDS) || prozess.exitValue() != 0) {
            prozess.destroyForcibly();
            throw new AssertionError(String.join(" ", befehl) + ": " + Files.readString(ausgabe));
        }
        return Files.readString(ausgabe);
    }

    private String daten() {
        return ordner.resolve("daten").toString();
    }

    @Override
    public void close() throws Exception {
        server("pg_ctl", "-D", daten(), "-m", "immediate", "stop");
    }
}
