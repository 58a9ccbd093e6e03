package de.integrationskonzept.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads a model without following anything that it points to, and holds every element and attribute against an
 * {@link AllowList}. The engine's own parser finds many elements by local name in any namespace, so one that is not on the
 * list is refused wherever it stands.
 */
final class ModelXml {

    private static final int DEEPEST = 100;

    private final AllowList allowed;
    private final Texts texts;

    /** What is written in a model: in an attribute, or as text of an element (then {@code attribute} is null). */
    interface Texts {

        /** German sentences that say what is wrong. */
        List<String> check(Element element, Attr attribute, String text);
    }

    ModelXml(AllowList allowed, Texts texts) {
        this.allowed = allowed;
        this.texts = texts;
    }

    List<Finding> check(String file, byte[] content) {
        List<Finding> findings = new ArrayList<>();
        try {
            Element root = SafeXml.read(content);
            if (!root.getLocalName().equals("definitions")) {
                findings.add(new Finding(file, null, "Das ist kein Modell. Bitte speichern Sie die Datei im Camunda Modeler neu."));
            }
            walk(root, 0, (element, reason) -> findings.add(new Finding(file, ModelDocument.id(element), ModelDocument.place(element), reason,
                    false)));
        } catch (SAXParseException unreadable) {
            findings.add(new Finding(file, null, String.valueOf(unreadable.getMessage()).contains("DOCTYPE")
                    ? "Eine DOCTYPE-Angabe ist nicht zugelassen, weil sie fremde Dateien einbinden kann. Bitte entfernen Sie sie."
                    : "Die Datei ist kein lesbares XML (Zeile " + unreadable.getLineNumber() + "). Bitte speichern Sie sie im Camunda "
                    + "Modeler neu."));
        } catch (SAXException | IOException unreadable) {
            findings.add(new Finding(file, null, "Die Datei ist kein lesbares XML. Bitte speichern Sie sie im Camunda Modeler neu."));
        }
        return findings;
    }

    private interface Report {

        void add(Element element, String reason);
    }

    private void walk(Element element, int depth, Report report) {
        if (depth > DEEPEST) {
            report.add(element, "Das Modell ist zu tief verschachtelt. Bitte teilen Sie es auf.");
            return;
        }
        if (!allowed.allows(element)) {
            report.add(element, "Das Element „" + element.getNodeName() + "“ ist in Modellen nicht zugelassen. Bitte entfernen Sie es, "
                    + "oder drücken Sie es anders aus.");
        } else {
            attributes(element).forEach(attribute -> check(element, attribute, report));
        }
        texts.check(element, null, text(element)).forEach(reason -> report.add(element, reason));
        children(element).stream().filter(Element.class::isInstance).forEach(child -> walk((Element) child, depth + 1, report));
    }

    private void check(Element element, Attr attribute, Report report) {
        if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
            return;
        }
        var values = allowed.values(attribute);
        if (values.isEmpty()) {
            report.add(element, "Die Angabe „" + attribute.getName() + "“ ist hier nicht zugelassen. Bitte entfernen Sie sie.");
        } else if (!values.get().matcher(attribute.getValue()).matches()) {
            report.add(element, "Der Wert „" + ModelDocument.shortened(attribute.getValue()) + "“ der Angabe „" + attribute.getName()
                    + "“ ist nicht zugelassen. Bitte ändern Sie ihn.");
        }
        texts.check(element, attribute, attribute.getValue()).forEach(reason -> report.add(element, reason));
    }

    /** What stands directly in the element. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        children(element).stream().filter(Text.class::isInstance).forEach(part -> text.append(part.getNodeValue()));
        return text.toString();
    }

    private static List<Node> children(Element element) {
        List<Node> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }

    private static List<Attr> attributes(Element element) {
        return IntStream.range(0, element.getAttributes().getLength()).mapToObj(i -> (Attr) element.getAttributes().item(i)).toList();
    }
}
