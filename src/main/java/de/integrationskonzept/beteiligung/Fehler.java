package de.integrationskonzept.beteiligung;

import de.integrationskonzept.formular.Feld;
import de.integrationskonzept.formular.Formular;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something to correct.
 *
 * @param stelle name of the field in the page, null when it is no field of it
 */
record Fehler(String stelle, String satz) {

    /** A field of the page: its name there, what people read above it, and in which row it is. */
    private record Stelle(String name, String beschriftung, String ort) {

        private boolean gemeint(String satz) {
            return satz.startsWith(ort) && satz.substring(ort.length()).contains("„" + beschriftung + "“");
        }
    }

    /** The sentences of the form, each with the field that it is about. */
    static List<Fehler> zu(Formular formular, Map<String, Object> kontext, List<String> saetze) {
        List<Stelle> stellen = new ArrayList<>();
        sammle(formular.felder(), kontext, "", "", stellen);
        return saetze.stream().map(satz -> new Fehler(stellen.stream().filter(stelle -> stelle.gemeint(satz)).map(Stelle::name).findFirst().orElse(null),
                satz)).toList();
    }

    private static void sammle(List<Feld> felder, Map<String, Object> kontext, String vorsatz, String ort, List<Stelle> stellen) {
        for (Feld feld : felder) {
            if (feld.istListe() && kontext.get(feld.schluessel()) instanceof List<?> zeilen) {
                for (int i = 0; i < zeilen.size(); i++) {
                    sammle(feld.kinder(), kontext, feld.schluessel() + "." + i + ".", "Zeile " + (i + 1) + " in „" + feld.beschriftung() + "“", stellen);
                }
            } else if (feld.istGruppe()) {
                sammle(feld.kinder(), kontext, vorsatz, ort, stellen);
            } else if (!feld.nurAnzeige() && !feld.gesperrt() && feld.schluessel() != null) {
                stellen.add(new Stelle(vorsatz + feld.schluessel(), feld.beschriftung(), ort));
            }
        }
    }
}
