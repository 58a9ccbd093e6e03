package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.RestSpiel.angaben;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.dokument.AlleDokumente;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;

/** What the whole files have in common that go from the start form to the end of the second year of implementation, over REST only. */
@Anwendungstest
@Tag("einmal")
abstract class GanzeAkte {

    static final String IB = "integrationsbeauftragte";
    static final String SPITZE = "verwaltungsspitze";
    static final String GRUPPE = "steuerungsgruppe";

    @Autowired
    RestSpiel spiel;
    @Autowired
    AlleDokumente dokumente;

    void papier(RestSpiel.Akte akte, int mindestens) {
        if (!"postgresql".equals(System.getProperty("datenbank"))) {
            dokumente.pruefe(akte.id(), mindestens);
        }
    }

    /** Half-way: the Handlungsfelder are agreed, with no more work than the thing is worth. */
    static void felderVereinbart(RestSpiel.Akte akte, List<String> felder, String titel, int grenze) {
        System.out.println(akte.tabelle(titel, grenze));
        assertThat(StreamSupport.stream(akte.wert("handlungsfelder").spliterator(), false).map(f -> f.path("name").asText()).toList())
                .isEqualTo(felder);
        assertThat(akte.schritte()).as("tasks that people met").hasSizeLessThanOrEqualTo(30);
        assertThat(akte.erledigt()).as("completions").isLessThanOrEqualTo(grenze);
        assertThat(akte.erledigt(SPITZE)).as("completions of the Spitze").isLessThanOrEqualTo(5);
        akte.jeRolle().forEach((rolle, anzahl) -> {
            if (rolle.startsWith("fachbereich-")) {
                assertThat(anzahl).as("completions of %s", rolle).isLessThanOrEqualTo(2);
            }
        });
        assertThat(akte.zugleichOffen()).allSatisfy((rolle, anzahl) -> assertThat(anzahl).as("open at once for %s", rolle)
                .isLessThanOrEqualTo(7));
    }

    /** At the very end: nothing is stranded, nobody but the lead of working groups (several people) had a pile on the table. */
    static void ordentlich(RestSpiel.Akte akte, String titel, int grenze) {
        System.out.println(akte.tabelle(titel, grenze));
        assertThat(akte.stoerungen()).as("incidents").isEmpty();
        assertThat(akte.instanzen()).hasSizeGreaterThan(4).allSatisfy(i -> {
            assertThat(i.path("businessKey").asText()).as("business key of %s", i.path("processDefinitionKey"))
                    .isEqualTo(akte.instanzen().get(0).path("businessKey").asText()).isNotBlank();
            assertThat(i.path("tenantId").asText()).isEqualTo("09999999");
            assertThat(i.path("endTime").isNull()).as("%s has ended", i.path("processDefinitionKey")).isFalse();
        });
        akte.zugleichOffen().forEach((rolle, anzahl) -> {
            if (!rolle.equals(ZweiteHaelfte.AG)) {
                assertThat(anzahl).as("open at once for %s", rolle).isLessThanOrEqualTo(7);
            }
        });
    }

    static void zielvereinbarungen(RestSpiel.Akte akte) {
        akte.erledige(IB, "zielvereinbarungen-vorbereiten", angaben("zvFachbereiche", List.of("fachbereich-soziales", "fachbereich-jugend"),
                "zvLaufzeitMonate", 12, "zvGespraeche", "einmal im Quartal", "zvAbweichung", "Die Steuerungsgruppe berät", "zvUnterschrift", "Leitung"));
    }

    /** The light of one question of the readiness check, as the Integrationsbeauftragte see it. */
    static String ampel(RestSpiel.Akte akte, String frage) {
        return StreamSupport.stream(akte.amSchirm(IB, "startreife-pruefen", "startreife").spliterator(), false)
                .filter(z -> z.path("frage").asText().startsWith(frage + ":")).map(z -> z.path("ampel").asText()).findFirst()
                .orElseThrow(() -> new AssertionError("no question on " + frage));
    }

    static void projektstart(RestSpiel.Akte akte, int empfaenger) {
        akte.erledige(SPITZE, "startsignal-geben", angaben("startsignal", "ja",
                "briefText", akte.amSchirm(SPITZE, "startsignal-geben", "briefText").asText(), "briefUnterzeichner", "Leitung der Verwaltung",
                "briefDatum", "2027-05-10", "startsignalImAuftrag", false));
        akte.erledige(IB, "startschreiben-versenden", versand(empfaenger));
    }

    static Map<String, Object> versand(int empfaenger) {
        return angaben("versandArt", "buero", "versandDatum", "2027-05-12", "versandWege", List.of("mail", "intranet"), "versandAnzahl", empfaenger,
                "versandNachweis", "Verteiler und Sendebericht in der Akte", "versandAlle", "ja");
    }

    static Map<String, Object> ressourcen(List<Map<String, Object>> stellen, int begleitung) {
        return angaben("stellen", stellen,
                "mittel", List.of(angaben("art", "begleitung", "betrag", begleitung, "jahr", 2027, "herkunft", "eigen", "haushaltsstelle", "3.1.5.1"),
                        angaben("art", "raeume", "betrag", 1500, "jahr", 2027, "herkunft", "eigen"),
                        angaben("art", "veranstaltungen", "betrag", 10000, "jahr", 2028, "herkunft", "beantragt")),
                "unterstuetzungen", List.of(angaben("wer", "Hauptamt", "aufgabe", "Einladungen und Protokolle", "stunden", 4)),
                "begleitungGewuenscht", "ja", "begleitungGrund", "Neutrale Moderation",
                "begleitungAufgaben", List.of("beraten", "moderieren"), "zusageVorhanden", "nein");
    }

