package de.integrationskonzept.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lists of a form whose rows come from the file: what is locked there goes back as it came, in the order of the file, and only
 * what people answer is taken from the recording.
 */
final class Festzeilen {

    private final JsonNode formular;

    Festzeilen(InputStream formular) {
        try (formular) {
            this.formular = new ObjectMapper().readTree(formular);
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }

    /**
     * @param akte the rows as they lie before the person
     * @param aufzeichnung the rows as they were answered
     */
    Object gleicheAb(String liste, List<Map<String, Object>> akte, Object aufzeichnung) {
        Set<String> gesperrt = gesperrt(liste, formular.path("components"));
        if (gesperrt.isEmpty() || !(aufzeichnung instanceof List<?> antworten) || akte.size() != antworten.size()) {
            return aufzeichnung;
        }
        List<Object> frei = new ArrayList<>(antworten);
        return akte.stream().map(zeile -> {
            Map<?, ?> beste = (Map<?, ?>) frei.stream().max(Comparator.comparingLong(a -> gleich(zeile, (Map<?, ?>) a))).orElseThrow();
            frei.remove(beste);
            Map<String, Object> neu = new LinkedHashMap<>();
            beste.forEach((spalte, wert) -> neu.put((String) spalte, gesperrt.contains(spalte) ? zeile.get(spalte) : wert));
            return neu;
        }).toList();
    }

    private static long gleich(Map<String, Object> zeile, Map<?, ?> antwort) {
        return antwort.entrySet().stream().filter(a -> a.getValue() instanceof String && Objects.equals(a.getValue(), zeile.get(a.getKey()))).count();
    }

    private static Set<String> gesperrt(String liste, JsonNode felder) {
        Set<String> gesperrt = new TreeSet<>();
        for (JsonNode feld : felder) {
            if (feld.path("type").asText().equals("dynamiclist") && feld.path("path").asText().equals(liste)) {
                feld.path("components").forEach(spalte -> {
                    if (spalte.path("readonly").asBoolean(false)) {
                        gesperrt.add(spalte.path("key").asText());
                    }
                });
            }
            gesperrt.addAll(gesperrt(liste, feld.path("components")));
        }
        return gesperrt;
    }
}
