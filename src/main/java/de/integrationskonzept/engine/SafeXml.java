package de.integrationskonzept.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML of strangers without following anything that it points to. */
public final class SafeXml {

    private SafeXml() {
    }

    /**
     * The outermost element.
     *
     * @throws SAXException when that is no XML, or has a DOCTYPE
     */
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
