package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.RestSpiel.angaben;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Eine kleine Gemeinde von der Anlage bis zum Ende des zweiten Jahres der Umsetzung")
class GanzeAkteGemeindeTest extends GanzeAkte {

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
}
