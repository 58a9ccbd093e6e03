package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.EigeneJvm;
import de.integrationskonzept.Poststelle;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application in a JVM of its own, killed on the way from a task to its mail, and started again on the same database. */
@Tag("lang")
@Timeout(300)
@DisplayName("Stürzt die Anwendung ab, geht keine Meldung über eine Aufgabe verloren")
class MeldungAbsturzTest {

    @TempDir
    private Path ordner;

    @Test
    @DisplayName("Gleich nach dem Entstehen der Aufgabe: nach dem Neustart kommt genau eine E-Mail")
    void nachDerAenderung() throws Exception {
        assertThat(laufe("gleich@absturz.example", "--test.meldungsgang-bis=aenderung")).isEqualTo(EigeneJvm.GETOETET);
        assertThat(Poststelle.an("gleich@absturz.example")).isEmpty();
        assertThat(laufe("gleich@absturz.example")).isZero();
        assertThat(Poststelle.an("gleich@absturz.example")).hasSize(1);
    }

    @Test
    @DisplayName("Vor der Antwort des Mailservers: nach dem Neustart kommt genau eine; danach: höchstens eine zweite mit derselben Kennung")
    void beimSenden() throws Exception {
        Poststelle.angaben();
        Poststelle.pfoertner().vorDerAnnahme(this::toete);
        assertThat(laufe("senden@absturz.example")).isEqualTo(EigeneJvm.GETOETET);
        Poststelle.pfoertner().nachDerAnnahme(this::toete);
        assertThat(laufe("senden@absturz.example")).isEqualTo(EigeneJvm.GETOETET);
        assertThat(laufe("senden@absturz.example")).isZero();
        List<MimeMessage> mails = Poststelle.an("senden@absturz.example");
        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).getMessageID()).isEqualTo(mails.get(1).getMessageID());
    }

    private final AtomicReference<Process> laeuft = new AtomicReference<>();

    private void toete() {
        try {
            laeuft.get().destroyForcibly().waitFor();
        } catch (InterruptedException unterbrochen) {
            Thread.currentThread().interrupt();
        }
    }

    private int laufe(String adresse, String... mehr) throws Exception {
        Map<String, Object> server = Poststelle.angaben();
        List<String> optionen = new ArrayList<>(List.of(mehr));
        optionen.add("--test.meldungsgang=" + adresse);
        server.forEach((name, wert) -> optionen.add("--" + name + "=" + wert));
        EigeneJvm jvm = new EigeneJvm(ordner);
        laeuft.set(jvm.starte(optionen));
        assertThat(laeuft.get().waitFor(120, TimeUnit.SECONDS)).as(jvm.ausgabe()).isTrue();
        return laeuft.get().exitValue();
    }
}
