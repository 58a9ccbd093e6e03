package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** When the concept is adopted, it is settled who looks after it, how often, and who draws conclusions. */
@Anwendungstest
@Tag("postgresql")
class ControllingTest {

    private static final Map<String, Object> PROGRAMM = zeile("tiefe", "programm", "verfahren", "ausfuehrlich", "feldergebnisse", List.of(
            zeile("feld", "Bildung", "stand", "gebilligt", "ziele", List.of(zeile("ziel", "Mehr Abschlüsse")),
                    "kennzahlen", List.of(kennzahl("Abschlüsse"), kennzahl("Kita"))),
            zeile("feld", "Kultur", "stand", "geschlossen", "kennzahlen", List.of(kennzahl("Besuche")))));
    private static final Map<String, Object> PLAN = zeile("berichtTermin", "2029-06-30", "controllingProtokoll", "SG 3/2028");

    @Autowired
    Spiel spiel;

    private static Map<String, Object> kennzahl(String name) {
        return zeile("kennzahl", name, "einheit", "Prozent", "ausgangswert", 10, "zielwert", 5);
    }

    @BeforeEach
    void sommer2028() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2028-06-30T08:00:00Z")));
    }

    @AfterEach
    void heute() {
        ClockUtil.reset();
    }

    @Test
    @Tag("R71")
    @DisplayName("R71: Ohne Termin, Abstand, Berichtende, Empfänger, Entscheidende, Kennzahlen und Protokoll ist das Controlling nicht vereinbart")
    void vollstaendig() {
        var akte = spiel.wurzel("controlling", PROGRAMM);
        assertThat(akte.abgelehnt("controlling", "controlling-planen", zeile("berichtTermin", null, "controllingProtokoll", null,
                "berichtIntervall", "", "berichtVon", "", "berichtAn", "", "berichtEntscheidet", "", "berichtKennzahlen", List.of())))
                .hasSize(7);
        assertThat(akte.laeuft()).isTrue();
    }

    @Test
    @Tag("R71")
    @DisplayName("R71: Heißen zwei Kennzahlen eines Felds gleich, steht der Name einmal zur Wahl, und der Plan lässt sich vereinbaren")
    void gleicheNamen() {
        var akte = spiel.wurzel("controlling", zeile("tiefe", "programm", "feldergebnisse", List.of(zeile("feld", "Bildung",
                "stand", "gebilligt", "kennzahlen", List.of(kennzahl("Abschlüsse"), kennzahl("Abschlüsse"))))));
        assertThat(akte.inhalt("controlling-planen", "berichtKennzahlen")).isEqualTo(List.of("Bildung: Abschlüsse"));
        akte.erledige("controlling", "controlling-planen", PLAN);
        assertThat(akte.ende()).isEqualTo("controlling-vereinbart");
    }

    @Test
    @Tag("R71")
    @DisplayName("R71: Was vereinbart ist, steht in der Akte: erster Bericht, Abstand, wer berichtet, an wen, wer entscheidet, welche Kennzahlen")
    void vereinbart() {
        var akte = spiel.wurzel("controlling", PROGRAMM);
        assertThat(akte.inhalt("controlling-planen", "berichtKennzahlen")).as("all of the fields at work")
                .isEqualTo(List.of("Bildung: Abschlüsse", "Bildung: Kita"));
        assertThat(akte.inhalt("controlling-planen", "fortschreibungJahre")).isEqualTo(5);
        akte.erledige("controlling", "controlling-planen", mit(PLAN, "berichtKennzahlen", List.of("Bildung: Kita"),
                "berichtIntervall", "P2Y", "berichtVon", "Sozialplanung", "berichtAn", "Stadtrat"));
        assertThat(akte.ende()).isEqualTo("controlling-vereinbart");
        assertThat(akte.zuletzt("berichtTermin")).isEqualTo("2029-06-30");
        assertThat(akte.zuletzt("berichtIntervall")).isEqualTo("P2Y");
        assertThat(akte.zuletzt("berichtVon")).isEqualTo("Sozialplanung");
        assertThat(akte.zuletzt("berichtAn")).isEqualTo("Stadtrat");
        assertThat(akte.zuletzt("berichtEntscheidet")).isEqualTo("Steuerungsgruppe");
        assertThat(akte.zuletzt("berichtKennzahlen")).hasToString("[\"Bildung: Kita\"]");
    }

    @Test
    @Tag("R71")
    @DisplayName("R71: Ein erster Bericht, der heute oder früher liegt, kommt mit einem Vorschlag zurück; nach heute gilt er")
    void terminNachHeute() {
        var akte = spiel.wurzel("controlling", PROGRAMM);
        akte.erledige("controlling", "controlling-planen", mit(PLAN, "berichtTermin", "2028-06-30"));
        assertThat(akte.offen()).containsExactly("controlling-planen");
        assertThat(akte.inhalt("controlling-planen", "berichtHinweis").toString()).contains("nicht in der Zukunft");
        assertThat(akte.inhalt("controlling-planen", "berichtTermin")).isEqualTo("2029-06-30");
        akte.erledige("controlling", "controlling-planen", mit(PLAN, "berichtTermin", "2028-07-01"));
        assertThat(akte.ende()).isEqualTo("controlling-vereinbart");
        assertThat(akte.zuletzt("berichtTermin")).isEqualTo("2028-07-01");
    }

    @Test
    @Tag("R71")
    @Tag("R38")
    @DisplayName("R71, R38: Der Abstand der Fortschreibung, der schon entschieden war, liegt bereit")
    void fortschreibungVorbelegt() {
        var akte = spiel.wurzel("controlling", mit(PROGRAMM, "fortschreibungJahre", 4));
        assertThat(akte.inhalt("controlling-planen", "fortschreibungJahre")).isEqualTo(4);
        akte.erledige("controlling", "controlling-planen", PLAN);
        assertThat(akte.zuletzt("fortschreibungJahre")).isEqualTo(4);
    }

    @Test
    @Tag("R71")
    @Tag("R35")
    @DisplayName("R71, R35: Ein Rahmenkonzept wird an seinen Zielen gemessen und nicht regelmäßig fortgeschrieben")
    void rahmen() {
        var akte = spiel.wurzel("controlling", mit(PROGRAMM, "tiefe", "rahmen"));
        assertThat(akte.inhalt("controlling-planen", "feldergebnisse").toString()).contains("Mehr Abschlüsse");
        assertThat(akte.inhalt("controlling-planen", "fortschreibungJahre")).isNull();
        akte.erledige("controlling", "controlling-planen", PLAN);
        assertThat(akte.ende()).isEqualTo("controlling-vereinbart");
    }

    @Test
    @Tag("R71")
    @DisplayName("R71: Hat ein Konzept keine Kennzahlen, lässt sich trotzdem ein Bericht vereinbaren")
    void ohneKennzahlen() {
        var akte = spiel.wurzel("controlling", zeile("tiefe", "programm", "verfahren", "kompakt"));
        akte.erledige("controlling", "controlling-planen", PLAN);
        assertThat(akte.ende()).isEqualTo("controlling-vereinbart");
    }

    @Test
    @Tag("R71")
    @DisplayName("R71: Im Auftrag erfasst ersetzt das Papier der Entscheidung das Protokoll")
    void imAuftrag() {
        var akte = spiel.wurzel("controlling", PROGRAMM);
        akte.erledige("integrationsbeauftragte", "controlling-planen", zeile("berichtTermin", "2029-06-30", "controllingImAuftrag", true,
                "controllingPapier", "Protokoll SG 3"));
        assertThat(akte.ende()).isEqualTo("controlling-vereinbart");
        assertThat(akte.zuletzt("controllingPapier")).isEqualTo("Protokoll SG 3");
    }
}
