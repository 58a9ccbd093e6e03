package de.integrationskonzept.modelle;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.modelle.Modelle.Formulardatei;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Was eine Sitzung beschließt, findet in den Formularen seinen Platz")
class RueckflussTest {

    private static final String TABELLE = "sitzung-rueckfluss";

    private final Befunde befunde = new Befunde();

    @Test
    @DisplayName("Jedes Feld, das die Tabelle nennt, gibt es im Formular der Aufgabe, und „im Auftrag“ erfassen lässt es sich auch")
    void felder() {
        DecisionTable tabelle = Modelle.regelwerke().stream().flatMap(r -> r.entscheidungen().stream()).filter(d -> d.getId().equals(TABELLE))
                .map(Decision::getExpression).map(DecisionTable.class::cast).findFirst().orElseThrow();
        var spalten = tabelle.getOutputs().stream().map(Output::getName).toList();
        for (Rule regel : tabelle.getRules()) {
            String schritt = ohneZeichen(regel.getInputEntries().iterator().next().getText().getTextContent());
            Set<String> vorhanden = felder(schritt);
            var zellen = regel.getOutputEntries().stream().map(o -> ohneZeichen(o.getText().getTextContent())).toList();
            for (int i = 0; i < spalten.size(); i++) {
                String feld = spalten.get(i).equals("zielVorsatz") ? zellen.get(i) + "ImAuftrag" : zellen.get(i);
                befunde.wenn(!spalten.get(i).equals("zielWert") && !feld.isEmpty() && !vorhanden.contains(feld), regel.getId(),
                        feld + " is not in the form of " + schritt);
            }
        }
        befunde.keine();
    }

    @Test
    @DisplayName("Was auf einer Tagesordnung entschieden werden kann, ist eine Aufgabe mit einem Platz für das Ergebnis, und umgekehrt")
    void aufgaben() {
        Set<String> moeglich = Entscheidungstabelle.ergebnisse("sitzung-entscheidungen", "schritt");
        assertThat(Entscheidungstabelle.texte(TABELLE, 0)).containsExactlyInAnyOrderElementsOf(moeglich);
        Set<String> gremien = Entscheidungstabelle.texte("sitzung-entscheidungen", 0);
        Set<String> desGremiums = Modelle.prozesse().stream().flatMap(p -> p.alle(UserTask.class).stream())
                .filter(t -> gremien.contains(t.getCamundaCandidateGroups())).map(UserTask::getId).collect(Collectors.toSet());
        assertThat(moeglich).as("tasks of these groups").containsExactlyInAnyOrderElementsOf(desGremiums);
    }

    private static Set<String> felder(String schritt) {
        Set<String> formulare = Modelle.prozesse().stream().flatMap(p -> p.alle(UserTask.class).stream()).filter(t -> t.getId().equals(schritt))
                .map(UserTask::getCamundaFormRef).collect(Collectors.toSet());
        return Modelle.formulare().stream().filter(f -> formulare.contains(f.id())).map(Formulardatei::felder).flatMap(f -> f.stream())
                .map(k -> k.schluessel()).collect(Collectors.toSet());
    }

    private static String ohneZeichen(String text) {
        return text.strip().replaceAll("^\"|\"$", "");
    }
}
