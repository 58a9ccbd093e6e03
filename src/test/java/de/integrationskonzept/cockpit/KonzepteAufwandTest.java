package de.integrationskonzept.cockpit;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.leistung.Zaehler;
import de.integrationskonzept.prozess.Spiel;
import de.integrationskonzept.rolle.Rollen;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

@Anwendungstest
@DisplayName("Der Überblick fragt die Datenbank gleich oft, wie viele Akten es auch sind")
class KonzepteAufwandTest {

    @Autowired
    DataSource datenbank;
    @Autowired
    Sichtbare sichtbare;
    @Autowired
    Prozessarten arten;
    @Autowired
    Rollen rollen;
    @Autowired
    ObjectMapper json;
    @Autowired
    Spiel spiel;

    @Test
    @DisplayName("Zwei Akten oder zwölf: dieselbe Zahl von Anweisungen für Seite und CSV-Datei")
    void zweiOderZwoelf() {
        String ort = "Ort " + UUID.randomUUID().toString().substring(0, 6);
        List<Spiel.Akte> akten = IntStream.range(0, 12).mapToObj(i -> spiel.beginne(mit(stadt(), "kommuneName", ort + (i < 2 ? " zwei" : " zehn")))).toList();
        Zaehler zaehler = new Zaehler();
        DataSource gezaehlt = zaehler.um(datenbank);
        NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(gezaehlt);
        Namen namen = new Namen(new JdbcTemplate(gezaehlt), rollen);
        Konzepte konzepte = new Konzepte(jdbc, sichtbare, arten, new Konzeptzeilen(jdbc, new Aktenwurzeln(jdbc), new Arbeitsstand(jdbc, namen, arten), namen, json));
        Function<Runnable, Long> anweisungen = tat -> spiel.als("prozessverantwortung", () -> {
            long vorher = zaehler.anweisungen();
            tat.run();
            return zaehler.anweisungen() - vorher;
        });
        Auswahl zwei = Auswahl.aus(Map.of("suche", ort + " zwei", "lage", "laufend"));
        Auswahl zwoelf = Auswahl.aus(Map.of("suche", ort, "lage", "laufend"));
        assertThat(spiel.als("prozessverantwortung", () -> konzepte.seite(zwei).zeilen())).hasSize(2);
        assertThat(spiel.als("prozessverantwortung", () -> konzepte.seite(zwoelf).zeilen())).hasSize(akten.size());

        assertThat(anweisungen.apply(() -> konzepte.seite(zwoelf))).isEqualTo(anweisungen.apply(() -> konzepte.seite(zwei))).isBetween(3L, 8L);
        assertThat(anweisungen.apply(() -> konzepte.alle(zwoelf))).isEqualTo(anweisungen.apply(() -> konzepte.alle(zwei)));
        assertThat(anweisungen.apply(() -> konzepte.eines(akten.get(0).id()))).isLessThan(8L);
    }
}
