package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The years after the resolution: each a root of its own, one after the other. */
@Anwendungstest
@Tag("postgresql")
class UmsetzungTest {

    private static final List<Map<String, Object>> FELDER = List.of(
            zeile("feld", "Sprache", "fachbereich", "fachbereich-bildung", "stand", "gebilligt", "ziele", List.of(zeile("ziel", "Mehr Kurse")),
                    "kennzahlen", List.of(zeile("kennzahl", "Kita-Quote", "einheit", "%", "ausgangswert", 60, "zielwert", 80))),
            zeile("feld", "Wohnen", "fachbereich", "fachbereich-soziales", "stand", "gebilligt"));
    private static final List<Map<String, Object>> MASSNAHMEN = List.of(zeile("nummer", "1.1", "titel", "Sprachkurse", "zusage", "ja"),
            zeile("nummer", "1.2", "titel", "Patenschaften", "zusage", "nein"));
    private static final Map<String, Object> ENDE = zeile("jahrEntscheidung", "beenden", "endeDurch", "Stadtrat", "endeAm", "2031-05-01",
            "endeGrund", "Das Konzept geht in der Sozialplanung auf");

    @Autowired
    Spiel spiel;
    @Autowired
    ProcessEngine engine;
    @Autowired
    RuntimeService laufzeit;

    private Map<String, Object> programm(Object... anders) {
        return mit(zeile("aktenzeichen", "U-" + UUID.randomUUID().toString().substring(0, 8), "tiefe", "programm", "verfahren", "ausfuehrlich",
                "berichtTermin", "2030-03-31", "fortschreibungJahre", 3, "feldergebnisse", FELDER, "massnahmen", MASSNAHMEN), anders);
    }

    private Map<String, Object> rahmen(Object... anders) {
        return mit(programm("tiefe", "rahmen", "massnahmen", null, "zvFachbereiche", List.of("fachbereich-bildung", "fachbereich-kultur"),
                "zvGespraeche", "einmal im Quartal"), anders);
    }

    private static List<Map<String, Object>> werte(Object istwert) {
        return List.of(zeile("feld", "Sprache", "kennzahl", "Kita-Quote", "einheit", "%", "ausgangswert", 60, "zielwert", 80,
                "istwert", istwert, "bemerkung", ""));
    }

