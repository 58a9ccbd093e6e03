package de.integrationskonzept.stoerung;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.integrationskonzept.formular.Vorlage;
import de.integrationskonzept.prozess.Drehbuch;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people answer who want their file to go on, whatever file it is and however late. */
final class Antworten {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Map<String, Object>> EINIG = Drehbuch.gut();
    private static final int SPAETER = 21;

    private Antworten() {
    }

    /**
     * @param form as it is delivered, {@code variablen} as {@code /task/{id}/variables} tells them
     * @return what is sent with the form, as plain Java values
     */
    static Map<String, Object> zu(String schritt, JsonNode form, JsonNode variablen) {
        Map<String, Object> vorhanden = new HashMap<>();
        variablen.fields().forEachRemaining(v -> vorhanden.put(v.getKey(), wert(v.getValue())));
        return Vorlage.fuelle(form, vorhanden, gesagt(schritt, vorhanden));
    }

    /** Json arrives as text. */
    private static Object wert(JsonNode variable) {
        JsonNode wert = variable.path("value");
        try {
            return JSON.convertValue("Json".equals(variable.path("type").asText()) && wert.isTextual() ? JSON.readTree(wert.asText()) : wert, Object.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException keinJson) {
            throw new AssertionError(keinJson);
        }
    }

    private static Map<String, Object> gesagt(String schritt, Map<String, Object> vorhanden) {
        Map<String, Object> gesagt = new HashMap<>(EINIG.getOrDefault(schritt, Map.of()));
        gesagt.putAll(Map.of("wechselVonKennung", "", "wechselAnKennung", "")); // user ids can't be made up
        if (schritt.equals("akte-nachtragen") && Boolean.TRUE.equals(vorhanden.get("ruht"))) {
            gesagt.put("nachtragArt", "fortsetzen");
        }
        if (schritt.equals("startreife-pruefen") && "rot".equals(vorhanden.get("ampel"))) {
            gesagt.put("entscheidung", "spitze");
        }
        if (schritt.equals("verzug-begruenden") && vorhanden.get("verzuege") instanceof List<?> verzuege) {
            gesagt.put("verzuege", gruende(verzuege));
        }
        return gesagt;
    }

    private static List<Map<String, Object>> gruende(List<?> verzuege) {
        List<Map<String, Object>> gruende = new ArrayList<>();
        for (Object verzug : verzuege) {
            Map<String, Object> zeile = new LinkedHashMap<>();
            ((Map<?, ?>) verzug).forEach((name, wert) -> zeile.put((String) name, wert));
            zeile.remove("meilenstein");
            zeile.put("grund", "Die Abstimmung hat länger gedauert als gedacht.");
            if ("verfehlt".equals(zeile.get("art"))) {
                zeile.put("neuErwartet", LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(SPAETER).toString());
            }
            gruende.add(zeile);
        }
        return gruende;
    }
}
