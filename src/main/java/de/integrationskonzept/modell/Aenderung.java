package de.integrationskonzept.modell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One value of a step, field or table that is another one now.
 *
 * @param schluessel what it is: {@code group:name} where there are several of a kind
 * @param alt null when there was none
 * @param neu null when there is none
 */
record Aenderung(String schluessel, String alt, String neu) {

    /** Marks a change of the order in a group; then there are no values. */
    private static final String REIHENFOLGE = "reihenfolge";

    static List<Aenderung> zwischen(Map<String, String> alt, Map<String, String> neu) {
        Set<String> alle = new LinkedHashSet<>(neu.keySet());
        alle.addAll(alt.keySet());
        List<Aenderung> aenderungen = new ArrayList<>();
        alle.stream().filter(s -> !Objects.equals(alt.get(s), neu.get(s))).forEach(s -> aenderungen.add(new Aenderung(s, alt.get(s), neu.get(s))));
        Map<String, List<String>> vorher = gruppen(alt, neu);
        gruppen(neu, alt).forEach((gruppe, namen) -> {
            if (!namen.equals(vorher.get(gruppe))) {
                aenderungen.add(new Aenderung(gruppe, null, null));
            }
        });
        return aenderungen;
    }

    /** Of each group what both have, in the order of the first. */
    private static Map<String, List<String>> gruppen(Map<String, String> eine, Map<String, String> andere) {
        Map<String, List<String>> gruppen = new LinkedHashMap<>();
        eine.keySet().stream().filter(s -> s.contains(":") && andere.containsKey(s))
                .forEach(s -> gruppen.computeIfAbsent(s.substring(0, s.indexOf(':')), g -> new ArrayList<>()).add(s));
        return gruppen;
    }

    String form() {
        return alt == null && neu == null ? REIHENFOLGE : alt == null ? "neu" : neu == null ? "weg" : "anders";
    }

    String gruppe() {
        int ende = schluessel.indexOf(':');
        return ende < 0 ? schluessel : schluessel.substring(0, ende);
    }

    String name() {
        int ende = schluessel.indexOf(':');
        return ende < 0 ? schluessel.substring(schluessel.lastIndexOf('/') + 1)
                : schluessel.substring(ende + 1).replace(XmlAngaben.DARIN, ", ");
    }
}
