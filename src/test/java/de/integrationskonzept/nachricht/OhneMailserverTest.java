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
import org.springframework.test.context.TestPropertySource;

@Anwendungstest
@Tag("eigene-anwendung")
@Tag("R64")
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = {"test.poststelle=aus", "logging.level.de.integrationskonzept=info"})
@DisplayName("R64: Ohne Mailserver verschickt das Büro das Startschreiben, mit Nachweis")
class OhneMailserverTest {

    @Autowired
    private Spiel spiel;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    @DisplayName("Die Aufgabe fragt nach keinen Adressen, sondern nach dem Nachweis; das Protokoll sagt beim Start einmal, dass kein Mailserver da ist")
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
}