    /** One year of route B up to the decision. */
    private Spiel.Akte berichtet(Spiel.Akte jahr, Object istwert) {
        List<?> zeilen = (List<?>) jahr.zeitKommt("berichtszeit").inhalt("umsetzung-berichten", "kennzahlenBericht");
        List<Map<String, Object>> werte = List.of(mit(alsZeile(zeilen.get(0)), "istwert", istwert));
        return jahr.erledige("controlling", "umsetzung-berichten", zeile("kennzahlenBericht", werte, "erreichtePersonen", 120,
                "massnahmenBericht", List.of(zeile("nummer", "1.1", "titel", "Sprachkurse", "stand", "laeuft"))));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> alsZeile(Object zeile) {
        return (Map<String, Object>) zeile;
    }

    private static Map<String, Object> erste(Object bericht, String liste) {
        return alsZeile(((List<?>) alsZeile(bericht).get(liste)).get(0));
    }

    private static String zeichen(Spiel.Akte akte) {
        return (String) akte.wert("aktenzeichen");
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
        assertThat(erste(erstes.inhalt("jahr-abschliessen", "jahresbericht"), "kennzahlen")).containsEntry("istwert", 64).containsEntry("ampel", "rot");
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
    @Tag("R33")
    @Tag("R34")
    @DisplayName("R33, R34: Rahmenkonzept: jedes Jahr je Fachbereich eine Zielvereinbarung und am Ende ein Monitoringbericht")
    void zweiJahreRahmen() {
        var erstes = spiel.wurzel("umsetzung", rahmen());
        assertThat(erstes.offen()).containsExactly("akte-nachtragen", "zielvereinbarung-schliessen", "zielvereinbarung-schliessen");
        assertThat(strategischeZiele(erstes, "fachbereich-bildung")).contains("Mehr Kurse");
        assertThat(strategischeZiele(erstes, "fachbereich-kultur")).as("aims of others").isEqualTo("[]");
        erstes.erledige("fachbereich-bildung", erstes.aufgabe("zielvereinbarung-schliessen", "fachbereich-bildung"), zeile("zvErgebnis", "geschlossen",
                "zvZiele", List.of(zeile("ziel", "Mehr Kurse", "kennzahl", "Zahl der Kurse", "zielwert", "12"))));
        erstes.erledige("fachbereich-kultur", erstes.aufgabe("zielvereinbarung-schliessen", "fachbereich-kultur"),
                zeile("zvErgebnis", "gescheitert", "zvGrund", "Kein Geld"));

        erstes.zeitKommt("berichtszeit");
        assertThat((List<?>) erstes.inhalt("monitoringbericht-erstellen", "zielBerichte")).as("only what was agreed").hasSize(1);
        assertThat(erstes.abgelehnt("integrationsbeauftragte", "monitoringbericht-erstellen", zeile("zielBerichte",
                List.of(mit(ziel("verfehlt"), "abweichung", "")))).toString()).contains("Was ist anders gekommen");
        erstes.erledige("integrationsbeauftragte", "monitoringbericht-erstellen", zeile("zielBerichte", List.of(ziel("verfehlt"))));
        assertThat(erste(erstes.inhalt("jahr-abschliessen", "jahresbericht"), "zielvereinbarungen")).containsEntry("ampel", "rot");
        erstes.erledige("steuerungsgruppe", "jahr-abschliessen", zeile());
        erstes.jobs();

        var zweites = spiel.neueste((String) erstes.zuletzt("aktenzeichen"));
        assertThat(zweites.offen()).as("negotiated anew each year").containsExactly("akte-nachtragen", "zielvereinbarung-schliessen",
                "zielvereinbarung-schliessen");
        assertThat(zweites.wert("jahr").toString()).isEqualTo("2031");
        for (String fachbereich : List.of("fachbereich-bildung", "fachbereich-kultur")) {
            zweites.erledige(fachbereich, zweites.aufgabe("zielvereinbarung-schliessen", fachbereich), zeile("zvErgebnis", "gescheitert"));
        }
        zweites.zeitKommt("berichtszeit").erledige("integrationsbeauftragte", "monitoringbericht-erstellen", zeile("zielBerichte", List.of()));
        zweites.erledige("steuerungsgruppe", "jahr-abschliessen", ENDE);
        assertThat(zweites.laeuft()).isFalse();
    }

    private String strategischeZiele(Spiel.Akte jahr, String fachbereich) {
        String aufgabe = jahr.aufgabe("zielvereinbarung-schliessen", fachbereich).getId();
        assertThat(engine.getTaskService().getVariables(aufgabe)).as("what the Fachbereich could read").doesNotContainKey("feldergebnisse");
        return engine.getTaskService().getVariable(aufgabe, "strategischeZiele").toString();
    }

    private static Map<String, Object> ziel(String ergebnis) {
        return zeile("fachbereich", "Bildung", "ziel", "Mehr Kurse", "kennzahl", "Zahl der Kurse", "zielwert", "12", "ergebnis", ergebnis,
                "istwert", "4", "abweichung", "Keine Räume", "abhilfe", "Räume mieten");
    }

    @Test
    @Tag("R33")
    @DisplayName("R33: Ein Rahmenkonzept ohne beteiligte Fachbereiche bleibt nicht stecken")
    void rahmenOhneFachbereiche() {
        var jahr = spiel.wurzel("umsetzung", rahmen("zvFachbereiche", null));
        jahr.zeitKommt("berichtszeit");
        assertThat(jahr.offen()).containsExactly("akte-nachtragen", "monitoringbericht-erstellen");
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
    @Tag("R38")
    @DisplayName("R38: Nach der vereinbarten Zahl von Jahren ist die Fortschreibung vorbelegt; sie zu verschieben braucht einen Grund")
    void fortschreibungFaellig() {
        var jahr = spiel.wurzel("umsetzung", programm("zyklus", 2));
        berichtet(jahr, 70);
        assertThat(jahr.inhalt("jahr-abschliessen", "jahrEntscheidung")).isEqualTo("fortschreiben");
        assertThat(jahr.abgelehnt("steuerungsgruppe", "jahr-abschliessen", zeile("jahrEntscheidung", "weiter", "verschiebungGrund", null)))
                .singleElement().asString().contains("verschoben");
        jahr.erledige("steuerungsgruppe", "jahr-abschliessen", zeile("jahrEntscheidung", "weiter", "verschiebungGrund", "Wahljahr"));
        assertThat(jahr.laeuft()).isFalse();
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
        Map<String, Object> spitze = zeile("spitzeName", "Rita Muster", "spitzeDatum", "2030-04-01", "spitzePapier", "Vermerk 4", "spitzeGrund", "Wahl");
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

    @Test
    @Tag("R38")
    @DisplayName("R38: Fortschreibung: gewählte Felder werden neu bearbeitet; zurückgegeben, mit Auflagen beschlossen, gilt sie im nächsten Jahr")
    void fortschreibungMitAuflagen() {
        mitPlatzhaltern(() -> {
            var jahr = fortschreibung();
            laufzeit.setVariables(jahr.id(), Spiel.json(zeile("feldergebnisse", List.of(mit(FELDER.get(0), "bestand", "neu")))));
            weiter(jahr, "handlungsfelder", Map.of());
            weiter(jahr, "massnahmen", Map.of());
            weiter(jahr, "beschluss", zeile("beschlussErgebnis", "zurueck", "zurueckNach", "handlungsfelder", "zurueckFelder", List.of("Wohnen"),
                    "zurueckGruende", "Zu dünn"));
            weiter(jahr, "handlungsfelder", Map.of());
            weiter(jahr, "massnahmen", Map.of());
            weiter(jahr, "beschluss", zeile("beschlussErgebnis", "mit-auflagen", "auflagen", List.of(
                    zeile("auflage", "Kosten belegen", "zustaendig", "fachbereich-soziales", "bis", "2030-12-31"),
                    zeile("auflage", "Stelle klären", "zustaendig", "integrationsbeauftragte", "bis", "2030-12-31"))));
            assertThat(jahr.offen()).containsExactly("akte-nachtragen", "warten-auflage", "warten-auflage");
            weiter(jahr, "auflage", Map.of());
            weiter(jahr, "auflage", Map.of());
            jahr.jobs();
            assertThat(jahr.ende()).isEqualTo("jahr-abgeschlossen");
            assertThat((List<?>) spiel.neueste((String) jahr.zuletzt("aktenzeichen")).wert("feldergebnisse")).singleElement()
                    .satisfies(f -> assertThat(alsZeile(f)).containsEntry("bestand", "neu"));
        });
    }

    @Test
    @Tag("R38")
    @Tag("I1")
    @DisplayName("R38, I1: Lehnt der Rat die Fortschreibung ab, gilt das alte Konzept unverändert weiter")
    void fortschreibungAbgelehnt() {
        mitPlatzhaltern(() -> {
            var jahr = fortschreibung();
            laufzeit.setVariables(jahr.id(), Spiel.json(zeile("feldergebnisse", List.of(), "massnahmen", List.of())));
            weiter(jahr, "handlungsfelder", Map.of());
            weiter(jahr, "massnahmen", Map.of());
            weiter(jahr, "beschluss", zeile("beschlussErgebnis", "abgelehnt"));
            assertThat(jahr.laeuft()).isFalse();
            var folge = spiel.neueste((String) jahr.zuletzt("aktenzeichen"));
            assertThat((List<?>) folge.wert("feldergebnisse")).hasSize(2);
            assertThat((List<?>) folge.wert("massnahmen")).hasSize(2);
        });
    }

    @Test
    @Tag("R38")
    @DisplayName("R38: Beschließt der Rat die Fortschreibung, ist das Jahr abgeschlossen")
    void fortschreibungBeschlossen() {
        mitPlatzhaltern(() -> {
            var jahr = fortschreibung();
            weiter(jahr, "handlungsfelder", Map.of());
            weiter(jahr, "massnahmen", Map.of());
            weiter(jahr, "beschluss", zeile("beschlussErgebnis", "beschlossen"));
            assertThat(jahr.ende()).isEqualTo("jahr-abgeschlossen");
        });
    }

    /** A year whose Fortschreibung has chosen its field. */
    private Spiel.Akte fortschreibung() {
        var jahr = spiel.wurzel("umsetzung", programm());
        berichtet(jahr, 70).erledige("steuerungsgruppe", "jahr-abschliessen", zeile("jahrEntscheidung", "fortschreiben"));
        return jahr.erledige("integrationsbeauftragte", "fortschreibung-vorbereiten", zeile("fortschreibungFelder", List.of("Sprache")));
    }

    private void weiter(Spiel.Akte akte, String prozess, Map<String, Object> ergebnis) {
        engine.getTaskService().complete(akte.aufgabe("warten-" + prozess).getId(), Spiel.json(ergebnis));
    }

    /** What is called here has stories of its own; for this one, each called process is a single task. */
    private void mitPlatzhaltern(Runnable geschichte) {
        var bereitstellung = engine.getRepositoryService().createDeployment().name("Platzhalter");
        List.of("leitungswechsel", "handlungsfelder", "massnahmen", "beschluss", "auflage")
                .forEach(p -> bereitstellung.addModelInstance(p + ".bpmn", platzhalter(p)));
        String id = bereitstellung.deploy().getId();
        try {
            geschichte.run();
        } finally {
            engine.getRepositoryService().deleteDeployment(id, true);
        }
    }

    private static BpmnModelInstance platzhalter(String prozess) {
        return Bpmn.createExecutableProcess(prozess).camundaHistoryTimeToLiveString("P1D").startEvent()
                .userTask("warten-" + prozess).name("Warten").camundaCandidateGroups("integrationsbeauftragte").endEvent().done();
    }
}
