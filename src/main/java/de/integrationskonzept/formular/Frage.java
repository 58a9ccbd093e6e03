package de.integrationskonzept.formular;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A field of a form in the words that staff read: what it asks, what can be chosen, and how an answer reads. */
public final class Frage {

    /** Choices within an expression, for when the file no longer holds what the expression looks at. */
    private static final Pattern GENANNT = Pattern.compile("label: \"([^\"]*)\", value: \"([^\"]*)\"|value: \"([^\"]*)\", label: \"([^\"]*)\"");

    private final Feld feld;

    Frage(Feld feld) {
        this.feld = feld;
    }

    /** The key, which is the name of the variable or of the column. */
    public String schluessel() {
        return feld.schluessel();
    }

    /** What stands above the field. */
    public String beschriftung() {
        return feld.beschriftung();
    }

    /** The type in the form schema, for example {@code textfield}. */
    public String typ() {
        return feld.typ();
    }

    /** Whether the field only shows what was answered elsewhere. */
    public boolean zeigtNur() {
        return feld.gesperrt() || feld.istErrechnet();
    }

    /** The columns of a list or the fields of a group, in the order of the form; empty for other fields. */
    public List<Frage> spalten() {
        return aus(feld.kinder()).toList();
    }

    /**
     * What can be chosen: value and what staff read.
     *
     * @param angaben plain values of the file that an expression of the form may look at
     */
    public Map<String, String> auswahl(Map<String, Object> angaben) {
        Map<String, String> auswahl = new LinkedHashMap<>();
        feld.schema().path("values").forEach(w -> auswahl.putIfAbsent(w.path("value").asText(), w.path("label").asText()));
        Object errechnet = Feld.feel(feld.schema().path("valuesExpression")).map(ausdruck -> Feel.werte(ausdruck, angaben))
                .orElseGet(() -> feld.schema().hasNonNull("valuesKey") ? angaben.get(feld.schema().get("valuesKey").asText()) : null);
        if (errechnet instanceof List<?> liste) {
            liste.forEach(eines -> {
                if (eines instanceof Map<?, ?> m && m.get("value") != null && m.get("label") != null) {
                    auswahl.putIfAbsent(m.get("value").toString(), m.get("label").toString());
                }
            });
        }
        Matcher genannt = GENANNT.matcher(feld.schema().path("valuesExpression").asText(""));
        while (genannt.find()) {
            boolean erst = genannt.group(1) != null;
            auswahl.putIfAbsent(genannt.group(erst ? 2 : 3), genannt.group(erst ? 1 : 4));
        }
        return auswahl;
    }

    /**
     * The answer in plain German, lists row by row; empty when there is none.
     *
     * @param angaben as for {@link #auswahl}
     */
    public String klartext(JsonNode antwort, Map<String, Object> angaben) {
        return Klartext.von(antwort, feld, this, angaben);
    }

    /** Whether this looks like an answer to this question, for answers that were handed on and whose form is not at hand. */
    public boolean passtZu(JsonNode antwort, Map<String, Object> angaben) {
        return switch (feld.typ()) {
            case "radio", "select" -> antwort.isTextual() && auswahl(angaben).containsKey(antwort.asText());
            case "checklist", "taglist" -> antwort.isArray() && StreamSupport.stream(antwort.spliterator(), false)
                    .allMatch(a -> auswahl(angaben).containsKey(a.asText()));
            case "dynamiclist" -> antwort.isArray() && StreamSupport.stream(antwort.spliterator(), false).allMatch(JsonNode::isObject);
            case "group" -> antwort.isObject();
            case "number" -> antwort.isNumber();
            case "checkbox" -> antwort.isBoolean();
            case "datetime" -> antwort.isTextual() && Klartext.istZeit(antwort.asText());
            default -> antwort.isTextual();
        };
    }

    static Stream<Frage> aus(List<Feld> felder) {
        return felder.stream().flatMap(f -> f.istGruppe() && !f.istObjekt() ? aus(f.kinder())
                : f.nurAnzeige() || f.schluessel() == null ? Stream.of() : Stream.of(new Frage(f)));
    }
}
