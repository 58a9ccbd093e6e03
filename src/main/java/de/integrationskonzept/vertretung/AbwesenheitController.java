package de.integrationskonzept.vertretung;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/abwesenheiten}: one's own, and for superiors those of the people of their Kommunen. */
@RestController
@RequestMapping("/api/abwesenheiten")
class AbwesenheitController {

    private final Abwesenheitsansicht ansicht;
    private final Abwesenheitsplan plan;
    private final Befehl befehl;

    AbwesenheitController(Abwesenheitsansicht ansicht, Abwesenheitsplan plan, Befehl befehl) {
        this.ansicht = ansicht;
        this.plan = plan;
        this.befehl = befehl;
    }

    /**
     * @param person user id of who is away, null for the caller
     * @param beginn first day ({@code yyyy-MM-dd}), {@code ende} last day
     * @param vertretung user id, null or empty for the role
     */
    record Angaben(String person, String beginn, String ende, String vertretung) {
    }

    @GetMapping
    Abwesenheitsansicht.Bild zeige() {
        return befehl.fuehreAus(ansicht::zeige);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Abwesenheitsansicht.Zeile trageEin(@RequestBody Angaben angaben) {
        return befehl.fuehreAus(() -> {
            String person = angaben.person() == null ? befehl.wer() : kennung(angaben.person());
            return ansicht.zeile(plan.trageEin(new Abwesenheit(null, person, tag(angaben.beginn()), tag(angaben.ende()),
                    kennung(angaben.vertretung()))));
        });
    }

    /** Without a first day that stays as it is. */
    @PutMapping("/{id}")
    Abwesenheitsansicht.Zeile aendere(@PathVariable("id") String id, @RequestBody Angaben angaben) {
        return befehl.fuehreAus(() -> ansicht.zeile(plan.aendere(id, tag(angaben.beginn()), tag(angaben.ende()), kennung(angaben.vertretung()))));
    }

    /** Ends it now, or takes it back before it has begun. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void beende(@PathVariable("id") String id) {
        befehl.fuehreAus(() -> {
            plan.beende(id);
            return null;
        });
    }

    private static LocalDate tag(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException unlesbar) {
            throw new Refusal(BAD_REQUEST, "Ein Tag ist nicht lesbar. Bitte geben Sie ihn so an: 2027-03-01.");
        }
    }

    private static String kennung(String text) {
        if (text != null && !Befugnis.lesbar(text)) {
            throw new Refusal(BAD_REQUEST, "Eine Kennung ist nicht lesbar. Bitte wählen Sie eine Person aus der Liste.");
        }
        return text == null || text.isBlank() ? null : text.strip();
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ProblemDetail unlesbar() {
        return problem(HttpStatus.BAD_REQUEST, "Eine Angabe ist nicht lesbar. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.");
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    ProblemDetail falscheArt() {
        return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Bitte senden Sie die Angaben als JSON (application/json).");
    }

    private static ProblemDetail problem(HttpStatus status, String satz) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, satz);
        problem.setTitle("Angabe nicht lesbar");
        return problem;
    }
}
