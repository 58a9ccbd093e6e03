package de.integrationskonzept.formular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Holds what was sent against the form, in the order of the form: one German sentence per field that needs correcting.
 * A value that was not sent counts as the one that the file already has, so that a reopened form may leave it out.
 */
final class Pruefung {

    private final Map<String, Object> gesendet;
    private final List<String> saetze = new ArrayList<>();

    private Pruefung(Map<String, Object> gesendet) {
        this.gesendet = gesendet;
    }

    /**
     * @param gesendet what was sent, plain values by key
     * @param vorhanden what the file already has, for fields that were not sent and for conditions
     * @return what to correct, empty when all is well
     */
    static List<String> pruefe(Formular formular, Map<String, Object> gesendet, Map<String, Object> vorhanden) {
        Pruefung pruefung = new Pruefung(gesendet);
        Set<String> bekannt = formular.schluessel();
        gesendet.keySet().stream().filter(k -> !bekannt.contains(k)).forEach(pruefung::unbekannt);
        Map<String, Object> kontext = new HashMap<>(vorhanden);
        kontext.putAll(gesendet);
        pruefung.felder(formular.felder(), kontext, kontext, vorhanden, true);
        return pruefung.saetze;
    }

    private void unbekannt(String schluessel) {
        String kurz = schluessel.length() > 40 ? schluessel.substring(0, 40) + "…" : schluessel;
        saetze.add("Die Angabe „" + kurz.replaceAll("\\p{Cntrl}", "") + "“ gehört nicht zu diesem Formular.");
    }

    private void felder(List<Feld> felder, Map<String, Object> werte, Map<String, Object> kontext,
            Map<String, Object> vorher, boolean oben) {
        for (Feld feld : felder) {
            if (feld.verborgenWenn().filter(bedingung -> Feel.trifftZu(bedingung, kontext)).isPresent()) {
                verborgen(feld, werte, kontext, oben);
            } else if (feld.istGruppe() && !feld.istObjekt()) {
                felder(feld.kinder(), werte, kontext, vorher, oben);
            } else if (!feld.nurAnzeige() && feld.schluessel() != null) {
                feld(feld, werte.get(feld.schluessel()), kontext, vorher.get(feld.schluessel()), oben);
            }
        }
    }

    /** A hidden field has no value: it may not be sent, and later conditions see none. */
    private void verborgen(Feld feld, Map<String, Object> werte, Map<String, Object> kontext, boolean oben) {
        if (feld.istGruppe() && !feld.istObjekt()) {
            feld.kinder().forEach(kind -> verborgen(kind, werte, kontext, oben));
        } else if (feld.schluessel() != null) {
            Object wert = oben ? gesendet.get(feld.schluessel()) : werte.get(feld.schluessel());
            if (!leer(wert) && !Boolean.FALSE.equals(wert)) {
                saetze.add("„" + feld.beschriftung() + "“ ist bei dieser Auswahl nicht vorgesehen. Bitte lassen Sie das Feld leer.");
            }
            kontext.remove(feld.schluessel());
        }
    }

    private void feld(Feld feld, Object wert, Map<String, Object> kontext, Object vorher, boolean oben) {
        if (feld.gesperrt()) {
            if (oben && gesendet.containsKey(feld.schluessel()) && !leer(wert) && !gleich(wert, vorher)) {
                saetze.add("„" + feld.beschriftung() + "“ lässt sich hier nicht ändern.");
            }
            return;
        }
        boolean fehlt = leer(wert) || feld.typ().equals("checkbox") && Boolean.FALSE.equals(wert);
        if (fehlt && feld.pflicht()) {
            saetze.add(feld.typ().equals("checkbox") ? "Bitte bestätigen Sie „" + feld.beschriftung() + "“."
                    : "Bitte füllen Sie „" + feld.beschriftung() + "“ aus.");
        } else if (feld.istListe()) {
            liste(feld, wert, kontext);
        } else if (feld.istObjekt()) {
            objekt(feld, wert, kontext, "„" + feld.beschriftung() + "“");
        } else if (!leer(wert)) {
            Feldregel.pruefe(feld, wert, kontext).ifPresent(saetze::add);
        }
    }

    private void liste(Feld feld, Object wert, Map<String, Object> kontext) {
        int mindestens = feld.eigenschaft("mindestens").map(Integer::valueOf).orElse(0);
        int hoechstens = feld.eigenschaft("hoechstens").map(Integer::valueOf).orElse(200);
        if (!(wert == null || wert instanceof List)) {
            saetze.add("„" + feld.beschriftung() + "“ ist eine Liste und muss als Liste gesendet werden.");
            return;
        }
        List<?> zeilen = wert == null ? List.of() : (List<?>) wert;
        if (zeilen.size() < mindestens) {
            saetze.add("Bitte tragen Sie bei „" + feld.beschriftung() + "“ mindestens "
                    + (mindestens == 1 ? "eine Zeile" : mindestens + " Zeilen") + " ein.");
        } else if (zeilen.size() > hoechstens) {
            saetze.add("„" + feld.beschriftung() + "“ darf höchstens " + hoechstens + " Zeilen haben.");
        } else {
            for (int i = 0; i < zeilen.size(); i++) {
                objekt(feld, zeilen.get(i), kontext, "Zeile " + (i + 1) + " in „" + feld.beschriftung() + "“");
            }
        }
    }

    private void objekt(Feld feld, Object wert, Map<String, Object> kontext, String ort) {
        if (wert != null && !(wert instanceof Map)) {
            saetze.add(ort + " ist nicht lesbar. Bitte tragen Sie die Angaben neu ein.");
            return;
        }
        Map<String, Object> zeile = new HashMap<>();
        if (wert != null) {
            ((Map<?, ?>) wert).forEach((k, v) -> zeile.put(String.valueOf(k), v));
        }
        Set<String> bekannt = new Formular("", feld.kinder()).schluessel();
        int vorher = saetze.size();
        zeile.keySet().stream().filter(k -> !bekannt.contains(k)).forEach(this::unbekannt);
        Map<String, Object> innen = new HashMap<>(kontext);
        innen.putAll(zeile);
        innen.put("this", zeile);
        innen.put("parent", kontext);
        felder(feld.kinder(), zeile, innen, Map.of(), false);
        for (int i = vorher; i < saetze.size(); i++) {
            saetze.set(i, saetze.get(i).startsWith(ort) ? saetze.get(i) : ort + ": " + saetze.get(i));
        }
    }

    static boolean leer(Object wert) {
        return wert == null || wert instanceof String text && text.isBlank()
                || wert instanceof List<?> liste && liste.isEmpty() || wert instanceof Map<?, ?> map && map.isEmpty();
    }

    private static boolean gleich(Object eins, Object zwei) {
        return Objects.equals(eins, zwei) || eins instanceof Number a && zwei instanceof Number b
                && a.doubleValue() == b.doubleValue();
    }
}
