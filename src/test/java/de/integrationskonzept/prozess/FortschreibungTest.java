package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Ist die Fortschreibung fällig, werden Teile neu bearbeitet und neu beschlossen")
class FortschreibungTest extends Umsetzungsjahr {

    @Test
    @Tag("R38")
    @DisplayName("R38: Nach der vereinbarten Zahl von Jahren ist die Fortschreibung vorbelegt; sie zu verschieben braucht einen Grund")
    void fortschreibungFaellig() {
        var jahr = spiel.wurzel("umsetzung", programm("zyklus", 2));
        berichtet(jahr, 70);
        assertThat(jahr.inhalt("jahr-abschliessen", "jahrEntscheidung")).isEqualTo("fortschreiben");
        assertThat(jahr.abgelehnt("steuerungsgruppe", "jahr-abschliessen", zeile("jahrEntscheidung", "weiter", "verschiebungGrund", null)))
                .singleElement().asString().contains("verschoben");
        jahr.erledige("steuerungsgruppe", "jahr-abschliessen", zeile("jahrEntscheidung", "weiter", "verschiebungGrund", "Wahljahr"));
        assertThat(jahr.laeuft()).isFalse();
    }

    @Test
    @Tag("R38")
    @DisplayName("R38: Fortschreibung: gewählte Felder werden neu bearbeitet; zurückgegeben, mit Auflagen beschlossen, gilt sie im nächsten Jahr")
    void fortschreibungMitAuflagen() {
        mitPlatzhaltern(() -> {
            var jahr = fortschreibung();
            laufzeit.setVariables(jahr.id(), Spiel.json(zeile("feldergebnisse", List.of(mit(FELDER.get(0), "bestand", "neu")))));
            weiter(jahr, "handlungsfelder", Map.of());
            weiter(jahr, "massnahmen", Map.of());
            weiter(jahr, "beschluss", zeile("beschlussErgebnis", "zurueck", "zurueckNach", "handlungsfelder", "zurueckFelder", List.of("Wohnen"),
                    "zurueckGruende", "Zu dünn"));
            weiter(jahr, "handlungsfelder", Map.of());
            weiter(jahr, "massnahmen", Map.of());
            weiter(jahr, "beschluss", zeile("beschlussErgebnis", "mit-auflagen", "auflagen", List.of(
                    zeile("auflage", "Kosten belegen", "zustaendig", "fachbereich-soziales", "bis", "2030-12-31"),
                    zeile("auflage", "Stelle klären", "zustaendig", "integrationsbeauftragte", "bis", "2030-12-31"))));
            assertThat(jahr.offen()).containsExactly("akte-nachtragen", "warten-auflage", "warten-auflage");
            weiter(jahr, "auflage", Map.of());
            weiter(jahr, "auflage", Map.of());
            jahr.jobs();
            assertThat(jahr.ende()).isEqualTo("jahr-abgeschlossen");
            assertThat((List<?>) spiel.neueste((String) jahr.zuletzt("aktenzeichen")).wert("feldergebnisse")).singleElement()
                    .satisfies(f -> assertThat(alsZeile(f)).containsEntry("bestand", "neu"));
        });
    }

    @Test
    @Tag("R38")
    @Tag("I1")
    @DisplayName("R38, I1: Lehnt der Rat die Fortschreibung ab, gilt das alte Konzept unverändert weiter")
    void fortschreibungAbgelehnt() {
        mitPlatzhaltern(() -> {
            var jahr = fortschreibung();
            laufzeit.setVariables(jahr.id(), Spiel.json(zeile("feldergebnisse", List.of(), "massnahmen", List.of())));
            weiter(jahr, "handlungsfelder", Map.of());
            weiter(jahr, "massnahmen", Map.of());
            weiter(jahr, "beschluss", zeile("beschlussErgebnis", "abgelehnt"));
            assertThat(jahr.laeuft()).isFalse();
            var folge = spiel.neueste((String) jahr.zuletzt("aktenzeichen"));
            assertThat((List<?>) folge.wert("feldergebnisse")).hasSize(2);
            assertThat((List<?>) folge.wert("massnahmen")).hasSize(2);
        });
    }

    @Test
    @Tag("R38")
    @DisplayName("R38: Beschließt der Rat die Fortschreibung, ist das Jahr abgeschlossen")
    void fortschreibungBeschlossen() {
        mitPlatzhaltern(() -> {
            var jahr = fortschreibung();
            weiter(jahr, "handlungsfelder", Map.of());
            weiter(jahr, "massnahmen", Map.of());
            weiter(jahr, "beschluss", zeile("beschlussErgebnis", "beschlossen"));
            assertThat(jahr.ende()).isEqualTo("jahr-abgeschlossen");
        });
    }

    /** A year whose Fortschreibung has chosen its field. */
    private Spiel.Akte fortschreibung() {
        var jahr = spiel.wurzel("umsetzung", programm());
        berichtet(jahr, 70).erledige("steuerungsgruppe", "jahr-abschliessen", zeile("jahrEntscheidung", "fortschreiben"));
        return jahr.erledige("integrationsbeauftragte", "fortschreibung-vorbereiten", zeile("fortschreibungFelder", List.of("Sprache")));
    }
}
