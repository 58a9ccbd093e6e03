package de.integrationskonzept.modell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/**
 * A form as it is compared.
 *
 * @param felder all of them in the order of the page, those of groups and lists after these
 * @param angaben what is said of the form as a whole
 */
record Formularbild(List<Feld> felder, Map<String, String> angaben) {

    /** Marks of emphasis, but not the star between letters: Einwohner*innen. */
    private static final Pattern AUSZEICHNUNG = Pattern.compile("[_`#]|(?<!\\p{L})\\*|\\*(?!\\p{L})");
    private static final Set<String> OHNE_BELANG = Set.of("id", "key", "path", "type", "components", "layout", "schemaVersion", "exporter",
            "executionPlatform", "executionPlatformVersion");
    private static final Set<String> AUS_WENN_FALSCH = Set.of("required", "readonly", "disabled", "disallowPassedDates");

    /**
     * @param schluessel under which the answer is kept; null for what only shows
     * @param darin the group or list in which it lies; null for the page itself
     * @param anordnung how wide it is, and whether it stands beside the one before
     */
    record Feld(String id, String schluessel, Feld darin, String art, Map<String, String> angaben, String anordnung) {

        /** What people read at it, empty when there is nothing to read. */
        String titel() {
            return Stream.of("label", "dateLabel", "timeLabel", "text", "content").map(angaben::get).filter(text -> text != null && !text.isBlank())
                    .findFirst().map(text -> Worte.zeile(AUSZEICHNUNG.matcher(Jsoup.parse(text).text()).replaceAll(""))).orElse("");
        }

        /** Keys, or ids, of what it lies in. */
        String pfad() {
            return darin == null ? "" : darin.pfad() + "/" + (darin.schluessel == null ? darin.id : darin.schluessel);
        }

        boolean pflicht() {
            return "true".equals(angaben.get("validate/required"));
        }
    }

    static Formularbild aus(JsonNode formular) {
        List<Feld> felder = new ArrayList<>();
        lies(formular.path("components"), null, felder);
        return new Formularbild(felder, angaben(formular));
    }

    private static void lies(JsonNode komponenten, Feld darin, List<Feld> felder) {
        String reihe = null;
        for (JsonNode komponente : komponenten) {
            String diese = komponente.path("layout").path("row").asText(null);
            Feld feld = new Feld(komponente.path("id").asText(""), Stream.of("key", "path").map(komponente::path).filter(k -> !k.asText("").isBlank())
                    .map(JsonNode::asText).findFirst().orElse(null), darin, komponente.path("type").asText(""), angaben(komponente),
                    komponente.path("layout").path("columns").asText("") + (diese != null && diese.equals(reihe)));
            felder.add(feld);
            reihe = diese;
            lies(komponente.path("components"), feld, felder);
        }
    }

    private static Map<String, String> angaben(JsonNode objekt) {
        Map<String, String> angaben = new LinkedHashMap<>();
        objekt.properties().stream().filter(e -> !OHNE_BELANG.contains(e.getKey())).sorted(Map.Entry.comparingByKey())
                .forEach(e -> angabe(e.getKey(), e.getKey(), e.getValue(), angaben));
        return angaben;
    }

    private static void angabe(String pfad, String name, JsonNode wert, Map<String, String> angaben) {
        if (wert.isObject()) {
            wert.properties().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> angabe(pfad.equals("properties") ? pfad + ":" + e.getKey()
                    : pfad + "/" + e.getKey(), e.getKey(), e.getValue(), angaben));
        } else if (wert.isArray()) {
            wert.forEach(eintrag -> angaben.put(pfad + ":" + eintrag.path("value").asText(eintrag.path("key").asText(eintrag.toString())),
                    eintrag.path("label").asText(eintrag.path("value").asText(eintrag.asText()))));
        } else if (!wert.asText("").isBlank() && !wert.isNull() && !(AUS_WENN_FALSCH.contains(name) && !wert.asBoolean())) {
            angaben.put(pfad, name.equals("text") || name.equals("content") ? wert.asText().strip() : Worte.zeile(wert.asText()));
        }
    }
}
