package de.integrationskonzept.modelle;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.engine.ModelBean;
import de.integrationskonzept.modelle.Ausdruecke.Aufruf;
import de.integrationskonzept.modelle.Modelle.Prozess;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

@DisplayName("Ausdrücke rufen nur, was die Anwendung den Modellen anbietet")
class AusdrueckeTest {

    private static final Map<String, Class<?>> BEANS = beans();

    /** Functions that the engine offers: Json of Spin. */
    private static final Set<String> FUNKTIONEN = Set.of("JSON");

    @Test
    @DisplayName("Jeder Ausdruck ist lesbar")
    void lesbar() {
        Befunde befunde = new Befunde();
        Modelle.prozesse().forEach(p -> Ausdruecke.in(p).forEach(a -> a.fehler()
                .ifPresent(f -> befunde.wenn(true, p.schluessel() + "/" + a.ort(), a.text() + ": " + f))));
        befunde.keine();
    }

    @Test
    @DisplayName("Jeder Aufruf nennt eine angebotene Bean und eine Methode mit dieser Zahl von Angaben")
    void aufrufe() {
        assertThat(BEANS).containsKeys("akte", "zeitplan");
        Befunde befunde = new Befunde();
        Modelle.prozesse().forEach(p -> Ausdruecke.in(p).forEach(a -> {
            String ort = p.schluessel() + "/" + a.ort();
            a.aufrufe().stream().filter(r -> BEANS.containsKey(r.ziel())).forEach(r -> befunde.wenn(!gibtEs(r), ort,
                    r.ziel() + " has no public method " + r.methode() + " with " + r.argumente().size() + " parameter(s)"));
            a.aufrufe().stream().filter(r -> Set.of("getClass", "forName", "getMethod").contains(r.methode()))
                    .forEach(r -> befunde.wenn(true, ort, "reflection in " + a.text()));
            a.funktionen().stream().filter(f -> !FUNKTIONEN.contains(f)).forEach(f -> befunde.wenn(true, ort, "function " + f));
        }));
        befunde.keine();
    }

    @Test
    @DisplayName("Jeder Name in einem Ausdruck ist eine Bean oder wird im Prozess gesetzt")
    void namen() {
        Befunde befunde = new Befunde();
        Modelle.prozesse().forEach(p -> {
            Set<String> bekannt = new LinkedHashSet<>(Variablen.in(p));
            bekannt.addAll(BEANS.keySet());
            Ausdruecke.in(p).stream().filter(a -> !a.text().equals("#{execution.processBusinessKey}"))
                    .forEach(a -> a.namen().stream().filter(n -> !bekannt.contains(n)).forEach(n -> befunde.wenn(true,
                            p.schluessel() + "/" + a.ort(), "„" + n + "“ in " + a.text() + " is set nowhere")));
        });
        befunde.keine();
    }

    @Test
    @DisplayName("Keine Variable heißt wie eine Bean: sie würde die Bean verdecken")
    void verdeckt() {
        Befunde befunde = new Befunde();
        Modelle.prozesse().forEach(p -> Variablen.in(p).stream().filter(BEANS::containsKey)
                .forEach(n -> befunde.wenn(true, p.schluessel(), "variable " + n + " hides the bean")));
        befunde.keine();
    }

    @Test
    @DisplayName("Keine Skripte, keine Klassen, keine Konnektoren")
    void keinProgramm() {
        Befunde befunde = new Befunde();
        Modelle.prozesse().forEach(p -> {
            p.alle(ScriptTask.class).forEach(s -> befunde.wenn(true, p.ort(s), "script task"));
            Ausdruecke.elemente(p.datei()).forEach(e -> {
                String ort = p.schluessel() + "/" + e.getAttribute("id");
                befunde.wenn(Set.of("script", "connector", "field").contains(e.getLocalName()), ort, "<" + e.getLocalName() + ">");
                befunde.wenn(e.hasAttributeNS("http://camunda.org/schema/1.0/bpmn", "class") || e.hasAttribute("class"), ort, "class");
                befunde.wenn(e.hasAttributeNS("http://camunda.org/schema/1.0/bpmn", "delegateExpression")
                        || e.hasAttribute("delegateExpression"), ort, "delegateExpression");
                befunde.wenn(e.hasAttribute("language") && !e.getLocalName().equals("definitions"), ort,
                        "language " + e.getAttribute("language"));
            });
        });
        befunde.keine();
    }

