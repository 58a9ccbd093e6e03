package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@Anwendungstest
@Tag("eigene-anwendung")
@TestPropertySource(properties = {"test.poststelle=aus", "logging.level.de.integrationskonzept=info"})
@DisplayName("Ohne Mailserver stehen Sitzungen im Kalender, und niemand wird angeschrieben")
class TermineOhneMailserverTest {

    @Autowired
    private Kalenderprobe probe;
    @Autowired
    private Sitzungsmodell modell;

    @Test
    @DisplayName("Angesetzt, verlegt, abgesagt: der Kalender sagt es, die Zahl der E-Mails ist null")
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
