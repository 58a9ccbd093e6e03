package de.integrationskonzept.prozess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes down what the people of a story answer, step by step, for the demonstration to play again. Only with
 * {@code -Daufzeichnen=1}: {@code ./mvnw test -Dtest='GanzeAkte*Test' -Daufzeichnen=1} makes the files below
 * {@code src/demo/resources/akten} anew after the models have changed.
 */
final class Aufzeichnung {

    private static final Path ORDNER = Path.of("src/demo/resources/akten");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> anfang;
    private final List<Map<String, Object>> schritte = new ArrayList<>();
    private int ohneAnteil;
    private double erreicht;

    /** @param anfang the answers of the start form; the kind of the Kommune becomes the name of the file */
    Aufzeichnung(Map<String, Object> anfang) {
        this.anfang = anfang;
    }

    static boolean gewollt() {
        return "1".equals(System.getProperty("aufzeichnen"));
    }

    /** @param zusatz tells tasks of the same name apart, empty when the role does */
    void schritt(String person, String rolle, String schritt, String zusatz, Map<String, Object> angaben) {
        Map<String, Object> zeile = new LinkedHashMap<>();
        zeile.put("schritt", schritt);
        zeile.put("rolle", rolle);
        zeile.put("person", person);
        zeile.put("zusatz", zusatz);
        zeile.put("angaben", angaben);
        schritte.add(zeile);
    }

    /** A timer was carried out. */
    void termin(String ereignis) {
        schritte.add(new LinkedHashMap<>(Map.of("termin", ereignis)));
    }

    /**
     * How far the file has come after the last step: the steps since the milestone before are spread evenly up to the one
     * that is reached now.
     *
     * @param plan the variable of the frame
     */
    void stand(JsonNode plan) {
        double jetzt = 0;
        double naechster = 1;
        for (JsonNode meilenstein : plan.path("meilensteine")) {
            boolean offen = meilenstein.path("erreicht").isNull();
            jetzt = offen ? jetzt : Math.max(jetzt, meilenstein.path("anteil").asDouble());
            naechster = offen ? Math.min(naechster, meilenstein.path("anteil").asDouble()) : naechster;
        }
        verteile(jetzt > erreicht ? jetzt : naechster);
        if (jetzt > erreicht) {
            erreicht = jetzt;
            ohneAnteil = schritte.size();
        }
        schreibe();
    }

    private void verteile(double bis) {
        int anzahl = schritte.size() - ohneAnteil;
        for (int i = 1; i <= anzahl; i++) {
            schritte.get(ohneAnteil + i - 1).put("anteil", Math.round((erreicht + (bis - erreicht) * i / anzahl) * 1000) / 1000.0);
        }
    }

    private void schreibe() {
        try {
            Files.createDirectories(ORDNER);
            Files.writeString(ORDNER.resolve(anfang.get("kommuneTyp") + ".json"), JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(Map.of("anfang", anfang, "schritte", schritte)) + "\n");
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }
}
