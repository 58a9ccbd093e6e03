package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.EigeneJvm;
import de.integrationskonzept.Pfoertner;
import de.integrationskonzept.Poststelle;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
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
        assertThat(laeuft.get().exitValue()).as(jvm().ausgabe()).isEqualTo(EigeneJvm.GETOETET);
        assertThat(zustand(adresse)).as(jvm().ausgabe()).isEqualTo("geplant");

        Process noch = starte(adresse, server);
        assertThat(noch.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(noch.exitValue()).as(jvm().ausgabe()).isZero();
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
        List<String> optionen = new ArrayList<>(List.of("--test.postlauf=" + adresse));
        server.forEach((name, wert) -> optionen.add("--" + name + "=" + wert));
        return jvm().starte(optionen);
    }

    private EigeneJvm jvm() {
        return new EigeneJvm(ordner);
    }

    private String zustand(String adresse) throws Exception {
        try (var verbindung = DriverManager.getConnection(jvm().datenbank(), "sa", "");
                var frage = verbindung.prepareStatement("select ZUSTAND from IK_POST where ADRESSE = ?")) {
            frage.setString(1, adresse);
            ResultSet zeile = frage.executeQuery();
            return zeile.next() ? zeile.getString(1) : null;
        }
    }
}
