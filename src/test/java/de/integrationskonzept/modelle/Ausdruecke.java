package de.integrationskonzept.modelle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** The expressions of a model, taken apart with the engine's own parser. */
final class Ausdruecke {

    private static final Map<Path, List<Ausdruck>> GELESEN = new ConcurrentHashMap<>();
    private static final Builder LESER = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private Ausdruecke() {
    }

    /**
     * @param ort id of the element that it belongs to
     * @param stelle name of the attribute or element that holds it
     */
    record Ausdruck(String ort, String stelle, String text) {

        /** The parser's complaint, empty when it reads well. */
        Optional<String> fehler() {
            try {
                LESER.build(text);
                return Optional.empty();
            } catch (TreeBuilderException fehler) {
                return Optional.of(fehler.getMessage());
            }
        }

        List<Aufruf> aufrufe() {
            return knoten().filter(AstMethod.class::isInstance).map(n -> Aufruf.aus((AstMethod) n)).toList();
        }

        /** Names of variables and beans. */
        List<String> namen() {
            return knoten().filter(AstIdentifier.class::isInstance).map(n -> ((AstIdentifier) n).getName()).distinct().toList();
        }

        List<String> funktionen() {
            return knoten().filter(AstFunction.class::isInstance).map(n -> ((AstFunction) n).getName()).distinct().toList();
        }

        private Stream<Node> knoten() {
            return fehler().isPresent() ? Stream.empty() : alle(LESER.build(text).getRoot());
        }

        private static Stream<Node> alle(Node knoten) {
            return Stream.concat(Stream.of(knoten),
                    IntStream.range(0, knoten.getCardinality()).mapToObj(knoten::getChild).flatMap(Ausdruck::alle));
        }
    }

    /**
     * A method call.
     *
     * @param ziel the name in front of the dot, null when it is no plain name
     * @param argumente the literal text of each argument, null where it is none
     */
    record Aufruf(String ziel, String methode, List<String> argumente) {

        static Aufruf aus(AstMethod aufruf) {
            Node eigenschaft = aufruf.getChild(0);
            Node vorn = eigenschaft.getChild(0);
            Node parameter = aufruf.getChild(1);
            List<String> argumente = new ArrayList<>();
            for (int i = 0; i < parameter.getCardinality(); i++) {
                argumente.add(parameter.getChild(i) instanceof AstString text ? String.valueOf(text.eval(null, null)) : null);
            }
            return new Aufruf(vorn instanceof AstIdentifier name ? name.getName() : null,
                    eigenschaft instanceof AstDot punkt ? punkt.toString().replaceFirst("^\\.\\s*", "") : "", argumente);
        }

        /** The comma-separated names in an argument. */
        List<String> liste(int argument) {
            return argumente.size() <= argument || argumente.get(argument) == null ? List.of()
                    : Stream.of(argumente.get(argument).split(",")).map(String::strip).filter(n -> !n.isEmpty()).toList();
        }
    }

    static List<Ausdruck> in(Modelle.Prozess prozess) {
        return GELESEN.computeIfAbsent(prozess.datei(), datei -> lies(prozess));
    }

    private static List<Ausdruck> lies(Modelle.Prozess prozess) {
        List<Ausdruck> gefunden = new ArrayList<>();
        elemente(prozess.datei()).forEach(element -> {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Attr attribut = (Attr) element.getAttributes().item(i);
                merke(gefunden, element, attribut.getLocalName(), attribut.getValue());
            }
            if (element.getElementsByTagName("*").getLength() == 0) {
                merke(gefunden, element, element.getLocalName(), element.getTextContent());
            }
        });
        return gefunden;
    }

    private static void merke(List<Ausdruck> gefunden, Element element, String stelle, String text) {
        if (text.contains("${") || text.contains("#{")) {
            gefunden.add(new Ausdruck(ort(element), stelle, text.strip()));
        }
    }

    private static String ort(Element element) {
        return element.hasAttribute("id") || !(element.getParentNode() instanceof Element eltern)
                ? element.getAttribute("id") : ort(eltern);
    }

    static Stream<Element> elemente(Path datei) {
        try {
            DocumentBuilderFactory fabrik = DocumentBuilderFactory.newInstance();
            fabrik.setNamespaceAware(true);
            var alle = fabrik.newDocumentBuilder().parse(datei.toFile()).getElementsByTagNameNS("*", "*");
            return IntStream.range(0, alle.getLength()).mapToObj(i -> (Element) alle.item(i));
        } catch (Exception unlesbar) {
            throw new IllegalStateException(datei + " is no XML", unlesbar);
        }
    }
}
