package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.EigeneJvm;
import de.integrationskonzept.Poststelle;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application in a JVM of its own, killed on the way from tasks to the mails that tell of them, the one at once and the digest, and
 * started again on the same database. Two people get both: when the application dies, the mail server has those of the one only.
 */
@Tag("einmal")
@Timeout(300)
@DisplayName("Stürzt die Anwendung ab, geht weder eine Meldung über eine Aufgabe noch die Post am Morgen verloren")
class MeldungAbsturzTest {

    private final AtomicReference<Process> laeuft = new AtomicReference<>();
    @TempDir
    private Path ordner;

    @Test
    @Tag("lang")
    @DisplayName("Gleich nach dem Entstehen der Aufgaben: nach dem Neustart kommt jede E-Mail genau einmal")
    void nachDerAenderung() throws Exception {
        assertThat(laufe("gleich.example", "--test.meldungsgang-bis=aenderung")).isEqualTo(EigeneJvm.GETOETET);
        assertThat(kennungen("eine@gleich.example")).isEmpty();
        assertThat(laufe("gleich.example")).isZero();
        assertThat(kennungen("eine@gleich.example")).hasSize(2).doesNotHaveDuplicates();
        assertThat(kennungen("andere@gleich.example")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("Vor der Antwort des Mailservers: jede kommt genau einmal; danach: höchstens ein zweites Mal, mit derselben Kennung")
    void beimSenden() throws Exception {
        Poststelle.angaben();
        CyclicBarrier alleVier = new CyclicBarrier(4, this::toete);
        for (int mail = 0; mail < 2; mail++) {
            Poststelle.pfoertner().vorDerAnnahme("eine@senden.example", () -> warte(alleVier));
            Poststelle.pfoertner().nachDerAnnahme("andere@senden.example", () -> warte(alleVier));
        }
        assertThat(laufe("senden.example")).isEqualTo(EigeneJvm.GETOETET);
        assertThat(kennungen("eine@senden.example")).isEmpty();
        List<String> schon = kennungen("andere@senden.example");
        assertThat(schon).hasSize(2).doesNotHaveDuplicates();

        assertThat(laufe("senden.example")).isZero();
        assertThat(kennungen("eine@senden.example")).hasSize(2).doesNotHaveDuplicates();
        schon.addAll(schon);
        assertThat(kennungen("andere@senden.example")).containsExactlyInAnyOrderElementsOf(schon);
    }

    private static List<String> kennungen(String adresse) throws Exception {
        List<String> kennungen = new ArrayList<>();
        for (MimeMessage mail : Poststelle.an(adresse)) {
            kennungen.add(mail.getMessageID());
        }
        return kennungen;
    }

    private static void warte(CyclicBarrier alle) {
        try {
            alle.await();
        } catch (InterruptedException | BrokenBarrierException abgebrochen) {
            throw new IllegalStateException(abgebrochen);
        }
    }

    private void toete() {
        try {
            laeuft.get().destroyForcibly().waitFor();
        } catch (InterruptedException unterbrochen) {
            Thread.currentThread().interrupt();
        }
    }

    private int laufe(String haus, String... mehr) throws Exception {
        Map<String, Object> server = Poststelle.angaben();
        List<String> optionen = new ArrayList<>(List.of(mehr));
        optionen.add("--test.meldungsgang=" + haus);
        server.forEach((name, wert) -> optionen.add("--" + name + "=" + wert));
        EigeneJvm jvm = new EigeneJvm(ordner);
        laeuft.set(jvm.starte(optionen));
        assertThat(laeuft.get().waitFor(120, TimeUnit.SECONDS)).as(jvm.ausgabe()).isTrue();
        assertThat(laeuft.get().exitValue()).as(jvm.ausgabe()).isIn(0, EigeneJvm.GETOETET);
        return laeuft.get().exitValue();
    }
}
