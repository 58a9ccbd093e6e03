package de.integrationskonzept.modelle;

import de.integrationskonzept.modelle.Modelle.Prozess;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Verzweigungen fragen, und jede Antwort hat einen Weg")
class GatewaysTest {

    private final Befunde befunde = new Befunde();

    @Test
    @DisplayName("Jede Verzweigung hat einen Standardweg oder zwei Wege, die sich ergänzen")
    void vollstaendig() {
        verzweigungen((prozess, gateway, wege) -> {
            SequenceFlow standard = gateway instanceof ExclusiveGateway x ? x.getDefault() : ((InclusiveGateway) gateway).getDefault();
            befunde.wenn(standard == null && !ergaenzen(wege), prozess.ort(gateway), "has neither default nor complementary conditions");
            befunde.wenn(standard != null && standard.getConditionExpression() != null, prozess.ort(gateway), "default flow has a condition");
            wege.stream().filter(w -> !w.equals(standard) && w.getConditionExpression() == null)
                    .forEach(w -> befunde.wenn(true, prozess.ort(w), "has no condition and is not the default"));
        });
        befunde.keine();
    }

    private static boolean ergaenzen(Collection<SequenceFlow> wege) {
        if (wege.size() != 2 || wege.stream().anyMatch(w -> w.getConditionExpression() == null)) {
            return false;
        }
        List<String> bedingungen = wege.stream().map(w -> w.getConditionExpression().getTextContent().replaceAll("\\s", "")).toList();
        return verneint(bedingungen.get(0)).contains(bedingungen.get(1)) || verneint(bedingungen.get(1)).contains(bedingungen.get(0));
    }

    private static List<String> verneint(String bedingung) {
        String innen = bedingung.substring(2, bedingung.length() - 1);
        return List.of("${!" + innen + "}", "${!(" + innen + ")}", "${" + innen.replaceFirst("==", "!=") + "}");
    }

    @Test
    @DisplayName("Die Verzweigung ist mit einer Frage beschriftet, die Wege mit den Antworten")
    void beschriftet() {
        verzweigungen((prozess, gateway, wege) -> {
            befunde.wenn(gateway.getName() == null || !gateway.getName().strip().endsWith("?"), prozess.ort(gateway),
                    "label is no question: " + gateway.getName());
            wege.stream().filter(w -> gateway instanceof ExclusiveGateway && (w.getName() == null || w.getName().isBlank()))
                    .forEach(w -> befunde.wenn(true, prozess.ort(w), "has no label"));
        });
        befunde.keine();
    }

    @Test
    @DisplayName("Zusammenführungen, auf die mehrere Wege warten, laufen asynchron und exklusiv")
    void zusammenfuehrungen() {
        Modelle.prozesse().forEach(p -> p.alle(Gateway.class).stream()
                .filter(g -> (g instanceof ParallelGateway || g instanceof InclusiveGateway) && g.getIncoming().size() > 1)
                .forEach(g -> befunde.wenn(!g.isCamundaAsyncBefore() || !g.isCamundaExclusive(), p.ort(g),
                        "joins several flows and is not asyncBefore + exclusive")));
        befunde.keine();
    }

    private interface Pruefung {
        void pruefe(Prozess prozess, Gateway gateway, Collection<SequenceFlow> wege);
    }

    private static void verzweigungen(Pruefung pruefung) {
        Modelle.prozesse().forEach(p -> p.alle(Gateway.class).stream()
                .filter(g -> (g instanceof ExclusiveGateway || g instanceof InclusiveGateway) && g.getOutgoing().size() > 1)
                .forEach(g -> pruefung.pruefe(p, g, g.getOutgoing())));
    }
}
