package de.integrationskonzept.modelle;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.modelle.Modelle.Formulardatei;
import de.integrationskonzept.modelle.Modelle.Komponente;
import de.integrationskonzept.modelle.Modelle.Prozess;
import java.util.ArrayList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Templates of documents and models fit together: what a template names exists, and what was asked is shown. */
@DisplayName("Die Vorlagen der Dokumente passen zu Modellen und Formularen")
class VorlagenTest {

    private static final List<Vorlage> VORLAGEN = Vorlage.alle();
    private static final Path FELDER = Path.of("src/test/resources/felder-fuer-dokumente.txt");

    /** Names that every template knows, see the handbook on templates. */
    private static final Set<String> IMMER = Set.of("heute", "stand", "begonnenAm", "beendetAm", "offen", "vorhanden", "-index", "-first", "-last");

    /** Names that say what follows. */
    private static final Set<String> ART = Set.of("ist", "schritt", "schritte", "jahre");

    private static final Set<String> ELEMENTE = Set.of("html", "head", "title", "meta", "body", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li",
            "table", "caption", "thead", "tbody", "tr", "th", "td", "strong", "em", "br", "section", "div", "span", "figure", "nav", "header",
            "footer", "dl", "dt", "dd", "a");
    private static final Set<String> KLASSEN = Set.of("titelseite", "briefkopf", "anschrift", "betreff", "unterschrift", "hinweis", "kennzahlen",
            "seitenumbruch", "klein", "ampel", "inhalt", "zeitplan", "verlauf");

    /** Requirements that name something to deliver on paper; R14 is confidential, the others without a document are help or hints. */
    private static final Set<String> LIEFERN = Set.of("R1", "R2", "R4", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13", "R15", "R16", "R17", "R18",
            "R19", "R20", "R21", "R22", "R23", "R24", "R25", "R26", "R28", "R29", "R31", "R32", "R33", "R34", "R36", "R38", "R40", "R41", "R42", "R43",
            "R44", "R45", "R46", "R47", "R48", "R49", "R50", "R51", "R52", "R53", "R54", "R55", "R56", "R57", "R58", "R59", "R60", "R61", "R62", "R63",
            "R64", "R65", "R66", "R67", "R68", "R69", "R70", "R71", "R72", "R73", "I1", "I2", "I3", "I4", "I5");

    /** Where the documents of the list of fields are made. */
    private static final Map<String, List<String>> DATEIEN = Map.ofEntries(Map.entry("Auftragsklärung", List.of("auftragsklaerung")),
            Map.entry("Beschlussvorlage", List.of("beschlussvorlage-auftrag", "beschlussvorlage-konzept")),
            Map.entry("Beauftragung", List.of("beauftragung", "auftragsklaerung")), Map.entry("Ressourcenplan", List.of("ressourcenplan")),
            Map.entry("Startreife-Bericht", List.of("startreife")), Map.entry("Projektsteckbrief", List.of("projektsteckbrief")),
            Map.entry("Startschreiben", List.of("startschreiben", "startschreiben-nachweis")), Map.entry("Steuerungsgruppe", List.of("steuerungsgruppe")),
            Map.entry("Gesamt-Prozess-Design", List.of("gesamt-prozess-design")), Map.entry("Leitbild", List.of("leitbild")),
            Map.entry("Integrationskonzept", List.of("integrationskonzept", "steuerungsgruppe")), Map.entry("Übergabemappe", List.of("uebergabe")),
            Map.entry("Handlungsfeld", List.of("handlungsfelder")), Map.entry("Maßnahmenblatt", List.of("massnahmen", "massnahmenregister")),
            Map.entry("Controllingplan", List.of("controllingplan")), Map.entry("Verstetigung", List.of("verstetigung")),
            Map.entry("Zielvereinbarung", List.of("zielvereinbarungen")), Map.entry("Jahresbericht", List.of("monitoringbericht")),
            Map.entry("Niederschriften", List.of("niederschriften")));

    /** Answers that the file keeps under another name. */
    private static final Map<String, String> UMBENANNT = Map.of("verzuege.neuErwartet", "erwartet", "zusagen.zeitraum", "beginn",
            "zusagen.stelleLesbar", "stelleText");

    private static final Map<String, Set<String>> WOERTER = VORLAGEN.stream().collect(Collectors.toMap(Vorlage::name, Vorlage::woerter));

    private final Befunde befunde = new Befunde();

