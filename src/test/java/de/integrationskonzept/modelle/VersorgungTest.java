package de.integrationskonzept.modelle;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.modelle.Modelle.Prozess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** FEEL takes a name that nobody set for null and says nothing, so a forgotten mapping would never show. */
@DisplayName("Was ein Formular zeigt oder eine Regel fragt, kommt im Prozess an")
class VersorgungTest {

    private static final Set<String> SPRACHE = Set.of("if", "then", "else", "and", "or", "not", "null", "true", "false", "some", "every",
            "in", "satisfies", "for", "return", "item", "between", "instance", "of", "partial", "list", "contains", "string", "join",
            "distinct", "values", "lower", "case", "upper", "length", "years", "months", "duration", "date", "time", "this", "parent",
            "starts", "ends", "with", "end", "now", "today", "list contains", "row", "index", "i", "value", "before", "after", "get", "put", "context", "merge");

    /** What a decision may find missing: a resolution is sought in one of the processes only, and counts as not there in the others. */
    private static final Map<String, Set<String>> DARF_FEHLEN = Map.of("auftragsgrad", Set.of("beschlussStand"));

    @Test
    @DisplayName("Jeder Name in Bedingungen und Texten eines Formulars ist ein Feld oder eine Variable seines Prozesses")
    void formulare() {
        Befunde befunde = new Befunde();
        Modelle.prozesse().forEach(p -> {
            Set<String> bekannt = Variablen.in(p);
            Variablen.formulare(p).forEach(f -> {
                Set<String> hier = new HashSet<>(bekannt);
                f.felder().forEach(k -> hier.add(k.schluessel()));
                FormulareTest.ausdruecke(f).forEach(a -> namen(a).stream().filter(n -> !hier.contains(n)).forEach(n -> befunde.wenn(true,
                        f.id(), n + " is set nowhere in " + p.schluessel() + ": " + (a.length() > 80 ? a.substring(0, 80) + "…" : a))));
            });
        });
        befunde.keine();
    }

    @Test
    @DisplayName("Jeder Name in einer Regel ist eine Variable jedes Prozesses, der sie fragt")
    void regeln() {
        Befunde befunde = new Befunde();
        Modelle.prozesse().forEach(p -> p.alle(BusinessRuleTask.class).forEach(b -> gefragt(b.getCamundaDecisionRef()).stream()
                .filter(n -> !Variablen.in(p).contains(n) && !DARF_FEHLEN.getOrDefault(b.getCamundaDecisionRef(), Set.of()).contains(n))
                .forEach(n -> befunde.wenn(true, p.ort(b), "decision " + b.getCamundaDecisionRef() + " asks for " + n + ", which is set nowhere here"))));
        befunde.keine();
    }

    @Test
    @DisplayName("Was ein aufgerufener Prozess erfragt und eine Regel des rufenden braucht, wird herausgereicht")
    void herausgereicht() {
        Befunde befunde = new Befunde();
        Modelle.prozesse().forEach(p -> {
            Set<String> gebraucht = new LinkedHashSet<>();
            p.alle(BusinessRuleTask.class).forEach(b -> gebraucht.addAll(gefragt(b.getCamundaDecisionRef())));
            Variablen.formulare(p).forEach(f -> gebraucht.removeAll(f.variablen())); // asked by the process itself
            p.alle(CallActivity.class).forEach(c -> Modelle.prozesse().stream().filter(q -> q.schluessel().equals(c.getCalledElement()))
                    .forEach(q -> {
                        Set<String> angekommen = new HashSet<>(festgehalten(q));
                        c.getExtensionElements().getElementsQuery().filterByType(CamundaOut.class).list()
                                .forEach(o -> angekommen.add(o.getCamundaTarget()));
                        erfragt(q).stream().filter(gebraucht::contains).filter(n -> !angekommen.contains(n)).forEach(n ->
                                befunde.wenn(true, p.ort(c), n + " is asked there, needed by a rule here, and not handed out"));
                    }));
        });
        befunde.keine();
    }

