package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Poststelle;
import de.integrationskonzept.prozess.Spiel;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Anwendungstest
@Tag("postgresql")
@ExtendWith(OutputCaptureExtension.class)
@Tag("R64")
@DisplayName("R64: Was der Mailserver nicht annimmt, wird wiederholt oder ein Vorfall, und nichts geht verloren")
class VersandhindernisTest extends Versandfall {

    @Autowired
    private PlatformTransactionManager transaktionen;

    @Test
    @DisplayName("Kann der Mailserver gerade nicht, wird es mit wachsenden Pausen wieder versucht, bis es gelingt")
    void spaeter() {
        Spiel.Akte akte = versende(adresse("spaeter"));
        Poststelle.pfoertner().antworte(adresse("spaeter"), "451 4.3.0 spaeter bitte " + adresse("spaeter"), "452 4.2.2 voll");
        assertThat(pauseNach(akte)).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(70));
        assertThat(eintrag(adresse("spaeter"))).isEqualTo(Map.of("zustand", "geplant", "antwort", "451"));
        assertThat(pauseNach(akte)).isBetween(Duration.ofSeconds(290), Duration.ofSeconds(310));
        assertThat(vorfaelle(akte)).as("nobody is bothered yet").isEmpty();

        fuehreAus(jobs(akte).get(0));
        assertThat(Poststelle.an(adresse("spaeter"))).hasSize(1);
        assertThat(eintrag(adresse("spaeter"))).isEqualTo(Map.of("zustand", "gesendet", "antwort", "250"));
    }

    private Duration pauseNach(Spiel.Akte akte) {
        assertThatThrownBy(() -> fuehreAus(jobs(akte).get(0))).isInstanceOf(NichtZugestellt.class);
        Date jetzt = ClockUtil.getCurrentTime();
        return Duration.between(jetzt.toInstant(), jobs(akte).get(0).getDuedate().toInstant());
    }

    private List<Incident> vorfaelle(Spiel.Akte akte) {
        return engine.getRuntimeService().createIncidentQuery().processInstanceId(vorgang(akte)).list();
    }

    @Test
    @DisplayName("Lehnt der Mailserver den Absender ab, gilt keine Adresse als abgewiesen; nach dem letzten Versuch steht ein Vorfall im Cockpit")
    void absenderAbgelehnt() {
        Spiel.Akte akte = versende(adresse("absender"));
        Poststelle.pfoertner().antworte(Poststelle.ABSENDER, IntStream.range(0, 8).mapToObj(i -> "550 5.7.1 so nicht").toArray(String[]::new));
        for (int versuch = 0; versuch < 8; versuch++) {
            assertThat(vorfaelle(akte)).as("attempt " + versuch).isEmpty();
            assertThatThrownBy(() -> fuehreAus(jobs(akte).get(0))).isInstanceOf(NichtZugestellt.class);
        }
        assertThat(vorfaelle(akte)).singleElement().satisfies(v -> assertThat(v.getIncidentMessage()).contains("stoßen Sie den Schritt erneut an"));
        assertThat(eintrag(adresse("absender")).get("zustand")).isEqualTo("geplant");
    }

    @Test
    @DisplayName("Eine abgewiesene Adresse wird ein Vorfall mit deutschem Satz, die anderen gehen weiter; wer ihn neu anstößt, sendet noch einmal")
    void abgewiesen(CapturedOutput protokoll) {
        Spiel.Akte akte = versende(adresse("weg") + "\n" + adresse("da"));
        Poststelle.pfoertner().antworte(adresse("weg"), "550 5.1.1 <" + adresse("weg") + "> unbekannt");
        assertThatThrownBy(() -> fuehreAus(job(akte, adresse("weg")))).isInstanceOf(NichtZugestellt.class);
        fuehreAus(job(akte, adresse("da")));

        assertThat(vorfaelle(akte)).singleElement().satisfies(vorfall -> {
            assertThat(vorfall.getActivityId()).isEqualTo("emails-zustellen");
            assertThat(vorfall.getIncidentMessage()).contains("endgültig abgewiesen (Antwort 550)", "Versandliste der Akte").doesNotContain(haus);
        });
        assertThat(Poststelle.an(adresse("da"))).hasSize(1);
        assertThat(eintrag(adresse("weg"))).isEqualTo(Map.of("zustand", "abgewiesen", "antwort", "550"));
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(vorgang(akte)).count()).isEqualTo(1);

        assertThat(protokoll.getAll()).as("the log of the application").doesNotContain(haus);

        engine.getManagementService().setJobRetries(job(akte, adresse("weg")).getId(), 1);
        assertThat(vorfaelle(akte)).isEmpty();
        fuehreAus(job(akte, adresse("weg")));
        assertThat(Poststelle.an(adresse("weg"))).hasSize(1);
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(vorgang(akte)).count()).isZero();
    }

    @Test
    @DisplayName("Geht zwischen der Antwort des Mailservers und unserem Speichern etwas schief, "
            + "kommt dieselbe E-Mail mit derselben Kennung noch einmal")
    void nochEinmal() {
        Spiel.Akte akte = versende(adresse("doppelt"));
        Job job = jobs(akte).get(0);
        new TransactionTemplate(transaktionen).executeWithoutResult(transaktion -> {
            fuehreAus(job);
            transaktion.setRollbackOnly();
        });
        assertThat(eintrag(adresse("doppelt")).get("zustand")).isEqualTo("geplant");
        fuehreAus(jobs(akte).get(0));
        List<String> kennungen = kennungen("doppelt");
        assertThat(kennungen).hasSize(2);
        assertThat(kennungen.get(0)).isEqualTo(kennungen.get(1)).matches("<[0-9a-f]{40}@musterstadt\\.example>");
        assertThat(eintrag(adresse("doppelt"))).isEqualTo(Map.of("zustand", "gesendet", "antwort", "250"));
    }
}
