package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.Probeablauf.aufgabe;
import static de.integrationskonzept.modell.Probeablauf.element;
import static de.integrationskonzept.modell.Probeablauf.termin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.engine.Refusal;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Wo laufende Akten stehen, und wo es unter einer neuen Fassung weitergeht")
class UmzugsplanerTest extends Umzugsplanfall {

    @Test
    @DisplayName("In einer gleichen Fassung bleibt jede Aufgabe und jedes Ereignis jedes mitgelieferten Ablaufs, wo es ist")
    void gleiche() throws Exception {
        for (Resource ablauf : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/**/*.bpmn")) {
            byte[] inhalt = ablauf.getContentAsByteArray();
            List<String> wartende = Bpmn.readModelFromStream(new ByteArrayInputStream(inhalt)).getModelElementsByType(FlowNode.class).stream()
                    .filter(teil -> teil instanceof UserTask || teil instanceof IntermediateCatchEvent || teil instanceof CallActivity)
                    .map(BaseElement::getId).toList();
            assertThat(planer.anweisungen(inhalt, inhalt, Map.of()).keySet()).as(ablauf.getFilename()).containsAll(wartende);
        }
    }

    @Test
    @DisplayName("Was gleich heißt, bleibt; gezählt wird über alle Fassungen, die noch laufen, auch die neueste")
    void alleFassungen() {
        probe.stelleBereit(probe.ablauf(aufgabe("a", "A"), aufgabe("b", "B")));
        probe.beginne();
        probe.erledige(probe.beginne(), "a");
        probe.stelleBereit(probe.ablauf(aufgabe("a", "A"), aufgabe("c", "C")));
        probe.beginne();
        probe.beginne();
        Probeablauf neu = probe.ablauf(aufgabe("a", "A"), aufgabe("b", "B"), aufgabe("c", "C"));
        Prozessumzug umzug = probe.umzug(neu);
        assertThat(umzug.quellen()).extracting(Quelle::version, Quelle::laufend)
                .containsExactly(Tuple.tuple(2, 2), Tuple.tuple(1, 2));
        verlange(probe.stelle(neu, "a"), 3, "a", "gleich");
        verlange(probe.stelle(neu, "b"), 1, "b", "gleich");
        assertThat(umzug.ziele()).extracting(Wahl::element).containsExactly("a", "b", "c");
        assertThat(probe.umzug(probe.ablauf(aufgabe("a", "A"), aufgabe("c", "C"))).quellen())
                .as("the same version is no other one").extracting(Quelle::version).containsExactly(1);
    }

    @Test
    @DisplayName("Eine umbenannte Aufgabe: erst vorgeschlagen, dann mit Anweisung oder von Hand; erst dann zieht sie um")
    void umbenannt() {
        Probeablauf alt = probe.ablauf(aufgabe("pruefen", "Antrag prüfen"));
        probe.stelleBereit(alt);
        String instanz = probe.beginne();
        Probeablauf ohne = probe.ablauf(aufgabe("antrag-pruefen", "antrag prüfen"));
        verlange(probe.stelle(ohne, "pruefen"), 1, "antrag-pruefen", "vorschlag");
        assertThat(planer.anweisungen(alt.bytes(), ohne.bytes(), Map.of())).as("nobody has confirmed it").doesNotContainKey("pruefen");
        assertThat(planer.fehlend(Map.of(probe.datei(), ohne.bytes())))
                .containsExactly(new FehlendeStellen.Fehlend(probe.datei(), "pruefen", "Antrag prüfen", 1));
        Map<String, String> vonHand = Map.of("pruefen", "antrag-pruefen");
        verlange(Probeprozess.stelle(probe.plane(ohne, vonHand), "pruefen"), 1, "antrag-pruefen", "bestaetigt");
        assertThat(planer.fehlend(Map.of(probe.datei(), ohne.bytes()), Map.of(probe.schluessel, vonHand))).isEmpty();

        Probeablauf mit = probe.ablauf(aufgabe("sichten", "Unterlagen sichten", "pruefen"));
        verlange(probe.stelle(mit, "pruefen"), 1, "sichten", "anweisung");
        assertThat(planer.fehlend(Map.of(probe.datei(), mit.bytes()))).isEmpty();
        assertThat(probe.ziehUm(alt, mit, Map.of(), instanz)).containsExactly("sichten");
    }

