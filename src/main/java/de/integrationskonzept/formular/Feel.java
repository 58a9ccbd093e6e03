package de.integrationskonzept.formular;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** The expressions of forms, each parsed once. What cannot be evaluated is null, as in the browser. */
final class Feel {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final Map<String, ParseResult> GELESEN = new ConcurrentHashMap<>();

    private Feel() {
    }

    private static ParseResult gelesen(String ausdruck) {
        return GELESEN.computeIfAbsent(ausdruck, FEEL::parseExpression);
    }

    static Object werte(String ausdruck, Map<String, Object> kontext) {
        ParseResult gelesen = gelesen(ausdruck);
        if (!gelesen.isSuccess()) {
            return null;
        }
        EvaluationResult ergebnis = FEEL.evaluate(gelesen.parsedExpression(), kontext);
        return ergebnis.isSuccess() ? ergebnis.result() : null;
    }

    static boolean trifftZu(String ausdruck, Map<String, Object> kontext) {
        return Boolean.TRUE.equals(werte(ausdruck, kontext));
    }

    /**
     * Which of them are true, asked for at once: for each question the library makes all its functions anew. Empty when that does not work, or
     * one of them cannot be read by itself: together, two halves might make sense.
     */
    static Map<String, Boolean> treffenZu(List<String> ausdruecke, Map<String, Object> kontext) {
        if (!ausdruecke.stream().map(Feel::gelesen).allMatch(ParseResult::isSuccess)) {
            return new HashMap<>();
        }
        String alle = ausdruecke.stream().map(ausdruck -> "(" + ausdruck + "\n)").collect(Collectors.joining(",", "[", "]"));
        Map<String, Boolean> ergebnis = new HashMap<>();
        if (werte(alle, kontext) instanceof List<?> liste && liste.size() == ausdruecke.size()) {
            for (int i = 0; i < liste.size(); i++) {
                ergebnis.put(ausdruecke.get(i), Boolean.TRUE.equals(liste.get(i)));
            }
        }
        return ergebnis;
    }
}
