package de.integrationskonzept.vertretung;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Rest;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Vera will be away; Sven, who stands in for her, has not got her role, Tom has. */
abstract class Abwesenheitsfall {

    @Autowired
    Kollegium kollegium;

    final LocalDate heute = LocalDate.of(2026, 11, 24);
    String rolle;
    String vera;
    String sven;
    String tom;

    @BeforeEach
    void kollegium() {
        rolle = kollegium.rolle();
        vera = kollegium.person("Vera", Kollegium.ALLE, rolle);
        sven = kollegium.person("Sven", Kollegium.ALLE);
        tom = kollegium.person("Tom", Kollegium.ALLE, rolle);
    }

    @AfterEach
    void nachHause() {
        kollegium.gehtNachHause();
    }

    /** They enter it themselves, in days from today. @return id of the absence */
    String fehlt(String person, int von, int bis, String vertretung) {
        Rest.Antwort antwort = kollegium.fehlt(person, null, heute.plusDays(von), heute.plusDays(bis), vertretung);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(201);
        return antwort.json().path("id").asText();
    }
}
