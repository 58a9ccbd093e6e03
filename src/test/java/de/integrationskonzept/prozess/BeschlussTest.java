package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.integrationskonzept.Anwendungstest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The draft of the concept goes through the bodies of the Kommune, and what they say decides how it goes on. */
@Anwendungstest
@Tag("postgresql")
class BeschlussTest {

    private static final List<Map<String, Object>> FELDER = List.of(
            zeile("feld", "Bildung", "stand", "gebilligt", "ziele", List.of(zeile("ziel", "Mehr Abschlüsse"), zeile("ziel", "Kita"))),
            zeile("feld", "Wohnen", "stand", "gebilligt"),
            zeile("feld", "Kultur", "stand", "zusammengelegt"));
    private static final List<Map<String, Object>> MASSNAHMEN = List.of(massnahme("1.1", "Bildung", "ja"),
            massnahme("1.2", "Bildung", "nein"), massnahme("1.3", "Bildung", "offen"), massnahme("2.1", "Wohnen", "gestrichen"));
    private static final Map<String, Object> PROGRAMM = zeile("tiefe", "programm", "verfahren", "ausfuehrlich", "gremium", "stadtrat",
            "feldergebnisse", FELDER, "massnahmen", MASSNAHMEN, "beiratVorhanden", "nein");
    private static final Map<String, Object> VORLAGE = zeile("beschlussVorschlag", "Das Konzept wird beschlossen.",
            "beratungen", List.of(beratung("Sozialausschuss", "vorberatung", "2028-03-01"), beratung("Stadtrat", "beschluss", "2028-04-01")));
    private static final List<Map<String, Object>> ERGEBNISSE = List.of(
            zeile("gremium", "Sozialausschuss", "termin", "2028-03-01", "ergebnis", "einstimmig empfohlen"),
            zeile("gremium", "Stadtrat", "termin", "2028-04-01", "ergebnis", "31 zu 9"));
    private static final Map<String, Object> BESCHLOSSEN = zeile("beratungsergebnisse", ERGEBNISSE, "beschlussErgebnis", "beschlossen",
            "konzeptBeschlussNummer", "12/2028", "konzeptBeschlussDatum", "2028-04-01", "konzeptBeschlussOrt", "Ratsinformation");

    @Autowired
    Spiel spiel;

    @Autowired
    RepositoryService verwaltung;

    private static Map<String, Object> massnahme(String nummer, String feld, String zusage) {
        return zeile("nummer", nummer, "feld", feld, "zusage", zusage);
    }

    private static Map<String, Object> beratung(String gremium, String art, String termin) {
        return zeile("gremium", gremium, "art", art, "termin", termin, "oeffentlich", "ja");
    }

    private Spiel.Akte bisZumBeschluss(Map<String, Object> akte) {
        return bisZumBeschluss("beschluss", akte);
    }

    private Spiel.Akte bisZumBeschluss(String prozess, Map<String, Object> akte) {
        return spiel.wurzel(prozess, akte).erledige("integrationsbeauftragte", "konzept-vorlegen", VORLAGE)
                .erledige("verwaltungsspitze", "vorlage-freigeben", zeile("vorlageFreigabe", "ja", "konzeptVorwort", "Es geht um uns alle."));
    }

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
    @DisplayName("I1: Die Felder einer früheren Rückgabe stehen nicht im Weg, wenn das Konzept beim nächsten Mal beschlossen wird")
    void fruehereRueckgabe() throws IOException {
        JsonNode bedingung = baustein("beschluss-erfassen", "feld-zurueckFelder").path("conditional").path("hide");
        Map<String, Object> frueher = mit(PROGRAMM, "zurueckNach", "handlungsfelder", "zurueckFelder", List.of("Wohnen"));
        assertThat(feel(bedingung, mit(frueher, "beschlussErgebnis", "zurueck"))).isEqualTo(false);
        assertThat(feel(bedingung, mit(frueher, "beschlussErgebnis", "beschlossen"))).as("hidden in the browser").isEqualTo(true);
    }

    private static JsonNode baustein(String schritt, String id) throws IOException {
        List<JsonNode> gefunden = new ArrayList<>();
        new ObjectMapper().readTree(Path.of("forms/beschluss/beschluss-" + schritt + ".form").toFile()).path("components")
                .forEach(k -> gefunden.add(k));
        return gefunden.stream().filter(k -> k.path("id").asText().equals(id)).findFirst().orElseThrow();
    }

