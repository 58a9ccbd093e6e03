package de.integrationskonzept.modelle;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.modelle.Modelle.Formulardatei;
import de.integrationskonzept.modelle.Modelle.Prozess;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

@DisplayName("Jede Aufgabe hat Formular, Rolle, Frist und Erklärung")
class BenutzeraufgabenTest {

    private static final int HOECHSTENS = 30;
    private static final int ERKLAERUNG = 60;

    /**
     * What comes after the Handlungsfelder are agreed, or beside the way, as a meeting that nobody has to hold; the files played
     * over REST count those tasks.
     */
    private static final Set<String> DANACH = Set.of("leitbild", "handlungsfeld", "massnahmen", "feldmassnahmen", "massnahmenzusage",
            "beschluss", "auflage", "controlling", "verstetigung", "terminwacht", "leitungswechsel", "zielvereinbarung", "umsetzung",
            "umsetzungsjahr", "fortschreibung", "sitzung");

    /** Begun by a bean as a root of its own, see {@code nachricht.Post}. */
    private static final Set<String> VON_DER_ANWENDUNG = Set.of("nachrichten", "versand");

    /** Roles that the file names: a Fachbereich, or who is responsible for a condition. */
    private static final Set<String> AUS_DER_AKTE = Set.of("${fachbereich}", "${zustaendig}");

    @Test
    @DisplayName("Das Formular jeder Aufgabe gibt es, und es wird in der neuesten Fassung gezeigt")
    void formular() {
        Set<String> formulare = Modelle.formulare().stream().map(Formulardatei::id).collect(Collectors.toSet());
        Befunde befunde = new Befunde();
        aufgaben((prozess, aufgabe) -> {
            befunde.wenn(!formulare.contains(aufgabe.getCamundaFormRef()), prozess.ort(aufgabe),
                    "form " + aufgabe.getCamundaFormRef() + " does not exist");
            befunde.wenn(!"latest".equals(aufgabe.getCamundaFormRefBinding()), prozess.ort(aufgabe), "formRefBinding is not latest");
        });
        befunde.keine();
    }

    @Test
    @DisplayName("Ein Prozess, der von Hand begonnen wird, hat ein Startformular")
    void startformular() {
        Set<String> gerufen = Modelle.prozesse().stream().flatMap(p -> p.alle(CallActivity.class).stream())
                .map(CallActivity::getCalledElement).collect(Collectors.toSet());
        Set<String> formulare = Modelle.formulare().stream().map(Formulardatei::id).collect(Collectors.toSet());
        Befunde befunde = new Befunde();
        Modelle.prozesse().stream().filter(p -> !gerufen.contains(p.schluessel()) && !VON_DER_ANWENDUNG.contains(p.schluessel())
                && Variablen.begonnen(p.schluessel()).isEmpty()).forEach(p -> {
            StartEvent start = p.prozess().getChildElementsByType(StartEvent.class).iterator().next();
            befunde.wenn(!formulare.contains(start.getCamundaFormRef()), p.ort(start), "is started by hand and has no start form");
        });
        assertThat(Modelle.prozesse()).extracting(Prozess::schluessel).contains("integrationskonzept");
        befunde.keine();
    }

    @Test
    @DisplayName("Die Rolle jeder Aufgabe steht in der Konfiguration; nie eine feste Person")
    void rolle() throws IOException {
        Set<String> rollen = rollen();
        Befunde befunde = new Befunde();
        aufgaben((prozess, aufgabe) -> {
            List<String> genannt = aufgabe.getCamundaCandidateGroups() == null ? List.of()
                    : Arrays.stream(aufgabe.getCamundaCandidateGroups().split(",")).map(String::strip).toList();
            befunde.wenn(genannt.isEmpty(), prozess.ort(aufgabe), "has no role");
            genannt.stream().filter(r -> !AUS_DER_AKTE.contains(r))
                    .forEach(r -> befunde.wenn(!rollen.contains(r), prozess.ort(aufgabe), "unknown role " + r));
            befunde.wenn(genannt.stream().anyMatch(Set.of("gemeinde", "stakeholder", "prozessverantwortung", "modellpflege")::contains),
                    prozess.ort(aufgabe), "role " + genannt + " holds no process tasks");
            befunde.wenn(festePerson(aufgabe.getCamundaAssignee()) || aufgabe.getCamundaCandidateUsers() != null,
                    prozess.ort(aufgabe), "names a person");
        });
        befunde.keine();
    }

