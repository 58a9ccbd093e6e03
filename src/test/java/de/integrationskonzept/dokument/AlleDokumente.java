package de.integrationskonzept.dokument;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/**
 * Every document of a file as its readers get it, held against what was filled in and judged by others: veraPDF for PDF/UA-1,
 * LibreOffice for Word.
 */
@Component
public class AlleDokumente {

    private static final String LESER = "steuerungsgruppe";

    private final Rest rest;
    private final Spiel spiel;
    private final Dokumente dokumente;

    AlleDokumente(Rest rest, Spiel spiel, Dokumente dokumente) {
        this.rest = rest;
        this.spiel = spiel;
        this.dokumente = dokumente;
    }

    /** @param mindestens how many documents there must be */
    public void pruefe(String akte, int mindestens) {
        String ort = "/api/akten/" + akte + "/dokumente";
        Map<String, Document> soll = new LinkedHashMap<>();
        Map<String, byte[]> docx = new LinkedHashMap<>();
        for (JsonNode eintrag : rest.als(LESER).get(ort).json()) {
            String name = eintrag.path("name").asText();
            if (eintrag.path("verfuegbar").asBoolean()) {
                soll.put(name, Aufbereitung.bereite(spiel.als(LESER, () -> dokumente.fuelleAus(akte, name, null)).html()));
                byte[] pdf = rest.als(LESER).bytes(ort + "/" + name + "?format=pdf");
                pruefePdf(name, soll.get(name), pdf);
                docx.put(name, rest.als(LESER).bytes(ort + "/" + name + "?format=docx"));
                legeAb(akte, name + ".pdf", pdf);
                legeAb(akte, name + ".docx", docx.get(name));
            }
        }
        assertThat(soll.keySet()).hasSizeGreaterThanOrEqualTo(mindestens);
        try {
            Buero.texte(docx).forEach((name, text) -> assertThat(Pruefstand.fehlendes(soll.get(name), text)).as("lost in Word: " + name).isEmpty());
        } catch (Exception gescheitert) {
            throw new AssertionError(gescheitert);
        }
    }

    /** To be looked at. */
    private static void legeAb(String akte, String name, byte[] inhalt) {
        try {
            Files.write(Files.createDirectories(Path.of("target", "dokumente", akte)).resolve(name), inhalt);
        } catch (IOException voll) {
            throw new UncheckedIOException(voll);
        }
    }

    private static void pruefePdf(String name, Document soll, byte[] pdf) {
        try {
            assertThat(Pruefstand.maengel(pdf)).as("PDF/UA of " + name).isEmpty();
            String text = Pruefstand.text(pdf);
            assertThat(Pruefstand.verlorenes(soll, text)).as("lost in PDF: " + name).isEmpty();
            assertThat(text).as(name).doesNotContain("{{", "}}", "${", "<w:", "null");
        } catch (Exception gescheitert) {
            throw new AssertionError(name, gescheitert);
        }
    }
}
