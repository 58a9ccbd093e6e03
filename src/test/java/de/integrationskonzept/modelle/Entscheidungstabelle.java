package de.integrationskonzept.modelle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Looks up literal texts in a decision table. */
final class Entscheidungstabelle {

    private Entscheidungstabelle() {
    }

    private static DecisionTable tabelle(String entscheidung) {
        return Modelle.regelwerke().stream().flatMap(r -> r.entscheidungen().stream()).filter(d -> d.getId().equals(entscheidung))
                .map(Decision::getExpression).map(DecisionTable.class::cast).findFirst()
                .orElseThrow(() -> new AssertionError("no decision table " + entscheidung));
    }

    /** The texts that the rules compare an input with; several in one cell count each. */
    static Set<String> texte(String entscheidung, int eingabe) {
        Set<String> texte = new LinkedHashSet<>();
        tabelle(entscheidung).getRules().forEach(r -> texte.addAll(ohneZeichen(
                List.of(new ArrayList<>(r.getInputEntries()).get(eingabe).getText().getTextContent().split(",")))));
        return texte;
    }

    /** The values of an output over all rules. */
    static Set<String> ergebnisse(String entscheidung, String ausgabe) {
        DecisionTable tabelle = tabelle(entscheidung);
        int spalte = new ArrayList<>(tabelle.getOutputs()).stream().map(Output::getName).toList().indexOf(ausgabe);
        Set<String> texte = new LinkedHashSet<>();
        for (Rule regel : tabelle.getRules()) {
            texte.addAll(ohneZeichen(List.of(new ArrayList<>(regel.getOutputEntries()).get(spalte).getText().getTextContent())));
        }
        return texte;
    }

    private static List<String> ohneZeichen(List<String> texte) {
        return texte.stream().map(t -> t.strip().replaceAll("^\"|\"$", "").replaceAll("^-$", "")).toList();
    }
}