    /** Who leads a working group stands in the file; a model may hand the task to that person, but to nobody by name. */
    private static boolean festePerson(String zustaendig) {
        return zustaendig != null && !zustaendig.startsWith("${");
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Die Frist jeder Aufgabe kommt aus dem Zeitplan, unter ihrem eigenen Namen")
    void frist() {
        Befunde befunde = new Befunde();
        aufgaben((prozess, aufgabe) -> befunde.wenn(
                !("${zeitplan.faellig('" + aufgabe.getId() + "')}").equals(aufgabe.getCamundaDueDate()),
                prozess.ort(aufgabe), "due date is " + aufgabe.getCamundaDueDate()));
        befunde.keine();
    }

    @Test
    @DisplayName("Jede Aufgabe sagt in ganzen Sätzen, was zu tun ist")
    void erklaerung() {
        Befunde befunde = new Befunde();
        aufgaben((prozess, aufgabe) -> {
            String text = aufgabe.getDocumentations().stream().map(d -> d.getTextContent()).collect(Collectors.joining(" ")).strip();
            befunde.wenn(text.length() < ERKLAERUNG, prozess.ort(aufgabe), "documentation has only " + text.length() + " characters");
            Deutsch.fremd(text).ifPresent(wort -> befunde.wenn(true, prozess.ort(aufgabe), "English in documentation: " + wort));
        });
        befunde.keine();
    }

    @Test
    @DisplayName("Was nicht die Integrationsbeauftragten selbst tun, können sie im Auftrag erfassen")
    void imAuftrag() {
        Set<String> erlauben = Modelle.formulare().stream().filter(f -> f.felder().stream()
                .anyMatch(k -> "imAuftrag".equals(k.json().path("properties").path("capability").asText()))).map(Formulardatei::id)
                .collect(Collectors.toSet());
        Befunde befunde = new Befunde();
        aufgaben((prozess, aufgabe) -> befunde.wenn(!"integrationsbeauftragte".equals(aufgabe.getCamundaCandidateGroups())
                && !erlauben.contains(aufgabe.getCamundaFormRef()), prozess.ort(aufgabe), "form has no field of capability imAuftrag"));
        befunde.keine();
    }

    @Test
    @DisplayName("Nicht mehr Arbeit, als die Sache wert ist: höchstens 30 Aufgaben bis zu den vereinbarten Handlungsfeldern")
    void budget() {
        Map<String, Map<String, Long>> jeProzess = new TreeMap<>();
        Map<String, Long> jeRolle = new TreeMap<>();
        aufgaben((prozess, aufgabe) -> {
            if (DANACH.contains(prozess.schluessel())) {
                return;
            }
            jeProzess.computeIfAbsent(prozess.schluessel(), s -> new TreeMap<>()).merge(aufgabe.getCamundaCandidateGroups(), 1L, Long::sum);
            jeRolle.merge(aufgabe.getCamundaCandidateGroups(), 1L, Long::sum);
        });
        long zahl = jeRolle.values().stream().mapToLong(Long::longValue).sum();
        System.out.printf("User tasks: %d of %d%n", zahl, HOECHSTENS);
        jeProzess.forEach((prozess, rollen) -> System.out.printf("  %-20s %s%n", prozess, rollen));
        jeRolle.forEach((rolle, n) -> System.out.printf("  %-24s %d%n", rolle, n));
        assertThat(zahl).isBetween(1L, (long) HOECHSTENS);
    }

    private interface Pruefung {
        void pruefe(Prozess prozess, UserTask aufgabe);
    }

    private static void aufgaben(Pruefung pruefung) {
        Modelle.prozesse().forEach(p -> p.alle(UserTask.class).forEach(a -> pruefung.pruefe(p, a)));
    }

    /** The roles as the application reads them. */
    private static Set<String> rollen() throws IOException {
        var quelle = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml")).get(0);
        return Arrays.stream(quelle.getPropertyNames()).filter(n -> n.matches("integrationskonzept\\.rollen\\[\\d+]\\.id"))
                .map(n -> String.valueOf(quelle.getProperty(n))).collect(Collectors.toSet());
    }
}
