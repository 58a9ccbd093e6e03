package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Nach dem Beschluss folgt Jahr auf Jahr, bis jemand das Ende begründet")
class UmsetzungTest extends Umsetzungsjahr {

    private static List<Map<String, Object>> werte(Object istwert) {
        return List.of(zeile("feld", "Sprache", "kennzahl", "Kita-Quote", "einheit", "%", "ausgangswert", 60, "zielwert", 80,
                "istwert", istwert, "bemerkung", ""));
    }

    @Test
    @Tag("R36")
    @Tag("R71")
    @DisplayName("R36, R71: Zwei Jahre Bericht über Maßnahmen und Kennzahlen: das zweite ist ein eigener Vorgang und kennt die Werte des ersten")
    void zweiJahreProgramm() {
        var erstes = spiel.wurzel("umsetzung", programm());
        assertThat(erstes.wert("phase")).isEqualTo("Umsetzung 2030");
        assertThat(erstes.offen()).containsExactly("akte-nachtragen");
        String zeichen = zeichen(erstes);

        berichtet(erstes, 64);
        assertThat(erste(erstes.inhalt("jahr-abschliessen", "jahresbericht"), "kennzahlen"))
                .containsEntry("istwert", 64).containsEntry("ampel", "rot");
        assertThat(erste(erstes.wert("jahresbericht"), "massnahmen")).containsEntry("stand", "laeuft");
        erstes.erledige("steuerungsgruppe", "jahr-abschliessen", zeile("jahrEntscheidung", "weiter"));
        assertThat(erstes.laeuft()).isFalse();
        assertThat(erstes.ende()).isEqualTo("jahr-abgeschlossen");

        var zweites = spiel.neueste(zeichen);
        assertThat(zweites.id()).isNotEqualTo(erstes.id());
        assertThat(zweites.wert("berichtTermin")).isEqualTo("2031-03-31");
        assertThat(zweites.wert("phase")).isEqualTo("Umsetzung 2031");
        zweites.zeitKommt("berichtszeit");
        assertThat(alsZeile(((List<?>) zweites.inhalt("umsetzung-berichten", "kennzahlenBericht")).get(0))).containsEntry("vorjahr", 64);
        assertThat((List<?>) zweites.inhalt("umsetzung-berichten", "massnahmenBericht")).singleElement()
                .satisfies(m -> assertThat(alsZeile(m)).containsEntry("nummer", "1.1").containsEntry("stand", "laeuft"));
        zweites.erledige("controlling", "umsetzung-berichten", zeile("kennzahlenBericht", List.of(mit(werte(79).get(0), "vorjahr", 64))));
        assertThat(erste(zweites.wert("jahresbericht"), "kennzahlen")).containsEntry("ampel", "grün");
        zweites.erledige("steuerungsgruppe", "jahr-abschliessen", ENDE);
        assertThat(zweites.ende()).isEqualTo("umsetzung-eingestellt");
        assertThat(spiel.neueste(zeichen).id()).as("no third year").isEqualTo(zweites.id());
    }

