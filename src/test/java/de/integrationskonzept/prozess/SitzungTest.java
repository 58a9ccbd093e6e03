package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.felder;
import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.mitglieder;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.integrationskonzept.Anwendungstest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Meetings at any time: invited, moved, called off, held; and what they decide comes back to the tasks that wait for it. */
@Anwendungstest
@Tag("postgresql")
class SitzungTest {

    private static final String IB = "integrationsbeauftragte";
    private static final String SG = "steuerungsgruppe";
    private static final Map<String, Object> EINLADUNG = zeile("sitzungEinladen", "ja", "sitzungDatum", "2026-12-08", "sitzungBeginn", "14:00",
            "sitzungEnde", "16:00", "sitzungOrt", "Rathaus, Zimmer 4", "sitzungGaeste", "gast@musterstadt.example, gast2@musterstadt.example");
    private static final Map<String, Object> NIEDERSCHRIFT = zeile("sitzungAusgang", "stattgefunden", "niederschriftNummer", "3/2026",
            "niederschriftDatum", "2026-12-10", "niederschriftOrt", "Ratsinformation", "sitzungGaesteDabei", "Frau Gast");
    private static final Map<String, Object> SPITZE = zeile("spitzeName", "Rita Muster", "spitzeDatum", "2026-11-20", "spitzePapier", "Vermerk 4",
            "spitzeGrund", "Haushaltssperre");

    @Autowired
    Spiel spiel;

    @Autowired
    TaskService aufgaben;

    @Autowired
    ManagementService verwaltung;

    private Spiel.Akte bis(String schritt) {
        return spiel.beginne(stadt()).spieleBis(gut().anders("erste-sitzung-vorbereiten", "mitglieder", mitglieder(), "ladungsfristTage", 9,
                "beschlussfaehigkeit", "zwei-drittel"), schritt);
    }

    private static Spiel.Akte rege(Spiel.Akte akte) {
        return akte.erledige(IB, "akte-nachtragen", zeile("nachtragArt", "sitzung", "sitzungGremium", SG));
    }

    private static Spiel.Akte lade(Spiel.Akte akte, Object... tagesordnung) {
        rege(akte);
        return akte.erledige(IB, "sitzung-vorbereiten", tagesordnung.length == 0 ? EINLADUNG : mit(EINLADUNG, "sitzungTagesordnung", List.of(tagesordnung)));
    }

    private static Map<String, Object> punkt(String punkt, String aufgabe, String ergebnis, String bemerkung) {
        return zeile("punkt", punkt, "aufgabe", aufgabe, "ergebnis", ergebnis, "bemerkung", bemerkung);
    }

    private static Map<String, Object> gehalten(Object... punkte) {
        return mit(NIEDERSCHRIFT, "sitzungTagesordnung", List.of(punkte), "sitzungAnwesende", anwesend(3));
    }

    private static List<Map<String, Object>> anwesend(int wieViele) {
        return List.of(zeile("name", "Rita Muster", "organisation", "Verwaltungsspitze", "dabei", wieViele > 0),
                zeile("name", "Jo Weber", "organisation", "Soziales", "dabei", wieViele > 1),
                zeile("name", "Ali Yılmaz", "organisation", "Migrantenbeirat", "dabei", wieViele > 2));
    }

    private static LocalDate faellig(Task aufgabe) {
        return LocalDate.ofInstant(aufgabe.getDueDate().toInstant(), ZoneId.of("Europe/Berlin"));
    }

    private static Object punkte(Spiel.Akte akte) {
        return spalte(akte, "sitzung-vorbereiten", "sitzungTagesordnung", "punkt");
    }

    private static Object spalte(Spiel.Akte akte, String schritt, String liste, String spalte) {
        return ((List<?>) akte.inhalt(schritt, liste)).stream().map(z -> ((Map<?, ?>) z).get(spalte)).toList();
    }

