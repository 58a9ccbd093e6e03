package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.felder;
import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Was eine Sitzung entscheidet, steht danach in den Aufgaben, die darauf warten")
class SitzungTest extends Sitzungsakte {

    @Autowired
    TaskService aufgaben;

    @Test
    @Tag("R66")
    @DisplayName("R66: Von der Einladung bis zur Niederschrift; "
            + "die Billigung des Prozessdesigns steht danach schon in ihrer Aufgabe und ist mit einem Blick erfasst")
    void ganzerVerlauf() {
        var akte = bis("prozessdesign-billigen");
        rege(akte);
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("Sitzung vorbereiten");
        assertThat(akte.rolle(akte.aufgabe("sitzung-vorbereiten"))).isEqualTo(IB);
        assertThat(akte.inhalt("sitzung-vorbereiten", "sitzungTagesordnung"))
                .isEqualTo(List.of(zeile("punkt", "Prozessdesign billigen", "aufgabe", "prozessdesign-billigen")));
        assertThat(akte.inhalt("sitzung-vorbereiten", "ladungsfristTage")).isEqualTo(9);

        akte.erledige(IB, "sitzung-vorbereiten", EINLADUNG);
        assertThat(faellig(akte.aufgabe("sitzung-durchfuehren"))).isEqualTo("2026-12-08");
        assertThat(spalte(akte, "sitzung-durchfuehren", "sitzungAnwesende", "name")).isEqualTo(List.of("Rita Muster", "Jo Weber", "Ali Yılmaz"));
        assertThat(akte.inhalt("sitzung-durchfuehren", "sitzungMindestens")).isEqualTo(2);

        akte.erledige(IB, "sitzung-durchfuehren", gehalten(punkt("Prozessdesign billigen", "prozessdesign-billigen", "angenommen", null)));
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "prozessdesign-billigen");
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("Vorbelegte Aufgaben: 1");
        assertThat(List.of("billigung", "protokollNummer", "protokollDatum", "protokollOrt", "designImAuftrag", "designEntschiedenVon",
                "designEntschiedenAm", "designPapier")).extracting(name -> akte.inhalt("prozessdesign-billigen", name))
                .containsExactly("ja", "3/2026", "2026-12-10", "Ratsinformation", true, "Steuerungsgruppe", "2026-12-08", "3/2026, Ratsinformation");

