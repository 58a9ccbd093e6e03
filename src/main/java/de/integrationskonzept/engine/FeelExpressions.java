package de.integrationskonzept.engine;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.Ref;

/**
 * FEEL in decision tables and forms, taken apart with the engine's own parser. FEEL only calculates, except where it calls
 * Java: by an external function, or by a method or field of a Java object. Those are refused.
 */
public final class FeelExpressions {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    /** The kinds of expression that FEEL has, without {@code JavaFunctionInvocation} and {@code QualifiedFunctionInvocation}. */
    private static final Set<String> KINDS = Set.of("ConstNull", "ConstInputValue", "ConstBool", "ConstNumber", "ConstString", "ConstDate",
            "ConstLocalTime", "ConstTime", "ConstLocalDateTime", "ConstDateTime", "ConstYearMonthDuration", "ConstDayTimeDuration", "ConstList",
            "ConstContext", "ConstRange", "ClosedConstRangeBoundary", "OpenConstRangeBoundary", "Ref", "PathExpression", "Filter", "If", "For",
            "In", "InstanceOf", "SomeItem", "EveryItem", "AtLeastOne", "Not", "Conjunction", "Disjunction", "Equal", "LessThan", "LessOrEqual",
            "GreaterThan", "GreaterOrEqual", "Addition", "Subtraction", "Multiplication", "Division", "Exponentiation", "ArithmeticNegation",
            "FunctionInvocation", "FunctionDefinition", "IterationContext", "UnaryTestExpression", "InputEqualTo", "InputLessThan",
            "InputLessOrEqual", "InputGreaterThan", "InputGreaterOrEqual", "InputInRange");

    /** A plain number, text or "any": most cells, and not worth the parser's time. */
    private static final Pattern LITERAL = Pattern.compile("\\s*(-|-?\\d+(\\.\\d+)?|\"[^\"\\\\]*\"|true|false|null)\\s*");

    private FeelExpressions() {
    }

    /** A German sentence that says what is wrong with the expression; empty when nothing is. */
    public static Optional<String> refuse(String expression) {
        return refuse(expression, false);
    }

    /** The same for the cell of an input column ({@code < 5}, {@code "a","b"}). */
    static Optional<String> refuseTests(String tests) {
        return refuse(tests, true);
    }

    private static Optional<String> refuse(String text, boolean tests) {
        if (text.isBlank() || LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        String shown = "Der FEEL-Ausdruck „" + ModelDocument.shortened(text) + "“ ";
        try {
            ParseResult parsed = tests ? FEEL.parseUnaryTests(text) : FEEL.parseExpression(text);
            return parsed.isSuccess() ? problems(parsed.parsedExpression().expression()).findFirst().map(problem -> shown + problem)
                    : Optional.of(shown + "ist nicht lesbar. Bitte prüfen Sie die Schreibweise.");
        } catch (StackOverflowError tooDeep) {
            return Optional.of(shown + "ist zu tief verschachtelt. Bitte teilen Sie ihn auf.");
        }
    }

    private static Stream<String> problems(Object part) {
        if (part instanceof Exp && !KINDS.contains(part.getClass().getSimpleName().replace("$", ""))) {
            return Stream.of("ruft etwas außerhalb von FEEL auf. Bitte verwenden Sie nur die Funktionen, die FEEL selbst mitbringt.");
        }
        if (part instanceof PathExpression path && ModelWords.isReflection(path.key())) {
            return Stream.of("greift auf „" + path.key() + "“ zu. Erlaubt sind nur die Felder eines Werts.");
        }
        if (part instanceof Ref name && elements(name.names()).stream().anyMatch(word -> ModelWords.isReflection(word.toString()))) {
            return Stream.of("greift auf das Innere eines Werts zu. Erlaubt sind nur seine Felder.");
        }
        if (part instanceof Iterable<?> several) {
            return elements(several).stream().flatMap(FeelExpressions::problems);
        }
        return part instanceof Product parts
                ? IntStream.range(0, parts.productArity()).mapToObj(parts::productElement).flatMap(FeelExpressions::problems) : Stream.empty();
    }

    private static List<Object> elements(Iterable<?> several) {
        List<Object> elements = new ArrayList<>();
        Iterator<?> iterator = several.iterator();
        while (iterator.hasNext()) {
            elements.add(iterator.next());
        }
        return elements;
    }
}
