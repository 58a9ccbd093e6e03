package de.integrationskonzept.formular;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Somebody who fills in any form so that it is valid: what a story says, and for the rest something that fits. With a
 * {@link Random} the choices vary, without one they are the first offered.
 */
public final class Ausfueller {

    private final Random zufall;

    public Ausfueller(Random zufall) {
        this.zufall = zufall;
    }

    /**
     * @param vorhanden what the file already has; such values are kept for fields that the story does not name
     * @param vorgaben what the story says, by key
     */
    public Map<String, Object> fuelle(Formular formular, Map<String, Object> vorhanden, Map<String, Object> vorgaben) {
        Map<String, Object> kontext = new HashMap<>(vorhanden);
        Map<String, Object> werte = new LinkedHashMap<>();
        fuelle(formular.felder(), kontext, vorgaben, werte);
        return werte;
    }

    private void fuelle(List<Feld> felder, Map<String, Object> kontext, Map<String, Object> vorgaben, Map<String, Object> werte) {
        for (Feld feld : felder) {
            if (feld.verborgenWenn().filter(b -> Feel.trifftZu(b, kontext)).isPresent()) {
                kontext.remove(feld.schluessel());
            } else if (feld.istGruppe() && !feld.istObjekt()) {
                fuelle(feld.kinder(), kontext, vorgaben, werte);
            } else if (!feld.nurAnzeige() && feld.schluessel() != null && !feld.gesperrt()) {
                Object wert = vorgaben.containsKey(feld.schluessel()) ? vorgaben.get(feld.schluessel())
                        : gueltig(feld, kontext) ? kontext.get(feld.schluessel()) : wert(feld, kontext);
                if (wert != null) {
                    werte.put(feld.schluessel(), wert);
                    kontext.put(feld.schluessel(), wert);
                }
            }
        }
    }

    private static boolean gueltig(Feld feld, Map<String, Object> kontext) {
        Object wert = kontext.get(feld.schluessel());
        return !Pruefung.leer(wert) && Pruefung.pruefe(new Formular("", List.of(feld)), Map.of(feld.schluessel(), wert), kontext)
                .isEmpty();
    }

    private Object wert(Feld feld, Map<String, Object> kontext) {
        return switch (feld.typ()) {
            case "textfield", "textarea" -> text(feld);
            case "number" -> zahl(feld);
            case "checkbox" -> feld.pflicht() || !imAuftrag(feld) && zufall != null && zufall.nextBoolean();
            case "radio", "select" -> eine(Feldregel.moeglich(feld, kontext));
            case "checklist", "taglist" -> Feldregel.moeglich(feld, kontext);
            case "datetime" -> feld.schema().path("subtype").asText().equals("time") ? "10:30"
                    : feld.schema().path("disallowPassedDates").asBoolean(false) ? inEinemMonat() : "2027-03-01";
            case "dynamiclist" -> zeilen(feld, kontext);
            default -> null;
        };
    }

    private static String inEinemMonat() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.of("Europe/Berlin")).plusDays(30).toString();
    }

    private static boolean imAuftrag(Feld feld) {
        return feld.eigenschaft("capability").isPresent();
    }

    private static String text(Feld feld) {
        if (feld.istFluechtig()) { // so far these are addresses
            return "alle@musterstadt.example";
        }
        StringBuilder text = new StringBuilder("Angabe zu " + feld.beschriftung());
        while (text.length() < feld.regel("minLength").asInt(0)) {
            text.append(" und mehr");
        }
        int laengstens = feld.regel("maxLength").asInt(250);
        return text.length() > laengstens ? text.substring(0, laengstens).strip() : text.toString();
    }

    private static Object zahl(Feld feld) {
        return feld.regel("min").isNumber() ? Math.max(1, (int) Math.ceil(feld.regel("min").asDouble())) : 1;
    }

    private Object eine(List<Object> moeglich) {
        return moeglich.isEmpty() ? null : moeglich.get(zufall == null ? 0 : zufall.nextInt(moeglich.size()));
    }

    /** Rows that come from the file are neither added nor removed, and their locked columns go back as they came. */
    private List<Map<String, Object>> feste(Feld feld, List<?> vorhanden, Map<String, Object> kontext) {
        List<Map<String, Object>> zeilen = new ArrayList<>();
        for (Object alt : vorhanden) {
            Map<String, Object> zeile = new LinkedHashMap<>();
            feld.kinder().stream().filter(k -> k.gesperrt() && alt instanceof Map<?, ?> a && a.get(k.schluessel()) != null)
                    .forEach(k -> zeile.put(k.schluessel(), ((Map<?, ?>) alt).get(k.schluessel())));
            Map<String, Object> innen = new HashMap<>(kontext);
            innen.put("this", zeile);
            innen.put("parent", kontext);
            fuelle(feld.kinder(), innen, Map.of(), zeile);
            zeilen.add(zeile);
        }
        return zeilen;
    }

    private List<Map<String, Object>> zeilen(Feld feld, Map<String, Object> kontext) {
        if (!feld.schema().path("allowAddRemove").asBoolean(true) && kontext.get(feld.schluessel()) instanceof List<?> vorhanden) {
            return feste(feld, vorhanden, kontext);
        }
        int anzahl = Math.max(feld.eigenschaft("mindestens").map(Integer::valueOf).orElse(0), zufall == null ? 1 : zufall.nextInt(3));
        List<Map<String, Object>> zeilen = new ArrayList<>();
        for (int i = 0; i < anzahl; i++) {
            Map<String, Object> zeile = new LinkedHashMap<>();
            Map<String, Object> innen = new HashMap<>(kontext);
            innen.put("this", zeile);
            innen.put("parent", kontext);
            fuelle(feld.kinder(), innen, Map.of(), zeile);
            zeilen.add(zeile);
        }
        return zeilen;
    }
}
