package de.integrationskonzept.modelle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** All models and forms of the product as they lie in {@code bpmn/} and {@code forms/}, read once. */
final class Modelle {

    private static final Path BPMN = Path.of("bpmn");
    private static final Path FORMS = Path.of("forms");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Prozess> PROZESSE = lies(BPMN, ".bpmn",
            datei -> new Prozess(datei, Bpmn.readModelFromFile(datei.toFile())));
    private static final List<Regelwerk> REGELWERKE = lies(BPMN, ".dmn",
            datei -> new Regelwerk(datei, Dmn.readModelFromFile(datei.toFile())));
    private static final List<Formulardatei> FORMULARE = lies(FORMS, ".form", datei -> new Formulardatei(datei, json(datei)));

    private Modelle() {
    }

    /** A BPMN file with its one process. */
    record Prozess(Path datei, BpmnModelInstance modell) {

        Process prozess() {
            return alle(Process.class).iterator().next();
        }

        String schluessel() {
            return prozess().getId();
        }

        <T extends ModelElementInstance> Collection<T> alle(Class<T> art) {
            return modell.getModelElementsByType(art);
        }

        /** Where in the models an element is, for findings. */
        String ort(BaseElement element) {
            return schluessel() + "/" + element.getId();
        }

        /** Shown to nobody but those who work on its tasks. */
        boolean vertraulich() {
            return Ausdruecke.elemente(datei).anyMatch(e -> "property".equals(e.getLocalName())
                    && "vertraulich".equals(e.getAttribute("name")) && "true".equals(e.getAttribute("value")));
        }
    }

    /** A DMN file with one decision, or with several that lead to the one named like the file. */
    record Regelwerk(Path datei, DmnModelInstance modell) {

        Collection<Decision> entscheidungen() {
            return modell.getModelElementsByType(Decision.class);
        }
    }

    /** A form file. */
    record Formulardatei(Path datei, JsonNode json) {

        String id() {
            return json.path("id").asText();
        }

        /** All components, those inside groups and lists included. */
        List<Komponente> komponenten() {
            List<Komponente> alle = new ArrayList<>();
            sammle(json.path("components"), null, alle);
            return alle;
        }

        private static void sammle(JsonNode komponenten, String liste, List<Komponente> alle) {
            komponenten.forEach(k -> {
                Komponente komponente = new Komponente(k, liste);
                alle.add(komponente);
                sammle(k.path("components"), komponente.istListe() ? komponente.schluessel() : liste, alle);
            });
        }

        /** What people can answer: fields and lists. */
        List<Komponente> felder() {
            return komponenten().stream().filter(k -> k.schluessel() != null && !k.nurAnzeige()).toList();
        }

        /** Names under which the form sends values. */
        Set<String> variablen() {
            Set<String> namen = new LinkedHashSet<>();
            felder().stream().filter(f -> f.liste() == null).forEach(f -> namen.add(f.schluessel()));
            return namen;
        }
    }

    /** @param liste key of the dynamic list that it lies in, null outside */
    record Komponente(JsonNode json, String liste) {

        private static final Set<String> NUR_ANZEIGE = Set.of("text", "html", "image", "separator", "spacer", "button", "table",
                "group");

        String typ() {
            return json.path("type").asText();
        }

        String id() {
            return json.path("id").asText();
        }

        String schluessel() {
            return json.hasNonNull("key") ? json.get("key").asText() : istListe() ? json.path("path").asText() : null;
        }

        /** The key with that of its list in front. */
        String name() {
            return liste == null ? schluessel() : liste + "." + schluessel();
        }

        boolean istListe() {
            return typ().equals("dynamiclist");
        }

        boolean nurAnzeige() {
            return NUR_ANZEIGE.contains(typ());
        }

        boolean pflicht() {
            return json.path("validate").path("required").asBoolean() || json.path("properties").path("mindestens").asInt() > 0;
        }

        String verborgenWenn() {
            return json.path("conditional").path("hide").asText("").replaceFirst("^\\s*=", "").strip();
        }
    }

    static List<Prozess> prozesse() {
        return PROZESSE;
    }

    static List<Regelwerk> regelwerke() {
        return REGELWERKE;
    }

    /** Properties that the model gives an element. */
    static Map<String, String> angaben(BaseElement element) {
        return element.getExtensionElements() == null ? Map.of() : element.getExtensionElements().getElementsQuery()
                .filterByType(CamundaProperties.class).list().stream().flatMap(alle -> alle.getCamundaProperties().stream())
                .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
    }

    static List<Formulardatei> formulare() {
        return FORMULARE;
    }

    /** Decisions that the templates of documents name in their head. */
    static Set<String> regelnDerVorlagen() {
        Pattern angabe = Pattern.compile("<meta\\s+name=\"entscheidung\"\\s+content=\"([^\"]*)\"");
        Set<String> regeln = new LinkedHashSet<>();
        lies(Path.of("src/main/resources/dokumente"), ".html", Modelle::text).forEach(vorlage -> angabe.matcher(vorlage).results()
                .forEach(treffer -> regeln.addAll(List.of(treffer.group(1).strip().split("\\s*,\\s*")))));
        return regeln;
    }

    private static String text(Path datei) {
        try {
            return Files.readString(datei);
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }

    static JsonNode json(Path datei) {
        try {
            return JSON.readTree(datei.toFile());
        } catch (IOException fehler) {
            throw new UncheckedIOException(datei + " is no JSON", fehler);
        }
    }

    /** File name without its ending. */
    static String name(Path datei) {
        return datei.getFileName().toString().replaceFirst("\\.[^.]+$", "");
    }

    static String ordner(Path datei) {
        return datei.getParent().getFileName().toString();
    }

    private static <T> List<T> lies(Path wurzel, String endung, Function<Path, T> leser) {
        try (Stream<Path> dateien = Files.walk(wurzel)) {
            return dateien.filter(d -> d.toString().endsWith(endung)).sorted().map(datei -> {
                try {
                    return leser.apply(datei);
                } catch (RuntimeException unlesbar) {
                    throw new IllegalStateException(datei + ": " + unlesbar.getMessage(), unlesbar);
                }
            }).toList();
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }
}
