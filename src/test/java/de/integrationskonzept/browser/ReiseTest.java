package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.prozess.Spiel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff at work in Tasklist, with a real Chromium. What only repeats is done by {@link Spiel}. */
@Anwendungstest
@Tag("leere-datenbank") // lists that are not those of hundreds of stories
@DisplayName("Die Reise im Browser")
class ReiseTest {

    /** What the others answer, who are not looked at here. */
    private static final Map<String, Map<String, Object>> UEBRIGE = Map.of("beschluss-anstreben", Map.of("beschlussStand", "erreicht"));

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Autowired
    Spiel spiel;

    @Test
    @Tag("R61")
    @DisplayName("Eine Stadt kommt vom leeren Formular über eine rote Ampel bis zum Schreiben an alle Beschäftigten")
    void vomAnlegenBisZumStartschreiben() {
        String nummer = UUID.randomUUID().toString().substring(0, 4);
        Arbeitsplatz beauftragte = chromium.vorDerAnmeldung("integrationsbeauftragte").bild("anmelden").anmelden();

        Spiel.Akte akte = legtDieAkteAn(beauftragte, "41.2/2026-" + nummer, "41.2/2025-" + nummer);
        klaertDenAuftrag(beauftragte, akte, "41.2/2026-" + nummer);

        Arbeitsplatz spitze = chromium.anmelden("verwaltungsspitze");
        spitze.oeffne(akte.aufgabe("auftrag-erteilen")).uebernehme().fuelle(
                "auftragErteilt", "Nein",
                "auftragGrund", "Der Haushalt ist noch nicht beschlossen.").schliesseAb();

        plantDieRessourcen(beauftragte, akte);
        Arbeitsplatz kaemmerei = chromium.anmelden("kaemmerei");
        kaemmerei.oeffne(akte.aufgabe("mittel-pruefen")).uebernehme().fuelle(
                "mittelBestaetigt", "Ja, vollständig", "mittelGesichert", "15500").bild("mittel-pruefen").schliesseAb();
        spitze.oeffne(akte.aufgabe("ressourcen-zusagen")).uebernehme().fuelle(
                "zusageErteilt", "Ja, verbindlich",
                "zusageDatum", "10.02.2027",
                "zusageUnterzeichner", "Dr. Vera Beispiel, Oberbürgermeisterin",
                "zusageFundstelle", "10.3/2027-11",
                "projektauftrag", true, "projektauftragDatum", "10.02.2027").schliesseAb();

        legtDieAusrichtungFest(beauftragte, akte);
        sammeltUnterstuetzung(beauftragte, akte);
        chromium.anmelden("planung").oeffne(akte.aufgabe("planung-abstimmen")).uebernehme().fuelle(
                "ansaetze", List.of("Lebenslagen: Alter, Geschlecht, Fähigkeiten, Armut, Bildung",
                        "Sozialraum: was Ortsteile bieten und wo Hürden und Lücken sind"),
                "ansatzGruende", "Beides zusammen zeigt, wo es fehlt.",
                "lebenslagen", List.of("Bildung und Ausbildung", "Armut und Einkommen"),
                "quartiere", "Nordstadt und Bahnhofsviertel",
                "planungsorientierung", "Abgestimmt mit der Stadtentwicklung.")
                .zeile("plaene", 0, "plan", "Stadtentwicklungskonzept", "ergebnis", "passt zusammen",
                        "freigabeDurch", "Stadtplanungsamt", "freigabeAm", "01.02.2027").schliesseAb();
        beteiligt(beauftragte, akte);
        beauftragte.oeffne(akte.aufgabe("interessen-notieren")).uebernehme().fuelle("interessenKeine", true).schliesseAb();

        akte.spieleBis(UEBRIGE, "startreife-pruefen");
        rotFuehrtZurueck(beauftragte, akte);
        erteiltDenAuftragDoch(spitze, akte);
        akte.spieleBis(UEBRIGE, "startreife-pruefen");
        gibtFrei(beauftragte, akte);
        verschiebtDenZeitplan(beauftragte, akte);
        gibtDasStartsignal(spitze, akte);

        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }

