package de.integrationskonzept.akte;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.engine.ConfidentialProcesses;
import de.integrationskonzept.leistung.Zaehler;
import de.integrationskonzept.prozess.Spiel;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@DisplayName("Der Verlauf fragt die Datenbank gleich oft, wie lang die Akte auch ist")
class AktenchronikTest {

    @Autowired
    DataSource datenbank;
    @Autowired
    Spiel spiel;
    @Autowired
    ProcessEngine engine;
    @Autowired
    Aktensicht sicht;
    @Autowired
    Leserecht leserecht;
    @Autowired
    ConfidentialProcesses vertraulich;
    @Autowired
    Aktenaufgaben aufgaben;
    @Autowired
    List<Papiere> ablagen;
    @Autowired
    ObjectMapper json;

    @Test
    @DisplayName("Eine Akte am ersten Tag und eine am Ende der Vorabklärung: dieselbe Zahl von Anweisungen, für den Verlauf und für einen Vorgang")
    void gleichViele() {
        Zaehler zaehler = new Zaehler();
        JdbcTemplate gezaehlt = new JdbcTemplate(zaehler.um(datenbank));
        Akteninhalt inhalt = new Akteninhalt(gezaehlt, leserecht, vertraulich, new Variablenstand(gezaehlt, json));
        Aktenverlauf verlauf = new Aktenverlauf(gezaehlt, inhalt, sicht, leserecht);
        Aktenchronik chronik = new Aktenchronik(gezaehlt, verlauf, ablagen);
        Vorgangssicht vorgaenge = new Vorgangssicht(engine, gezaehlt, aufgaben, verlauf, vertraulich);
        Spiel.Akte klein = spiel.beginne(stadt());
        Spiel.Akte gross = spiel.beginne(stadt()).spieleBis(gut(), "startreife-pruefen");

        assertThat(anweisungen(zaehler, () -> chronik.lies(gross.id()))).isEqualTo(anweisungen(zaehler, () -> chronik.lies(klein.id()))).isEqualTo(10);
        assertThat(anweisungen(zaehler, () -> vorgaenge.lies(gross.id()))).isEqualTo(anweisungen(zaehler, () -> vorgaenge.lies(klein.id()))).isEqualTo(4);
        assertThat(spiel.als("vorgesetzte", () -> chronik.lies(gross.id())).schritte().size()).as("there is more in it")
                .isGreaterThan(spiel.als("vorgesetzte", () -> chronik.lies(klein.id())).schritte().size() + 10);
    }

    private long anweisungen(Zaehler zaehler, Runnable lesen) {
        return spiel.als("vorgesetzte", () -> {
            long vorher = zaehler.anweisungen();
            lesen.run();
            return zaehler.anweisungen() - vorher;
        });
    }
}
