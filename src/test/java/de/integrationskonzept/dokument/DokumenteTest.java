package de.integrationskonzept.dokument;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.prozess.Spiel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Aus einer Akte werden Dokumente")
class DokumenteTest {

    @Autowired
    Spiel spiel;
    @Autowired
    Dokumente dokumente;

    @Test
    @Tag("R54")
    @DisplayName("R54: versuch")
    void steckbrief() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "startreife-pruefen");
        System.out.println(html(akte, "projektsteckbrief"));
        System.out.println(html(akte, "ressourcenplan"));
    }

    private String html(Spiel.Akte akte, String name) {
        return spiel.als("steuerungsgruppe", () -> dokumente.fuelleAus(akte.id(), name, null)).html();
    }
}
