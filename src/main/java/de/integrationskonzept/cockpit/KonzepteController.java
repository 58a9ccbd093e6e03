package de.integrationskonzept.cockpit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The overview of all files that the caller may see, the same as a table for a spreadsheet, and where one of them stands. */
@RestController
@RequestMapping("/api")
class KonzepteController {

    private final Konzepte konzepte;

    KonzepteController(Konzepte konzepte) {
        this.konzepte = konzepte;
    }

    /** @param angaben {@code suche, phase, ampel, lage, sortierung, richtung, ab, anzahl}; see {@link Auswahl} */
    @GetMapping("/konzepte")
    Konzepte.Seite seite(@RequestParam Map<String, String> angaben) {
        return konzepte.seite(Auswahl.aus(angaben));
    }

    @GetMapping("/konzepte.csv")
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> angaben) {
        String name = "Konzepte " + Konzepte.heute() + ".csv";
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(KonzepteCsv.schreibe(konzepte.alle(Auswahl.aus(angaben))).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/konzepte/{id}")
    Konzeptzeilen.Einzeln eines(@PathVariable("id") String id) {
        return konzepte.eines(id);
    }
}
