package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.REQUEST_ENTITY_TOO_LARGE;
import static jakarta.ws.rs.core.Response.Status.UNSUPPORTED_MEDIA_TYPE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.integrationskonzept.engine.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What may become part of a proposal: a text of a listed kind, under the name that its key gives it. Whether it is a good
 * model is asked later, when all files are there.
 */
final class Modelldatei {

    /** Bytes; ten times the largest that we ship. */
    static final int GROESSTE = 2 * 1024 * 1024;

    private static final Pattern NAME = Pattern.compile("(?!.*\\.\\.)[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]{0,199}");
    private static final Pattern ENDUNG = Pattern.compile(".+\\.(bpmn|dmn|form|html)");
    private static final Pattern STEUERZEICHEN = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]");
    private static final Pattern ANDERE_KODIERUNG = Pattern.compile("^\\uFEFF?<\\?xml[^>]*encoding\\s*=\\s*[\"'](?!(?i:utf-?8|us-ascii)[\"'])");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Modelldatei() {
    }

    /**
     * @param roh as it arrived, without folders; may be null
     * @throws Refusal 400 or 415 when no file of the project is called so
     */
    static String name(String roh) {
        String name = Normalizer.normalize(roh == null ? "" : roh, Normalizer.Form.NFC);
        if (!NAME.matcher(name).matches()) {
            throw new Refusal(BAD_REQUEST, "„" + zeigbar(name) + "“ ist kein Name für eine Datei. Bitte benennen Sie die Datei nach dem "
                    + "Schlüssel, der in ihr steht, nur mit Buchstaben, Ziffern, Punkt, Unterstrich und Bindestrich.");
        }
        if (!ENDUNG.matcher(name).matches()) {
            throw new Refusal(UNSUPPORTED_MEDIA_TYPE, "„" + name + "“ ist nicht von der richtigen Art. Möglich sind Abläufe (.bpmn), Regeln (.dmn), "
                    + "Formulare (.form) und Vorlagen (.html). Bitte lassen Sie andere Dateien weg.");
        }
        return name;
    }

    static String zeigbar(String name) {
        return name.substring(0, Math.min(80, name.length())).replaceAll("[^\\p{L}\\p{N} _./\\\\-]", "?");
    }

    /**
     * @param datei its name, as {@link #name} has let it through
     * @throws Refusal 400 or 413
     */
    static void pruefe(String datei, byte[] inhalt) {
        if (inhalt.length > GROESSTE) {
            throw new Refusal(REQUEST_ENTITY_TOO_LARGE, "„" + datei + "“ ist zu groß: Möglich sind 2 MB. Bitte teilen Sie die Datei auf.");
        }
        String text = text(datei, inhalt);
        Dateiart art = Dateiart.von(datei);
        Set<String> schluessel = switch (art) {
            case ABLAUF -> ausXml(datei, inhalt, "http://www.omg.org/spec/BPMN/20100524/MODEL", "process");
            case REGEL -> ausXml(datei, inhalt, "https?://www\\.omg\\.org/spec/DMN/.*", "decision");
            case FORMULAR -> Set.of(ausJson(datei, text));
            case VORLAGE, MAIL -> Set.of(ohneEndung(datei));
        };
        if (!schluessel.contains(ohneEndung(datei))) {
            throw new Refusal(BAD_REQUEST, "„" + datei + "“ heißt anders als das, was darin steht. Bitte benennen Sie die Datei in „"
                    + zeigbar(art.datei(schluessel.iterator().next())) + "“ um, oder ändern Sie den Schlüssel.");
        }
    }

    private static String text(String datei, byte[] inhalt) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(inhalt)).toString();
            if (text.isBlank() || STEUERZEICHEN.matcher(text).find() || ANDERE_KODIERUNG.matcher(text).find()) {
                throw unlesbar(datei);
            }
            return text;
        } catch (CharacterCodingException keinUtf8) {
            throw unlesbar(datei);
        }
    }

    private static Set<String> ausXml(String datei, byte[] inhalt, String namensraum, String element) {
        XMLInputFactory leser = XMLInputFactory.newFactory();
        leser.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        leser.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Set<String> schluessel = new HashSet<>();
        try {
            XMLStreamReader xml = leser.createXMLStreamReader(new ByteArrayInputStream(inhalt));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals(element)
                        && String.valueOf(xml.getNamespaceURI()).matches(namensraum) && xml.getAttributeValue(null, "id") != null) {
                    schluessel.add(xml.getAttributeValue(null, "id"));
                }
            }
        } catch (XMLStreamException kaputt) {
            throw unlesbar(datei);
        }
        if (schluessel.isEmpty()) {
            throw unlesbar(datei);
        }
        return schluessel;
    }

    private static String ausJson(String datei, String text) {
        try {
            JsonNode id = JSON.readTree(text).path("id");
            if (id.isTextual()) {
                return id.textValue();
            }
        } catch (JsonProcessingException keinJson) {
            // Said below.
        }
        throw unlesbar(datei);
    }

    static String ohneEndung(String datei) {
        return datei.substring(0, datei.lastIndexOf('.'));
    }

    private static Refusal unlesbar(String datei) {
        return new Refusal(BAD_REQUEST, "„" + datei + "“ ist nicht lesbar: Darin steht nicht, was die Endung verspricht, oder die Datei ist "
                + "beschädigt oder nicht in UTF-8 gespeichert. Bitte öffnen Sie sie im Modeler und speichern Sie sie neu.");
    }
}
