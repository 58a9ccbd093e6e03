package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.RestSpiel.angaben;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.dokument.AlleDokumente;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job on real input: three files from the start form to the end of the second year, over REST only. */
@Anwendungstest
@DisplayName("Drei Akten von der Anlage bis zum Ende des zweiten Jahres der Umsetzung")
class DreiAktenTest {

    private static final String IB = "integrationsbeauftragte";
    private static final String SPITZE = "verwaltungsspitze";
    private static final String GRUPPE = "steuerungsgruppe";

    @Autowired
    RestSpiel spiel;
    @Autowired
    AlleDokumente dokumente;

    @Test
    @Tag("R7")
    @Tag("R19")
    @Tag("R61")
    @Tag("R65")
    @Tag("R66")
    @DisplayName("Kreisfreie Stadt, ausführlich: erst rot, ein Thema noch einmal, dann mit Gelb weiter bis zu sechs Handlungsfeldern")
    void kreisfreieStadt() {
        RestSpiel.Akte akte = spiel.beginne(angaben("aktenzeichen", "50-4620/2027-01", "kommuneName", "Stadt Rheinaue",
                "kommuneTyp", "kreisfreie-stadt", "einwohner", 121500, "leitungAnrede", "oberbuergermeisterin",
                "leitungName", "Dr. Annette Vogelsang", "gremium", "stadtrat", "federfuehrung", "Murat Yıldız, Amt für Soziales",
                "verfahrenWunsch", "ausfuehrlich", "planBeginn", "2027-01-11", "planEnde", "2028-12-15"));
        assertThat(akte.offen()).containsExactly("auftrag-klaeren");

        akte.erledige(IB, "auftrag-klaeren", angaben(
                "selbstklaerung", "Mein Auftrag ist, bis Ende 2028 ein Konzept vorzulegen, das alle Ämter mittragen. Offen ist noch, "
                        + "ob der Rat es beschließt oder nur zur Kenntnis nimmt.",
                "grundlagen", List.of(angaben("art", "stellenbeschreibung", "nummer", "11-2/4711", "datum", "2025-04-01",
                        "unterzeichner", "Personalamt", "fundstelle", "Personalakte, Register 3")),
                "auftragLabel", "Integrationskonzept der Stadt Rheinaue",
                "chancen", List.of(angaben("art", "chance", "text", "Fachkräfte für Pflege und Kitas gewinnen"),
                        angaben("art", "risiko", "text", "Wohnungsmangel verschärft Konkurrenz im Quartier Nord")),
                "beschlussAnstreben", "ja"));
        assertThat(akte.offen()).contains("auftrag-erteilen", "beschluss-anstreben", "ressourcen-planen", "interessen-notieren");

        akte.erledige("vorgesetzte", "beschluss-anstreben", angaben(
                "versuche", List.of(angaben("datum", "2027-01-20", "gespraech", "Fraktionsvorsitzende", "ergebnis", "Vorlage für März erbeten")),
                "vorlage", "V/2027/0312", "beschlussStand", "weiter", "beschlussImAuftrag", false));
        akte.erledige("vorgesetzte", "beschluss-anstreben", angaben(
                "versuche", List.of(angaben("datum", "2027-01-20", "gespraech", "Fraktionsvorsitzende", "ergebnis", "Vorlage für März erbeten"),
                        angaben("datum", "2027-03-18", "gespraech", "Stadtrat", "ergebnis", "mit großer Mehrheit beschlossen")),
                "vorlage", "V/2027/0312", "beschlussStand", "erreicht", "beschlussNummer", "B 47/2027",
                "beschlussDatum", "2027-03-18", "beschlussGremium", "Stadtrat", "beschlussFundstelle", "Ratsinformationssystem, TOP 9",
                "beschlussImAuftrag", false));
        akte.erledige(SPITZE, "auftrag-erteilen", angaben("auftragErteilt", "ja", "auftragDatum", "2027-03-22",
                "auftragUnterzeichner", "Oberbürgermeisterin Dr. Vogelsang", "auftragFundstelle", "Verfügung 01/2027",
                "federfuehrungUebertragen", true, "federfuehrungPerson", "Murat Yıldız", "unterstuetzungZugesagt", true,
                "auftragImAuftrag", false));
        assertThat(akte.wert("auftragsgrad").asText()).isEqualTo("A");

        List<Map<String, Object>> stellen = List.of(
                angaben("rolle", "Projektleitung", "person", "Murat Yıldız", "stunden", 19.5, "von", "2027-01-11", "bis", "2028-12-15",
                        "leitung", true, "vertragsende", "2029-06-30"),
                angaben("rolle", "Geschäftszimmer", "person", "Sabine Kern", "stunden", 6, "von", "2027-01-11", "bis", "2028-12-15",
                        "leitung", false));
        akte.erledige(IB, "ressourcen-planen", ressourcen(stellen, 80000));
        akte.erledige("kaemmerei", "mittel-pruefen", angaben("mittelBestaetigt", "nein", "mittelGesichert", 0,
                "mittelAuflagen", "80.000 € für die Begleitung sind im Haushalt 2027 nicht veranschlagt.", "mittelImAuftrag", false));
        akte.erledige(SPITZE, "ressourcen-zusagen", zusage("2027-04-06"));

        akte.erledige(IB, "ausrichtung-vorbereiten", angaben("adressaten", List.of("verwaltung", "gesellschaft"),
                "funktionen", List.of("querschnitt", "steuerung"), "tiefeVorschlag", "programm",
                "tiefeGruende", "Die Stadt braucht Maßnahmen mit Zuständigkeit und Geld, ein Leitbild gibt es schon."));
        akte.erledige(SPITZE, "ausrichtung-entscheiden", angaben("ausrichtungEinverstanden", "ja", "tiefe", "programm",
                "tiefeBegruendung", "Der Rat erwartet überprüfbare Ziele.", "fortschreibungJahre", 3, "tiefeDurch", "spitze",
                "tiefeDatum", "2027-04-06", "tiefeFundstelle", "Vermerk 14/2027", "ausrichtungImAuftrag", false));
        akte.erledige("planung", "planung-abstimmen", angaben("ansaetze", List.of("lebenslagen", "sozialraum"),
                "ansatzGruende", "Das Stadtentwicklungskonzept ist nach Quartieren gegliedert.",
                "lebenslagen", List.of("armut", "bildung"), "quartiere", "Quartier Nord, Altstadt, Hafenviertel",
                "plaene", List.of(angaben("plan", "Integriertes Stadtentwicklungskonzept 2035", "ergebnis", "stimmig",
                                "freigabeDurch", "Stadtplanungsamt, Frau Brandt", "freigabeAm", "2027-04-12"),
                        angaben("plan", "Jugendhilfeplanung", "ergebnis", "anzupassen", "anpassung", "Kitabedarf im Quartier Nord",
                                "freigabeDurch", "Jugendamt, Herr Ott", "freigabeAm", "2027-04-15")),
                "planungsorientierung", "Von der Lebenslage her, mit Blick auf das Quartier.", "planungImAuftrag", false));
        akte.erledige(IB, "unterstuetzung-sammeln", angaben("stakeholder", stakeholder(), "kontakte",
                List.of(angaben("datum", "2027-04-08", "mit", "Beirat für Migration", "ergebnis", "will in der Steuerungsgruppe mitarbeiten"))));
        List<String> fachbereiche = List.of("fachbereich-soziales", "fachbereich-bildung", "fachbereich-jugend",
                "fachbereich-wirtschaft", "fachbereich-kultur", "fachbereich-auslaenderbehoerde");
        akte.erledige(IB, "beteiligung-planen", beteiligung(fachbereiche));
        akte.erledige("vorgesetzte", "beteiligung-bestaetigen", bestaetigung());
        fachbereiche.forEach(f -> akte.erledige(f, "mitwirkung-zusagen", mitwirkung(f.equals("fachbereich-auslaenderbehoerde") ? "nein" : "ja")));
        akte.erledige(IB, "projekt-aufsetzen", projekt());
        akte.erledige(IB, "interessen-notieren", angaben("interessenKeine", false,
                "interessen", List.of(angaben("thema", "Standort der Beratungsstelle", "wer", "Dezernat II", "interesse", "eigener Standort")),
                "haltungen", List.of(angaben("organisation", "Gewerbeverein", "haltung", "abwartend", "interesse", "Ausbildung",
                        "erwartung", "wenig Papier", "hebel", "Handwerkskammer"))));

        assertThat(akte.offen()).containsExactly("startreife-pruefen");
        assertThat(akte.amSchirm(IB, "startreife-pruefen", "ampel").asText()).isEqualTo("rot");
        assertThat(ampel(akte, "Ressourcen")).as("die Kämmerei sagt nein").isEqualTo("rot");
        akte.erledige(IB, "startreife-pruefen", angaben("entscheidung", "zurueck", "themenOffen", List.of("ressourcen")));
        assertThat(akte.offen()).as("nur das offene Thema beginnt noch einmal").containsExactly("ressourcen-planen");

        akte.erledige(IB, "ressourcen-planen", ressourcen(stellen, 35000));
        akte.erledige("kaemmerei", "mittel-pruefen", angaben("mittelBestaetigt", "ja", "mittelGesichert", 46500, "mittelImAuftrag", false));
        akte.erledige(SPITZE, "ressourcen-zusagen", zusage("2027-05-03"));
        assertThat(akte.amSchirm(IB, "startreife-pruefen", "ampel").asText()).isEqualTo("gelb");
        assertThat(ampel(akte, "Ressourcen")).isEqualTo("grün");
        akte.erledige(IB, "startreife-pruefen", angaben("entscheidung", "weiter", "befundeBegruendung",
                "Die Ausländerbehörde trägt die Beteiligung noch nicht mit; sie kommt als Gast in die Steuerungsgruppe."));

        projektstart(akte, 412);
        akte.erledige(IB, "erste-sitzung-vorbereiten", sitzung("2027-01-11", "2028-12-15"));
        akte.erledige(GRUPPE, "prozessdesign-billigen", billigung());
        List<Map<String, Object>> felder = List.of(
                feld("Sprache und Bildung", "fachbereich-bildung"),
                feld("Ausbildung, Beruf, Arbeit", "fachbereich-wirtschaft"),
                feld("Gesundheit und Beratung", "fachbereich-soziales"),
                feld("Zusammenarbeit der Behörden und interkulturelle Öffnung", "fachbereich-auslaenderbehoerde"),
                feld("Antidiskriminierung, Teilhabe, Empowerment", "fachbereich-kultur"),
                feld("Wohnen und Mobilität", "fachbereich-jugend"));
        vorschlag(akte, felder);
        akte.erledige(GRUPPE, "handlungsfelder-festlegen", festlegung(felder));

        List<String> namen = felder.stream().map(f -> (String) f.get("name")).toList();
        felderVereinbart(akte, namen, "Stadt Rheinaue, kreisfrei, ausführlich", 45);

        int bisher = akte.erledigt();
        ZweiteHaelfte weiter = new ZweiteHaelfte(akte);
        weiter.leitbild();
        weiter.handlungsfelder(true);
        Map<String, String> traeger = new LinkedHashMap<>();
        felder.forEach(f -> traeger.put((String) f.get("name"), (String) f.get("fachbereich")));
        weiter.massnahmen(traeger);
        assertThat(akte.wert("massnahmen")).hasSize(24);
        weiter.zusagen("Maßnahme 1 Sprache und Bildung");
        akte.erledige(IB, "absagen-behandeln", angaben("absagen", ZweiteHaelfte.zeilen(akte.amSchirm(IB, "absagen-behandeln", "absagen"), z -> {
            z.putAll(angaben("weg", "stelle", "stelleArt", "institution", "stelleName", "Volkshochschule"));
            return z;
        })));
        weiter.zusagen();
        assertThat(akte.wert("massnahmen")).as("each is binding, one with another body").allMatch(m -> m.path("zusage").asText().equals("ja"));
        weiter.vorlage(true);
        weiter.beschluss("mit-auflagen", "auflagen", List.of(
                angaben("auflage", "Kosten der Maßnahme 3 beziffern", "zustaendig", "fachbereich-bildung", "bis", "2029-03-31"),
                angaben("auflage", "Ausschuss jährlich berichten", "zustaendig", IB, "bis", "2029-06-30")));
        weiter.veroeffentlichen();
        assertThat(akte.erledigt() - bisher).as("completions from the agreed fields to adoption").isLessThanOrEqualTo(70);
        akte.jeAufgabe("auflage-erfuellen", aufgabe -> angaben("auflageErledigung", "erfuellt", "auflageWie", "Erledigt",
                "auflageErfuelltAm", "2029-03-01", "auflageNachweis", "Vermerk", "auflageImAuftrag", false));
        weiter.dauerhaft(true, "2029-11-30");
        assertThat(akte.ende()).isEqualTo("umsetzung-beginnt");
        ordentlich(akte, "Stadt Rheinaue bis zur Verstetigung", 115);

        weiter.jahrMitKennzahlen(48, "weiter");
        weiter.jahrMitKennzahlen(55, "fortschreiben");
        akte.erledige(IB, "fortschreibung-vorbereiten", angaben("fortschreibungFelder", List.of("Wohnen und Mobilität"),
                "fortschreibungGrund", "Neue Lage am Wohnungsmarkt"));
        weiter.felderAusarbeiten(true);
        akte.jeAufgabe("massnahmen-planen", aufgabe -> angaben("massnahmenDesFelds", ZweiteHaelfte.zeilen(akte.angabe(aufgabe, "massnahmenDesFelds"), z -> z),
                "massnahmenImAuftrag", false));
        weiter.vorlage(true);
        weiter.beschluss("beschlossen");
        weiter.veroeffentlichen();
        assertThat(akte.wurzeln()).as("the file, two years, and the third that waits").hasSize(4);
        papier(akte, 18);
        assertThat(akte.offen()).isEmpty();
        assertThat(akte.stoerungen()).isEmpty();
    }