    @Test
    @Tag("R66")
    @DisplayName("R66: Von der Einladung bis zur Niederschrift; die Billigung des Prozessdesigns steht danach schon in ihrer Aufgabe und ist mit einem Blick erfasst")
    void ganzerVerlauf() {
        var akte = bis("prozessdesign-billigen");
        rege(akte);
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("Sitzung vorbereiten");
        assertThat(akte.rolle(akte.aufgabe("sitzung-vorbereiten"))).isEqualTo(IB);
        assertThat(akte.inhalt("sitzung-vorbereiten", "sitzungTagesordnung"))
                .isEqualTo(List.of(zeile("punkt", "Prozessdesign billigen", "aufgabe", "prozessdesign-billigen")));
        assertThat(akte.inhalt("sitzung-vorbereiten", "ladungsfristTage")).isEqualTo(9);

        akte.erledige(IB, "sitzung-vorbereiten", EINLADUNG);
        assertThat(faellig(akte.aufgabe("sitzung-durchfuehren"))).isEqualTo("2026-12-08");
        assertThat(spalte(akte, "sitzung-durchfuehren", "sitzungAnwesende", "name")).isEqualTo(List.of("Rita Muster", "Jo Weber", "Ali Yılmaz"));
        assertThat(akte.inhalt("sitzung-durchfuehren", "sitzungMindestens")).isEqualTo(2);

        akte.erledige(IB, "sitzung-durchfuehren", gehalten(punkt("Prozessdesign billigen", "prozessdesign-billigen", "angenommen", null)));
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "prozessdesign-billigen");
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("Vorbelegte Aufgaben: 1");
        assertThat(List.of("billigung", "protokollNummer", "protokollDatum", "protokollOrt", "designImAuftrag", "designEntschiedenVon",
                "designEntschiedenAm", "designPapier")).extracting(name -> akte.inhalt("prozessdesign-billigen", name))
                .containsExactly("ja", "3/2026", "2026-12-10", "Ratsinformation", true, "Steuerungsgruppe", "2026-12-08", "3/2026, Ratsinformation");

