package de.integrationskonzept.nachricht;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.nachricht.Tagespostaufgaben.Aufgabe;
import de.integrationskonzept.nachricht.Tagespostheute.Posten;
import de.integrationskonzept.nachricht.Tagespostregeln.Stufe;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The digest of one person as text and as a page: by file, in each by section, the most urgent first. */
final class Tagespostbrief {

    private static final int HOECHSTENS = 40;
    private static final int LAENGSTER_NAME = 120;
    private static final DateTimeFormatter TAG = DateTimeFormatter.ofPattern("EEEE, d. MMMM yyyy", Locale.GERMAN);
    private static final Comparator<Posten> DRINGENDES_ZUERST = Comparator.comparing((Posten p) -> p.zeile().stufe())
            .thenComparing(p -> p.aufgabe().faellig(), Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(p -> p.aufgabe().id());

    private final JsonNode worte;
    private final Map<String, String> rollen;
    private final Anschrift anschrift;

    /**
     * @param worte around the tasks, as the decision {@code nachrichten-rahmen} has them
     * @param rollen names by id
     */
    Tagespostbrief(JsonNode worte, Map<String, String> rollen, Anschrift anschrift) {
        this.worte = worte;
        this.rollen = rollen;
        this.anschrift = anschrift;
    }

    /** What is listed; {@code weitere} how many are not. */
    private record Inhalt(String betreff, Map<String, Map<Stufe, List<Posten>>> akten, int weitere) {
    }

    Brief schreibe(List<Posten> posten) {
        Map<String, Map<Stufe, List<Posten>>> akten = posten.stream().sorted(DRINGENDES_ZUERST).limit(HOECHSTENS).collect(Collectors.groupingBy(
                p -> akte(p.aufgabe()), LinkedHashMap::new, Collectors.groupingBy(p -> p.zeile().stufe(), TreeMap::new, Collectors.toList())));
        String betreff = posten.stream().filter(Posten::ausgeloest).min(DRINGENDES_ZUERST).map(p -> p.zeile().betreff()).orElse("");
        Inhalt inhalt = new Inhalt(kurz(betreff), akten, Math.max(0, posten.size() - HOECHSTENS));
        return new Brief(inhalt.betreff(), text(inhalt), seite(inhalt), null);
    }

    /** What is confidential does not even say to which file it belongs. */
    private String akte(Aufgabe a) {
        return a.vertraulich() ? wort("vertraulich") : kurz(a.kommuneName()) + (a.aktenzeichen() == null ? "" : ", Aktenzeichen " + kurz(a.aktenzeichen()));
    }

    private String name(Aufgabe a) {
        return a.vertraulich() ? wort("vertraulich") : kurz(a.name());
    }

    private String zusatz(Posten p) {
        Aufgabe a = p.aufgabe();
        LocalDate faellig = a.faellig() == null ? null : Tagespostheute.tag(a.faellig());
        String termin = faellig == null ? "ohne Termin" : "fällig am " + TAG.format(faellig);
        return p.zeile().stufe() != Stufe.ESKALATION || a.rollen().isEmpty() ? termin : termin + ". " + wort("wessen") + ": "
                + a.rollen().stream().map(r -> rollen.getOrDefault(r, r)).collect(Collectors.joining(" oder "));
    }

    private String text(Inhalt inhalt) {
        StringBuilder text = new StringBuilder(wort("anrede")).append("\n\n").append(wort("einleitung")).append('\n');
        inhalt.akten().forEach((akte, abschnitte) -> {
            text.append('\n').append(akte).append('\n');
            abschnitte.values().forEach(posten -> {
                text.append('\n').append(posten.get(0).zeile().ueberschrift()).append(": ").append(posten.get(0).zeile().satz()).append('\n');
                posten.forEach(p -> text.append("- ").append(name(p.aufgabe())).append(" (").append(zusatz(p)).append(")\n  ")
                        .append(anschrift.aufgabe(p.aufgabe().id())).append('\n'));
            });
        });
        if (inhalt.weitere() > 0) {
            text.append('\n').append(wort("weitere")).append(": ").append(inhalt.weitere()).append('\n');
        }
        return text.append('\n').append(wort("schluss")).append("\n\n").append(wort("einstellungen")).append(":\n").append(anschrift.persoenlich()).toString();
    }

    /** Headings in order, lists, links that say where they lead; no colours, pictures or layout that could get in somebody's way. */
    private String seite(Inhalt inhalt) {
        StringBuilder seite = new StringBuilder("<!DOCTYPE html>\n<html lang=\"de\">\n<head><meta charset=\"utf-8\"><title>").append(html(inhalt.betreff()))
                .append("</title></head>\n<body>\n<h1>").append(html(inhalt.betreff())).append("</h1>\n<p>").append(html(wort("anrede"))).append("</p>\n<p>")
                .append(html(wort("einleitung"))).append("</p>\n");
        inhalt.akten().forEach((akte, abschnitte) -> {
            seite.append("<h2>").append(html(akte)).append("</h2>\n");
            abschnitte.values().forEach(posten -> {
                seite.append("<h3>").append(html(posten.get(0).zeile().ueberschrift())).append("</h3>\n<p>").append(html(posten.get(0).zeile().satz()))
                        .append("</p>\n<ul>\n");
                posten.forEach(p -> seite.append("<li>").append(link(anschrift.aufgabe(p.aufgabe().id()), name(p.aufgabe()))).append("<br>")
                        .append(html(zusatz(p))).append("</li>\n"));
                seite.append("</ul>\n");
            });
        });
        if (inhalt.weitere() > 0) {
            seite.append("<p>").append(html(wort("weitere"))).append(": ").append(inhalt.weitere()).append("</p>\n");
        }
        return seite.append("<p>").append(html(wort("schluss"))).append("</p>\n<p>").append(link(anschrift.persoenlich(), wort("einstellungen")))
                .append("</p>\n</body>\n</html>\n").toString();
    }

    private static String link(String ziel, String text) {
        return "<a href=\"" + html(ziel) + "\">" + html(text) + "</a>";
    }

    private String wort(String welches) {
        return worte.path(welches).asText("");
    }

    private static String kurz(String text) {
        String zeile = text.replaceAll("\\p{C}", " ").strip();
        return zeile.length() > LAENGSTER_NAME ? zeile.substring(0, LAENGSTER_NAME - 1) + "…" : zeile;
    }

    private static String html(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
