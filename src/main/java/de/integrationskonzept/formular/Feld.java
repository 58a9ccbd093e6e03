package de.integrationskonzept.formular;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One component of a Camunda Form, with its children.
 *
 * @param typ the type in the form schema, for example {@code textfield}
 * @param schluessel the key under which its value arrives, null for what shows only
 * @param schema the component as it stands in the form
 */
public record Feld(String typ, String schluessel, JsonNode schema, List<Feld> kinder) {

    /** Marks of emphasis, but not the star between letters: Einwohner*innen. */
    private static final Pattern AUSZEICHNUNG = Pattern.compile("[_`#]|(?<!\\p{L})\\*|\\*(?!\\p{L})");

    private static final Set<String> NUR_ANZEIGE = Set.of("text", "html", "image", "separator", "spacer", "button",
            "table", "iframe", "documentPreview");

    static List<Feld> aus(JsonNode komponenten) {
        List<Feld> felder = new ArrayList<>();
        komponenten.forEach(k -> felder.add(new Feld(k.path("type").asText(),
                k.hasNonNull("key") ? k.get("key").asText() : k.hasNonNull("path") ? k.get("path").asText() : null,
                k, aus(k.path("components")))));
        return felder;
    }

    public boolean nurAnzeige() {
        return NUR_ANZEIGE.contains(typ);
    }

    public boolean istListe() {
        return typ.equals("dynamiclist");
    }

    /** A frame around fields; with a path its fields arrive together as one object. */
    public boolean istGruppe() {
        return typ.equals("group");
    }

    boolean istObjekt() {
        return istGruppe() && schluessel != null && !schluessel.isBlank();
    }

    /** What staff read above the field, without markup. */
    public String beschriftung() {
        String label = schema.path("label").asText(schema.path("dateLabel").asText(schema.path("timeLabel").asText("")));
        return label.isBlank() ? schluessel : AUSZEICHNUNG.matcher(label).replaceAll("").strip();
    }

    public JsonNode regel(String name) {
        return schema.path("validate").path(name);
    }

    public boolean pflicht() {
        return regel("required").asBoolean(false);
    }

    public boolean gesperrt() {
        return abgeschaltet() || schema.path("readonly").asBoolean(false);
    }

    boolean abgeschaltet() {
        return schema.path("disabled").asBoolean(false);
    }

    boolean istErrechnet() {
        return typ.equals("expression");
    }

    /** What the form presets, null for nothing. */
    public Object vorgabe() {
        JsonNode vorgabe = schema.path("defaultValue");
        return vorgabe.isNumber() ? vorgabe.numberValue() : vorgabe.isBoolean() ? (Object) vorgabe.booleanValue()
                : vorgabe.asText(null);
    }

    /** The empty value that the browser sends for a field of this type that has no answer. */
    boolean istLeer(Object wert) {
        return wert == null || switch (typ) {
            case "textfield", "textarea" -> "".equals(wert);
            case "checkbox" -> Boolean.FALSE.equals(wert);
            case "checklist", "taglist", "dynamiclist" -> wert instanceof List<?> liste && liste.isEmpty();
            case "group" -> wert instanceof Map<?, ?> objekt && objekt.isEmpty();
            default -> false;
        };
    }

    /** A property that an admin gives the component in the Modeler, for example {@code capability}. */
    public Optional<String> eigenschaft(String name) {
        return Optional.ofNullable(schema.path("properties").path(name).asText(null));
    }

    /**
     * A text that the model uses at once and nobody keeps ({@code aufbewahren = nein}), for example the addresses of all
     * staff: no variable of the file, no history, and longer than the engine could store.
     */
    boolean istFluechtig() {
        return typ.equals("textarea") && eigenschaft("aufbewahren").filter("nein"::equals).isPresent();
    }

    /** A property that is a number; what is none counts as not given. */
    int anzahl(String name, int sonst) {
        return eigenschaft(name).filter(text -> text.matches("\\d{1,6}")).map(Integer::valueOf).orElse(sonst);
    }

    /** Whether the form hides the field from somebody who sees these values. */
    public boolean verborgen(Map<String, Object> werte) {
        return verborgenWenn().filter(bedingung -> Feel.trifftZu(bedingung, werte)).isPresent();
    }

    /** The same before anything is answered: what depends on one of these keys counts as shown. */
    public boolean verborgen(Map<String, Object> werte, Set<String> offen) {
        return verborgen(werte) && offen.stream().noneMatch(name -> verborgenWenn().orElse("").matches("(?s)(.*\\W)?" + Pattern.quote(name) + "(\\W.*)?"));
    }

    /** What can be chosen in it: value and what people read, in the order of the form. */
    public Map<Object, String> angebot(Map<String, Object> werte) {
        return Feldregel.angebot(this, werte);
    }

    /** What an expression of the form comes to, null when it comes to nothing. */
    public static Object errechne(String ausdruck, Map<String, Object> werte) {
        return Feel.werte(ausdruck, werte);
    }

    /** The FEEL expression that hides the field, without the leading equals sign. */
    Optional<String> verborgenWenn() {
        return feel(schema.path("conditional").path("hide"));
    }

    static Optional<String> feel(JsonNode text) {
        String ausdruck = text.asText("").strip();
        return ausdruck.startsWith("=") ? Optional.of(ausdruck.substring(1).strip()) : Optional.empty();
    }
}