    @Test
    @Tag("R28")
    @Tag("R29")
    @Tag("R67")
    @DisplayName("Landkreis, ausführlich: eine Gemeinde tritt bei, eine lehnt ab, eine kommt nach dem Projektstart; vieles im Auftrag erfasst")
    void landkreisMitGemeinden() {
        RestSpiel.Akte akte = spiel.beginne(angaben("aktenzeichen", "SG 21 - 4030/27", "kommuneName", "Landkreis Queichtal",
                "kommuneTyp", "landkreis", "einwohner", 129000, "leitungAnrede", "landrat", "leitungName", "Fritz Hellmann",
                "gremium", "kreistag", "federfuehrung", "Leyla Demir, Stabsstelle Integration", "verfahrenWunsch", "ausfuehrlich",
                "planBeginn", "2027-02-01", "planEnde", "2029-01-31"));
        akte.erledige(IB, "auftrag-klaeren", angaben("selbstklaerung", "Auftrag, Federführung und Beschluss liegen vor.",
                "grundlagen", List.of(
                        angaben("art", "beschluss", "nummer", "KT 112/2026", "datum", "2026-11-09", "unterzeichner", "Landrat Hellmann",
                                "fundstelle", "Kreistagsinformationssystem"),
                        angaben("art", "auftragsschreiben", "nummer", "LR 5/2026", "datum", "2026-11-16", "unterzeichner", "Landrat Hellmann",
                                "fundstelle", "Akte 0103"),
                        angaben("art", "federfuehrung", "nummer", "LR 6/2026", "datum", "2026-11-16", "unterzeichner", "Landrat Hellmann",
                                "fundstelle", "Akte 0103"),
                        angaben("art", "unterstuetzung", "nummer", "LR 7/2026", "datum", "2026-11-16", "unterzeichner", "Landrat Hellmann",
                                "fundstelle", "Akte 0103")),
                "auftragLabel", "Gemeinsames Integrationskonzept von Kreis und Gemeinden",
                "chancen", List.of(angaben("art", "chance", "text", "Gemeinsame Sprachkurse"))));
        assertThat(akte.offen()).as("was schon vorliegt, wird nicht nachgespielt").doesNotContain("auftrag-erteilen", "beschluss-anstreben");
        assertThat(akte.wert("auftragsgrad").asText()).isEqualTo("A");

        akte.erledige(IB, "ausrichtung-vorbereiten", angaben("adressaten", List.of("verwaltung", "gesellschaft", "gemeinden"),
                "funktionen", List.of("steuerung", "dialog"), "gemeinsamesKonzeptVorschlag", "ja",
                "gemeinden", gemeinden(), "tiefeVorschlag", "rahmen", "tiefeGruende", "Jede Gemeinde entscheidet selbst über Maßnahmen."));
        akte.imAuftrag(SPITZE, "ausrichtung-entscheiden", "ausrichtung", "Landrat Hellmann", "2027-02-18", "Vermerk LR 11/2027",
                angaben("ausrichtungEinverstanden", "ja", "gemeinsamesKonzept", "ja", "gemeinden", gemeinden(), "tiefe", "rahmen",
                        "tiefeBegruendung", "Ein Rahmen, den die Gemeinden füllen.", "tiefeDurch", "spitze",
                        "tiefeFundstelle", "Vermerk LR 11/2027"));
        assertThat(akte.offen()).contains("beitritte-erfassen");
        akte.erledige(IB, "beitritte-erfassen", angaben("beitritteErfassung", List.of(
                angaben("name", "Auental", "entscheidung", "beigetreten", "entscheidungAm", "2027-03-02", "entscheidungPapier", "GR 14/2027"),
                angaben("name", "Mühlbach", "entscheidung", "abgelehnt", "entscheidungAm", "2027-03-09", "entscheidungPapier", "GR 3/2027, 5 zu 9"),
                angaben("name", "Sankt Jörgen", "entscheidung", "offen")), "restSpaeter", true));

        akte.erledige(IB, "ressourcen-planen", ressourcen(List.of(angaben("rolle", "Projektleitung", "person", "Leyla Demir",
                "stunden", 30, "von", "2027-02-01", "bis", "2029-01-31", "leitung", true, "vertragsende", "2028-06-30")), 45000));
        akte.imAuftrag("kaemmerei", "mittel-pruefen", "mittel", "Kreiskämmerer Roth", "2027-02-25", "E-Mail vom 25.02.2027, Akte 0103",
                angaben("mittelBestaetigt", "teilweise", "mittelGesichert", 40000, "mittelAuflagen", "Räume nur in kreiseigenen Gebäuden"));
        akte.imAuftrag(SPITZE, "ressourcen-zusagen", "zusage", "Landrat Hellmann", "2027-02-26", "Verfügung LR 12/2027",
                ohne(zusage("2027-02-26"), "zusageImAuftrag"));
        akte.imAuftrag("planung", "planung-abstimmen", "planung", "Kreisentwicklung, Frau Noll", "2027-03-01", "Vermerk KE 4/2027",
                angaben("ansaetze", List.of("sozialraum", "zielgruppen"), "ansatzGruende", "Die Gemeinden sind sehr verschieden.",
                        "quartiere", "Verbandsgemeinden als Sozialräume", "zielgruppen", List.of("gefluechtete", "weitere"),
                        "zielgruppenWeitere", "Saisonkräfte in der Landwirtschaft",
                        "plaene", List.of(angaben("plan", "Kreisentwicklungskonzept", "ergebnis", "offen")),
                        "planungsorientierung", "Vom Sozialraum her."));
        akte.erledige(IB, "unterstuetzung-sammeln", angaben("stakeholder", stakeholder(), "kontakte", List.of()));
        akte.erledige(IB, "beteiligung-planen", beteiligung(List.of("fachbereich-soziales", "fachbereich-jugend", "fachbereich-bildung")));
        akte.imAuftrag("vorgesetzte", "beteiligung-bestaetigen", "beteiligung", "Dezernentin Lang", "2027-03-04", "Vermerk D3 2/2027",
                ohne(bestaetigung(), "beteiligungImAuftrag"));
        akte.erledige("fachbereich-soziales", "mitwirkung-zusagen", mitwirkung("ja"));
        akte.erledige("fachbereich-jugend", "mitwirkung-zusagen", mitwirkung("ja"));
        akte.imAuftrag("fachbereich-bildung", "mitwirkung-zusagen", "mitwirkung", "Schulverwaltungsamt, Herr Ernst", "2027-03-05",
                "E-Mail vom 05.03.2027", ohne(mitwirkung("ja"), "mitwirkungImAuftrag"));
        akte.erledige(IB, "projekt-aufsetzen", projekt());
        akte.erledige(IB, "interessen-notieren", angaben("interessenKeine", true));

        assertThat(akte.amSchirm(IB, "startreife-pruefen", "ampel").asText()).isEqualTo("gelb");
        assertThat(ampel(akte, "Adressaten")).as("eine Gemeinde lehnt ab, eine ist offen").isEqualTo("gelb");
        assertThat(ampel(akte, "Ressourcen")).as("im Auftrag erfasst").isEqualTo("gelb");
        akte.erledige(IB, "startreife-pruefen", angaben("entscheidung", "weiter", "befundeBegruendung",
                "Mühlbach bleibt außen vor, Sankt Jörgen entscheidet im April. Die Papiere liegen in Akte 0103."));

        akte.imAuftrag(SPITZE, "startsignal-geben", "startsignal", "Landrat Hellmann", "2027-04-01", "Unterschriebenes Startschreiben",
                angaben("startsignal", "ja", "briefText", akte.amSchirm(SPITZE, "startsignal-geben", "briefText").asText(),
                        "briefUnterzeichner", "Landrat Hellmann", "briefDatum", "2027-04-01"));
        akte.erledige(IB, "startschreiben-versenden", versand(640));

        akte.erledige(IB, "akte-nachtragen", angaben("nachtragArt", "gemeinde", "gemeinde", "Sankt Jörgen", "entscheidung", "beigetreten",
                "entscheidungAm", "2027-04-20", "entscheidungPapier", "GR 21/2027"));
        JsonNode beitritte = akte.wert("beitritte");
        assertThat(beitritte).hasSize(3);
        assertThat(StreamSupport.stream(beitritte.spliterator(), false)
                .map(b -> b.path("gemeinde").asText() + ": " + b.path("entscheidung").asText()))
                .containsExactlyInAnyOrder("Auental: beigetreten", "Mühlbach: abgelehnt", "Sankt Jörgen: beigetreten");
        assertThat(akte.offen()).containsExactly("erste-sitzung-vorbereiten");

        akte.erledige(IB, "erste-sitzung-vorbereiten", sitzung("2027-02-01", "2029-01-31"));
        akte.erledige(GRUPPE, "prozessdesign-billigen", angaben("billigung", "nein", "billigungGruende",
                "Die beigetretenen Gemeinden fehlen in der Gruppe.", "protokollNummer", "SG 1", "protokollDatum", "2027-05-11",
                "protokollOrt", "Kreishaus, Raum 201", "designImAuftrag", false));
        akte.erledige(IB, "erste-sitzung-vorbereiten", sitzung("2027-02-01", "2029-01-31"));
        akte.erledige(GRUPPE, "prozessdesign-billigen", billigung());
        List<Map<String, Object>> felder = List.of("Sprache", "Bildung", "Arbeit", "Gesundheit", "Behörden", "Teilhabe", "Wohnen",
                        "Mobilität", "Dialog der Kulturen und Religionen").stream()
                .map(name -> feld(name, "Sprache,Bildung,Arbeit".contains(name) ? "fachbereich-bildung"
                        : "Gesundheit,Teilhabe,Wohnen".contains(name) ? "fachbereich-soziales" : "fachbereich-jugend")).toList();
        vorschlag(akte, felder);
        assertThat(akte.amSchirm(GRUPPE, "handlungsfelder-festlegen", "felderWarnung").asText()).contains("sehr viele");
        akte.imAuftrag(GRUPPE, "handlungsfelder-festlegen", "felder", "Steuerungsgruppe", "2027-06-15", "Protokoll SG 2/2027",
                angaben("handlungsfelder", felder, "felderEntscheidung", "festgelegt",
                        "felderVieleGrund", "Die Gemeinden wählen aus den neun Feldern je drei.", "felderProtokoll", "SG 2/2027",
                        "felderDatum", "2027-06-15"));

        felderVereinbart(akte, felder.stream().map(f -> (String) f.get("name")).toList(), "Landkreis Queichtal, ausführlich", 45);

        ZweiteHaelfte weiter = new ZweiteHaelfte(akte);
        weiter.leitbild();
        weiter.handlungsfelder(false);
        assertThat(akte.offen()).as("a frame concept has no list of measures").containsExactly("zielvereinbarungen-vorbereiten");
        zielvereinbarungen(akte);
        weiter.vorlage(true);
        weiter.beschluss("zurueck", "zurueckNach", "handlungsfelder", "zurueckFelder", List.of("Wohnen"), "zurueckGruende", "Wohnen fehlt die Kreissicht");
        assertThat(akte.offen()).as("only the field that was named").containsExactly("bestand-aufnehmen");
        weiter.felderAusarbeiten(false);
        zielvereinbarungen(akte);
        weiter.vorlage(true);
        weiter.beschluss("beschlossen");
        weiter.veroeffentlichen();
        weiter.dauerhaft(false, "2029-12-31");
        assertThat(akte.ende()).isEqualTo("umsetzung-beginnt");
        ordentlich(akte, "Landkreis Queichtal bis zur Verstetigung", 130);

        weiter.jahrMitZielvereinbarungen("weiter");
        weiter.jahrMitZielvereinbarungen("beenden", "endeDurch", "Kreistag", "endeAm", "2030-12-10", "endeGrund", "Aufgabe geht in die Sozialplanung über");
        assertThat(akte.wurzeln()).hasSize(3).allMatch(w -> !w.path("endTime").isNull());
        assertThat(akte.stoerungen()).isEmpty();
        papier(akte, 18);
    }

