package de.integrationskonzept.dokument;

import static org.assertj.core.api.Assertions.assertThat;

import com.samskivert.mustache.Mustache;
import de.integrationskonzept.vorlage.Vorlagentor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Whatever stands in every field at once, no template comes out built otherwise than with harmless words. */
@Label("Beliebige Texte in allen Vorlagen")
class BeliebigeTexteInAllenVorlagenTest {

    private static final Map<String, Vorlage> VORLAGEN = vorlagen();

    @Property(tries = 60)
    @Label("Jede Vorlage behält ihren Bau, und der Text steht darin als Text")
    void bleibtGebaut(@ForAll("feindliches") String text) {
        VORLAGEN.forEach((name, vorlage) -> {
            Document harmlos = Jsoup.parse(fuelle(vorlage, "Wort"));
            Document feindlich = Jsoup.parse(fuelle(vorlage, text));
            assertThat(bau(feindlich)).as(name).isEqualTo(bau(harmlos));
            assertThat(feindlich.select(".luecke").size()).as("gaps of " + name).isEqualTo(harmlos.select(".luecke").size());
        });
    }

    /** A text that is answered everywhere and begins and ends with a word, so that it is never a gap. */
    @Provide
    Arbitrary<String> feindliches() {
        Arbitrary<String> stueck = Arbitraries.of("{{x}}", "{{#x}}", "{{/x}}", "{{{x}}}", "${1+1}", "<script>alert(1)</script>", "<w:p>", "</td></tr></table>",
                "<span class=\"luecke\">noch offen</span>", "\uE000", "\u202Eabc\u202C", "]]>", "<!--", "&lt;b&gt;", "\"'", "</title></head>", "😀", "\uD83D", "{{=<% %>=}}");
        return Arbitraries.oneOf(stueck, Arbitraries.strings().all().ofMaxLength(40)).list().ofMaxSize(12)
                .map(stuecke -> "a" + String.join("", stuecke) + "z");
    }

    /** Answers every question with the same text; a section that asks for it is entered once. */
    private static String fuelle(Vorlage vorlage, String text) {
        return Ausfuellung.html(vorlage, (Mustache.CustomContext) name -> text);
    }

    /** Without line breaks, which a text may bring. */
    private static List<String> bau(Document dokument) {
        return dokument.getAllElements().stream().filter(e -> !e.normalName().equals("br"))
                .map(e -> e.normalName() + e.classNames() + eltern(e)).toList();
    }

    private static String eltern(Element element) {
        return element.parent() == null ? "" : "<" + element.parent().normalName();
    }

    private static Map<String, Vorlage> vorlagen() {
        try (Stream<Path> dateien = Files.list(Path.of("src/main/resources/dokumente"))) {
            Map<String, Vorlage> vorlagen = new LinkedHashMap<>();
            for (Path datei : dateien.filter(d -> d.toString().endsWith(".html")).sorted().toList()) {
                String name = Vorlagentor.name(datei.toString());
                vorlagen.put(name, Vorlage.aus(name, Files.readString(datei)));
            }
            assertThat(vorlagen).hasSizeGreaterThan(18);
            return vorlagen;
        } catch (IOException fehlt) {
            throw new AssertionError(fehlt);
        }
    }
}
