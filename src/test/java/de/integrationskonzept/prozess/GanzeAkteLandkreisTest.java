package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.RestSpiel.angaben;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Ein Landkreis von der Anlage bis zum Ende des zweiten Jahres der Umsetzung")
class GanzeAkteLandkreisTest extends GanzeAkte {

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
}
