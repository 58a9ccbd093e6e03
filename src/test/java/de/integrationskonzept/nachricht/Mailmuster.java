package de.integrationskonzept.nachricht;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shipped templates of mails, and fields to fill them with. */
final class Mailmuster {

    static final String KOPF = "<!DOCTYPE html>\n<html lang=\"de\"><head><title>Betreff</title>"
            + "<meta name=\"beschreibung\" content=\"Eine E-Mail zur Probe\"></head>\n<body>\n";
    static final String FUSS = "\n</body></html>";

    private Mailmuster() {
    }

    static String mitgelieferte(Mailart art) {
        try {
            return Files.readString(Path.of("bpmn", "nachrichten", art.vorlage() + ".html"), StandardCharsets.UTF_8);
        } catch (IOException fehlt) {
            throw new UncheckedIOException(fehlt);
        }
    }

    /** What goes to somebody on every occasion, with that name in all places where people write. */
    static Map<String, Object> felder(Mailart art, String name) {
        Map<String, Object> felder = new HashMap<>(Map.of("person", name, "anzahl", 3, "weitere", 2, "einzeln", false, "betreff", name,
                "tag", "Dienstag, 24. November 2026", "ziel-aufgabenliste", "https://integration.example/liste", "ziel-einstellungen",
                "https://integration.example/persoenlich"));
        if (art == Mailart.SITZUNG) {
            felder.putAll(Map.of("einladung", true, "aenderung", false, "absage", false, "ausladung", false, "titel", name,
                    "datum", "24.11.2026", "beginn", "14:00", "ende", "16:30", "ort", name, "aktenzeichen", name));
            felder.putAll(Map.of("absender", name, "tagesordnung", Map.of("punkte", List.of(Map.of("punkt", name), Map.of("punkt", "Verschiedenes")))));
        }
        felder.put("abschnitte", List.of("rueckfrage", "neu", "zugewiesen").stream().map(anlass -> abschnitt(anlass, name)).toList());
        felder.put("akten", List.of(Map.of("vertraulich", false, "kommune", "Stadt Musterstadt", "aktenzeichen", name,
                "abschnitte", List.of(abschnitt("ueberfaellig", name), abschnitt("heute", name)))));
        return felder;
    }

    private static Map<String, Object> abschnitt(String welcher, String name) {
        Map<String, Object> felder = new HashMap<>();
        List.of("rueckfrage", "neu", "zugewiesen", "bald", "heute", "ueberfaellig", "eskalation")
                .forEach(anlass -> felder.put(anlass, anlass.equals(welcher)));
        felder.putAll(Map.of("mehrere", true, "ueberschrift", "Überschrift " + welcher, "satz", "Bitte bald erledigen.", "aufgaben", List.of(
                aufgabe(name, false), aufgabe("Leitbild entwerfen", false), aufgabe("Geheimes", true))));
        return felder;
    }

    private static Map<String, Object> aufgabe(String name, boolean vertraulich) {
        return Map.of("vertraulich", vertraulich, "aufgabe", vertraulich ? "" : name, "aktenzeichen", vertraulich ? "" : "IK-2026-1",
                "inVertretung", !vertraulich, "faellig", "Montag, 23. November 2026", "rollen", "",
                "ziel-aufgabe", "https://integration.example/#/?task=4711");
    }
}
