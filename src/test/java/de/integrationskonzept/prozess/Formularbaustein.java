package de.integrationskonzept.prozess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.feel.api.FeelEngineBuilder;

/** A part of a form of the resolution, and what the browser makes of its expressions. */
final class Formularbaustein {

    private Formularbaustein() {
    }

    static JsonNode baustein(String schritt, String id) throws IOException {
        List<JsonNode> gefunden = new ArrayList<>();
        new ObjectMapper().readTree(Path.of("forms/beschluss/beschluss-" + schritt + ".form").toFile()).path("components")
                .forEach(k -> gefunden.add(k));
        return gefunden.stream().filter(k -> k.path("id").asText().equals(id)).findFirst().orElseThrow();
    }

    /** What the browser makes of an expression of the form. */
    static Object feel(JsonNode ausdruck, Map<String, Object> werte) {
        return FeelEngineBuilder.forJava().build().evaluateExpression(ausdruck.asText().substring(1), werte).result();
    }
}
