package de.integrationskonzept.modell;

import de.integrationskonzept.vorlage.Vorlagentor;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What people call a file: mails after what they are good for. Forms have no title of their own; they are called after the step that shows them. */
final class Modelltitel {

    private static final Pattern TITEL = Pattern.compile("(?is)<title>\\s*(.*?)\\s*</title>");
    private static final Pattern PLATZHALTER = Pattern.compile("\\s*\\{\\{.*?}}\\s*");

    private final Map<String, String> titel = new HashMap<>();

    Modelltitel(Collection<Bestand.Modell> modelle) {
        modelle.forEach(modell -> {
            switch (modell.art()) {
                case ABLAUF -> ablauf(modell);
                case REGEL -> xml(modell.inhalt(), xml -> {
                    if (xml.getLocalName().equals("decision") && modell.schluessel().equals(xml.getAttributeValue(null, "id"))) {
                        merke(modell.datei(), xml.getAttributeValue(null, "name"));
                    }
                });
                case VORLAGE -> vorlage(modell);
                case MAIL -> merke(modell.datei(), Vorlagentor.kopf(new String(modell.inhalt(), StandardCharsets.UTF_8)).get("beschreibung"));
                case FORMULAR -> { }
            }
        });
    }

    /** The file's own name when nobody has given it another. */
    String zu(String datei) {
        return titel.getOrDefault(datei, datei);
    }

    private void ablauf(Bestand.Modell modell) {
        xml(modell.inhalt(), xml -> {
            String name = xml.getAttributeValue(null, "name");
            String formular = xml.getAttributeValue("http://camunda.org/schema/1.0/bpmn", "formRef");
            if (xml.getLocalName().equals("process") && modell.schluessel().equals(xml.getAttributeValue(null, "id"))) {
                merke(modell.datei(), name);
            } else if (formular != null && name != null) {
                merke(Dateiart.FORMULAR.datei(formular), name + " (" + zu(modell.datei()) + ")");
            }
        });
    }

    private void vorlage(Bestand.Modell modell) {
        Matcher gefunden = TITEL.matcher(new String(modell.inhalt(), StandardCharsets.UTF_8));
        if (gefunden.find()) {
            merke(modell.datei(), PLATZHALTER.matcher(gefunden.group(1)).replaceAll(" "));
        }
    }

    /** The first one counts. */
    private void merke(String datei, String name) {
        if (name != null && !name.isBlank()) {
            titel.putIfAbsent(datei, name.strip());
        }
    }

    private interface Element {
        void nimm(XMLStreamReader xml);
    }

    private static void xml(byte[] inhalt, Element element) {
        XMLInputFactory leser = XMLInputFactory.newFactory();
        leser.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader xml = leser.createXMLStreamReader(new ByteArrayInputStream(inhalt));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    element.nimm(xml);
                }
            }
        } catch (XMLStreamException unlesbar) {
            throw new IllegalStateException(unlesbar);
        }
    }
}
