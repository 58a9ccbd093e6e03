package de.integrationskonzept.modelle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.engine.ModelBean;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.yaml.snakeyaml.Yaml;

/** The building blocks for the Camunda Modeler and for the workbench offer what there is, and all of it. */
@DisplayName("Die Bausteine nennen nur, was es gibt, und alles, was es gibt")
class ElementvorlagenTest {

    private static final JsonNode VORLAGEN = Modelle.json(Path.of(".camunda/element-templates/integrationskonzept.json"));
    private static final Pattern AUFRUF = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\('([^']*)'\\)\\}");

    @Test
    @DisplayName("Rollen: jede, die Aufgaben bekommt, mit ihrem Namen")
    void rollen() throws IOException {
        Map<String, Object> einstellungen = new Yaml().load(Files.readString(Path.of("src/main/resources/application.yaml")).split("\nspring:")[0]);
        List<?> rollen = (List<?>) ((Map<?, ?>) einstellungen.get("integrationskonzept")).get("rollen");
        Map<String, String> erwartet = rollen.stream().map(rolle -> (Map<?, ?>) rolle).filter(rolle -> Set.of("AUFGABEN", "AKTE").contains(rolle.get("sieht")))
                .collect(Collectors.toMap(rolle -> (String) rolle.get("id"), rolle -> (String) rolle.get("name"), (a, b) -> a, TreeMap::new));

        assertThat(auswahl("aufgabe", "camunda:candidateGroups")).isEqualTo(erwartet);
    }

    @Test
    @DisplayName("Dokumente: jede Vorlage")
    void dokumente() throws IOException {
        try (Stream<Path> alle = Files.list(Path.of("src/main/resources/dokumente"))) {
            assertThat(werte("dokument")).isEqualTo(alle.map(datei -> datei.getFileName().toString()).filter(name -> name.endsWith(".html"))
                    .map(name -> name.replace(".html", "")).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    @DisplayName("Meilensteine: jeder der Regel")
    void meilensteine() {
        Set<String> meilensteine = Modelle.regelwerke().stream().filter(r -> Modelle.name(r.datei()).equals("meilensteine"))
                .flatMap(r -> r.modell().getModelElementsByType(Rule.class).stream())
                .map(r -> r.getOutputEntries().iterator().next().getText().getTextContent().replace("\"", "")).collect(Collectors.toCollection(TreeSet::new));

        assertThat(werte("frist")).isEqualTo(meilensteine);
    }

    @Test
    @DisplayName("Jeder Aufruf nennt eine Bean und eine Methode, die es gibt")
    void aufrufe() {
        Map<String, Class<?>> beans = beans();
        List<String> texte = VORLAGEN.findValuesAsText("value").stream().filter(wert -> wert.startsWith("${")).toList();
        assertThat(texte).hasSizeGreaterThan(30).allSatisfy(text -> {
            Matcher aufruf = AUFRUF.matcher(text);
            assertThat(aufruf.matches()).as(text).isTrue();
            assertThat(Arrays.stream(beans.get(aufruf.group(1)).getMethods()).filter(m -> m.getParameterCount() == 1).map(m -> m.getName()))
                    .as(text).contains(aufruf.group(2));
        });
    }

    @Test
    @DisplayName("Jede Vorgabe steht zur Wahl, und Kennungen kommen nicht zweimal vor")
    void stimmig() {
        assertThat(VORLAGEN.findValuesAsText("id")).doesNotHaveDuplicates().hasSize(5).allMatch(id -> id.startsWith("integrationskonzept-"));
        VORLAGEN.findParents("choices").forEach(feld -> assertThat(feld.get("choices").findValuesAsText("value")).contains(feld.get("value").asText()));
    }

    private static Map<String, String> auswahl(String vorlage, String eigenschaft) {
        JsonNode feld = felder(vorlage).filter(f -> f.at("/binding/name").asText().equals(eigenschaft)).findFirst().orElseThrow();
        Map<String, String> wahl = new TreeMap<>();
        feld.get("choices").forEach(w -> wahl.put(w.get("value").asText(), w.get("name").asText()));
        return wahl;
    }

    private static Stream<JsonNode> felder(String vorlage) {
        return StreamSupport.stream(VORLAGEN.spliterator(), false).filter(v -> v.get("id").asText().equals("integrationskonzept-" + vorlage))
                .flatMap(v -> StreamSupport.stream(v.get("properties").spliterator(), false));
    }

    /** What stands in the quotation marks of the calls that can be chosen. */
    private static Set<String> werte(String vorlage) {
        return auswahl(vorlage, "camunda:expression").keySet().stream().map(AUFRUF::matcher).filter(Matcher::matches).map(m -> m.group(3))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Class<?>> beans() {
        var suche = new ClassPathScanningCandidateComponentProvider(false);
        suche.addIncludeFilter(new AnnotationTypeFilter(ModelBean.class));
        Map<String, Class<?>> beans = new LinkedHashMap<>();
        suche.findCandidateComponents("de.integrationskonzept").forEach(gefunden -> {
            Class<?> klasse = ClassUtils.resolveClassName(gefunden.getBeanClassName(), null);
            beans.put(klasse.getAnnotation(ModelBean.class).value(), klasse);
        });
        return beans;
    }
}
