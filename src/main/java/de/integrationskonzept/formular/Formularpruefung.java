package de.integrationskonzept.formular;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.integrationskonzept.engine.FeelExpressions;
import de.integrationskonzept.engine.Finding;
import de.integrationskonzept.engine.ModelCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which forms may be deployed: those whose every rule the server can hold ({@link Formularzwang}), and that carry nothing
 * which the browser of whoever opens them would carry out or fetch from elsewhere.
 */
@Component
class Formularpruefung implements ModelCheck {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private static final Set<String> WURZEL = woerter("id type components schemaVersion versionTag exporter executionPlatform "
            + "executionPlatformVersion");
    private static final String UEBERALL = "id type layout conditional properties ";
    private static final String FELD = UEBERALL + "label key description disabled readonly defaultValue validate ";
    private static final String AUSWAHL = FELD + "values valuesKey valuesExpression searchable ";
    private static final String RAHMEN = UEBERALL + "label path components showOutline verticalAlignment ";

    /** Kinds of component, each with what may be set on it. */
    private static final Map<String, Set<String>> ARTEN = Map.ofEntries(
            art("textfield", FELD + "appearance"), art("textarea", FELD), art("checkbox", FELD),
            art("number", FELD + "appearance decimalDigits increment serializeToString"),
            art("radio", AUSWAHL), art("select", AUSWAHL), art("checklist", AUSWAHL), art("taglist", AUSWAHL),
            art("datetime", FELD + "dateLabel timeLabel subtype disallowPassedDates timeSerializingFormat timeInterval use24h"),
            art("expression", UEBERALL + "key expression computeOn"),
            art("group", RAHMEN), art("dynamiclist", RAHMEN + "description isRepeating allowAddRemove defaultRepetitions disableCollapse "
                    + "nonCollapsedItems"),
            art("text", UEBERALL + "text"), art("html", UEBERALL + "content"), art("image", UEBERALL + "source alt"),
            art("table", UEBERALL + "label dataSource rowCount columns columnsExpression"),
            art("separator", UEBERALL), art("spacer", UEBERALL + "height"), art("button", UEBERALL + "label key action"));

    private static final Map<String, Set<String>> DARIN = Map.of(
            "layout", woerter("row columns"), "conditional", woerter("hide"), "appearance", woerter("prefixAdorner suffixAdorner"),
            "validate", woerter("required minLength maxLength min max pattern patternErrorMessage validationType"));

    /** Where an expression decides nothing, or something that the server works out as well. */
    private static final Set<String> RECHNET = woerter("hide valuesExpression expression dataSource columnsExpression label dateLabel timeLabel "
            + "description text content alt prefixAdorner suffixAdorner");

    private static final Pattern FREMDES = Pattern.compile("(javascript|vbscript|data|file):", Pattern.CASE_INSENSITIVE);
    private static final Pattern BILD = Pattern.compile("data:image/(png|jpeg|gif);base64,[A-Za-z0-9+/=]+");
    private static final Pattern HTML = Pattern.compile("<[a-zA-Z/!?][^<>]*>?");
    private static final Pattern ERLAUBTES_HTML = Pattern.compile("</?(p|br|hr|b|strong|i|em|u|small|sub|sup|ul|ol|li|h[1-6]|table|thead|tbody|tr|"
            + "th|td|div|span|a|blockquote|code|pre)\\s*/?>|<a href=\"(https?://|mailto:|/)[^\"<>]*\">");

    @Override
    public List<Finding> check(String datei, byte[] inhalt) {
        if (!datei.endsWith(".form")) {
            return List.of();
        }
        List<Finding> befunde = new ArrayList<>();
        try {
            JsonNode formular = JSON.readTree(inhalt);
            if (formular == null || !formular.path("id").isTextual() || !formular.path("components").isArray()) {
                return List.of(new Finding(datei, null, "Das ist kein Camunda-Formular. Bitte speichern Sie die Datei im Camunda Modeler neu."));
            }
            unbekannt(formular, WURZEL).forEach(name -> befunde.add(new Finding(datei, null, nichtVorgesehen(name))));
            komponenten(formular.path("components"), (feld, grund) -> befunde.add(new Finding(datei, feld.path("id").asText(null), ort(feld), grund, false)));
        } catch (IOException unlesbar) {
            befunde.add(new Finding(datei, null, "Die Datei ist kein lesbares JSON. Bitte speichern Sie sie im Camunda Modeler neu."));
        }
        return befunde;
    }

    private interface Melder {

