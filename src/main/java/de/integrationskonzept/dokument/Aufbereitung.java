package de.integrationskonzept.dokument;

import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Makes a filled template ready to be set: only known elements in good order, printable characters, headings with ids, contents, lights
 * and drawings. Both formats start from here, so that they say the same.
 */
final class Aufbereitung {

    /** What follows the word in the name of the class; anything else is grey. */
    private static final Map<String, String> LICHTER = Map.of("grün", "gruen", "gelb", "gelb", "rot", "rot");

    private Aufbereitung() {
    }

    static Document bereite(String html) {
        Document dokument = Vokabular.uebernimm(Jsoup.parse(html));
        Element body = dokument.body();
        Ordnung.schaffe(body);
        Tabellen.ordne(body);
        body.select("span.ampel").forEach(Aufbereitung::ampel);
        body.select("figure").forEach(Abbildung::zeichne);
        Gliederung.ordne(dokument);
        if (dokument.title().isBlank()) {
            String ersatz = body.select("h1").text();
            dokument.title(ersatz.isBlank() ? "Dokument" : ersatz);
        }
        body.select("*").forEach(e -> e.textNodes().stream().filter(text -> text.getWholeText().isEmpty()).forEach(Node::remove));
        return dokument;
    }

    /** A dot before the word; the colour only repeats what the word says. */
    private static void ampel(Element ampel) {
        String wort = ampel.text().strip();
        if (wort.isEmpty()) {
            ampel.remove();
            return;
        }
        ampel.addClass("ampel-" + LICHTER.getOrDefault(wort.toLowerCase(Locale.GERMAN), "grau"));
        ampel.prependText("\u00a0");
        ampel.prependElement("span").addClass("punkt").text("●");
    }
}
