package de.integrationskonzept.modell;

import java.util.List;

/**
 * Two versions of a file, in words.
 *
 * @param art ablauf, regel, formular, vorlage
 * @param name as people know it
 * @param was neu, entfallen, geaendert, gleich
 */
record Dateivergleich(String datei, String art, String name, String was, List<Unterschied> unterschiede) {
}
