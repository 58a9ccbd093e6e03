package de.integrationskonzept.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the people of one file answered, step by step, as the tests wrote it down.
 *
 * @param anfang the answers of the start form
 */
record Aufzeichnung(Map<String, Object> anfang, List<Schritt> schritte) {

    /**
     * A task that somebody completed, or a timer that was carried out.
     *
     * @param zusatz tells tasks of the same name apart, empty when the role does
     * @param termin the timer, null for a task
     * @param anteil how much of the planned time had passed, 0 to 1
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Schritt(String schritt, String rolle, String person, String zusatz, String termin, double anteil, Map<String, Object> angaben) {
    }

    static Aufzeichnung lies(String name) {
        return lies(name, Aufzeichnung.class);
    }

    static <T> T lies(String name, Class<T> art) {
        try (InputStream datei = Aufzeichnung.class.getResourceAsStream("/akten/" + name + ".json")) {
            return new ObjectMapper().readValue(datei, art);
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }

    LocalDate beginn() {
        return LocalDate.parse((String) anfang.get("planBeginn"));
    }

    LocalDate ende() {
        return LocalDate.parse((String) anfang.get("planEnde"));
    }
}
