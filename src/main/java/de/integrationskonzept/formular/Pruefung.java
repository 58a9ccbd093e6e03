package de.integrationskonzept.formular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds what was sent against the form, in the order of the form: one German sentence per field that needs correcting.
 * A value that was not sent counts as the one that the file already has, so that a reopened form may leave it out.
 */
final class Pruefung {

    /** More rows than anybody reads; a form cannot allow more. */
    private static final int LAENGSTE_LISTE = 500;

    private final List<String> saetze = new ArrayList<>();
    /** By context, as long as it does not change: working out conditions costs more than all else that is checked. */
    private final Map<Map<String, Object>, Map<String, Boolean>> verborgen = new IdentityHashMap<>();

    private Pruefung() {
    }

    /**
     * One level of the form: the whole, a group, a row.
     *
     * @param gesendet what was sent for it, {@code vorhanden} what the file has there
     * @param ersetzt what was not sent is lost, because a group or list is stored as one value
     */
    private record Ebene(Map<String, Object> gesendet, Map<String, Object> vorhanden, boolean ersetzt) {
    }

    /**
     * @param gesendet what was sent, plain values by key
     * @param vorhanden what the file already has, for fields that were not sent and for conditions
     * @return what to correct, empty when all is well
     */
    static List<String> pruefe(Formular formular, Map<String, Object> gesendet, Map<String, Object> vorhanden) {
        Pruefung pruefung = new Pruefung();
        Set<String> bekannt = formular.schluessel();
        gesendet.keySet().stream().filter(k -> !bekannt.contains(k)).forEach(pruefung::unbekannt);
        Map<String, Object> kontext = new HashMap<>(vorhanden);
        kontext.putAll(gesendet);
        pruefung.felder(formular.felder(), kontext, kontext, new Ebene(gesendet, vorhanden, false));
        return pruefung.saetze;
    }

    private void unbekannt(String schluessel) {
        String kurz = schluessel.length() > 40 ? schluessel.substring(0, 40) + "…" : schluessel;
        saetze.add("Die Angabe „" + kurz.replaceAll("\\p{Cntrl}", "") + "“ gehört nicht zu diesem Formular.");
    }

    private void felder(List<Feld> felder, Map<String, Object> werte, Map<String, Object> kontext, Ebene ebene) {
        for (Feld feld : felder) {
            if (feld.verborgenWenn().filter(bedingung -> trifftZu(bedingung, felder, kontext)).isPresent()) {
                verborgen(feld, kontext, ebene);
            } else if (feld.istGruppe() && !feld.istObjekt()) {
                felder(feld.kinder(), werte, kontext, ebene);
            } else if (!feld.nurAnzeige() && feld.schluessel() != null) {
                feld(feld, werte.get(feld.schluessel()), kontext, ebene);
            }
        }
    }

    /** A hidden field has no value: it may not be sent, and later conditions see none. */
    private void verborgen(Feld feld, Map<String, Object> kontext, Ebene ebene) {
        if (feld.istGruppe() && !feld.istObjekt()) {
            feld.kinder().forEach(kind -> verborgen(kind, kontext, ebene));
        } else if (feld.schluessel() != null) {
            if (!feld.istLeer(ebene.gesendet().get(feld.schluessel()))) {
                saetze.add("„" + feld.beschriftung() + "“ ist bei dieser Auswahl nicht vorgesehen. Bitte lassen Sie das Feld leer.");
            }
            if (kontext.remove(feld.schluessel()) != null) {
                verborgen.remove(kontext);
            }
        }
    }

    private boolean trifftZu(String bedingung, List<Feld> daneben, Map<String, Object> kontext) {
        return verborgen.computeIfAbsent(kontext, k -> Feel.treffenZu(bedingungen(daneben).distinct().toList(), k))
                .computeIfAbsent(bedingung, b -> Feel.trifftZu(b, kontext));
    }

    private static Stream<String> bedingungen(List<Feld> felder) {
        return felder.stream().flatMap(feld -> Stream.concat(feld.verborgenWenn().stream(),
                feld.istGruppe() && !feld.istObjekt() ? bedingungen(feld.kinder()) : Stream.empty()));
    }

