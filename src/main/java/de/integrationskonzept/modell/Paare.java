package de.integrationskonzept.modell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which of a list is which of an older one, by one likeness after the other. Each is the partner of one at most. */
final class Paare<T> {

    private final List<T> alt;
    private final List<T> neu;
    private final Map<T, T> zuAlt = new IdentityHashMap<>();
    private final Map<T, T> zuNeu = new IdentityHashMap<>();

    Paare(List<T> alt, List<T> neu) {
        this.alt = alt;
        this.neu = neu;
    }

    /** @param merkmal null for one that this likeness is not for */
    Paare<T> nach(Function<T, String> merkmal) {
        Map<String, Deque<T>> offene = new HashMap<>();
        alt.stream().filter(a -> !zuNeu.containsKey(a) && merkmal.apply(a) != null)
                .forEach(a -> offene.computeIfAbsent(merkmal.apply(a), m -> new ArrayDeque<>()).add(a));
        for (T n : neu) {
            Deque<T> gleiche = zuAlt.containsKey(n) ? null : offene.get(merkmal.apply(n));
            if (gleiche != null && !gleiche.isEmpty()) {
                T a = gleiche.poll();
                zuAlt.put(n, a);
                zuNeu.put(a, n);
            }
        }
        return this;
    }

    Optional<T> alt(T neues) {
        return Optional.ofNullable(zuAlt.get(neues));
    }

    List<T> hinzugekommen() {
        return neu.stream().filter(n -> !zuAlt.containsKey(n)).toList();
    }

    List<T> entfallen() {
        return alt.stream().filter(a -> !zuNeu.containsKey(a)).toList();
    }

    /** Those of today that stand elsewhere among all that have stayed. */
    List<T> umgestellt() {
        Map<T, Integer> nummer = new IdentityHashMap<>();
        alt.stream().filter(zuNeu::containsKey).forEach(a -> nummer.put(a, nummer.size()));
        List<T> geblieben = neu.stream().filter(zuAlt::containsKey).toList();
        List<Integer> heute = geblieben.stream().map(n -> nummer.get(zuAlt.get(n))).toList();
        return Folge.umgestellt(heute.stream().sorted().toList(), heute).stream().map(stelle -> geblieben.get(heute.indexOf(stelle))).toList();
    }
}
