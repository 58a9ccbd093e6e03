package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.integrationskonzept.Anwendungstest;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mayors do not open Tasklist: the Integrationsbeauftragte records what lies on paper. */
@Anwendungstest
@Tag("postgresql")
class ImAuftragTest {

    @Autowired
    Spiel spiel;

    @Autowired
    TaskService aufgaben;

    @Autowired
    IdentityService personen;

    @Test
    @Tag("R19")
    @DisplayName("R19: Die Integrationsbeauftragte erfasst die Zusage der Spitze nur im Auftrag, mit Person, Tag und Papier; das fällt im Bericht auf")
    void zusageImAuftrag() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-zusagen");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "ressourcen-zusagen", gut().get("ressourcen-zusagen")))
                .singleElement().asString().contains("Im Auftrag");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "ressourcen-zusagen", mit(gut().get("ressourcen-zusagen"),
                "zusageImAuftrag", true, "zusageEntschiedenVon", null, "zusageEntschiedenAm", null, "zusagePapier", null))).hasSize(3);

        akte.erledige("integrationsbeauftragte", "ressourcen-zusagen", mit(gut().get("ressourcen-zusagen"), "zusageImAuftrag", true,
                "zusageEntschiedenVon", "Rita Muster", "zusageEntschiedenAm", "2027-02-02", "zusagePapier", "Vermerk 3"));
        assertThat(akte.zuletzt("zusagePapier")).isEqualTo("Vermerk 3");
        akte.spieleBis(gut(), "startreife-pruefen");
        assertThat(akte.befund("Ressourcen")).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("im Auftrag");
        });
    }

    @Test
    @Tag("R52")
    @DisplayName("R52: Auch das Ja zur Beteiligung, im Auftrag erfasst, ist ein Befund")
    void beteiligungImAuftrag() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "beteiligung-bestaetigen");
        akte.erledige("integrationsbeauftragte", "beteiligung-bestaetigen", mit(gut().get("beteiligung-bestaetigen"),
                "beteiligungImAuftrag", true));
        akte.spieleBis(gut(), "startreife-pruefen");
        assertThat(akte.befund("Beteiligung").ampel()).isEqualTo("gelb");
        assertThat(akte.befund("Beteiligung").satz()).contains("im Auftrag");
    }

    @Test
    @Tag("R61")
    @Tag("R52")
    @DisplayName("R61: Wird im zweiten Anlauf selbst entschieden, ist der Befund weg")
    void imZweitenAnlaufSelbst() {
        var akte = spiel.beginne(stadt()).spieleBis(gut().anders("beteiligung-bestaetigen", "beteiligungImAuftrag", true),
                "startreife-pruefen");
        akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "zurueck",
                "themenOffen", java.util.List.of("beteiligung")));
        akte.spieleBis(gut().anders("beteiligung-bestaetigen", "beteiligungImAuftrag", false), "startreife-pruefen");
        assertThat(akte.befund("Beteiligung").ampel()).isEqualTo("grün");
    }

    @Test
    @Tag("R1")
    @DisplayName("R1: Eine Rolle ohne Mitglieder: ihre Aufgabe geht an die Integrationsbeauftragte, die sie im Auftrag erfasst")
    void rolleOhneMitglieder() {
        personen.deleteMembership("planung", "planung");
        try {
            var akte = spiel.beginne(stadt()).spieleBis(gut(), "planung-abstimmen");
            String id = akte.aufgabe("planung-abstimmen").getId();
            assertThat(spiel.als("integrationsbeauftragte", () -> aufgaben.createTaskQuery().taskId(id)
                    .taskCandidateGroup("integrationsbeauftragte").count())).isEqualTo(1);
            assertThat(akte.abgelehnt("integrationsbeauftragte", "planung-abstimmen", gut().get("planung-abstimmen"))).hasSize(1);
            akte.erledige("integrationsbeauftragte", "planung-abstimmen", mit(gut().get("planung-abstimmen"), "planungImAuftrag", true));
            assertThat(akte.offen()).doesNotContain("planung-abstimmen");
        } finally {
            personen.createMembership("planung", "planung");
        }
    }

    @Test
    @Tag("R24")
    @DisplayName("R24: Hat die Rolle Mitglieder, liegt die Aufgabe bei ihr allein; ein anderer Fachbereich kommt nicht heran")
    void nurDieEigeneAufgabe() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "planung-abstimmen");
        String id = akte.aufgabe("planung-abstimmen").getId();
        assertThat(aufgaben.createTaskQuery().taskId(id).taskCandidateGroup("integrationsbeauftragte").count()).isZero();
        assertThat(spiel.als("fachbereich-kultur", () -> aufgaben.createTaskQuery().taskId(id).count())).isZero();
        assertThatThrownBy(() -> akte.erledige("fachbereich-kultur", "planung-abstimmen", gut().get("planung-abstimmen")))
                .isInstanceOf(AuthorizationException.class);
    }
}
