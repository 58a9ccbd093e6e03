package de.integrationskonzept.rolle;

import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;

import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.engine.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What an administrator alone may do below {@code /api}, and how a refusal there reads (RFC 9457). */
@RestControllerAdvice(assignableTypes = {KommunenController.class, PersonalController.class})
class NurAdministration {

    private final IdentityService identitaeten;

    NurAdministration(IdentityService identitaeten) {
        this.identitaeten = identitaeten;
    }

    /** @return the user id of the administrator */
    String verlange() {
        Authentication wer = identitaeten.getCurrentAuthentication();
        if (!Caller.isAdministrator(wer)) {
            throw new Refusal(FORBIDDEN, "Das kann nur die Administration. Bitte wenden Sie sich an sie.");
        }
        return wer.getUserId();
    }

    @ExceptionHandler(Refusal.class)
    ProblemDetail abgelehnt(Refusal grund) {
        return problem(HttpStatus.valueOf(grund.getStatus().getStatusCode()), grund.getMessage());
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    ProblemDetail unlesbar() {
        return problem(HttpStatus.BAD_REQUEST, "Eine Angabe ist nicht lesbar. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.");
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    ProblemDetail falscheArt() {
        return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Bitte senden Sie die Angaben als JSON (application/json).");
    }

    private static ProblemDetail problem(HttpStatus status, String satz) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, satz);
        problem.setTitle(status == HttpStatus.FORBIDDEN ? "Nicht erlaubt" : status == HttpStatus.NOT_FOUND ? "Nicht gefunden" : "Nicht möglich");
        return problem;
    }
}
