package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The fields side by side: lead, inventory, goals, approval; and what happens when fields come, merge and go. */
@Anwendungstest
@Tag("postgresql")
class HandlungsfelderTest {

    private static final String IB = "integrationsbeauftragte";
    private static final String AG = "ag-leitung";
    private static final Map<String, Object> ZIEL = zeile("ziel", "Mehr Sprachkurse", "messung", "Zahl der Plätze", "zielBis", "2030-12-31",
            "verantwortlich", "Volkshochschule", "akzeptiert", "ja", "realistisch", "ja");
    private static final Map<String, Object> KENNZAHL = zeile("kennzahl", "Plätze", "kennzahlZiel", "Mehr Sprachkurse", "einheit", "Plätze",
            "quelle", "VHS", "ausgangswert", 80, "zielwert", 120);

    @Autowired
    Spiel spiel;
    @Autowired
    RuntimeService laufzeit;
    @Autowired
    TaskService aufgaben;

    private Spiel.Akte beginne(String verfahren, String tiefe, String... namen) {
        List<Map<String, Object>> felder = java.util.Arrays.stream(namen)
                .map(n -> zeile("name", n, "fachbereich", n.equals("Wohnen") ? "fachbereich-soziales" : "fachbereich-bildung")).toList();
        return spiel.wurzel("handlungsfelder", zeile("handlungsfelder", felder, "verfahren", verfahren, "tiefe", tiefe,
                "ansaetze", List.of("sozialraum"), "zurueckNach", null, "zurueckGruende", null, "zurueckFelder", null));
    }

    private Task aufgabe(Spiel.Akte akte, String schritt, String feld) {
        return akte.aufgaben().stream().filter(t -> t.getTaskDefinitionKey().equals(schritt)
                && feld.equals(aufgaben.getVariable(t.getId(), "feld"))).findFirst()
                .orElseThrow(() -> new AssertionError("no " + schritt + " of " + feld + " among " + akte.offen()));
    }

    private static Map<String, Object> leitung(double stunden) {
        return zeile("leitungBenannt", "ja", "leitung", "Jo Weber", "leitungKennung", AG, "leitungKompetenz", "Sprachförderung", "stunden", stunden);
    }

    private static Map<String, Object> bestand(String text) {
        return zeile("mitglieder", List.of(zeile("name", "Ada", "organisation", "VHS")), "bestand", text, "quartiereBestand", "Nord: ein Treff");
    }

    private void bisZiele(Spiel.Akte akte, String fachbereich, String feld) {
        akte.erledige(fachbereich, aufgabe(akte, "leitung-benennen", feld), leitung(4));
        akte.erledige(AG, aufgabe(akte, "bestand-aufnehmen", feld), bestand("Kurse in " + feld));
    }

    @Test
    @Tag("R57")
    @Tag("R69")
    @DisplayName("R57, R69: Je Handlungsfeld eine Arbeitsgruppe, alle nebeneinander; die Phase endet mit dem letzten Feld")
    void nebeneinander() {
        var akte = beginne("ausfuehrlich", "programm", "Sprache", "Wohnen");
        assertThat(akte.offen()).containsExactly("leitung-benennen", "leitung-benennen");
        assertThat(akte.rolle(aufgabe(akte, "leitung-benennen", "Wohnen"))).isEqualTo("fachbereich-soziales");
        bisZiele(akte, "fachbereich-bildung", "Sprache");
        akte.erledige(AG, aufgabe(akte, "ziele-setzen", "Sprache"), zeile("ziele", List.of(ZIEL), "kennzahlen", List.of(KENNZAHL)));
        akte.erledige(AG, aufgabe(akte, "ergebnis-billigen", "Sprache"), zeile("agBilligung", "ja"));
        assertThat(akte.laeuft()).isTrue();
        assertThat(akte.offen()).containsExactly("leitung-benennen");
        bisZiele(akte, "fachbereich-soziales", "Wohnen");
        akte.erledige(AG, aufgabe(akte, "ziele-setzen", "Wohnen"), zeile("ziele", List.of(ZIEL), "kennzahlen", List.of(KENNZAHL)));
        akte.erledige(AG, aufgabe(akte, "ergebnis-billigen", "Wohnen"), zeile("agBilligung", "ja"));
        akte.jobs();
        assertThat(akte.laeuft()).isFalse();
        assertThat(akte.zuletzt("feldergebnisse").toString()).contains("Kurse in Sprache", "Kurse in Wohnen", "gebilligt", "Plätze");
    }

