package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.landkreis;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** For whom, what for, and how deep. */
@Anwendungstest
@Tag("postgresql")
class AusrichtungTest {

    @Autowired
    Spiel spiel;

    @Autowired
    Rest rest;

    @Test
    @Tag("R25")
    @DisplayName("R25: Erst steht fest, für wen das Konzept gilt, dann entscheidet die Spitze über die Tiefe")
    void adressatenVorTiefe() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "ausrichtung-vorbereiten");
        assertThat(akte.offen()).doesNotContain("ausrichtung-entscheiden");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "ausrichtung-vorbereiten", zeile("adressaten", List.of()))).isNotEmpty();

        akte.erledige("integrationsbeauftragte", "ausrichtung-vorbereiten", gut().get("ausrichtung-vorbereiten"));
        assertThat(akte.rolle(akte.aufgabe("ausrichtung-entscheiden"))).isEqualTo("verwaltungsspitze");
        assertThat(akte.inhalt("ausrichtung-entscheiden", "adressaten")).isEqualTo(List.of("verwaltung", "gesellschaft"));
    }

    @Test
    @Tag("R1")
    @Tag("R27")
    @DisplayName("R1, R27: Die eigene Verwaltung ist als Adressatin vorbelegt; Gemeinden kann nur ein Landkreis wählen")
    void vorbelegung() {
        var stadt = spiel.beginne(stadt()).spieleBis(gut(), "ausrichtung-vorbereiten");
        JsonNode formular = rest.als("integrationsbeauftragte")
                .get("/engine-rest/task/" + stadt.aufgabe("ausrichtung-vorbereiten").getId() + "/deployed-form").json();
        assertThat(StreamSupport.stream(formular.path("components").spliterator(), false)
                .filter(feld -> feld.path("key").asText().equals("adressaten")).findFirst().orElseThrow()
                .path("defaultValue").toString()).isEqualTo("[\"verwaltung\"]");
        assertThat(stadt.abgelehnt("integrationsbeauftragte", "ausrichtung-vorbereiten",
                zeile("adressaten", List.of("gemeinden")))).isNotEmpty();

        var landkreis = spiel.beginne(landkreis()).spieleBis(gut(), "ausrichtung-vorbereiten");
        landkreis.erledige("integrationsbeauftragte", "ausrichtung-vorbereiten", zeile("adressaten", List.of("gemeinden")));
        assertThat(landkreis.offen()).contains("ausrichtung-entscheiden");
    }

    @Test
    @Tag("R28")
    @DisplayName("R28: Nur ein Landkreis entscheidet, ob die Gemeinden dabei sind, und er kommt darum nicht herum")
    void nurDerLandkreisEntscheidetUeberGemeinden() {
        var landkreis = spiel.beginne(landkreis()).spieleBis(gut(), "ausrichtung-entscheiden");
        assertThat(landkreis.abgelehnt("verwaltungsspitze", "ausrichtung-entscheiden",
                mit(gut().get("ausrichtung-entscheiden"), "gemeinsamesKonzept", null))).hasSize(1);

        var stadt = spiel.beginne(stadt()).spieleBis(gut(), "startreife-pruefen");
        assertThat(stadt.zuletzt("gemeinsamesKonzept")).isNull();
        assertThat(stadt.befund("Adressaten").ampel()).isEqualTo("grün");
    }

    @Test
    @Tag("R30")
    @DisplayName("R30: Ein Programm gemeinsam mit den Gemeinden bekommt einen Hinweis bei der Tiefe, ein Rahmenkonzept nicht")
    void gemeinsamUndTief() {
        var gemeinsam = gut().anders("ausrichtung-vorbereiten", "gemeinsamesKonzeptVorschlag", "ja",
                        "gemeinden", List.of(zeile("name", "Aich")))
                .anders("beitritte-erfassen", "beitritteErfassung", List.of(zeile("name", "Aich", "entscheidung", "beigetreten",
                        "entscheidungAm", "2027-03-01", "entscheidungPapier", "GR 1")));
        var programm = spiel.beginne(landkreis()).spieleBis(gemeinsam.anders("ausrichtung-entscheiden", "gemeinsamesKonzept", "ja",
                "tiefe", "programm", "fortschreibungJahre", 5), "startreife-pruefen");
        assertThat(programm.befund("Tiefe")).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("gemeinsam mit den Gemeinden");
        });
        var rahmen = spiel.beginne(landkreis()).spieleBis(gemeinsam.anders("ausrichtung-entscheiden", "gemeinsamesKonzept", "ja"),
                "startreife-pruefen");
        assertThat(rahmen.befund("Tiefe").ampel()).isEqualTo("grün");
    }

    @Test
    @Tag("R31")
    @DisplayName("R31: Die Tiefe wird begründet entschieden, mit Datum und Fundstelle")
    void tiefeMitGruenden() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "ausrichtung-entscheiden");
        assertThat(akte.abgelehnt("verwaltungsspitze", "ausrichtung-entscheiden", zeile("ausrichtungEinverstanden", "ja",
                "tiefe", null, "tiefeBegruendung", null, "tiefeDatum", null, "tiefeFundstelle", null))).hasSize(4);
    }

    @Test
    @Tag("R31")
    @DisplayName("R31: Hat die Spitze Rückfragen, kommt der Vorschlag mit ihnen zurück zur Vorbereitung")
    void rueckfrage() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "ausrichtung-entscheiden");
        akte.erledige("verwaltungsspitze", "ausrichtung-entscheiden", zeile("ausrichtungEinverstanden", "nein",
                "ausrichtungRueckfrage", "Was kostet das Programm?"));
        assertThat(akte.inhalt("ausrichtung-vorbereiten", "ausrichtungRueckfrage")).isEqualTo("Was kostet das Programm?");
        assertThat(akte.inhalt("ausrichtung-vorbereiten", "tiefeVorschlag")).isEqualTo("rahmen");
        akte.spieleBis(gut(), "startreife-pruefen");
        assertThat(akte.befund("Tiefe").ampel()).isEqualTo("grün");
    }

    @Test
    @Tag("R38")
    @DisplayName("R38: Ein Programm muss sagen, nach wie vielen Jahren es fortgeschrieben wird")
    void programmMitFortschreibung() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "ausrichtung-entscheiden");
        assertThat(akte.abgelehnt("verwaltungsspitze", "ausrichtung-entscheiden", mit(gut().get("ausrichtung-entscheiden"),
                "tiefe", "programm", "fortschreibungJahre", null))).hasSize(1);
    }
}
