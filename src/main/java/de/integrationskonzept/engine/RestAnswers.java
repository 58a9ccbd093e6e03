package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Arrays;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.stereotype.Component;

/** The REST API of the engine as it is, except for two kinds of answers to a request that is not done. */
@Component
class RestAnswers extends CamundaJerseyResourceConfig {

    @Override
    protected void registerAdditionalResources() {
        super.registerAdditionalResources();
        register(InOwnWords.class);
        register(UnreadableVariable.class);
    }

    private static Response answer(Throwable failure) {
        return ExceptionHandlerHelper.getInstance().getResponse(failure);
    }

    /** A {@link Refusal} without the engine's "Cannot submit task form 4711:", which staff would read in Tasklist. */
    static class InOwnWords implements ExceptionMapper<InvalidRequestException> {

        @Override
        public Response toResponse(InvalidRequestException refused) {
            return answer(refused.getCause() instanceof Refusal own ? own : refused);
        }
    }

    /** A variable that cannot even be read as its type says is a bad request, not a failure of the server. */
    static class UnreadableVariable implements ExceptionMapper<RuntimeException> {

        @Override
        public Response toResponse(RuntimeException failure) {
            boolean unreadable = Arrays.stream(failure.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().equals(VariableValueDto.class.getName()));
            return answer(unreadable ? new Refusal(BAD_REQUEST, "Eine Angabe ist nicht lesbar. Bitte füllen Sie das Formular neu aus.")
                    : failure);
        }
    }
}
