package de.integrationskonzept.modelle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.modelle.Modelle.Formulardatei;
import de.integrationskonzept.modelle.Modelle.Komponente;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Formulare sind kurz, deutsch und erklären sich")
class FormulareTest {

    private static final int FRAGEN = 12;
    private static final int KOMBINATIONEN = 20_000;
    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final Set<String> AUSWAHL = Set.of("radio", "select", "checklist", "taglist");
    private static final Set<String> BEKANNT = Set.of("text", "html", "image", "separator", "spacer", "table", "group", "dynamiclist",
            "textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "taglist", "datetime");

    private final Befunde befunde = new Befunde();

    @Test
    @DisplayName("Tasklist kann jedes Formular zeigen: Schema bis 16, keine Dateiauswahl")
    void schema() {
        alle(f -> {
            befunde.wenn(f.json().path("schemaVersion").asInt(99) > 16, f.id(), "schemaVersion " + f.json().path("schemaVersion"));
            befunde.wenn(!"default".equals(f.json().path("type").asText()), f.id(), "type is not default");
            f.komponenten().forEach(k -> befunde.wenn(!BEKANNT.contains(k.typ()), f.id(), "component type " + k.typ()));
        });
        assertThat(Modelle.formulare()).isNotEmpty();
        befunde.keine();
    }

    @Test
    @DisplayName("Kennungen und Schlüssel sind eindeutig; Schlüssel sind gültige Namen")
    void eindeutig() {
        Set<String> formulare = new HashSet<>();
        alle(f -> {
            befunde.wenn(!formulare.add(f.id()), f.id(), "two forms with this id");
            Set<String> ids = new HashSet<>();
            f.komponenten().forEach(k -> befunde.wenn(k.id().isEmpty() || !ids.add(k.id()), f.id(), "component id " + k.id() + " twice or missing"));
            Set<String> namen = new HashSet<>();
            f.felder().forEach(k -> {
                befunde.wenn(!namen.add(k.name()), f.id(), "key " + k.name() + " twice");
                befunde.wenn(!k.schluessel().matches("[a-z][A-Za-z0-9]*"), f.id(), "key " + k.schluessel() + " is no ASCII camelCase");
            });
        });
        befunde.keine();
    }

    @Test
    @DisplayName("Jedes Formular beginnt mit einer Erklärung und verlangt mindestens eine Antwort")
    void hilfeUndPflicht() {
        alle(f -> {
            Komponente erste = f.komponenten().stream().filter(k -> k.verborgenWenn().isEmpty()).findFirst().orElseThrow();
            befunde.wenn(!erste.typ().equals("text") || erste.json().path("text").asText().length() < 40, f.id(), "does not begin with a help text");
            befunde.wenn(f.felder().stream().noneMatch(Komponente::pflicht), f.id(), "has no required answer");
        });
        befunde.keine();
    }

    @Test
    @DisplayName("Nie sind mehr als zwölf Fragen auf einmal zu sehen")
    void hoechstensZwoelf() {
        alle(f -> {
            Map.Entry<Integer, Map<String, Object>> meiste = sichtbar(f);
            System.out.printf("  %-55s %2d questions%n", f.id(), meiste.getKey());
            befunde.wenn(meiste.getKey() > FRAGEN, f.id(), meiste.getKey() + " questions visible with " + meiste.getValue());
        });
        befunde.keine();
    }

    @Test
    @DisplayName("Jede Bedingung, Auswahl und Vorlage im Formular ist lesbares FEEL")
    void feel() {
        alle(f -> ausdruecke(f).forEach(a -> {
            ParseResult gelesen = FEEL.parseExpression(a);
            befunde.wenn(gelesen.isFailure(), f.id(), a + " → " + (gelesen.isFailure() ? gelesen.failure().message() : ""));
        }));
        befunde.keine();
    }

    @Test
    @DisplayName("Alles, was zu lesen ist, ist deutsch; jede Frage und jede Auswahl ist beschriftet")
    void deutsch() {
        alle(f -> f.komponenten().forEach(k -> {
            texte(k).forEach(t -> Deutsch.fremd(t).ifPresent(wort -> befunde.wenn(true, f.id(), "„" + wort + "“ in: " + kurz(t))));
            befunde.wenn(!k.nurAnzeige() && beschriftung(k).isBlank(), f.id(), k.id() + " has no label");
            k.json().path("values").forEach(v -> befunde.wenn(v.path("label").asText().isBlank() || v.path("label").asText()
                    .equals(v.path("value").asText()) && v.path("value").asText().contains("-"), f.id(), k.id() + ": option without label " + v));
            befunde.wenn(AUSWAHL.contains(k.typ()) && k.json().path("values").isEmpty() && !k.json().hasNonNull("valuesKey")
                    && !k.json().hasNonNull("valuesExpression"), f.id(), k.id() + " offers nothing");
        }));
        befunde.keine();
    }

    @Test
    @DisplayName("Jede Spalte einer Tabelle zeigt einen Wert ihrer Zeilen")
    void spalten() {
        alle(f -> f.komponenten().stream().filter(k -> k.typ().equals("table")).forEach(k -> k.json().path("columns").forEach(spalte ->
                befunde.wenn(!spalte.path("key").asText().matches("[a-z][A-Za-z0-9]*") || spalte.path("label").asText().isBlank(), f.id(),
                        k.id() + ": column " + spalte))));
        befunde.keine();
    }

    @Test
    @DisplayName("Jede Liste hat eine Obergrenze; jedes Muster ist lesbar und sagt auf Deutsch, was falsch ist")
    void grenzen() {
        alle(f -> f.komponenten().forEach(k -> {
            befunde.wenn(k.istListe() && k.json().path("properties").path("hoechstens").asInt() < 1, f.id(), k.name() + " has no hoechstens");
            String muster = k.json().path("validate").path("pattern").asText("");
            befunde.wenn(!muster.isEmpty() && k.json().path("validate").path("patternErrorMessage").asText("").isBlank(), f.id(),
                    k.name() + " has a pattern without message");
            Pattern.compile(muster);
        }));
        befunde.keine();
    }

    @Test
    @DisplayName("Wer im Auftrag erfasst, sagt auch, wer wann entschieden hat und wo das Papier liegt")
    void imAuftrag() {
        alle(f -> f.felder().stream().filter(k -> "imAuftrag".equals(k.json().path("properties").path("capability").asText())).forEach(k -> {
            String vorsatz = k.schluessel().replaceFirst("ImAuftrag$", "");
            befunde.wenn(!k.schluessel().endsWith("ImAuftrag"), f.id(), "field of capability imAuftrag is called " + k.schluessel());
            for (String zusatz : List.of("EntschiedenVon", "EntschiedenAm", "Papier")) {
                befunde.wenn(f.felder().stream().noneMatch(z -> z.schluessel().equals(vorsatz + zusatz) && z.pflicht()
                        && z.verborgenWenn().contains(k.schluessel())), f.id(), "no required field " + vorsatz + zusatz);
            }
        }));
        befunde.keine();
    }

    private void alle(Consumer<Formulardatei> pruefung) {
        Modelle.formulare().forEach(pruefung);
    }

    private static String beschriftung(Komponente k) {
        return k.json().path("label").asText(k.json().path("dateLabel").asText(""));
    }

    private static String kurz(String text) {
        return text.length() > 90 ? text.substring(0, 90) + "…" : text;
    }

    private static Stream<String> texte(Komponente k) {
        Stream<String> eigene = Stream.of("label", "dateLabel", "timeLabel", "text", "content", "description")
                .map(n -> k.json().path(n).asText("")).filter(t -> !t.isBlank() && !t.startsWith("="));
        List<String> optionen = new ArrayList<>();
        k.json().path("values").forEach(v -> optionen.add(v.path("label").asText()));
        k.json().path("columns").forEach(c -> optionen.add(c.path("label").asText()));
        optionen.add(k.json().path("validate").path("patternErrorMessage").asText(""));
        return Stream.concat(eigene, optionen.stream());
    }

    /** All FEEL of a form: values that begin with an equals sign, and what stands in double braces. */
    static Set<String> ausdruecke(Formulardatei f) {
        Set<String> gefunden = new LinkedHashSet<>();
        sammle(f.json(), gefunden);
        return gefunden;
    }

    private static void sammle(JsonNode knoten, Set<String> gefunden) {
        if (knoten.isContainerNode()) {
            knoten.forEach(k -> sammle(k, gefunden));
        } else if (knoten.isTextual() && knoten.asText().strip().startsWith("=")) {
            gefunden.add(knoten.asText().strip().substring(1).strip());
        } else if (knoten.isTextual()) {
            Matcher vorlage = Pattern.compile("(?s)\\{\\{(.*?)}}").matcher(knoten.asText());
            while (vorlage.find()) {
                String innen = vorlage.group(1).strip();
                if (!innen.startsWith("/")) {
                    gefunden.add(innen.replaceFirst("^#(if|loop)\\s+", "").strip());
                }
            }
        }
    }

    /** The largest number of questions that any combination of controlling answers shows, and such a combination. */
    private static Map.Entry<Integer, Map<String, Object>> sichtbar(Formulardatei f) {
        Map<String, List<Object>> steuernd = steuernd(f);
        Map.Entry<Integer, Map<String, Object>> meiste = Map.entry(-1, Map.of());
        long zahl = steuernd.values().stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, Long.MAX_VALUE / 100));
        assertThat(zahl).as("combinations of controlling answers in %s: %s", f.id(), steuernd).isLessThanOrEqualTo(KOMBINATIONEN);
        for (long n = 0; n < zahl; n++) {
            Map<String, Object> antworten = new HashMap<>();
            long rest = n;
            for (var s : steuernd.entrySet()) {
                antworten.put(s.getKey(), s.getValue().get((int) (rest % s.getValue().size())));
                rest /= s.getValue().size();
            }
            int gezeigt = zaehle(f.json().path("components"), new HashMap<>(antworten));
            if (gezeigt > meiste.getKey()) {
                meiste = Map.entry(gezeigt, antworten);
            }
        }
        return meiste;
    }

    /** The names in conditions, each with the values that make a difference. */
    private static Map<String, List<Object>> steuernd(Formulardatei f) {
        Map<String, Komponente> felder = f.felder().stream().filter(k -> k.liste() == null)
                .collect(Collectors.toMap(Komponente::schluessel, k -> k, (a, b) -> a));
        String bedingungen = f.komponenten().stream().filter(k -> k.liste() == null).map(Komponente::verborgenWenn)
                .collect(Collectors.joining("\n"));
        Map<String, List<Object>> werte = new LinkedHashMap<>();
        Matcher name = Pattern.compile("(?<![\\w.\"])[a-z][A-Za-z0-9]*(?![\\w\"(])").matcher(bedingungen.replaceAll("\"[^\"]*\"", "\"\""));
        Set<String> namen = new LinkedHashSet<>();
        while (name.find()) {
            namen.add(name.group());
        }
        namen.removeAll(Set.of("if", "then", "else", "and", "or", "not", "null", "true", "false", "some", "every", "in", "satisfies",
                "for", "return", "item", "list", "contains", "count", "between", "function", "instance", "of"));
        for (String n : namen) {
            werte.put(n, moeglich(n, felder.get(n), bedingungen));
        }
        return werte;
    }

    private static List<Object> moeglich(String name, Komponente feld, String bedingungen) {
        List<Object> werte = new ArrayList<>();
        werte.add(null);
        if (feld != null && feld.typ().equals("checkbox") || bedingungen.matches("(?s).*\\b" + name + "\\s*!?=\\s*(true|false).*")) {
            werte.addAll(List.of(true, false));
        } else if (feld != null && (feld.typ().equals("checklist") || feld.typ().equals("taglist"))) {
            List<Object> alle = new ArrayList<>();
            feld.json().path("values").forEach(v -> alle.add(v.path("value").asText()));
            werte.add(alle);
        } else {
            Set<Object> genannt = new LinkedHashSet<>();
            if (feld != null) {
                feld.json().path("values").forEach(v -> genannt.add(v.path("value").asText()));
            }
            Matcher text = Pattern.compile("\\b" + name + "\\s*!?=\\s*\"([^\"]*)\"").matcher(bedingungen);
            while (text.find()) {
                genannt.add(text.group(1));
            }
            werte.addAll(genannt);
        }
        return werte;
    }

    private static int zaehle(JsonNode komponenten, Map<String, Object> antworten) {
        int zahl = 0;
        for (JsonNode k : komponenten) {
            Komponente komponente = new Komponente(k, null);
            String bedingung = komponente.verborgenWenn();
            boolean verborgen = !bedingung.isEmpty() && Boolean.TRUE.equals(werte(bedingung, antworten));
            if (verborgen) {
                if (komponente.schluessel() != null) {
                    antworten.put(komponente.schluessel(), null);
                }
            } else if (komponente.typ().equals("group")) {
                zahl += zaehle(k.path("components"), antworten);
            } else if (!komponente.nurAnzeige() && !k.path("readonly").asBoolean() && !k.path("disabled").asBoolean()) {
                zahl++;
            }
        }
        return zahl;
    }

    private static final Map<String, ParseResult> GELESEN = new HashMap<>();

    private static Object werte(String ausdruck, Map<String, Object> antworten) {
        ParseResult gelesen = GELESEN.computeIfAbsent(ausdruck, FEEL::parseExpression);
        if (gelesen.isFailure()) {
            return null;
        }
        var ergebnis = FEEL.evaluate(gelesen.parsedExpression(), antworten);
        return ergebnis.isSuccess() ? ergebnis.result() : null;
    }
}
