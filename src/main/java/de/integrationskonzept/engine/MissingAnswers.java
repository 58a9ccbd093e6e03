package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;
import static jakarta.ws.rs.core.Response.Status.INTERNAL_SERVER_ERROR;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;

/** Many addresses of the engine's REST API answer 500 when there is no such thing, or not for the caller. */
final class MissingAnswers {

    static final List<Class<?>> MAPPERS = List.of(Missing.class, Wrapped.class);

    private MissingAnswers() {
    }

    private static Response answer(RuntimeException failure) {
        return ExceptionHandlerHelper.getInstance().getResponse(failure);
    }

    private static Response notFound() {
        return answer(new Refusal(NOT_FOUND, "Das gibt es nicht (mehr). Bitte laden Sie die Seite neu."));
    }

    static class Missing implements ExceptionMapper<NullValueException> {

        @Override
        public Response toResponse(NullValueException failure) {
            return notFound();
        }
    }

    @Priority(1)
    static class Wrapped implements ExceptionMapper<RestException> {

        @Override
        public Response toResponse(RestException failure) {
            if (failure.getStatus() != INTERNAL_SERVER_ERROR) {
                return answer(failure);
            }
            return caused(failure, AuthorizationException.class)
                    ? answer(new Refusal(FORBIDDEN, "Das dürfen Sie nicht sehen. Bitte wenden Sie sich an die Administration."))
                    : caused(failure, NullValueException.class) ? notFound() : answer(failure);
        }

        private static boolean caused(Throwable failure, Class<?> type) {
            return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).anyMatch(type::isInstance);
        }
    }
}
