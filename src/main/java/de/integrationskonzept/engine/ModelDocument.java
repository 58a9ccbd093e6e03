package de.integrationskonzept.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A model as XML, read without following anything that it points to, and how people are told where in it something is. */
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

    /** @throws SAXException when it is no XML, or points to something outside */
    public static Element read(byte[] content) throws SAXException, IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(content)).getDocumentElement();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
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

    /** The stock handler prints to the console. */
    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException hint) {
        }

        @Override
        public void error(SAXParseException failure) throws SAXParseException {
            throw failure;
        }

        @Override
        public void fatalError(SAXParseException failure) throws SAXParseException {
            throw failure;
        }
    }
}
