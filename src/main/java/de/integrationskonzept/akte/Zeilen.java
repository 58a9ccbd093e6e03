package de.integrationskonzept.akte;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** Lists of rows as Json variables. */
final class Zeilen {

    private Zeilen() {
    }

    /** The list with one row more, made of the named values; an older row with the same first column gives way. */
    static SpinJsonNode mit(Object liste, List<String> spalten, Function<String, Object> werte) {
        SpinJsonNode neu = Spin.JSON("[]");
        String schluessel = Objects.toString(werte.apply(spalten.get(0)), "");
        in(liste).stream().filter(zeile -> !schluessel.equals(text(zeile, spalten.get(0)))).forEach(neu::append);
        return neu.append(zeile(spalten, werte));
    }

    static SpinJsonNode zeile(List<String> spalten, Function<String, Object> werte) {
        SpinJsonNode zeile = Spin.JSON("{}");
        spalten.forEach(spalte -> setze(zeile, spalte, werte.apply(spalte)));
        return zeile;
    }

    /** The list with these rows in it; a row with the same key keeps the columns that the new one does not name. */
    static SpinJsonNode verbunden(Object liste, List<SpinJsonNode> zeilen, String schluessel) {
        List<SpinJsonNode> alle = new ArrayList<>(in(liste));
        for (SpinJsonNode zeile : zeilen) {
            Optional<SpinJsonNode> vorhanden = finde(alle, schluessel, text(zeile, schluessel));
            vorhanden.ifPresent(alt -> zeile.fieldNames().forEach(spalte -> alt.prop(spalte, zeile.prop(spalte))));
            if (vorhanden.isEmpty()) {
                alle.add(zeile);
            }
        }
        SpinJsonNode neu = Spin.JSON("[]");
        alle.forEach(neu::append);
        return neu;
    }

    /** The rows of a list, none when it is no list. */
    static List<SpinJsonNode> in(Object liste) {
        return liste instanceof SpinJsonNode json && json.isArray() ? json.elements() : List.of();
    }

    static Optional<SpinJsonNode> finde(Object liste, String schluessel, String wert) {
        return finde(in(liste), schluessel, wert);
    }

    private static Optional<SpinJsonNode> finde(List<SpinJsonNode> zeilen, String schluessel, String wert) {
        return zeilen.stream().filter(zeile -> wert.equals(text(zeile, schluessel))).findFirst();
    }

    /** The columns of a row as values of the engine: texts, numbers, truths; lists and objects stay Json. */
    static Map<String, Object> spalten(SpinJsonNode zeile) {
        Map<String, Object> werte = new LinkedHashMap<>();
        zeile.fieldNames().forEach(name -> werte.put(name, wert(zeile.prop(name))));
        return werte;
    }

    private static Object wert(SpinJsonNode zelle) {
        return zelle.isNull() ? null : zelle.isValue() ? zelle.value() : zelle;
    }

    private static String text(SpinJsonNode zeile, String spalte) {
        return zeile.hasProp(spalte) && zeile.prop(spalte).isString() ? zeile.prop(spalte).stringValue() : "";
    }

    private static void setze(SpinJsonNode zeile, String spalte, Object wert) {
        if (wert instanceof SpinJsonNode json) {
            zeile.prop(spalte, json);
        } else if (wert instanceof Boolean wahr) {
            zeile.prop(spalte, wahr);
        } else if (wert instanceof Number zahl) {
            zeile.prop(spalte, zahl);
        } else if (wert != null) {
            zeile.prop(spalte, wert.toString());
        }
    }
}