    /** What forms of the process ask, and what it got from those that it calls itself. */
    private static Set<String> erfragt(Prozess prozess) {
        Set<String> namen = new LinkedHashSet<>();
        Variablen.formulare(prozess).forEach(f -> namen.addAll(f.variablen()));
        prozess.alle(CamundaOut.class).forEach(o -> namen.add(o.getCamundaTarget()));
        return namen;
    }

    /** What the process puts on the frame, where every rule finds it: by name, with a message, or as the new time plan. */
    private static Set<String> festgehalten(Prozess prozess) {
        Set<String> namen = new HashSet<>();
        Ausdruecke.in(prozess).stream().flatMap(a -> a.aufrufe().stream()).forEach(r -> {
            switch (r.methode()) {
                case "festhalten", "anfuegen" -> namen.addAll(r.liste(0));
                case "melde" -> namen.addAll(r.liste(1));
                case "verschieben" -> namen.addAll(List.of("planBeginn", "planEnde"));
                default -> { }
            }
        });
        return namen;
    }

    @Test
    @DisplayName("Namen werden richtig aus FEEL gelesen")
    void leseprobe() {
        assertThat(namen("some z in (if liste = null then [] else liste) satisfies z.art = \"a\" and item.x = andere"))
                .containsExactlyInAnyOrder("liste", "andere");
        assertThat(namen("{ampel: function(a, b) if a = b then wert else \"w\"}.ampel(eins, count(zwei))"))
                .containsExactlyInAnyOrder("wert", "eins", "zwei");
    }

    /** The variables that a decision reads, those of required decisions included; what they deliver to each other is left out. */
    private static Set<String> gefragt(String entscheidung) {
        Set<String> namen = new LinkedHashSet<>();
        Modelle.regelwerke().stream().filter(r -> r.entscheidungen().stream().anyMatch(d -> d.getId().equals(entscheidung))).forEach(r -> {
            Set<String> geliefert = new HashSet<>();
            r.entscheidungen().forEach(d -> {
                namen.addAll(namen(texte(d)));
                if (d.getExpression() instanceof DecisionTable tabelle && !d.getId().equals(entscheidung)) {
                    tabelle.getOutputs().forEach(o -> geliefert.add(o.getName()));
                }
            });
            namen.removeAll(geliefert);
        });
        return namen;
    }

    private static Set<String> namen(List<String> ausdruecke) {
        Set<String> namen = new LinkedHashSet<>();
        ausdruecke.forEach(a -> namen.addAll(namen(a)));
        return namen;
    }

    private static List<String> texte(Decision entscheidung) {
        List<String> texte = new ArrayList<>();
        if (entscheidung.getExpression() instanceof LiteralExpression literal) {
            texte.add(literal.getText().getTextContent());
        } else if (entscheidung.getExpression() instanceof DecisionTable tabelle) {
            tabelle.getInputs().forEach(i -> texte.add(i.getInputExpression().getText().getTextContent()));
            tabelle.getRules().forEach(r -> r.getOutputEntries().forEach(o -> texte.add(o.getText().getTextContent())));
        }
        return texte;
    }

    /** Names that an expression takes from outside: no keywords, functions, properties, nor names that it binds itself. */
    static Set<String> namen(String ausdruck) {
        String ohneTexte = ausdruck.replaceAll("(?s)\"(\\\\.|[^\"\\\\])*\"", "\"\"");
        Set<String> gebunden = new HashSet<>(SPRACHE);
        Matcher bindung = Pattern.compile("\\b(?:for|some|every)\\s+(\\w+)\\s+in\\b|,\\s*(\\w+)\\s+in\\b|(\\w+)\\s*:|function\\(([^)]*)\\)")
                .matcher(ohneTexte);
        while (bindung.find()) {
            for (int i = 1; i <= 4; i++) {
                if (bindung.group(i) != null) {
                    gebunden.addAll(List.of(bindung.group(i).split("\\s*,\\s*")));
                }
            }
        }
        Set<String> namen = new LinkedHashSet<>();
        Matcher name = Pattern.compile("(?<![\\w.@])[A-Za-z]\\w*(?!\\w*\\s*\\()(?!\\w)").matcher(ohneTexte);
        while (name.find()) {
            namen.add(name.group());
        }
        namen.removeAll(gebunden);
        return namen;
    }
}
