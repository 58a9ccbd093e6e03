package de.integrationskonzept.browser;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.prozess.Drehbuch;
import de.integrationskonzept.prozess.Spiel;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The second half in Tasklist, with a real Chromium: a field of action, its measures, and a year of implementation. */
@Anwendungstest
@Tag("lang")
@Tag("leere-datenbank") // lists that are not those of hundreds of stories
@DisplayName("Ein Handlungsfeld und ein Jahr der Umsetzung im Browser")
class HandlungsfeldReiseTest {

    private static final String ZIEL = "Mehr Menschen sprechen gut Deutsch";
    private static final Drehbuch DREHBUCH = gut().anders("ausrichtung-entscheiden", "tiefe", "programm", "fortschreibungJahre", 3)
            .anders("handlungsfelder-festlegen", "handlungsfelder",
                    List.of(zeile("name", "Sprache und Bildung", "fachbereich", "fachbereich-bildung")));

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Autowired
    Spiel spiel;

    @Test
    @Tag("R58")
    @Tag("R69")
    @Tag("R70")
    @Tag("R71")
    @DisplayName("Von der Benennung der Leitung bis zu zugesagten Maßnahmen, und bis zum ersten Jahresbericht")
    void vomHandlungsfeldBisZumJahresbericht() {
        String zeichen = "47-" + UUID.randomUUID().toString().substring(0, 6);
        Spiel.Akte akte = spiel.beginne(mit(stadt(), "aktenzeichen", zeichen)).spieleBis(DREHBUCH, "leitung-benennen");
        Arbeitsplatz bildung = chromium.anmelden("fachbereich-bildung");
        Arbeitsplatz gruppe = chromium.anmelden("ag-leitung");
        erarbeitetDasFeld(akte, bildung, gruppe);
        vereinbartMassnahmen(akte, bildung, gruppe);

        akte.spieleBis(DREHBUCH);
        assertThat(akte.ende()).isEqualTo("umsetzung-beginnt");
        berichtetUeberDasJahr(spiel.neueste(zeichen).zeitKommt("berichtszeit"));
        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }

    private static void erarbeitetDasFeld(Spiel.Akte akte, Arbeitsplatz bildung, Arbeitsplatz gruppe) {
        bildung.oeffne(akte.aufgabe("leitung-benennen")).uebernehme().fuelle("leitungBenannt", "Ja", "leitung", "Jo Weber",
                "leitungKennung", "Muster Leitung einer Arbeitsgruppe", "leitungKompetenz", "Leitet seit Jahren die Sprachförderung",
                "stunden", "4").bild("leitung-benennen").schliesseAb();

        // The named lead finds the task already in hand.
        gruppe.oeffne(akte.aufgabe("bestand-aufnehmen")).zeile("mitglieder", 0, "name", "Ada Yıldız", "organisation", "Volkshochschule")
                .fuelle("bestand", "Es gibt Kurse am Vormittag, kaum am Abend.",
                        "lebenslagenBestand", "Alleinerziehende finden keine Kurse mit Kinderbetreuung.",
                        "quartiereBestand", "In der Nordstadt fehlt ein Treffpunkt.").schliesseAb();
        gruppe.oeffne(akte.aufgabe("ziele-setzen"))
                .zeile("ziele", 0, "ziel", ZIEL, "messung", "Bestandene Prüfungen", "zielBis", "31.12.2031",
                        "verantwortlich", "Volkshochschule", "akzeptiert", "ja", "realistisch", "ja")
                .zeile("kennzahlen", 0, "kennzahl", "Bestandene B1-Prüfungen", "kennzahlZiel", ZIEL, "einheit", "Anzahl",
                        "quelle", "Volkshochschule", "ausgangswert", "120", "zielwert", "200")
                .bild("ziele-setzen").schliesseAb();
        gruppe.oeffne(akte.aufgabe("ergebnis-billigen"));
        assertThat(gruppe.formular().innerText()).as("what is to be approved can be read").contains(ZIEL);
        gruppe.fuelle("agBilligung", "Ja", "agDatum", "20.05.2028", "agTeilnehmende", "9",
                "agProtokoll", "Ablage 47/3").bild("ergebnis-billigen").schliesseAb();
        akte.jobs();
        assertThat(akte.wert("feldergebnisse").toString()).contains("gebilligt", "Bestandene B1-Prüfungen");
    }

    private static void vereinbartMassnahmen(Spiel.Akte akte, Arbeitsplatz bildung, Arbeitsplatz gruppe) {
        gruppe.oeffne(akte.aufgabe("massnahmen-planen")).zeile("massnahmenDesFelds", 0, "titel", "Abendkurse mit Kinderbetreuung", "ziel", ZIEL,
                "stelleArt", "Ein Fachbereich", "stelleFachbereich", "Bildung", "beginn", "01.01.2029", "ende", "31.12.2030",
                "kostenJaehrlich", "24000", "verbindlichkeit", "durch Zusage der Stelle").bild("massnahmen-planen").schliesseAb();
        akte.jobs();
        assertThat(akte.wert("massnahmen").toString()).contains("nummer=1.1", "zusage=offen");
        bildung.oeffne(akte.aufgabe("massnahmen-zusagen")).uebernehme()
                .fuelle("zusagen-zusage_0", "Ja", "zusageAnsprechperson", "Kim Beispiel").bild("massnahmen-zusagen").schliesseAb();
        akte.jobs();
        assertThat(akte.wert("massnahmen").toString()).as("binding only now").contains("zusage=ja");
    }

    private void berichtetUeberDasJahr(Spiel.Akte jahr) {
        chromium.anmelden("controlling").oeffne(jahr.aufgabe("umsetzung-berichten")).uebernehme()
                .fuelle("kennzahlenBericht-istwert_0", "135", "massnahmenBericht-stand_0", "läuft", "erreichtePersonen", "310",
                        "berichtZusammenfassung", "Der erste Abendkurs ist voll.")
                .bild("jahresbericht").schliesseAb();
        chromium.anmelden("steuerungsgruppe").oeffne(jahr.aufgabe("jahr-abschliessen")).uebernehme()
                .fuelle("folgen", "Ein zweiter Kurs beginnt im Herbst.", "jahrEntscheidung", "Weiter wie bisher")
                .bild("jahr-abschliessen").schliesseAb();
        jahr.jobs();
        assertThat(jahr.laeuft()).as("the year is over, the next one waits").isFalse();
    }
}