    private void feld(Feld feld, Object wert, Map<String, Object> kontext, Ebene ebene) {
        if (feld.gesperrt()) {
            gesperrt(feld, ebene);
            return;
        }
        if (wert == Werte.UNLESBAR) {
            saetze.add("„" + feld.beschriftung() + "“ ist nicht lesbar. Bitte füllen Sie das Feld neu aus.");
            return;
        }
        boolean fehlt = leer(wert) || feld.typ().equals("checkbox") && Boolean.FALSE.equals(wert);
        if (fehlt && feld.pflicht()) {
            saetze.add(feld.typ().equals("checkbox") ? "Bitte bestätigen Sie „" + feld.beschriftung() + "“."
                    : "Bitte füllen Sie „" + feld.beschriftung() + "“ aus.");
        } else if (feld.istListe()) {
            liste(feld, wert, kontext, ebene.vorhanden().get(feld.schluessel()));
        } else if (feld.istObjekt()) {
            objekt(feld, wert, kontext, ebene.vorhanden().get(feld.schluessel()), "„" + feld.beschriftung() + "“");
        } else if (wert != null && !(feld.istErrechnet() && !ebene.gesendet().containsKey(feld.schluessel()))) {
            Feldregel.pruefe(feld, wert, kontext).ifPresent(saetze::add);
        }
    }

    /** What only shows may come back as the file has it, or as the form presets it, but not otherwise. */
    private void gesperrt(Feld feld, Ebene ebene) {
        Object wert = ebene.gesendet().get(feld.schluessel());
        Object vorher = ebene.vorhanden().get(feld.schluessel());
        // The browser sends no disabled fields at all, not even within a group.
        boolean weggelassen = !ebene.gesendet().containsKey(feld.schluessel()) && (!ebene.ersetzt() || feld.abgeschaltet());
        boolean wieVorher = feld.istLeer(wert) ? feld.istLeer(vorher)
                : Werte.gleich(wert, vorher == null ? feld.vorgabe() : vorher);
        if (!weggelassen && !wieVorher) {
            saetze.add("„" + feld.beschriftung() + "“ lässt sich hier nicht ändern.");
        }
    }

    private void liste(Feld feld, Object wert, Map<String, Object> kontext, Object vorher) {
        int mindestens = feld.anzahl("mindestens", 0);
        int hoechstens = Math.min(feld.anzahl("hoechstens", 200), LAENGSTE_LISTE);
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
                Object zeile = zeilen.get(i) == null ? Werte.UNLESBAR : zeilen.get(i);
                objekt(feld, zeile, kontext, zeileMitDemselben(feld, zeile, vorher),
                        "Zeile " + (i + 1) + " in „" + feld.beschriftung() + "“");
            }
        }
    }

    /** Rows move when others are removed: a row is known by what its locked fields say. */
    private static Object zeileMitDemselben(Feld liste, Object zeile, Object vorher) {
        List<String> gesperrt = liste.kinder().stream().filter(Feld::gesperrt).map(Feld::schluessel).toList();
        return vorher instanceof List<?> zeilen && zeile instanceof Map<?, ?> neu ? zeilen.stream()
                .filter(alt -> alt instanceof Map<?, ?> a && gesperrt.stream().allMatch(k -> Werte.gleich(neu.get(k), a.get(k))))
                .findFirst().orElse(null) : null;
    }

    private void objekt(Feld feld, Object wert, Map<String, Object> kontext, Object vorher, String ort) {
        if (wert != null && !(wert instanceof Map)) {
            saetze.add(ort + " ist nicht lesbar. Bitte tragen Sie die Angaben neu ein.");
            return;
        }
        Map<String, Object> zeile = mitNamen(wert);
        Set<String> bekannt = new Formular("", feld.kinder()).schluessel();
        int bisher = saetze.size();
        zeile.keySet().stream().filter(k -> !bekannt.contains(k)).forEach(this::unbekannt);
        Map<String, Object> innen = new HashMap<>(kontext);
        innen.putAll(zeile);
        innen.put("this", zeile);
        innen.put("parent", kontext);
        felder(feld.kinder(), zeile, innen, new Ebene(zeile, mitNamen(vorher), true));
        for (int i = bisher; i < saetze.size(); i++) {
            saetze.set(i, saetze.get(i).startsWith(ort) ? saetze.get(i) : ort + ": " + saetze.get(i));
        }
    }

    private static Map<String, Object> mitNamen(Object objekt) {
        Map<String, Object> felder = new HashMap<>();
        if (objekt instanceof Map<?, ?> map) {
            map.forEach((k, v) -> felder.put(String.valueOf(k), v));
        }
        return felder;
    }

    static boolean leer(Object wert) {
        return wert == null || wert instanceof String text && text.isBlank()
                || wert instanceof List<?> liste && liste.isEmpty() || wert instanceof Map<?, ?> map && map.isEmpty();
    }
}
