package de.integrationskonzept.dokument;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** All meetings of a file on paper. */
@Anwendungstest
class NiederschriftenTest {

    private static final String IB = "integrationsbeauftragte";

    @Autowired
    Spiel spiel;

    @Autowired
    Dokumente dokumente;

    @Autowired
    Rest rest;

    @Test
    @Tag("R66")
    @DisplayName("R66: Die Niederschriften zeigen Termin, Anwesende und Ergebnisse, als geprüftes PDF")
    void niederschriften() throws Exception {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "prozessdesign-billigen");
        for (int sitzung = 1; sitzung <= 2; sitzung++) {
            akte.erledige(IB, "akte-nachtragen", Map.of("nachtragArt", "sitzung", "sitzungGremium", "steuerungsgruppe"));
            akte.erledige(IB, "sitzung-vorbereiten", Map.of("sitzungEinladen", "ja", "sitzungTitel", "Sitzung " + sitzung, "sitzungDatum", "2026-12-08",
                    "sitzungBeginn", "14:00", "sitzungEnde", "16:00", "sitzungOrt", "Rathaus", "sitzungGaeste", "gast@musterstadt.example"));
            akte.erledige(IB, "sitzung-durchfuehren", sitzung == 1 ? Map.of("sitzungAusgang", "abgesagt", "sitzungGrund", "Glatteis <b>")
                    : Map.of("sitzungAusgang", "stattgefunden", "niederschriftNummer", "3/2026", "quorumGrund", "Umlauf",
                    "sitzungAnwesende", List.of(Map.of("name", "Rita Muster", "organisation", "Verwaltungsspitze", "dabei", true)),
                    "sitzungTagesordnung", List.of(Map.of("punkt", "Ein Logo", "ergebnis", "vertagt", "bemerkung", "bis März"))));
        }
        String html = spiel.als("steuerungsgruppe", () -> dokumente.fuelleAus(akte.id(), "niederschriften", null)).html();
        assertThat(html).contains("Sitzung 1", "Abgesagt.", "Glatteis", "Sitzung 2", "14:00 Uhr", "3/2026", "Rita Muster", "Ein Logo",
                "Vertagt", "bis März", "Umlauf").doesNotContain("{{");
        byte[] pdf = rest.als("steuerungsgruppe").bytes("/api/akten/" + akte.id() + "/dokumente/niederschriften?format=pdf");
        assertThat(Pruefstand.maengel(pdf)).isEmpty();
    }
}
