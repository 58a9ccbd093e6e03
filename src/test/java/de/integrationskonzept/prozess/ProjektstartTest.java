package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.felder;
import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.landkreis;
import static de.integrationskonzept.prozess.Drehbuch.mitglieder;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Start signal, letter, Steuerungsgruppe, Handlungsfelder. */
@Anwendungstest
@Tag("postgresql")
class ProjektstartTest {

    @Autowired
    Spiel spiel;

    @Autowired
    TaskService aufgaben;

    @Test
    @Tag("R63")
    @DisplayName("R63: Nach der Startreife und vor der Steuerungsgruppe gibt die Spitze das Startsignal; „noch nicht“ wartet, mit Grund")
    void startsignal() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "startsignal-geben");
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "startsignal-geben");
        assertThat(akte.rolle(akte.aufgabe("startsignal-geben"))).isEqualTo("verwaltungsspitze");
        assertThat(akte.wert("phase")).isEqualTo("Projektstart");

        akte.erledige("verwaltungsspitze", "startsignal-geben", zeile("startsignal", "noch-nicht", "startsignalGrund", "Erst der Haushalt"));
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "startsignal-geben");
        assertThat(akte.inhalt("startsignal-geben", "startsignalGrund")).isEqualTo("Erst der Haushalt");
        assertThat(akte.inhalt("startsignal-geben", "startsignal")).as("asked afresh").isNull();

        akte.erledige("verwaltungsspitze", "startsignal-geben", zeile("startsignal", "ja"));
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "startschreiben-versenden");
    }

    @Test
    @Tag("R64")
    @Tag("R1")
    @DisplayName("R64, R1: Das Startschreiben entsteht aus der Akte: Beschluss, Federführung, Zeit, mit dem Titel der Leitung und des Gremiums")
    void startschreibenAusDerAkte() {
        var stadt = spiel.beginne(stadt()).spieleBis(gut().anders("auftrag-erteilen", "federfuehrungPerson", "Mehmet Neu"),
                "startsignal-geben");
        assertThat((String) stadt.inhalt("startsignal-geben", "briefText"))
                .startsWith("Musterstadt").contains("Stadtrat hat am 4. Mai 2026 beschlossen (Nummer 17/2026)")
                .contains("Federführung hat: Mehmet Neu").contains("1. Januar 2027", "31. Dezember 2028")
                .contains("aktiv mitzuarbeiten").endsWith("Rita Muster\nOberbürgermeisterin");

        var landkreis = spiel.beginne(landkreis()).spieleBis(gut(), "startsignal-geben");
        assertThat((String) landkreis.inhalt("startsignal-geben", "briefText")).contains("Kreistag").endsWith("Landrat");
    }

    @Test
    @Tag("R64")
    @DisplayName("R64: Die Spitze zeichnet das Schreiben, erst dann wird es versandt, und der Nachweis bleibt in der Akte")
    void versandMitNachweis() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "startsignal-geben");
        assertThat(akte.abgelehnt("verwaltungsspitze", "startsignal-geben", zeile("startsignal", "ja", "briefUnterzeichner", null,
                "briefDatum", null))).hasSize(2);
        akte.erledige("verwaltungsspitze", "startsignal-geben", zeile("startsignal", "ja", "briefText", "Liebe alle, es geht los."));
        assertThat(akte.inhalt("startschreiben-versenden", "briefText")).isEqualTo("Liebe alle, es geht los.");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "startschreiben-versenden", zeile("versandArt", "buero",
                "versandNachweis", null))).hasSize(1);
        assertThat(akte.abgelehnt("integrationsbeauftragte", "startschreiben-versenden", zeile("versandAlle", "nein",
                "versandFehlende", null))).hasSize(1);
        akte.erledige("integrationsbeauftragte", "startschreiben-versenden", zeile("versandArt", "buero",
                "versandNachweis", "Postbuch 12", "versandAlle", "ja"));
        assertThat(akte.zuletzt("versandNachweis")).isEqualTo("Postbuch 12");
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "erste-sitzung-vorbereiten");
    }

    @Test
    @Tag("R56")
    @DisplayName("R56: Die Steuerungsgruppe entsteht nach dem Startsignal, aus mindestens drei Mitgliedern mit Seite und Funktion")
    void konstituierung() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "erste-sitzung-vorbereiten");
        assertThat(akte.erledigt()).contains("verwaltungsspitze/startsignal-geben");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "erste-sitzung-vorbereiten", Drehbuch.mit(
                gut().get("erste-sitzung-vorbereiten"), "mitglieder", mitglieder().subList(0, 2)))).isNotEmpty();
        akte.spieleBis(gut().anders("erste-sitzung-vorbereiten", "mitglieder", mitglieder()), "handlungsfelder-vorschlagen");
        assertThat(akte.zuletzt("mitglieder").toString()).contains("vorsitz", "stellvertretung", "stakeholder");
    }

    @Test
    @Tag("R65")
    @DisplayName("R65: Zuerst billigt die Steuerungsgruppe das Prozessdesign; lehnt sie ab, kommt es mit ihren Gründen zurück")
    void designZuerst() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "prozessdesign-billigen");
        assertThat(akte.rolle(akte.aufgabe("prozessdesign-billigen"))).isEqualTo("steuerungsgruppe");
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "prozessdesign-billigen");
        assertThat(akte.abgelehnt("steuerungsgruppe", "prozessdesign-billigen", zeile("billigung", "nein",
                "billigungGruende", null))).hasSize(1);

        akte.erledige("steuerungsgruppe", "prozessdesign-billigen", zeile("billigung", "nein", "billigungGruende", "Zu wenig Beteiligung"));
        assertThat(akte.inhalt("erste-sitzung-vorbereiten", "billigungGruende")).isEqualTo("Zu wenig Beteiligung");
        akte.erledige("integrationsbeauftragte", "erste-sitzung-vorbereiten", Map.of());
        assertThat(akte.inhalt("prozessdesign-billigen", "billigung")).as("asked afresh").isNull();
        akte.erledige("steuerungsgruppe", "prozessdesign-billigen", zeile("billigung", "ja", "protokollNummer", "STG 1"));
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "handlungsfelder-vorschlagen");
        assertThat(akte.zuletzt("protokollNummer")).isEqualTo("STG 1");
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Ein Plan unter 18 Monaten braucht einen begründeten Beschluss der Steuerungsgruppe, ein längerer nicht")
    void kurzerPlan() {
        var kurz = gut().anders("erste-sitzung-vorbereiten", "planBeginn", "2027-01-01", "planEnde", "2028-06-29", "planGrund", "Wahl");
        var akte = spiel.beginne(stadt()).spieleBis(kurz, "prozessdesign-billigen");
        assertThat(akte.abgelehnt("steuerungsgruppe", "prozessdesign-billigen", zeile("billigung", "ja", "kurzplanBeschluss", null))).hasSize(1);
        akte.erledige("steuerungsgruppe", "prozessdesign-billigen", zeile("billigung", "ja", "kurzplanBeschluss", "Kleine Stadt, viel Vorarbeit"));
        assertThat(akte.zuletzt("kurzplanBeschluss")).isEqualTo("Kleine Stadt, viel Vorarbeit");

        var genau = spiel.beginne(stadt()).spieleBis(gut().anders("erste-sitzung-vorbereiten", "planBeginn", "2027-01-01",
                "planEnde", "2028-06-30", "planGrund", "Wahl"), "prozessdesign-billigen");
        genau.erledige("steuerungsgruppe", "prozessdesign-billigen", zeile("billigung", "ja", "kurzplanBeschluss", null));
        assertThat(genau.offen()).contains("handlungsfelder-vorschlagen");
    }

    @Test
    @Tag("R66")
    @DisplayName("R66: Die Verwaltung schlägt die Handlungsfelder vor, die Steuerungsgruppe legt sie fest; damit endet der Projektstart")
    void vorschlagUndEntscheidung() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "handlungsfelder-vorschlagen");
        assertThat(akte.inhalt("handlungsfelder-vorschlagen", "handlungsfelder").toString()).contains("Sprache und Bildung", "Wohnen");
        akte.erledige("integrationsbeauftragte", "handlungsfelder-vorschlagen", zeile("handlungsfelder", felder(5)));
        assertThat(akte.rolle(akte.aufgabe("handlungsfelder-festlegen"))).isEqualTo("steuerungsgruppe");

        akte.erledige("steuerungsgruppe", "handlungsfelder-festlegen", zeile("felderEntscheidung", "zurueck", "felderGruende", "Wohnen fehlt"));
        assertThat(akte.inhalt("handlungsfelder-vorschlagen", "felderGruende")).isEqualTo("Wohnen fehlt");
        assertThat(akte.inhalt("handlungsfelder-vorschlagen", "handlungsfelder").toString()).contains("Feld 5");

        akte.erledige("integrationsbeauftragte", "handlungsfelder-vorschlagen", zeile("handlungsfelder", felder(6)));
        akte.erledige("steuerungsgruppe", "handlungsfelder-festlegen", zeile("handlungsfelder", felder(6), "felderEntscheidung", "festgelegt"));
        assertThat(akte.offen()).as("the work itself begins").containsExactly("akte-nachtragen", "leitbild-entwerfen");
        assertThat(akte.zuletzt("handlungsfelder").toString()).contains("Feld 6");
    }

    @Test
    @Tag("R67")
    @DisplayName("R67: Mehr als acht Felder lösen eine Warnung aus und brauchen eine Begründung, acht nicht")
    void zuVieleFelder() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "handlungsfelder-vorschlagen");
        akte.erledige("integrationsbeauftragte", "handlungsfelder-vorschlagen", zeile("handlungsfelder", felder(9)));
        assertThat((String) akte.inhalt("handlungsfelder-festlegen", "felderWarnung")).contains("sehr viele");
        assertThat(akte.abgelehnt("steuerungsgruppe", "handlungsfelder-festlegen", zeile("felderEntscheidung", "festgelegt",
                "felderVieleGrund", null))).hasSize(1);
        akte.erledige("steuerungsgruppe", "handlungsfelder-festlegen", zeile("felderEntscheidung", "festgelegt",
                "felderVieleGrund", "Großer Landkreis"));
        assertThat(akte.zuletzt("felderVieleGrund")).isEqualTo("Großer Landkreis");

        var acht = spiel.beginne(stadt()).spieleBis(gut(), "handlungsfelder-vorschlagen");
        acht.erledige("integrationsbeauftragte", "handlungsfelder-vorschlagen", zeile("handlungsfelder", felder(8)));
        assertThat((String) acht.inhalt("handlungsfelder-festlegen", "felderWarnung")).isEmpty();
        acht.erledige("steuerungsgruppe", "handlungsfelder-festlegen", zeile("felderEntscheidung", "festgelegt", "felderVieleGrund", null));
        assertThat(acht.offen()).contains("leitbild-entwerfen");
    }

    @Test
    @Tag("R67")
    @DisplayName("R67: Stakeholder und Gemeinden sind für keine Aufgabe vorgesehen und sehen keine, auch nicht die Wahl der Felder")
    void stakeholderEntscheidenNicht() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "handlungsfelder-festlegen");
        for (String rolle : List.of("stakeholder", "gemeinde")) {
            assertThat(spiel.als(rolle, () -> aufgaben.createTaskQuery().count())).as(rolle).isZero();
            assertThat(aufgaben.createTaskQuery().taskCandidateGroup(rolle).count()).as(rolle).isZero();
        }
        assertThat(akte.offen()).contains("handlungsfelder-festlegen");
    }
}
