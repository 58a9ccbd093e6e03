package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static de.integrationskonzept.prozess.Formularbaustein.baustein;
import static de.integrationskonzept.prozess.Formularbaustein.feel;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Die Vorlage an das Gremium ist vollständig und freigegeben, bevor darüber beraten wird")
class BeschlussvorlageTest extends Konzeptberatung {

    @Test
    @Tag("I1")
    @DisplayName("I1: Die übliche Beratungsfolge liegt bereit; ohne Gremium, das beschließt, kommt die Vorlage nicht weiter")
    void beratungsfolge() {
        var akte = spiel.wurzel("beschluss", PROGRAMM);
        assertThat(akte.inhalt("konzept-vorlegen", "beratungen").toString()).contains("Ausschuss", "vorberatung", "Stadtrat", "beschluss");

        akte.erledige("integrationsbeauftragte", "konzept-vorlegen", mit(VORLAGE, "beratungen",
                List.of(beratung("Jugendhilfeausschuss", "vorberatung", "2028-03-01"))));
        assertThat(akte.offen()).containsExactly("konzept-vorlegen");
        assertThat(akte.inhalt("konzept-vorlegen", "beratungHinweis").toString()).contains("fehlt das Gremium");
        assertThat(akte.inhalt("konzept-vorlegen", "beratungen").toString()).contains("Jugendhilfeausschuss", "Stadtrat");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "konzept-vorlegen", zeile("beratungen", List.of()))).isNotEmpty();

        akte.erledige("integrationsbeauftragte", "konzept-vorlegen", mit(VORLAGE, "beratungen",
                List.of(beratung("Sozialausschuss", "vorberatung", "2028-05-01"), beratung("Stadtrat", "beschluss", "2028-04-01"))));
        assertThat(akte.inhalt("konzept-vorlegen", "beratungHinweis").toString()).contains("nach dem Beschluss");

        akte.erledige("integrationsbeauftragte", "konzept-vorlegen", VORLAGE);
        assertThat(akte.offen()).containsExactly("vorlage-freigeben");
    }

    @Test
    @Tag("I1")
    @DisplayName("I1: Ohne Beschlussvorschlag, Begründung, Kurzfassung und Folgen für Haushalt und Stellen gibt es keine Vorlage")
    void vorlageVollstaendig() {
        assertThat(spiel.wurzel("beschluss", PROGRAMM).abgelehnt("integrationsbeauftragte", "konzept-vorlegen", mit(VORLAGE,
                "konzeptKurzfassung", null, "beschlussVorschlag", null, "beschlussBegruendung", null, "auswirkungHaushalt", null,
                "auswirkungStellen", null, "konzeptVolltext", null))).hasSize(6);
    }

    @Test
    @Tag("R70")
    @DisplayName("R70: Die Vorlage zählt als verbindlich nur, was zugesagt ist; gestrichene Maßnahmen und aufgegangene Felder fehlen")
    void verbindlich() throws IOException {
        for (String schritt : List.of("konzept-vorlegen", "vorlage-freigeben")) {
            var zeilen = feel(baustein(schritt, "tabelle-felder").path("dataSource"), PROGRAMM).toString();
            assertThat(zeilen).contains("Bildung", "ziele=2", "anzahl=3", "verbindlich=1").contains("Wohnen", "anzahl=0", "verbindlich=0")
                    .doesNotContain("Kultur");
        }
    }

    @Test
    @Tag("I1")
    @DisplayName("I1: Gibt die Spitze die Vorlage zurück, beginnt sie mit den früheren Antworten und den Gründen; erst die Freigabe führt weiter")
    void spitzeGibtZurueck() {
        var akte = spiel.wurzel("beschluss", PROGRAMM).erledige("integrationsbeauftragte", "konzept-vorlegen", VORLAGE);
        assertThat(akte.abgelehnt("verwaltungsspitze", "vorlage-freigeben", zeile("vorlageFreigabe", "nein", "vorlageGruende", null))).hasSize(1);
        assertThat(akte.abgelehnt("verwaltungsspitze", "vorlage-freigeben", zeile("vorlageFreigabe", "ja", "konzeptVorwort", null))).hasSize(1);

        akte.erledige("verwaltungsspitze", "vorlage-freigeben", zeile("vorlageFreigabe", "nein", "vorlageGruende", "Kosten fehlen"));
        assertThat(akte.inhalt("konzept-vorlegen", "vorlageGruende")).isEqualTo("Kosten fehlen");
        assertThat(akte.inhalt("konzept-vorlegen", "beschlussVorschlag")).isEqualTo("Das Konzept wird beschlossen.");

        akte.erledige("integrationsbeauftragte", "konzept-vorlegen", zeile("auswirkungHaushalt", "20.000 Euro im Jahr"));
        assertThat(akte.inhalt("vorlage-freigeben", "vorlageFreigabe")).as("the head decides anew").isNull();
        akte.erledige("verwaltungsspitze", "vorlage-freigeben", zeile("vorlageFreigabe", "ja"));
        assertThat(akte.offen()).containsExactly("beschluss-erfassen");
    }

    @Test
    @Tag("I5")
    @DisplayName("I5: Gibt es einen Integrationsbeirat, wird er vorher gehört, mit Datum und Stellungnahme; gibt es keinen, fragt niemand danach")
    void beirat() {
        var mitBeirat = spiel.wurzel("beschluss", mit(PROGRAMM, "beiratVorhanden", "ja"));
        assertThat(mitBeirat.abgelehnt("integrationsbeauftragte", "konzept-vorlegen", mit(VORLAGE, "konzeptBeiratAm", null,
                "konzeptBeiratStellungnahme", null))).hasSize(2);
        mitBeirat.erledige("integrationsbeauftragte", "konzept-vorlegen", mit(VORLAGE, "konzeptBeiratAm", "2028-02-01",
                "konzeptBeiratStellungnahme", "Mehr Mittel für Sprachmittlung"));
        assertThat(mitBeirat.inhalt("vorlage-freigeben", "konzeptBeiratStellungnahme").toString()).contains("Sprachmittlung");

        for (Object keiner : new Object[] {"nein", null}) {
            var ohneBeirat = spiel.wurzel("beschluss", mit(PROGRAMM, "beiratVorhanden", keiner));
            ohneBeirat.erledige("integrationsbeauftragte", "konzept-vorlegen", VORLAGE);
            assertThat(ohneBeirat.offen()).containsExactly("vorlage-freigeben");
        }
    }
}