    @Test
    @DisplayName("Was die Akte vorlesen soll, hat vorher jemand an ihr festgehalten")
    void werteDerAkte() {
        Set<String> vorhanden = new LinkedHashSet<>(anDerWurzel());
        vorhanden.addAll(Set.of("ruht", "plan"));
        Befunde befunde = new Befunde();
        Modelle.prozesse().forEach(p -> Ausdruecke.in(p).forEach(a -> a.aufrufe().stream()
                .filter(r -> "akte".equals(r.ziel()) && r.methode().equals("wert") && !vorhanden.containsAll(r.liste(0)))
                .forEach(r -> befunde.wenn(true, p.schluessel() + "/" + a.ort(), "nobody keeps " + r.argumente() + " on the frame"))));
        befunde.keine();
    }

    /** What the frame of a file and the roots that are begun after it know. */
    private static Set<String> anDerWurzel() {
        return Modelle.prozesse().stream()
                .filter(p -> p.schluessel().equals("integrationskonzept") || !Variablen.begonnen(p.schluessel()).isEmpty())
                .flatMap(p -> Variablen.in(p).stream()).collect(Collectors.toSet());
    }

    @Test
    @DisplayName("Was festgehalten, angefügt oder mitgegeben wird, gibt es in diesem Prozess")
    void festgehaltenes() {
        Befunde befunde = new Befunde();
        Modelle.prozesse().forEach(p -> {
            Set<String> bekannt = Variablen.in(p);
            Ausdruecke.in(p).forEach(a -> a.aufrufe().stream().filter(r -> "akte".equals(r.ziel())).forEach(r -> {
                int welches = Set.of("festhalten", "nachreichen").contains(r.methode()) ? 0
                        : Set.of("anfuegen", "melde", "beginne").contains(r.methode()) ? 1 : -1;
                r.liste(Math.max(welches, 0)).stream().filter(n -> welches >= 0 && !bekannt.contains(n)
                        && !(Set.of("beginne", "nachreichen").contains(r.methode()) && anDerWurzel().contains(n))).forEach(n -> befunde.wenn(true,
                        p.schluessel() + "/" + a.ort(), n + " in " + a.text() + " is set nowhere"));
            }));
        });
        befunde.keine();
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Zeitplan und Modelle passen zusammen: jede Aufgabe hat eine Frist, jeder Meilenstein kommt vor")
    void zeitplan() {
        Set<String> aufgaben = Modelle.prozesse().stream().flatMap(p -> p.alle(UserTask.class).stream()).map(UserTask::getId)
                .collect(Collectors.toSet());
        Set<String> fristen = Entscheidungstabelle.texte("fristen", 0);
        Set<String> meilensteine = Entscheidungstabelle.ergebnisse("meilensteine", "meilenstein");
        Befunde befunde = new Befunde();
        aufgaben.forEach(t -> befunde.wenn(!fristen.contains(t), t, "has no row in fristen.dmn"));
        fristen.stream().filter(f -> !f.isBlank()).forEach(f -> befunde.wenn(!aufgaben.contains(f), "fristen.dmn", "no task is called " + f));
        Entscheidungstabelle.ergebnisse("fristen", "meilenstein").stream().filter(m -> !m.isBlank())
                .forEach(m -> befunde.wenn(!meilensteine.contains(m), "fristen.dmn", "no milestone is called " + m));
        Variablen.aufrufe("erreicht").flatMap(r -> r.argumente().stream()).filter(Objects::nonNull)
                .forEach(m -> befunde.wenn(!meilensteine.contains(m), "zeitplan.erreicht", "no milestone is called " + m));
        befunde.keine();
    }

    private static boolean gibtEs(Aufruf aufruf) {
        return Arrays.stream(BEANS.get(aufruf.ziel()).getMethods()).anyMatch(m -> m.getName().equals(aufruf.methode())
                && m.getParameterCount() == aufruf.argumente().size() && Modifier.isPublic(m.getModifiers())
                && m.getDeclaringClass() != Object.class);
    }

    /** The classes that carry {@link ModelBean}, by the name that models use. */
    private static Map<String, Class<?>> beans() {
        var suche = new ClassPathScanningCandidateComponentProvider(false);
        suche.addIncludeFilter(new AnnotationTypeFilter(ModelBean.class));
        Map<String, Class<?>> beans = new LinkedHashMap<>();
        suche.findCandidateComponents("de.integrationskonzept").forEach(d -> {
            Class<?> klasse = ClassUtils.resolveClassName(Objects.requireNonNull(d.getBeanClassName()), null);
            beans.put(klasse.getAnnotation(ModelBean.class).value(), klasse);
        });
        return beans;
    }
}
