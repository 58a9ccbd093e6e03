package de.integrationskonzept.anmeldung;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

@DisplayName("Eine Sitzung endet einige Stunden nach der Anmeldung, auch wenn die Aufgabenliste von selbst weiter fragt")
class SitzungsendeTest {

    @ParameterizedTest(name = "nach {0} Minuten beendet: {1}")
    @CsvSource({"1,false", "599,false", "601,true", "6000,true"})
    @DisplayName("Nach zehn Stunden")
    void nachZehnStunden(int minuten, boolean beendet) throws Exception {
        MockHttpSession sitzung = new MockHttpSession();
        MockHttpServletRequest anfrage = new MockHttpServletRequest();
        anfrage.setSession(sitzung);
        MockFilterChain weiter = new MockFilterChain();

        ende(sitzung.getCreationTime() + minuten * 60_000L).doFilter(anfrage, new MockHttpServletResponse(), weiter);

        assertThat(sitzung.isInvalid()).isEqualTo(beendet);
        assertThat(weiter.getRequest()).isSameAs(anfrage);
    }

    @Test
    @DisplayName("Ohne Sitzung entsteht keine")
    void ohneSitzung() throws Exception {
        MockHttpServletRequest anfrage = new MockHttpServletRequest();

        ende(0).doFilter(anfrage, new MockHttpServletResponse(), new MockFilterChain());

        assertThat(anfrage.getSession(false)).isNull();
    }

    private static Sitzungsende ende(long jetzt) {
        return new Sitzungsende(Duration.ofHours(10), Clock.fixed(Instant.ofEpochMilli(jetzt), ZoneOffset.UTC));
    }
}
