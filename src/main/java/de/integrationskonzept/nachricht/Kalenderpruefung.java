package de.integrationskonzept.nachricht;

import de.integrationskonzept.engine.Finding;
import de.integrationskonzept.engine.ModelCheck;
import de.integrationskonzept.engine.ModelDocument;
import de.integrationskonzept.engine.SafeXml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a model says about days for the calendar must be readable, and nothing of a confidential process gets there. */
@Component
class Kalenderpruefung implements ModelCheck {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    @Override
    public List<Finding> check(String datei, byte[] inhalt) {
        List<Finding> befunde = new ArrayList<>();
        if (datei.endsWith(".bpmn")) {
            try {
                NodeList eigenschaften = SafeXml.read(inhalt).getElementsByTagNameNS(CAMUNDA, "property");
                for (int i = 0; i < eigenschaften.getLength(); i++) {
                    Element eine = (Element) eigenschaften.item(i);
                    befund(eine).ifPresent(satz -> befunde.add(new Finding(datei, ModelDocument.id(eine), ModelDocument.place(eine), satz, false)));
                }
            } catch (SAXException | IOException unlesbar) {
                return List.of(); // others say so
            }
        }
        return befunde;
    }

    private static Optional<String> befund(Element eigenschaft) {
        if (!Kalenderquelle.EIGENSCHAFT.equals(eigenschaft.getAttribute("name"))) {
            return Optional.empty();
        }
        Element wo = (Element) eigenschaft.getParentNode().getParentNode().getParentNode();
        if (!BPMN.equals(wo.getNamespaceURI()) || !wo.getLocalName().equals("process")) {
            return Optional.of("Die Eigenschaft „kalender“ gehört zum ganzen Ablauf. Bitte tragen Sie sie dort ein und nicht an einem Schritt.");
        }
        if (vertraulich(eigenschaft)) {
            return Optional.of("Tage aus einem vertraulichen Ablauf kommen in keinen Kalender. Bitte entfernen Sie die Eigenschaft „kalender“.");
        }
        try {
            Kalenderquelle.lies(eigenschaft.getAttribute("value"));
            return Optional.empty();
        } catch (IllegalArgumentException unlesbar) {
            return Optional.of("Die Eigenschaft „kalender“ ist bei „" + ModelDocument.shortened(unlesbar.getMessage()) + "“ nicht lesbar. Bitte "
                    + "schreiben Sie zum Beispiel: beratungen.termin: Beratung über das Konzept");
        }
    }

    private static boolean vertraulich(Element eigenschaft) {
        NodeList daneben = ((Element) eigenschaft.getParentNode()).getElementsByTagNameNS(CAMUNDA, "property");
        for (int i = 0; i < daneben.getLength(); i++) {
            Element andere = (Element) daneben.item(i);
            if (andere.getAttribute("name").equals("vertraulich") && andere.getAttribute("value").equals("true")) {
                return true;
            }
        }
        return false;
    }
}
