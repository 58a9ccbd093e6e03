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
@DisplayName("Ein Rahmenkonzept vereinbart jedes Jahr Ziele und berichtet am Ende darüber")
class ZielvereinbarungTest extends Umsetzungsjahr {

    private Map<String, Object> rahmen(Object... anders) {
        return mit(programm("tiefe", "rahmen", "massnahmen", null, "zvFachbereiche", List.of("fachbereich-bildung", "fachbereich-kultur"),
                "zvGespraeche", "einmal im Quartal"), anders);
    }

    @Test
    @Tag("R33")
    @Tag("R34")
    @DisplayName("R33, R34: Rahmenkonzept: jedes Jahr je Fachbereich eine Zielvereinbarung und am Ende ein Monitoringbericht")
    void zweiJahreRahmen() {
        var erstes = spiel.wurzel("umsetzung", rahmen());
        assertThat(erstes.offen()).containsExactly("akte-nachtragen", "zielvereinbarung-schliessen", "zielvereinbarung-schliessen");
        assertThat(strategischeZiele(erstes, "fachbereich-bildung")).contains("Mehr Kurse");
        assertThat(strategischeZiele(erstes, "fachbereich-kultur")).as("aims of others").isEqualTo("[]");
        erstes.erledige("fachbereich-bildung", erstes.aufgabe("zielvereinbarung-schliessen", "fachbereich-bildung"),
                zeile("zvErgebnis", "geschlossen", "zvZiele", List.of(zeile("ziel", "Mehr Kurse", "kennzahl", "Zahl der Kurse", "zielwert", "12"))));
        erstes.erledige("fachbereich-kultur", erstes.aufgabe("zielvereinbarung-schliessen", "fachbereich-kultur"),
                zeile("zvErgebnis", "gescheitert", "zvGrund", "Kein Geld"));

        erstes.zeitKommt("berichtszeit");
        assertThat((List<?>) erstes.inhalt("monitoringbericht-erstellen", "zielBerichte")).as("only what was agreed").hasSize(1);
        assertThat(erstes.abgelehnt("integrationsbeauftragte", "monitoringbericht-erstellen", zeile("zielBerichte",
                List.of(mit(ziel("verfehlt"), "abweichung", "")))).toString()).contains("Was ist anders gekommen");
        erstes.erledige("integrationsbeauftragte", "monitoringbericht-erstellen", zeile("zielBerichte", List.of(ziel("verfehlt"))));
        assertThat(erste(erstes.inhalt("jahr-abschliessen", "jahresbericht"), "zielvereinbarungen")).containsEntry("ampel", "rot");
        erstes.erledige("steuerungsgruppe", "jahr-abschliessen", zeile());
        erstes.jobs();

        var zweites = spiel.neueste((String) erstes.zuletzt("aktenzeichen"));
        assertThat(zweites.offen()).as("negotiated anew each year").containsExactly("akte-nachtragen", "zielvereinbarung-schliessen",
                "zielvereinbarung-schliessen");
        assertThat(zweites.wert("jahr").toString()).isEqualTo("2031");
        for (String fachbereich : List.of("fachbereich-bildung", "fachbereich-kultur")) {
            zweites.erledige(fachbereich, zweites.aufgabe("zielvereinbarung-schliessen", fachbereich), zeile("zvErgebnis", "gescheitert"));
        }
        zweites.zeitKommt("berichtszeit").erledige("integrationsbeauftragte", "monitoringbericht-erstellen", zeile("zielBerichte", List.of()));
        zweites.erledige("steuerungsgruppe", "jahr-abschliessen", ENDE);
        assertThat(zweites.laeuft()).isFalse();
    }

    private String strategischeZiele(Spiel.Akte jahr, String fachbereich) {
        String aufgabe = jahr.aufgabe("zielvereinbarung-schliessen", fachbereich).getId();
        assertThat(engine.getTaskService().getVariables(aufgabe)).as("what the Fachbereich could read").doesNotContainKey("feldergebnisse");
        return engine.getTaskService().getVariable(aufgabe, "strategischeZiele").toString();
    }

    private static Map<String, Object> ziel(String ergebnis) {
        return zeile("fachbereich", "Bildung", "ziel", "Mehr Kurse", "kennzahl", "Zahl der Kurse", "zielwert", "12", "ergebnis", ergebnis,
                "istwert", "4", "abweichung", "Keine Räume", "abhilfe", "Räume mieten");
    }

    @Test
    @Tag("R33")
    @DisplayName("R33: Ein Rahmenkonzept ohne beteiligte Fachbereiche bleibt nicht stecken")
    void rahmenOhneFachbereiche() {
        var jahr = spiel.wurzel("umsetzung", rahmen("zvFachbereiche", null));
        jahr.zeitKommt("berichtszeit");
        assertThat(jahr.offen()).containsExactly("akte-nachtragen", "monitoringbericht-erstellen");
    }
}
