package de.integrationskonzept.formular;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a process asks in all of its forms. Two forms may ask under the same key in different words.
 *
 * @param alle in the order of the forms, start form first
 */
public record Fragebogen(List<Frage> alle) {

    /** Whether one of the forms asks this. */
    public boolean fragt(String schluessel) {
        return zu(schluessel).findAny().isPresent();
    }

    /** The question that this is the answer to: of several under the same key the one that it fits. */
    public Optional<Frage> zu(String schluessel, JsonNode antwort, Map<String, Object> angaben) {
        List<Frage> fragen = zu(schluessel).toList();
        return fragen.size() < 2 ? fragen.stream().findFirst()
                : fragen.stream().filter(f -> f.passtZu(antwort, angaben)).findFirst().or(() -> fragen.stream().findFirst());
    }

    private Stream<Frage> zu(String schluessel) {
        return alle.stream().filter(f -> f.schluessel().equals(schluessel));
    }
}
