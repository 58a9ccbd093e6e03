package de.integrationskonzept.modelle;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.modelle.Modelle.Prozess;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Vertrauliches bleibt, wo es gefragt wurde")
class VertraulichTest {

    private final List<Prozess> vertraulich = Modelle.prozesse().stream().filter(Prozess::vertraulich).toList();

    @Test
    @Tag("R14")
    @Tag("R46")
    @DisplayName("R14, R46: Aus einem vertraulichen Prozess wird nichts herausgereicht, festgehalten oder gemeldet")
    void nichtsVerlaesstDenProzess() {
        assertThat(vertraulich).as("confidential processes").isNotEmpty();
        Befunde befunde = new Befunde();
        Modelle.prozesse().forEach(p -> p.alle(CallActivity.class).stream()
                .filter(c -> vertraulich.stream().anyMatch(v -> v.schluessel().equals(c.getCalledElement())) && c.getExtensionElements() != null)
                .forEach(c -> befunde.wenn(!c.getExtensionElements().getElementsQuery().filterByType(CamundaOut.class).list().isEmpty(),
                        p.ort(c), "maps something out of " + c.getCalledElement())));
        vertraulich.forEach(p -> {
            Ausdruecke.in(p).forEach(a -> a.aufrufe().stream()
                    .filter(r -> Set.of("festhalten", "anfuegen", "melde", "beginne", "nachreichen").contains(r.methode()))
                    .forEach(r -> befunde.wenn(true, p.schluessel() + "/" + a.ort(), "calls " + a.text())));
            p.alle(CallActivity.class).forEach(c -> befunde.wenn(true, p.ort(c), "calls another process"));
            p.alle(SendTask.class).forEach(s -> befunde.wenn(true, p.ort(s), "sends something"));
        });
        befunde.keine();
    }

    @Test
    @Tag("R14")
    @Tag("R46")
    @DisplayName("R14, R46: Vertrauliche Aufgaben gehören nur den Integrationsbeauftragten")
    void nurIntegrationsbeauftragte() {
        Befunde befunde = new Befunde();
        vertraulich.forEach(p -> p.alle(UserTask.class).forEach(t -> befunde.wenn(
                !"integrationsbeauftragte".equals(t.getCamundaCandidateGroups()), p.ort(t), "role " + t.getCamundaCandidateGroups())));
        befunde.keine();
    }

    @Test
    @Tag("R14")
    @Tag("R46")
    @DisplayName("R14, R46: Was dort gefragt wird, fragt kein anderes Formular und liest kein anderer Prozess")
    void keinZweiterOrt() {
        Befunde befunde = new Befunde();
        vertraulich.forEach(p -> {
            Set<String> geheim = new LinkedHashSet<>();
            Variablen.formulare(p).forEach(f -> geheim.addAll(f.variablen()));
            Modelle.prozesse().stream().filter(q -> !q.schluessel().equals(p.schluessel())).forEach(q -> Variablen.in(q).stream()
                    .filter(geheim::contains).forEach(n -> befunde.wenn(true, q.schluessel(), "knows the confidential variable " + n)));
        });
        befunde.keine();
    }
}
