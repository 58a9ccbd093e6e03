package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People change in mid-run, and nothing is lost. */
@Anwendungstest
@Tag("postgresql")
class WechselTest {

    private static final String IB = "integrationsbeauftragte";
    private static final String NEU = "neu-im-amt";

    @Autowired
    private KleineAkte kleineAkte;
    @Autowired
    private Spiel spiel;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private IdentityService personen;

    @BeforeEach
    void jemandKommt() {
        var person = personen.newUser(NEU);
        person.setFirstName("Mehmet");
        person.setLastName("Neu");
        person.setPassword("Zugang-fuer-Test-1");
        personen.saveUser(person);
        personen.createMembership(NEU, IB);
    }

    @AfterEach
    void undGehtWieder() {
        personen.deleteUser(NEU);
    }

    private static Map<String, Object> wechsel(String art, String von, String an, String vonKennung, String anKennung) {
        var wechsel = zeile("nachtragArt", "wechsel", "wechselArt", art, "wechselAn", an, "wechselVonKennung", vonKennung,
                "wechselAnKennung", anKennung, "wechselAm", "2027-03-01", "wechselPapier", "Schreiben 7", "wechselGrund", "Ruhestand");
        return von == null ? wechsel : mit(wechsel, "wechselVon", von);
    }

    private void uebernimm(Spiel.Akte akte, String schritt, String person) {
        engine.getTaskService().setAssignee(akte.aufgabe(schritt).getId(), person);
    }

    private static String hinweis(Spiel.Akte akte) {
        return akte.inhalt("akte-nachtragen", "hinweis").toString();
    }

