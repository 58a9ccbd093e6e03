package de.integrationskonzept.dokument;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jsoup.nodes.Element;

/** Draws the table of a figure above it. The table stays: who does not see the drawing misses nothing. */
final class Abbildung {

    static final String ART = "data:image/svg+xml;base64,";

    private Abbildung() {
    }

    static void zeichne(Element figur) {
        Element tabelle = figur.selectFirst("table");
        if (tabelle == null) {
            return;
        }
        List<String> bilder = figur.hasClass("zeitplan") ? Zeitplanbild.aus(tabelle)
                : figur.hasClass("verlauf") ? Verlaufsbild.aus(tabelle) : List.of();
        String art = figur.hasClass("zeitplan") ? "Zeitplan als Balken" : "Verlauf als Linien";
        String titel = tabelle.select("> caption").text();
        for (String svg : bilder) {
            Element absatz = new Element("p").addClass("bild");
            absatz.appendElement("img").attr("src", ART + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8)))
                    .attr("alt", art + (titel.isEmpty() ? "" : ": " + titel) + ". Alle Angaben stehen in der Tabelle darunter.");
            tabelle.before(absatz);
        }
    }

    static String svg(Element bild) {
        return new String(Base64.getDecoder().decode(bild.attr("src").substring(ART.length())), StandardCharsets.UTF_8);
    }
}
