package de.integrationskonzept;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The demonstration in a JVM of its own on a database in a folder, so that it can be killed and started again. */
public final class EigeneJvm {

    /** 128 and the signal that nobody can refuse. */
    public static final int GETOETET = 137;

    private final Path ordner;
    private final Path stand;

    public EigeneJvm(Path ordner) {
        this(ordner, Path.of(""));
    }

    /** @param stand the checkout whose build is started: this one, or that of an older version */
    public EigeneJvm(Path ordner, Path stand) {
        this.ordner = ordner;
        this.stand = stand;
    }

    /** @param optionen as on the command line of the application */
    public Process starte(List<String> optionen) throws IOException {
        List<String> alle = new ArrayList<>(List.of("--server.port=0", "--camunda.bpm.job-execution.enabled=false",
                "--spring.datasource.url=" + datenbank(), "--spring.datasource.username=sa", "--spring.datasource.password="));
        alle.addAll(optionen);
        return starte(List.of(), alle);
    }

    /**
     * As it comes: on the database and the port that the options name, and with its job executor.
     *
     * @param jvm options of the JVM
     */
    public Process starte(List<String> jvm, List<String> optionen) throws IOException {
        List<String> befehl = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        befehl.addAll(jvm);
        befehl.addAll(List.of(Integrationskonzept.class.getName(), "--server.address=127.0.0.1", "--spring.main.banner-mode=off"));
        if (optionen.stream().noneMatch(option -> option.startsWith("--spring.profiles.active="))) {
            befehl.add("--spring.profiles.active=demo");
        }
        befehl.addAll(optionen);
        ProcessBuilder bauer = new ProcessBuilder(befehl).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(ordner.resolve("ausgabe.txt").toFile()));
        bauer.environment().put("CLASSPATH", Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator)).filter(teil -> !teil.isBlank()).map(this::vonDort).collect(Collectors.joining(File.pathSeparator)));
        return bauer.start();
    }

    private String vonDort(String teil) {
        Path hier = Path.of("target").toAbsolutePath();
        Path pfad = Path.of(teil);
        return pfad.startsWith(hier) ? stand.toAbsolutePath().resolve("target").resolve(hier.relativize(pfad)).toString() : teil;
    }

    public String ausgabe() throws IOException {
        return Files.readString(ordner.resolve("ausgabe.txt"));
    }

    /** What is committed is on the disk, as in PostgreSQL. */
    public String datenbank() {
        return "jdbc:h2:file:" + ordner.resolve("akten") + ";WRITE_DELAY=0";
    }
}
