package de.integrationskonzept.nachricht;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where days stand that belong in the calendar of all who see the file.
 *
 * @param variable of the process
 * @param spalte column with the day when the variable is a list, null when it is the day itself
 * @param titel what stands in the calendar; nothing that somebody has typed stands there
 */
record Kalenderquelle(String variable, String spalte, String titel) {

    /** Property of a process, such as {@code beratungen.termin: Beratung über das Konzept}; several are parted by semicolons. */
    static final String EIGENSCHAFT = "kalender";

    private static final Pattern EINE = Pattern.compile("([a-zA-Z][a-zA-Z0-9]*)(?:\\.([a-zA-Z][a-zA-Z0-9]*))?\\s*:\\s*([^:;\\p{C}]{1,80})");
    private static final int TAG = "JJJJ-MM-TT".length();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalArgumentException with the part that nobody can read */
    static List<Kalenderquelle> lies(String eigenschaft) {
        return Arrays.stream(eigenschaft.split(";")).map(String::strip).map(eine -> {
            Matcher treffer = EINE.matcher(eine);
            if (!treffer.matches()) {
                throw new IllegalArgumentException(eine);
            }
            return new Kalenderquelle(treffer.group(1), treffer.group(2), treffer.group(3).strip());
        }).toList();
    }

    /** What is no day, as a form writes it, is null; so each keeps its place. */
    List<LocalDate> tage(String text, byte[] json) {
        List<LocalDate> tage = new ArrayList<>();
        if (spalte == null) {
            tage.add(tag(text));
        } else if (json != null) {
            for (JsonNode zeile : baum(json)) {
                tage.add(tag(zeile.path(spalte).textValue()));
            }
        }
        return tage;
    }

    /** Somebody may have written anything into a variable; the calendar is there all the same. */
    private static JsonNode baum(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException unlesbar) {
            return JSON.createArrayNode();
        }
    }

    private static LocalDate tag(String text) {
        try {
            return text == null || text.length() < TAG ? null : LocalDate.parse(text.substring(0, TAG));
        } catch (DateTimeParseException keiner) {
            return null;
        }
    }
}
