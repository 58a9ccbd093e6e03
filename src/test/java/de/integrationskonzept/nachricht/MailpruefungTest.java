package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.engine.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Welche Vorlagen von E-Mails sich bereitstellen lassen")
class MailpruefungTest {

    private final Mailpruefung pruefung = new Mailpruefung();

    private List<Finding> pruefe(String datei, String vorlage) {
        return pruefung.check(datei, vorlage.getBytes(StandardCharsets.UTF_8));
    }

    private void abgelehnt(String vorlage, String grund) {
        assertThat(pruefe("mail-aufgabe.html", vorlage)).as(vorlage).isNotEmpty()
                .allSatisfy(befund -> assertThat(befund.reason()).endsWith(".").contains("Bitte"))
                .anySatisfy(befund -> assertThat(befund.reason()).contains(grund));
    }

    @ParameterizedTest
    @EnumSource(Mailart.class)
    @DisplayName("Die mitgelieferten kommen durch, mit jedem Feld, das es gibt")
    void mitgelieferte(Mailart art) {
        assertThat(pruefe(art.vorlage() + ".html", Mailmuster.mitgelieferte(art))).isEmpty();
    }

    @Test
    @DisplayName("Was eine E-Mail braucht, kommt durch: Abschnitte, Listen, Tabellen, Hinweise, Verweise auf Aufgabe, Liste und Einstellungen")
    void erlaubtes() {
        assertThat(pruefe("ordner/mail-aufgabe.html", Mailmuster.KOPF + """
                <!-- Hinweis: href="#x" --> {{! Auch das: href="#x" }}
                {{#abschnitte}}{{#neu}}<h2>Neu</h2>{{/neu}}{{^neu}}<p>{{anzahl}}</p>{{/neu}}
                <ul>{{#aufgaben}}<li><a href="#aufgabe">{{aufgabe}}</a>{{#aktenzeichen}} {{aktenzeichen}}{{/aktenzeichen}}</li>{{/aufgaben}}</ul>{{/abschnitte}}
                <table><caption>Ämter</caption><tr><th scope="row">Wer</th><td>{{person}}</td></tr></table>
                <p class="hinweis klein"><a href="#einstellungen">hier</a></p>""" + Mailmuster.FUSS)).isEmpty();
        assertThat(pruefe("projektsteckbrief.html", "<script>")).as("not a mail").isEmpty();
        assertThat(pruefe("mail-aufgabe.form", "<script>")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"<script>1</script>", "<img src=\"https://example.org/zaehlpixel.gif\">", "<style>p{}</style>", "<link>",
            "<iframe></iframe>", "<svg></svg>", "<form></form>", "<input>", "<p style=\"color:red\">a</p>", "<p onclick=\"x()\">a</p>",
            "<a href=\"https://example.org\">a</a>", "<a href=\"javascript:1\">a</a>", "<a href=\"{{person}}\">a</a>", "<p class=\"titelseite\">a</p>",
            "<td background=\"https://example.org/x.png\">a</td>", "{{{person}}}", "{{&person}}", "{{>andere}}", "<p>{{person}"})
    @DisplayName("Skripte, fremde Bilder, Verweise nach draußen und Ungeprüftes nicht")
    void fremdes(String stelle) {
        abgelehnt(Mailmuster.KOPF + stelle + Mailmuster.FUSS, "Bitte");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "{{perso}} | Ein Feld „perso“ gibt es hier nicht. Möglich sind: anzahl, person, weitere",
            "{{aufgabe}} | Ein Feld „aufgabe“ gibt es hier nicht",
            "{{person.class}} | Ein Feld „person.class“ gibt es hier nicht",
            "{{.}} | Ein Feld „.“ gibt es hier nicht",
            "{{#abschnitte}}{{#aufgaben}}{{betreff}}{{/aufgaben}}{{/abschnitte}} | „betreff“",
            "{{^abschnitte}}{{#aufgaben}}x{{/aufgaben}}{{/abschnitte}} | „aufgaben“",
            "{{abschnitte}} | kein Text, sondern ein Abschnitt",
            "{{#abschnitte}}{{#abschnitte}}x{{/abschnitte}}{{/abschnitte}} | liegt in sich selbst",
            "<a href=\"#aufgabe\">a</a> | Einen Verweis auf „#aufgabe“ gibt es hier nicht. Möglich sind: #aufgabenliste, #einstellungen",
            "<a href=\"#oben\">a</a> | „#oben“"})
    @DisplayName("Felder und Verweise, die es an der Stelle nicht gibt, nicht; der Satz sagt, welche es gibt")
    void felder(String stelle, String grund) {
        abgelehnt(Mailmuster.KOPF + stelle + Mailmuster.FUSS, grund);
    }

    @Test
    @DisplayName("Im Betreff steht kein Name einer Person, und in der Post am Morgen weder Aufgabe noch Akte")
    void betreff() {
        abgelehnt(Mailmuster.KOPF.replace("Betreff", "Für {{person}}") + Mailmuster.FUSS, "darf nicht im Titel stehen");
        assertThat(pruefe("mail-tagespost.html", Mailmuster.KOPF.replace("Betreff", "{{#akten}}{{aktenzeichen}}{{/akten}}") + Mailmuster.FUSS))
                .isNotEmpty().allSatisfy(befund -> assertThat(befund.reason()).contains("Titel"));
    }

    @Test
    @DisplayName("Die Meldung nennt die Zeile")
    void zeile() {
        assertThat(pruefe("mail-aufgabe.html", Mailmuster.KOPF + "<p>\n{{perso}}</p>" + Mailmuster.FUSS)).singleElement()
                .satisfies(befund -> assertThat(befund.place()).isEqualTo("Zeile 5"));
    }

    @Test
    @DisplayName("Andere E-Mails gibt es nicht, und der Kopf kennt nur, was in der Liste der Modelle steht")
    void namenUndKopf() {
        assertThat(pruefe("mail-mahnung.html", Mailmuster.mitgelieferte(Mailart.AUFGABE))).singleElement()
                .satisfies(befund -> assertThat(befund.reason()).contains("„mail-aufgabe.html“", "„mail-tagespost.html“", "anderen Namen"));
        abgelehnt(Mailmuster.KOPF.replace("Eine E-Mail zur Probe", "kurz") + Mailmuster.FUSS, "beschreibung");
        abgelehnt(Mailmuster.KOPF.replace("<meta", "<meta name=\"ab\" content=\"leitbild\"><meta") + Mailmuster.FUSS, "Die Angabe „ab“");
    }
}
