package de.integrationskonzept.engine;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.stereotype.Component;

/**
 * The REST API of the engine as it is, except that a {@link Refusal} reaches the caller in its own words: the engine puts
 * "Cannot submit task form 4711:" before it, which staff would read in Tasklist.
 */
@Component
class RestAnswers extends CamundaJerseyResourceConfig {

    @Override
    protected void registerAdditionalResources() {
        super.registerAdditionalResources();
        register(InOwnWords.class);
    }

    static class InOwnWords implements ExceptionMapper<InvalidRequestException> {

        @Override
        public Response toResponse(InvalidRequestException refused) {
            return ExceptionHandlerHelper.getInstance().getResponse(refused.getCause() instanceof Refusal own ? own : refused);
        }
    }
}
