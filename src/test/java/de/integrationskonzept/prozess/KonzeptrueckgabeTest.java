package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static de.integrationskonzept.prozess.Formularbaustein.baustein;
import static de.integrationskonzept.prozess.Formularbaustein.feel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Gibt das Gremium das Konzept zurück, geht es mit den Gründen dort weiter, wohin es soll")
class KonzeptrueckgabeTest extends Konzeptberatung {

    @Autowired
    RepositoryService verwaltung;

    @Test
    @Tag("I1")
    @DisplayName("I1: Zurück an den Entwurf: die Vorlage wird überarbeitet, mit den Gründen vor Augen, und noch einmal beraten")
    void zurueckAnDenEntwurf() {
        var akte = bisZumBeschluss(PROGRAMM);
        var zurueck = mit(BESCHLOSSEN, "beschlussErgebnis", "zurueck", "zurueckNach", "entwurf");
        assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(zurueck, "zurueckGruende", null))).hasSize(1);
        assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(zurueck, "zurueckNach", null))).isNotEmpty();

        akte.erledige("sitzungsdienst", "beschluss-erfassen", mit(zurueck, "zurueckGruende", "Kürzer fassen"));
        assertThat(akte.offen()).containsExactly("konzept-vorlegen");
        assertThat(akte.inhalt("konzept-vorlegen", "zurueckGruende")).isEqualTo("Kürzer fassen");
        assertThat(akte.inhalt("konzept-vorlegen", "beschlussErgebnis")).isEqualTo("zurueck");

        akte.erledige("integrationsbeauftragte", "konzept-vorlegen", mit(VORLAGE, "beratungen", List.of(
                        beratung("Sozialausschuss", "vorberatung", "2028-03-01"), beratung("Stadtrat", "beschluss", "2028-06-01"))))
                .erledige("verwaltungsspitze", "vorlage-freigeben", zeile("vorlageFreigabe", "ja"));
        assertThat(akte.inhalt("beschluss-erfassen", "beratungsergebnisse").toString()).contains("einstimmig empfohlen", "2028-06-01")
                .doesNotContain("31 zu 9");
        assertThat(akte.inhalt("beschluss-erfassen", "beschlussErgebnis")).as("the outcome is asked anew").isNull();
        akte.spieleBis(Map.of());
        assertThat(akte.ende()).isEqualTo("konzept-beschlossen");
        assertThat(akte.zuletzt("beschlussErgebnis")).isEqualTo("beschlossen");
    }

    @ParameterizedTest(name = "{0}")
    @Tag("I1")
    @ValueSource(strings = {"leitbild", "handlungsfelder", "massnahmen"})
    @DisplayName("I1: Zurück an eine frühere Phase: der Beschluss endet, und die Akte weiß, wohin und warum")
    void zurueckAnEinePhase(String phase) {
        var akte = bisZumBeschluss(PROGRAMM);
        var zurueck = mit(BESCHLOSSEN, "beschlussErgebnis", "zurueck", "zurueckNach", phase, "zurueckGruende", "Zu wenig");
        if (phase.equals("handlungsfelder")) {
            assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(zurueck, "zurueckFelder", List.of()))).hasSize(1);
            assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(zurueck, "zurueckFelder", List.of("Kultur")))).hasSize(1);
            zurueck = mit(zurueck, "zurueckFelder", List.of("Wohnen"));
        }
        akte.erledige("sitzungsdienst", "beschluss-erfassen", zurueck);
        assertThat(akte.laeuft()).isFalse();
        assertThat(akte.ende()).isEqualTo("konzept-zurueckgegeben");
        assertThat(akte.zuletzt("zurueckNach")).isEqualTo(phase);
        assertThat(akte.zuletzt("zurueckGruende")).isEqualTo("Zu wenig");
        assertThat(String.valueOf(akte.zuletzt("zurueckFelder"))).isEqualTo(phase.equals("handlungsfelder") ? "[\"Wohnen\"]" : "null");
    }

    @Test
    @Tag("I1")
    @DisplayName("I1: Kommt das Konzept nach einer Rückgabe wieder, beginnt die Vorlage mit den früheren Antworten und den Gründen")
    void zweiterDurchgang() {
        String rahmen = verwaltung.createDeployment().addModelInstance("beschluss-zweimal.bpmn", Bpmn.createExecutableProcess("beschluss-zweimal")
                .camundaHistoryTimeToLiveString("P1D").startEvent().callActivity("erster").calledElement("beschluss")
                .callActivity("zweiter").calledElement("beschluss").camundaAsyncBefore().endEvent().done()).deploy().getId();
        try {
            var akte = bisZumBeschluss("beschluss-zweimal", PROGRAMM).erledige("sitzungsdienst", "beschluss-erfassen", mit(BESCHLOSSEN,
                    "beschlussErgebnis", "zurueck", "zurueckNach", "leitbild", "zurueckGruende", "Das Leitbild ist zu blass"));
            assertThat(akte.wert("zurueckNach")).as("kept on the frame").isEqualTo("leitbild");
            assertThat(akte.inhalt("konzept-vorlegen", "beschlussVorschlag")).isEqualTo("Das Konzept wird beschlossen.");
            assertThat(akte.inhalt("konzept-vorlegen", "zurueckGruende")).isEqualTo("Das Leitbild ist zu blass");
            assertThat(akte.inhalt("konzept-vorlegen", "beratungen").toString()).contains("Sozialausschuss", "2028-04-01");
            akte.erledige("integrationsbeauftragte", "konzept-vorlegen", zeile());
            assertThat(akte.inhalt("vorlage-freigeben", "vorlageFreigabe")).isNull();
            akte.erledige("verwaltungsspitze", "vorlage-freigeben", zeile("vorlageFreigabe", "ja"))
                    .erledige("sitzungsdienst", "beschluss-erfassen", BESCHLOSSEN);
            assertThat(akte.wert("beschlussErgebnis")).isEqualTo("beschlossen");
        } finally {
            verwaltung.deleteDeployment(rahmen, true);
        }
    }

    @Test
    @Tag("I1")
    @Tag("R32")
    @DisplayName("I1, R32: Ein Rahmenkonzept hat keine Maßnahmen, an die es zurückgehen könnte")
    void rahmenOhneMassnahmen() {
        var akte = bisZumBeschluss(mit(PROGRAMM, "tiefe", "rahmen", "massnahmen", null));
        assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(BESCHLOSSEN, "beschlussErgebnis", "zurueck",
                "zurueckNach", "massnahmen", "zurueckGruende", "Zu wenig"))).hasSize(1);
        akte.erledige("sitzungsdienst", "beschluss-erfassen", mit(BESCHLOSSEN, "beschlussErgebnis", "zurueck",
                "zurueckNach", "handlungsfelder", "zurueckFelder", List.of("Bildung"), "zurueckGruende", "Zu wenig"));
        assertThat(akte.ende()).isEqualTo("konzept-zurueckgegeben");
    }

    @Test
    @Tag("I1")
    @DisplayName("I1: Die Felder einer früheren Rückgabe stehen nicht im Weg, wenn das Konzept beim nächsten Mal beschlossen wird")
    void fruehereRueckgabe() throws IOException {
        JsonNode bedingung = baustein("beschluss-erfassen", "feld-zurueckFelder").path("conditional").path("hide");
        Map<String, Object> frueher = mit(PROGRAMM, "zurueckNach", "handlungsfelder", "zurueckFelder", List.of("Wohnen"));
        assertThat(feel(bedingung, mit(frueher, "beschlussErgebnis", "zurueck"))).isEqualTo(false);
        assertThat(feel(bedingung, mit(frueher, "beschlussErgebnis", "beschlossen"))).as("hidden in the browser").isEqualTo(true);
    }
}