    @Test
    @Tag("R58")
    @DisplayName("R58: Ohne benannte Leitung beginnt keine Arbeitsgruppe; kann der Fachbereich nicht, wird ein anderer gefragt")
    void ohneLeitungKeineArbeitsgruppe() {
        var akte = beginne("ausfuehrlich", "programm", "Sprache");
        assertThat(akte.abgelehnt("fachbereich-bildung", "leitung-benennen", zeile("leitungBenannt", "ja", "leitung", null))).isNotEmpty();
        akte.erledige("fachbereich-bildung", "leitung-benennen", zeile("leitungBenannt", "nein", "leitungAbsage", "Keine Kapazität"));
        assertThat(akte.offen()).containsExactly("fachbereich-waehlen");
        assertThat(akte.inhalt("fachbereich-waehlen", "leitungAbsage")).isEqualTo("Keine Kapazität");
        akte.erledige(IB, "fachbereich-waehlen", zeile("fachbereich", "fachbereich-kultur", "fachbereichGrund", "Absprache"));
        assertThat(akte.rolle(akte.aufgabe("leitung-benennen"))).isEqualTo("fachbereich-kultur");
        akte.erledige("fachbereich-kultur", "leitung-benennen", leitung(0));
        assertThat(akte.wert("feldergebnisse").toString()).as("a lead without hours is on record for the findings").contains("stunden=0", "Jo Weber");
        assertThat(akte.aufgabe("bestand-aufnehmen").getAssignee()).as("the named lead gets the task").isEqualTo(AG);
    }

    @Test
    @Tag("R58")
    @DisplayName("R58: Hat die Leitung keinen Zugang zum Programm, geht die Aufgabe an die Rolle")
    void leitungOhneZugang() {
        var akte = beginne("ausfuehrlich", "programm", "Sprache");
        assertThat(akte.abgelehnt("fachbereich-bildung", "leitung-benennen", mit(leitung(3), "leitungKennung", "kaemmerei")))
                .as("only people with the role are offered").hasSize(1);
        akte.erledige("fachbereich-bildung", "leitung-benennen", mit(leitung(3), "leitungKennung", null));
        assertThat(akte.aufgabe("bestand-aufnehmen").getAssignee()).isNull();
        assertThat(akte.rolle(akte.aufgabe("bestand-aufnehmen"))).isEqualTo(AG);
    }

    @Test
    @Tag("R69")
    @DisplayName("R69: Die Regel sagt je Ziel, was fehlt; wer trotzdem billigt, begründet es, und Nacharbeit führt zu den Zielen zurück")
    void smart() {
        var akte = beginne("ausfuehrlich", "programm", "Sprache");
        bisZiele(akte, "fachbereich-bildung", "Sprache");
        assertThat(akte.inhalt("ziele-setzen", "bestand")).isEqualTo("Kurse in Sprache");
        akte.erledige(AG, "ziele-setzen", zeile("ziele", List.of(zeile("ziel", "Besser werden")), "kennzahlen", List.of()));
        assertThat(akte.inhalt("ergebnis-billigen", "hinweise").toString()).contains("Besser werden", "Termin", "Kennzahl");
        assertThat(akte.abgelehnt(AG, "ergebnis-billigen", zeile("agBilligung", "ja", "hinweiseGrund", null))).hasSize(1);
        akte.erledige(AG, "ergebnis-billigen", zeile("agBilligung", "nein", "nacharbeitGruende", "Zu ungenau"));
        assertThat(akte.inhalt("ziele-setzen", "nacharbeitGruende")).isEqualTo("Zu ungenau");
        akte.erledige(AG, "ziele-setzen", zeile("ziele", List.of(ZIEL), "kennzahlen", List.of(KENNZAHL)));
        assertThat((List<?>) akte.inhalt("ergebnis-billigen", "hinweise")).isEmpty();
        akte.erledige(AG, "ergebnis-billigen", zeile("agBilligung", "ja"));
        akte.jobs();
        assertThat(akte.laeuft()).isFalse();
    }

    @Test
    @Tag("R32")
    @DisplayName("R32: Beim Rahmenkonzept genügen strategische Ziele; nach Kennzahlen wird nicht gefragt")
    void rahmenkonzept() {
        var akte = beginne("ausfuehrlich", "rahmen", "Sprache");
        bisZiele(akte, "fachbereich-bildung", "Sprache");
        akte.erledige(AG, "ziele-setzen", zeile("ziele", List.of(zeile("ziel", "Offene Stadt"))));
        assertThat((List<?>) akte.inhalt("ergebnis-billigen", "hinweise")).isEmpty();
    }

