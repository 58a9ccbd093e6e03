package de.integrationskonzept.modell;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Which step goes back to which when a change is taken back. */
final class Umkehrung {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private Umkehrung() {
    }

    /**
     * Where the way back is not clear, because two steps have become one, there is none: somebody decides then.
     *
     * @param vorher process as it was, {@code nachher} as it became, both checked
     * @param bestaetigt former step to step, as confirmed by hand
     * @return step to former step, only where their ids differ
     */
    static Map<String, String> von(byte[] vorher, byte[] nachher, Map<String, String> bestaetigt) {
        Set<String> frueher = schritte(vorher);
        Set<String> heute = schritte(nachher);
        Map<String, String> hin = umbenannt(nachher);
        hin.putAll(bestaetigt);
        // What still has its id and no other place to go stays where it is.
        frueher.stream().filter(heute::contains).forEach(gleich -> hin.putIfAbsent(gleich, gleich));
        Map<String, String> zurueck = new LinkedHashMap<>();
        Set<String> mehrdeutig = new HashSet<>();
        hin.forEach((alt, neu) -> {
            if (frueher.contains(alt) && zurueck.putIfAbsent(neu, alt) != null) {
                mehrdeutig.add(neu);
            }
        });
        zurueck.keySet().removeAll(mehrdeutig);
        zurueck.entrySet().removeIf(weg -> weg.getKey().equals(weg.getValue()));
        return zurueck;
    }

    private static Set<String> schritte(byte[] modell) {
        Set<String> schritte = new HashSet<>();
        NodeList alle = lies(modell).getElementsByTagNameNS(BPMN, "*");
        for (int i = 0; i < alle.getLength(); i++) {
            schritte.add(((Element) alle.item(i)).getAttribute("id"));
        }
        schritte.remove("");
        return schritte;
    }

    /** Former ids as the model itself tells them, to the step that is called otherwise now. */
    private static Map<String, String> umbenannt(byte[] modell) {
        Map<String, String> umbenannt = new HashMap<>();
        NodeList angaben = lies(modell).getElementsByTagNameNS(CAMUNDA, "property");
        for (int i = 0; i < angaben.getLength(); i++) {
            Element angabe = (Element) angaben.item(i);
            // property, properties, extensionElements, step
            Element schritt = (Element) angabe.getParentNode().getParentNode().getParentNode();
            if ("frueher".equals(angabe.getAttribute("name"))) {
                for (String id : angabe.getAttribute("value").split(",")) {
                    umbenannt.put(id.strip(), schritt.getAttribute("id"));
                }
            }
        }
        return umbenannt;
    }

    private static Document lies(byte[] modell) {
        DocumentBuilderFactory leser = DocumentBuilderFactory.newInstance();
        leser.setNamespaceAware(true);
        leser.setExpandEntityReferences(false);
        try {
            leser.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return leser.newDocumentBuilder().parse(new ByteArrayInputStream(modell));
        } catch (ParserConfigurationException | org.xml.sax.SAXException | java.io.IOException nichtDeployt) {
            throw new IllegalStateException(nichtDeployt);
        }
    }
}
