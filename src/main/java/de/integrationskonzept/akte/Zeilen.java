package de.integrationskonzept.akte;

import java.util.List;
import java.util.Objects;
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
        if (liste instanceof SpinJsonNode alt && alt.isArray()) {
            alt.elements().stream().filter(zeile -> !schluessel.equals(text(zeile, spalten.get(0)))).forEach(neu::append);
        }
        SpinJsonNode zeile = Spin.JSON("{}");
        spalten.forEach(spalte -> setze(zeile, spalte, werte.apply(spalte)));
        return neu.append(zeile);
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
