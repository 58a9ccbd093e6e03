package de.integrationskonzept.dokument;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Eine ausgefüllte Vorlage wird zum Satz vorbereitet")
class AufbereitungTest {

    @Test
    @DisplayName("Was nicht zum Wortschatz gehört, wird zu Text oder fällt weg")
    void wortschatz() {
        Document d = bereite(Feindliches.BAUTEN.get("Verbotenes"));

        assertThat(d.body().select("script, style, img, iframe, a, svg, object, form, input")).isEmpty();
        assertThat(d.body().select("[onclick], [style], [src], [href]")).isEmpty();
        assertThat(d.body().text()).contains("Verweis", "Absatz", "Objekt").doesNotContain("alert");
    }

    @Test
    @DisplayName("Fremde Klassen fallen weg, bekannte bleiben")
    void klassen() {
        assertThat(bereite("<p class='boese klein data'>x</p><p class='boese'>y</p>").select("p").eachAttr("class"))
                .containsExactly("klein");
    }

    @Test
    @DisplayName("Eine Lücke bleibt eine Lücke")
    void luecke() {
        assertThat(bereite("<p>Am <span class='luecke'>noch offen</span></p>").select("span.luecke").text()).isEqualTo("noch offen");
    }

    @Test
    @DisplayName("Was keine Schrift zeigen kann, wird ein Kästchen; Unsichtbares verschwindet; Zerlegtes wird zusammengesetzt")
    void zeichen() {
        assertThat(Zeichen.reinige("a🦖b漢c\uE123d")).isEqualTo("a□b□c□d");
        assertThat(Zeichen.reinige("a\u202Eb\u2066c\u2069d\u200Be\u0000f\u001Bg\uE000h\uFE0Fi\u00ADj")).isEqualTo("abcdefghij");
        assertThat(Zeichen.reinige("u\u0308ber\u2009 Łódź Київ مرحبا ✓ € „“")).isEqualTo("über  Łódź Київ مرحبا ✓ € „“");
        assertThat(Zeichen.reinige("x\uD800y")).isEqualTo("x□y");
    }

    @Test
    @DisplayName("Das Verzeichnis nennt die Kapitel bis zur dritten Ebene, ohne den Titel, und verweist auf sie")
    void inhalt() {
        Document d = bereite("<nav class='inhalt'></nav><h1>Titel</h1><h2>Eins</h2><h3>Eins a</h3><h4>Eins a 1</h4><h2>Zwei</h2>");

        assertThat(d.select("nav.inhalt li").eachText()).containsExactly("Eins", "Eins a", "Eins a 1", "Zwei");
        assertThat(d.select("nav.inhalt a")).allMatch(a -> d.getElementById(a.attr("href").substring(1)).text().equals(a.text()));
        assertThat(d.select("h1").hasClass("dokumenttitel")).isTrue();
    }

    @Test
    @DisplayName("Ohne Kapitel gibt es kein Verzeichnis")
    void ohneKapitel() {
        assertThat(bereite("<nav class='inhalt'></nav><p>Text</p>").select("nav")).isEmpty();
    }

    @Test
    @DisplayName("Überschriften überspringen keine Ebene")
    void ebenen() {
        assertThat(bereite("<h4>a</h4><h6>b</h6><h1>c</h1><h4>d</h4>").body().children()).extracting(Element::tagName)
                .containsExactly("h1", "h2", "h1", "h2");
    }

    @Test
    @DisplayName("Ein Licht bekommt einen Punkt und behält sein Wort; Unbekanntes ist grau")
    void ampel() {
        Document d = bereite("<p><span class='ampel'>Gelb</span> <span class='ampel'>Lila</span> <span class='ampel'></span></p>");

        assertThat(d.select(".ampel").eachText()).containsExactly("● Gelb", "● Lila");
        assertThat(d.select(".ampel").eachAttr("class")).containsExactly("ampel ampel-gelb", "ampel ampel-grau");
    }

    @Test
    @DisplayName("Jede Zeile einer Tabelle hat gleich viele Zellen, der Kopf steht im Kopf, die Breiten ergeben 100")
    void tabellen() {
        Element t = bereite("<table><tr><th>A</th><th>Betrag</th><th>C</th></tr><tr><td>1</td><td>1.000,50 €</td></tr>"
                + "<tr><td colspan='2'>Summe</td><td>x</td></tr></table>").selectFirst("table");

        assertThat(t.select("> thead > tr > th").eachAttr("scope")).containsExactly("col", "col", "col");
        assertThat(Tabellen.zeilen(t)).allMatch(zeile -> Tabellen.spalten(zeile) == 3);
        assertThat(t.select("col").eachAttr("style").stream().mapToDouble(s -> Double.parseDouble(s.replaceAll("[^0-9.]", ""))).sum())
                .isBetween(99.9, 100.1);
        assertThat(t.select(".zahl").eachText()).containsExactly("Betrag", "1.000,50 €");
    }

    @Test
    @DisplayName("Eine leere Tabelle sagt, dass sie leer ist")
    void leereTabelle() {
        assertThat(bereite("<table><caption>Stellen</caption></table>").body().text()).isEqualTo("Stellen: keine Einträge");
        assertThat(bereite("<table><thead><tr><th>A</th><th>B</th></tr></thead></table>").select("td").eachText())
                .containsExactly("keine Einträge");
    }

    @Test
    @DisplayName("Begriffe und Angaben stehen als Paare nebeneinander")
    void paare() {
        Element t = bereite("<dl><dt>Kommune</dt><dd>Musterstadt</dd><dd>Musterdorf</dd><dt>Ende</dt></dl>").selectFirst("table.paare");

        assertThat(t.select("th[scope=row]").eachText()).containsExactly("Kommune", "Ende");
        assertThat(t.select("td")).extracting(Element::text).containsExactly("Musterstadt Musterdorf", "");
    }

    @Test
    @DisplayName("Text steht in Absätzen, Absätze enthalten keine Blöcke, Listen nur Einträge; leer ist nichts")
    void ordnung() {
        for (String bau : Feindliches.BAUTEN.values()) {
            Document d = bereite(bau);
            assertThat(d.select("p table, p p, p ul, h1 p, h1 ul, span p, caption p, strong table")).isEmpty();
            assertThat(d.select("ul > *, ol > *")).allMatch(e -> e.is("li"));
            assertThat(d.select("body, div, section, figure").stream().flatMap(e -> e.textNodes().stream())).allMatch(t -> t.isBlank());
            assertThat(d.select("p, li, ul, ol, h1, h2, h3, h4")).allMatch(e -> e.hasText() || !e.select("img").isEmpty());
        }
    }

    @Test
    @DisplayName("Ohne Titel heißt das Dokument wie seine Überschrift")
    void titel() {
        assertThat(Aufbereitung.bereite("<h1>Leitbild</h1>").title()).isEqualTo("Leitbild");
        assertThat(Aufbereitung.bereite("").title()).isEqualTo("Dokument");
    }

    private static Document bereite(String body) {
        return Aufbereitung.bereite(Muster.seite("Probe", body));
    }
}
