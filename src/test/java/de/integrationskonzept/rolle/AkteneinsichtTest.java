package de.integrationskonzept.rolle;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.prozess.Spiel;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Das Recht an einer Akte hängt an ihrem Rahmen")
class AkteneinsichtTest {

    @Autowired
    ProcessEngine engine;
    @Autowired
    Spiel spiel;

    @Test
    @DisplayName("R14: Wer Akten sieht, liest den Rahmen und keine einzige gerufene Instanz; vertrauliche darum auch nicht")
    void nurDerRahmen() {
        Spiel.Akte akte = spiel.beginne(Map.of("kommuneTyp", "kreisfreie-stadt", "einwohner", 120000,
                "verfahrenWunsch", "ausfuehrlich", "planBeginn", "2027-01-01", "planEnde", "2028-12-31"));
        assertThat(akte.instanzen()).as("instances of the file").hasSizeGreaterThan(2);
        List<String> sichtbar = spiel.als("steuerungsgruppe", () -> akte.instanzen().stream()
                .flatMap(id -> engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(id).listPage(0, 2).stream())
                .map(HistoricProcessInstance::getId).toList());
        assertThat(sichtbar).containsExactly(akte.id());
    }

    @Test
    @DisplayName("Je Akte entsteht ein Recht für jede Rolle, die Akten sieht, nicht eines je Schritt")
    void einRechtJeRolle() {
        long vorher = rechte();
        spiel.beginne(Map.of("kommuneTyp", "gemeinde", "einwohner", 9000, "verfahrenWunsch", "kompakt",
                "planBeginn", "2027-01-01", "planEnde", "2028-12-31"));
        assertThat(rechte() - vorher).isEqualTo(4);
    }

    private long rechte() {
        return engine.getAuthorizationService().createAuthorizationQuery().resourceType(Resources.PROCESS_INSTANCE).count();
    }
}
