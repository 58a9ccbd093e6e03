package de.integrationskonzept.modell;

import java.util.List;
import java.util.Map;

/** Knows at which steps files wait that would have no place in a new version. */
interface FehlendeStellen {

    /**
     * @param datei that would replace the version in which the files wait
     * @param element id of the step in that version
     * @param anzahl how many wait there
     */
    record Fehlend(String datei, String element, String name, int anzahl) {
    }

    List<Fehlend> fehlend(Map<String, byte[]> dateien);
}
