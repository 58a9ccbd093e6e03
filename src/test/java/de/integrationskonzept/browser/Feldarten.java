package de.integrationskonzept.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of fields: those that our forms have, and those that are on the screen. */
final class Feldarten {

    private static final String AUF_DER_SEITE = """
            () => [...document.querySelectorAll('.fjs-form-field')].filter(e => e.checkVisibility()).flatMap(e => [...e.classList])
              .filter(art => art.startsWith('fjs-form-field-')).map(art => art.replace('fjs-form-field-', ''))""";

    private Feldarten() {
    }

    static Set<String> auf(Page seite) {
        Set<String> arten = new TreeSet<>();
        ((Iterable<?>) seite.evaluate(AUF_DER_SEITE)).forEach(art -> arten.add((String) art));
        return arten;
    }

    static Set<String> derFormulare() throws IOException {
        Set<String> arten = new TreeSet<>();
        try (var dateien = Files.walk(Path.of("forms"))) {
            for (Path datei : dateien.filter(d -> d.toString().endsWith(".form")).toList()) {
                sammle(new ObjectMapper().readTree(datei.toFile()).path("components"), arten);
            }
        }
        return arten;
    }

    private static void sammle(JsonNode felder, Set<String> arten) {
        felder.forEach(feld -> {
            arten.add(feld.path("type").asText());
            sammle(feld.path("components"), arten);
        });
    }
}
