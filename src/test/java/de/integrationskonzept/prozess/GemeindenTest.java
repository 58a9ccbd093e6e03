package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.landkreis;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A Landkreis invites its Gemeinden; each decides for itself. */
@Anwendungstest
@Tag("postgresql")
class GemeindenTest {

    @Autowired
    Spiel spiel;

    @Autowired
    HistoryService geschichte;

    private static Drehbuch gemeinsam(String... namen) {
        return gut().anders("ausrichtung-vorbereiten", "gemeinsamesKonzeptVorschlag", "ja",
                        "gemeinden", Arrays.stream(namen).map(name -> zeile("name", name)).toList())
                .anders("ausrichtung-entscheiden", "gemeinsamesKonzept", "ja");
    }

    private static Map<String, Object> erfasst(String name, String entscheidung) {
        return "offen".equals(entscheidung) ? zeile("name", name, "entscheidung", "offen")
                : zeile("name", name, "entscheidung", entscheidung, "entscheidungAm", "2027-03-01", "entscheidungPapier", "GR 12/27");
    }

    private static Map<String, Object> nachgetragen(String name, String entscheidung) {
        return zeile("nachtragArt", "gemeinde", "gemeinde", name, "entscheidung", entscheidung,
                "entscheidungAm", "2027-09-01", "entscheidungPapier", "GR 30/27");
    }

    /** Up to the readiness check, with all that the Gemeinden said by then recorded. */
    private Spiel.Akte bisZurPruefung(Drehbuch drehbuch) {
        var akte = spiel.beginne(landkreis()).spieleBis(drehbuch, "beitritte-erfassen");
        akte.erledige("integrationsbeauftragte", "beitritte-erfassen", drehbuch.get("beitritte-erfassen"));
        return akte.spieleBis(drehbuch, "startreife-pruefen");
    }

    private long ende(Spiel.Akte akte, String ereignis) {
        return geschichte.createNativeHistoricActivityInstanceQuery()
                .sql("select * from ACT_HI_ACTINST where ROOT_PROC_INST_ID_ = #{id} and ACT_ID_ = #{ende} "
                        + "and PROC_DEF_KEY_ = 'gemeindebeitritt'").parameter("id", akte.id()).parameter("ende", ereignis).list().size();
    }

    @Test
    @Tag("R28")
    @Tag("R29")
    @DisplayName("R28, R29: Drei Gemeinden: eine tritt bei, eine lehnt ab, eine lässt sich Zeit; der Landkreis geht trotzdem weiter")
    void dreiGemeinden() {
        var drehbuch = gemeinsam("Aich", "Bach", "Dorf");
        var akte = spiel.beginne(landkreis()).spieleBis(drehbuch, "beitritte-erfassen");
        assertThat(akte.inhalt("beitritte-erfassen", "beitritteErfassung").toString()).contains("Aich", "Bach", "Dorf");

        akte.erledige("integrationsbeauftragte", "beitritte-erfassen", zeile("beitritteErfassung",
                List.of(erfasst("Aich", "beigetreten"), erfasst("Bach", "offen"), erfasst("Dorf", "offen"))));
        assertThat(akte.inhalt("beitritte-erfassen", "beitritteErfassung").toString()).contains("Bach", "Dorf").doesNotContain("Aich");

        akte.erledige("integrationsbeauftragte", "beitritte-erfassen", zeile("beitritteErfassung",
                List.of(erfasst("Bach", "abgelehnt"), erfasst("Dorf", "offen")), "restSpaeter", true));
        akte.spieleBis(drehbuch, "startreife-pruefen");
        assertThat(akte.befund("Adressaten")).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("tritt nicht bei").contains("Noch nicht alle");
        });
        akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "weiter"));
        assertThat(akte.offen()).contains("startsignal-geben");

        akte.erledige("integrationsbeauftragte", "akte-nachtragen", nachgetragen("Dorf", "beigetreten"));
        assertThat(akte.wert("beitritte").toString()).contains("Aich", "Bach", "Dorf", "GR 30/27");
        assertThat(ende(akte, "beigetreten")).isEqualTo(2);
        assertThat(ende(akte, "abgelehnt")).isEqualTo(1);
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("Die Entscheidung von Dorf ist eingetragen");
    }

    @Test
    @Tag("R29")
    @DisplayName("R29: Tritt eine Gemeinde bei, die nicht auf der Liste stand, wird sie aufgenommen")
    void gemeindeNichtAufDerListe() {
        var drehbuch = gemeinsam("Aich").anders("beitritte-erfassen", "beitritteErfassung", List.of(erfasst("Aich", "beigetreten")));
        var akte = bisZurPruefung(drehbuch);
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", nachgetragen("Neudorf", "beigetreten"));
        assertThat(akte.wert("beitritte").toString()).contains("Aich", "Neudorf");
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("nicht eingeladen");
        assertThat(akte.befund("Adressaten").ampel()).isEqualTo("grün");
    }

    @Test
    @Tag("R29")
    @DisplayName("R29: Eine Gemeinde, die abgelehnt hat, kann es sich anders überlegen")
    void anderesUeberlegt() {
        var drehbuch = gemeinsam("Aich").anders("beitritte-erfassen", "beitritteErfassung", List.of(erfasst("Aich", "abgelehnt")));
        var akte = bisZurPruefung(drehbuch);
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", nachgetragen("Aich", "beigetreten"));
        assertThat(akte.wert("beitritte").toString()).contains("beigetreten").doesNotContain("abgelehnt");
    }

    @Test
    @Tag("R29")
    @DisplayName("R29: Melden sich alle Gemeinden, während die Liste offen liegt, hat niemand mehr etwas zu erfassen")
    void alleGemeldet() {
        var drehbuch = gemeinsam("Aich", "Bach");
        var akte = spiel.beginne(landkreis()).spieleBis(drehbuch, "beitritte-erfassen");
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", nachgetragen("Aich", "beigetreten"));
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", nachgetragen("Bach", "abgelehnt"));
        assertThat(akte.offen()).doesNotContain("beitritte-erfassen");
        assertThat(akte.wert("beitritte").toString()).contains("Aich", "Bach");
    }

    @Test
    @Tag("R29")
    @DisplayName("R29: Eine Entscheidung der Gemeinde braucht Datum und Papier")
    void mitPapier() {
        var akte = spiel.beginne(landkreis()).spieleBis(gemeinsam("Aich"), "beitritte-erfassen");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "beitritte-erfassen", zeile("beitritteErfassung",
                List.of(zeile("name", "Aich", "entscheidung", "beigetreten"))))).hasSize(2);
    }

    @Test
    @Tag("R28")
    @DisplayName("R28: Wird die Ausrichtung noch einmal geklärt, werden dieselben Gemeinden nicht ein zweites Mal eingeladen")
    void nurEinmalEingeladen() {
        var drehbuch = gemeinsam("Aich").anders("beitritte-erfassen", "beitritteErfassung", List.of(erfasst("Aich", "beigetreten")))
                .anders("ausrichtung-entscheiden", "gemeinsamesKonzept", "ja", "tiefe", "programm", "fortschreibungJahre", 4);
        var akte = bisZurPruefung(drehbuch);
        akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "zurueck", "themenOffen",
                List.of("ausrichtung"))).spieleBis(drehbuch, "startreife-pruefen");
        assertThat(akte.erledigt().stream().filter(s -> s.endsWith("beitritte-erfassen"))).hasSize(1);
        assertThat(ende(akte, "beigetreten")).isEqualTo(1);
    }
}
