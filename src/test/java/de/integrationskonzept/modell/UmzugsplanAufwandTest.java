package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.Probeablauf.aufgabe;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.leistung.Zaehler;
import de.integrationskonzept.prozess.Spiel;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Einen Umzug zu planen kostet bei vielen Akten nicht mehr als bei wenigen")
class UmzugsplanAufwandTest extends Umzugsplanfall {

    @Autowired
    private DataSource quelle;
    @Autowired
    private Zuordnungsleser leser;
    @Autowired
    private Spiel spiel;

    @Test
    @DisplayName("Zwei Akten oder vierzig: dieselbe Zahl von Anweisungen an die Datenbank")
    void gleichVieleAnweisungen() {
        Zaehler zaehler = new Zaehler();
        JdbcClient gezaehlt = JdbcClient.create(zaehler.um(quelle));
        Umzugsplanwege wege = new Umzugsplanwege(new Umzugsplanbestand(gezaehlt), leser);
        UmzugsplanAkten akten = new UmzugsplanAkten(gezaehlt, engine.getIdentityService());
        probe.stelleBereit(probe.ablauf(aufgabe("a", "A"), aufgabe("b", "B")));
        Map<String, byte[]> dateien = Map.of(probe.datei(), probe.ablauf(aufgabe("a", "A"), aufgabe("c", "C")).bytes());
        IntStream.range(0, 2).forEach(i -> probe.beginne());
        List<Long> zwei = anweisungen(zaehler, wege, akten, dateien, 2);
        IntStream.range(2, 40).forEach(i -> probe.erledige(probe.beginne(), i % 2 == 0 ? "a" : "-"));
        assertThat(anweisungen(zaehler, wege, akten, dateien, 40)).isEqualTo(zwei).isEqualTo(List.of(2L, 3L, 2L));
    }

    private List<Long> anweisungen(Zaehler zaehler, Umzugsplanwege wege, UmzugsplanAkten akten, Map<String, byte[]> dateien, int erwartet) {
        return spiel.als("modellpflege", () -> {
            long anfang = zaehler.anweisungen();
            List<Umzugsplanweg> laufende = wege.laufende(wege.neue(dateien), Map.of(), null);
            long plan = zaehler.anweisungen();
            assertThat(akten.seite(laufende, null, 0).akten()).hasSize(erwartet);
            long seite = zaehler.anweisungen();
            new Umzugsplaner(wege, leser).fehlend(dateien);
            return List.of(plan - anfang, seite - plan, zaehler.anweisungen() - seite);
        });
    }
}
