package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Run it as a project. */
@Anwendungstest
@Tag("postgresql")
class ProjektTest {

    @Autowired
    Spiel spiel;

    private Spiel.Befund projekt(String schritt, Object... antworten) {
        return spiel.beginne(stadt()).spieleBis(gut().anders(schritt, antworten), "startreife-pruefen").befund("Projekt");
    }

    @Test
    @Tag("R53")
    @DisplayName("R53: Ohne Projektauftrag der Spitze wird es gelb")
    void ohneProjektauftrag() {
        assertThat(projekt("ressourcen-zusagen", "projektauftrag", false)).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("Projektauftrag");
        });
    }

    @Test
    @Tag("R53")
    @DisplayName("R53: Soll es kein Projekt werden, braucht es einen Grund, und die Ampel wird gelb")
    void keinProjekt() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "projekt-aufsetzen");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "projekt-aufsetzen", zeile("projektform", "nein",
                "projektformGrund", null))).hasSize(1);
        assertThat(projekt("projekt-aufsetzen", "projektform", "nein").satz()).contains("nicht als Projekt");
    }

    @Test
    @Tag("R54")
    @DisplayName("R54: Jeder Punkt des Steckbriefs verlangt eine Antwort: Ziele, Aufbau, Leitung, Steuerung, Kommunikation, Zusammenarbeit")
    void steckbrief() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "projekt-aufsetzen");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "projekt-aufsetzen", zeile("projektform", null, "projektZiele", null,
                "projektStruktur", List.of(), "projektLeitung", null, "steuerungsgruppeVorgesehen", null, "kommunikation", null,
                "interdisziplinaer", null))).hasSize(7);
        assertThat(akte.inhalt("projekt-aufsetzen", "planBeginn")).isEqualTo("2027-01-01");
        assertThat(akte.inhalt("projekt-aufsetzen", "planEnde")).isEqualTo("2028-12-31");
    }

    @Test
    @Tag("R55")
    @DisplayName("R55: Wer im Startformular die Federführung hat, steht als Leitung bereit; sie lässt sich mit Grund weitergeben")
    void federfuehrung() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "projekt-aufsetzen");
        assertThat(akte.inhalt("projekt-aufsetzen", "federfuehrung")).isEqualTo("Amira Beispiel");
        var wechsel = zeile("nachtragArt", "wechsel", "wechselArt", "federfuehrung", "wechselAn", "Mehmet Neu",
                "wechselVonKennung", null, "wechselAnKennung", null, "wechselAm", "2027-03-01", "wechselPapier", "Schreiben 7",
                "wechselGrund", "Elternzeit");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "akte-nachtragen", mit(wechsel, "wechselGrund", null))).hasSize(1);
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", wechsel);
        assertThat(akte.wert("federfuehrung")).isEqualTo("Mehmet Neu");
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("Mehmet Neu");
    }

    @Test
    @Tag("R56")
    @DisplayName("R56: Ist keine Steuerungsgruppe vorgesehen, wird es gelb; ist eine vorgesehen, gehört ein Vorsitz dazu")
    void ohneSteuerungsgruppe() {
        assertThat(projekt("projekt-aufsetzen", "steuerungsgruppeVorgesehen", "nein")).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("Steuerungsgruppe");
        });
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "projekt-aufsetzen");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "projekt-aufsetzen", zeile("steuerungsgruppeVorgesehen", "ja",
                "steuerungVorsitz", null))).hasSize(1);
    }
}
