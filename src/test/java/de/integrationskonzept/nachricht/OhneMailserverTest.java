package de.integrationskonzept.nachricht;

import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.prozess.Spiel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@Anwendungstest
@DirtiesContext
@Tag("eigene-anwendung")
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = {"test.poststelle=aus", "logging.level.de.integrationskonzept=info"})
@DisplayName("Ohne Mailserver geht alles seinen Gang, nur schreibt die Anwendung niemandem")
class OhneMailserverTest {

    @Autowired
    private Spiel spiel;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Kalenderprobe probe;
    @Autowired
    private Sitzungsmodell modell;

    @Test
    @Tag("R64")
    @DisplayName("R64: Das Büro verschickt das Startschreiben: die Aufgabe fragt nach keinen Adressen, sondern nach dem Nachweis; das Protokoll sagt beim Start einmal, dass kein Mailserver da ist")
    void nachweis(CapturedOutput ausgabe) {
        Spiel.Akte akte = spiel.wurzel("projektstart", Map.of());
        akte.erledige("verwaltungsspitze", "startsignal-geben", zeile("startsignal", "ja", "startsignalImAuftrag", false));
        assertThat(akte.inhalt("startschreiben-versenden", "postBereit")).isEqualTo(false);
        assertThat(akte.abgelehnt("integrationsbeauftragte", "startschreiben-versenden", zeile("versandNachweis", null))).hasSize(1);

        akte.erledige("integrationsbeauftragte", "startschreiben-versenden", zeile("versandDatum", "2027-05-12", "versandWege", List.of("hauspost"),
                "versandAnzahl", 120, "versandNachweis", "Postbuch 12", "versandAlle", "ja"));

        assertThat(akte.offen()).containsExactly("erste-sitzung-vorbereiten");
        assertThat(akte.zuletzt("versandNachweis")).isEqualTo("Postbuch 12");
        assertThat(jdbc.queryForObject("select count(*) from IK_POST", Integer.class)).isZero();
        assertThat(jdbc.queryForObject("select count(*) from IK_MELDUNG", Integer.class)).as("nobody to be told").isZero();
        assertThat(ausgabe.getOut().split("no mail server is configured", -1)).hasSize(2);
    }

    @Test
    @DisplayName("Sitzungen, angesetzt, verlegt, abgesagt: der Kalender sagt es, die Zahl der E-Mails ist null")
    void imKalender() {
        String gremium = probe.gruppe();
        String kalender = probe.adresseFuer(probe.person(gremium));
        String instanz = modell.beginne(modell.stelleBereit(false), Sitzungsmodell.angaben(gremium));
        assertThat(modell.gesendet(instanz)).isEqualTo(0);

        modell.entscheide(instanz, "verlegen", Map.of("sitzungDatum", "2027-04-06"));
        assertThat(probe.hole(kalender).body()).contains("DTSTART;TZID=Europe/Berlin:20270406T140000\r\n").contains("SEQUENCE:1\r\n");
        modell.entscheide(instanz, "absagen", Map.of());
        assertThat(modell.gesendet(instanz)).isEqualTo(0);
        assertThat(probe.ereignisse(kalender).get(0).getStatus().getValue()).isEqualTo("CANCELLED");
    }
}
