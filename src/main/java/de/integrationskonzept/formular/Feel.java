package de.integrationskonzept.formular;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    static Object werte(String ausdruck, Map<String, Object> kontext) {
        ParseResult gelesen = GELESEN.computeIfAbsent(ausdruck, FEEL::parseExpression);
        if (!gelesen.isSuccess()) {
            return null;
        }
        EvaluationResult ergebnis = FEEL.evaluate(gelesen.parsedExpression(), kontext);
        return ergebnis.isSuccess() ? ergebnis.result() : null;
    }

    static boolean trifftZu(String ausdruck, Map<String, Object> kontext) {
        return Boolean.TRUE.equals(werte(ausdruck, kontext));
    }
}
