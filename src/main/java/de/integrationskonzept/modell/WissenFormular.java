package de.integrationskonzept.modell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * What others need to know of a form.
 *
 * @param variablen names under which it sends values
 */
record WissenFormular(String datei, String id, Set<String> variablen) {

    static WissenFormular aus(String datei, JsonNode formular) {
        Set<String> variablen = new HashSet<>();
        sammle(formular.path("components"), variablen);
        return new WissenFormular(datei, formular.path("id").asText(), variablen);
    }

    /** The first part of a path is the variable; what lies in a list is no variable of its own. */
    private static void sammle(JsonNode felder, Set<String> variablen) {
        felder.forEach(feld -> {
            String name = feld.path("key").asText(feld.path("path").asText(""));
            if (!name.isBlank()) {
                variablen.add(name.split("\\.")[0]);
            }
            if (!"dynamiclist".equals(feld.path("type").asText())) {
                sammle(feld.path("components"), variablen);
            }
        });
    }
}
