package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.landkreis;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.stelle;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The gate between preparation and project. */
@Anwendungstest
@Tag("postgresql")
class StartreifeTest {

    private static final String GRUND = "Die Wahl steht bevor, wir beginnen auf meine Verantwortung.";

    @Autowired
    Spiel spiel;

    private Spiel.Akte rot() {
        return spiel.beginne(stadt()).spieleBis(gut().anders("ressourcen-zusagen", "zusageErteilt", "nein"), "startreife-pruefen");
    }

    @Test
    @Tag("R2")
    @Tag("R5")
    @Tag("R61")
    @DisplayName("R2, R5, R61: Der Bericht hat zu jeder der zehn Fragen ein Licht und einen Satz; wer an alles gedacht hat, sieht nur Grün")
    void allesGruen() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "startreife-pruefen");
        assertThat(akte.startreife()).extracting(b -> b.frage().split(":")[0]).containsExactly("Auftrag", "Ressourcen",
                "Verantwortung", "Adressaten", "Tiefe", "Planungsansatz", "Unterstützung", "Beteiligung", "Projekt", "Begleitung");
        assertThat(akte.startreife()).allSatisfy(b -> {
            assertThat(b.ampel()).as(b.frage()).isEqualTo("grün");
            assertThat(b.satz()).as(b.frage()).endsWith(".");
        });
        assertThat(akte.inhalt("startreife-pruefen", "ampel")).isEqualTo("grün");
    }

    @Test
    @Tag("R4")
    @DisplayName("R4: Ist der Auftrag geklärt, liegen alle Themen nebeneinander offen, und jede Reihenfolge führt ans Ziel")
    void beliebigeReihenfolge() {
        var akte = spiel.beginne(stadt());
        akte.erledige("integrationsbeauftragte", "auftrag-klaeren", gut().get("auftrag-klaeren"));
        List<String> themen = List.of("projekt-aufsetzen", "beteiligung-planen", "unterstuetzung-sammeln", "planung-abstimmen",
                "ausrichtung-vorbereiten", "ressourcen-planen", "interessen-notieren", "auftrag-erteilen");
        assertThat(akte.offen()).containsAll(themen);
        themen.forEach(schritt -> akte.erledige(akte.rolle(akte.aufgabe(schritt)), schritt, gut().get(schritt)));
        akte.spieleBis(gut(), "startreife-pruefen");
        assertThat(akte.inhalt("startreife-pruefen", "ampel")).isEqualTo("grün");
    }

    @Test
    @Tag("R61")
    @DisplayName("R61: Bei Gelb geht es nur mit einer Begründung weiter, und sie bleibt in der Akte")
    void gelbMitBegruendung() {
        var akte = spiel.beginne(stadt()).spieleBis(gut().anders("auftrag-klaeren", "auftragLabel", null), "startreife-pruefen");
        assertThat(akte.inhalt("startreife-pruefen", "ampel")).isEqualTo("gelb");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "weiter",
                "befundeBegruendung", null))).hasSize(1);
        akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "weiter",
                "befundeBegruendung", "Die Überschrift folgt."));
        assertThat(akte.zuletzt("befundeBegruendung")).isEqualTo("Die Überschrift folgt.");
        assertThat(akte.offen()).contains("startsignal-geben");
    }

    @Test
    @Tag("R61")
    @Tag("I2")
    @DisplayName("R61, I2: Bei Rot werden nur die gewählten Themen wieder geöffnet, mit den früheren Antworten; danach ist es grün")
    void zurueckZuOffenenThemen() {
        var akte = rot();
        assertThat(akte.inhalt("startreife-pruefen", "ampel")).isEqualTo("rot");
        akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "zurueck",
                "themenOffen", List.of("ressourcen")));
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "ressourcen-planen");
        assertThat(akte.inhalt("ressourcen-planen", "mittel").toString()).contains("40000");
        assertThat(akte.inhalt("ressourcen-planen", "stellen").toString()).contains("Projektleitung");

        akte.erledige("integrationsbeauftragte", "ressourcen-planen", Map.of());
        assertThat(akte.inhalt("mittel-pruefen", "mittel").toString()).contains("40000");
        akte.spieleBis(gut(), "startreife-pruefen");
        assertThat(akte.inhalt("startreife-pruefen", "ampel")).isEqualTo("grün");
    }

    @Test
    @Tag("I2")
    @DisplayName("I2: Wieder geöffnet werden kann nur ein Thema, zu dem es einen Befund gibt")
    void nurThemenMitBefund() {
        var akte = rot();
        assertThat(akte.abgelehnt("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "zurueck",
                "themenOffen", List.of("projekt")))).isNotEmpty();
        assertThat(akte.abgelehnt("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "zurueck",
                "themenOffen", List.of()))).isNotEmpty();
    }

    @Test
    @Tag("I2")
    @Tag("R7")
    @DisplayName("I2, R7: Ist am Auftrag etwas unklar, beginnt es wieder beim Auftrag; wer schon entschieden hat, wird nicht noch einmal gefragt")
    void zurueckZumAuftrag() {
        var akte = spiel.beginne(stadt()).spieleBis(gut().anders("auftrag-klaeren", "auftragLabel", null), "startreife-pruefen");
        akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "zurueck",
                "themenOffen", List.of("auftragsklaerung")));
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "auftrag-klaeren");
        assertThat(akte.inhalt("auftrag-klaeren", "chancen").toString()).contains("Zuzug");
        akte.erledige("integrationsbeauftragte", "auftrag-klaeren", zeile("auftragLabel", "Demografie"));
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "startreife-pruefen");
        assertThat(akte.befund("Auftrag").ampel()).isEqualTo("grün");
    }

    @Test
    @Tag("I2")
    @Tag("R12")
    @DisplayName("I2, R12: Die Verwaltungsspitze kann trotz Rot weitermachen, mit ihrem Namen und einem Grund von mindestens 20 Zeichen")
    void uebersteuern() {
        var akte = rot();
        akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "spitze"));
        assertThat(akte.abgelehnt("verwaltungsspitze", "startreife-entscheiden", zeile("spitzeEntscheidung", "weiter",
                "uebersteuerungName", "Rita Muster", "uebersteuerungGrund", "Weil ich es will."))).hasSize(1);
        assertThat(akte.abgelehnt("verwaltungsspitze", "startreife-entscheiden", zeile("spitzeEntscheidung", "weiter",
                "uebersteuerungName", null, "uebersteuerungGrund", GRUND))).hasSize(1);

        akte.erledige("verwaltungsspitze", "startreife-entscheiden", zeile("spitzeEntscheidung", "weiter",
                "uebersteuerungName", "Rita Muster", "uebersteuerungGrund", GRUND));
        assertThat(akte.zuletzt("uebersteuerungGrund")).isEqualTo(GRUND);
        assertThat(akte.zuletzt("uebersteuerungName")).isEqualTo("Rita Muster");
        assertThat(akte.offen()).contains("startsignal-geben");
    }

    @Test
    @Tag("I2")
    @DisplayName("I2: Die Spitze kann auch zurückgeben oder aufhören; ohne sie kann niemand eine rote Ampel überstimmen")
    void spitzeGibtZurueckOderBeendet() {
        var akte = rot();
        assertThat(akte.abgelehnt("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "weiter"))).isNotEmpty();
        akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "spitze"));
        akte.erledige("verwaltungsspitze", "startreife-entscheiden", zeile("spitzeEntscheidung", "zurueck",
                "themenOffen", List.of("ressourcen"), "uebersteuerungGrund", GRUND));
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "ressourcen-planen");
        akte.spieleBis(gut().anders("ressourcen-zusagen", "zusageErteilt", "nein"), "startreife-pruefen");
        akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "spitze"));
        akte.erledige("verwaltungsspitze", "startreife-entscheiden", zeile("spitzeEntscheidung", "beenden",
                "uebersteuerungGrund", GRUND));
        assertThat(akte.laeuft()).isFalse();
        assertThat(akte.ende()).isEqualTo("akte-eingestellt");
    }

    @Test
    @Tag("I2")
    @DisplayName("I2: Wird das Vorhaben eingestellt, endet die ganze Akte, mit dem Grund")
    void einstellen() {
        var akte = rot();
        assertThat(akte.abgelehnt("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "beenden",
                "abbruchGrund", null))).hasSize(1);
        akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "beenden", "abbruchGrund", "Kein Geld"));
        assertThat(akte.laeuft()).isFalse();
        assertThat(akte.ende()).isEqualTo("akte-eingestellt");
        assertThat(akte.instanzen()).isEmpty();
        assertThat(akte.zuletzt("abbruchGrund")).isEqualTo("Kein Geld");
    }

    @Test
    @Tag("R61")
    @Tag("I2")
    @DisplayName("R61, I2: Ein Licht nennt das Thema, in dem es sich klären lässt: der Vertrag der Leitung bei den Ressourcen")
    void themaDesBefunds() {
        var akte = spiel.beginne(stadt()).spieleBis(gut().anders("ressourcen-planen", "stellen", List.of(stelle("2027-12-31"))),
                "startreife-pruefen");
        assertThat(akte.befund("Verantwortung").thema()).isEqualTo("ressourcen");
    }

    @Test
    @Tag("R1")
    @DisplayName("R1: Stadt, Landkreis und größere Gemeinde gehen denselben ausführlichen Weg")
    void ausfuehrlich() {
        assertThat(spiel.beginne(landkreis()).wert("verfahren")).isEqualTo("ausfuehrlich");
        assertThat(spiel.beginne(Drehbuch.mit(Drehbuch.gemeinde(), "einwohner", 25000)).wert("verfahren")).isEqualTo("ausfuehrlich");
        assertThat(spiel.beginne(Drehbuch.gemeinde()).wert("verfahren")).isEqualTo("kompakt");
        assertThat(spiel.beginne(Drehbuch.mit(stadt(), "verfahrenWunsch", "kompakt")).wert("verfahren")).isEqualTo("kompakt");
    }
}
