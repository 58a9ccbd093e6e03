package de.integrationskonzept.engine;

import java.util.Map;
import org.w3c.dom.Element;

/** How people are told where in a model something is. */
public final class ModelDocument {

    /** Kinds of element in the words of whoever draws them; others keep the name that they have in the file. */
    private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("process", "Ablauf"), Map.entry("userTask", "Aufgabe"),
            Map.entry("task", "Schritt"), Map.entry("manualTask", "Schritt"), Map.entry("serviceTask", "automatischer Schritt"),
            Map.entry("sendTask", "Sendeschritt"), Map.entry("receiveTask", "Warteschritt"), Map.entry("businessRuleTask", "Regelschritt"),
            Map.entry("callActivity", "Aufruf"), Map.entry("subProcess", "Teilprozess"), Map.entry("startEvent", "Startereignis"),
            Map.entry("endEvent", "Endereignis"), Map.entry("boundaryEvent", "angeheftetes Ereignis"),
            Map.entry("intermediateCatchEvent", "Ereignis"), Map.entry("intermediateThrowEvent", "Ereignis"),
            Map.entry("exclusiveGateway", "Verzweigung"), Map.entry("inclusiveGateway", "Verzweigung"),
            Map.entry("parallelGateway", "Gabelung"), Map.entry("eventBasedGateway", "Verzweigung"), Map.entry("sequenceFlow", "Weg"),
            Map.entry("decision", "Regel"), Map.entry("decisionTable", "Tabelle"), Map.entry("rule", "Zeile"), Map.entry("inputEntry", "Zelle"),
            Map.entry("outputEntry", "Zelle"));

    private ModelDocument() {
    }

    /** Of the element, or of what it belongs to; null when nothing around it has one. */
    public static String id(Element element) {
        String id = named(element).getAttribute("id");
        return id.isEmpty() ? null : id;
    }

    /** As the person who drew it finds it: the element, or what it belongs to, by name and id. */
    public static String place(Element element) {
        Element named = named(element);
        String name = named.getAttribute("name").isBlank() ? "" : " „" + shortened(named.getAttribute("name")) + "“";
        String label = kind(named) + name + " (" + shortened(named.getAttribute("id")) + ")";
        return named == element ? label : kind(element) + " in " + label;
    }

    private static Element named(Element element) {
        Element named = element;
        while (!named.hasAttribute("id") && named.getParentNode() instanceof Element parent) {
            named = parent;
        }
        return named;
    }

    private static String kind(Element element) {
        return KINDS.getOrDefault(element.getLocalName(), element.getLocalName());
    }

    public static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 120 ? line : line.substring(0, 119) + "…";
    }
}
