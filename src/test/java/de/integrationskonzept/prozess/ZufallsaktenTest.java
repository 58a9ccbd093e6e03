package de.integrationskonzept.prozess;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.formular.Vorlage;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Files in which everybody answers at random, but validly: none may get stuck, none may end in an error. */
@Anwendungstest
@DisplayName("Akten mit zufälligen, gültigen Antworten")
class ZufallsaktenTest {

    private static final int HOECHSTENS = 150;

    @Autowired
    private Spiel spiel;
    @Autowired
    private Vorlage vorlage;
    @Autowired
    private ProcessEngine engine;

    static List<Integer> wenige() {
        return List.of(1, 2, 3, 4);
    }

    static List<Integer> viele() {
        return java.util.stream.IntStream.rangeClosed(100, 199).boxed().toList();
    }

    @ParameterizedTest(name = "Saat {0}")
    @MethodSource("wenige")
    @DisplayName("Einige wenige bei jedem Bau")
    void wenige(int saat) {
        spiele(saat);
    }

    @Tag("lang")
    @ParameterizedTest(name = "Saat {0}")
    @MethodSource("viele")
    @DisplayName("Hundert im langen Lauf")
    void viele(int saat) {
        spiele(saat);
    }

    private void spiele(int saat) {
        Random zufall = new Random(saat);
        String typ = List.of("kreisfreie-stadt", "landkreis", "gemeinde").get(zufall.nextInt(3));
        String verfahren = List.of("vorschlag", "kompakt", "ausfuehrlich").get(zufall.nextInt(3));
        System.out.println("Saat " + saat + ": " + typ + ", " + verfahren);
        Spiel.Akte akte = spiel.beginne(Map.of("kommuneTyp", typ, "verfahrenWunsch", verfahren, "einwohner",
                1000 + zufall.nextInt(200000), "planBeginn", "2027-01-01", "planEnde", "2028-" + (zufall.nextBoolean() ? "03" : "12") + "-31"));
        BpmnAwareTests.init(engine);
        ProcessInstance rahmen = engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(akte.id()).singleResult();
        BpmnAwareTests.assertThat(rahmen).isStarted().isWaitingAt("vorabklaerung", "nachtragen");
        int schritte = 0;
        while (akte.laeuft() && schritte < HOECHSTENS) {
            List<Task> offen = akte.aufgaben().stream().filter(t -> !t.getTaskDefinitionKey().equals("akte-nachtragen")).toList();
            if (!akte.laeuft()) {
                break;
            }
            assertThat(offen).as("seed %d: the file runs, so somebody must have something to do", saat).isNotEmpty();
            erledige(akte, offen.get(zufall.nextInt(offen.size())), zufall);
            schritte++;
        }
        boolean laeuft = akte.laeuft();
        var instanz = BpmnAwareTests.assertThat(rahmen);
        (laeuft ? instanz.isNotEnded() : instanz.isEnded()).hasProcessDefinitionKey("integrationskonzept");
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).as("seed %d: incidents", saat).isZero();
    }

    private void erledige(Spiel.Akte akte, Task aufgabe, Random zufall) {
        Map<String, Object> angaben = Spiel.json(vorlage.fuelle(aufgabe.getId(), Map.of(), zufall));
        spiel.als(akte.rolle(aufgabe), () -> {
            engine.getFormService().submitTaskForm(aufgabe.getId(), Variables.fromMap(angaben));
            return null;
        });
    }
}
