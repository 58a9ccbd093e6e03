package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.mittel;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.stelle;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Time, money and help: settled before the start. */
@Anwendungstest
@Tag("postgresql")
class RessourcenTest {

    @Autowired
    Spiel spiel;

    private Spiel.Befund befund(String frage, String schritt, Object... antworten) {
        return spiel.beginne(stadt()).spieleBis(gut().anders(schritt, antworten), "startreife-pruefen").befund(frage);
    }

    @Test
    @Tag("R16")
    @DisplayName("R16: Ohne Arbeitszeit je Person und Zeitraum lässt sich kein Ressourcenplan abgeben")
    void arbeitszeit() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        var plan = gut().get("ressourcen-planen");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "ressourcen-planen", mit(plan, "stellen", List.of()))).isNotEmpty();
        assertThat(akte.abgelehnt("integrationsbeauftragte", "ressourcen-planen", mit(plan, "stellen",
                List.of(zeile("rolle", "Leitung", "von", "2027-01-01"))))).as("hours and end").hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    @Tag("R16")
    @DisplayName("R16: Bestätigen die Vorgesetzten die Freistellung nicht, wird die Frage nach den Ressourcen gelb")
    void ohneFreistellung() {
        assertThat(befund("Ressourcen", "beteiligung-bestaetigen", "freistellungBestaetigt", false)).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("Freistellung");
        });
    }

    @Test
    @Tag("R17")
    @DisplayName("R17: Eine Null mit Begründung zählt als Antwort, eine Null ohne Begründung fällt auf")
    void nullNurMitGrund() {
        var mitGrund = List.of(mittel("begleitung", 40000), mit(mittel("raeume", 0), "grund", "Rathaus"), mittel("veranstaltungen", 1));
        var ohneGrund = List.of(mittel("begleitung", 40000), mittel("raeume", 0), mittel("veranstaltungen", 1));
        assertThat(befund("Ressourcen", "ressourcen-planen", "mittel", mitGrund).ampel()).isEqualTo("grün");
        assertThat(befund("Ressourcen", "ressourcen-planen", "mittel", ohneGrund)).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("Null ohne Begründung");
        });
    }

    @Test
    @Tag("R17")
    @DisplayName("R17: Begleitung, Räume und Veranstaltungen wollen je eine Antwort; fehlt eine Art, wird es gelb")
    void jedeArtBeantwortet() {
        assertThat(befund("Ressourcen", "ressourcen-planen", "mittel", List.of(mittel("begleitung", 40000)))).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("Kostenart");
        });
    }

    @Test
    @Tag("R17")
    @DisplayName("R17: Die Kämmerei prüft die geplanten Mittel; lehnt sie ab, wird es rot, bestätigt sie nur zum Teil, gelb")
    void kaemmereiPrueft() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "mittel-pruefen");
        assertThat(akte.rolle(akte.aufgabe("mittel-pruefen"))).isEqualTo("kaemmerei");
        assertThat(akte.inhalt("mittel-pruefen", "mittel").toString()).contains("40000");

        assertThat(befund("Ressourcen", "mittel-pruefen", "mittelBestaetigt", "nein").ampel()).isEqualTo("rot");
        assertThat(befund("Ressourcen", "mittel-pruefen", "mittelBestaetigt", "teilweise").ampel()).isEqualTo("gelb");
    }

    @Test
    @Tag("R18")
    @DisplayName("R18: Hilft niemand aus dem Haus bei der laufenden Arbeit, wird es gelb")
    void ohneHilfe() {
        assertThat(befund("Ressourcen", "ressourcen-planen", "unterstuetzungen", List.of())).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("mithilft");
        });
    }

    @Test
    @Tag("R19")
    @DisplayName("R19: Sagt die Spitze die Ressourcen nicht zu, ist die Ampel rot und der Start nicht zu haben")
    void ohneZusage() {
        var akte = spiel.beginne(stadt()).spieleBis(gut().anders("ressourcen-zusagen", "zusageErteilt", "nein"), "startreife-pruefen");
        assertThat(akte.befund("Ressourcen").ampel()).isEqualTo("rot");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "weiter"))).isNotEmpty();
    }

    @Test
    @Tag("R19")
    @DisplayName("R19: Eine Zusage braucht Datum, Unterschrift und Fundstelle")
    void zusageMitPapier() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-zusagen");
        assertThat(akte.abgelehnt("verwaltungsspitze", "ressourcen-zusagen", zeile("zusageErteilt", "ja", "zusageDatum", null,
                "zusageUnterzeichner", null, "zusageFundstelle", null))).hasSize(3);
    }

    @Test
    @Tag("R19")
    @Tag("R4")
    @DisplayName("R19, R4: Eine Zusage, die schon vorliegt, wird eingetragen; die Spitze wird nicht noch einmal gefragt")
    void zusageLiegtVor() {
        var akte = spiel.beginne(stadt()).spieleBis(gut().anders("ressourcen-planen", "zusageVorhanden", "ja",
                "zusageDatum", "2026-10-01", "zusageUnterzeichner", "Rita Muster", "zusageFundstelle", "Akte 7",
                "projektauftrag", true), "startreife-pruefen");
        assertThat(akte.erledigt()).doesNotContain("verwaltungsspitze/ressourcen-zusagen");
        assertThat(akte.befund("Ressourcen").ampel()).as("recorded by the Integrationsbeauftragte").isEqualTo("gelb");
        assertThat(akte.befund("Ressourcen").satz()).contains("im Auftrag");
    }

    @Test
    @Tag("R20")
    @DisplayName("R20: Endet der Vertrag der Leitung vor dem geplanten Ende, fällt das auf")
    void befristeteLeitung() {
        assertThat(befund("Verantwortung", "ressourcen-planen", "stellen", List.of(stelle("2028-06-30")))).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("Vertrag der Leitung");
        });
    }

    @Test
    @Tag("R20")
    @DisplayName("R20: Rückt das geplante Ende hinter das Vertragsende, fällt es bei der nächsten Prüfung auf")
    void planRuecktHinterDenVertrag() {
        var drehbuch = gut().anders("ressourcen-planen", "stellen", List.of(stelle("2029-01-31")));
        var akte = spiel.beginne(stadt()).spieleBis(drehbuch, "startreife-pruefen");
        assertThat(akte.befund("Verantwortung").ampel()).isEqualTo("grün");

        akte.erledige("integrationsbeauftragte", "akte-nachtragen", zeile("nachtragArt", "plan", "planBeginn", "2027-01-01",
                "planEnde", "2029-12-31", "planGrund", "Wahl"));
        akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "zurueck", "themenOffen", List.of("projekt")))
                .spieleBis(drehbuch, "startreife-pruefen");
        assertThat(akte.befund("Verantwortung").satz()).contains("Vertrag der Leitung");
    }

    @Test
    @Tag("R59")
    @DisplayName("R59: Begleitung von außen ohne Geld wird gelb, und bewusst ohne Begleitung ebenso")
    void begleitung() {
        assertThat(befund("Begleitung", "ressourcen-planen", "mittel", List.of(mit(mittel("begleitung", 0), "grund", "offen"),
                mittel("raeume", 1), mittel("veranstaltungen", 1)))).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("ohne Geld");
        });
        assertThat(befund("Begleitung", "ressourcen-planen", "begleitungGewuenscht", "nein").ampel()).isEqualTo("gelb");
        assertThat(befund("Begleitung", "ressourcen-planen").ampel()).isEqualTo("grün");
    }
}
