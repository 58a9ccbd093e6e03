package de.integrationskonzept.modell;

import java.util.List;

/**
 * What has become of one part of a file.
 *
 * @param element id in the newer version, in the older one of what has vanished; null for the file as a whole
 * @param name as people read it
 * @param was {@link #NEU}, {@link #ENTFALLEN}, {@link #GEAENDERT} or {@link #VERSCHOBEN}
 * @param saetze plain German
 */
record Unterschied(String element, String name, String was, List<String> saetze) {

    static final String NEU = "neu";
    static final String ENTFALLEN = "entfallen";
    static final String GEAENDERT = "geaendert";
    static final String VERSCHOBEN = "verschoben";
}
