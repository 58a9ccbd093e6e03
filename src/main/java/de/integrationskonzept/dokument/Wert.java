package de.integrationskonzept.dokument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.samskivert.mustache.Mustache;
import de.integrationskonzept.formular.Frage;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** An answer in a template: printed it is plain German, as a section it is its rows, its columns, or whether it is there. */
final class Wert implements Mustache.CustomContext {

    /** What was asked and not answered. */
    static final Wert LEER = new Wert(MissingNode.getInstance(), "", Optional.empty(), null, Map::of);

    /** Whether there is an answer, or a list has rows, without going through them. */
    static final String VORHANDEN = "vorhanden";

    private final JsonNode roh;
    private final String name;
    private final Optional<Frage> eigene;
    private final Woerterbuch worte;
    private final Supplier<Map<String, Object>> angaben;

    /**
     * @param frage of the form that asked for it, empty when no form did
     * @param angaben what else was answered beside it, for choices that depend on it
     */
    Wert(JsonNode roh, String name, Optional<Frage> frage, Woerterbuch worte, Supplier<Map<String, Object>> angaben) {
        this.roh = roh;
        this.name = name;
        this.worte = worte;
        this.angaben = angaben;
        this.eigene = frage;
    }

    private Optional<Frage> frage() {
        return eigene.or(() -> worte.irgendwo(name, roh, angaben));
    }

    boolean leer() {
        return roh.isMissingNode() || roh.isNull() || roh.isTextual() && roh.asText().isBlank() || roh.isContainerNode() && roh.isEmpty();
    }

    boolean istFalsch() {
        return roh.isBoolean() && !roh.asBoolean();
    }

    /** Null when it is no list. */
    Iterator<Wert> zeilen() {
        if (!roh.isArray()) {
            return null;
        }
        Optional<Frage> frage = frage();
        return StreamSupport.stream(roh.spliterator(), false).map(zeile -> new Wert(zeile, name, frage, worte, angaben)).iterator();
    }

    String text() {
        return leer() ? "" : worte.text(roh, name, frage(), angaben);
    }

    @Override
    public Object get(String spalte) {
        if (spalte.equals(VORHANDEN)) {
            return !leer();
        }
        if (roh.isObject()) {
            Optional<Frage> zuSpalte = eigene.flatMap(f -> f.spalten().stream().filter(s -> s.schluessel().equals(spalte)).findFirst());
            // A column that was left empty is a gap, not what is called alike further out.
            return roh.has(spalte) || zuSpalte.isPresent() ? new Wert(roh.path(spalte), spalte, zuSpalte, worte, angaben) : null;
        }
        return spalte.equals("ist") ? (Mustache.CustomContext) this::ist : null;
    }

    private Boolean ist(String wert) {
        return roh.isArray() ? StreamSupport.stream(roh.spliterator(), false).anyMatch(eines -> eines.asText().equals(wert))
                : roh.isBoolean() ? wert.equals(roh.asBoolean() ? "ja" : "nein") : roh.asText("").equals(wert);
    }
}