    @Test
    @Tag("R69")
    @DisplayName("R69: Kompakt genügt ein Formular je Feld")
    void kompakt() {
        var akte = beginne("kompakt", "programm", "Sprache");
        assertThat(akte.offen()).containsExactly("feld-bearbeiten");
        akte.erledige(IB, "feld-bearbeiten", mit(bestand("Ein Kurs"), "quartiereBestand", null, "leitung", "Bürgermeister", "leitungKompetenz", "kennt alle", "stunden", 1,
                "ziele", List.of(ZIEL), "kennzahlen", List.of(KENNZAHL)));
        akte.jobs();
        assertThat(akte.laeuft()).isFalse();
        assertThat(akte.zuletzt("feldergebnisse").toString()).contains("Ein Kurs", "gebilligt");
    }

    @Test
    @Tag("R69")
    @DisplayName("R69: Ein Feld kommt hinzu, während die anderen laufen; die Phase wartet auch auf dieses")
    void feldKommtHinzu() {
        var akte = beginne("kompakt", "programm", "Sprache");
        melde(akte, "handlungsfeld-dazu", zeile("feld", "Sport", "fachbereich", "fachbereich-kultur"));
        assertThat(akte.offen()).containsExactly("feld-bearbeiten", "feld-bearbeiten");
        akte.erledige(IB, aufgabe(akte, "feld-bearbeiten", "Sprache"), zeile("ziele", List.of(ZIEL)));
        akte.jobs();
        assertThat(akte.laeuft()).isTrue();
        akte.erledige(IB, aufgabe(akte, "feld-bearbeiten", "Sport"), zeile("ziele", List.of(ZIEL)));
        akte.jobs();
        assertThat(akte.laeuft()).isFalse();
    }

    @Test
    @Tag("R69")
    @DisplayName("R69: Geht ein Feld in einem anderen auf, übernimmt dieses alles; ein geschlossenes behält seinen Stand in der Akte")
    void zusammenlegen() {
        var akte = beginne("ausfuehrlich", "programm", "Sprache", "Wohnen", "Bildung");
        bisZiele(akte, "fachbereich-bildung", "Sprache");
        bisZiele(akte, "fachbereich-bildung", "Bildung");
        akte.erledige(AG, aufgabe(akte, "ziele-setzen", "Bildung"), zeile("ziele", List.of(mit(ZIEL, "ziel", "Mehr Kita")), "kennzahlen", List.of()));
        melde(akte, "feld-endet-Bildung", zeile("zielFeld", "Sprache", "feldGrund", "Gehört zusammen"));
        Task ziele = aufgabe(akte, "ziele-setzen", "Sprache");
        assertThat(aufgaben.getVariable(ziele.getId(), "ziele").toString()).contains("Mehr Kita");
        assertThat(aufgaben.getVariable(ziele.getId(), "bestand").toString()).contains("Kurse in Sprache", "Kurse in Bildung");
        assertThat((List<?>) akte.wert("feldergebnisse")).as("the file has it, too").anySatisfy(feld ->
                assertThat(feld.toString()).contains("feld=Sprache", "Mehr Kita", "Kurse in Bildung"));
        assertThat(akte.offen()).containsExactly("leitung-benennen", "ziele-setzen");

        melde(akte, "feld-endet-Wohnen", zeile("zielFeld", "", "feldGrund", "Kein Bedarf"));
        assertThat(akte.offen()).containsExactly("ziele-setzen");
        assertThat(akte.wert("feldergebnisse").toString()).contains("stand=zusammengelegt", "stand=geschlossen", "Kein Bedarf");
    }

    @Test
    @Tag("R69")
    @DisplayName("R69: Ist das andere Feld schon fertig, öffnet es sich wieder und beginnt mit beiden Ergebnissen")
    void inFertigesFeld() {
        var akte = beginne("kompakt", "programm", "Sprache", "Wohnen");
        akte.erledige(IB, aufgabe(akte, "feld-bearbeiten", "Sprache"), mit(bestand("Kurse"), "quartiereBestand", null, "ziele", List.of(ZIEL)));
        akte.jobs();
        melde(akte, "feld-endet-Wohnen", zeile("zielFeld", "Sprache", "feldGrund", "Gehört zusammen"));
        assertThat(akte.offen()).containsExactly("feld-bearbeiten");
        Task wieder = aufgabe(akte, "feld-bearbeiten", "Sprache");
        assertThat(aufgaben.getVariable(wieder.getId(), "bestand")).isEqualTo("Kurse");
        akte.erledige(IB, wieder, Map.of());
        akte.jobs();
        assertThat(akte.laeuft()).isFalse();
        assertThat(akte.zuletzt("feldergebnisse").toString()).contains("zusammengelegt", "Mehr Sprachkurse");
    }

