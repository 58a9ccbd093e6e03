package de.integrationskonzept.modell;

import de.integrationskonzept.engine.SafeXml;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads a process model for comparison, also one that the engine would refuse. */
final class Ablauflesung {

    private static final int TIEFSTE = 100;
    /** Told by name where they are referred to. */
    private static final Set<String> BENANNTES = Set.of("message", "signal", "error", "escalation");
    private static final Set<String> BEREICHE = Set.of("definitions", "process", "subProcess", "transaction", "adHocSubProcess", "collaboration",
            "laneSet", "childLaneSet", "lane");
    /** Parts of the element in which they stand, not elements of their own. */
    private static final Set<String> ZUBEHOER = Set.of("documentation", "extensionElements", "incoming", "outgoing", "flowNodeRef",
            "multiInstanceLoopCharacteristics", "standardLoopCharacteristics", "ioSpecification", "property", "BPMNDiagram");
    private static final List<String> GEZEICHNET = List.of("isExpanded", "isHorizontal", "stroke", "fill", "background-color", "border-color");

    private final Map<String, Ablaufbild.Teil> teile = new LinkedHashMap<>();
    private final Map<String, String> lage = new LinkedHashMap<>();
    private final Map<String, Integer> anzahl = new HashMap<>();
    private final Map<String, String> namen = new HashMap<>();

    private Ablauflesung() {
    }

    /** @throws SAXException when that is no model */
    static Ablaufbild lies(byte[] inhalt) throws SAXException, IOException {
        Element wurzel = SafeXml.read(inhalt);
        if (!"definitions".equals(wurzel.getLocalName())) {
            throw new SAXException("no model");
        }
        Ablauflesung lesung = new Ablauflesung();
        XmlAngaben.kinder(wurzel).stream().filter(e -> BENANNTES.contains(e.getLocalName()))
                .forEach(e -> lesung.namen.put(e.getAttribute("id"), bezeichnung(e)));
        lesung.lies(wurzel, null, 0);
        lesung.zeichnung(wurzel);
        return new Ablaufbild(lesung.teile, lesung.lage);
    }

    private static String bezeichnung(Element benanntes) {
        return Stream.of("name", "errorCode", "escalationCode").map(benanntes::getAttribute).filter(wert -> !wert.isBlank()).distinct()
                .collect(Collectors.joining(", "));
    }

    private void lies(Element bereich, String id, int tiefe) throws SAXException {
        if (tiefe > TIEFSTE) {
            throw new SAXException("too deep");
        }
        for (Element element : XmlAngaben.kinder(bereich)) {
            if (eigenstaendig(element)) {
                String frei = frei(element.getAttribute("id"), element.getLocalName());
                teile.put(frei, new Ablaufbild.Teil(frei, element.getLocalName(), id, angaben(element)));
                if (BEREICHE.contains(element.getLocalName())) {
                    lies(element, frei, tiefe + 1);
                }
            }
        }
    }

    private static boolean eigenstaendig(Element element) {
        return element.getParentNode() instanceof Element bereich && BEREICHE.contains(bereich.getLocalName())
                && !ZUBEHOER.contains(element.getLocalName()) && !BENANNTES.contains(element.getLocalName());
    }

    /** Also a model without ids, or with the same one twice, is told apart. */
    private String frei(String id, String art) {
        String name = id.isBlank() ? art : id;
        int nummer = anzahl.merge(name, 1, Integer::sum);
        return nummer == 1 ? name : name + " (" + nummer + ")";
    }

    private Map<String, String> angaben(Element element) throws SAXException {
        Map<String, String> angaben = XmlAngaben.von(element, Ablauflesung::eigenstaendig);
        angaben.replaceAll((name, wert) -> name.matches("(.*/)?(message|signal|error|escalation)Ref") ? namen.getOrDefault(wert, wert) : wert);
        return angaben;
    }

    /** To the point: what editors write as 160 and as 160.0 is the same place. Labels and bends of lines do not count. */
    private void zeichnung(Element wurzel) {
        var formen = wurzel.getElementsByTagNameNS("*", "BPMNShape");
        for (int i = 0; i < formen.getLength(); i++) {
            Element form = (Element) formen.item(i);
            String rahmen = XmlAngaben.kinder(form).stream().filter(kind -> "Bounds".equals(kind.getLocalName())).findFirst()
                    .map(bounds -> Stream.of("x", "y", "width", "height").map(name -> gerundet(bounds.getAttribute(name)))
                            .collect(Collectors.joining(" ")))
                    .orElse("");
            lage.put(form.getAttribute("bpmnElement"), rahmen + " " + GEZEICHNET.stream().map(name -> angabe(form, name))
                    .collect(Collectors.joining(" ")));
        }
    }

    private static String angabe(Element form, String name) {
        return IntStream.range(0, form.getAttributes().getLength()).mapToObj(i -> form.getAttributes().item(i))
                .filter(angabe -> name.equals(angabe.getLocalName())).map(Node::getNodeValue).findFirst().orElse("");
    }

    private static String gerundet(String zahl) {
        try {
            return String.valueOf(Math.round(Double.parseDouble(zahl)));
        } catch (NumberFormatException keine) {
            return zahl;
        }
    }
}
