package de.integrationskonzept.prozess;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Reads what the stories played ({@link Abdeckung}) and compares it with every model in {@code bpmn/}. Runs on its own at
 * the end of {@code verify}; not named *Test, because it must not run before the stories.
 */
class Abdeckungspruefung {

    private record Anteil(int alle, List<String> fehlen) {

        double prozent() {
            return alle == 0 ? 100 : 100.0 * (alle - fehlen.size()) / alle;
        }
    }

    @Test
    @DisplayName("Die Geschichten spielen jeden Schritt und mindestens 95 von 100 Pfaden aller Modelle")
    void alleModelleGespielt() throws IOException {
        Map<String, Abdeckung.Gespielt> gespielt = gespielt();

        Anteil schritte = vergleiche(gespielt, FlowNode.class, Abdeckung.Gespielt::flowNodes);
        Anteil pfade = vergleiche(gespielt, SequenceFlow.class, Abdeckung.Gespielt::sequenceFlows);
        System.out.printf("Abdeckung der Modelle: %d Schritte %.1f %%, %d Pfade %.1f %%%n",
                schritte.alle(), schritte.prozent(), pfade.alle(), pfade.prozent());
        schritte.fehlen().forEach(element -> System.out.println("  nie gespielter Schritt: " + element));
        pfade.fehlen().forEach(element -> System.out.println("  nie gespielter Pfad:    " + element));

        assertThat(schritte.fehlen()).as("flow nodes that no story plays").isEmpty();
        assertThat(pfade.prozent()).as("sequence flows that a story plays, of 100").isGreaterThanOrEqualTo(95);
    }

    private static Anteil vergleiche(Map<String, Abdeckung.Gespielt> gespielt, Class<? extends FlowElement> art,
            java.util.function.Function<Abdeckung.Gespielt, Set<String>> gesehen) throws IOException {
        int alle = 0;
        List<String> fehlen = new ArrayList<>();
        for (Path datei : dateien(Path.of("bpmn"), ".bpmn")) {
            BpmnModelInstance modell = Bpmn.readModelFromFile(datei.toFile());
            String schluessel = modell.getModelElementsByType(Process.class).iterator().next().getId();
            Collection<? extends FlowElement> elemente = modell.getModelElementsByType(art);
            Set<String> dabei = gespielt.containsKey(schluessel) ? gesehen.apply(gespielt.get(schluessel)) : Set.of();
            alle += elemente.size();
            elemente.stream().map(FlowElement::getId).filter(id -> !dabei.contains(id)).sorted()
                    .forEach(id -> fehlen.add(schluessel + " / " + id));
        }
        return new Anteil(alle, fehlen);
    }

    /** What all JVMs of this run played together. */
    private static Map<String, Abdeckung.Gespielt> gespielt() throws IOException {
        assertThat(Abdeckung.ORDNER).as("written by the story tests of this run").isNotEmptyDirectory();
        Map<String, Abdeckung.Gespielt> gespielt = new TreeMap<>();
        for (Path datei : dateien(Abdeckung.ORDNER, ".json")) {
            Abdeckung.JSON.readValue(datei.toFile(), new TypeReference<Map<String, Abdeckung.Gespielt>>() { })
                    .forEach((modell, teil) -> gespielt.merge(modell, teil, Abdeckungspruefung::zusammen));
        }
        return gespielt;
    }

    private static Abdeckung.Gespielt zusammen(Abdeckung.Gespielt eins, Abdeckung.Gespielt zwei) {
        eins.flowNodes().addAll(zwei.flowNodes());
        eins.sequenceFlows().addAll(zwei.sequenceFlows());
        return eins;
    }

    private static List<Path> dateien(Path ordner, String endung) throws IOException {
        try (Stream<Path> dateien = Files.walk(ordner)) {
            return dateien.filter(datei -> datei.toString().endsWith(endung)).sorted().toList();
        }
    }
}
