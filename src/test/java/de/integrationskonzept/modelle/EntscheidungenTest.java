package de.integrationskonzept.modelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Regeln sind vollständig, deutsch und lesbar")
class EntscheidungenTest {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final Path FAELLE = Path.of("src/test/resources/dmn");
    private static final int ANMERKUNG = 15;

    private final Befunde befunde = new Befunde();

    @Test
    @DisplayName("Die Regelmaschine nimmt jede Datei an")
    void lesbar() {
        var maschine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        Modelle.regelwerke().forEach(r -> assertThat(maschine.parseDecisions(r.modell())).as(r.datei().toString())
                .hasSameSizeAs(r.entscheidungen()));
    }

    @Test
    @DisplayName("Jede Regel trägt eine deutsche Anmerkung, jede Spalte eine deutsche Überschrift, jede Entscheidung eine Beschreibung")
    void anmerkungen() {
        entscheidungen(d -> {
            String beschreibung = d.getDescription() == null ? "" : d.getDescription().getTextContent();
            befunde.wenn(beschreibung.length() < ANMERKUNG, d.getId(), "has no description");
            deutsch(d.getId(), beschreibung);
            deutsch(d.getId(), d.getName());
        });
        tabellen((d, t) -> {
            t.getInputs().forEach(i -> ueberschrift(i.getId(), i.getLabel()));
            t.getOutputs().forEach(o -> ueberschrift(o.getId(), o.getLabel()));
            t.getRules().forEach(r -> {
                String text = r.getDescription() == null ? "" : r.getDescription().getTextContent();
                befunde.wenn(text.length() < ANMERKUNG, r.getId(), "annotation: " + text);
                deutsch(r.getId(), text);
            });
        });
        befunde.keine();
    }

    private void ueberschrift(String ort, String text) {
        befunde.wenn(text == null || text.isBlank(), ort, "column without heading");
        deutsch(ort, text);
    }

    private void deutsch(String ort, String text) {
        Deutsch.fremd(text == null ? "" : text).ifPresent(wort -> befunde.wenn(true, ort, "English: " + wort + " in " + text));
    }

    @Test
    @DisplayName("Jede Regel füllt jede Ergebnisspalte, mit einem der erlaubten Werte")
    void ergebnisse() {
        tabellen((d, t) -> t.getRules().forEach(r -> {
            befunde.wenn(r.getOutputEntries().size() != t.getOutputs().size(), r.getId(), "not every output");
            befunde.wenn(r.getInputEntries().size() != t.getInputs().size(), r.getId(), "not every input");
            r.getOutputEntries().forEach(o -> befunde.wenn(o.getText() == null || o.getText().getTextContent().isBlank(), o.getId(), "is empty"));
            erlaubt(t, r);
        }));
        befunde.keine();
    }

    private void erlaubt(DecisionTable tabelle, Rule regel) {
        var spalten = new ArrayList<>(tabelle.getOutputs());
        var werte = new ArrayList<>(regel.getOutputEntries());
        for (int i = 0; i < Math.min(spalten.size(), werte.size()); i++) {
            if (spalten.get(i).getOutputValues() != null) {
                Set<String> erlaubt = Stream.of(spalten.get(i).getOutputValues().getText().getTextContent().split(",")).map(String::strip)
                        .collect(Collectors.toSet());
                befunde.wenn(!erlaubt.contains(werte.get(i).getText().getTextContent().strip()), werte.get(i).getId(), "is none of " + erlaubt);
            }
        }
    }

    @Test
    @DisplayName("Jeder Ausdruck in jeder Zelle ist lesbares FEEL")
    void ausdruecke() {
        entscheidungen(d -> {
            if (d.getExpression() instanceof LiteralExpression literal) {
                feel(d.getId(), FEEL.parseExpression(literal.getText().getTextContent()));
            }
        });
        tabellen((d, t) -> {
            t.getInputs().forEach(i -> feel(i.getId(), FEEL.parseExpression(i.getInputExpression().getText().getTextContent())));
            t.getRules().forEach(r -> {
                r.getInputEntries().stream().filter(e -> !leer(e))
                        .forEach(e -> feel(e.getId(), FEEL.parseUnaryTests(e.getText().getTextContent())));
                r.getOutputEntries().forEach(o -> feel(o.getId(), FEEL.parseExpression(o.getText().getTextContent())));
            });
        });
        befunde.keine();
    }

    private static boolean leer(InputEntry zelle) {
        return zelle.getText() == null || zelle.getText().getTextContent().isBlank() || zelle.getText().getTextContent().strip().equals("-");
    }

    private void feel(String ort, ParseResult gelesen) {
        befunde.wenn(gelesen.isFailure(), ort, gelesen.isFailure() ? gelesen.failure().message() : "");
    }

    @Test
    @DisplayName("Zu jeder Regel jeder Tabelle gibt es einen Fall, in dem sie greift")
    void jedeRegelHatEinenFall() throws IOException {
        Set<String> getroffen = new TreeSet<>();
        try (Stream<Path> dateien = Files.list(FAELLE)) {
            dateien.map(Modelle::json).forEach(faelle -> faelle.forEach(f -> f.path("regeln").forEach(r -> getroffen.add(r.asText()))));
        }
        List<String> regeln = new ArrayList<>();
        tabellen((d, t) -> t.getRules().forEach(r -> regeln.add(r.getId())));
        regeln.forEach(r -> befunde.wenn(!getroffen.contains(r), r, "no case in " + FAELLE + " hits this rule"));
        getroffen.forEach(r -> befunde.wenn(!regeln.contains(r), r, "a case names a rule that does not exist"));
        System.out.printf("%d rules in %d tables, each hit by a case%n", regeln.size(), tabellen().size());
        befunde.keine();
    }

    @Test
    @DisplayName("Zu jeder Entscheidung gibt es Fälle")
    void jedeEntscheidungHatFaelle() {
        entscheidungen(d -> befunde.wenn(!Files.exists(FAELLE.resolve(d.getId() + ".json")), d.getId(), "no file " + d.getId() + ".json"));
        befunde.keine();
    }

    @Test
    @Tag("R61")
    @DisplayName("R61: Jede der zehn Fragen kann gelb oder rot werden")
    void zehnFragen() {
        List<Decision> fragen = tabellen().stream().filter(d -> d.getId().startsWith("frage-")).toList();
        assertThat(fragen).hasSize(10);
        fragen.forEach(f -> befunde.wenn(((DecisionTable) f.getExpression()).getRules().stream().noneMatch(r -> r.getOutputEntries().stream()
                .anyMatch(o -> o.getText().getTextContent().matches("\"(rot|gelb)\""))), f.getId(), "never yellow or red"));
        befunde.keine();
    }

    private interface Pruefung {
        void pruefe(Decision entscheidung, DecisionTable tabelle);
    }

    private static void tabellen(Pruefung pruefung) {
        tabellen().forEach(d -> pruefung.pruefe(d, (DecisionTable) d.getExpression()));
    }

    private static List<Decision> tabellen() {
        return Modelle.regelwerke().stream().flatMap(r -> r.entscheidungen().stream())
                .filter(d -> d.getExpression() instanceof DecisionTable).toList();
    }

    private static void entscheidungen(Consumer<Decision> pruefung) {
        Modelle.regelwerke().forEach(r -> r.entscheidungen().forEach(pruefung));
    }
}
