package de.integrationskonzept.akte;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The files that the caller may read: {@code GET /api/akten} and {@code GET /api/akten/{id}}. */
@RestController
@RequestMapping("/api/akten")
class AktenController {

    private static final int SEITE = 100;

    private final Aktensicht sicht;

    AktenController(Aktensicht sicht) {
        this.sicht = sicht;
    }

    /** One page of files, newest first, at most 100. */
    @GetMapping
    List<Aktensicht.Kurz> alle(@RequestParam(name = "ab", defaultValue = "0") int ab) {
        return sicht.alle(Math.max(0, ab), SEITE);
    }

    /** One file with its open tasks. */
    @GetMapping("/{id}")
    Aktensicht.Lang eine(@PathVariable("id") String id) {
        return sicht.eine(id);
    }

    @ExceptionHandler(Aktensicht.NichtGefunden.class)
    ProblemDetail nichtGefunden() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
                "Diese Akte gibt es nicht, oder Sie haben keinen Zugriff darauf. Bitte prüfen Sie die Adresse.");
        problem.setTitle("Akte nicht gefunden");
        return problem;
    }

    @ExceptionHandler(org.springframework.web.method.annotation.MethodArgumentTypeMismatchException.class)
    ProblemDetail falscheAngabe() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
                "Die Angabe „ab“ muss eine ganze Zahl sein.");
        problem.setTitle("Angabe nicht lesbar");
        return problem;
    }
}
