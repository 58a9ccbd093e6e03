package de.integrationskonzept.modelle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.modelle.Modelle.Formulardatei;
import de.integrationskonzept.modelle.Modelle.Komponente;
import de.integrationskonzept.modelle.Modelle.Prozess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * No question is asked for nothing: each answer is read by another form, a rule, a branch, the application, or stands
 * in a document: {@code felder-fuer-dokumente.txt} says in which, and {@link VorlagenTest} that it really does.
 */
@DisplayName("Jede Antwort wird gebraucht")
class FelderTest {

    private static final Path LISTE = Path.of("src/test/resources/felder-fuer-dokumente.txt");

    /** The documents of issue 5, what stays confidential, and what only steers its own form. */
    private static final Set<String> DOKUMENTE = Set.of("Auftragsklärung", "Beschlussvorlage", "Beauftragung", "Ressourcenplan",
            "Startreife-Bericht", "Projektsteckbrief", "Startschreiben", "Steuerungsgruppe", "Gesamt-Prozess-Design", "Leitbild",
            "Integrationskonzept", "Übergabemappe", "Handlungsfeld", "Maßnahmenblatt", "Controllingplan", "Verstetigung",
            "Zielvereinbarung", "Jahresbericht", "Niederschriften", "vertraulich, in keinem Dokument", "steuert nur das eigene Formular",
            "nächster Durchlauf derselben Aufgabe", "jedes Dokument, das die Antwort nennt");

    /** What the application itself reads, see the packages akte, zeitplan and rolle. */
    private static final Map<String, String> ANWENDUNG = Map.of("aktenzeichen", "akte.eroeffnen", "kommuneName", "akte.eroeffnen",
            "planBeginn", "zeitplan", "planEnde", "zeitplan", "planGrund", "zeitplan.verschieben",
            "wechselVonKennung", "akte.uebergib", "wechselAnKennung", "akte.uebergib", "sitzungGaeste", "termin.ansetzen");

    @Test
    @DisplayName("Jedes Feld hat einen Ort, an dem seine Antwort wieder auftaucht")
    void verbraucher() throws IOException {
        Map<String, String> dokumente = dokumente();
        Map<String, Set<String>> verwendet = new TreeMap<>();
        Modelle.formulare().forEach(f -> f.felder().forEach(k ->
                verwendet.computeIfAbsent(k.name(), n -> new LinkedHashSet<>()).addAll(verwendung(f, k))));
        verwendet.forEach((name, orte) -> dokumente.forEach((muster, dokument) -> {
            if (passt(name, muster)) {
                orte.add("Dokument: " + dokument);
            }
        }));
        verwendet.forEach((name, orte) -> System.out.printf("  %-36s %s%n", name, orte));
        Befunde befunde = new Befunde();
        verwendet.forEach((name, orte) -> befunde.wenn(orte.isEmpty(), name, "nobody uses this answer (forms "
                + Modelle.formulare().stream().filter(f -> f.felder().stream().anyMatch(k -> k.name().equals(name)))
                        .map(Formulardatei::id).toList() + ")"));
        befunde.keine();
    }

    @Test
    @DisplayName("Die Liste der Dokumente nennt nur Felder, die es gibt, und Dokumente, die geplant sind")
    void listeIstAktuell() throws IOException {
        Set<String> felder = Modelle.formulare().stream().flatMap(f -> f.felder().stream()).map(Komponente::name).collect(Collectors.toSet());
        Befunde befunde = new Befunde();
        dokumente().forEach((name, dokument) -> {
            befunde.wenn(felder.stream().noneMatch(f -> passt(f, name)), LISTE + ": " + name, "there is no such field");
            befunde.wenn(!DOKUMENTE.contains(dokument), LISTE + ": " + name, "unknown document " + dokument);
        });
        befunde.keine();
    }

    /** A line beginning with a star stands for all fields with that ending. */
    private static boolean passt(String feld, String muster) {
        return muster.startsWith("*") ? feld.endsWith(muster.substring(1)) : feld.equals(muster);
    }

    private static Map<String, String> dokumente() throws IOException {
        Map<String, String> dokumente = new LinkedHashMap<>();
        for (String zeile : Files.readAllLines(LISTE)) {
            if (!zeile.isBlank() && !zeile.startsWith("#")) {
                String[] teile = zeile.strip().split("\\s+", 2);
                assertThat(teile).as(zeile).hasSize(2);
                assertThat(dokumente.put(teile[0], teile[1])).as(teile[0] + " twice").isNull();
            }
        }
        return dokumente;
    }

    private static List<String> verwendung(Formulardatei formular, Komponente feld) {
        List<String> orte = new ArrayList<>();
        if (feld.liste() == null && ANWENDUNG.containsKey(feld.schluessel())) {
            orte.add("Anwendung: " + ANWENDUNG.get(feld.schluessel()));
        }
        for (String variable : namen(feld.liste() == null ? feld.schluessel() : feld.liste())) {
            Modelle.formulare().stream().filter(f -> !f.id().equals(formular.id()))
                    .filter(f -> texte(f.json()).stream().anyMatch(t -> nennt(t, variable, feld))).forEach(f -> orte.add("Formular: " + f.id()));
            REGELN.forEach((regel, ausdruecke) -> {
                if (ausdruecke.stream().anyMatch(a -> nennt(a, variable, feld))) {
                    orte.add("Regel: " + regel);
                }
            });
            VERZWEIGUNGEN.stream().filter(a -> nennt(a, variable, feld) || zeilenweise(a, variable, feld))
                    .forEach(a -> orte.add("Modell: " + a));
        }
        if (VERMERKE.contains(feld.schluessel())) {
            orte.add("Anwendung: wie die Antwort kam");
        }
        zeilenDurchLinks(formular).filter(liste -> feld.liste() == null).forEach(liste -> Modelle.formulare().stream()
                .filter(f -> texte(f.json()).stream().anyMatch(t -> wort(t, liste) && wort(t, feld.schluessel()))).forEach(f -> orte.add("Formular: " + f.id())));
        return orte.stream().distinct().toList();
    }