        akte.erledige(IB, "prozessdesign-billigen", Map.of());
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "handlungsfelder-vorschlagen");
        assertThat(akte.zuletzt("designPapier")).isEqualTo("3/2026, Ratsinformation");
    }

    @Test
    @Tag("R67")
    @DisplayName("R67: Die Entscheidung über die Handlungsfelder kommt zurück: erst ein Nein mit Gründen, in der nächsten Sitzung das Ja")
    void handlungsfelder() {
        var akte = bis("handlungsfelder-festlegen");
        lade(akte).erledige(IB, "sitzung-durchfuehren", gehalten(punkt("Felder", "handlungsfelder-festlegen", "abgelehnt", "Wohnen fehlt")));
        assertThat(akte.inhalt("handlungsfelder-festlegen", "felderEntscheidung")).isEqualTo("zurueck");
        assertThat(akte.inhalt("handlungsfelder-festlegen", "felderGruende")).isEqualTo("Wohnen fehlt");
        akte.erledige(SG, "handlungsfelder-festlegen", Map.of()).spieleBis(gut(), "handlungsfelder-festlegen");
        assertThat(akte.inhalt("handlungsfelder-festlegen", "felderEntscheidung")).as("asked afresh").isNull();

        lade(akte).erledige(IB, "sitzung-durchfuehren", gehalten(punkt("Felder", "handlungsfelder-festlegen", "angenommen", "einstimmig")));
        assertThat(akte.inhalt("handlungsfelder-festlegen", "felderEntscheidung")).isEqualTo("festgelegt");
        akte.erledige(IB, "handlungsfelder-festlegen", Map.of());
        assertThat(akte.wert("phase")).isEqualTo("Leitbild");
    }

    @Test
    @Tag("R66")
    @DisplayName("R66: Vertagtes ändert nichts an seiner Aufgabe und steht mit allem anderen, was vertagt ist, auf der nächsten Tagesordnung")
    void vertagt() {
        var akte = bis("prozessdesign-billigen");
        lade(akte).erledige(IB, "sitzung-durchfuehren", gehalten(punkt("Prozessdesign billigen", "prozessdesign-billigen", "vertagt", null),
                punkt("Ein Logo", null, "vertagt", "bis März"), punkt("Bericht", null, "kenntnis", null)));
        assertThat(akte.inhalt("prozessdesign-billigen", "billigung")).isNull();
        assertThat(akte.inhalt("prozessdesign-billigen", "designImAuftrag")).isNull();
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("Vorbelegte Aufgaben: 0");

        lade(rege(akte), zeile("punkt", "Ein Logo"));
        assertThat(punkte(akte)).isEqualTo(List.of("Prozessdesign billigen", "Ein Logo"));
        akte.erledige(IB, "sitzung-durchfuehren", gehalten(punkt("Ein Logo", null, "angenommen", null)));
        akte.erledige(IB, "sitzung-vorbereiten", zeile("sitzungEinladen", "nein"));
        rege(akte);
        assertThat(punkte(akte)).as("what is decided does not come again").isEqualTo(List.of("Prozessdesign billigen"));
    }

    @Test
    @Tag("R66")
    @DisplayName("R66: Zweimal verlegt, dann abgesagt: die Frist folgt dem Termin, und in den Aufgaben ändert sich nichts")
    void verlegtUndAbgesagt() {
        var akte = lade(bis("prozessdesign-billigen"));
        for (String tag : List.of("2027-01-12", "2026-12-15")) {
            akte.erledige(IB, "sitzung-durchfuehren", zeile("sitzungAusgang", "verlegt", "sitzungDatum", tag, "sitzungGrund", "Krank"));
            assertThat(faellig(akte.aufgabe("sitzung-durchfuehren"))).isEqualTo(tag);
            assertThat(akte.inhalt("sitzung-durchfuehren", "sitzungAusgang")).as("asked afresh").isEqualTo("");
        }
        assertThat(akte.abgelehnt(IB, "sitzung-durchfuehren", zeile("sitzungAusgang", "abgesagt", "sitzungGrund", null))).hasSize(1);
        akte.erledige(IB, "sitzung-durchfuehren", zeile("sitzungAusgang", "abgesagt", "sitzungGrund", "Kein Bedarf"));
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "prozessdesign-billigen");
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("abgesagt");
        assertThat(akte.inhalt("prozessdesign-billigen", "billigung")).isNull();
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Rückt der Zeitplan, bleibt die Frist einer Sitzung an ihrem Tag")
    void zeitplanVerschoben() {
        var akte = lade(bis("prozessdesign-billigen"));
        akte.erledige(IB, "akte-nachtragen", zeile("nachtragArt", "plan", "planBeginn", "2027-06-01", "planEnde", "2029-06-30", "planGrund", "Haushalt"));
        assertThat(faellig(akte.aufgabe("sitzung-durchfuehren"))).isEqualTo("2026-12-08");
    }

    @Test
    @Tag("R69")
    @DisplayName("R69: Eine Arbeitsgruppe entscheidet nur über ihr eigenes Handlungsfeld")
    void arbeitsgruppe() {
        var akte = spiel.beginne(stadt()).spieleBis(gut().anders("handlungsfelder-vorschlagen", "handlungsfelder", felder(2))
                .anders("handlungsfelder-festlegen", "handlungsfelder", felder(2)), "ergebnis-billigen");
        akte.erledige(IB, "akte-nachtragen", zeile("nachtragArt", "kontakt"));
        String feld = akte.inhalt("ergebnis-billigen", "feld").toString();
        akte.erledige(IB, "akte-nachtragen", zeile("nachtragArt", "sitzung", "sitzungGremium", "ag-leitung", "sitzungFeld", feld));
        assertThat(punkte(akte)).isEqualTo(List.of("Ergebnis billigen"));
        assertThat(akte.inhalt("sitzung-vorbereiten", "karte").toString()).endsWith(feld);

        akte.erledige(IB, "sitzung-vorbereiten", EINLADUNG);
        akte.erledige(IB, "sitzung-durchfuehren", mit(NIEDERSCHRIFT, "sitzungAnwesende", List.of(zeile("name", "Ada", "dabei", true),
                zeile("name", "Cem", "dabei", true), zeile("name", "Bo", "dabei", false)), "sitzungTagesordnung",
                List.of(punkt("Ergebnis billigen", "ergebnis-billigen", "angenommen", null), punkt("Ziele", "ziele-setzen", "angenommen", null))));
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).as("only tasks of this field").contains("Vorbelegte Aufgaben: 1");
        Task billigen = aufgabeDesFelds(akte, "ergebnis-billigen", feld);
        assertThat(aufgaben.getVariables(billigen.getId())).containsEntry("agBilligung", "ja").containsEntry("agTeilnehmende", 2L)
                .containsEntry("agDatum", "2026-12-08").containsEntry("billigungEntschiedenVon", "Arbeitsgruppe " + feld);
        akte.erledige(IB, billigen, zeile("hinweiseGrund", "Genügt"));
        assertThat(akte.aufgaben()).noneMatch(t -> feld.equals(aufgaben.getVariable(t.getId(), "feld")));
    }

    private Task aufgabeDesFelds(Spiel.Akte akte, String schritt, String feld) {
        return akte.aufgaben().stream().filter(t -> t.getTaskDefinitionKey().equals(schritt) && feld.equals(aufgaben.getVariable(t.getId(), "feld")))
                .findFirst().orElseThrow();
    }

    @Test
    @Tag("R66")
    @DisplayName("R66: Sind zu wenige da, fragt das Formular, warum die Beschlüsse trotzdem gelten")
    void nichtBeschlussfaehig() {
        var akte = lade(bis("prozessdesign-billigen"));
        var punkt = punkt("Prozessdesign billigen", "prozessdesign-billigen", "angenommen", null);
        var zuWenige = mit(gehalten(punkt), "sitzungAnwesende", anwesend(1));
        assertThat(akte.abgelehnt(IB, "sitzung-durchfuehren", mit(zuWenige, "quorumGrund", null))).singleElement().asString().contains("trotzdem");
        assertThat(akte.abgelehnt(IB, "sitzung-durchfuehren", mit(gehalten(punkt), "sitzungAnwesende", List.of()))).isNotEmpty();
        akte.erledige(IB, "sitzung-durchfuehren", mit(zuWenige, "quorumGrund", "Im Umlauf nachgeholt"));
        assertThat(akte.zuletzt("quorumGrund")).isEqualTo("Im Umlauf nachgeholt");
    }

    @Test
    @Tag("R66")
    @DisplayName("R66: Vergangenheit, Ende vor Beginn, unlesbare Adressen, fremde Entscheidungen: abgelehnt, und nichts ist halb getan")
    void abgelehnt() {
        var akte = rege(bis("prozessdesign-billigen"));
        for (String pflicht : List.of("sitzungDatum", "sitzungBeginn")) {
            assertThat(akte.abgelehnt(IB, "sitzung-vorbereiten", mit(EINLADUNG, pflicht, null))).singleElement().asString().startsWith("Bitte füllen Sie „");
        }
        assertThat(akte.abgelehnt(IB, "sitzung-vorbereiten", mit(EINLADUNG, "sitzungDatum", "2026-11-23"))).singleElement().asString()
                .contains("Vergangenheit");
        assertThat(akte.abgelehnt(IB, "sitzung-vorbereiten", mit(EINLADUNG, "sitzungEnde", "13:59"))).singleElement().asString().contains("Beginn");
        assertThat(akte.abgelehnt(IB, "sitzung-vorbereiten", mit(EINLADUNG, "sitzungGaeste", "gast, nirgends"))).hasSize(1);
        assertThat(akte.abgelehnt(IB, "sitzung-vorbereiten", mit(EINLADUNG, "sitzungTagesordnung",
                List.of(zeile("punkt", "Ziele", "aufgabe", "ziele-setzen"))))).hasSize(1);
        assertThat(akte.abgelehnt(IB, "sitzung-vorbereiten", mit(EINLADUNG, "sitzungTagesordnung", List.of()))).hasSize(1);
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "prozessdesign-billigen", "sitzung-vorbereiten");
        assertThatThrownBy(() -> akte.erledige(SG, "sitzung-vorbereiten", EINLADUNG)).as("only the office invites");
    }

    @Test
    @Tag("R66")
    @DisplayName("R66: Eine Niederschrift sagt zu jedem Punkt, wie entschieden ist, und hat Nummer und Ablageort; sonst kommt nichts zurück")
    void niederschrift() {
        var akte = lade(bis("prozessdesign-billigen"));
        var gut = gehalten(punkt("Prozessdesign billigen", "prozessdesign-billigen", "angenommen", null));
        for (Object punkte : new Object[] {List.of(), List.of(punkt("Prozessdesign billigen", "prozessdesign-billigen", null, null)),
                List.of(punkt("Prozessdesign billigen", "prozessdesign-billigen", "vielleicht", null))}) {
            assertThat(akte.abgelehnt(IB, "sitzung-durchfuehren", mit(gut, "sitzungTagesordnung", punkte))).isNotEmpty();
        }
        for (String pflicht : List.of("niederschriftNummer", "niederschriftDatum", "niederschriftOrt")) {
            assertThat(akte.abgelehnt(IB, "sitzung-durchfuehren", mit(gut, pflicht, null))).as(pflicht).isNotEmpty();
        }
        assertThat(akte.inhalt("prozessdesign-billigen", "billigung")).isNull();
    }

    @Test
    @Tag("R66")
    @DisplayName("R66: Zweimal abgeschickt zählt einmal")
    void doppelt() {
        var akte = bis("prozessdesign-billigen");
        Task nachtragen = akte.aufgabe("akte-nachtragen");
        rege(akte);
        assertThatThrownBy(() -> akte.erledige(IB, nachtragen, zeile("nachtragArt", "sitzung", "sitzungGremium", SG)));
        Task vorbereiten = akte.aufgabe("sitzung-vorbereiten");
        akte.erledige(IB, vorbereiten, EINLADUNG);
        assertThatThrownBy(() -> akte.erledige(IB, vorbereiten, EINLADUNG));
        Task durchfuehren = akte.aufgabe("sitzung-durchfuehren");
        var niederschrift = gehalten(punkt("Prozessdesign billigen", "prozessdesign-billigen", "angenommen", null));
        akte.erledige(IB, durchfuehren, niederschrift);
        assertThatThrownBy(() -> akte.erledige(IB, durchfuehren, niederschrift));
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "prozessdesign-billigen");
    }

    @Test
    @Tag("R66")
    @DisplayName("R66: Ist die Aufgabe schon erledigt, bevor die Niederschrift kommt, gilt, was dort steht")
    void schonErledigt() {
        var akte = lade(bis("prozessdesign-billigen"));
        akte.erledige(SG, "prozessdesign-billigen", zeile("billigung", "ja", "protokollNummer", "Eigene 1"));
        akte.erledige(IB, "sitzung-durchfuehren", gehalten(punkt("Prozessdesign billigen", "prozessdesign-billigen", "abgelehnt", "Nein")));
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("Vorbelegte Aufgaben: 0");
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "handlungsfelder-vorschlagen");
        assertThat(akte.zuletzt("protokollNummer")).isEqualTo("Eigene 1");
    }

    @Test
    @Tag("I2")
    @DisplayName("I2: Ruht die Akte, ruht auch die geplante Sitzung; danach geht es mit ihr weiter")
    void ruht() {
        var akte = lade(bis("prozessdesign-billigen"));
        akte.erledige(IB, "akte-nachtragen", mit(SPITZE, "nachtragArt", "ruhen"));
        assertThat(akte.aufgabe("sitzung-durchfuehren").isSuspended()).isTrue();
        assertThat(akte.abgelehnt(IB, "akte-nachtragen", zeile("nachtragArt", "sitzung", "sitzungGremium", SG))).isNotEmpty();
        assertThatThrownBy(() -> akte.erledige(IB, "sitzung-durchfuehren", zeile("sitzungAusgang", "abgesagt", "sitzungGrund", "Pause")));
        akte.erledige(IB, "akte-nachtragen", mit(SPITZE, "nachtragArt", "fortsetzen"));
        akte.erledige(IB, "sitzung-durchfuehren", gehalten(punkt("Prozessdesign billigen", "prozessdesign-billigen", "angenommen", null)));
        assertThat(akte.inhalt("prozessdesign-billigen", "billigung")).isEqualTo("ja");
    }

    @Test
    @Tag("I2")
    @DisplayName("I2: Endet die Akte, auch eine ruhende, endet die geplante Sitzung mit ihr")
    void endet() {
        var akte = rege(lade(bis("prozessdesign-billigen")));
        akte.erledige(IB, "akte-nachtragen", mit(SPITZE, "nachtragArt", "beenden"));
        akte.jobs();
        assertThat(akte.ende()).isEqualTo("akte-beendet");
        assertThat(akte.instanzen()).isEmpty();

        var ruhend = lade(bis("prozessdesign-billigen"));
        ruhend.erledige(IB, "akte-nachtragen", mit(SPITZE, "nachtragArt", "ruhen"));
        ruhend.erledige(IB, "akte-nachtragen", mit(SPITZE, "nachtragArt", "beenden"));
        ruhend.jobs();
        assertThat(ruhend.instanzen()).isEmpty();
        assertThat(verwaltung.createJobQuery().noRetriesLeft().list()).noneMatch(j -> ruhend.id().equals(j.getProcessInstanceId()));
    }

    @Test
    @Tag("R38")
    @DisplayName("R38: Auch im Jahr der Umsetzung lädt man zu einer Sitzung ein, und die Folgen aus dem Bericht kommen von dort")
    void imJahrDerUmsetzung() {
        var akte = spiel.beginne(stadt()).spieleBis(gut());
        assertThat(akte.ende()).isEqualTo("umsetzung-beginnt");
        var jahr = spiel.neueste((String) akte.zuletzt("aktenzeichen"));
        lade(jahr, zeile("punkt", "Ausblick", "aufgabe", "jahr-abschliessen"));
        assertThat(jahr.inhalt("sitzung-durchfuehren", "sitzungMindestens")).as("the rules are those of the project").isEqualTo(0);
        jahr.erledige(IB, "sitzung-durchfuehren", gehalten(punkt("Ausblick", "jahr-abschliessen", "angenommen", null)));
        assertThat(jahr.inhalt("akte-nachtragen", "hinweis").toString()).contains("Vorbelegte Aufgaben: 0");
    }
}
