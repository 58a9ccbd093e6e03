package de.integrationskonzept.modell;

import java.util.List;

/**
 * What has become of a file.
 *
 * @param datei its name
 * @param art {@code ablauf}, {@code regel}, {@code formular} or {@code vorlage}
 * @param name as people read it
 * @param was {@code neu}, {@code entfallen}, {@code geaendert} or {@code gleich}
 * @param unterschiede in the order of the file; empty when it is the same
 */
record Dateivergleich(String datei, String art, String name, String was, List<Unterschied> unterschiede) {
}
