package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Eine geplante Sitzung wird verlegt oder abgesagt, ruht mit der Akte und endet mit ihr")
class SitzungsterminTest extends Sitzungsakte {

    private static final Map<String, Object> SPITZE = zeile("spitzeName", "Rita Muster", "spitzeDatum", "2026-11-20", "spitzePapier", "Vermerk 4",
            "spitzeGrund", "Haushaltssperre");

    @Autowired
    ManagementService verwaltung;

    @Test
    @Tag("R66")
    @DisplayName("R66: Zweimal verlegt, dann abgesagt: die Frist folgt dem Termin, und in den Aufgaben ändert sich nichts")
    void verlegtUndAbgesagt() {
        var akte = lade(bis("prozessdesign-billigen"));
        for (String tag : List.of("2027-01-12", "2026-12-15")) {
            akte.erledige(IB, "sitzung-durchfuehren", zeile("sitzungAusgang", "verlegt", "sitzungDatum", tag, "sitzungGrund", "Krank"));
            assertThat(faellig(akte.aufgabe("sitzung-durchfuehren"))).isEqualTo(tag);
            assertThat(akte.inhalt("sitzung-durchfuehren", "sitzungAusgang")).as("asked afresh").isEqualTo("");
        }
        assertThat(akte.abgelehnt(IB, "sitzung-durchfuehren", zeile("sitzungAusgang", "abgesagt", "sitzungGrund", null))).hasSize(1);
        akte.erledige(IB, "sitzung-durchfuehren", zeile("sitzungAusgang", "abgesagt", "sitzungGrund", "Kein Bedarf"));
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "prozessdesign-billigen");
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("abgesagt");
        assertThat(akte.inhalt("prozessdesign-billigen", "billigung")).isNull();
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Rückt der Zeitplan, bleibt die Frist einer Sitzung an ihrem Tag")
    void zeitplanVerschoben() {
        var akte = lade(bis("prozessdesign-billigen"));
        akte.erledige(IB, "akte-nachtragen", zeile("nachtragArt", "plan", "planBeginn", "2027-06-01", "planEnde", "2029-06-30",
                "planGrund", "Haushalt"));
        assertThat(faellig(akte.aufgabe("sitzung-durchfuehren"))).isEqualTo("2026-12-08");
    }

    @Test
    @Tag("I2")
    @DisplayName("I2: Ruht die Akte, ruht auch die geplante Sitzung; danach geht es mit ihr weiter")
    void ruht() {
        var akte = lade(bis("prozessdesign-billigen"));
        akte.erledige(IB, "akte-nachtragen", mit(SPITZE, "nachtragArt", "ruhen"));
        assertThat(akte.aufgabe("sitzung-durchfuehren").isSuspended()).isTrue();
        assertThat(akte.abgelehnt(IB, "akte-nachtragen", zeile("nachtragArt", "sitzung", "sitzungGremium", SG))).isNotEmpty();
        assertThatThrownBy(() -> akte.erledige(IB, "sitzung-durchfuehren", zeile("sitzungAusgang", "abgesagt", "sitzungGrund", "Pause")));
        akte.erledige(IB, "akte-nachtragen", mit(SPITZE, "nachtragArt", "fortsetzen"));
        akte.erledige(IB, "sitzung-durchfuehren", gehalten(punkt("Prozessdesign billigen", "prozessdesign-billigen", "angenommen", null)));
        assertThat(akte.inhalt("prozessdesign-billigen", "billigung")).isEqualTo("ja");
    }

    @Test
    @Tag("I2")
    @DisplayName("I2: Endet die Akte, auch eine ruhende, endet die geplante Sitzung mit ihr")
    void endet() {
        var akte = rege(lade(bis("prozessdesign-billigen")));
        akte.erledige(IB, "akte-nachtragen", mit(SPITZE, "nachtragArt", "beenden"));
        akte.jobs();
        assertThat(akte.ende()).isEqualTo("akte-beendet");
        assertThat(akte.instanzen()).isEmpty();

        var ruhend = lade(bis("prozessdesign-billigen"));
        ruhend.erledige(IB, "akte-nachtragen", mit(SPITZE, "nachtragArt", "ruhen"));
        ruhend.erledige(IB, "akte-nachtragen", mit(SPITZE, "nachtragArt", "beenden"));
        ruhend.jobs();
        assertThat(ruhend.instanzen()).isEmpty();
        assertThat(verwaltung.createJobQuery().noRetriesLeft().list()).noneMatch(j -> ruhend.id().equals(j.getProcessInstanceId()));
    }
}
