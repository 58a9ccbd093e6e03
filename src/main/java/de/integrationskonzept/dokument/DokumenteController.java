package de.integrationskonzept.dokument;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The documents of a file: {@code GET /api/akten/{id}/dokumente}, and one of them to download. */
@RestController
@RequestMapping("/api/akten/{id}/dokumente")
class DokumenteController {

    private static final int LAENGSTER_NAME = 150;

    private final Dokumente dokumente;

    DokumenteController(Dokumente dokumente) {
        this.dokumente = dokumente;
    }

    /** Which documents there are, and which have to wait. */
    @GetMapping
    List<Dokumente.Eintrag> liste(@PathVariable("id") String akte) {
        return dokumente.liste(akte);
    }

    /**
     * @param format docx or pdf
     * @param stand day as JJJJ-MM-TT at whose end the file is looked at, left out for now
     * @param fassung number of a frozen version, left out for the document as the file is
     */
    @GetMapping("/{name}")
    ResponseEntity<byte[]> eines(@PathVariable("id") String akte, @PathVariable("name") String name,
            @RequestParam(name = "format", defaultValue = "") String format, @RequestParam(name = "stand", required = false) String stand,
            @RequestParam(name = "version", required = false) String fassung) {
        Druck druck = Druck.namens(format).orElseThrow(() -> new Refusal(BAD_REQUEST, "Dieses Format gibt es nicht. Bitte geben Sie als „format“ "
                + Druck.alle() + " an."));
        if (fassung != null) {
            Archiv.Datei datei = dokumente.fassung(akte, name, nummer(fassung), druck);
            return antwort(datei.titel(), druck, datei.inhalt());
        }
        Dokumente.Ausgefuellt dokument = dokumente.fuelleAus(akte, name, tag(stand));
        return antwort(dokument.titel(), druck, druck.drucke(dokument.html()));
    }

    private static ResponseEntity<byte[]> antwort(String titel, Druck druck, byte[] inhalt) {
        return ResponseEntity.ok().contentType(druck.art()).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(dateiname(titel) + "." + druck.endung(), StandardCharsets.UTF_8).build().toString())
                .body(inhalt);
    }

    private static int nummer(String fassung) {
        if (!fassung.matches("[1-9]\\d{0,5}")) {
            throw new Refusal(BAD_REQUEST, "Die Nummer der Fassung ist nicht lesbar. Bitte wählen Sie eine aus der Liste der Dokumente.");
        }
        return Integer.parseInt(fassung);
    }

    private static LocalDate tag(String stand) {
        try {
            return stand == null || stand.isBlank() ? null : LocalDate.parse(stand);
        } catch (DateTimeException unlesbar) {
            throw new Refusal(BAD_REQUEST, "Der Stand ist nicht lesbar. Bitte schreiben Sie den Tag als JJJJ-MM-TT, zum Beispiel 2027-03-31.");
        }
    }

    /** The title, without what a file system would stumble over. */
    private static String dateiname(String titel) {
        String name = titel.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ").replaceAll("\\s+", " ").replaceAll("^[. ]+|[. ]+$", "");
        return name.isEmpty() ? "Dokument" : name.substring(0, name.offsetByCodePoints(0, Math.min(LAENGSTER_NAME, name.codePointCount(0, name.length()))));
    }
}