    @Test
    @DisplayName("Vorgeschlagen wird auch, was dasselbe Formular hat, und was als Einziges seiner Art und Rolle in Frage kommt; sonst nichts")
    void vorschlaege() {
        String formular = "camunda:formRef=\"leitbild-leitbild-entwerfen\" camunda:formRefBinding=\"latest\" camunda:candidateGroups=\"planung\"";
        probe.stelleBereit(probe.ablauf(element("userTask", "eins", "Eins", formular, ""), aufgabe("zwei", "Zwei"), aufgabe("drei", "Drei")));
        Probeablauf neu = probe.ablauf(element("userTask", "anders", "Anders", formular.replace("planung", "kaemmerei"), ""), aufgabe("neu", "Neu"),
                aufgabe("drei", "Drei"));
        probe.beginne();
        verlange(probe.stelle(neu, "eins"), 1, "anders", "vorschlag");
        verlange(probe.stelle(neu, "zwei"), 0, "neu", "vorschlag");
        Probeablauf zwei = probe.ablauf(aufgabe("neu", "Neu"), aufgabe("auch-neu", "Auch neu"), aufgabe("drei", "Drei"));
        verlange(probe.stelle(zwei, "zwei"), 0, null, "fehlt");
    }

    @Test
    @DisplayName("Eine entfallene Aufgabe fehlt, außer der Ablauf sagt, wo es weitergeht oder dass es mit Absicht ist; eine neue stört nicht")
    void entfallen() {
        Probeablauf alt = probe.ablauf(aufgabe("a", "A"), termin("weg", "Weg"), aufgabe("z", "Z"));
        probe.stelleBereit(alt);
        String instanz = probe.beginne();
        probe.erledige(instanz, "a");
        Probeablauf neu = probe.ablauf(aufgabe("a", "A"), aufgabe("dazu", "Dazu"), aufgabe("z", "Z"));
        verlange(probe.stelle(neu, "weg"), 1, null, "fehlt");
        assertThat(planer.fehlend(Map.of(probe.datei(), neu.bytes()))).extracting(FehlendeStellen.Fehlend::element).containsExactly("weg");
        assertThat(planer.fehlend(Map.of(probe.datei(), neu.eigenschaft("entfallen", "weg").bytes()))).isEmpty();
        verlange(probe.stelle(neu, "weg"), 1, null, "fehlt");
        verlange(probe.stelle(neu.eigenschaft("entfallen", "weg->z"), "weg"), 1, null, "fehlt");
        assertThat(probe.stelle(neu, "weg").grund()).as("a timer does not become a task").contains("verschiedener Art");
        assertThat(planer.fehlend(Map.of(probe.datei(), neu.bytes()))).hasSize(1);
        verlange(probe.stelle(neu.eigenschaft("entfallen", "a -> dazu"), "a"), 0, "dazu", "anweisung");
    }

    @Test
    @DisplayName("Eine Anweisung, die im Modell stehen bleibt, lenkt nicht um, was es inzwischen wieder gibt")
    void alteAnweisung() {
        probe.stelleBereit(probe.ablauf(aufgabe("a", "A")));
        String erste = probe.beginne();
        probe.stelleBereit(probe.ablauf(aufgabe("a", "Wieder A"), aufgabe("b", "B", "a")));
        probe.beginne();
        Probeablauf neu = probe.ablauf(aufgabe("a", "Wieder A"), aufgabe("b", "B", "a"), aufgabe("c", "C"));
        assertThat(planer.anweisungen(probe.ablauf(aufgabe("a", "A")).bytes(), neu.bytes(), Map.of())).containsEntry("a", "b");
        assertThat(planer.anweisungen(probe.ablauf(aufgabe("a", "A"), aufgabe("b", "B")).bytes(), neu.bytes(), Map.of())).containsEntry("a", "a");
        assertThat(probe.ziehUm(probe.ablauf(aufgabe("a", "A")), neu, Map.of(), erste)).containsExactly("b");
    }

    @Test
    @DisplayName("Was eine frühere Änderung zurückgelassen hat, steht der nächsten nicht im Weg")
    void zurueckgelassen() {
        probe.stelleBereit(probe.ablauf(aufgabe("alt", "Alt")));
        probe.beginne();
        probe.stelleBereit(probe.ablauf(aufgabe("neu", "Neu")));
        assertThat(planer.fehlend(Map.of(probe.datei(), probe.ablauf(aufgabe("neu", "Ganz neu")).bytes()))).isEmpty();
        assertThat(planer.fehlend(Map.of(probe.datei(), "kein Modell".getBytes(), "regel.dmn", new byte[0]))).isEmpty();
        assertThatThrownBy(() -> planer.plane(Map.of(probe.datei(), "kein Modell".getBytes()), Map.of())).isInstanceOf(Refusal.class)
                .hasMessageContaining("lässt sich nicht als Ablauf lesen");
    }
}