    @Test
    @Tag("I1")
    @DisplayName("I1: Kommt das Konzept zurück, öffnet sich nur das genannte Feld, mit Leitung und bisherigem Ergebnis")
    void zurueck() {
        var akte = spiel.wurzel("handlungsfelder", zeile("handlungsfelder", List.of(), "verfahren", "ausfuehrlich", "tiefe", "programm",
                "ansaetze", List.of(), "zurueckNach", "handlungsfelder", "zurueckGruende", "Zu wenig Ziele", "zurueckFelder", List.of("Sprache"),
                "feldergebnisse", List.of(zeile("feld", "Sprache", "fachbereich", "fachbereich-bildung", "stand", "gebilligt", "leitung", "Jo Weber",
                        "leitungKennung", AG, "stunden", 4, "bestand", "Kurse", "ziele", List.of(ZIEL)),
                        zeile("feld", "Wohnen", "fachbereich", "fachbereich-soziales", "stand", "gebilligt"))));
        assertThat(akte.offen()).containsExactly("bestand-aufnehmen");
        assertThat(akte.aufgabe("bestand-aufnehmen").getAssignee()).isEqualTo(AG);
        assertThat(akte.inhalt("bestand-aufnehmen", "bestand")).isEqualTo("Kurse");
        assertThat(akte.inhalt("bestand-aufnehmen", "zurueckGruende")).isEqualTo("Zu wenig Ziele");
    }

    @Test
    @Tag("R69")
    @Tag("R4")
    @DisplayName("R69, R4: Über „Akte nachtragen“ kommen Felder hinzu, gehen ineinander auf und werden geschlossen; doppelte Namen nicht")
    void ueberAkteNachtragen() {
        var akte = spiel.beginne(Drehbuch.stadt()).spieleBis(Drehbuch.gut(), "handlungsfelder-festlegen");
        akte.erledige("steuerungsgruppe", "handlungsfelder-festlegen", zeile("felderEntscheidung", "festgelegt", "handlungsfelder",
                List.of(zeile("name", "Sprache", "fachbereich", "fachbereich-bildung"), zeile("name", "Wohnen", "fachbereich", "fachbereich-soziales"))));
        akte.spieleBis(Drehbuch.gut(), "leitung-benennen");
        akte.jobs();
        nachtragen(akte, zeile("feldArt", "dazu", "feldNeu", "Sprache", "fachbereich", "fachbereich-kultur"));
        assertThat(akte.offen()).as("the name is taken").containsExactly("akte-nachtragen", "leitung-benennen", "leitung-benennen");
        nachtragen(akte, zeile("feldArt", "dazu", "feldNeu", "Sport", "fachbereich", "fachbereich-kultur"));
        assertThat(akte.rolle(aufgabe(akte, "leitung-benennen", "Sport"))).isEqualTo("fachbereich-kultur");

        bisZiele(akte, "fachbereich-kultur", "Sport");
        nachtragen(akte, zeile("feldArt", "zusammenlegen", "feld", "Sport", "zielFeld", "Sprache"));
        nachtragen(akte, zeile("feldArt", "schliessen", "feld", "Wohnen"));
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "leitung-benennen");
        Task sprache = aufgabe(akte, "leitung-benennen", "Sprache");
        assertThat(aufgaben.getVariable(sprache.getId(), "bestand")).as("nothing is lost").isEqualTo("Kurse in Sport");
        assertThat(akte.wert("feldergebnisse").toString()).contains("zusammengelegt", "geschlossen");
        akte.spieleBis(Drehbuch.gut(), "konzept-vorlegen");
        assertThat(akte.offen()).contains("konzept-vorlegen");
    }

    private static void nachtragen(Spiel.Akte akte, Map<String, Object> angaben) {
        akte.erledige(IB, "akte-nachtragen", mit(angaben, "nachtragArt", "feld", "feldGrund", "Beschluss der Steuerungsgruppe"));
        akte.jobs();
    }

    /** As the late entry sends it: to whoever waits for it in this file. */
    private void melde(Spiel.Akte akte, String nachricht, Map<String, Object> angaben) {
        laufzeit.createExecutionQuery().messageEventSubscriptionName(nachricht).list().stream()
                .filter(e -> akte.instanzen().contains(e.getProcessInstanceId()))
                .forEach(e -> laufzeit.messageEventReceived(nachricht, e.getId(), Spiel.json(angaben)));
    }
}
