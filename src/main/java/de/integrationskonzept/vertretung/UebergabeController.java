package de.integrationskonzept.vertretung;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/uebergaben}: somebody goes for good; for superiors and administrators. */
@RestController
@RequestMapping("/api/uebergaben")
class UebergabeController {

    private final Nachfolge nachfolge;

    UebergabeController(Nachfolge nachfolge) {
        this.nachfolge = nachfolge;
    }

    /** @param von user id of who goes, {@code an} of who takes over */
    record Uebergabe(String von, String an) {
    }

    @PostMapping
    Nachfolge.Ergebnis uebergib(@RequestBody Uebergabe uebergabe) {
        return nachfolge.uebergib(uebergabe.von(), uebergabe.an());
    }

    /** The handover pack, to be printed. */
    @GetMapping("/{kennung}/liste")
    ResponseEntity<byte[]> liste(@PathVariable("kennung") String kennung) {
        return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("Übergabeliste.html", StandardCharsets.UTF_8)
                        .build().toString()).body(nachfolge.liste(kennung).getBytes(StandardCharsets.UTF_8));
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ProblemDetail unlesbar() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "Bitte senden Sie zum Beispiel "
                + "{\"von\": \"a.beispiel\", \"an\": \"b.beispiel\"}.");
        problem.setTitle("Angabe nicht lesbar");
        return problem;
    }
}