    private Spiel.Akte legtDieAkteAn(Arbeitsplatz beauftragte, String zeichen, String vergeben) {
        spiel.beginne(Map.of("aktenzeichen", vergeben, "kommuneName", "Landkreis Musterland", "planBeginn", "2027-01-01", "planEnde", "2028-12-31"));
        beauftragte.beginneVorgang("Integrationskonzept").bild("akte-anlegen");
        beauftragte.startknopf().click();
        assertThat(beauftragte.fehler()).contains("Diese Angabe fehlt.").noneMatch(f -> f.startsWith("Field"));
        beauftragte.fuelle("einwohner", "0", "aktenzeichen", "?");
        assertThat(beauftragte.feld("einwohner")).containsText("Mindestens 1.");
        assertThat(beauftragte.feld("aktenzeichen").locator(".fjs-form-field-error")).not().containsText("pattern");

        beauftragte.fuelle(
                "aktenzeichen", vergeben,
                "kommuneName", "Stadt Musterstadt",
                "kommuneTyp", "Kreisfreie Stadt",
                "einwohner", "120000",
                "leitungAnrede", "Oberbürgermeisterin",
                "leitungName", "Dr. Vera Beispiel",
                "gremium", "Stadtrat",
                "federfuehrung", "Kim Muster",
                "verfahrenWunsch", "Ausführlich: jedes Thema für sich",
                "planBeginn", "01.01.2027", "planEnde", "31.12.2028");
        assertThat(beauftragte.starteAbgelehnt()).contains("„" + vergeben + "“ ist schon vergeben").doesNotContain("ENGINE-", "Exception");

        beauftragte.fuelle("aktenzeichen", zeichen).starte();
        return spiel.akte(zeichen);
    }

    private void klaertDenAuftrag(Arbeitsplatz beauftragte, Spiel.Akte akte, String zeichen) {
        akte.jobs();
        beauftragte.filter("Meine Gruppen").oeffne("Auftrag klären", zeichen + " · Stadt Musterstadt").bild("aufgabenliste");
        assertThat(beauftragte.abschliessen()).isDisabled();
        beauftragte.uebernehme();
        assertThat(beauftragte.schliesseAbMitFehlern()).contains("Bitte prüfen Sie die rot markierten Angaben.");
        assertThat(beauftragte.fehler()).contains("Diese Angabe fehlt.");
        beauftragte.bild("fehlende-angabe");

        beauftragte.fuelle("selbstklaerung", "Ich soll die Ämter an einen Tisch holen und ein Konzept vorlegen.")
                .zeile("grundlagen", 0, "art", "Stellenbeschreibung", "nummer", "ohne", "datum", "01.09.2026",
                        "unterzeichner", "Personalamt", "fundstelle", "Personalakte")
                .zeile("grundlagen", 1, "art", "Nur mündlich erteilt", "datum", "02.11.2026",
                        "unterzeichner", "Sozialreferentin")
                .bild("liste-ausfuellen")
                .loescheZeile("grundlagen", 1)
                .fuelle("auftragLabel", "Zusammenleben")
                .zeile("chancen", 0, "art", "Chance", "text", "Fachkräfte bleiben, wenn ihre Familien ankommen.")
                .fuelle("beschlussAnstreben", "Ja")
                .schliesseAb();
        assertThat(akte.offen()).contains("auftrag-erteilen", "beschluss-anstreben", "ressourcen-planen").doesNotContain("auftrag-klaeren");
    }

    private void plantDieRessourcen(Arbeitsplatz beauftragte, Spiel.Akte akte) {
        beauftragte.oeffne(akte.aufgabe("ressourcen-planen")).uebernehme()
                .zeile("stellen", 0, "rolle", "Leitung", "person", "Kim Muster", "stunden", "19,5",
                        "von", "01.01.2027", "bis", "31.12.2028", "leitung", true)
                .zeile("mittel", 0, "art", "Begleitung von außen", "betrag", "12000", "jahr", "2027", "herkunft", "Eigene Mittel")
                .zeile("mittel", 1, "art", "Veranstaltungen", "betrag", "3500", "jahr", "2027", "herkunft", "Eigene Mittel")
                .zeile("mittel", 2, "art", "Räume", "betrag", "0", "jahr", "2027", "herkunft", "Eigene Mittel",
                        "grund", "Die Räume des Rathauses genügen.")
                .zeile("unterstuetzungen", 0, "wer", "Alex Beispiel", "aufgabe", "Einladungen und Protokolle", "stunden", "4")
                .fuelle("begleitungGewuenscht", "Ja",
                        "begleitungGrund", "Neutral moderieren kann nur jemand von außen.",
                        "begleitungAufgaben", List.of("Neutral moderieren", "Uns entlasten"),
                        "zusageVorhanden", "Nein")
                .schliesseAb();
    }

