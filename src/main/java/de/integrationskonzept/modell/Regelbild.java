package de.integrationskonzept.modell;

import de.integrationskonzept.engine.SafeXml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A file of rules as it is compared: the decisions, and what else is drawn around them.
 *
 * @param uebriges without tables
 */
record Regelbild(List<Entscheidung> entscheidungen, List<Entscheidung> uebriges) {

    private static final Set<String> TABELLENTEILE = Set.of("input", "output", "rule");
    private static final Set<String> ZEICHNUNG = Set.of("DMNDI", "import", "extensionElements");

    /** @param angaben without columns and rows */
    record Entscheidung(String id, Map<String, String> angaben, List<Spalte> spalten, List<Zeile> zeilen) {

        String name() {
            return angaben.getOrDefault("name", id);
        }

        /** As the engine takes it when nothing is said. */
        String trefferregel() {
            return angaben.getOrDefault("decisionTable/hitPolicy", "UNIQUE");
        }
    }

    /** @param eingabe a condition, else a result */
    record Spalte(String id, boolean eingabe, int stelle, Map<String, String> angaben) {

        String titel() {
            return Stream.of("label", "name", "inputExpression/text").map(angaben::get).filter(titel -> titel != null && !titel.isBlank()).findFirst()
                    .orElse((eingabe ? "Bedingung " : "Ergebnis ") + (stelle + 1));
        }
    }

    /** @param nummer from 1 on; {@code zellen} in the order of the columns */
    record Zeile(String id, int nummer, String beschreibung, List<String> zellen) {

        String zelle(Spalte spalte) {
            return spalte.stelle() < zellen.size() ? zellen.get(spalte.stelle()) : "";
        }
    }

    /** @throws SAXException when that are no rules */
    static Regelbild aus(byte[] inhalt) throws SAXException, IOException {
        Element wurzel = SafeXml.read(inhalt);
        if (!"definitions".equals(wurzel.getLocalName())) {
            throw new SAXException("no rules");
        }
        List<Entscheidung> entscheidungen = new ArrayList<>();
        List<Entscheidung> uebriges = new ArrayList<>();
        for (Element element : XmlAngaben.kinder(wurzel)) {
            if (!ZEICHNUNG.contains(element.getLocalName())) {
                ("decision".equals(element.getLocalName()) ? entscheidungen : uebriges).add(entscheidung(element));
            }
        }
        return new Regelbild(entscheidungen, uebriges);
    }

    private static Entscheidung entscheidung(Element element) throws SAXException {
        List<Spalte> spalten = new ArrayList<>();
        List<Zeile> zeilen = new ArrayList<>();
        for (Element tabelle : XmlAngaben.kinder(element).stream().filter(kind -> "decisionTable".equals(kind.getLocalName())).toList()) {
            for (Element teil : XmlAngaben.kinder(tabelle)) {
                if ("rule".equals(teil.getLocalName())) {
                    zeilen.add(zeile(teil, zeilen.size() + 1));
                } else if (TABELLENTEILE.contains(teil.getLocalName())) {
                    spalten.add(new Spalte(teil.getAttribute("id"), "input".equals(teil.getLocalName()), spalten.size(),
                            XmlAngaben.von(teil, kind -> false)));
                }
            }
        }
        return new Entscheidung(element.getAttribute("id"), XmlAngaben.von(element, Regelbild::teilDerTabelle), spalten, zeilen);
    }

    private static boolean teilDerTabelle(Element element) {
        return TABELLENTEILE.contains(element.getLocalName()) && "decisionTable".equals(element.getParentNode().getLocalName());
    }

    private static Zeile zeile(Element regel, int nummer) {
        List<String> zellen = new ArrayList<>();
        String beschreibung = "";
        for (Element teil : XmlAngaben.kinder(regel)) {
            String text = Worte.zeile(XmlAngaben.text(XmlAngaben.kinder(teil).stream().findFirst().orElse(teil)));
            switch (teil.getLocalName()) {
                case "inputEntry" -> zellen.add(text.equals("-") ? "" : text);
                case "outputEntry" -> zellen.add(text);
                case "description", "annotationEntry" -> beschreibung = (beschreibung + " " + text).strip();
                default -> { }
            }
        }
        return new Zeile(regel.getAttribute("id"), nummer, beschreibung, zellen);
    }
}