    @Test
    @DisplayName("Der Kopf jeder Vorlage ist vollständig, und jede hat ihren Platz in der Liste")
    void kopf() {
        Set<String> prozesse = Modelle.prozesse().stream().map(Prozess::schluessel).collect(Collectors.toSet());
        Set<String> plaetze = new HashSet<>();
        VORLAGEN.forEach(v -> {
            befunde.wenn(!v.text().matches("(?s).*<html lang=\"de\">.*<title>[^<]*\\{\\{kommuneName}}[^<]*</title>.*"), v.name(), "no German title with the Kommune");
            befunde.wenn(!v.kopf().getOrDefault("reihenfolge", "").matches("\\d{1,3}"), v.name(), "no place in the list");
            befunde.wenn(!plaetze.add(v.kopf().get("reihenfolge")), v.name(), "its place is taken");
            befunde.wenn(!v.kopf().getOrDefault("beschreibung", "").matches(".{10,300}"), v.name(), "no description");
            befunde.wenn(v.liste("anforderungen").isEmpty() || !v.liste("anforderungen").stream().allMatch(r -> r.matches("[RI]\\d{1,2}")), v.name(), "requirements");
            v.liste("ab").forEach(p -> befunde.wenn(!prozesse.contains(p), v.name(), "begins with an unknown process " + p));
            v.liste("entscheidung").forEach(e -> befunde.wenn(Modelle.regelwerke().stream().noneMatch(r -> Modelle.name(r.datei()).equals(e)), v.name(),
                    "unknown decision " + e));
            v.liste("entscheidung").forEach(e -> befunde.wenn(v.marken().stream().noneMatch(m -> m.teile().contains(e)), v.name(), "does not show " + e));
            Deutsch.fremd(v.text()).ifPresent(wort -> befunde.wenn(true, v.name(), "English: " + wort));
        });
        befunde.keine();
    }

    @Test
    @DisplayName("Vorlagen bestehen nur aus den vereinbarten Bausteinen, und jeder Abschnitt endet da, wo er begann")
    void bausteine() {
        VORLAGEN.forEach(v -> {
            befunde.wenn(v.verschraenkt() != null, v.name(), v.verschraenkt());
            Matcher element = Pattern.compile("</?([a-zA-Z][\\w-]*)([^>]*)>").matcher(v.text());
            while (element.find()) {
                befunde.wenn(!ELEMENTE.contains(element.group(1)), v.name(), "element " + element.group(1));
                befunde.wenn(element.group(2).contains("{{"), v.name(), "a value inside of an element: " + element.group());
            }
            Pattern.compile(" class=\"([^\"]*)\"").matcher(v.text()).results().map(m -> m.group(1)).filter(k -> !KLASSEN.containsAll(List.of(k.split(" "))))
                    .forEach(k -> befunde.wenn(true, v.name(), "class " + k));
            befunde.wenn(v.text().contains("{{{") || v.text().contains("{{&"), v.name(), "shows a value as markup");
        });
        befunde.keine();
    }

    @Test
    @DisplayName("Jeder Name in einer Vorlage ist ein Feld, eine Spalte, eine Variable oder ein Ergebnis einer genannten Regel")
    void namen() {
        Set<String> bekannt = bekannt();
        Set<String> prozesse = Modelle.prozesse().stream().filter(p -> !p.vertraulich()).map(Prozess::schluessel).collect(Collectors.toSet());
        VORLAGEN.forEach(v -> {
            Set<String> ergebnisse = v.ergebnisse();
            v.marken().stream().map(Vorlage.Marke::teile).distinct().forEach(teile -> {
                for (int i = 0; i < teile.size(); i++) {
                    String teil = teile.get(i);
                    String davor = i == 0 ? "" : teile.get(i - 1);
                    boolean gibtEs = switch (davor) {
                        case "ist" -> teile.get(i - 2).equals("verfahren") || optionen(teile.get(i - 2)).contains(teil);
                        case "schritt", "schritte" -> prozesse.contains(teil);
                        default -> ART.contains(teil) || bekannt.contains(teil) || ergebnisse.contains(teil);
                    };
                    befunde.wenn(!gibtEs, v.name(), teil + " does not exist, in " + teile);
                }
            });
        });
        befunde.keine();
    }

    @Test
    @Tag("R14") @Tag("R46")
    @DisplayName("R14, R46: Keine Vorlage und keine Regel für Dokumente nennt etwas Vertrauliches")
    void vertrauliches() {
        Set<String> offenGefragt = felder(false).map(Komponente::schluessel).collect(Collectors.toSet());
        Set<String> geheim = felder(true).map(Komponente::schluessel).filter(k -> !offenGefragt.contains(k)).collect(Collectors.toSet());
        assertThat(geheim).contains("haltungen", "interesse", "hebel");
        WOERTER.forEach((vorlage, woerter) -> woerter.stream().filter(geheim::contains).forEach(k -> befunde.wenn(true, vorlage, "confidential: " + k)));
        befunde.keine();
    }

