package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.integrationskonzept.engine.Refusal;
import java.util.Collections;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Aus einer Vorlage werden Betreff, Seite und Text einer E-Mail")
class MailvorlageTest {

    private static final String FEINDLICH = "</a><img src=x onerror=alert(1)><script>alert(2)</script> {{person}} {{{x}}} & \"'<b>fett</b>";

    private static Brief schreibe(String rumpf, Map<String, Object> felder) {
        return new Mailvorlage(Mailmuster.KOPF + rumpf + Mailmuster.FUSS).schreibe(felder, null);
    }

    @ParameterizedTest
    @EnumSource(Mailart.class)
    @DisplayName("Die mitgelieferten: deutsch, eine Hauptüberschrift, keine Ebene übersprungen, jeder Verweis mit Text, nichts von außen")
    void barrierefrei(Mailart art) {
        Brief brief = new Mailvorlage(Mailmuster.mitgelieferte(art)).schreibe(Mailmuster.felder(art, "Haushalt prüfen"), null);
        assertThat(brief.html()).startsWith("<!doctype html>");
        Document seite = Jsoup.parse(brief.html());
        assertThat(seite.selectFirst("html").attr("lang")).isEqualTo("de");
        assertThat(seite.title()).isEqualTo(brief.betreff());
        assertThat(seite.select("h1")).hasSize(1);
        int ebene = 0;
        for (Element ueberschrift : seite.select("h1, h2, h3, h4")) {
            int diese = ueberschrift.normalName().charAt(1) - '0';
            assertThat(diese).as(ueberschrift.text()).isLessThanOrEqualTo(ebene + 1);
            ebene = diese;
        }
        assertThat(seite.select("h1, h2, h3, li, p")).allSatisfy(element -> assertThat(element.hasText()).isTrue());
        assertThat(seite.select("a")).allSatisfy(a -> assertThat(a.attr("href")).startsWith("https://integration.example/"));
        assertThat(seite.select("img, script, link, iframe, [style], [onclick]")).isEmpty();
        assertThat(brief.html()).doesNotContain("url(", "{{");
    }

    @ParameterizedTest
    @EnumSource(Mailart.class)
    @DisplayName("Was jemand als Namen einträgt, kommt in beiden Teilen als Text heraus und macht nichts anders")
    void feindliches(Mailart art) {
        Mailvorlage vorlage = new Mailvorlage(Mailmuster.mitgelieferte(art));
        Brief harmlos = vorlage.schreibe(Mailmuster.felder(art, "Name"), null);
        Brief feindlich = vorlage.schreibe(Mailmuster.felder(art, FEINDLICH), null);
        Document seite = Jsoup.parse(feindlich.html());
        assertThat(seite.getAllElements().stream().map(Element::normalName).toList())
                .isEqualTo(Jsoup.parse(harmlos.html()).getAllElements().stream().map(Element::normalName).toList());
        assertThat(seite.text()).contains(FEINDLICH);
        assertThat(feindlich.text()).contains(FEINDLICH).isEqualTo(harmlos.text().replace("Name", FEINDLICH));
    }

    @Test
    @DisplayName("Der Text ohne Gestaltung: Absätze, Listen mit Strichen oder Zahlen, Tabellen in Zeilen, unter jedem Absatz seine Adressen")
    void text() {
        Map<String, Object> felder = Map.of("ziel-aufgabenliste", "https://a.example/", "ziel-einstellungen", "https://b.example/");
        assertThat(schreibe("""
                <h1>Guten   Morgen</h1>
                <p>Erster<br>Absatz &amp; <strong>mehr</strong>.</p>
                <section><h2>Zu tun</h2><p>Bitte:</p>
                <ul><li><a href="#aufgabenliste">Eins</a> (heute)</li><li>Zwei<ol><li>innen</li><li>noch</li></ol></li><li></li></ul></section>
                <table><tr><th>Wann</th><th>Wo</th></tr><tr><td>heute</td><td>hier</td></tr></table>
                <p>Siehe <a href="#aufgabenliste">Liste</a> und <a href="#einstellungen">Einstellungen</a>.</p>
                <p><a href="#einstellungen"></a></p>""", felder).text()).isEqualTo("""
                Guten Morgen

                Erster
                Absatz & mehr.


                Zu tun

                Bitte:
                - Eins (heute)
                  https://a.example/
                - Zwei
                  1. innen
                  2. noch

                Wann | Wo
                heute | hier

                Siehe Liste und Einstellungen.
                Liste: https://a.example/
                Einstellungen: https://b.example/

                https://b.example/""");
    }

    @Test
    @DisplayName("Zu lange Texte werden am Ende gekürzt, zu lange Betreffe auch, ohne ein Zeichen zu zerschneiden")
    void zuLang() {
        Brief brief = schreibe("{{#abschnitte}}<p>" + "Wort ".repeat(100) + "</p>{{/abschnitte}}",
                Map.of("abschnitte", Collections.nCopies(60, Map.of())));
        assertThat(brief.text()).hasSizeLessThanOrEqualTo(Brief.LAENGSTER_TEXT).endsWith("\n…");
        assertThat(Jsoup.parse(brief.html()).select("p")).hasSize(60);
        assertThat(Mailfelder.gekuerzt("abc😀", 4)).isEqualTo("abc…");
        assertThat(Mailfelder.gekuerzt("ab😀cd", 4)).isEqualTo("ab…");
        assertThat(Mailfelder.kurz("a\r\nb\u202Ec\u0000")).isEqualTo("a b c");
    }

    @Test
    @DisplayName("Bleiben Betreff oder Text leer, entsteht keine E-Mail")
    void leer() {
        assertThatThrownBy(() -> schreibe("{{#weitere}}<p>x</p>{{/weitere}}", Map.of("weitere", 0))).isInstanceOf(Refusal.class);
        Mailvorlage ohneBetreff = new Mailvorlage("<html lang=\"de\"><head><title>{{#einzeln}}x{{/einzeln}}</title></head><body><p>x</p></body></html>");
        assertThatThrownBy(() -> ohneBetreff.schreibe(Map.of("einzeln", false), null)).isInstanceOf(Refusal.class);
    }
}