    /** What is written by itself beside an answer that came by a link. */
    private static final Set<String> VERMERKE = Modelle.prozesse().stream().flatMap(p -> p.alle(UserTask.class).stream())
            .flatMap(t -> Stream.of(Modelle.angaben(t).getOrDefault("linkVermerk", "").split(","))).map(String::strip).collect(Collectors.toSet());

    /** The lists to which somebody without login adds a row with this form. */
    private static Stream<String> zeilenDurchLinks(Formulardatei formular) {
        return Modelle.prozesse().stream().flatMap(p -> p.alle(UserTask.class).stream()).map(Modelle::angaben)
                .filter(a -> formular.id().equals(a.get("linkFormular")) && a.containsKey("linkListe")).map(a -> a.get("linkListe")).distinct();
    }

    private static boolean nennt(String text, String variable, Komponente feld) {
        return wort(text, variable) && (feld.liste() == null || wort(text, feld.schluessel()));
    }

    /** A list that the model goes through row by row, and a column that it reads of a row. */
    private static boolean zeilenweise(String text, String variable, Komponente feld) {
        return feld.liste() != null && text.matches(".*\\.prop\\([\"']" + feld.schluessel() + "[\"']\\).*")
                && VERZWEIGUNGEN.stream().anyMatch(a -> wort(a, variable) && a.contains(".elements()"));
    }

    private static boolean wort(String text, String name) {
        return Pattern.compile("(?<![\\w\"'-])" + Pattern.quote(name) + "(?![\\w-])").matcher(text).find()
                || Pattern.compile("\"" + Pattern.quote(name) + "\"").matcher(text).find();
    }

    /** The variable and what it is called where a mapping takes it. */
    private static Set<String> namen(String variable) {
        Set<String> namen = new LinkedHashSet<>(Set.of(variable));
        for (int vorher = 0; vorher < namen.size();) {
            vorher = namen.size();
            UMBENANNT.stream().filter(u -> namen.contains(u[0])).forEach(u -> namen.add(u[1]));
        }
        return namen;
    }

    /** Texts of a form that read variables: templates, conditions, options; a table with its columns is one text. */
    private static List<String> texte(JsonNode knoten) {
        List<String> texte = new ArrayList<>();
        if (knoten.path("type").asText().equals("table")) {
            texte.add(knoten.path("dataSource").asText() + " " + knoten.path("columns"));
        }
        if (knoten.isContainerNode()) {
            knoten.forEach(k -> texte.addAll(texte(k)));
            if (knoten.hasNonNull("valuesKey")) {
                texte.add(knoten.get("valuesKey").asText());
            }
        } else if (knoten.isTextual() && (knoten.asText().startsWith("=") || knoten.asText().contains("{{"))) {
            texte.add(knoten.asText());
        }
        return texte;
    }

    private static final Map<String, List<String>> REGELN = Modelle.regelwerke().stream().flatMap(r -> r.entscheidungen().stream())
            .collect(Collectors.toMap(d -> d.getId(), d -> {
                List<String> texte = new ArrayList<>();
                d.getExpression().getModelInstance().getModelElementsByType(InputExpression.class).stream()
                        .filter(e -> d.equals(e.getParentElement().getParentElement().getParentElement()))
                        .forEach(e -> texte.add(e.getText().getTextContent()));
                d.getExpression().getModelInstance().getModelElementsByType(OutputEntry.class).stream()
                        .filter(e -> d.equals(e.getParentElement().getParentElement().getParentElement()))
                        .forEach(e -> texte.add(e.getText().getTextContent()));
                if (d.getExpression() instanceof LiteralExpression literal) {
                    texte.add(literal.getText().getTextContent());
                }
                return texte;
            }));

    /** Expressions that do something with a value; handing it on alone is no use yet. */
    private static final List<String> VERZWEIGUNGEN = Modelle.prozesse().stream().flatMap(p -> Ausdruecke.in(p).stream())
            .filter(a -> a.aufrufe().stream().noneMatch(r -> Set.of("festhalten", "anfuegen", "melde", "beginne", "nachreichen").contains(r.methode())))
            .filter(a -> !(a.stelle().endsWith("Parameter") && a.text().matches("\\$\\{\\w+}")))
            .map(Ausdruecke.Ausdruck::text).distinct().toList();

    private static final List<String[]> UMBENANNT = Modelle.prozesse().stream().flatMap(FelderTest::umbenannt).toList();

    private static Stream<String[]> umbenannt(Prozess p) {
        return Stream.of(
                p.alle(CamundaIn.class).stream().filter(i -> i.getCamundaSource() != null)
                        .map(i -> new String[] {i.getCamundaSource(), i.getCamundaTarget()}),
                p.alle(CamundaInputParameter.class).stream()
                        .map(i -> new String[] {i.getTextContent().replaceAll("^\\$\\{|}$", ""), i.getCamundaName()}),
                p.alle(CamundaOutputParameter.class).stream()
                        .map(o -> new String[] {o.getTextContent().replaceAll("^\\$\\{|}$", ""), o.getCamundaName()}),
                p.alle(CamundaOut.class).stream().filter(o -> o.getCamundaSource() != null)
                        .map(o -> new String[] {o.getCamundaSource(), o.getCamundaTarget()})).flatMap(s -> s);
    }
}
