package de.integrationskonzept.modelle;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.modelle.Modelle.Formulardatei;
import de.integrationskonzept.modelle.Modelle.Komponente;
import de.integrationskonzept.modelle.Modelle.Prozess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Was Menschen ohne Anmeldung zu sehen bekommen")
class LinksTest {

    /** What the pages without script can show; a list only with the rows that are there. */
    private static final Set<String> ZEIGBAR = Set.of("text", "textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "datetime",
            "group", "dynamiclist");
    private static final int FRAGEN = 5;

    private record Link(Prozess prozess, UserTask aufgabe, Map<String, String> angaben, Formulardatei formular) {
    }

    private final Befunde befunde = new Befunde();

    private static List<Link> links() {
        List<Link> links = new ArrayList<>();
        Modelle.prozesse().forEach(p -> p.alle(UserTask.class).stream().filter(t -> Modelle.angaben(t).containsKey("linkFormular")).forEach(t ->
                links.add(new Link(p, t, Modelle.angaben(t), Modelle.formulare().stream()
                        .filter(f -> f.id().equals(Modelle.angaben(t).get("linkFormular"))).findFirst().orElseThrow()))));
        return links;
    }

    @Test
    @DisplayName("Ein Formular für Links hat wenige Fragen, die jedes Gerät ohne Skript zeigen kann")
    void kurz() {
        assertThat(links()).hasSizeGreaterThanOrEqualTo(3);
        links().forEach(link -> {
            link.formular().komponenten().forEach(k -> {
                befunde.wenn(!ZEIGBAR.contains(k.typ()), link.formular().id(), "component type " + k.typ());
                befunde.wenn(k.istListe() && k.json().path("allowAddRemove").asBoolean(true), link.formular().id(), k.name() + " lets people add rows");
            });
            befunde.wenn(link.formular().felder().stream().filter(k -> !k.json().path("readonly").asBoolean()).count() > FRAGEN, link.formular().id(),
                    "has more than " + FRAGEN + " questions");
        });
        befunde.keine();
    }

    @Test
    @DisplayName("Das Formular nennt nur, was das Modell freigibt")
    void nurFreigegebenes() {
        links().forEach(link -> {
            Set<String> erlaubt = new HashSet<>(Arrays.stream(link.angaben().getOrDefault("linkZeigt", "").split(",")).map(String::strip).toList());
            link.formular().felder().forEach(k -> erlaubt.add(k.schluessel()));
            link.formular().komponenten().stream().filter(Komponente::istListe).forEach(k -> erlaubt.add(k.schluessel()));
            FormulareTest.ausdruecke(link.formular()).forEach(a -> VersorgungTest.namen(a).stream().filter(n -> !erlaubt.contains(n))
                    .forEach(n -> befunde.wenn(true, link.formular().id(), n + " is not in linkZeigt of " + link.prozess().ort(link.aufgabe()))));
        });
        befunde.keine();
    }

    @Test
    @DisplayName("Was ein Link erledigt, fragt auch das Formular der Aufgabe")
    void wieDieAufgabe() {
        links().stream().filter(link -> "erledigt".equals(link.angaben().get("linkAntwort"))).forEach(link -> {
            Set<String> gefragt = Modelle.formulare().stream().filter(f -> f.id().equals(link.aufgabe().getCamundaFormRef()))
                    .flatMap(f -> f.felder().stream()).map(Komponente::name).collect(Collectors.toSet());
            link.formular().felder().forEach(k -> befunde.wenn(!gefragt.contains(k.name()), link.formular().id(), k.name() + " is no field of the task"));
        });
        befunde.keine();
    }
}
