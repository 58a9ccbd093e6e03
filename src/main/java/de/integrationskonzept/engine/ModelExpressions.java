package de.integrationskonzept.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstParameters;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * Expressions of process models, taken apart with the engine's own parser. They may calculate with values, call what the
 * application offers to models by name, and nothing else; see {@link ModelWords} for the words.
 */
final class ModelExpressions {

    private static final Builder READER = new Builder(Builder.Feature.METHOD_INVOCATIONS);
    private static final int LONGEST = 4000;

    /** What only calculates: whether it is allowed depends on its parts. */
    private static final List<Class<? extends Node>> CALCULATION = List.of(AstComposite.class, AstEval.class, AstText.class, AstNested.class,
            AstBinary.class, AstUnary.class, AstChoice.class, AstParameters.class, AstBoolean.class, AstNull.class, AstNumber.class);

    private final Map<String, Class<?>> beans;
    private final Predicate<String> inside;

    /**
     * @param beans what models may call, by name
     * @param inside whether something inside the application, which is no model's business, has this name
     */
    ModelExpressions(Map<String, Class<?>> beans, Predicate<String> inside) {
        this.beans = beans;
        this.inside = inside;
    }

    /** A German sentence that says what is wrong with the text; empty when nothing is, or when it is no expression. */
    Optional<String> refuse(String text) {
        if (!text.contains("${") && !text.contains("#{")) {
            return Optional.empty();
        }
        String shown = "Der Ausdruck „" + ModelDocument.shortened(text) + "“ ";
        if (text.length() > LONGEST) {
            return Optional.of(shown + "ist zu lang. Bitte rechnen Sie mit einer Entscheidungstabelle.");
        }
        try {
            return problems(READER.build(text).getRoot()).findFirst().map(problem -> shown + problem);
        } catch (TreeBuilderException | StackOverflowError unreadable) {
            return Optional.of(shown + "ist nicht lesbar. Bitte prüfen Sie die Schreibweise.");
        }
    }

    private Stream<String> problems(Node node) {
        if (node instanceof AstMethod call) {
            return Stream.concat(call(call.getChild(0), name(call.getChild(0)), call.getChild(1).getCardinality()), problems(call.getChild(1)));
        }
        if (node instanceof AstDot || node instanceof AstBracket) {
            return property(node);
        }
        if (node instanceof AstIdentifier identifier) {
            return bare(identifier.getName());
        }
        if (node instanceof AstFunction function && !ModelWords.FUNCTIONS.contains(function.getName())) {
            return Stream.of("verwendet die Funktion „" + function.getName() + "“, die es in Modellen nicht gibt. Erlaubt sind: "
                    + String.join(", ", ModelWords.FUNCTIONS) + ".");
        }
        if (node instanceof AstString text) {
            // The engine cuts some lists at commas before it evaluates the pieces: what is text here could be code there.
            String value = String.valueOf(text.eval(null, null));
            return value.contains("${") || value.contains("#{") ? Stream.of("enthält einen weiteren Ausdruck als Text. Bitte lösen Sie ihn auf.")
                    : Stream.empty();
        }
        return node instanceof AstFunction || CALCULATION.stream().anyMatch(kind -> kind.isInstance(node)) ? parts(node)
                : Stream.of("enthält etwas, das in Modellen nicht vorgesehen ist. Bitte vereinfachen Sie ihn.");
    }

    private Stream<String> parts(Node node) {
        return IntStream.range(0, node.getCardinality()).mapToObj(node::getChild).flatMap(this::problems);
    }

    /** A bean or the execution itself must not get into a variable, where nobody sees any more what it is. */
    private Stream<String> bare(String name) {
        if (beans.containsKey(name) || ModelWords.ENGINE.containsKey(name)) {
            return Stream.of("verwendet „" + name + "“ als Wert. Bitte rufen Sie nur seine Methoden auf.");
        }
        return unknown(name);
    }

    private Stream<String> unknown(String name) {
        return ModelWords.HIDDEN.contains(name) || inside.test(name) ? Stream.of("verwendet „" + name + "“. Dieser Name gehört zum Inneren der "
                + "Anwendung und steht Modellen nicht offen. Falls eine Variable gemeint ist, benennen Sie sie bitte um.") : Stream.empty();
    }

    private Stream<String> property(Node node) {
        String name = name(node);
        if (node.getChild(0) instanceof AstIdentifier base && ModelWords.ENGINE.containsKey(base.getName())) {
            return name != null && ModelWords.ENGINE.get(base.getName()).contains(name) ? Stream.empty() : notOffered(base.getName(), name);
        }
        return Stream.concat(problems(node.getChild(0)), ModelWords.isPlain(name) ? Stream.empty()
                : Stream.of("greift auf „" + shown(name) + "“ zu. Erlaubt sind nur die Felder eines Werts, mit festem Namen."));
    }

    private Stream<String> call(Node property, String method, int arguments) {
        String base = property.getChild(0) instanceof AstIdentifier identifier ? identifier.getName() : null;
        if (base != null && beans.containsKey(base)) {
            return offers(beans.get(base), method, arguments) ? Stream.empty() : notOffered(base, method);
        }
        if (base != null && ModelWords.ENGINE.containsKey(base)) {
            return ModelWords.isCallOfEngine(base, method, arguments) ? Stream.empty() : notOffered(base, method);
        }
        return Stream.concat(problems(property.getChild(0)), ModelWords.isCallOfValue(method, arguments) ? Stream.empty()
                : Stream.of("ruft „" + (base == null ? "" : base + ".") + shown(method) + "“ auf. Das gibt es in Modellen nicht. Rufen können sie "
                + String.join(", ", beans.keySet()) + "; prüfen Sie bitte die Schreibweise, oder rechnen Sie mit einer Entscheidungstabelle."));
    }

    private static Stream<String> notOffered(String base, String member) {
        return Stream.of("ruft „" + base + "." + shown(member) + "“ auf. Das gibt es für Modelle nicht, oder nicht mit so vielen Angaben.");
    }

    private static String shown(String member) {
        return member == null ? "[…]" : member;
    }

    private static boolean offers(Class<?> bean, String method, int arguments) {
        return Arrays.stream(bean.getMethods()).anyMatch(offered -> offered.getName().equals(method)
                && offered.getParameterCount() == arguments && offered.getDeclaringClass() != Object.class);
    }

    /** What is named after the dot, or between brackets as a fixed text or number; null when it is computed. */
    private static String name(Node property) {
        if (property instanceof AstDot) {
            return property.toString().replaceFirst("^\\.\\s*", "");
        }
        Node inBrackets = property.getChild(1);
        return inBrackets instanceof AstString || inBrackets instanceof AstNumber
                ? String.valueOf(((AstNode) inBrackets).eval(null, null)) : null;
    }
}
