package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.CONFLICT;
import static jakarta.ws.rs.core.Response.Status.INTERNAL_SERVER_ERROR;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.xml.sax.SAXException;

/**
 * What went wrong as the REST API says it: in German, without a stack trace, the name of a Java class or SQL; as a 4xx
 * whenever the caller can do something about it. The shape is the engine's own ({@code type}, {@code message}).
 */
final class RestErrors {

    private static final ExceptionHandlerHelper STOCK = ExceptionHandlerHelper.getInstance();

    /** A Java name with its package, a line of a stack trace, what MyBatis writes around SQL. */
    private static final Pattern INTERNAL = Pattern.compile("\\b[a-z][\\w$]*(\\.[a-z][\\w$]*)+\\.[A-Z]\\w*|###|(?i)\\bsql\\b|jdbc|Exception\\b");

    private static final Pattern MISSING = Pattern.compile("(?i)cannot find|no .* found|does not exist|is null");

    private static final String NO_ID = "is not a valid resource identifier.";

    /** Where nothing of ours and nothing of the engine's work is at hand yet: what is null there was not sent, or is not there. */
    private static final Pattern STUMBLES = Pattern.compile("org\\.camunda\\.bpm\\.engine\\.rest\\..*|"
            + ".*\\.UserOperationLogContextEntryBuilder|.*\\.Update(Process|Decision)DefinitionHistoryTimeToLiveCmd");

    /** Exceptions without a type of their own, see CommandLogger of 7.24.0. */
    private static final Pattern NOBODY_WAITS = Pattern.compile("No subscriptions were found|does not have a subscription");

    private RestErrors() {
    }

    static Refusal unreadable() {
        return new Refusal(BAD_REQUEST, "Eine Angabe ist nicht lesbar. Bitte füllen Sie das Formular neu aus.");
    }

    static Response answer(Throwable failure) {
        Throwable told = inOwnWords(failure).orElse(failure);
        int status = status(told);
        Response.ResponseBuilder answer = Response.status(status).entity(body(told, status, failure)).type(MediaType.APPLICATION_JSON_TYPE);
        return (status == 503 ? answer.header(HttpHeaders.RETRY_AFTER, DatabaseAway.RETRY_AFTER) : answer).build();
    }

    /** A refusal says itself what to do next, also when that is to come back later (503). */
    private static ExceptionDto body(Throwable told, int status, Throwable failure) {
        ExceptionDto body = STOCK.fromException(told);
        if (told instanceof Refusal) {
            return body;
        }
        if (status >= 500) {
            body = new ExceptionDto();
            body.setType("ServerError");
            body.setMessage(Fault.log(failure));
        } else {
            body.setMessage(Fault.sentence(status) + detail(status, told.getMessage()));
        }
        return body;
    }

    /** The refusal that the failure comes from, or what it means for the caller; empty when stock knows best. */
    private static Optional<Throwable> inOwnWords(Throwable failure) {
        return cause(failure, Refusal.class).map(Throwable.class::cast)
                .or(() -> NoRoom.of(failure))
                .or(() -> DatabaseAway.of(failure))
                .or(() -> cause(failure, SQLException.class).flatMap(RestErrors::ofDatabase))
                .or(() -> Optional.of(failure).filter(Retry::isConflict).map(conflict -> changedMeanwhile()))
                .or(() -> cause(failure, ProcessEngineException.class).filter(RestErrors::isWeakPassword).map(weak -> new Refusal(BAD_REQUEST,
                        "Das Passwort ist zu schwach: Bitte wählen Sie mindestens 10 Zeichen mit Groß- und Kleinbuchstaben, Ziffern "
                                + "und Sonderzeichen, ohne Namen, Kennung oder E-Mail-Adresse der Person.")))
                .or(() -> cause(failure, TaskAlreadyClaimedException.class).map(taken -> new Refusal(CONFLICT,
                        "Diese Aufgabe hat schon jemand anderes übernommen. Bitte laden Sie die Aufgabenliste neu.")))
                .or(() -> cause(failure, SuspendedEntityInteractionException.class).map(rests -> new Refusal(CONFLICT,
                        "Die Akte ruht zurzeit. Bitte warten Sie, bis sie fortgesetzt wird.")))
                .or(() -> cause(failure, SAXException.class).map(broken -> new Refusal(BAD_REQUEST,
                        "Eine Datei ist nicht lesbar, weil sie kein gültiges XML ist. Bitte prüfen Sie sie im Modeler.")))
                .or(() -> isOfTheRequest(failure) ? Optional.of(unreadable()) : Optional.empty());
    }

