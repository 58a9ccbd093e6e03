package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.Probeablauf.aufgabe;
import static de.integrationskonzept.modell.Probeablauf.aufruf;
import static de.integrationskonzept.modell.Probeablauf.element;
import static de.integrationskonzept.modell.Probeablauf.termin;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The models of every release lie in {@code src/test/resources/released/<version>}. Files that began under any of them still run,
 * so what they wait at must be there today or be named by an instruction.
 */
@Tag("einmal")
@DisplayName("Akten aus jeder veröffentlichten Fassung können mit den heutigen Modellen weiterlaufen")
class ReleasedTest {

    private static final Path VEROEFFENTLICHT = Path.of("src/test/resources/released");

    static List<Path> fassungen() throws IOException {
        try (Stream<Path> ordner = Files.list(VEROEFFENTLICHT)) {
            return ordner.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fassungen")
    @DisplayName("Keine Wartestelle, kein Formular, keine Regel und kein Ablauf verschwindet ohne Anweisung")
    void nichtsVerschwindet(Path fassung) {
        Modellstand damals = Modellstand.in(fassung);
        assertThat(damals.prozesse()).hasSizeGreaterThan(30);
        assertThat(damals.formulare()).isNotEmpty();
        assertThat(damals.regeln()).isNotEmpty();
        assertThat(Modellstand.in(Path.of(".")).verlorenGegenueber(damals)).isEmpty();
    }

    private final Map<String, byte[]> damals = new HashMap<>(Map.of("p.bpmn", Probeablauf.mit("p", aufgabe("a", "A"), termin("t", "T"),
                    element("userTask", "f", "F", "camunda:formRef=\"formular\"", ""), aufruf("c", "C", "q"),
                    element("businessRuleTask", "r", "R", "camunda:decisionRef=\"regel\"", "")).bytes(),
            "q.bpmn", Probeablauf.mit("q", aufgabe("innen", "Innen")).bytes(), "formular.form", form("formular"), "regel.dmn", regel("regel")));

    private static byte[] form(String id) {
        return ("{\"id\": \"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] regel(String id) {
        return ("<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" namespace=\"n\"><decision id=\"" + id
                + "\" name=\"R\"/></definitions>").getBytes(StandardCharsets.UTF_8);
    }

    private List<String> verloren(Map<String, byte[]> heute) {
        return Modellstand.aus(heute).verlorenGegenueber(Modellstand.aus(damals));
    }

    private Map<String, byte[]> ohne(String datei) {
        Map<String, byte[]> heute = new HashMap<>(damals);
        heute.remove(datei);
        return heute;
    }

    private Map<String, byte[]> mit(Probeablauf ablauf) {
        Map<String, byte[]> heute = new HashMap<>(damals);
        heute.put("p.bpmn", ablauf.bytes());
        return heute;
    }

    private static final String[] REST = {element("userTask", "f", "F", "camunda:formRef=\"formular\"", ""), aufruf("c", "C", "q"),
            element("businessRuleTask", "r", "R", "camunda:decisionRef=\"regel\"", "")};

    @Test
    @DisplayName("Gleiche Modelle: nichts verloren")
    void gleich() {
        assertThat(verloren(damals)).isEmpty();
    }

    @Test
    @DisplayName("Eine Aufgabe verschwindet oder wird zum Termin: verloren, bis eine Anweisung es sagt")
    void wartestelle() {
        assertThat(verloren(mit(Probeablauf.mit("p", termin("a", "A"), REST[0], REST[1], REST[2])))).hasSize(2)
                .anyMatch(satz -> satz.startsWith("p/a (A): the step has vanished or is of another kind"))
                .anyMatch(satz -> satz.startsWith("p/t (T): the step has vanished"));
        assertThat(verloren(mit(Probeablauf.mit("p", aufgabe("b", "B", "a"), REST[0], REST[1], REST[2]).eigenschaft("entfallen", "t")))).isEmpty();
        assertThat(verloren(mit(Probeablauf.mit("p", aufgabe("b", "B", "a"), REST[0], REST[1], REST[2]).eigenschaft("entfallen", "t->b"))))
                .as("a timer does not become a task").hasSize(1);
    }

    @Test
    @DisplayName("Ein ganzer Ablauf verschwindet: verloren, bis ein anderer ihn nennt; und wer ihn aufruft, fällt auf")
    void ablauf() {
        assertThat(verloren(ohne("q.bpmn"))).hasSize(2).anyMatch(satz -> satz.startsWith("q: the process has vanished"))
                .anyMatch(satz -> satz.startsWith("p/c (C): it calls q, which has vanished"));
        Probeablauf umgestellt = Probeablauf.mit("p", aufgabe("a", "A"), termin("t", "T"), REST[0], aufruf("c", "C", "neu"), REST[2]);
        Map<String, byte[]> heute = mit(umgestellt);
        heute.remove("q.bpmn");
        heute.put("neu.bpmn", Probeablauf.mit("neu", aufgabe("innen", "Innen")).eigenschaft("frueher", "q").bytes());
        assertThat(verloren(heute)).isEmpty();
        heute.put("p.bpmn", Probeablauf.mit("p", aufgabe("a", "A"), termin("t", "T"), REST[0], REST[2]).bytes());
        assertThat(verloren(heute)).as("a call does not vanish silently").isNotEmpty();
    }

    @Test
    @DisplayName("Ein Formular oder eine Regel verschwindet: verloren, auch wenn laufende Akten nur die alte Fassung behalten")
    void formularUndRegel() {
        assertThat(verloren(ohne("formular.form"))).singleElement().asString().startsWith("p/f (F): its form formular has vanished");
        assertThat(verloren(ohne("regel.dmn"))).singleElement().asString().contains("decision regel");
        Map<String, byte[]> heute = mit(Probeablauf.mit("p", aufgabe("a", "A"), termin("t", "T"), aufgabe("g", "G", "f"), REST[1], REST[2]));
        heute.remove("formular.form");
        assertThat(verloren(heute)).as("the task is mapped to one with another form").isEmpty();
    }
}
