package de.integrationskonzept.modell;

import java.util.List;

/**
 * What is different in one place of a file.
 *
 * @param element its id, null for the whole
 * @param was neu, entfallen, geaendert, verschoben
 */
record Unterschied(String element, String name, String was, List<String> saetze) {
}
