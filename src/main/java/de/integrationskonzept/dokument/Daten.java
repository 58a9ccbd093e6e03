package de.integrationskonzept.dokument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.samskivert.mustache.Mustache;
import de.integrationskonzept.akte.Akteninhalt.Inhalt;
import de.integrationskonzept.akte.Akteninhalt.Vorgang;
import de.integrationskonzept.akte.Angaben;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What a template can show of a file. At the top the answers of the frame; {@code schritt.<prozess>} is the latest instance of
 * a process, {@code schritte.<prozess>} all of them, {@code jahre} the years of implementation, each with its own steps; and
 * the results of the decisions that the template names, by their keys. Nothing is worked out before it is asked for.
 */
final class Daten implements Mustache.CustomContext {

    private final Inhalt inhalt;
    private final Woerterbuch worte;
    private final LocalDate heute;
    private final LocalDate stand;
    private final List<String> entscheidungen;
    private final BiFunction<String, Map<String, Object>, JsonNode> regel;
    private final Vorgangsdaten rahmen;
    private final Map<String, Wert> ergebnisse = new LinkedHashMap<>();
    private Map<String, Object> angaben;

    /**
     * @param heute day on which the document is made, {@code stand} the day whose state it shows
     * @param entscheidungen keys that the template names
     * @param regel evaluates a decision by key with the given plain values
     */
    Daten(Inhalt inhalt, Woerterbuch worte, LocalDate heute, LocalDate stand, List<String> entscheidungen,
            BiFunction<String, Map<String, Object>, JsonNode> regel) {
        this.inhalt = inhalt;
        this.worte = worte;
        this.heute = heute;
        this.stand = stand;
        this.entscheidungen = entscheidungen;
        this.regel = regel;
        this.rahmen = new Vorgangsdaten(inhalt.rahmen(), worte);
    }

    /** A year of implementation. */
    private record Jahr(Vorgangsdaten wurzel, Mustache.CustomContext schritt, Mustache.CustomContext schritte) implements Mustache.CustomContext {

        @Override
        public Object get(String name) {
            return name.equals("schritt") ? schritt : name.equals("schritte") ? schritte : wurzel.get(name);
        }
    }

    /** A section that is gone through, and that can be asked whether it is empty. */
    private record Liste(List<? extends Mustache.CustomContext> alle) implements Iterable<Mustache.CustomContext>, Mustache.CustomContext {

        @Override
        public Iterator<Mustache.CustomContext> iterator() {
            return List.<Mustache.CustomContext>copyOf(alle).iterator();
        }

        @Override
        public Object get(String name) {
            return name.equals(Wert.VORHANDEN) ? !alle.isEmpty() : null;
        }
    }

    @Override
    public Object get(String name) {
        return switch (name) {
            case "heute" -> tag(heute);
            case "stand" -> tag(stand);
            case "schritt" -> letzter(inhalt.vorgaenge());
            case "schritte" -> alle(inhalt.vorgaenge());
            case "jahre" -> new Liste(jahre().stream().map(this::jahr).toList());
            default -> entscheidungen.contains(name) ? ergebnisse.computeIfAbsent(name, this::ergebnis) : rahmen.get(name);
        };
    }

    private Wert tag(LocalDate tag) {
        return new Wert(TextNode.valueOf(tag.toString()), "", Optional.empty(), worte, Map::of);
    }

    private Wert ergebnis(String entscheidung) {
        return new Wert(regel.apply(entscheidung, angaben()), entscheidung, Optional.empty(), worte, Map::of);
    }

    private Mustache.CustomContext letzter(List<Vorgang> vorgaenge) {
        return prozess -> vorgaenge.stream().filter(v -> v.prozess().equals(prozess)).reduce((a, b) -> b)
                .map(v -> new Vorgangsdaten(v, worte)).orElse(null);
    }

    private Mustache.CustomContext alle(List<Vorgang> vorgaenge) {
        return prozess -> new Liste(vorgaenge.stream().filter(v -> v.prozess().equals(prozess)).map(v -> new Vorgangsdaten(v, worte)).toList());
    }

    /** The roots that began after the frame. */
    private List<Vorgang> jahre() {
        return inhalt.vorgaenge().stream().filter(v -> v.id().equals(v.wurzel()) && !v.id().equals(inhalt.id())).toList();
    }

    private Jahr jahr(Vorgang wurzel) {
        return new Jahr(new Vorgangsdaten(wurzel, worte), letzter(im(wurzel)), alle(im(wurzel)));
    }

    private List<Vorgang> im(Vorgang wurzel) {
        return inhalt.vorgaenge().stream().filter(v -> v.wurzel().equals(wurzel.id())).toList();
    }

    private Map<String, Object> angaben() {
        if (angaben == null) {
            angaben = Angaben.von(inhalt, heute, stand);
        }
        return angaben;
    }
}