    /** What the browser makes of an expression of the form. */
    private static Object feel(JsonNode ausdruck, Map<String, Object> werte) {
        return FeelEngineBuilder.forJava().build().evaluateExpression(ausdruck.asText().substring(1), werte).result();
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
    @Tag("I1")
    @DisplayName("I1: Beschlossen: Nummer, Datum und Ergebnisse stehen in der Akte, und das Konzept wird veröffentlicht")
    void beschlossen() {
        var akte = bisZumBeschluss(PROGRAMM);
        assertThat(akte.inhalt("beschluss-erfassen", "beratungsergebnisse").toString()).contains("Sozialausschuss", "Stadtrat", "2028-04-01");
        assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(BESCHLOSSEN, "konzeptBeschlussNummer", null,
                "konzeptBeschlussDatum", null, "konzeptBeschlussOrt", null))).hasSize(3);
        akte.erledige("sitzungsdienst", "beschluss-erfassen", BESCHLOSSEN);
        assertThat(akte.wert("beschlussErgebnis")).isEqualTo("beschlossen");
        assertThat(akte.wert("konzeptBeschlussNummer")).isEqualTo("12/2028");

        assertThat(akte.abgelehnt("integrationsbeauftragte", "konzept-veroeffentlichen", zeile("veroeffentlichtAm", null,
                "veroeffentlichtOrt", null, "veroeffentlichtFassungen", null, "veroeffentlichtInformiert", null))).hasSize(4);
        assertThat(akte.abgelehnt("integrationsbeauftragte", "konzept-veroeffentlichen", zeile("veroeffentlichtFassungen",
                List.of("uebersetzung"), "veroeffentlichtSprachen", null))).hasSize(1);
        akte.erledige("integrationsbeauftragte", "konzept-veroeffentlichen", zeile("veroeffentlichtFassungen", List.of("barrierefrei", "druck")));
        assertThat(akte.laeuft()).isFalse();
        assertThat(akte.ende()).isEqualTo("konzept-beschlossen");
        assertThat(akte.zuletzt("beratungsergebnisse").toString()).contains("31 zu 9");
    }

    @Test
    @Tag("I1")
    @DisplayName("I1: Mit Auflagen: jede nennt, wer sie bis wann erfüllt, sonst gilt der Beschluss nicht als erfasst")
    void mitAuflagen() {
        var akte = bisZumBeschluss(PROGRAMM);
        var ohne = mit(BESCHLOSSEN, "beschlussErgebnis", "mit-auflagen");
        assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(ohne, "auflagen", List.of()))).hasSize(1);
        assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(ohne, "auflagen",
                List.of(zeile("auflage", "Kosten prüfen"))))).hasSize(2);
        assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(ohne, "auflagen",
                List.of(zeile("auflage", "Kosten prüfen", "zustaendig", "niemand", "bis", "2028-12-31"))))).hasSize(1);

        akte.erledige("sitzungsdienst", "beschluss-erfassen", mit(ohne, "auflagen",
                List.of(zeile("auflage", "Kosten prüfen", "zustaendig", "fachbereich-soziales", "bis", "2028-12-31"))));
        assertThat(akte.wert("auflagen").toString()).contains("Kosten prüfen", "fachbereich-soziales");
        assertThat(akte.offen()).containsExactly("konzept-veroeffentlichen");
        akte.erledige("integrationsbeauftragte", "konzept-veroeffentlichen", zeile());
        assertThat(akte.ende()).isEqualTo("konzept-beschlossen");
    }

    @Test
    @Tag("I1")
    @DisplayName("I1: Zurück an den Entwurf: die Vorlage wird überarbeitet, mit den Gründen vor Augen, und noch einmal beraten")
    void zurueckAnDenEntwurf() {
        var akte = bisZumBeschluss(PROGRAMM);
        var zurueck = mit(BESCHLOSSEN, "beschlussErgebnis", "zurueck", "zurueckNach", "entwurf");
        assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(zurueck, "zurueckGruende", null))).hasSize(1);
        assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(zurueck, "zurueckNach", null))).isNotEmpty();

        akte.erledige("sitzungsdienst", "beschluss-erfassen", mit(zurueck, "zurueckGruende", "Kürzer fassen"));
        assertThat(akte.offen()).containsExactly("konzept-vorlegen");
        assertThat(akte.inhalt("konzept-vorlegen", "zurueckGruende")).isEqualTo("Kürzer fassen");
        assertThat(akte.inhalt("konzept-vorlegen", "beschlussErgebnis")).isEqualTo("zurueck");

        akte.erledige("integrationsbeauftragte", "konzept-vorlegen", mit(VORLAGE, "beratungen", List.of(
                        beratung("Sozialausschuss", "vorberatung", "2028-03-01"), beratung("Stadtrat", "beschluss", "2028-06-01"))))
                .erledige("verwaltungsspitze", "vorlage-freigeben", zeile("vorlageFreigabe", "ja"));
        assertThat(akte.inhalt("beschluss-erfassen", "beratungsergebnisse").toString()).contains("einstimmig empfohlen", "2028-06-01")
                .doesNotContain("31 zu 9");
        assertThat(akte.inhalt("beschluss-erfassen", "beschlussErgebnis")).as("the outcome is asked anew").isNull();
        akte.spieleBis(Map.of());
        assertThat(akte.ende()).isEqualTo("konzept-beschlossen");
        assertThat(akte.zuletzt("beschlussErgebnis")).isEqualTo("beschlossen");
    }

    @ParameterizedTest(name = "{0}")
    @Tag("I1")
    @ValueSource(strings = {"leitbild", "handlungsfelder", "massnahmen"})
    @DisplayName("I1: Zurück an eine frühere Phase: der Beschluss endet, und die Akte weiß, wohin und warum")
    void zurueckAnEinePhase(String phase) {
        var akte = bisZumBeschluss(PROGRAMM);
        var zurueck = mit(BESCHLOSSEN, "beschlussErgebnis", "zurueck", "zurueckNach", phase, "zurueckGruende", "Zu wenig");
        if (phase.equals("handlungsfelder")) {
            assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(zurueck, "zurueckFelder", List.of()))).hasSize(1);
            assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(zurueck, "zurueckFelder", List.of("Kultur")))).hasSize(1);
            zurueck = mit(zurueck, "zurueckFelder", List.of("Wohnen"));
        }
        akte.erledige("sitzungsdienst", "beschluss-erfassen", zurueck);
        assertThat(akte.laeuft()).isFalse();
        assertThat(akte.ende()).isEqualTo("konzept-zurueckgegeben");
        assertThat(akte.zuletzt("zurueckNach")).isEqualTo(phase);
        assertThat(akte.zuletzt("zurueckGruende")).isEqualTo("Zu wenig");
        assertThat(String.valueOf(akte.zuletzt("zurueckFelder"))).isEqualTo(phase.equals("handlungsfelder") ? "[\"Wohnen\"]" : "null");
    }

    @Test
    @Tag("I1")
    @DisplayName("I1: Kommt das Konzept nach einer Rückgabe wieder, beginnt die Vorlage mit den früheren Antworten und den Gründen")
    void zweiterDurchgang() {
        String rahmen = verwaltung.createDeployment().addModelInstance("beschluss-zweimal.bpmn", Bpmn.createExecutableProcess("beschluss-zweimal")
                .camundaHistoryTimeToLiveString("P1D").startEvent().callActivity("erster").calledElement("beschluss")
                .callActivity("zweiter").calledElement("beschluss").camundaAsyncBefore().endEvent().done()).deploy().getId();
        try {
            var akte = bisZumBeschluss("beschluss-zweimal", PROGRAMM).erledige("sitzungsdienst", "beschluss-erfassen", mit(BESCHLOSSEN,
                    "beschlussErgebnis", "zurueck", "zurueckNach", "leitbild", "zurueckGruende", "Das Leitbild ist zu blass"));
            assertThat(akte.wert("zurueckNach")).as("kept on the frame").isEqualTo("leitbild");
            assertThat(akte.inhalt("konzept-vorlegen", "beschlussVorschlag")).isEqualTo("Das Konzept wird beschlossen.");
            assertThat(akte.inhalt("konzept-vorlegen", "zurueckGruende")).isEqualTo("Das Leitbild ist zu blass");
            assertThat(akte.inhalt("konzept-vorlegen", "beratungen").toString()).contains("Sozialausschuss", "2028-04-01");
            akte.erledige("integrationsbeauftragte", "konzept-vorlegen", zeile());
            assertThat(akte.inhalt("vorlage-freigeben", "vorlageFreigabe")).isNull();
            akte.erledige("verwaltungsspitze", "vorlage-freigeben", zeile("vorlageFreigabe", "ja"))
                    .erledige("sitzungsdienst", "beschluss-erfassen", BESCHLOSSEN);
            assertThat(akte.wert("beschlussErgebnis")).isEqualTo("beschlossen");
        } finally {
            verwaltung.deleteDeployment(rahmen, true);
        }
    }

    @Test
    @Tag("I1")
    @Tag("R32")
    @DisplayName("I1, R32: Ein Rahmenkonzept hat keine Maßnahmen, an die es zurückgehen könnte")
    void rahmenOhneMassnahmen() {
        var akte = bisZumBeschluss(mit(PROGRAMM, "tiefe", "rahmen", "massnahmen", null));
        assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(BESCHLOSSEN, "beschlussErgebnis", "zurueck",
                "zurueckNach", "massnahmen", "zurueckGruende", "Zu wenig"))).hasSize(1);
        akte.erledige("sitzungsdienst", "beschluss-erfassen", mit(BESCHLOSSEN, "beschlussErgebnis", "zurueck",
                "zurueckNach", "handlungsfelder", "zurueckFelder", List.of("Bildung"), "zurueckGruende", "Zu wenig"));
        assertThat(akte.ende()).isEqualTo("konzept-zurueckgegeben");
    }

    @Test
    @Tag("I1")
    @DisplayName("I1: Abgelehnt: der Beschluss endet geordnet mit den Gründen, veröffentlicht wird nichts")
    void abgelehnt() {
        var akte = bisZumBeschluss(PROGRAMM);
        var nein = mit(BESCHLOSSEN, "beschlussErgebnis", "abgelehnt");
        assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(nein, "ablehnungGruende", null))).hasSize(1);
        akte.erledige("sitzungsdienst", "beschluss-erfassen", mit(nein, "ablehnungGruende", "Zu teuer"));
        assertThat(akte.laeuft()).isFalse();
        assertThat(akte.ende()).isEqualTo("konzept-abgelehnt");
        assertThat(akte.zuletzt("ablehnungGruende")).isEqualTo("Zu teuer");
        assertThat(akte.zuletzt("veroeffentlichtAm")).isNull();
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

    @Test
    @Tag("I1")
    @DisplayName("I1: Freigabe und Beschluss kann die Integrationsbeauftragte im Auftrag erfassen, mit Person, Tag und Papier")
    void imAuftrag() {
        var akte = spiel.wurzel("beschluss", PROGRAMM).erledige("integrationsbeauftragte", "konzept-vorlegen", VORLAGE);
        assertThat(akte.abgelehnt("integrationsbeauftragte", "vorlage-freigeben", zeile("vorlageFreigabe", "ja")))
                .singleElement().asString().contains("Im Auftrag");
        akte.erledige("integrationsbeauftragte", "vorlage-freigeben", zeile("vorlageFreigabe", "ja", "vorlageImAuftrag", true));
        akte.erledige("integrationsbeauftragte", "beschluss-erfassen", mit(BESCHLOSSEN, "beschlussImAuftrag", true,
                "beschlussPapier", "Niederschrift 4"));
        assertThat(akte.zuletzt("beschlussPapier")).isEqualTo("Niederschrift 4");
    }

    private static Map<String, Object> auflage(String zustaendig) {
        return zeile("auflage", "Kosten prüfen", "zustaendig", zustaendig, "bis", "2028-12-31");
    }

    @ParameterizedTest(name = "{0}")
    @Tag("I1")
    @ValueSource(strings = {"fachbereich-soziales", "integrationsbeauftragte"})
    @DisplayName("I1: Eine Auflage geht an die Stelle, die sie erfüllen soll, und ist erst mit einem Nachweis erledigt")
    void auflageErfuellen(String zustaendig) {
        var akte = spiel.wurzel("auflage", auflage(zustaendig));
        assertThat(akte.rolle(akte.aufgabe("auflage-erfuellen"))).isEqualTo(zustaendig);
        assertThat(akte.abgelehnt(zustaendig, "auflage-erfuellen", zeile("auflageErledigung", "erfuellt", "auflageWie", null,
                "auflageErfuelltAm", null, "auflageNachweis", null))).hasSize(3);
        akte.erledige(zustaendig, "auflage-erfuellen", zeile("auflageErledigung", "erfuellt", "auflageNachweis", "Vermerk 9"));
        assertThat(akte.ende()).isEqualTo("auflage-erfuellt");
        assertThat(akte.zuletzt("auflagenStand").toString()).contains("Kosten prüfen", zustaendig, "erfuellt", "Vermerk 9");
    }

    @Test
    @Tag("I1")
    @DisplayName("I1: Eine Auflage kann nur das Gremium erlassen, mit Datum, Beschluss und Grund")
    void auflageErlassen() {
        var akte = spiel.wurzel("auflage", auflage("fachbereich-soziales"));
        assertThat(akte.abgelehnt("fachbereich-soziales", "auflage-erfuellen", zeile("auflageErledigung", "erlassen",
                "auflageErlassenAm", null, "auflageErlassenPapier", null, "auflageErlassenGrund", null))).hasSize(3);
        akte.erledige("integrationsbeauftragte", "auflage-erfuellen", zeile("auflageErledigung", "erlassen",
                "auflageErlassenPapier", "Beschluss 40/2028", "auflageImAuftrag", true));
        assertThat(akte.ende()).isEqualTo("auflage-erlassen");
        assertThat(akte.zuletzt("auflagenStand").toString()).contains("erlassen", "Beschluss 40/2028");
    }
}
