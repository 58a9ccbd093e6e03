package de.integrationskonzept.modell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * A document template as it is compared: what is written in it, and apart from that how it looks.
 *
 * @param kopf values of the head by name, {@code titel} among them
 * @param texte paragraph by paragraph, and where parts that depend on something begin and end
 * @param abschnitte the heading over each of the texts, empty before the first
 * @param gestaltung elements with what they say about their looks, in their order
 */
record Vorlagenbild(Map<String, String> kopf, List<String> texte, List<String> abschnitte, List<String> gestaltung) {

    private static final Set<String> IM_SATZ = Set.of("strong", "em", "b", "i", "u", "a", "span", "br", "small", "sup", "sub", "code", "abbr");
    private static final Set<String> KOPF = Set.of("title", "meta");
    private static final Pattern WENN = Pattern.compile("\\{\\{[#^/][^{}]*}}");

    static Vorlagenbild aus(String html) {
        Document dokument = Jsoup.parse(html, "", Parser.xmlParser());
        Map<String, String> kopf = new TreeMap<>();
        dokument.getElementsByTag("title").stream().findFirst().ifPresent(titel -> kopf.put("titel", titel.text()));
        dokument.getElementsByTag("meta").stream().filter(meta -> meta.hasAttr("name")).forEach(meta -> kopf.put(meta.attr("name"),
                meta.attr("content")));
        Vorlagenbild bild = new Vorlagenbild(kopf, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        dokument.traverse(new Leser(bild));
        return bild;
    }

    private static final class Leser implements NodeVisitor {

        private final Vorlagenbild bild;
        private final StringBuilder absatz = new StringBuilder();
        private String abschnitt = "";

        Leser(Vorlagenbild bild) {
            this.bild = bild;
        }

        @Override
        public void head(Node knoten, int tiefe) {
            if (knoten instanceof Element element) {
                if (!IM_SATZ.contains(element.normalName())) {
                    schliesseAb(false);
                }
                if (!KOPF.contains(element.normalName())) {
                    bild.gestaltung().add(element.normalName() + new TreeMap<>(element.attributes().asList().stream()
                            .collect(Collectors.toMap(a -> a.getKey(), a -> Worte.zeile(a.getValue()), (a, b) -> a))));
                }
            } else if (knoten instanceof DataNode daten) {
                bild.gestaltung().add(Worte.zeile(daten.getWholeData()));
            } else if (knoten instanceof TextNode text && !(text.parent() != null && KOPF.contains(text.parent().normalName()))) {
                absatz.append(text.getWholeText());
            }
        }

        @Override
        public void tail(Node knoten, int tiefe) {
            if (knoten instanceof Element element && !IM_SATZ.contains(element.normalName())) {
                schliesseAb(element.normalName().matches("h[1-6]"));
            }
        }

        private void schliesseAb(boolean ueberschrift) {
            Matcher wenn = WENN.matcher(absatz);
            int hier = 0;
            while (wenn.find()) {
                merke(absatz.substring(hier, wenn.start()), false);
                merke(wenn.group(), false);
                hier = wenn.end();
            }
            merke(absatz.substring(hier), ueberschrift);
            absatz.setLength(0);
        }

        private void merke(String text, boolean ueberschrift) {
            String zeile = Worte.zeile(text);
            if (!zeile.isEmpty()) {
                abschnitt = ueberschrift ? zeile : abschnitt;
                bild.texte().add(zeile);
                bild.abschnitte().add(abschnitt);
            }
        }
    }
}
