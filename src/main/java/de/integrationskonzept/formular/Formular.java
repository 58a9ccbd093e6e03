package de.integrationskonzept.formular;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Camunda Form as the server reads it: what may arrive, and what must.
 *
 * @param id the id in the JSON, which models name in {@code camunda:formRef}
 */
public record Formular(String id, List<Feld> felder) {

    static Formular aus(JsonNode schema) {
        return new Formular(schema.path("id").asText(), Feld.aus(schema.path("components")));
    }

    /**
     * Holds answers against the form.
     *
     * @param gesendet what was sent, plain values by key
     * @param vorhanden what there is already, for fields that were not sent and for conditions
     * @return what to correct, a sentence each, in the order of the form; empty when all is well
     */
    public List<String> pruefe(Map<String, Object> gesendet, Map<String, Object> vorhanden) {
        return Pruefung.pruefe(this, gesendet, vorhanden);
    }

    /** The keys under which values may arrive: top-level fields, and lists and groups as a whole. */
    Set<String> schluessel() {
        Set<String> schluessel = new HashSet<>();
        sammle(felder, schluessel);
        return schluessel;
    }

    /** The keys of top-level texts that are not kept. */
    Set<String> fluechtige() {
        return flach(felder).filter(f -> f.istFluechtig() && schluessel().contains(f.schluessel())).map(Feld::schluessel)
                .collect(Collectors.toSet());
    }

    private static void sammle(List<Feld> felder, Set<String> schluessel) {
        for (Feld feld : felder) {
            if (feld.istGruppe() && !feld.istObjekt()) {
                sammle(feld.kinder(), schluessel);
            } else if (!feld.nurAnzeige() && feld.schluessel() != null) {
                schluessel.add(feld.schluessel());
            }
        }
    }

    /** The key of the first field with that property, for example the checkbox with {@code capability=imAuftrag}. */
    public Optional<String> feldMit(String eigenschaft, String wert) {
        return flach(felder).filter(f -> f.eigenschaft(eigenschaft).filter(wert::equals).isPresent())
                .map(Feld::schluessel).findFirst();
    }

    /** What can be chosen in that field: value and what staff read, in the order of the form; empty without such a field. */
    public Map<String, String> auswahl(String schluessel) {
        Map<String, String> auswahl = new LinkedHashMap<>();
        flach(felder).filter(f -> schluessel.equals(f.schluessel())).forEach(f -> f.schema().path("values")
                .forEach(w -> auswahl.put(w.path("value").asText(), w.path("label").asText())));
        return auswahl;
    }

    /** All FEEL expressions of the form: they may look at values of the file that are no fields. */
    Stream<String> ausdruecke() {
        return flach(felder).flatMap(f -> Stream.of(f.verborgenWenn(), Feld.feel(f.schema().path("valuesExpression")),
                        Feld.feel(f.schema().path("expression")),
                        Optional.ofNullable(f.schema().path("valuesKey").asText(null))))
                .flatMap(Optional::stream);
    }

    private static Stream<Feld> flach(List<Feld> felder) {
        return felder.stream().flatMap(f -> Stream.concat(Stream.of(f), flach(f.kinder())));
    }
}
