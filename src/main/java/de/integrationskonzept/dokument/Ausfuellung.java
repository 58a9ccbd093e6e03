package de.integrationskonzept.dokument;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import de.integrationskonzept.engine.Refusal;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * Fills a template in. What comes from a field is text and stays text: nothing in it is looked at as markup, as a tag of the
 * template or as a gap, because it meets the template only when that has been taken apart.
 */
final class Ausfuellung {

    private static final String LUECKE = "noch offen";
    private static final int LAENGSTES = 20_000_000;

    /** Stands for a gap between finding that an answer is missing and writing so; {@link #text} lets it through from nowhere else. */
    private static final String FEHLT = "\uE000";

    /**
     * Signs without a picture: control characters, those that turn the direction of writing, halves of signs, and the sign for
     * a gap. {@code \p{Cs}} matches what is no whole sign.
     */
    private static final Pattern GEFAEHRLICH = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C"
            + "\\uE000\\uFFFE\\uFFFF]|\\p{Cs}");
    private static final Pattern ZEILENENDE = Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085]");

    private static final Mustache.Compiler MUSTACHE = Mustache.compiler().withCollector(new Sammler()).withFormatter(Ausfuellung::text)
            .withEscaper(Ausfuellung::html).defaultValue(FEHLT);

    private Ausfuellung() {
    }

    static Template lies(String vorlage) {
        return MUSTACHE.compile(vorlage);
    }

    /** The whole document as HTML. */
    static String html(Vorlage vorlage, Object daten) {
        return vorlage.vorTitel() + html(titel(vorlage, daten)) + fuelle(vorlage.rest(), daten);
    }

    /** The title as plain text, on one line. */
    static String titel(Vorlage vorlage, Object daten) {
        return HtmlUtils.htmlUnescape(fuelle(vorlage.titel(), daten).replaceAll("<[^>]*>", " "))
                .replaceAll("\\s+", " ").strip();
    }

    /** A refusal of a decision stays one. */
    private static String fuelle(Template vorlage, Object daten) {
        try {
            StringWriter text = new StringWriter();
            vorlage.execute(daten, new Begrenzt(text));
            return text.toString();
        } catch (MustacheException verpackt) {
            throw verpackt.getCause() instanceof Refusal abgelehnt ? abgelehnt : verpackt;
        }
    }

    private static String text(Object wert) {
        if (wert.equals(FEHLT) || wert instanceof Wert w && w.leer()) {
            return FEHLT;
        }
        String text = wert instanceof Wert w ? w.text() : wert instanceof Boolean b ? b ? "Ja" : "Nein"
                : wert instanceof Number || wert instanceof String ? wert.toString() : "";
        String sauber = GEFAEHRLICH.matcher(ZEILENENDE.matcher(text).replaceAll("\n")).replaceAll("");
        return sauber.isBlank() ? FEHLT : sauber;
    }

    private static String html(String text) {
        if (text.equals(FEHLT)) {
            return "<span class=\"luecke\">" + LUECKE + "</span>";
        }
        return text.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;")
                .replace("\n", "<br>");
    }

    /** Lists within lists, written by mistake, would fill the memory. */
    private static final class Begrenzt extends FilterWriter {

        private int laenge;

        Begrenzt(Writer ziel) {
            super(ziel);
        }

        @Override
        public void write(char[] zeichen, int ab, int anzahl) throws IOException {
            merke(anzahl);
            super.write(zeichen, ab, anzahl);
        }

        @Override
        public void write(String text, int ab, int anzahl) throws IOException {
            merke(anzahl);
            super.write(text, ab, anzahl);
        }

        private void merke(int anzahl) {
            laenge += anzahl;
            if (laenge > LAENGSTES) {
                throw new Refusal(CONFLICT, "Dieses Dokument wird zu lang. Bitte geben Sie der Modellpflege Bescheid: Wahrscheinlich wiederholt die "
                        + "Vorlage eine Liste in sich selbst.");
            }
        }
    }

    /** Knows what {@link Daten} are made of and looks into nothing else, least of all into Java objects. */
    private static final class Sammler extends BasicCollector {

        @Override
        public Iterator<?> toIterator(Object wert) {
            if (wert instanceof Wert w) {
                return w.leer() || w.istFalsch() ? Collections.emptyIterator() : w.zeilen();
            }
            return wert instanceof Iterable<?> liste ? liste.iterator() : null;
        }

        @Override
        public Mustache.VariableFetcher createFetcher(Object ebene, String name) {
            return ebene instanceof Mustache.CustomContext ? CUSTOM_FETCHER : null;
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
