package de.integrationskonzept.beteiligung;

import de.integrationskonzept.formular.Feld;
import de.integrationskonzept.formular.Formular;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a browser has sent for a form, as the values that the form asks for. Rows of a list are those of the file: a browser answers in
 * them, but adds none and changes nothing that only shows.
 */
final class Einsendung {

    private static final Pattern ZAHL = Pattern.compile("-?\\d{1,15}([.,]\\d{1,10})?");

    private final Map<String, String[]> gesendet;
    private final Map<String, Object> angaben;
    private final Set<String> fremd;

    /** @param gesendet by name of the field in the page; {@code kontext} what the form may show */
    Einsendung(Formular formular, Map<String, String[]> gesendet, Map<String, Object> kontext) {
        this.gesendet = gesendet;
        this.fremd = new TreeSet<>(gesendet.keySet());
        this.angaben = werte(formular.felder(), "", kontext);
    }

    /** By key; null for what was left empty. */
    Map<String, Object> angaben() {
        return angaben;
    }

    /** Names that the page does not have. */
    Set<String> fremd() {
        return fremd;
    }

    private Map<String, Object> werte(List<Feld> felder, String vorsatz, Map<?, ?> vorhanden) {
        Map<String, Object> werte = new LinkedHashMap<>();
        for (Feld feld : felder) {
            Object alt = feld.schluessel() == null ? null : vorhanden.get(feld.schluessel());
            if (feld.istListe()) {
                werte.put(feld.schluessel(), zeilen(feld, vorsatz, alt));
            } else if (feld.istGruppe()) {
                werte.putAll(werte(feld.kinder(), vorsatz, vorhanden));
            } else if (feld.gesperrt() && !vorsatz.isEmpty()) {
                werte.put(feld.schluessel(), alt);
            } else if (!feld.nurAnzeige() && !feld.gesperrt() && feld.schluessel() != null) {
                werte.put(feld.schluessel(), wert(feld, vorsatz + feld.schluessel()));
            }
        }
        return werte;
    }

    private List<Object> zeilen(Feld liste, String vorsatz, Object alt) {
        List<Object> zeilen = new ArrayList<>();
        if (alt instanceof List<?> alte) {
            for (int i = 0; i < alte.size(); i++) {
                zeilen.add(werte(liste.kinder(), vorsatz + liste.schluessel() + "." + i + ".", alte.get(i) instanceof Map<?, ?> zeile ? zeile : Map.of()));
            }
        }
        return zeilen;
    }

    private Object wert(Feld feld, String name) {
        fremd.remove(name);
        String[] texte = Arrays.stream(gesendet.getOrDefault(name, new String[0])).filter(text -> !text.isBlank()).toArray(String[]::new);
        boolean mehrere = Set.of("checklist", "taglist").contains(feld.typ());
        if (feld.typ().equals("checkbox") && texte.length < 2) {
            return texte.length == 1;
        }
        // Several answers where one is asked for stay several, and the form refuses them.
        return mehrere || texte.length > 1 ? Arrays.stream(texte).map(text -> (Object) text).toList() : texte.length == 0 ? null : eines(feld, texte[0]);
    }

    private static Object eines(Feld feld, String text) {
        if (feld.typ().equals("number") && !feld.schema().path("serializeToString").asBoolean() && ZAHL.matcher(text.strip()).matches()) {
            BigDecimal zahl = new BigDecimal(text.strip().replace(',', '.'));
            return zahl.scale() <= 0 && zahl.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0 ? (Object) zahl.intValue() : zahl.doubleValue();
        }
        return text.replaceAll("\\R", "\n");
    }
}