    private void legtDieAusrichtungFest(Arbeitsplatz beauftragte, Spiel.Akte akte) {
        beauftragte.oeffne(akte.aufgabe("ausrichtung-vorbereiten")).uebernehme().fuelle(
                "funktionen", List.of("Integration als Aufgabe aller Ämter verankern"),
                "tiefeVorschlag", "Rahmenkonzept",
                "tiefeGruende", "Damit kommen wir in zwei Jahren ans Ziel.").schliesseAb();

        // The Verwaltungsspitze decided on paper; somebody else must say so.
        beauftragte.oeffne(akte.aufgabe("ausrichtung-entscheiden")).uebernehme().fuelle(
                "ausrichtungEinverstanden", "Ja, ich entscheide jetzt",
                "tiefe", "Rahmenkonzept",
                "tiefeBegruendung", "Wie vorgeschlagen.",
                "tiefeDurch", "Die Verwaltungsspitze",
                "tiefeDatum", "01.03.2027",
                "tiefeFundstelle", "10.3/2027-14");
        assertThat(beauftragte.schliesseAbAbgelehnt()).contains("Diese Entscheidung trifft eine andere Stelle.",
                "wer wann entschieden hat und wo das Papier liegt").doesNotContain("ENGINE-", "Exception", "Cannot");
        beauftragte.fuelle(
                "ausrichtungImAuftrag", true,
                "ausrichtungEntschiedenVon", "Dr. Vera Beispiel",
                "ausrichtungEntschiedenAm", "01.03.2027",
                "ausrichtungPapier", "10.3/2027-14").bild("im-auftrag").schliesseAb();
    }

    private void sammeltUnterstuetzung(Arbeitsplatz beauftragte, Spiel.Akte akte) {
        beauftragte.oeffne(akte.aufgabe("unterstuetzung-sammeln")).uebernehme();
        int vorbelegt = beauftragte.zeilen("stakeholder").count();
        assertThat(vorbelegt).as("die Liste ist mit üblichen Stellen vorbelegt").isGreaterThan(5);
        for (int zeile = 0; zeile < vorbelegt; zeile++) {
            if (beauftragte.inhalt("stakeholder-organisation_" + zeile).isEmpty()) {
                beauftragte.fuelle("stakeholder-organisation_" + zeile, "Verein Miteinander e. V.");
            }
        }
        beauftragte.zeile("stakeholder", vorbelegt, "organisation", "Volkshochschule", "bereich", "Von außen", "art", "Bildung").schliesseAb();
        assertThat(akte.zuletzt("stakeholder").toString()).contains("Volkshochschule", "Verein Miteinander");
    }

    private void beteiligt(Arbeitsplatz beauftragte, Spiel.Akte akte) {
        beauftragte.oeffne(akte.aufgabe("beteiligung-planen")).uebernehme()
                .fuelle("beteiligungZiel", "Die Menschen sagen selbst, was ihnen hilft.")
                .zeile("formate", 0, "wer", "Familien in der Nordstadt", "wann", "Frühjahr 2027", "format", "Workshop")
                .fuelle("fachbereiche", List.of("Soziales", "Wirtschaft")).schliesseAb();
        chromium.anmelden("fachbereich-soziales").oeffne(akte.aufgabe("mitwirkung-zusagen", "fachbereich-soziales")).uebernehme().fuelle(
                "mitwirkungZugesagt", "Ja", "ansprechperson", "Robin Muster", "vertretung", "Sascha Muster", "stunden", "8",
                "beteiligungMitgetragen", "Ja").schliesseAb();
    }

