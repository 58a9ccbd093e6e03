package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.gemeinde;
import static de.integrationskonzept.prozess.Drehbuch.grundlage;
import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.landkreis;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.mitwirkung;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The short procedure for small municipalities: few forms, the same hard gates. */
@Anwendungstest
@Tag("postgresql")
class KompaktTest {

    @Autowired
    Spiel spiel;

    @Test
    @Tag("R2")
    @Tag("R5")
    @DisplayName("R2, R5: Eine kleine Gemeinde beantwortet dieselben zehn Fragen in fünf Aufgaben")
    void fuenfAufgaben() {
        var akte = spiel.beginne(gemeinde());
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "auftrag", "ausrichtung", "mitwirkung", "ressourcen");
        akte.spieleBis(gut(), "startreife-pruefen");
        assertThat(akte.erledigt()).hasSize(5).contains("verwaltungsspitze/zusagen");
        assertThat(akte.startreife()).hasSize(10).allMatch(b -> !b.ampel().equals("rot"));
        assertThat(akte.wert("auftragsgrad")).isEqualTo("A");
    }

    @Test
    @Tag("R4")
    @Tag("R5")
    @DisplayName("R4, R5: Auf einzelne Themen wird mit Grund verzichtet; der Grund steht im Bericht, und ohne Grund geht es nicht")
    void verzicht() {
        var akte = spiel.beginne(gemeinde());
        assertThat(akte.inhalt("ausrichtung", "verzichte").toString()).contains("planungsansatz", "begleitung");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "ausrichtung", mit(gut().get("ausrichtung"), "verzichte",
                List.of(zeile("thema", "planungsansatz"))))).hasSize(1);

        akte.spieleBis(gut().anders("ausrichtung", "verzichte", List.of(zeile("thema", "planungsansatz",
                "grund", "Wir haben keine Planungsabteilung"))), "startreife-pruefen");
        assertThat(akte.befund("Planungsansatz")).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("verzichtet").contains("Wir haben keine Planungsabteilung");
        });
    }

    @Test
    @Tag("R4")
    @DisplayName("R4: Ohne Verzicht ist auch im kompakten Verfahren alles zu beantworten")
    void ohneVerzicht() {
        var akte = spiel.beginne(gemeinde()).spieleBis(gut().anders("ausrichtung", "verzichte", List.of(),
                "ansaetze", List.of("lebenslagen", "sozialraum"), "plaene", List.of(Drehbuch.plan("Ortsentwicklung", "stimmig"))),
                "startreife-pruefen");
        assertThat(akte.inhalt("startreife-pruefen", "ampel")).isEqualTo("grün");
    }

    @Test
    @Tag("R12")
    @Tag("I2")
    @DisplayName("R12, I2: Beginnt die Gemeinde mit Grad C, ist es rot; die Bürgermeisterin macht mit Namen und Grund trotzdem weiter")
    void gradCUebersteuert() {
        var akte = spiel.beginne(gemeinde()).spieleBis(gut()
                .anders("auftrag", "grundlagen", List.of(grundlage("muendlich")), "beschlussAnstreben", "nein")
                .anders("zusagen", "auftragErteilt", "nein"), "startreife-pruefen");
        assertThat(akte.wert("auftragsgrad")).isEqualTo("C");
        assertThat(akte.befund("Auftrag").ampel()).isEqualTo("rot");
        akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "spitze"));
        akte.erledige("verwaltungsspitze", "startreife-entscheiden", zeile("spitzeEntscheidung", "weiter",
                "uebersteuerungName", "Rita Muster", "uebersteuerungGrund", "Wir sind klein und fangen einfach an."));
        assertThat(akte.offen()).contains("startsignal-geben");
        assertThat(akte.zuletzt("uebersteuerungGrund")).isEqualTo("Wir sind klein und fangen einfach an.");
    }

    @Test
    @Tag("R19")
    @Tag("R52")
    @DisplayName("R19, R52: Die harten Bedingungen gelten auch kompakt: ohne Zusage und ohne Ja zur Beteiligung kein Start")
    void harteBedingungen() {
        var akte = spiel.beginne(gemeinde()).spieleBis(gut().anders("zusagen", "zusageErteilt", "nein", "beteiligungGewollt", "nein"),
                "startreife-pruefen");
        assertThat(akte.befund("Ressourcen").ampel()).isEqualTo("rot");
        assertThat(akte.befund("Beteiligung").ampel()).isEqualTo("rot");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "weiter"))).isNotEmpty();
    }

    @Test
    @Tag("R61")
    @DisplayName("R61: Nach Rot wird nur das gewählte Thema wieder geöffnet, mit den früheren Antworten, dann entscheidet die Spitze neu")
    void zurueckZuEinemThema() {
        var akte = spiel.beginne(gemeinde()).spieleBis(gut().anders("zusagen", "zusageErteilt", "nein"), "startreife-pruefen");
        akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "zurueck", "themenOffen", List.of("ressourcen")));
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "ressourcen");
        assertThat(akte.inhalt("ressourcen", "mittel").toString()).contains("40000");
        akte.spieleBis(gut(), "startreife-pruefen");
        assertThat(akte.befund("Ressourcen").ampel()).isEqualTo("grün");
    }

    @Test
    @Tag("R61")
    @DisplayName("R61: Fehlen nur die Zusagen der Spitze, wird sie gleich noch einmal gefragt, ohne die Formulare davor")
    void nurDieZusagen() {
        var akte = spiel.beginne(gemeinde()).spieleBis(gut().anders("zusagen", "zusageErteilt", "nein"), "startreife-pruefen");
        akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "zurueck", "themenOffen", List.of("zusagen")));
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "zusagen");
        akte.erledige("verwaltungsspitze", "zusagen", gut().get("zusagen"));
        assertThat(akte.befund("Ressourcen").ampel()).isEqualTo("grün");
    }

    @Test
    @Tag("R24")
    @DisplayName("R24: Zusagen der Ämter trägt die Integrationsbeauftragte gesammelt ein; nur Soziales fällt auf")
    void mitwirkungGesammelt() {
        var akte = spiel.beginne(gemeinde()).spieleBis(gut().anders("mitwirkung", "mitwirkungen",
                List.of(mitwirkung("Amt für Soziales", "ja"), mitwirkung("Bauamt", "nein"))), "startreife-pruefen");
        assertThat(akte.befund("Verantwortung")).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("nur der Bereich Soziales");
        });
    }

    @Test
    @Tag("R38")
    @DisplayName("R38: Ein Programm ohne Jahr der Fortschreibung wird gelb")
    void programmOhneFortschreibung() {
        var akte = spiel.beginne(gemeinde()).spieleBis(gut().anders("zusagen", "tiefe", "programm")
                .anders("ausrichtung", "tiefeVorschlag", "programm", "fortschreibungJahre", null), "startreife-pruefen");
        assertThat(akte.befund("Tiefe")).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("fortgeschrieben");
        });
    }

    @Test
    @Tag("R28")
    @Tag("R29")
    @DisplayName("R28, R29: Auch im kompakten Verfahren lädt ein Landkreis seine Gemeinden ein, einmal")
    void landkreisKompakt() {
        var drehbuch = gut().anders("ausrichtung", "gemeinsamesKonzept", "ja", "gemeinden", List.of(zeile("name", "Aich")));
        var akte = spiel.beginne(mit(landkreis(), "verfahrenWunsch", "kompakt")).spieleBis(drehbuch, "beitritte-erfassen");
        akte.erledige("integrationsbeauftragte", "beitritte-erfassen", zeile("beitritteErfassung", List.of(zeile("name", "Aich",
                "entscheidung", "beigetreten", "entscheidungAm", "2027-03-01", "entscheidungPapier", "GR 1"))));
        assertThat(akte.wert("beitritte").toString()).contains("Aich");
        akte.spieleBis(drehbuch, "startreife-pruefen");
        akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "zurueck", "themenOffen",
                List.of(akte.startreife().stream().filter(b -> !b.ampel().equals("grün")).map(Spiel.Befund::thema).findFirst()
                        .orElse("ausrichtung"))));
        akte.spieleBis(drehbuch, "startreife-pruefen");
        assertThat(akte.erledigt().stream().filter(s -> s.endsWith("beitritte-erfassen"))).hasSize(1);
    }

    @Test
    @Tag("R4")
    @DisplayName("R4: Auch im kompakten Verfahren lässt sich ein fertiges Thema neben den anderen wieder öffnen")
    void nachtragenOeffnet() {
        var akte = spiel.beginne(gemeinde());
        akte.erledige("integrationsbeauftragte", "auftrag", gut().get("auftrag"));
        assertThat(akte.offen()).doesNotContain("auftrag");
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", Map.of("nachtragArt", "thema", "themaOeffnen", "auftrag",
                "themaGrund", "Neuer Beschluss"));
        assertThat(akte.offen()).contains("auftrag", "ressourcen");
        assertThat(akte.inhalt("auftrag", "auftragLabel")).isEqualTo("Fachkräfte und Demografie");
        akte.spieleBis(gut(), "startreife-pruefen");
        assertThat(akte.offen()).contains("startreife-pruefen");
    }
}
