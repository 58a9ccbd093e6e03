package de.integrationskonzept.dokument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Zeitplan und Verlauf werden aus ihrer Tabelle gezeichnet")
class AbbildungTest {

    private static final String KOPF = "<thead><tr><th>Name</th><th>Beginn</th><th>Ende</th><th>Stand</th></tr></thead>";

    @Test
    @Tag("R73")
    @DisplayName("Die Zeichnung steht über der Tabelle, die bleibt, und sagt, wo alles steht")
    void ueberDerTabelle() {
        Document d = Aufbereitung.bereite(Muster.REICH);

        Element bild = d.selectFirst("figure.zeitplan img");
        assertThat(bild.attr("alt")).isEqualTo("Zeitplan als Balken: Zeitplan der Erarbeitung. Alle Angaben stehen in der Tabelle darunter.");
        assertThat(bild.parent().nextElementSibling().is("table")).isTrue();
        assertThat(d.select("figure.verlauf img")).hasSize(1);
    }

    @Test
    @Tag("R73")
    @DisplayName("Ein Balken je Vorhaben; der Stand ändert das Muster und nicht nur die Farbe")
    void muster() {
        String erledigt = plan("", zeile("01.01.2026", "01.03.2026", "erledigt"));
        String laeuft = plan("", zeile("01.01.2026", "01.03.2026", "läuft"));
        String verspaetet = plan("", zeile("01.01.2026", "01.03.2026", "verspätet"));
        String offen = plan("", zeile("01.01.2026", "01.03.2026", "offen"));

        assertThat(erledigt).contains("fill='" + Zeichnung.GRUEN + "'");
        assertThat(linien(laeuft, Zeichnung.BLAU)).isGreaterThan(20);
        assertThat(linien(verspaetet, Zeichnung.ROT)).isBetween(10, linien(laeuft, Zeichnung.BLAU) - 1);
        assertThat(offen).contains("fill='#ffffff' stroke='" + Zeichnung.GRAU + "'");
        assertThat(plan("", zeile("01.02.2026", "", "offen"))).contains("l6.0 6.0");
    }

    @Test
    @Tag("R73")
    @DisplayName("Heute ist gestrichelt, wenn es in den Plan fällt")
    void heute() {
        String zeile = zeile("01.01.2026", "01.06.2026", "läuft");
        assertThat(plan("01.03.2026", zeile)).contains("stroke-dasharray");
        assertThat(plan("2026-03-01", zeile)).contains("stroke-dasharray");
        assertThat(plan("01.03.2027", zeile)).doesNotContain("stroke-dasharray");
        assertThat(plan("morgen", zeile)).doesNotContain("stroke-dasharray");
    }

    @Test
    @DisplayName("Ohne ein einziges Datum wird nichts gezeichnet; ein langer Plan wird geteilt")
    void keineUndViele() {
        assertThat(bilder("", zeile("noch offen", "31.02.2026", "offen"))).isEmpty();
        assertThat(bilder("", IntStream.range(0, 70).mapToObj(i -> zeile("01.01.2026", "01.02.2026", "offen")).collect(Collectors.joining())))
                .hasSize(3);
    }

    @Test
    @DisplayName("Deutsche Zahlen werden gelesen; Ist ist durchgezogen, Ziel gestrichelt; wo eine Zahl fehlt, bricht die Linie")
    void verlauf() {
        String ganz = verlauf("1.000,5", "1.200", "1.300 €");
        String luecke = verlauf("1.000,5", "noch offen", "1.300");

        assertThat(linien(ganz, Zeichnung.BLAU)).isEqualTo(3).isGreaterThan(linien(luecke, Zeichnung.BLAU));
        assertThat(ganz.split("stroke-dasharray")).hasSize(4);
        assertThat(Verlaufsbild.aus(tabelle("<tr><td>2026</td><td>viel</td><td></td></tr>", ""))).isEmpty();
    }

    @Test
    @DisplayName("Die Zeichnung wird in Word zu einem Bild von Punkten, breit genug für den Druck")
    void punkte() throws Exception {
        var bild = ImageIO.read(new ByteArrayInputStream(DocxBild.png(plan("", zeile("01.01.2026", "01.03.2026", "läuft")))));

        assertThat(bild.getWidth()).isEqualTo(1550);
    }

    private static String verlauf(String erstes, String zweites, String drittes) {
        return Verlaufsbild.aus(tabelle("<tr><td>2025</td><td>" + erstes + "</td><td>1</td></tr><tr><td>2026</td><td>" + zweites
                + "</td><td>2</td></tr><tr><td>2027</td><td>" + drittes + "</td><td>3</td></tr>", "")).get(0);
    }

    private static String zeile(String beginn, String ende, String stand) {
        return "<tr><td>Leitbild</td><td>" + beginn + "</td><td>" + ende + "</td><td>" + stand + "</td></tr>";
    }

    private static String plan(String heute, String zeilen) {
        return bilder(heute, zeilen).get(0);
    }

    private static List<String> bilder(String heute, String zeilen) {
        return Zeitplanbild.aus(tabelle(zeilen, heute));
    }

    private static Element tabelle(String zeilen, String heute) {
        return Jsoup.parse("<table data-heute='" + heute + "'>" + KOPF + "<tbody>" + zeilen + "</tbody></table>").selectFirst("table");
    }

    private static int linien(String svg, String farbe) {
        return svg.split("<line [^>]*stroke='" + farbe + "'", -1).length - 1;
    }
}