    private void rotFuehrtZurueck(Arbeitsplatz beauftragte, Spiel.Akte akte) {
        assertThat(akte.zuletzt("ampel")).isEqualTo("rot");
        beauftragte.oeffne(akte.aufgabe("startreife-pruefen")).uebernehme();
        assertThat(beauftragte.formular()).containsText("Rot. Mindestens eine Frage hält den Start auf.");
        assertThat(beauftragte.feld("entscheidung")).not().containsText("Der Start wird freigegeben");
        beauftragte.bild("startreife-rot").fuelle("entscheidung", "Einzelne Themen noch einmal öffnen",
                "themenOffen", List.of("Beauftragung", "Beteiligung")).schliesseAb();
        assertThat(akte.offen()).contains("auftrag-erteilen").doesNotContain("ressourcen-planen", "auftrag-klaeren");

        beauftragte.oeffne(akte.aufgabe("beteiligung-planen"));
        assertThat(beauftragte.inhalt("beteiligungZiel")).as("die früheren Antworten stehen noch da")
                .isEqualTo("Die Menschen sagen selbst, was ihnen hilft.");
        assertThat(beauftragte.inhalt("formate-wer_0")).isEqualTo("Familien in der Nordstadt");
        beauftragte.uebernehme().schliesseAb();
    }

    private void erteiltDenAuftragDoch(Arbeitsplatz spitze, Spiel.Akte akte) {
        spitze.oeffne(akte.aufgabe("auftrag-erteilen")).uebernehme().fuelle("auftragErteilt", "Nein");
        assertThat(spitze.inhalt("auftragGrund")).isEqualTo("Der Haushalt ist noch nicht beschlossen.");
        spitze.fuelle(
                "auftragErteilt", "Ja, der Auftrag ist erteilt",
                "auftragDatum", "15.03.2027",
                "auftragUnterzeichner", "Dr. Vera Beispiel, Oberbürgermeisterin",
                "auftragFundstelle", "10.3/2027-15",
                "federfuehrungUebertragen", true, "federfuehrungPerson", "Kim Muster",
                "unterstuetzungZugesagt", true).schliesseAb();
    }

    private void gibtFrei(Arbeitsplatz beauftragte, Spiel.Akte akte) {
        assertThat(akte.zuletzt("ampel")).as("Startreife " + akte.zuletzt("startreife")).isIn("gelb", "grün");
        beauftragte.oeffne(akte.aufgabe("startreife-pruefen")).uebernehme().fuelle("entscheidung", "Der Start wird freigegeben");
        if (akte.zuletzt("ampel").equals("gelb")) {
            beauftragte.fuelle("befundeBegruendung", "Die Hinweise sind besprochen und stehen dem Beginn nicht entgegen.");
        }
        beauftragte.bild("startreife-gelb").schliesseAb();
    }

    private void verschiebtDenZeitplan(Arbeitsplatz beauftragte, Spiel.Akte akte) {
        beauftragte.oeffne(akte.aufgabe("akte-nachtragen")).uebernehme().fuelle(
                "nachtragArt", "Ein neuer Zeitplan",
                "planBeginn", "01.02.2027", "planEnde", "31.01.2029",
                "planGrund", "Die Stelle ist erst ab Februar besetzt.").bild("akte-nachtragen").schliesseAb();
        beauftragte.oeffne(akte.aufgabe("akte-nachtragen"));
        assertThat(beauftragte.formular()).containsText("Der Zeitplan ist geändert");
    }

    private void gibtDasStartsignal(Arbeitsplatz spitze, Spiel.Akte akte) {
        spitze.oeffne(akte.aufgabe("startsignal-geben")).uebernehme();
        assertThat(spitze.inhalt("briefText")).as("der Entwurf kennt die Akte").contains("Musterstadt");
        spitze.fuelle("startsignal", "Ja, das Projekt beginnt",
                "briefText", spitze.inhalt("briefText") + "\nWir freuen uns auf Ihre Ideen.",
                "briefUnterzeichner", "Dr. Vera Beispiel, Oberbürgermeisterin",
                "briefDatum", "01.04.2027").bild("startsignal").schliesseAb();
        assertThat(akte.zuletzt("briefText").toString()).endsWith("Wir freuen uns auf Ihre Ideen.");
        assertThat(akte.offen()).contains("startschreiben-versenden");
    }
}
