package de.integrationskonzept.dokument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** jqwik makes the answers and prints the seed with which a run can be repeated. */
@Label("Beliebige Antworten in Dokumenten")
class BeliebigeAntwortenTest {

    private static final String UNSICHTBAR = "[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C\\uE000\\uFFFE\\uFFFF]"
            + "|\\p{Cs}";

    private final AusfuellungTest vorlagen = new AusfuellungTest();

    @Property(tries = 2000)
    @Label("Gleich was in einem Feld steht: nie entsteht eine Auszeichnung daraus, und nichts Sichtbares geht verloren")
    void beliebig(@ForAll String feld) {
        String html = vorlagen.fuelle("<p>{{text}}</p>", Map.of("text", "A" + feld + "Z"));
        String innen = html.substring(3, html.length() - 4).replace("<br>", "");

        assertThat(innen).doesNotContain("<", ">", "\"", "'", "\uE000");
        assertThat(innen.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
                .replaceAll(UNSICHTBAR, "")).isEqualTo(("A" + feld + "Z").replaceAll(UNSICHTBAR, ""));
    }
}
