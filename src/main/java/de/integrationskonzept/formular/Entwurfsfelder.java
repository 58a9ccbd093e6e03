package de.integrationskonzept.formular;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What of unfinished answers belongs to a form: its questions, in the shape in which they are answered. Whether the answers
 * are right is asked when the task is completed. What only shows, is computed or kept nowhere is left out.
 */
final class Entwurfsfelder {

    private final List<String> fremd = new ArrayList<>();
    private final List<String> unpassend = new ArrayList<>();
    private final Map<String, Object> angaben;

    /** @param gesendet plain values by key */
    Entwurfsfelder(Formular formular, Map<String, Object> gesendet) {
        angaben = behalte(formular.felder(), gesendet, false);
    }

    /** What is kept. */
    Map<String, Object> angaben() {
        return angaben;
    }

    /** Keys that the form does not know. */
    List<String> fremd() {
        return fremd;
    }

    /** Labels of fields whose value cannot be one of theirs. */
    List<String> unpassend() {
        return unpassend;
    }

    /** Labels of fields whose answers are kept nowhere. */
    static List<String> fluechtige(Formular formular) {
        return flach(formular.felder()).values().stream().filter(Feld::istFluechtig).map(Feld::beschriftung).toList();
    }

    private static Map<String, Feld> flach(List<Feld> felder) {
        Map<String, Feld> flach = new LinkedHashMap<>();
        for (Feld feld : felder) {
            if (feld.istGruppe() && !feld.istObjekt()) {
                flach.putAll(flach(feld.kinder()));
            } else if (!feld.nurAnzeige() && feld.schluessel() != null) {
                flach.putIfAbsent(feld.schluessel(), feld);
            }
        }
        return flach;
    }

    /** @param ganz rows and groups are one value, so what only shows in them stays: rows are known by it */
    private Map<String, Object> behalte(List<Feld> felder, Map<?, ?> gesendet, boolean ganz) {
        Map<String, Feld> bekannt = flach(felder);
        Map<String, Object> behalten = new LinkedHashMap<>();
        gesendet.forEach((schluessel, wert) -> {
            Feld feld = bekannt.get(String.valueOf(schluessel));
            if (feld == null) {
                fremd.add(String.valueOf(schluessel));
            } else if (!feld.istFluechtig() && (ganz || !feld.gesperrt() && !feld.istErrechnet())) {
                wert(feld, wert).ifPresentOrElse(w -> behalten.put(feld.schluessel(), w), () -> {
                    if (wert == null) {
                        behalten.put(feld.schluessel(), null);
                    } else {
                        unpassend.add(feld.beschriftung());
                    }
                });
            }
        });
        return behalten;
    }

    private Optional<Object> wert(Feld feld, Object wert) {
        return Optional.ofNullable(switch (feld.typ()) {
            case "dynamiclist" -> wert instanceof List<?> zeilen && zeilen.stream().allMatch(z -> z instanceof Map)
                    ? zeilen.stream().map(z -> behalte(feld.kinder(), (Map<?, ?>) z, true)).collect(Collectors.toList()) : null;
            case "group" -> wert instanceof Map<?, ?> objekt ? behalte(feld.kinder(), objekt, true) : null;
            case "checklist", "taglist" -> wert instanceof List<?> liste && liste.stream().allMatch(Entwurfsfelder::einfach) ? liste : null;
            case "checkbox" -> wert instanceof Boolean ? wert : null;
            case "number" -> wert instanceof Number || wert instanceof String ? wert : null;
            case "textfield", "textarea", "datetime" -> wert instanceof String ? wert : null;
            default -> einfach(wert) ? wert : null;
        });
    }

    private static boolean einfach(Object wert) {
        return wert instanceof String || wert instanceof Number || wert instanceof Boolean;
    }
}