        void melde(JsonNode feld, String grund);
    }

    private static void komponenten(JsonNode felder, Melder melder) {
        felder.forEach(feld -> {
            Set<String> erlaubt = ARTEN.get(feld.path("type").asText());
            if (erlaubt == null) {
                melder.melde(feld, "Bausteine der Art „" + feld.path("type").asText() + "“ sind in Formularen nicht zugelassen, weil der "
                        + "Server sie nicht prüfen kann. Bitte verwenden Sie einen anderen.");
            } else {
                unbekannt(feld, erlaubt).forEach(name -> melder.melde(feld, nichtVorgesehen(name)));
                feld.fields().forEachRemaining(angabe -> angabe(feld, angabe.getKey(), angabe.getValue(), melder));
            }
            komponenten(feld.path("components"), melder);
        });
    }

    private static void angabe(JsonNode feld, String name, JsonNode wert, Melder melder) {
        if (name.equals("components")) {
            return;
        }
        if (name.equals("action") && !Set.of("submit", "reset").contains(wert.asText())) {
            melder.melde(feld, "Eine Schaltfläche kann hier nur absenden oder zurücksetzen. Bitte ändern Sie ihre Aktion.");
        } else if (name.equals("source") && !BILD.matcher(wert.asText()).matches()) {
            melder.melde(feld, "Bilder müssen im Formular selbst liegen (PNG, JPEG oder GIF als Daten-URL). Bitte betten Sie das Bild ein.");
        } else if (wert.isTextual() && !name.equals("source")) {
            text(feld, name, wert.asText(), melder);
        } else if (wert.isObject() && DARIN.containsKey(name)) {
            unbekannt(wert, DARIN.get(name)).forEach(darin -> melder.melde(feld, nichtVorgesehen(name + "." + darin)));
        }
        if (wert.isContainerNode()) {
            wert.fields().forEachRemaining(darin -> angabe(feld, darin.getKey(), darin.getValue(), melder));
            if (wert.isArray()) {
                wert.forEach(eines -> angabe(feld, name.equals("columns") ? "label" : name, eines, melder));
            }
        }
    }

    private static void text(JsonNode feld, String name, String text, Melder melder) {
        if (text.strip().startsWith("=")) {
            if (RECHNET.contains(name)) {
                FeelExpressions.refuse(text.strip().substring(1)).ifPresent(grund -> melder.melde(feld, grund));
            } else {
                melder.melde(feld, "Die Angabe „" + name + "“ lässt sich nicht errechnen, weil der Server sie sonst nicht prüfen kann. Bitte "
                        + "tragen Sie einen festen Wert ein.");
            }
        }
        if (FREMDES.matcher(text.replaceAll("[\\s\\p{Cntrl}]|&(#\\w+|Tab|NewLine|colon);?", "")).find() || text.contains("&#")) {
            melder.melde(feld, "Der Text enthält einen Verweis, der im Browser etwas ausführen oder fremde Inhalte laden kann. Bitte entfernen "
                    + "Sie ihn.");
        }
        HTML.matcher(text).results().map(treffer -> treffer.group()).filter(marke -> !ERLAUBTES_HTML.matcher(marke).matches()).findFirst()
                .ifPresent(marke -> melder.melde(feld, "Die Auszeichnung „" + marke + "“ ist nicht zugelassen. Bitte verwenden Sie nur "
                        + "einfache Auszeichnungen wie <b> oder <p>, ohne Attribute."));
    }

    private static List<String> unbekannt(JsonNode knoten, Set<String> erlaubt) {
        List<String> namen = new ArrayList<>();
        knoten.fieldNames().forEachRemaining(namen::add);
        namen.removeAll(erlaubt);
        return namen;
    }

    private static String nichtVorgesehen(String name) {
        return "Die Einstellung „" + name + "“ ist hier nicht zugelassen, weil der Server sie nicht prüfen kann. Bitte entfernen Sie sie.";
    }

    private static String ort(JsonNode feld) {
        String name = Stream.of("label", "dateLabel", "timeLabel", "key").map(n -> feld.path(n).asText("")).filter(t -> !t.isBlank()).findFirst()
                .map(t -> " „" + t + "“").orElse("");
        return feld.path("type").asText() + name + " (" + feld.path("id").asText() + ")";
    }

    private static Map.Entry<String, Set<String>> art(String name, String angaben) {
        return Map.entry(name, woerter(angaben));
    }

    private static Set<String> woerter(String namen) {
        return Stream.of(namen.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
