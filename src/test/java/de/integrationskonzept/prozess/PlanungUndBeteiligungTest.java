package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.plan;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.stellen;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Planning approach, supporters, participation. */
@Anwendungstest
@Tag("postgresql")
class PlanungUndBeteiligungTest {

    @Autowired
    Spiel spiel;

    private Spiel.Befund befund(String frage, String schritt, Object... antworten) {
        return spiel.beginne(stadt()).spieleBis(gut().anders(schritt, antworten), "startreife-pruefen").befund(frage);
    }

    @Test
    @Tag("R40")
    @DisplayName("R40: Die Planung stimmt die Ausrichtung vor dem Start ab; ohne sie ist das Thema nicht fertig")
    void planungsorientierung() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "planung-abstimmen");
        assertThat(akte.rolle(akte.aufgabe("planung-abstimmen"))).isEqualTo("planung");
        assertThat(akte.abgelehnt("planung", "planung-abstimmen", zeile("planungsorientierung", null))).hasSize(1);
        akte.spieleBis(gut(), "startreife-pruefen");
        assertThat(akte.erledigt()).contains("planung/planung-abstimmen");
    }

    @Test
    @Tag("R41")
    @DisplayName("R41: Ohne Abgleich mit anderen Plänen ist die Ampel rot, ein offener Abgleich macht sie gelb")
    void abgleich() {
        assertThat(befund("Planungsansatz", "planung-abstimmen", "plaene", List.of()).ampel()).isEqualTo("rot");
        assertThat(befund("Planungsansatz", "planung-abstimmen", "plaene", List.of(plan("Sozialplanung", "stimmig"),
                plan("Stadtentwicklung", "offen"))).ampel()).isEqualTo("gelb");
        assertThat(befund("Planungsansatz", "planung-abstimmen").ampel()).isEqualTo("grün");
    }

    @Test
    @Tag("R41")
    @DisplayName("R41: Jeder abgeglichene Plan wird von jemandem freigegeben, mit Tag")
    void freigabeJePlan() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "planung-abstimmen");
        assertThat(akte.abgelehnt("planung", "planung-abstimmen", Drehbuch.mit(gut().get("planung-abstimmen"), "plaene",
                List.of(zeile("plan", "Sozialplanung", "ergebnis", "stimmig"))))).hasSize(2);
    }

    @Test
    @Tag("R42")
    @DisplayName("R42: Mindestens ein Ansatz muss gewählt sein; bei nur einem kommt der Hinweis, mehrere zu verbinden")
    void ansaetzeVerbinden() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "planung-abstimmen");
        assertThat(akte.abgelehnt("planung", "planung-abstimmen", zeile("ansaetze", List.of()))).isNotEmpty();
        assertThat(befund("Planungsansatz", "planung-abstimmen", "ansaetze", List.of("sozialraum"))).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("nur ein Ansatz");
        });
    }

    @Test
    @Tag("R45")
    @DisplayName("R45: Zielgruppen allein fallen auf, als Ergänzung sind sie willkommen")
    void zielgruppenNurErgaenzend() {
        assertThat(befund("Planungsansatz", "planung-abstimmen", "ansaetze", List.of("zielgruppen"))).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("Zielgruppen");
        });
        assertThat(befund("Planungsansatz", "planung-abstimmen", "ansaetze", List.of("lebenslagen", "zielgruppen")).ampel())
                .isEqualTo("grün");
    }

    @Test
    @Tag("R46")
    @Tag("R47")
    @Tag("R48")
    @DisplayName("R46, R47, R48: Die üblichen Stellen innen und außen stehen schon in der Liste; ohne eine einzige geht es nicht")
    void uebliches() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "unterstuetzung-sammeln");
        assertThat(akte.inhalt("unterstuetzung-sammeln", "stakeholder").toString())
                .contains("bildung", "jugend", "soziales", "wirtschaft", "auslaenderbehoerde", "hauptamt", "personal")
                .contains("migrantenorganisation", "arbeitsverwaltung", "wohlfahrtsverband", "kultureinrichtung", "ehrenamt");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "unterstuetzung-sammeln", zeile("stakeholder", List.of()))).isNotEmpty();
    }

    @Test
    @Tag("R47")
    @DisplayName("R47: Fehlt eine Schlüsselstelle im Haus, wird sie beim Namen genannt")
    void schluesselstelleFehlt() {
        assertThat(befund("Unterstützung", "unterstuetzung-sammeln", "stakeholder", stellen("bildung", "jugend", "soziales",
                "wirtschaft", "auslaenderbehoerde", "personal", "migrantenorganisation"))).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("Hauptamt").doesNotContain("Ausländerbehörde");
        });
    }

    @Test
    @Tag("R48")
    @DisplayName("R48: Ohne Migrantenorganisation wird es gelb")
    void ohneMigrantenorganisation() {
        assertThat(befund("Unterstützung", "unterstuetzung-sammeln", "stakeholder", stellen("bildung", "jugend", "soziales",
                "wirtschaft", "auslaenderbehoerde", "hauptamt", "personal"))).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("Migrantenorganisation");
        });
    }

    @Test
    @Tag("R49")
    @DisplayName("R49: Ein erstes Gespräch lässt sich jederzeit eintragen, schon bevor das Thema an der Reihe ist, und danach noch eines")
    void kontaktJederzeit() {
        var akte = spiel.beginne(stadt());
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", zeile("nachtragArt", "kontakt",
                "kontakte", List.of(kontakt("Moscheeverein"))));
        akte.spieleBis(gut(), "startsignal-geben");
        assertThat(akte.inhalt("akte-nachtragen", "kontakte").toString()).contains("Moscheeverein");

        akte.erledige("integrationsbeauftragte", "akte-nachtragen", zeile("nachtragArt", "kontakt",
                "kontakte", List.of(kontakt("Moscheeverein"), kontakt("Handwerkskammer"))));
        assertThat(akte.inhalt("akte-nachtragen", "kontakte").toString()).contains("Moscheeverein", "Handwerkskammer");
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("Kontakt ist eingetragen");
    }

    private static java.util.Map<String, Object> kontakt(String mit) {
        return zeile("datum", "2027-01-15", "mit", mit, "ergebnis", "Interesse");
    }

    @Test
    @Tag("R50")
    @DisplayName("R50: Ohne Plan, wer wann wie und in welcher Sprache beteiligt wird, ist die Beteiligung gelb")
    void ohneFormate() {
        assertThat(befund("Beteiligung", "beteiligung-planen", "formate", List.of())).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("Format");
        });
    }

    @Test
    @Tag("R51")
    @DisplayName("R51: Trägt ein Fachbereich die Beteiligung nicht mit, fällt das auf; jeder muss sich dazu äußern")
    void fachbereichTraegtNichtMit() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "mitwirkung-zusagen");
        assertThat(akte.abgelehnt(akte.rolle(akte.aufgabe("mitwirkung-zusagen")), "mitwirkung-zusagen",
                zeile("beteiligungMitgetragen", null, "mitwirkungZugesagt", "ja"))).hasSize(1);
        assertThat(befund("Beteiligung", "mitwirkung-zusagen", "beteiligungMitgetragen", "nein")).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("trägt die Beteiligung nicht mit");
        });
    }

    @Test
    @Tag("R52")
    @DisplayName("R52: Wollen die Vorgesetzten keine Beteiligung, ist die Ampel rot und der Start nicht zu haben")
    void ohneBeteiligungKeinStart() {
        var akte = spiel.beginne(stadt()).spieleBis(gut().anders("beteiligung-bestaetigen", "beteiligungGewollt", "nein"),
                "startreife-pruefen");
        assertThat(akte.erledigt()).contains("vorgesetzte/beteiligung-bestaetigen");
        assertThat(akte.befund("Beteiligung").ampel()).isEqualTo("rot");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "weiter"))).isNotEmpty();
    }
}
