package de.integrationskonzept.prozess;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
class GrosseStadtTest {

    @Autowired
    Spiel spiel;

    @Test
    void probe() {
        Spiel.Akte akte = spiel.beginne(Map.of("kommuneTyp", "kreisfreie-stadt", "einwohner", 120000,
                "verfahrenWunsch", "ausfuehrlich", "planBeginn", "2027-01-01", "planEnde", "2028-12-31"));
        akte.spieleBis(Map.of(), "startreife-pruefen");
        System.out.println("OFFEN " + akte.offen() + " nach " + akte.erledigt());
        akte.jobs();
        System.out.println("REIFE " + akte.zuletzt("startreife") + akte.zuletzt("ampel"));
        assertThat(akte.offen()).isNotEmpty();
    }
}