    @Test
    @DisplayName("Jede Anforderung, die etwas Schriftliches verlangt, hat ihr Dokument")
    void anforderungen() {
        Set<String> erfuellt = VORLAGEN.stream().flatMap(v -> v.liste("anforderungen").stream()).collect(Collectors.toSet());
        assertThat(erfuellt).containsAll(LIEFERN);
    }

    @Test
    @DisplayName("Was für ein Dokument gefragt wurde, steht in diesem Dokument")
    void versprochenes() throws IOException {
        Set<String> vorhanden = VORLAGEN.stream().map(Vorlage::name).collect(Collectors.toSet());
        for (String zeile : Files.readAllLines(FELDER)) {
            String[] teile = zeile.strip().split("\\s+", 2);
            if (teile.length == 2 && DATEIEN.containsKey(teile[1]) && vorhanden.containsAll(DATEIEN.get(teile[1]))) {
                String feld = UMBENANNT.getOrDefault(teile[0], teile[0].replaceFirst("^.*\\.", ""));
                befunde.wenn(DATEIEN.get(teile[1]).stream().noneMatch(v -> WOERTER.get(v).contains(feld)), teile[0], "is not in " + DATEIEN.get(teile[1]));
            }
        }
        felder(false).map(Komponente::schluessel).filter(k -> k.matches(".*(ImAuftrag|EntschiedenVon|EntschiedenAm|Papier)")).distinct()
                .forEach(k -> befunde.wenn(WOERTER.values().stream().noneMatch(w -> w.contains(k)), k, "is in no document"));
        befunde.keine();
    }

    private static Set<String> bekannt() {
        Set<String> namen = new LinkedHashSet<>(IMMER);
        Modelle.prozesse().stream().filter(p -> !p.vertraulich()).forEach(p -> namen.addAll(Variablen.in(p)));
        felder(false).forEach(k -> namen.add(k.schluessel()));
        Stream.of("anfuegen", "ergaenzen").flatMap(Variablen::aufrufe).flatMap(a -> a.liste(1).stream()).forEach(namen::add);
        Modelle.regelwerke().forEach(r -> r.entscheidungen().forEach(d -> d.getModelInstance()
                .getModelElementsByType(org.camunda.bpm.model.dmn.instance.Output.class).forEach(o -> namen.add(o.getName()))));
        return namen;
    }

    private static Stream<Komponente> felder(boolean vertraulich) {
        Set<String> formulare = Modelle.prozesse().stream().filter(p -> p.vertraulich() == vertraulich).flatMap(Variablen::formulare)
                .map(Formulardatei::id).collect(Collectors.toSet());
        return Modelle.formulare().stream().filter(f -> formulare.contains(f.id())).flatMap(f -> f.komponenten().stream())
                .filter(k -> k.schluessel() != null);
    }

    /** Values that the field can have in any form, also those that an expression lists. */
    private static Set<String> optionen(String feld) {
        Set<String> werte = new LinkedHashSet<>();
        felder(false).filter(k -> feld.equals(k.schluessel())).forEach(k -> {
            k.json().path("values").forEach(w -> werte.add(w.path("value").asText()));
            Pattern.compile("value: \"([^\"]*)\"").matcher(k.json().path("valuesExpression").asText("")).results().forEach(m -> werte.add(m.group(1)));
        });
        return werte;
    }

    @Test
    @DisplayName("Was ein Modell festschreibt, hat eine Vorlage, und der Schritt beginnt erst, wenn alles davor gespeichert ist")
    void festgeschriebenes() throws IOException {
        Pattern aufruf = Pattern.compile("(<bpmn:\\w+ id=\"[^>]*>)\\s*<bpmn:extensionElements>((?:(?!</bpmn:extensionElements>)[\\s\\S])*?dokument\\.festschreiben\\('([^']+)'\\))");
        List<String> namen = new ArrayList<>();
        try (Stream<Path> modelle = Files.walk(Path.of("bpmn"))) {
            for (Path modell : modelle.filter(m -> m.toString().endsWith(".bpmn")).toList()) {
                aufruf.matcher(Files.readString(modell)).results().forEach(treffer -> {
                    namen.add(treffer.group(3));
                    befunde.wenn(!treffer.group(1).contains("camunda:asyncBefore=\"true\""), modell.toString(), "freezes too early: " + treffer.group(1));
                    befunde.wenn(!Files.exists(Path.of("src/main/resources/dokumente", treffer.group(3) + ".html")), modell.toString(),
                            "no template " + treffer.group(3));
                });
            }
        }
        assertThat(namen).hasSizeGreaterThanOrEqualTo(8);
        befunde.keine();
    }
}
