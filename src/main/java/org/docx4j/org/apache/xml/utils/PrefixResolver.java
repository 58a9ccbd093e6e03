package org.docx4j.org.apache.xml.utils;

import org.w3c.dom.Node;

/**
 * Stands in for the one type of Xalan that docx4j cannot be loaded without. Xalan itself must stay away: with it on the class path it
 * becomes the XML transformer of the engine, and knows none of the locks that the JDK's has.
 */
public interface PrefixResolver {

    String getNamespaceForPrefix(String prefix);

    String getNamespaceForPrefix(String prefix, Node context);

    String getBaseIdentifier();

    boolean handlesNullPrefixes();
}
