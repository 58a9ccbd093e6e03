package de.integrationskonzept.cockpit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A model in words: what a diagram shows, for those who cannot see it.
 *
 * @param prozess key of the process, {@code name} as people read it
 * @param schritte in the order of the flow
 * @param folgen by id of a step, what can come after it, also of steps that are left out of the list for having nothing to say
 * @param jederzeit ids of the steps that can be begun whenever the process runs
 */
record Ablaufplan(String definition, String prozess, String name, List<Schritt> schritte, Map<String, List<Folge>> folgen, List<String> jederzeit) {

    /**
     * @param art what it is, in plain words
     * @param gruppen ids of the groups whose task it is, null when that is found out only when it begins; empty for what nobody does
     * @param wenn question and answer on which it is come to, null when it is come to in every case or on several ways
     * @param wege what is chosen from here, none when only one way leads on
     * @param ruft key of the process that it calls, null for none
     * @param schritte its own steps when it is a part of the process
     */
    record Schritt(String id, String name, String art, List<String> gruppen, String wenn, List<Weg> wege, String ruft, List<Schritt> schritte) {

        Stream<Schritt> alle() {
            return Stream.concat(Stream.of(this), schritte.stream().flatMap(Schritt::alle));
        }
    }

    /** @param zurueck it leads to a step that stands earlier in the list */
    record Weg(String antwort, String ziel, boolean zurueck) {
    }

    /** @param sicher it comes without a choice or an event */
    record Folge(String schritt, boolean sicher) {
    }

    Stream<Schritt> alle() {
        return schritte.stream().flatMap(Schritt::alle);
    }
}
