package de.integrationskonzept.formular;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a process asks in all of its forms. Two forms may ask under the same key in different words.
 *
 * @param schritte by form, start form first
 * @param alle the questions of all forms in that order
 */
public record Fragebogen(List<Schritt> schritte, List<Frage> alle) {

    Fragebogen(List<Schritt> schritte) {
        this(schritte, schritte.stream().flatMap(s -> s.fragen().stream()).toList());
    }

    /**
     * What is asked at one place.
     *
     * @param schritt id of the task in the model, empty for the start form
     * @param imAuftrag key of the box that says that somebody recorded the answers on another one's behalf, null without one
     */
    public record Schritt(String schritt, List<Frage> fragen, String imAuftrag) {
    }

    /** The place of that id, empty when nothing is asked there. */
    public Optional<Schritt> schritt(String id) {
        return schritte.stream().filter(s -> s.schritt().equals(id)).findFirst();
    }

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
