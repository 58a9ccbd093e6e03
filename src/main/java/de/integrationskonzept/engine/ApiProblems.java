package de.integrationskonzept.engine;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A {@link Refusal} at {@code /api} is a problem (RFC 9457) with its own status. */
@RestControllerAdvice
class ApiProblems {

    @ExceptionHandler(Refusal.class)
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        HttpStatus status = HttpStatus.valueOf(refusal.getStatus().getStatusCode());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refusal.getMessage());
        problem.setTitle(switch (status) {
            case FORBIDDEN -> "Nicht erlaubt";
            case NOT_FOUND -> "Nicht gefunden";
            case CONFLICT -> "Zurzeit nicht möglich";
            case SERVICE_UNAVAILABLE -> "Zurzeit nicht verfügbar";
            case REQUEST_ENTITY_TOO_LARGE -> "Zu groß";
            case UNSUPPORTED_MEDIA_TYPE -> "Dateiart nicht möglich";
            default -> "Angabe nicht lesbar";
        });
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        return (status == HttpStatus.SERVICE_UNAVAILABLE ? answer.header(HttpHeaders.RETRY_AFTER, DatabaseAway.RETRY_AFTER) : answer).body(problem);
    }
}