    static Map<String, Object> zusage(String tag) {
        return angaben("zusageErteilt", "ja", "zusageDatum", tag, "zusageUnterzeichner", "Leitung der Verwaltung",
                "zusageFundstelle", "Verfügung vom " + tag, "projektauftrag", true, "projektauftragDatum", tag, "zusageImAuftrag", false);
    }

    static List<Map<String, Object>> gemeinden() {
        return List.of(angaben("name", "Auental", "ansprechperson", "Frau Kraus"), angaben("name", "Mühlbach"),
                angaben("name", "Sankt Jörgen", "ansprechperson", "Herr Weiß"));
    }

    static List<Map<String, Object>> stakeholder() {
        return List.of("bildung", "jugend", "soziales", "wirtschaft", "auslaenderbehoerde", "hauptamt", "personal",
                "migrantenorganisation").stream().map(art -> angaben("organisation", "Stelle " + art,
                "bereich", art.equals("migrantenorganisation") ? "aussen" : "innen", "art", art, "einfluss", "mittel")).toList();
    }

    static Map<String, Object> beteiligung(List<String> fachbereiche) {
        return angaben("beteiligungZiel", "Wer betroffen ist, redet mit.",
                "formate", List.of(angaben("wer", "Bewohner*innen im Quartier Nord", "wann", "Herbst 2027", "format", "workshop",
                        "sprache", "Deutsch, Türkisch, Ukrainisch")),
                "fachbereiche", fachbereiche, "barrierearm", "Kinderbetreuung und Dolmetschen");
    }

    static Map<String, Object> bestaetigung() {
        return angaben("beteiligungGewollt", "ja", "beteiligungDatum", "2027-04-20", "beteiligungFundstelle", "Vermerk 20.04.",
                "freistellungBestaetigt", true, "befristungGeprueft", true, "beteiligungImAuftrag", false);
    }

    static Map<String, Object> mitwirkung(String mitgetragen) {
        return angaben("mitwirkungZugesagt", "ja", "ansprechperson", "Amtsleitung", "vertretung", "Sachgebietsleitung", "stunden", 3,
                "beteiligungMitgetragen", mitgetragen, "mitwirkungImAuftrag", false);
    }

    static Map<String, Object> projekt() {
        return angaben("projektform", "ja", "projektZiele", "Beschlossenes Konzept mit Maßnahmen bis zum geplanten Ende",
                "projektStruktur", List.of("projektleitung", "projektteam", "arbeitsgruppen"), "projektLeitung", "Integrationsbeauftragte*r",
                "steuerungsgruppeVorgesehen", "ja", "steuerungVorsitz", "Leitung der Verwaltung",
                "kommunikation", "Intranet, Presse, Newsletter", "interdisziplinaer", "Je Handlungsfeld zwei Ämter", "leitbildVorhanden", false);
    }

    static Map<String, Object> sitzung(String beginn, String ende) {
        return angaben("mitglieder", List.of(
                        angaben("name", "Dr. Vogelsang", "organisation", "Verwaltungsleitung", "seite", "verwaltung", "funktion", "vorsitz"),
                        angaben("name", "A. Haddad", "organisation", "Beirat für Migration", "seite", "stakeholder", "funktion", "stellvertretung"),
                        angaben("name", "P. Schmitt", "organisation", "Jobcenter", "seite", "stakeholder", "funktion", "mitglied")),
                "sitzungstag", "2027-06-08", "sitzungenProJahr", 2, "ladungsfristTage", 9, "beschlussfaehigkeit", "mehr-als-haelfte",
                "umlaufverfahren", "ja", "prozessdesign", "Bestandsaufnahme, Leitbild, Arbeitsgruppen, Entwurf, Beschluss",
                "kommunikationsweg", "Protokoll binnen zwei Wochen an alle Ämter", "planBeginn", beginn, "planEnde", ende);
    }

    static Map<String, Object> billigung() {
        return angaben("billigung", "ja", "protokollNummer", "SG 1/2027", "protokollDatum", "2027-06-08",
                "protokollOrt", "Rathaus, kleiner Saal", "designImAuftrag", false);
    }

    static Map<String, Object> feld(String name, String fachbereich) {
        return angaben("name", name, "fachbereich", fachbereich, "begruendung", "Ergebnis der Vorgespräche");
    }

    static void vorschlag(RestSpiel.Akte akte, List<Map<String, Object>> felder) {
        akte.erledige(IB, "handlungsfelder-vorschlagen", angaben("handlungsfelder", felder,
                "vorschlagAbgestimmt", List.of("fachbereich-soziales", "fachbereich-bildung")));
    }

    static Map<String, Object> festlegung(List<Map<String, Object>> felder) {
        return angaben("handlungsfelder", felder, "felderEntscheidung", "festgelegt", "felderProtokoll", "SG 2/2027",
                "felderDatum", "2027-07-06", "felderImAuftrag", false);
    }

    static Map<String, Object> ohne(Map<String, Object> angaben, String schluessel) {
        angaben.remove(schluessel);
        return angaben;
    }
}
