package de.integrationskonzept.modell;

import de.integrationskonzept.modell.Ablaufbild.Teil;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which part of the newer model is which of the older one: by id, by what a step says it was called before, and ways by where
 * they lead. The pairs are the same in both directions.
 */
final class Paarung {

    static final String FRUEHER = "property:frueher";

    private final Ablaufbild alt;
    private final Ablaufbild neu;
    private final Map<String, String> zuAlt = new HashMap<>();
    private final Map<String, String> zuNeu = new HashMap<>();
    private final Map<String, List<Teil>> altWege;
    private final Map<String, List<Teil>> neuWege;

    Paarung(Ablaufbild alt, Ablaufbild neu) {
        this.alt = alt;
        this.neu = neu;
        altWege = alt.wege().collect(Collectors.groupingBy(Teil::von));
        neuWege = neu.wege().collect(Collectors.groupingBy(Teil::von));
        neu.teile().keySet().forEach(id -> paare(id, id));
        einziger(alt).forEach(a -> einziger(neu).forEach(n -> paare(a.id(), n.id())));
        neu.teile().values().forEach(n -> fruehere(n).forEach(id -> paare(id, n.id())));
        alt.teile().values().forEach(a -> fruehere(a).forEach(id -> paare(a.id(), id)));
        paareWege();
    }

    /** Former ids of a step, as it says itself. */
    static List<String> fruehere(Teil teil) {
        return Arrays.stream(teil.angaben().getOrDefault(FRUEHER, "").split(",")).map(String::strip).filter(id -> !id.isEmpty()).toList();
    }

    /** @return null for what has come */
    String alt(String neueId) {
        return zuAlt.get(neueId);
    }

    /** @return null for what has gone */
    String neu(String alteId) {
        return zuNeu.get(alteId);
    }

    /** Where one way led from the one to the other, steps that have come lie between now. */
    boolean neuerUmweg(String von, String nach) {
        return erreicht(neuWege, zuAlt, neuWege.getOrDefault(von, List.of()), nach);
    }

    /** As {@link #neuerUmweg}, over steps that have gone; ids of the older model. */
    boolean alterUmweg(String von, String nach) {
        return erreicht(altWege, zuNeu, altWege.getOrDefault(von, List.of()), nach);
    }

    private static Stream<Teil> einziger(Ablaufbild bild) {
        List<Teil> ablaeufe = bild.teile().values().stream().filter(Teil::istAblauf).toList();
        return ablaeufe.size() == 1 ? ablaeufe.stream() : Stream.empty();
    }

    private void paare(String alteId, String neueId) {
        Teil a = alt.teile().get(alteId);
        Teil n = neu.teile().get(neueId);
        if (a != null && n != null && a.istWeg() == n.istWeg() && !zuNeu.containsKey(alteId) && !zuAlt.containsKey(neueId)) {
            zuNeu.put(alteId, neueId);
            zuAlt.put(neueId, alteId);
        }
    }

    /** Ways that lead from and to the same, then those of which a new step, or one that is gone, has made two or one. */
    private void paareWege() {
        neu.wege().forEach(n -> paare(altWege.get(zuAlt.get(n.von())), n, a -> a.nach().equals(zuAlt.get(n.nach()))));
        alt.wege().filter(a -> !zuNeu.containsKey(a.id()) && zuNeu.containsKey(a.nach())).forEach(a -> offene(neuWege.get(zuNeu.get(a.von())), zuAlt)
                .filter(n -> erreicht(neuWege, zuAlt, List.of(n), zuNeu.get(a.nach()))).findFirst().ifPresent(n -> paare(a.id(), n.id())));
        neu.wege().filter(n -> zuAlt.containsKey(n.nach()))
                .forEach(n -> paare(altWege.get(zuAlt.get(n.von())), n, a -> erreicht(altWege, zuNeu, List.of(a), zuAlt.get(n.nach()))));
    }

    private void paare(List<Teil> wege, Teil neuer, Predicate<Teil> passt) {
        if (!zuAlt.containsKey(neuer.id())) {
            offene(wege, zuNeu).filter(passt).findFirst().ifPresent(a -> paare(a.id(), neuer.id()));
        }
    }

    private static Stream<Teil> offene(List<Teil> wege, Map<String, String> vergeben) {
        return wege == null ? Stream.empty() : wege.stream().filter(weg -> !vergeben.containsKey(weg.id()));
    }

    /** Along these ways and on, over at least one step that only this model has, and over no other. */
    private static boolean erreicht(Map<String, List<Teil>> wege, Map<String, String> gemeinsame, List<Teil> anfang, String ziel) {
        Deque<String> offen = new ArrayDeque<>();
        Set<String> gesehen = new HashSet<>();
        anfang.forEach(weg -> offen.add(weg.nach()));
        while (!offen.isEmpty()) {
            String hier = offen.poll();
            if (!gemeinsame.containsKey(hier) && gesehen.add(hier)) {
                for (Teil weg : wege.getOrDefault(hier, List.of())) {
                    if (weg.nach().equals(ziel)) {
                        return true;
                    }
                    offen.add(weg.nach());
                }
            }
        }
        return false;
    }
}
