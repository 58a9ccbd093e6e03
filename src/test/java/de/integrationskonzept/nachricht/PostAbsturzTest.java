package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Integrationskonzept;
import de.integrationskonzept.Pfoertner;
import de.integrationskonzept.Poststelle;
import jakarta.mail.internet.MimeMessage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application in a JVM of its own, killed while it speaks to the mail server, and started again on the same database. */
@Tag("lang")
@Tag("R64")
@Timeout(300)
@DisplayName("R64: Stürzt die Anwendung mitten im Versand ab, geht keine E-Mail verloren")
class PostAbsturzTest {

    /** 128 and the signal that nobody can refuse. */
    private static final int GETOETET = 137;

    @TempDir
    private Path ordner;

    @Test
    @DisplayName("Vor der Antwort des Mailservers: nach dem Neustart kommt genau eine")
    void vorher() throws Exception {
        List<MimeMessage> mails = stuerzeAb("vorher@absturz.example", Pfoertner::vorDerAnnahme);
        assertThat(mails).hasSize(1);
    }

    @Test
    @DisplayName("Nach der Antwort, vor unserem Speichern: sie kommt höchstens ein zweites Mal, mit derselben Kennung")
    void nachher() throws Exception {
        List<MimeMessage> mails = stuerzeAb("nachher@absturz.example", Pfoertner::nachDerAnnahme);
        assertThat(mails).hasSize(2);
        assertThat(new HashSet<>(List.of(mails.get(0).getMessageID(), mails.get(1).getMessageID()))).hasSize(1);
    }

    private List<MimeMessage> stuerzeAb(String adresse, BiConsumer<Pfoertner, Runnable> wann) throws Exception {
        Map<String, Object> server = Poststelle.angaben();
        AtomicReference<Process> laeuft = new AtomicReference<>();
        wann.accept(Poststelle.pfoertner(), () -> toete(laeuft.get()));
        laeuft.set(starte(adresse, server));
        assertThat(laeuft.get().waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(laeuft.get().exitValue()).as(ausgabe()).isEqualTo(GETOETET);
        assertThat(zustand(adresse)).as(ausgabe()).isEqualTo("geplant");

        Process noch = starte(adresse, server);
        assertThat(noch.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(noch.exitValue()).as(ausgabe()).isZero();
        assertThat(zustand(adresse)).isEqualTo("gesendet");
        return Poststelle.an(adresse);
    }

    private static void toete(Process prozess) {
        try {
            prozess.destroyForcibly().waitFor();
        } catch (InterruptedException unterbrochen) {
            Thread.currentThread().interrupt();
        }
    }

    private Process starte(String adresse, Map<String, Object> server) throws IOException {
        List<String> befehl = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                Integrationskonzept.class.getName(), "--server.port=0", "--server.address=127.0.0.1", "--spring.profiles.active=demo",
                "--camunda.bpm.job-execution.enabled=false", "--spring.main.banner-mode=off", "--test.postlauf=" + adresse,
                "--spring.datasource.url=" + datenbank(), "--spring.datasource.username=sa", "--spring.datasource.password="));
        server.forEach((name, wert) -> befehl.add("--" + name + "=" + wert));
        ProcessBuilder bauer = new ProcessBuilder(befehl).redirectErrorStream(true).redirectOutput(ordner.resolve("ausgabe.txt").toFile());
        bauer.environment().put("CLASSPATH", Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator)).filter(teil -> !teil.isBlank()).collect(Collectors.joining(File.pathSeparator)));
        return bauer.start();
    }

    private String ausgabe() throws IOException {
        return Files.readString(ordner.resolve("ausgabe.txt"));
    }

    /** What is committed is on the disk, as in PostgreSQL. */
    private String datenbank() {
        return "jdbc:h2:file:" + ordner.resolve("post") + ";WRITE_DELAY=0";
    }

    private String zustand(String adresse) throws Exception {
        try (var verbindung = DriverManager.getConnection(datenbank(), "sa", "");
                var frage = verbindung.prepareStatement("select ZUSTAND from IK_POST where ADRESSE = ?")) {
            frage.setString(1, adresse);
            ResultSet zeile = frage.executeQuery();
            return zeile.next() ? zeile.getString(1) : null;
        }
    }
}
