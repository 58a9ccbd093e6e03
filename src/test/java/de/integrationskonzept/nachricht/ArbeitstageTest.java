package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Arbeitstage und Sendezeiten, wie sie im Land der Kommune gelten")
class ArbeitstageTest {

    private static final String BAYERN = "09";
    private static final String NRW = "05";

    private final Sendezeit sendezeit = new Sendezeit(null, "06:30", "19:00");

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({"2027-01-06,09,false", "2027-01-06,08,false", "2027-01-06,15,false", "2027-01-06,05,true", "2027-01-06,,true", "2026-11-18,14,false",
        "2026-11-18,09,true", "2027-10-31,09,false", "2028-10-31,09,true", "2028-10-31,03,false", "2028-10-31,01,false", "2027-03-08,11,false",
        "2027-03-08,13,false", "2027-03-08,12,true", "2027-09-20,16,false", "2027-05-27,06,false", "2027-05-27,07,false", "2027-05-27,10,false",
        "2027-05-27,04,true", "2027-05-27,02,true", "2028-10-03,02,false", "2028-10-03,,false", "2028-02-29,09,true", "2026-11-28,,false", "2026-11-29,,false",
        "2026-12-24,09,true", "2026-12-31,09,true"})
    @DisplayName("Wochenenden und Feiertage")
    void feiertage(LocalDate tag, String land, boolean arbeitstag) {
        assertThat(Arbeitstage.ist(tag, land)).isEqualTo(arbeitstag);
    }

    @Test
    @DisplayName("Jedes der sechzehn Länder hat andere als nur die Feiertage aller oder genau diese, und keines ist unbekannt")
    void alleLaender() {
        List<Long> freie = IntStream.rangeClosed(1, 16).mapToObj("%02d"::formatted).map(land -> IntStream.range(0, 366)
                .filter(n -> !Arbeitstage.ist(LocalDate.of(2028, 1, 1).plusDays(n), land)).count()).toList();
        long ueberall = IntStream.range(0, 366).filter(n -> !Arbeitstage.ist(LocalDate.of(2028, 1, 1).plusDays(n), null)).count();
        assertThat(freie).allSatisfy(zahl -> assertThat(zahl).isGreaterThan(ueberall));
    }

    @ParameterizedTest(name = "{0} bis {1} in {2}: {3}")
    @CsvSource({"2026-11-24,2026-11-24,09,0", "2026-11-27,2026-11-28,09,0", "2026-11-27,2026-11-30,09,1", "2026-11-30,2026-11-28,09,-1",
        "2026-11-30,2026-11-27,09,-1", "2026-12-23,2027-01-04,09,6", "2027-01-05,2027-01-06,09,0", "2027-01-05,2027-01-06,05,1", "2028-02-28,2028-03-01,09,2",
        "2028-02-29,2028-02-28,09,-1", "2027-03-26,2027-03-30,09,1", "2026-10-23,2026-10-26,09,1", "2026-11-24,2036-11-24,09,250", "2036-11-24,2026-11-24,09,-250"})
    @DisplayName("Gezählt wird in Arbeitstagen; was an einem freien Tag fällig ist, zählt für den Arbeitstag davor")
    void zwischen(LocalDate heute, LocalDate termin, String land, int tage) {
        assertThat(Arbeitstage.zwischen(heute, termin, land, 250)).isEqualTo(tage);
    }

    @Test
    @DisplayName("Von einem Arbeitstag zum nächsten ist es immer genau einer weniger")
    void jedenTagEiner() {
        LocalDate termin = LocalDate.of(2027, 1, 6);
        for (String land : new String[] {null, BAYERN, NRW}) {
            LocalDate tag = LocalDate.of(2026, 12, 1);
            while (tag.isBefore(LocalDate.of(2027, 2, 1))) {
                LocalDate naechster = Arbeitstage.ab(tag.plusDays(1), land);
                if (Arbeitstage.ist(tag, land)) {
                    assertThat(Arbeitstage.zwischen(naechster, termin, land, 250)).as("%s %s", land, tag)
                            .isEqualTo(Arbeitstage.zwischen(tag, termin, land, 250) - 1);
                }
                tag = naechster;
            }
        }
    }

    @ParameterizedTest(name = "{0} in {1} wird {2}")
    @CsvSource({"2026-11-24T08:00:00Z,09,2026-11-24T08:00:00Z", "2026-11-24T05:29:59Z,09,2026-11-24T05:30:00Z", "2026-11-24T18:00:00Z,09,2026-11-25T05:30:00Z",
        "2026-11-27T20:00:00Z,09,2026-11-30T05:30:00Z", "2026-10-24T10:00:00Z,09,2026-10-26T05:30:00Z", "2026-10-23T20:00:00Z,,2026-10-26T05:30:00Z",
        "2027-03-27T12:00:00Z,09,2027-03-30T04:30:00Z", "2027-01-05T19:00:00Z,09,2027-01-07T05:30:00Z", "2027-01-05T19:00:00Z,05,2027-01-06T05:30:00Z",
        "2026-12-31T18:30:00Z,05,2027-01-04T05:30:00Z", "2028-02-28T19:00:00Z,05,2028-02-29T05:30:00Z", "2027-06-30T16:59:00Z,05,2027-06-30T16:59:00Z",
        "2027-06-30T17:00:00Z,05,2027-07-01T04:30:00Z"})
    @DisplayName("E-Mails gehen an Arbeitstagen zwischen 6:30 und 19:00 Uhr, auch wenn die Uhr umgestellt wird")
    void sendezeit(Instant wann, String land, Instant ab) {
        assertThat(sendezeit.imLand(wann, land)).isEqualTo(ab);
    }

    @Test
    @DisplayName("Eine Sendezeit, die vor ihrem Beginn endet, fällt beim Start auf")
    void verkehrt() {
        assertThatThrownBy(() -> new Sendezeit(null, "19:00", "06:30")).isInstanceOf(IllegalArgumentException.class);
    }
}
