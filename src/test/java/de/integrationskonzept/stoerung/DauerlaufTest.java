package de.integrationskonzept.stoerung;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Datenbank;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An hour of mixed work ({@code -Ddauer=PT10M} for less). In the busiest two hours of a day half of the 6,000 people of Bavaria do one
 * task each, 0.42 a second; twice that is one task a minute for each of fifty, with what people look at besides.
 */
@Tag("bench")
@Timeout(value = 3, unit = TimeUnit.HOURS)
@DisplayName("Eine Stunde gemischte Arbeit von fünfzig Personen: Speicher, Fäden und Verbindungen wachsen nicht")
class DauerlaufTest {

    private static final int PERSONEN = 50;
    private static final Duration TAKT = Duration.ofMinutes(1);
    /** Enough for everybody, however many are being done just now. */
    private static final int OFFENE = 300;

    @TempDir
    private Path ordner;

    @Test
    @DisplayName("Am Ende so viel wie nach dem Warmwerden")
    void eineStunde() throws Exception {
        Duration dauer = Duration.parse(System.getProperty("dauer", "PT60M"));
        Map<String, Object> datenbank = Datenbank.postgres("dauerlauf" + UUID.randomUUID().toString().substring(0, 8));
        try (Knoten knoten = new Knoten(ordner.resolve("knoten"), datenbank); Kassenbuch buch = new Kassenbuch(ordner.resolve("kassenbuch"))) {
            knoten.starte();
            JdbcTemplate jdbc = Nachschau.in(datenbank).jdbc();
            Messung messung = new Messung(knoten.prozess(), jdbc);
            List<Messung.Minute> minuten = new ArrayList<>();
            try (Tagewerk tagewerk = new Tagewerk(knoten.rest(), jdbc, buch, OFFENE)) {
                tagewerk.richteEin();
                System.out.println(Messung.KOPF);
                tagewerk.beginne(PERSONEN, TAKT);
                for (int minute = 1; minute <= dauer.toMinutes(); minute++) {
                    TimeUnit.MINUTES.sleep(1);
                    minuten.add(messung.miss(minute, tagewerk));
                    System.out.println(minuten.get(minuten.size() - 1));
                }
                System.out.println("Antworten: " + tagewerk.antworten());
                assertThat(tagewerk.antworten().keySet()).allMatch(status -> status < 500);
            }
            System.out.println(buch);
            eben(minuten);
            assertThat(new Nachschau(jdbc).maengel(buch)).isEmpty();
        }
    }

    /** The last third against the second one; in the first the JVM warms up. */
    private static void eben(List<Messung.Minute> minuten) {
        int drittel = Math.max(1, minuten.size() / 3);
        List<Messung.Minute> mitte = minuten.subList(Math.max(0, minuten.size() - 2 * drittel), minuten.size() - drittel);
        List<Messung.Minute> ende = minuten.subList(minuten.size() - drittel, minuten.size());
        System.out.printf("Mitte %s%nEnde  %s%n", Messung.mittel(mitte), Messung.mittel(ende));
        assertThat(Messung.mittel(ende).heap()).as("heap after GC").isLessThan(Messung.mittel(mitte).heap() * 1.15);
        assertThat(Messung.mittel(ende).faeden()).as("threads").isLessThan(Messung.mittel(mitte).faeden() + 10);
        assertThat(ende).allSatisfy(minute -> assertThat(minute.verbindungen()).isLessThanOrEqualTo(20));
        assertThat(Messung.mittel(ende).laufend()).as("size of what runs").isLessThan(Messung.mittel(mitte).laufend() * 1.3);
    }
}
