package de.integrationskonzept.rolle;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rights of a person to their data, for administrators: {@code GET …/daten} and {@code POST …/vergessen}. */
@RestController
@RequestMapping("/api/personen/{kennung}")
class PersonenController {

    private final Datenschutz datenschutz;

    PersonenController(Datenschutz datenschutz) {
        this.datenschutz = datenschutz;
    }

    /**
     * @param name further names by which the person stands in texts; null is none
     * @param bestaetigung false only counts what would be done
     */
    record Auftrag(List<String> name, boolean bestaetigung) {
    }

    /** Everything that names the person; the full name and the mail address of the account are looked for in any case. */
    @GetMapping("/daten")
    Datenschutz.Auskunft daten(@PathVariable("kennung") String kennung, @RequestParam(name = "name", required = false) List<String> name) {
        return datenschutz.auskunft(kennung, name == null ? List.of() : name);
    }

    /** Removes the account and replaces user id and names by a pseudonym; without confirmation it tells what that would be. */
    @PostMapping("/vergessen")
    Datenschutz.Bericht vergessen(@PathVariable("kennung") String kennung, @RequestBody Auftrag auftrag) {
        return datenschutz.vergiss(kennung, auftrag.name() == null ? List.of() : auftrag.name(), auftrag.bestaetigung());
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ProblemDetail unlesbar() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "Der Auftrag ist nicht lesbar. Bitte senden Sie "
                + "zum Beispiel {\"name\": [\"Vorname Nachname\"], \"bestaetigung\": false}.");
        problem.setTitle("Angabe nicht lesbar");
        return problem;
    }
}
