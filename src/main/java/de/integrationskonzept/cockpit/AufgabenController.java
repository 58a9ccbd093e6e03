package de.integrationskonzept.cockpit;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.akte.Aktenaufgaben;
import de.integrationskonzept.akte.Aktenaufgaben.Aufgabe;
import de.integrationskonzept.engine.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What Tasklist shows at a task beside its form, and the tasks that one has done. */
@RestController
@RequestMapping("/api/aufgaben")
class AufgabenController {

    private static final int WEITESTE = 100_000;
    private static final int LAENGSTE_SUCHE = 100;

    private final Aktenaufgaben aufgaben;
    private final Einordnung einordnung;
    private final Erledigtes erledigtes;
    private final Antworten antworten;

    AufgabenController(Aktenaufgaben aufgaben, Einordnung einordnung, Erledigtes erledigtes, Antworten antworten) {
        this.aufgaben = aufgaben;
        this.einordnung = einordnung;
        this.erledigtes = erledigtes;
        this.antworten = antworten;
    }

    @GetMapping("/{id}/einordnung")
    Einordnung.Bild einordnung(@PathVariable("id") String id) {
        return einordnung.lies(id);
    }

    /** @param suche see {@link Erledigtes#lies} */
    @GetMapping("/erledigt")
    Erledigtes.Seite erledigt(@RequestParam(name = "ab", defaultValue = "0") int ab, @RequestParam(name = "suche", defaultValue = "") String suche) {
        if (ab < 0 || ab > WEITESTE) {
            throw new Refusal(BAD_REQUEST, "Die Angabe „ab“ muss zwischen 0 und 100.000 liegen. Bitte suchen Sie nach einem Wort.");
        }
        if (suche.length() > LAENGSTE_SUCHE || suche.indexOf('\0') >= 0) {
            throw new Refusal(BAD_REQUEST, "Bitte suchen Sie nach höchstens 100 Zeichen.");
        }
        return erledigtes.lies(ab, suche);
    }

    /** What was answered at a finished task. */
    @GetMapping("/{id}/antworten")
    Antworten.Schritt antworten(@PathVariable("id") String id) {
        Aufgabe aufgabe = aufgaben.lies(id, "Aufgabe");
        return antworten.diese(aufgabe).filter(schritt -> schritt.am() != null).orElseThrow(() -> new Refusal(NOT_FOUND,
                "Zu dieser Aufgabe gibt es keine Antworten. Bitte laden Sie die Aufgabenliste neu."));
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ProblemDetail falscheAngabe() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "Die Angabe „ab“ muss eine ganze Zahl sein.");
        problem.setTitle("Angabe nicht lesbar");
        return problem;
    }
}