        akte.erledige(IB, "prozessdesign-billigen", Map.of());
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "handlungsfelder-vorschlagen");
        assertThat(akte.zuletzt("designPapier")).isEqualTo("3/2026, Ratsinformation");
    }

    @Test
    @Tag("R67")
    @DisplayName("R67: Die Entscheidung über die Handlungsfelder kommt zurück: erst ein Nein mit Gründen, in der nächsten Sitzung das Ja")
    void handlungsfelder() {
        var akte = bis("handlungsfelder-festlegen");
        lade(akte).erledige(IB, "sitzung-durchfuehren", gehalten(punkt("Felder", "handlungsfelder-festlegen", "abgelehnt", "Wohnen fehlt")));
        assertThat(akte.inhalt("handlungsfelder-festlegen", "felderEntscheidung")).isEqualTo("zurueck");
        assertThat(akte.inhalt("handlungsfelder-festlegen", "felderGruende")).isEqualTo("Wohnen fehlt");
        akte.erledige(SG, "handlungsfelder-festlegen", Map.of()).spieleBis(gut(), "handlungsfelder-festlegen");
        assertThat(akte.inhalt("handlungsfelder-festlegen", "felderEntscheidung")).as("asked afresh").isNull();

        lade(akte).erledige(IB, "sitzung-durchfuehren", gehalten(punkt("Felder", "handlungsfelder-festlegen", "angenommen", "einstimmig")));
        assertThat(akte.inhalt("handlungsfelder-festlegen", "felderEntscheidung")).isEqualTo("festgelegt");
        akte.erledige(IB, "handlungsfelder-festlegen", Map.of());
        assertThat(akte.wert("phase")).isEqualTo("Leitbild");
    }

    @Test
    @Tag("R66")
    @DisplayName("R66: Vertagtes ändert nichts an seiner Aufgabe und steht mit allem anderen, was vertagt ist, auf der nächsten Tagesordnung")
    void vertagt() {
        var akte = bis("prozessdesign-billigen");
        lade(akte).erledige(IB, "sitzung-durchfuehren", gehalten(punkt("Prozessdesign billigen", "prozessdesign-billigen", "vertagt", null),
                punkt("Ein Logo", null, "vertagt", "bis März"), punkt("Bericht", null, "kenntnis", null)));
        assertThat(akte.inhalt("prozessdesign-billigen", "billigung")).isNull();
        assertThat(akte.inhalt("prozessdesign-billigen", "designImAuftrag")).isNull();
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("Vorbelegte Aufgaben: 0");

        lade(rege(akte), zeile("punkt", "Ein Logo"));
        assertThat(punkte(akte)).isEqualTo(List.of("Prozessdesign billigen", "Ein Logo"));
        akte.erledige(IB, "sitzung-durchfuehren", gehalten(punkt("Ein Logo", null, "angenommen", null)));
        akte.erledige(IB, "sitzung-vorbereiten", zeile("sitzungEinladen", "nein"));
        rege(akte);
        assertThat(punkte(akte)).as("what is decided does not come again").isEqualTo(List.of("Prozessdesign billigen"));
    }

    @Test
    @Tag("R66")
    @DisplayName("R66: Ist die Aufgabe schon erledigt, bevor die Niederschrift kommt, gilt, was dort steht")
    void schonErledigt() {
        var akte = lade(bis("prozessdesign-billigen"));
        akte.erledige(SG, "prozessdesign-billigen", zeile("billigung", "ja", "protokollNummer", "Eigene 1"));
        akte.erledige(IB, "sitzung-durchfuehren", gehalten(punkt("Prozessdesign billigen", "prozessdesign-billigen", "abgelehnt", "Nein")));
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("Vorbelegte Aufgaben: 0");
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "handlungsfelder-vorschlagen");
        assertThat(akte.zuletzt("protokollNummer")).isEqualTo("Eigene 1");
    }

    @Test
    @Tag("R69")
    @DisplayName("R69: Eine Arbeitsgruppe entscheidet nur über ihr eigenes Handlungsfeld")
    void arbeitsgruppe() {
        var akte = spiel.beginne(stadt()).spieleBis(gut().anders("handlungsfelder-vorschlagen", "handlungsfelder", felder(2))
                .anders("handlungsfelder-festlegen", "handlungsfelder", felder(2)), "ergebnis-billigen");
        akte.erledige(IB, "akte-nachtragen", zeile("nachtragArt", "kontakt"));
        String feld = akte.inhalt("ergebnis-billigen", "feld").toString();
        akte.erledige(IB, "akte-nachtragen", zeile("nachtragArt", "sitzung", "sitzungGremium", "ag-leitung", "sitzungFeld", feld));
        assertThat(punkte(akte)).isEqualTo(List.of("Ergebnis billigen"));
        assertThat(akte.inhalt("sitzung-vorbereiten", "karte").toString()).endsWith(feld);

        akte.erledige(IB, "sitzung-vorbereiten", EINLADUNG);
        akte.erledige(IB, "sitzung-durchfuehren", mit(NIEDERSCHRIFT, "sitzungAnwesende", List.of(zeile("name", "Ada", "dabei", true),
                zeile("name", "Cem", "dabei", true), zeile("name", "Bo", "dabei", false)), "sitzungTagesordnung",
                List.of(punkt("Ergebnis billigen", "ergebnis-billigen", "angenommen", null), punkt("Ziele", "ziele-setzen", "angenommen", null))));
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).as("only tasks of this field").contains("Vorbelegte Aufgaben: 1");
        Task billigen = aufgabeDesFelds(akte, "ergebnis-billigen", feld);
        assertThat(aufgaben.getVariables(billigen.getId())).containsEntry("agBilligung", "ja").containsEntry("agTeilnehmende", 2L)
                .containsEntry("agDatum", "2026-12-08").containsEntry("billigungEntschiedenVon", "Arbeitsgruppe " + feld);
        akte.erledige(IB, billigen, zeile("hinweiseGrund", "Genügt"));
        assertThat(akte.aufgaben()).noneMatch(t -> feld.equals(aufgaben.getVariable(t.getId(), "feld")));
    }

    private Task aufgabeDesFelds(Spiel.Akte akte, String schritt, String feld) {
        return akte.aufgaben().stream().filter(t -> t.getTaskDefinitionKey().equals(schritt) && feld.equals(aufgaben.getVariable(t.getId(), "feld")))
                .findFirst().orElseThrow();
    }

    @Test
    @Tag("R38")
    @DisplayName("R38: Auch im Jahr der Umsetzung lädt man zu einer Sitzung ein, und die Folgen aus dem Bericht kommen von dort")
    void imJahrDerUmsetzung() {
        var akte = spiel.beginne(stadt()).spieleBis(gut());
        assertThat(akte.ende()).isEqualTo("umsetzung-beginnt");
        var jahr = spiel.neueste((String) akte.zuletzt("aktenzeichen"));
        lade(jahr, zeile("punkt", "Ausblick", "aufgabe", "jahr-abschliessen"));
        assertThat(jahr.inhalt("sitzung-durchfuehren", "sitzungMindestens")).as("the rules are those of the project").isEqualTo(0);
        jahr.erledige(IB, "sitzung-durchfuehren", gehalten(punkt("Ausblick", "jahr-abschliessen", "angenommen", null)));
        assertThat(jahr.inhalt("akte-nachtragen", "hinweis").toString()).contains("Vorbelegte Aufgaben: 0");
    }

    private static Object punkte(Spiel.Akte akte) {
        return spalte(akte, "sitzung-vorbereiten", "sitzungTagesordnung", "punkt");
    }

    private static Object spalte(Spiel.Akte akte, String schritt, String liste, String spalte) {
        return ((List<?>) akte.inhalt(schritt, liste)).stream().map(z -> ((Map<?, ?>) z).get(spalte)).toList();
    }
}
