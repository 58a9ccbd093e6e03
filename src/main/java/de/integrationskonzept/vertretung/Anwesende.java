package de.integrationskonzept.vertretung;

import de.integrationskonzept.rolle.Zugehoerigkeit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who is there today in a Kommune and who stands in for the others, looked up once for many tasks. Only within a command. */
final class Anwesende {

    private final String kommune;
    private final Map<String, String> vertretungen;
    private final Map<String, List<String>> mitglieder = new HashMap<>();
    private final Map<String, Set<String>> rollen = new HashMap<>();
    private final Map<String, Boolean> eigene = new HashMap<>();

    /** @param vertretungen by who is away: who stands in, null for the role */
    Anwesende(String kommune, Map<String, String> vertretungen) {
        this.kommune = kommune;
        this.vertretungen = vertretungen;
    }

    boolean fehlt(String person) {
        return vertretungen.containsKey(person);
    }

    boolean gehoert(String person) {
        return eigene.computeIfAbsent(person, p -> Zugehoerigkeit.gehoert(p, kommune));
    }

    boolean hatEine(String person, Collection<String> stellen) {
        return rollen.computeIfAbsent(person, Zugehoerigkeit::rollen).stream().anyMatch(stellen::contains);
    }

    /** In their order, each once. */
    Set<String> mitglieder(Collection<String> stellen) {
        Set<String> alle = new TreeSet<>();
        stellen.forEach(stelle -> alle.addAll(mitglieder.computeIfAbsent(stelle, s -> Zugehoerigkeit.mitglieder(s, kommune))));
        return alle;
    }

    /** Roles of these people, who are all away, that have nobody else here who is there. */
    Set<String> verwaist(Collection<String> fehlende) {
        Set<String> stellen = new TreeSet<>();
        fehlende.forEach(person -> stellen.addAll(rollen.computeIfAbsent(person, Zugehoerigkeit::rollen)));
        stellen.removeIf(stelle -> !mitglieder(List.of(stelle)).stream().allMatch(this::fehlt));
        return stellen;
    }

    /**
     * Who stands in for somebody who is away, also when the first one asked is away too. Empty when that is the role, when it leads
     * round in a circle, and when whoever is found at its end does not work for this Kommune (any more).
     */
    Optional<String> vertretung(String person) {
        Set<String> gefragt = new HashSet<>(Set.of(person));
        String naechste = vertretungen.get(person);
        while (naechste != null && fehlt(naechste)) {
            naechste = gefragt.add(naechste) ? vertretungen.get(naechste) : null;
        }
        return Optional.ofNullable(naechste).filter(this::gehoert);
    }
}
