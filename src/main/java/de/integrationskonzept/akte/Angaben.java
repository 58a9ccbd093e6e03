package de.integrationskonzept.akte;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.integrationskonzept.akte.Akteninhalt.Inhalt;
import de.integrationskonzept.akte.Akteninhalt.Vorgang;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file as decisions read it: what stands on the frame by name; {@code schritte.<prozess>} all instances of a process in the
 * order in which they began; {@code jahre} the years of implementation, each with its own {@code schritte}; {@code heute} and
 * {@code stand}. Each instance also knows {@code vorgangId}, {@code begonnenAm}, {@code beendetAm} and {@code offen}. Values are
 * plain, days are JJJJ-MM-TT.
 */
public final class Angaben {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Angaben() {
    }

    /**
     * @param heute the day on which the question is asked
     * @param stand the day whose state {@code inhalt} is
     */
    public static Map<String, Object> von(Inhalt inhalt, LocalDate heute, LocalDate stand) {
        Map<String, Object> angaben = zu(inhalt.rahmen());
        angaben.put("schritte", schritte(inhalt.vorgaenge()));
        angaben.put("jahre", inhalt.vorgaenge().stream().filter(v -> v.id().equals(v.wurzel()) && !v.id().equals(inhalt.id())).map(wurzel -> {
            Map<String, Object> jahr = zu(wurzel);
            jahr.put("schritte", schritte(inhalt.vorgaenge().stream().filter(v -> v.wurzel().equals(wurzel.id())).toList()));
            return jahr;
        }).toList());
        angaben.put("heute", heute.toString());
        angaben.put("stand", stand.toString());
        return angaben;
    }

    private static Map<String, List<Map<String, Object>>> schritte(List<Vorgang> vorgaenge) {
        Map<String, List<Map<String, Object>>> schritte = new LinkedHashMap<>();
        vorgaenge.forEach(v -> schritte.computeIfAbsent(v.prozess(), p -> new ArrayList<>()).add(zu(v)));
        return schritte;
    }

    private static Map<String, Object> zu(Vorgang vorgang) {
        Map<String, Object> angaben = new LinkedHashMap<>();
        vorgang.werte().forEach((name, wert) -> angaben.put(name, wert instanceof JsonNode json ? JSON.convertValue(json, Object.class) : wert));
        angaben.put("vorgangId", vorgang.id());
        angaben.put("begonnenAm", Stichtag.am(vorgang.beginn()).toString());
        angaben.put("beendetAm", vorgang.ende() == null ? null : Stichtag.am(vorgang.ende()).toString());
        angaben.put("offen", vorgang.ende() == null);
        return angaben;
    }
}
