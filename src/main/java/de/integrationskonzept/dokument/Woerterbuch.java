package de.integrationskonzept.dokument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.integrationskonzept.formular.Frage;
import de.integrationskonzept.formular.Fragebogen;
import de.integrationskonzept.formular.Klartext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The words for the values of a file. Answers are handed on within a file, and lists are made of them; where the process at
 * hand did not ask itself, the words are those of the form that did.
 */
final class Woerterbuch {

    private final Map<String, Fragebogen> fragebogen;
    private final Map<String, List<Frage>> jeName = new HashMap<>();
    private final Map<String, String> rollen;

    /**
     * @param fragebogen by version of the process
     * @param reihenfolge versions of the processes of the file; the words of the first count
     * @param rollen names of the roles by id
     */
    Woerterbuch(Map<String, Fragebogen> fragebogen, Collection<String> reihenfolge, Map<String, String> rollen) {
        this.fragebogen = fragebogen;
        this.rollen = rollen;
        reihenfolge.stream().distinct().forEach(definition -> fragebogen.get(definition).alle().forEach(this::merke));
    }

    private void merke(Frage frage) {
        jeName.computeIfAbsent(frage.schluessel(), n -> new ArrayList<>()).add(frage);
        frage.spalten().forEach(this::merke);
    }

    Fragebogen von(String definition) {
        return fragebogen.get(definition);
    }

    /** The question that this was the answer to, asked elsewhere in the file. */
    Optional<Frage> irgendwo(String name, JsonNode wert, Supplier<Map<String, Object>> angaben) {
        return jeName.getOrDefault(name, List.of()).stream().filter(f -> f.passtZu(wert, angaben.get())).findFirst();
    }

    String text(JsonNode wert, String name, Optional<Frage> frage, Supplier<Map<String, Object>> angaben) {
        if (frage.isPresent()) {
            // One row of a list of choices reads like the list with only that row.
            boolean eines = wert.isValueNode() && List.of("checklist", "taglist").contains(frage.get().typ());
            boolean zeile = wert.isObject() && frage.get().typ().equals("dynamiclist");
            return frage.get().klartext(eines || zeile ? listeMit(wert) : wert, angaben.get());
        }
        return wert.isTextual() && rollen.containsKey(wert.asText()) ? rollen.get(wert.asText()) : Klartext.von(wert, name);
    }

    private static ArrayNode listeMit(JsonNode eines) {
        return JsonNodeFactory.instance.arrayNode().add(eines);
    }
}