    /** The engine has no exception of its own for this. */
    private static boolean isWeakPassword(ProcessEngineException failure) {
        return "Password does not match policy".equals(failure.getMessage());
    }

    private static Refusal changedMeanwhile() {
        return new Refusal(CONFLICT, "Das hat inzwischen jemand anderes geändert oder angelegt. Bitte laden Sie die Seite neu.");
    }

    /**
     * Classes of SQLSTATE: 22 is a value that does not fit, 23 one that is there already or that others refer to; 40 is a transaction
     * that had to give way to another one, for H2 HYT00 when it has waited for it in vain.
     */
    private static Optional<Throwable> ofDatabase(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("22") ? Optional.of(new Refusal(BAD_REQUEST,
                "Eine Angabe ist zu lang oder enthält Zeichen, die sich nicht speichern lassen. Bitte kürzen Sie sie."))
                : state.startsWith("23") || state.startsWith("40") || state.equals("HYT00") ? Optional.of(changedMeanwhile()) : Optional.empty();
    }

    /** A variable that cannot even be read as its type says, or a part of the request without which stock's REST API stumbles. */
    private static boolean isOfTheRequest(Throwable failure) {
        return STOCK.getStatus(failure) == INTERNAL_SERVER_ERROR && (Arrays.stream(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(VariableValueDto.class.getName()))
                || failure instanceof NullPointerException && STUMBLES.matcher(failure.getStackTrace()[0].getClassName()).matches());
    }

    private static int status(Throwable failure) {
        Status status = STOCK.getStatus(failure);
        if (status == INTERNAL_SERVER_ERROR && failure instanceof RestException && failure.getCause() != null) {
            // Starting and evaluating pack everything into this, their caller's faults included.
            return status(failure.getCause());
        }
        if (status == INTERNAL_SERVER_ERROR && failure instanceof RestException && MISSING.matcher(failure.getMessage()).find()) {
            status = NOT_FOUND;
        } else if (failure instanceof NullValueException) {
            status = MISSING.matcher(failure.getMessage()).find() ? NOT_FOUND : BAD_REQUEST;
        } else if (failure instanceof ProcessEngineException && String.valueOf(failure.getMessage()).endsWith(NO_ID)) {
            status = BAD_REQUEST;
        } else if (failure instanceof ProcessEngineException && NOBODY_WAITS.matcher(String.valueOf(failure.getMessage())).find()) {
            status = NOT_FOUND;
        }
        return status == null ? 500 : status.getStatusCode();
    }

    /** What exactly was wrong with a request, for whoever writes one by hand; left out when it speaks of our insides. */
    private static String detail(int status, String message) {
        return status != 400 || message == null || message.isBlank() || INTERNAL.matcher(message).find() ? "" : " (" + message + ")";
    }

    static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> kind) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20).filter(kind::isInstance)
                .map(kind::cast).findFirst();
    }

    /** With {@code @Priority}, because stock has a mapper for each of the same exceptions. */
    private abstract static class Own<T extends Throwable> implements ExceptionMapper<T> {

        @Override
        public Response toResponse(T failure) {
            return answer(failure);
        }
    }

    @Priority(1)
    static class OfAnything extends Own<Throwable> {
    }

    @Priority(1)
    static class OfRest extends Own<RestException> {
    }

    @Priority(1)
    static class OfRequest extends Own<InvalidRequestException> {
    }
}
