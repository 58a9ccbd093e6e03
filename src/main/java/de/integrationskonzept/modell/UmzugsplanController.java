package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What a proposal means for running files, and where they go on when it is not clear from the models. */
@RestController
@RequestMapping("/api/vorschlaege/{id}")
class UmzugsplanController {

    private static final int WEITESTE = 1_000_000;

    private final NurModellpflege nur;
    private final Vorschlaege vorschlaege;
    private final Umzugsplanwege wege;
    private final Umzugsplaner planer;
    private final UmzugsplanAkten akten;
    private final Zuordnungseingabe eingabe;

    UmzugsplanController(NurModellpflege nur, Vorschlaege vorschlaege, Umzugsplanwege wege, Umzugsplaner planer, UmzugsplanAkten akten,
            Zuordnungseingabe eingabe) {
        this.nur = nur;
        this.vorschlaege = vorschlaege;
        this.wege = wege;
        this.planer = planer;
        this.akten = akten;
        this.eingabe = eingabe;
    }

    /** @param gesamt number of all files that the plan concerns, {@code akten} those of one page */
    record Ansicht(List<Prozessumzug> prozesse, int gesamt, int ab, List<UmzugsplanAkten.Akte> akten) {
    }

    /** @param ab how many files to leave out */
    @GetMapping("/umzugsplan")
    Ansicht umzugsplan(@PathVariable("id") String id, @RequestParam(name = "ab", defaultValue = "0") int ab) {
        nur.verlange();
        if (ab < 0 || ab > WEITESTE) {
            throw new Refusal(BAD_REQUEST, "Die Angabe „ab“ muss zwischen 0 und 1.000.000 liegen.");
        }
        Vorschlag vorschlag = vorschlaege.lies(id);
        Map<String, Umzugsplanwege.Neu> neue = wege.neue(vorschlaege.dateien(id));
        List<Umzugsplanweg> laufende = wege.laufende(neue, vorschlaege.zuordnung(id), vorschlag.bereitstellung());
        UmzugsplanAkten.Seite seite = akten.seite(laufende, vorschlag.stufe(), ab);
        return new Ansicht(planer.plan(neue, laufende).prozesse(), seite.gesamt(), seite.ab(), seite.akten());
    }

    /** @param zuordnung for each process, former step to step; replaces what was confirmed before */
    @PutMapping("/zuordnung")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ordneZu(@PathVariable("id") String id, @RequestBody Map<String, Map<String, String>> zuordnung) {
        nur.verlange();
        eingabe.ordneZu(id, zuordnung);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ProblemDetail falscheAngabe() {
        return problem("Die Angabe „ab“ muss eine ganze Zahl sein.");
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ProblemDetail unlesbar() {
        return problem("Die Zuordnung ist nicht lesbar. Erwartet wird je Ablauf, welche Stelle zu welcher wird, zum Beispiel "
                + "{\"leitbild\": {\"leitbild-schreiben\": \"leitbild-entwerfen\"}}.");
    }

    private static ProblemDetail problem(String satz) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, satz);
        problem.setTitle("Angabe nicht lesbar");
        return problem;
    }
}
