package de.integrationskonzept.nachricht;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** A mail for whoever reads it without layout: paragraphs and lists by blank lines and dashes, and under each the addresses of its links. */
final class Mailtext implements NodeVisitor {

    private static final Set<String> MIT_ABSTAND = Set.of("h1", "h3", "h4", "p", "table", "dl");
    private static final Set<String> IM_SATZ = Set.of("a", "span", "strong", "em", "br", "td", "th");
    private static final Set<String> ZELLEN = Set.of("td", "th");
    private static final Pattern LUECKE = Pattern.compile(" {2,}");
    private static final Set<String> LISTEN = Set.of("ul", "ol");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder absatz = new StringBuilder();
    private final List<Map.Entry<String, String>> verweise = new ArrayList<>();
    /** Of each list that is open the number of its next item, null without numbers. */
    private final Deque<int[]> listen = new ArrayDeque<>();
    private String davor = "";
    private int abstand;

    private Mailtext() {
    }

    /** @param hoechstens what is longer ends there; the page has all of it */
    static String von(Element seite, int hoechstens) {
        Mailtext leser = new Mailtext();
        NodeTraversor.traverse(leser, seite);
        leser.schliesseAb();
        String text = leser.text.toString();
        return text.length() <= hoechstens ? text : text.substring(0, text.lastIndexOf('\n', hoechstens - 2) + 1) + "…";
    }

    @Override
    public void head(Node knoten, int tiefe) {
        if (knoten instanceof TextNode worte) {
            absatz.append(worte.text());
        } else if (knoten instanceof Element element) {
            beginne(element.normalName());
        }
    }

    private void beginne(String name) {
        if (name.equals("br")) {
            absatz.append('\n');
        } else if (!IM_SATZ.contains(name)) {
            schliesseAb();
            abstand = Math.max(abstand, name.equals("h2") ? 2 : MIT_ABSTAND.contains(name) && listen.isEmpty() ? 1 : 0);
        }
        if (LISTEN.contains(name)) {
            listen.push(new int[] {name.equals("ol") ? 1 : 0});
        } else if (name.equals("li")) {
            davor = listen.isEmpty() || listen.peek()[0] == 0 ? "- " : listen.peek()[0]++ + ". ";
        } else if (ZELLEN.contains(name) && !absatz.toString().isBlank()) {
            absatz.append(" | ");
        }
    }

    @Override
    public void tail(Node knoten, int tiefe) {
        if (knoten instanceof Element element) {
            beende(element);
        }
    }

    private void beende(Element element) {
        String name = element.normalName();
        if (name.equals("a") && element.hasAttr("href")) {
            verweise.add(Map.entry(element.text(), element.attr("href")));
        } else if (!IM_SATZ.contains(name)) {
            schliesseAb();
        }
        if (LISTEN.contains(name)) {
            listen.pop();
            abstand = listen.isEmpty() ? 1 : 0;
        }
    }

    private void schliesseAb() {
        List<String> zeilen = new ArrayList<>(absatz.toString().lines().map(z -> LUECKE.matcher(z).replaceAll(" ").strip()).filter(z -> !z.isEmpty()).toList());
        verweise.stream().filter(v -> !zeilen.contains(v.getValue())).map(v -> verweise.size() == 1 ? v.getValue() : v.getKey() + ": " + v.getValue())
                .toList().forEach(zeilen::add);
        absatz.setLength(0);
        verweise.clear();
        if (!zeilen.isEmpty()) {
            schreibe(zeilen);
        }
    }

    private void schreibe(List<String> zeilen) {
        text.append("\n".repeat(text.isEmpty() ? 0 : abstand));
        String einzug = "  ".repeat(Math.max(0, listen.size() - 1));
        String weiter = einzug + (listen.isEmpty() ? "" : "  ");
        text.append(einzug).append(davor.isEmpty() && !listen.isEmpty() ? "  " : davor).append(zeilen.get(0)).append('\n');
        zeilen.stream().skip(1).forEach(zeile -> text.append(weiter).append(zeile).append('\n'));
        davor = "";
        abstand = 0;
    }
}
