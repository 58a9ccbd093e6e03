package de.integrationskonzept.modell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * An expression, taken apart with the engine's own parser.
 *
 * @param namen of variables and beans
 */
record WissenAusdruck(Set<String> namen, List<Aufruf> aufrufe) {

    private static final Builder LESER = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    /**
     * A method of a bean.
     *
     * @param worte the literal texts among its arguments, cut at commas
     */
    record Aufruf(String bean, String methode, List<String> worte) {
    }

    /** Empty when the text is none, or one that nobody can read; another check says so. */
    static Optional<WissenAusdruck> lies(String text) {
        if (!WissenXml.istAusdruck(text)) {
            return Optional.empty();
        }
        WissenAusdruck gelesen = new WissenAusdruck(new LinkedHashSet<>(), new ArrayList<>());
        try {
            gelesen.sammle(LESER.build(text.strip()).getRoot());
            return Optional.of(gelesen);
        } catch (TreeBuilderException | StackOverflowError unlesbar) {
            return Optional.empty();
        }
    }

    private void sammle(Node knoten) {
        if (knoten instanceof AstIdentifier name) {
            namen.add(name.getName());
        }
        if (knoten instanceof AstMethod methode && methode.getChild(0) instanceof AstDot punkt && punkt.getChild(0) instanceof AstIdentifier bean) {
            aufrufe.add(new Aufruf(bean.getName(), punkt.toString().replaceFirst("^\\.\\s*", ""), worte(methode.getChild(1))));
        }
        for (int i = 0; i < knoten.getCardinality(); i++) {
            sammle(knoten.getChild(i));
        }
    }

    private static List<String> worte(Node angaben) {
        List<String> worte = new ArrayList<>();
        for (int i = 0; i < angaben.getCardinality(); i++) {
            if (angaben.getChild(i) instanceof AstString text) {
                Stream.of(String.valueOf(text.eval(null, null)).split(",")).map(String::strip).forEach(worte::add);
            }
        }
        return worte;
    }
}
