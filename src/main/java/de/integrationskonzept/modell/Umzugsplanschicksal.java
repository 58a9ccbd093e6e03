package de.integrationskonzept.modell;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What becomes of a file, or of one that stands at a certain step.
 *
 * @param was in the words of people, {@code rang} how far it is from moving
 * @param grund German sentences, null when it moves
 */
record Umzugsplanschicksal(String was, int rang, String grund) {

    static final Umzugsplanschicksal ZIEHT_UM = new Umzugsplanschicksal("zieht um", 0, null);

    static Umzugsplanschicksal zuzuordnen(String grund) {
        return new Umzugsplanschicksal("zuzuordnen", 1, grund);
    }

    static Umzugsplanschicksal bleibt(String grund) {
        return new Umzugsplanschicksal("behält die alte Fassung", 2, grund);
    }

    /** A file moves as a whole or not at all. */
    static Umzugsplanschicksal aus(List<Umzugsplanschicksal> jeStelle) {
        Umzugsplanschicksal schlimmstes = jeStelle.stream().max(Comparator.comparingInt(Umzugsplanschicksal::rang)).orElse(ZIEHT_UM);
        String gruende = jeStelle.stream().map(Umzugsplanschicksal::grund).filter(grund -> grund != null).distinct().collect(Collectors.joining(" "));
        return new Umzugsplanschicksal(schlimmstes.was(), schlimmstes.rang(), gruende.isEmpty() ? null : gruende);
    }
}
