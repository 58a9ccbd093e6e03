package de.integrationskonzept.nachricht;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/**
 * A template of a mail, ready to be filled in: one source for the subject, the page and the text without layout. What comes from a field is
 * text and stays text.
 */
final class Mailvorlage {

    private static final Pattern VERWEIS = Pattern.compile("href=\"#([a-z0-9-]+)\"");
    private static final Mustache.Compiler MUSTACHE = Mustache.compiler().withCollector(new Karten()).defaultValue("").emptyStringIsFalse(true)
            .zeroIsFalse(true);

    private final Template vorlage;

    /** @param html what has passed the gate */
    Mailvorlage(String html) {
        vorlage = MUSTACHE.compile(VERWEIS.matcher(html).replaceAll(treffer -> "href=\"{{" + Mailfelder.ziel(treffer.group(1)) + "}}\""));
    }

    /**
     * @param felder by name, all that {@link Mailart} knows; addresses under {@link Mailfelder#ziel}
     * @param kalender a meeting, null for none
     * @throws RuntimeException when the template leaves the subject or all of the text empty
     */
    Brief schreibe(Map<String, Object> felder, String kalender) {
        Document seite = Mailseite.aus(vorlage.execute(felder));
        return new Brief(Mailfelder.gekuerzt(Mailfelder.zeile(seite.title()), Brief.LAENGSTER_BETREFF),
                Mailtext.von(seite.body(), Brief.LAENGSTER_TEXT), seite.outerHtml(), kalender);
    }

    /** Looks into nothing but maps, least of all into Java objects. */
    private static final class Karten extends BasicCollector {

        @Override
        public Mustache.VariableFetcher createFetcher(Object ebene, String name) {
            return ebene instanceof Map<?, ?> ? MAP_FETCHER : null;
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