    @Test
    @Tag("R12")
    @Tag("R73")
    @Tag("I2")
    @DisplayName("Kleine Gemeinde, kompakt: ohne klaren Auftrag begonnen, die Bürgermeisterin entscheidet trotz Rot")
    void kleineGemeinde() {
        RestSpiel.Akte akte = spiel.beginne(angaben("aktenzeichen", "Wie-4620.27", "kommuneName", "Gemeinde Wiesenbach",
                "kommuneTyp", "gemeinde", "einwohner", 4200, "leitungAnrede", "erste-buergermeisterin", "leitungName", "Rosa Huber",
                "gremium", "gemeinderat", "federfuehrung", "Tanja Maier, Hauptamt", "verfahrenWunsch", "vorschlag",
                "planBeginn", "2027-03-01", "planEnde", "2028-02-29"));
        assertThat(akte.wert("verfahren").asText()).isEqualTo("kompakt");
        assertThat(akte.offen()).containsExactly("auftrag", "ausrichtung", "mitwirkung", "ressourcen");

        akte.erledige(IB, "auftrag", angaben("selbstklaerung", "Es gibt nur eine Bitte im Flur, aber viel guten Willen.",
                "grundlagen", List.of(angaben("art", "muendlich", "datum", "2027-02-22", "unterzeichner", "Bürgermeisterin Huber")),
                "auftragLabel", "Zusammenleben in Wiesenbach",
                "chancen", List.of(angaben("art", "chance", "text", "Nachwuchs für Feuerwehr und Vereine")), "beschlussAnstreben", "nein"));
        akte.erledige(IB, "ressourcen", angaben("stellen", List.of(angaben("rolle", "Hauptamt", "person", "Tanja Maier", "stunden", 4,
                        "von", "2027-03-01", "bis", "2028-02-29", "leitung", true)),
                "freistellungBestaetigt", true,
                "mittel", List.of(angaben("art", "raeume", "betrag", 0, "jahr", 2027, "herkunft", "eigen", "grund", "Das Rathaus ist frei."),
                        angaben("art", "veranstaltungen", "betrag", 1500, "jahr", 2027, "herkunft", "eigen", "haushaltsstelle", "0.0240"),
                        angaben("art", "begleitung", "betrag", 0, "jahr", 2027, "herkunft", "eigen", "grund", "Landratsamt berät kostenlos.")),
                "mittelBestaetigt", "ja", "unterstuetzungen", List.of(angaben("wer", "Asylhelferkreis", "aufgabe", "Einladungen", "stunden", 2)),
                "begleitungGewuenscht", "nein", "begleitungGrund", "Zu klein."));
        akte.erledige(IB, "ausrichtung", angaben(
                "verzichte", List.of(angaben("thema", "planungsansatz", "grund", "Keine eigene Planungsabteilung."),
                        angaben("thema", "begleitung", "grund", "Steht in keinem Verhältnis.")),
                "adressaten", List.of("verwaltung", "gesellschaft"), "funktionen", List.of("dialog"), "tiefeVorschlag", "rahmen",
                "tiefeBegruendung", "Ein paar klare Linien genügen."));
        akte.erledige(IB, "mitwirkung", angaben(
                "mitwirkungen", List.of(angaben("fachbereich", "Hauptamt", "mitwirkungZugesagt", "ja", "ansprechperson", "Tanja Maier",
                                "stunden", 4, "beteiligungMitgetragen", "ja"),
                        angaben("fachbereich", "Bauhof", "mitwirkungZugesagt", "nein", "beteiligungMitgetragen", "ja")),
                "stakeholder", List.of(angaben("organisation", "Sportverein", "art", "ehrenamt"),
                        angaben("organisation", "Deutsch-Syrischer Verein", "art", "migrantenorganisation")),
                "formate", List.of(angaben("wer", "alle", "wann", "Sommerfest 2027", "format", "Gesprächstische", "sprache", "Deutsch, Arabisch")),
                "projektform", "ja", "projektZiele", "Ein Blatt mit fünf Vorhaben.", "projektStruktur", List.of("leitung", "steuerungsgruppe"),
                "steuerungsgruppeVorgesehen", "ja", "kommunikation", "Gemeindeblatt", "interdisziplinaer", "Runder Tisch",
                "leitbildVorhanden", false));
        akte.imAuftrag(SPITZE, "zusagen", "zusage", "Bürgermeisterin Huber", "2027-03-15", "Handzettel, Ablage 4620",
                angaben("auftragErteilt", "nein", "zusageErteilt", "ja", "beteiligungGewollt", "ja", "tiefe", "rahmen",
                        "projektauftrag", false, "zusageGrund", "Einen förmlichen Auftrag gibt es erst nach der Haushaltsberatung."));
        assertThat(akte.wert("auftragsgrad").asText()).isEqualTo("C");
        assertThat(akte.amSchirm(IB, "startreife-pruefen", "ampel").asText()).isEqualTo("rot");
        assertThat(ampel(akte, "Planungsansatz")).as("begründeter Verzicht").isEqualTo("gelb");
        akte.erledige(IB, "startreife-pruefen", angaben("entscheidung", "spitze"));
        akte.erledige(SPITZE, "startreife-entscheiden", angaben("spitzeEntscheidung", "weiter", "uebersteuerungName", "Rosa Huber",
                "uebersteuerungGrund", "Wir fangen klein an; der Gemeinderat befasst sich im Mai damit.", "uebersteuerungImAuftrag", false));

        projektstart(akte, 23);
        akte.erledige(IB, "erste-sitzung-vorbereiten", sitzung("2027-03-01", "2028-02-29"));
        assertThat(akte.amSchirm(GRUPPE, "prozessdesign-billigen", "planBewertung").asText()).isEqualTo("zu-kurz");
        Map<String, Object> billigung = billigung();
        billigung.put("kurzplanBeschluss", "Zwölf Monate reichen für fünf Vorhaben in einem Ort mit 4.200 Menschen.");
        akte.erledige(GRUPPE, "prozessdesign-billigen", billigung);
        List<Map<String, Object>> felder = List.of(feld("Sprache und Begegnung", "fachbereich-bildung"),
                feld("Arbeit und Wohnen", "fachbereich-wirtschaft"), feld("Vereine und Ehrenamt", "fachbereich-kultur"));
        vorschlag(akte, felder);
        akte.erledige(GRUPPE, "handlungsfelder-festlegen", festlegung(felder));

        felderVereinbart(akte, felder.stream().map(f -> (String) f.get("name")).toList(), "Gemeinde Wiesenbach, 4.200 Menschen, kompakt", 18);

        int bisher = akte.erledigt();
        ZweiteHaelfte weiter = new ZweiteHaelfte(akte);
        weiter.leitbildKompakt();
        weiter.felderKompakt();
        zielvereinbarungen(akte);
        weiter.vorlage(false);
        weiter.beschluss("abgelehnt", "ablehnungGruende", "Kein Geld im Haushalt 2029");
        assertThat(akte.erledigt() - bisher).as("completions from the agreed fields to the resolution").isLessThanOrEqualTo(25);
        assertThat(akte.ende()).as("an ordered end").isEqualTo("konzept-abgelehnt");
        ordentlich(akte, "Gemeinde Wiesenbach bis zur Ablehnung", 43);
        assertThat(akte.offen()).isEmpty();
        assertThat(akte.wurzeln()).hasSize(1);
        papier(akte, 12);
    }

