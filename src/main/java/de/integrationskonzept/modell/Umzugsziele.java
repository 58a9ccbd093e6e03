package de.integrationskonzept.modell;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a move aims at, frozen when it began: what somebody changes meanwhile does not split the files in two.
 *
 * @param definitionen target by process key; empty when they are deployed only to rehearse
 * @param dateien to deploy for the rehearsal, by name; empty when everything is there already
 * @param zuordnung as confirmed by hand: for each process, former step to step
 * @param hinweise what whoever began it should know, in sentences
 */
record Umzugsziele(Map<String, String> definitionen, Map<String, byte[]> dateien, Map<String, Map<String, String>> zuordnung,
        List<String> hinweise) {

    /** Keys of the processes whose running instances move. */
    Set<String> prozesse() {
        Set<String> prozesse = new TreeSet<>(definitionen.keySet());
        dateien.keySet().stream().filter(datei -> Dateiart.von(datei) == Dateiart.ABLAUF)
                .forEach(datei -> prozesse.add(datei.substring(0, datei.lastIndexOf('.'))));
        return prozesse;
    }
}
