package de.integrationskonzept.modell;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Short ways through a model that has been read as XML. */
final class WissenXml {

    private static final Set<String> CAMUNDA = Set.of("http://camunda.org/schema/1.0/bpmn", "http://camunda.org/schema/1.0/dmn");

    private WissenXml() {
    }

    /** The elements of these kinds below, in their order; all of them when no kind is said. */
    static List<Element> alle(Element wurzel, String... arten) {
        List<String> gesucht = Arrays.asList(arten);
        return elemente(wurzel.getElementsByTagNameNS("*", "*")).filter(e -> gesucht.isEmpty() || gesucht.contains(e.getLocalName())).toList();
    }

    static List<Element> kinder(Element eltern, String... arten) {
        List<String> gesucht = Arrays.asList(arten);
        return elemente(eltern.getChildNodes()).filter(e -> gesucht.isEmpty() || gesucht.contains(e.getLocalName())).toList();
    }

    private static Stream<Element> elemente(NodeList knoten) {
        return IntStream.range(0, knoten.getLength()).mapToObj(knoten::item).filter(k -> k.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast);
    }

    /** What BPMN or DMN says itself; null when it says nothing. */
    static String angabe(Element element, String name) {
        String wert = element.getAttribute(name);
        return wert.isBlank() ? null : wert.strip();
    }

    /** What the engine adds; null when there is nothing. */
    static String camunda(Element element, String name) {
        return CAMUNDA.stream().map(raum -> element.getAttributeNS(raum, name)).filter(wert -> !wert.isBlank()).map(String::strip).findFirst()
                .orElse(null);
    }

    static boolean istAusdruck(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
