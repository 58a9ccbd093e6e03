package de.integrationskonzept.dokument;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.engine.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Welche Vorlagen sich bereitstellen lassen")
class VorlagenpruefungTest {

    static final String KOPF = "<!DOCTYPE html>\n<html lang=\"de\"><head><title>Probe {{kommuneName}}</title>"
            + "<meta name=\"beschreibung\" content=\"Eine Vorlage zur Probe\"></head>\n<body>\n";
    static final String FUSS = "\n</body></html>";

    private final Vorlagenpruefung pruefung = new Vorlagenpruefung();

    private List<Finding> pruefe(String vorlage) {
        return pruefung.check("probe.html", vorlage.getBytes(StandardCharsets.UTF_8));
    }

    private void abgelehnt(String vorlage, String grund) {
        assertThat(pruefe(vorlage)).as(vorlage).isNotEmpty().allSatisfy(befund -> assertThat(befund.reason()).endsWith(".").contains("Bitte"))
                .anySatisfy(befund -> assertThat(befund.reason()).contains(grund));
    }

    @Test
    @DisplayName("Alle mitgelieferten kommen durch")
    void mitgelieferte() throws IOException {
        try (Stream<Path> dateien = Files.list(Path.of(System.getProperty("dokumente", "src/main/resources/dokumente")))) {
            List<Path> alle = dateien.filter(d -> d.toString().endsWith(".html")).toList();
            assertThat(alle).isNotEmpty();
            for (Path datei : alle) {
                assertThat(pruefung.check(datei.getFileName().toString(), Files.readAllBytes(datei))).as(datei.toString()).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("Was ein Dokument braucht, kommt durch: Abschnitte, Listen, Tabellen, Hinweise, Verweise im Dokument")
    void erlaubtes() {
        assertThat(pruefe(KOPF + """
                <!-- Hinweis für die Modellpflege --><nav class="inhalt"></nav>
                {{! Nur wenn es Felder gibt }}
                {{#schritte.handlungsfeld}}<section id="feld"><h2>{{-index}}. {{feld}}</h2><p lang="en">{{text}}<br>&nbsp;&auml;</p></section>{{/schritte.handlungsfeld}}
                <figure class="zeitplan"><table><caption>Plan</caption><thead><tr><th scope="col" colspan="2">Name</th></tr></thead>
                <tbody>{{#plan}}<tr><td>{{.}}</td></tr>{{/plan}}{{^plan}}<tr><td>nichts</td></tr>{{/plan}}</tbody></table></figure>
                <p class="hinweis klein"><a href="#feld">zum Feld</a> {{#ressourcen-summen}}{{summe}}{{/ressourcen-summen}}</p>"""
                + FUSS)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"<script>1</script>", "<style>p{}</style>", "<link>", "<img>", "<iframe></iframe>", "<object></object>", "<svg></svg>",
            "<form></form>", "<base>", "<embed>", "<template></template>", "<SCRIPT>1</SCRIPT>", "<p><script/x>1</script></p>", "<body></body>",
            "<title>zwei</title>", "<math></math>"})
    @DisplayName("Fremde Elemente nicht")
    void elemente(String stelle) {
        assertThat(pruefe(KOPF + stelle + FUSS)).as(stelle).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "<p onclick=\"x()\">a</p> | onclick", "<p style=\"color:red\">a</p> | style", "<a href=\"https://example.org\">a</a> | href",
            "<a href=\"javascript:1\">a</a> | href", "<a href=\"//example.org\">a</a> | href", "<p href=\"#a\">a</p> | href",
            "<p class=\"luecke\">a</p> | Klasse", "<p class=\"rot\">a</p> | Klasse", "<p id=\"{{name}}\">a</p> | nicht lesbar",
            "<p class='hinweis'>a</p> | nicht lesbar", "<p class=hinweis>a</p> | nicht lesbar", "<{{name}}>a | nicht lesbar", "1 < 2 | nicht lesbar",
            "<p {{name}}>a</p> | nicht lesbar", "<!--><p>a</p>--> | nicht lesbar", "<!-- a --!> b --> | nicht lesbar", "<!-- {{name}} --> | nicht lesbar",
            "<![CDATA[a]]> | nicht lesbar", "<?php 1 ?> | nicht lesbar", "<p src=\"x\">a</p> | src"})
    @DisplayName("Attribute, Verweise nach draußen, Platzhalter in Auszeichnungen und Unlesbares nicht")
    void attribute(String stelle, String grund) {
        abgelehnt(KOPF + stelle + FUSS, grund);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {"{{{name}}} | ungeprüft", "{{&name}} | ungeprüft", "{{& name}} | ungeprüft", "{{=<% %>=}} | nicht zugelassen",
            "{{>andere}} | nicht zugelassen", "{{<andere}}{{/andere}} | nicht zugelassen", "{{$block}}{{/block}} | nicht zugelassen",
            "{{name.class()}} | nicht zugelassen", "{{a b}} | nicht zugelassen", "{{}} | nicht zugelassen", "{{name | nicht zugelassen",
            "{{name}}} | nicht zugelassen", "{{! {{name}} }} | nicht zugelassen"})
    @DisplayName("Platzhalter, die etwas ungeprüft ausgeben oder mehr können als zeigen, nicht")
    void platzhalter(String stelle, String grund) {
        abgelehnt(KOPF + stelle + FUSS, grund);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"<p>a", "a</p>", "<p><em>a</p></em>", "{{#a}}<p>{{/a}}</p>", "<p>{{#a}}</p>{{/a}}", "{{#a}}", "{{/a}}", "{{#a}}{{/b}}",
            "{{#a}}{{#b}}{{/a}}{{/b}}"})
    @DisplayName("Was nicht ineinander liegt oder nicht endet, nicht")
    void ordnung(String stelle) {
        abgelehnt(KOPF + stelle + FUSS, "Bitte");
    }

    @Test
    @DisplayName("Der Kopf ist vollständig und kennt nur seine Angaben")
    void kopf() {
        abgelehnt("<!DOCTYPE html><html><head><title>a</title></head><body></body></html>", "lang");
        abgelehnt("<html lang=\"de\"><head><title>a</title></head><body></body></html>", "beschreibung");
        abgelehnt("<html lang=\"de\"><head></head><body></body></html>", "fehlt");
        abgelehnt("", "fehlt");
        abgelehnt("{}", "fehlt");
        abgelehnt(KOPF.replace("beschreibung", "refresh") + FUSS, "refresh");
        abgelehnt(KOPF.replace("<meta", "<meta name=\"reihenfolge\" content=\"vorne\"><meta") + FUSS, "reihenfolge");
        abgelehnt(KOPF.replace("<meta", "<meta http-equiv=\"refresh\" content=\"0\"><meta") + FUSS, "http-equiv");
        abgelehnt(KOPF.replace("<head>", "<head>{{name}}") + FUSS, "zwischen <body>");
        abgelehnt(KOPF.replace("Eine Vorlage", "{{name}}") + FUSS, "nicht lesbar");
    }

    @Test
    @DisplayName("Namen, Kodierung, Größe und Tiefe haben Grenzen")
    void grenzen() {
        byte[] gut = (KOPF + FUSS).getBytes(StandardCharsets.UTF_8);
        assertThat(pruefung.check("ordner/gut-2.html", gut)).isEmpty();
        assertThat(pruefung.check("kein-html.form", new byte[] {1})).isEmpty();
        assertThat(pruefung.check("Groß.html", gut)).hasSize(1);
        assertThat(pruefung.check("a_b.html", gut)).hasSize(1);
        assertThat(pruefung.check("latein.html", (KOPF + "ä" + FUSS).getBytes(StandardCharsets.ISO_8859_1))).singleElement()
                .satisfies(befund -> assertThat(befund.reason()).contains("UTF-8"));
        abgelehnt(KOPF + "a".repeat(300_001) + FUSS, "zu groß");
        abgelehnt(KOPF + "<div>".repeat(100_000 / 5), "ineinander");
        abgelehnt(KOPF + "{{#a}}".repeat(40_000), "ineinander");
        abgelehnt(KOPF + "<p" + " id=\"a\"".repeat(20_000) + ">", "nicht lesbar");
    }

    @Test
    @DisplayName("Die Meldung nennt die Zeile")
    void zeile() {
        assertThat(pruefe(KOPF + "<p>gut</p>\n<p>schlecht" + FUSS)).singleElement()
                .satisfies(befund -> {
                    assertThat(befund.place()).isEqualTo("Zeile 6");
                    assertThat(befund.reason()).contains("„<p>“ in Zeile 5");
                });
    }
}