    /** What has become of the work on paper; it looks the same on every database. */
    private void papier(RestSpiel.Akte akte, int mindestens) {
        if (!"postgresql".equals(System.getProperty("datenbank"))) {
            dokumente.pruefe(akte.id(), mindestens);
        }
    }

    /** Half-way: the Handlungsfelder are agreed, with no more work than the thing is worth. */
    private static void felderVereinbart(RestSpiel.Akte akte, List<String> felder, String titel, int grenze) {
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
    private static void ordentlich(RestSpiel.Akte akte, String titel, int grenze) {
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

    private static void zielvereinbarungen(RestSpiel.Akte akte) {
        akte.erledige(IB, "zielvereinbarungen-vorbereiten", angaben("zvFachbereiche", List.of("fachbereich-soziales", "fachbereich-jugend"),
                "zvLaufzeitMonate", 12, "zvGespraeche", "einmal im Quartal", "zvAbweichung", "Die Steuerungsgruppe berät", "zvUnterschrift", "Leitung"));
    }

    /** The light of one question of the readiness check, as the Integrationsbeauftragte see it. */
    private static String ampel(RestSpiel.Akte akte, String frage) {
        return StreamSupport.stream(akte.amSchirm(IB, "startreife-pruefen", "startreife").spliterator(), false)
                .filter(z -> z.path("frage").asText().startsWith(frage + ":")).map(z -> z.path("ampel").asText()).findFirst()
                .orElseThrow(() -> new AssertionError("no question on " + frage));
    }

    private static void projektstart(RestSpiel.Akte akte, int empfaenger) {
        akte.erledige(SPITZE, "startsignal-geben", angaben("startsignal", "ja",
                "briefText", akte.amSchirm(SPITZE, "startsignal-geben", "briefText").asText(), "briefUnterzeichner", "Leitung der Verwaltung",
                "briefDatum", "2027-05-10", "startsignalImAuftrag", false));
        akte.erledige(IB, "startschreiben-versenden", versand(empfaenger));
    }

    private static Map<String, Object> versand(int empfaenger) {
        return angaben("versandArt", "buero", "versandDatum", "2027-05-12", "versandWege", List.of("mail", "intranet"), "versandAnzahl", empfaenger,
                "versandNachweis", "Verteiler und Sendebericht in der Akte", "versandAlle", "ja");
    }

    private static Map<String, Object> ressourcen(List<Map<String, Object>> stellen, int begleitung) {
        return angaben("stellen", stellen,
                "mittel", List.of(angaben("art", "begleitung", "betrag", begleitung, "jahr", 2027, "herkunft", "eigen", "haushaltsstelle", "3.1.5.1"),
                        angaben("art", "raeume", "betrag", 1500, "jahr", 2027, "herkunft", "eigen"),
                        angaben("art", "veranstaltungen", "betrag", 10000, "jahr", 2028, "herkunft", "beantragt")),
                "unterstuetzungen", List.of(angaben("wer", "Hauptamt", "aufgabe", "Einladungen und Protokolle", "stunden", 4)),
                "begleitungGewuenscht", "ja", "begleitungGrund", "Neutrale Moderation",
                "begleitungAufgaben", List.of("beraten", "moderieren"), "zusageVorhanden", "nein");
    }

    private static Map<String, Object> zusage(String tag) {
        return angaben("zusageErteilt", "ja", "zusageDatum", tag, "zusageUnterzeichner", "Leitung der Verwaltung",
                "zusageFundstelle", "Verfügung vom " + tag, "projektauftrag", true, "projektauftragDatum", tag, "zusageImAuftrag", false);
    }

    private static List<Map<String, Object>> gemeinden() {
        return List.of(angaben("name", "Auental", "ansprechperson", "Frau Kraus"), angaben("name", "Mühlbach"),
                angaben("name", "Sankt Jörgen", "ansprechperson", "Herr Weiß"));
    }

    private static List<Map<String, Object>> stakeholder() {
        return List.of("bildung", "jugend", "soziales", "wirtschaft", "auslaenderbehoerde", "hauptamt", "personal",
                "migrantenorganisation").stream().map(art -> angaben("organisation", "Stelle " + art,
                "bereich", art.equals("migrantenorganisation") ? "aussen" : "innen", "art", art, "einfluss", "mittel")).toList();
    }

    private static Map<String, Object> beteiligung(List<String> fachbereiche) {
        return angaben("beteiligungZiel", "Wer betroffen ist, redet mit.",
                "formate", List.of(angaben("wer", "Bewohner*innen im Quartier Nord", "wann", "Herbst 2027", "format", "workshop",
                        "sprache", "Deutsch, Türkisch, Ukrainisch")),
                "fachbereiche", fachbereiche, "barrierearm", "Kinderbetreuung und Dolmetschen");
    }

    private static Map<String, Object> bestaetigung() {
        return angaben("beteiligungGewollt", "ja", "beteiligungDatum", "2027-04-20", "beteiligungFundstelle", "Vermerk 20.04.",
                "freistellungBestaetigt", true, "befristungGeprueft", true, "beteiligungImAuftrag", false);
    }

    private static Map<String, Object> mitwirkung(String mitgetragen) {
        return angaben("mitwirkungZugesagt", "ja", "ansprechperson", "Amtsleitung", "vertretung", "Sachgebietsleitung", "stunden", 3,
                "beteiligungMitgetragen", mitgetragen, "mitwirkungImAuftrag", false);
    }

    private static Map<String, Object> projekt() {
        return angaben("projektform", "ja", "projektZiele", "Beschlossenes Konzept mit Maßnahmen bis zum geplanten Ende",
                "projektStruktur", List.of("projektleitung", "projektteam", "arbeitsgruppen"), "projektLeitung", "Integrationsbeauftragte*r",
                "steuerungsgruppeVorgesehen", "ja", "steuerungVorsitz", "Leitung der Verwaltung",
                "kommunikation", "Intranet, Presse, Newsletter", "interdisziplinaer", "Je Handlungsfeld zwei Ämter", "leitbildVorhanden", false);
    }

    private static Map<String, Object> sitzung(String beginn, String ende) {
        return angaben("mitglieder", List.of(
                        angaben("name", "Dr. Vogelsang", "organisation", "Verwaltungsleitung", "seite", "verwaltung", "funktion", "vorsitz"),
                        angaben("name", "A. Haddad", "organisation", "Beirat für Migration", "seite", "stakeholder", "funktion", "stellvertretung"),
                        angaben("name", "P. Schmitt", "organisation", "Jobcenter", "seite", "stakeholder", "funktion", "mitglied")),
                "sitzungstag", "2027-06-08", "sitzungenProJahr", 2, "ladungsfristTage", 9, "beschlussfaehigkeit", "mehr-als-haelfte",
                "umlaufverfahren", "ja", "prozessdesign", "Bestandsaufnahme, Leitbild, Arbeitsgruppen, Entwurf, Beschluss",
                "kommunikationsweg", "Protokoll binnen zwei Wochen an alle Ämter", "planBeginn", beginn, "planEnde", ende);
    }

    private static Map<String, Object> billigung() {
        return angaben("billigung", "ja", "protokollNummer", "SG 1/2027", "protokollDatum", "2027-06-08",
                "protokollOrt", "Rathaus, kleiner Saal", "designImAuftrag", false);
    }

    private static Map<String, Object> feld(String name, String fachbereich) {
        return angaben("name", name, "fachbereich", fachbereich, "begruendung", "Ergebnis der Vorgespräche");
    }

    private static void vorschlag(RestSpiel.Akte akte, List<Map<String, Object>> felder) {
        akte.erledige(IB, "handlungsfelder-vorschlagen", angaben("handlungsfelder", felder,
                "vorschlagAbgestimmt", List.of("fachbereich-soziales", "fachbereich-bildung")));
    }

    private static Map<String, Object> festlegung(List<Map<String, Object>> felder) {
        return angaben("handlungsfelder", felder, "felderEntscheidung", "festgelegt", "felderProtokoll", "SG 2/2027",
                "felderDatum", "2027-07-06", "felderImAuftrag", false);
    }

    private static Map<String, Object> ohne(Map<String, Object> angaben, String schluessel) {
        angaben.remove(schluessel);
        return angaben;
    }
}
