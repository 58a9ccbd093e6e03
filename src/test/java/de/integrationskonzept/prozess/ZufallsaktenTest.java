package de.integrationskonzept.prozess;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.formular.Vorlage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/**
 * Files in which everybody answers at random, but validly: each comes to an end or into its third year of implementation;
 * none gets stuck, none ends in an error, no task is one that nobody can do.
 */
@Anwendungstest
@Tag("einmal")
@DisplayName("Akten mit zufälligen, gültigen Antworten")
class ZufallsaktenTest {

    /** More than any way with its loops takes; a file that needs more runs in circles. */
    private static final int HOECHSTENS = 500;

    /** So often a task is answered at random in one file; after that people agree, as they do in the end. */
    private static final int EIGENSINN = 5;
    private static final Map<String, Map<String, Object>> EINIG = Drehbuch.gut();

    /** User ids can't be made up. */
    private static final Map<String, Object> OHNE_KENNUNG = Map.of("wechselVonKennung", "", "wechselAnKennung", "");

    @Autowired
    private Spiel spiel;
    @Autowired
    private Vorlage vorlage;
    @Autowired
    private ProcessEngine engine;

    static List<Integer> wenige() {
        return IntStream.rangeClosed(1, 5).boxed().toList();
    }

    /** {@code -Dsaat=111,200} plays those again. */
    static List<Integer> viele() {
        String saat = System.getProperty("saat", "");
        return saat.isEmpty() ? IntStream.rangeClosed(100, 299).boxed().toList() : Stream.of(saat.split(",")).map(Integer::valueOf).toList();
    }

    @ParameterizedTest(name = "Saat {0}")
    @MethodSource("wenige")
    @DisplayName("Einige bei jedem Bau")
    void wenige(int saat) {
        spiele(saat);
    }

    @Tag("lang")
    @ParameterizedTest(name = "Saat {0}")
    @MethodSource("viele")
    @DisplayName("Zweihundert im langen Lauf")
    void viele(int saat) {
        spiele(saat);
    }

    private void spiele(int saat) {
        Random zufall = new Random(saat);
        String typ = List.of("kreisfreie-stadt", "landkreis", "gemeinde").get(zufall.nextInt(3));
        String verfahren = List.of("vorschlag", "kompakt", "ausfuehrlich").get(zufall.nextInt(3));
        Spiel.Akte rahmen = spiel.beginne(Map.of("kommuneTyp", typ, "verfahrenWunsch", verfahren, "einwohner",
                1000 + zufall.nextInt(200000), "planBeginn", "2027-01-01", "planEnde", "2028-" + (zufall.nextBoolean() ? "03" : "12") + "-31"));
        ProcessInstance instanz = engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(rahmen.id()).singleResult();
        BpmnAwareTests.init(engine);
        BpmnAwareTests.assertThat(instanz).isStarted().isWaitingAt("vorabklaerung", "nachtragen");
        if (zufall.nextInt(3) > 0) { // a preparation without gaps, so that the second half is reached
            rahmen.spieleBis(Drehbuch.gut().anders("ausrichtung-entscheiden", "tiefe", zufall.nextBoolean() ? "rahmen" : "programm",
                    "fortschreibungJahre", 2), "leitbild-entwerfen", "leitbild-erarbeiten");
        }
        int schritte = bisZumEnde(saat, zufall, instanz.getBusinessKey());
        System.out.printf("Saat %d: %s, %s, %d Aufgaben, Ende: %s%n", saat, typ, verfahren, schritte, rahmen.ende());
        BpmnAwareTests.assertThat(instanz).isEnded().hasProcessDefinitionKey("integrationskonzept");
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).as("seed %d: incidents", saat).isZero();
    }

    private int bisZumEnde(int saat, Random zufall, String zeichen) {
        Spiel.Akte akte = spiel.neueste(zeichen);
        Map<String, Integer> wieOft = new HashMap<>();
        for (int schritt = 0; schritt < HOECHSTENS; schritt++) {
            Task naechste = naechste(akte, zufall);
            if (naechste != null) {
                erledige(akte, naechste, wieOft.merge(naechste.getTaskDefinitionKey(), 1, Integer::sum) > EIGENSINN ? null : zufall);
            }
            akte.jobs();
            if (!akte.laeuft()) {
                Spiel.Akte folgende = spiel.neueste(zeichen);
                if (folgende.id().equals(akte.id()) || wurzeln(zeichen) == 4) {
                    return schritt;
                }
                akte = folgende;
            } else if (naechste == null) {
                akte.zeitKommt("berichtszeit");
            }
        }
        throw new AssertionError("seed " + saat + ": the file runs in circles at " + akte.offen() + ", done " + new TreeMap<>(wieOft));
    }

    /** Mostly what is on the list; now and then something out of turn; null when the file waits for its day. */
    private Task naechste(Spiel.Akte akte, Random zufall) {
        List<Task> offen = akte.aufgaben().stream().filter(t -> !t.isSuspended()).toList();
        List<Task> eigentliche = offen.stream().filter(t -> !t.getTaskDefinitionKey().equals("akte-nachtragen")).toList();
        boolean ruht = eigentliche.isEmpty() && offen.stream().anyMatch(this::ruht);
        if (ruht || !offen.isEmpty() && zufall.nextInt(60) == 0) {
            return offen.stream().filter(t -> t.getTaskDefinitionKey().equals("akte-nachtragen")).findFirst().orElseThrow();
        }
        return eigentliche.isEmpty() ? null : eigentliche.get(zufall.nextInt(eigentliche.size()));
    }

    /** What people say who want the file to go on: no file rests for ever, and on red the head of the administration decides. */
    private Map<String, Object> einig(Task aufgabe) {
        Map<String, Object> gesagt = new HashMap<>(EINIG.getOrDefault(aufgabe.getTaskDefinitionKey(), Map.of()));
        if (ruht(aufgabe)) {
            gesagt.put("nachtragArt", "fortsetzen");
        }
        if (aufgabe.getTaskDefinitionKey().equals("startreife-pruefen")
                && "rot".equals(engine.getTaskService().getVariable(aufgabe.getId(), "ampel"))) {
            gesagt.put("entscheidung", "spitze");
        }
        return gesagt;
    }

    private boolean ruht(Task aufgabe) {
        return Boolean.TRUE.equals(engine.getTaskService().getVariable(aufgabe.getId(), "ruht"));
    }

    private long wurzeln(String zeichen) {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(zeichen).rootProcessInstances().count();
    }

    private void erledige(Spiel.Akte akte, Task aufgabe, Random zufall) {
        Map<String, Object> gesagt = zufall == null ? einig(aufgabe) : new HashMap<>();
        gesagt.putAll(OHNE_KENNUNG);
        Map<String, Object> angaben = Spiel.json(vorlage.fuelle(aufgabe.getId(), gesagt, zufall));
        spiel.als(akte.rolle(aufgabe), () -> {
            engine.getFormService().submitTaskForm(aufgabe.getId(), Variables.fromMap(angaben));
            return null;
        });
    }
}
