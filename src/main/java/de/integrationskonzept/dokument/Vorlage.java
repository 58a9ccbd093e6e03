package de.integrationskonzept.dokument;

import com.samskivert.mustache.Template;
import de.integrationskonzept.vorlage.Vorlagentor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template, as it was deployed; {@link Vorlagenpruefung} says what it may consist of.
 *
 * @param name of the file, without ending
 * @param beschreibung what it is good for, shown in lists
 * @param ab keys of processes of which one must have begun, empty for none
 * @param entscheidungen keys of the decisions whose results it shows
 * @param vorTitel text before the title, which has no tags; {@code titel} and {@code rest} are filled in
 */
record Vorlage(String name, int reihenfolge, String beschreibung, List<String> anforderungen, List<String> ab, List<String> entscheidungen,
        String vorTitel, Template titel, Template rest) {

    private static final Pattern TITEL = Pattern.compile("(?s)(<title[^>]*>)(.*?)(</title>)");

    /** @param html what has passed the gate */
    static Vorlage aus(String name, String html) {
        Map<String, String> kopf = Vorlagentor.kopf(html);
        Matcher titel = TITEL.matcher(html);
        if (!titel.find()) {
            throw new IllegalStateException("template " + name + " has no title");
        }
        return new Vorlage(name, Integer.parseInt(kopf.getOrDefault("reihenfolge", "1000")), kopf.getOrDefault("beschreibung", ""),
                liste(kopf.get("anforderungen")), liste(kopf.get("ab")), liste(kopf.get("entscheidung")),
                html.substring(0, titel.end(1)), Ausfuellung.lies(titel.group(2)), Ausfuellung.lies(html.substring(titel.start(3))));
    }

    private static List<String> liste(String woerter) {
        return woerter == null ? List.of() : Arrays.stream(woerter.split(",")).map(String::strip).filter(w -> !w.isEmpty()).toList();
    }
}