    @Test
    @Tag("I3")
    @DisplayName("I3: Geht die Federführung über, gehen offene Aufgaben und Zuständigkeiten mit; was nicht zur Rolle passt, geht an seine Stelle zurück")
    void federfuehrung() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "mittel-pruefen");
        uebernimm(akte, "projekt-aufsetzen", IB);
        uebernimm(akte, "interessen-notieren", IB);
        uebernimm(akte, "mittel-pruefen", IB);
        uebernimm(akte, "unterstuetzung-sammeln", "jemand-anders");
        engine.getRuntimeService().setVariable(akte.id(), "feldergebnisse", Spin.JSON("""
                [{"feld": "Sprache", "stand": "in-arbeit", "leitung": "Amira Beispiel", "leitungKennung": "integrationsbeauftragte",
                  "kennzahlen": [{"kennzahl": "Kurse", "verantwortlich": "Amira Beispiel"}, {"kennzahl": "Räume", "verantwortlich": "Jo Weber"}],
                  "beschreibung": "Amira Beispiel hat begonnen"}]"""));

        akte.erledige(IB, "akte-nachtragen", wechsel("federfuehrung", null, "Mehmet Neu", IB, NEU));

        assertThat(akte.aufgabe("projekt-aufsetzen").getAssignee()).isEqualTo(NEU);
        assertThat(akte.aufgabe("interessen-notieren").getAssignee()).as("a task of the confidential part must not be stranded").isEqualTo(NEU);
        assertThat(akte.aufgabe("mittel-pruefen").getAssignee()).as("back to the Kämmerei").isNull();
        assertThat(akte.aufgabe("unterstuetzung-sammeln").getAssignee()).isEqualTo("jemand-anders");
        assertThat(akte.wert("federfuehrung")).isEqualTo("Mehmet Neu");
        assertThat(akte.inhalt("projekt-aufsetzen", "federfuehrung")).as("also where it was copied").isEqualTo("Mehmet Neu");
        assertThat(akte.wert("feldergebnisse").toString()).contains("leitung=Mehmet Neu", "leitungKennung=" + NEU,
                "verantwortlich=Mehmet Neu", "verantwortlich=Jo Weber", "beschreibung=Amira Beispiel hat begonnen");
        assertThat(hinweis(akte)).contains("Mehmet Neu folgt auf Amira Beispiel", "Übergebene Aufgaben: 2", "zurückgegebene: 1");
        assertThat((List<?>) akte.wert("wechsel")).singleElement().asString().contains("wechselVon=Amira Beispiel", "wechselAn=Mehmet Neu",
                "wechselGrund=Ruhestand", "wechselPapier=Schreiben 7");
        assertThat(engine.getHistoryService().createUserOperationLogQuery().taskId(akte.aufgabe("projekt-aufsetzen").getId())
                .operationType("Assign").property("assignee").list()).as("on record").anyMatch(e -> NEU.equals(e.getNewValue()));
        assertThat(engine.getHistoryService().createHistoricTaskInstanceQuery().taskAssignee(NEU)
                .processInstanceId(akte.aufgabe("projekt-aufsetzen").getProcessInstanceId()).count()).isEqualTo(1);
    }

    @Test
    @Tag("I3")
    @DisplayName("I3: Wer früher etwas entschieden hat, bleibt mit seinem Namen stehen")
    void vergangenesBleibt() {
        var akte = spiel.beginne(stadt()).spieleBis(gut().anders("auftrag-erteilen", "auftragUnterzeichner", "Amira Beispiel"), "ressourcen-planen");
        akte.spieleBis(gut().anders("auftrag-erteilen", "auftragUnterzeichner", "Amira Beispiel"), "startreife-pruefen");
        akte.erledige(IB, "akte-nachtragen", wechsel("person", "Amira Beispiel", "Mehmet Neu", null, null));
        assertThat(akte.zuletzt("auftragUnterzeichner")).isEqualTo("Amira Beispiel");
        assertThat(akte.wert("federfuehrung")).isEqualTo("Mehmet Neu");
    }

    @Test
    @Tag("I3")
    @DisplayName("I3: Eine Kennung, die es nicht gibt, wird nicht angenommen; ohne neue Kennung gehen die Aufgaben an ihre Stelle zurück")
    void kennungen() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        uebernimm(akte, "projekt-aufsetzen", IB);
        assertThat(akte.abgelehnt(IB, "akte-nachtragen", wechsel("federfuehrung", null, "Mehmet Neu", IB, "tippfehler"))).singleElement()
                .asString().contains("„tippfehler“ gibt es nicht");
        assertThat(akte.abgelehnt(IB, "akte-nachtragen", wechsel("federfuehrung", null, "Mehmet Neu", IB, "mit leer"))).hasSize(1);
        akte.erledige(IB, "akte-nachtragen", wechsel("federfuehrung", null, "Mehmet Neu", IB, null));
        assertThat(akte.aufgabe("projekt-aufsetzen").getAssignee()).isNull();
        assertThat(hinweis(akte)).contains("Übergebene Aufgaben: 0", "zurückgegebene: 1");
    }

    @Test
    @Tag("I3")
    @DisplayName("I3: Auch während die Akte ruht, lässt sie sich übergeben; die Aufgaben ruhen weiter")
    void ruhendeAkte() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        uebernimm(akte, "projekt-aufsetzen", IB);
        Map<String, Object> spitze = zeile("spitzeName", "Rita Muster", "spitzeDatum", "2027-04-01", "spitzePapier", "V 4", "spitzeGrund", "Wahl");
        akte.erledige(IB, "akte-nachtragen", mit(spitze, "nachtragArt", "ruhen"));
        akte.erledige(IB, "akte-nachtragen", wechsel("federfuehrung", null, "Mehmet Neu", IB, NEU));
        assertThat(akte.aufgabe("projekt-aufsetzen")).matches(t -> NEU.equals(t.getAssignee())).matches(Task::isSuspended);
        assertThat(akte.wert("federfuehrung")).isEqualTo("Mehmet Neu");
        akte.erledige(IB, "akte-nachtragen", mit(spitze, "nachtragArt", "fortsetzen"));
        assertThat(akte.aufgaben()).noneMatch(Task::isSuspended);
    }

    @Test
    @Tag("I3")
    @Tag("R11")
    @Tag("R23")
    @DisplayName("I3, R11, R23: Eine neue Leitung der Verwaltung wird um Bestätigung gebeten, während der Rest weitergeht; sagt sie nein, fällt es auf")
    void neueLeitung() {
        var akte = kleineAkte.beginne(mit(stadt(), "auftragsgrad", "A", "auftragErteilt", "ja", "grundlagen",
                List.of(zeile("art", "beschluss"), zeile("art", "auftragsschreiben"))));
        akte.erledige(IB, "akte-nachtragen", mit(wechsel("leitung", null, "Bernd Neumann", null, null), "leitungAnrede", "oberbuergermeister"));
        assertThat(akte.wert("leitungName")).isEqualTo("Bernd Neumann");
        assertThat(akte.wert("leitungAnrede")).isEqualTo("oberbuergermeister");
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "auftrag-bestaetigen");
        assertThat(akte.inhalt("auftrag-bestaetigen", "leitungName")).isEqualTo("Bernd Neumann");
        assertThat(akte.rolle(akte.aufgabe("auftrag-bestaetigen"))).isEqualTo("verwaltungsspitze");
        assertThat(akte.abgelehnt("verwaltungsspitze", "auftrag-bestaetigen", zeile("auftragBestaetigt", "nein", "unterstuetzungBestaetigt",
                "ja", "bestaetigungGrund", null))).hasSize(1);

        akte.erledige("verwaltungsspitze", "auftrag-bestaetigen", zeile("auftragBestaetigt", "nein", "unterstuetzungBestaetigt", "ja",
                "bestaetigungGrund", "Erst der Haushalt"));
        akte.jobs();
        assertThat(akte.wert("auftragsgrad")).isEqualTo("C");
        assertThat(akte.wert("leitungBestaetigt")).isEqualTo("nein");
        assertThat(akte.wert("befunde").toString()).contains("nicht bestätigt");

        akte.erledige(IB, "akte-nachtragen", zeile("nachtragArt", "beschluss", "beschlussNummer", "9/2028", "beschlussDatum", "2028-01-10",
                "beschlussGremium", "Stadtrat", "beschlussFundstelle", "RIS"));
        assertThat(akte.wert("auftragsgrad")).as("a resolution alone does not bring the mandate back").isEqualTo("C");
    }

    @Test
    @Tag("I3")
    @Tag("R11")
    @DisplayName("I3, R11: Bestätigt die neue Leitung auf Papier, wird es im Auftrag erfasst, und nichts fällt auf")
    void leitungBestaetigt() {
        var akte = spiel.wurzel("leitungswechsel", mit(stadt(), "aktenname", "Allein", "auftragsgrad", "A", "beschlussNummer", "1/2027"));
        akte.erledige(IB, "auftrag-bestaetigen", zeile("auftragBestaetigt", "ja", "unterstuetzungBestaetigt", "ja",
                "bestaetigungImAuftrag", true, "bestaetigungEntschiedenVon", "Bernd Neumann", "bestaetigungEntschiedenAm", "2028-05-01",
                "bestaetigungPapier", "OB 1"));
        assertThat(akte.laeuft()).isFalse();
        assertThat(akte.zuletzt("leitungBestaetigt")).isEqualTo("ja");
        assertThat(akte.zuletzt("auftragsgrad")).isEqualTo("A");
    }
}
