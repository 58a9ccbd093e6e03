package de.integrationskonzept.formular;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;

/** Something that must be refused: a change to valid answers, and what the sentence says about it. */
record Verstoss(String name, Map<String, Object> aenderung, String satz) {

    static Verstoss verstoss(String name, String feld, Object wert, String satz) {
        Map<String, Object> aenderung = new HashMap<>();
        aenderung.put(feld, wert);
        return new Verstoss(name, aenderung, satz);
    }

    static Verstoss verstoss(String name, Map<String, Object> aenderung, String satz) {
        return new Verstoss(name, aenderung, satz);
    }

    /** A text too long. */
    static String lang(int zeichen) {
        return "x".repeat(zeichen);
    }

    static TypedValue json(String text) {
        return SpinValues.jsonValue(text).create();
    }

    @Override
    public String toString() {
        return name;
    }
}
