package de.integrationskonzept.nachricht;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.springframework.core.io.ClassPathResource;

/** A filled in template as a page that mail programs can show: the second fence behind the gate, and the looks that all mails share. */
final class Mailseite {

    private static final Safelist ERLAUBT = new Safelist()
            .addTags("h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "table", "caption", "thead", "tbody", "tr", "th", "td", "strong", "em", "br",
                    "section", "div", "span", "figure", "nav", "header", "footer", "dl", "dt", "dd", "a")
            .addAttributes(":all", "class", "lang").addAttributes("th", "scope", "colspan", "rowspan").addAttributes("td", "colspan", "rowspan")
            .addAttributes("a", "href").addProtocols("a", "href", "http", "https");
    private static final String AUSSEHEN = aussehen();

    private Mailseite() {
    }

    static Document aus(String html) {
        Document roh = Jsoup.parse(html);
        Document seite = new Cleaner(ERLAUBT).clean(roh);
        seite.outputSettings().prettyPrint(false);
        seite.prependChild(new DocumentType("html", "", ""));
        seite.selectFirst("html").attr("lang", "de");
        seite.head().appendElement("meta").attr("charset", "utf-8");
        seite.title(roh.title());
        angabe(seite, "viewport", "width=device-width, initial-scale=1");
        angabe(seite, "color-scheme", "light dark");
        seite.head().appendElement("style").appendChild(new DataNode(AUSSEHEN));
        seite.select("a[href]").stream().filter(a -> !a.hasText()).forEach(a -> a.text(a.attr("href")));
        seite.body().select("h1, h2, h3, h4, p, li, ul, ol, section, footer").stream().filter(e -> !e.hasText()).forEach(e -> e.remove());
        return seite;
    }

    private static void angabe(Document seite, String name, String inhalt) {
        seite.head().appendElement("meta").attr("name", name).attr("content", inhalt);
    }

    private static String aussehen() {
        try {
            return new ClassPathResource("nachricht/mail.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException fehlt) {
            throw new UncheckedIOException(fehlt);
        }
    }
}