    @Test
    @Tag("R71")
    @DisplayName("R71: Ein versäumtes Jahr bleibt sichtbar und offen, das nächste beginnt trotzdem; was spät kommt, wird ihm nachgereicht")
    void versaeumtesJahr() {
        var erstes = spiel.wurzel("umsetzung", programm());
        String zeichen = zeichen(erstes);
        erstes.zeitKommt("berichtszeit").zeitKommt("naechster-bericht-faellig");
        assertThat(erstes.wert("zyklusStand")).isEqualTo("versaeumt");
        assertThat(erstes.offen()).containsExactly("akte-nachtragen", "umsetzung-berichten");
        assertThat(engine.getTaskService().getVariable(erstes.aufgabe("umsetzung-berichten").getId(), "karte").toString())
                .endsWith("Umsetzung 2030, versäumt");
        var zweites = spiel.neueste(zeichen);
        assertThat(zweites.wert("berichtTermin")).isEqualTo("2031-03-31");
        assertThat(zweites.wert("zyklus").toString()).isEqualTo("2");

        erstes.erledige("controlling", "umsetzung-berichten", zeile("kennzahlenBericht", werte(70)));
        laufzeit.setVariables(erstes.id(), Spiel.json(zeile("massnahmen", List.of(zeile("nummer", "9", "titel", "Später", "zusage", "ja")))));
        erstes.erledige("steuerungsgruppe", "jahr-abschliessen", zeile("jahrEntscheidung", "weiter"));
        assertThat(erstes.ende()).isEqualTo("jahr-nachgereicht");
        assertThat(erstes.zuletzt("zyklusStand")).isEqualTo("versaeumt");
        assertThat((List<?>) zweites.wert("massnahmen")).singleElement().satisfies(m -> assertThat(alsZeile(m)).containsEntry("nummer", "9"));
        assertThat(spiel.neueste(zeichen).id()).as("no third year").isEqualTo(zweites.id());
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: „Akte nachtragen“ steht bis zum nächsten Bericht bereit, ohne überfällig zu werden")
    void nachtragenBisZumBericht() {
        var jahr = spiel.wurzel("umsetzung", programm());
        assertThat(jahr.aufgabe("akte-nachtragen").getDueDate().toInstant().atZone(ZoneId.of("Europe/Berlin")).toLocalDate()).isEqualTo("2031-03-31");
    }

    @Test
    @Tag("R71")
    @DisplayName("R71: Ist berichtet, aber noch nicht entschieden, gilt das Jahr nicht als versäumt")
    void berichtetNichtVersaeumt() {
        var jahr = spiel.wurzel("umsetzung", programm());
        berichtet(jahr, 70).zeitKommt("naechster-bericht-faellig");
        assertThat(jahr.wert("zyklusStand")).isEqualTo("berichtet");
        assertThat(jahr.wert("phase")).isEqualTo("Umsetzung 2030");
        assertThat(spiel.neueste(zeichen(jahr)).id()).isNotEqualTo(jahr.id());
    }

    @Test
    @Tag("I2")
    @DisplayName("I2: Ein Ende braucht, wer es wann und warum beschlossen hat")
    void endeBegruendet() {
        var jahr = spiel.wurzel("umsetzung", programm());
        berichtet(jahr, 70);
        assertThat(jahr.abgelehnt("steuerungsgruppe", "jahr-abschliessen", zeile("jahrEntscheidung", "beenden", "endeDurch", null, "endeAm", null,
                "endeGrund", null))).hasSize(3);
        jahr.erledige("integrationsbeauftragte", "jahr-abschliessen", mit(ENDE, "abschlussImAuftrag", true));
        assertThat(jahr.ende()).isEqualTo("umsetzung-eingestellt");
    }

    @Test
    @Tag("I2")
    @DisplayName("I2: Auch in diesen Jahren lässt die Spitze ruhen und beendet; mit dem Jahr endet, was offen ist")
    void ruhenUndBeenden() {
        Map<String, Object> spitze = zeile("spitzeName", "Rita Muster", "spitzeDatum", "2030-04-01", "spitzePapier", "Vermerk 4",
                "spitzeGrund", "Wahl");
        var jahr = spiel.wurzel("umsetzung", programm());
        jahr.zeitKommt("berichtszeit").erledige("integrationsbeauftragte", "akte-nachtragen", mit(spitze, "nachtragArt", "ruhen"));
        assertThat(jahr.aufgabe("umsetzung-berichten").isSuspended()).isTrue();
        assertThat(engine.getManagementService().createJobQuery().activityId("naechster-bericht-faellig").suspended().list())
                .as("a resting file begins no further year").anyMatch(job -> jahr.instanzen().contains(job.getProcessInstanceId()));
        jahr.erledige("integrationsbeauftragte", "akte-nachtragen", mit(spitze, "nachtragArt", "fortsetzen"));
        assertThat(jahr.aufgabe("umsetzung-berichten").isSuspended()).isFalse();
        jahr.erledige("integrationsbeauftragte", "akte-nachtragen", mit(spitze, "nachtragArt", "beenden"));
        assertThat(jahr.instanzen()).isEmpty();
        assertThat(jahr.ende()).isEqualTo("umsetzung-beendet");
    }

    @Test
    @Tag("I3")
    @DisplayName("I3: Wechselt die Leitung in einem Jahr der Umsetzung, wird der Auftrag neu bestätigt")
    void leitungWechselt() {
        mitPlatzhaltern(() -> {
            var jahr = spiel.wurzel("umsetzung", programm());
            laufzeit.createMessageCorrelation("leitung-wechselt").processInstanceId(jahr.id()).correlate();
            assertThat(jahr.offen()).containsExactly("akte-nachtragen", "warten-leitungswechsel");
            weiter(jahr, "leitungswechsel", Map.of());
            assertThat(jahr.offen()).containsExactly("akte-nachtragen");
        });
    }
}
