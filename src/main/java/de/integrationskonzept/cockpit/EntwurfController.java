package de.integrationskonzept.cockpit;

import de.integrationskonzept.engine.AccessLog;
import de.integrationskonzept.formular.Entwuerfe;
import de.integrationskonzept.formular.Entwuerfe.Entwurf;
import de.integrationskonzept.rolle.Personennamen;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/** What people have begun to answer at an open task, for those who may work on it. */
@RestController
@RequestMapping("/api/aufgaben/{id}/entwurf")
class EntwurfController {

    private static final DateTimeFormatter UHRZEIT = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Europe/Berlin"));

    private final Entwuerfe entwuerfe;
    private final Personennamen namen;
    private final AccessLog zugriffe;
    private final IdentityService identitaeten;

    EntwurfController(Entwuerfe entwuerfe, Personennamen namen, AccessLog zugriffe, IdentityService identitaeten) {
        this.entwuerfe = entwuerfe;
        this.namen = namen;
        this.zugriffe = zugriffe;
        this.identitaeten = identitaeten;
    }

    /**
     * @param version 0 without a draft; then all but {@code nirgends} is null
     * @param person name of who saved it last, {@code eigener} when that was the caller
     * @param angaben null as well when it was just saved: the caller has them
     * @param nirgends labels of fields that no draft keeps
     */
    record Stand(int version, String person, boolean eigener, Instant am, Map<String, Object> angaben, List<String> nirgends) {
    }

    @GetMapping
    Stand lies(@PathVariable("id") String aufgabe) {
        Entwurf entwurf = entwuerfe.lies(aufgabe);
        if (entwurf.version() != 0) {
            zugriffe.reads(wer(), "Entwurf", Set.of(entwurf.vorgang()));
        }
        return stand(entwurf, true);
    }

    /** Without asking whether anything is missing or wrong: that is asked when the task is completed. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Stand speichere(@PathVariable("id") String aufgabe, @RequestBody(required = false) String auftrag) {
        return stand(entwuerfe.speichere(aufgabe, auftrag), false);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void verwirf(@PathVariable("id") String aufgabe, @RequestParam("version") int version) {
        entwuerfe.verwirf(aufgabe, version);
    }

    private Stand stand(Entwurf entwurf, boolean mitAngaben) {
        return new Stand(entwurf.version(), name(entwurf), wer().equals(entwurf.person()), entwurf.am(), mitAngaben ? entwurf.angaben() : null,
                entwurf.nirgends());
    }

    private String name(Entwurf entwurf) {
        return entwurf.person() == null ? null : namen.von(List.of(entwurf.person())).get(entwurf.person());
    }

    private String wer() {
        return identitaeten.getCurrentAuthentication().getUserId();
    }

    /** The page lets the person choose. */
    @ExceptionHandler(Entwuerfe.Ueberholt.class)
    ResponseEntity<ProblemDetail> ueberholt(Entwuerfe.Ueberholt ueberholt) {
        Entwurf jetzt = ueberholt.jetzt();
        String satz = jetzt.version() == 0 ? "Der Entwurf ist inzwischen verworfen worden."
                : (wer().equals(jetzt.person()) ? "Sie haben inzwischen in einem anderen Fenster gespeichert" : name(jetzt) + " hat inzwischen gespeichert")
                + " (" + UHRZEIT.format(jetzt.am()) + " Uhr).";
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, satz + " Bitte entscheiden Sie, welcher Stand gelten soll.");
        problem.setTitle("Zwei Stände");
        return ResponseEntity.status(HttpStatus.CONFLICT).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    @ExceptionHandler({MethodArgumentTypeMismatchException.class, org.springframework.web.bind.MissingServletRequestParameterException.class})
    ProblemDetail falscheAngabe() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "Die Angabe „version“ muss eine ganze Zahl sein.");
        problem.setTitle("Angabe nicht lesbar");
        return problem;
    }
}
