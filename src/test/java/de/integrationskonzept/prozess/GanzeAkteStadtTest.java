package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.RestSpiel.angaben;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Eine Stadt von der Anlage bis zum Ende des zweiten Jahres der Umsetzung")
class GanzeAkteStadtTest extends GanzeAkte {

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
}
