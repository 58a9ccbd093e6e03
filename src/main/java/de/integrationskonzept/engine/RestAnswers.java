package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.dto.task.TaskDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.stereotype.Component;

/** The REST API of the engine as it is, in {@code /engine-rest} and behind Tasklist, except for what staff would stumble over. */
@Component
class RestAnswers extends CamundaJerseyResourceConfig {

    RestAnswers() {
        // The one list that the API behind the web applications is made of, too.
        CamundaRestResources.getConfigurationClasses().addAll(List.of(InOwnWords.class, UnreadableVariable.class,
                UnreadableJson.class, TaskAsItWasRead.class, FiguresForAdministrators.class));
        CamundaRestResources.getConfigurationClasses().addAll(MissingAnswers.MAPPERS);
    }

    private static Response answer(Throwable failure) {
        return ExceptionHandlerHelper.getInstance().getResponse(failure);
    }

    private static Response unreadable() {
        return answer(new Refusal(BAD_REQUEST, "Eine Angabe ist nicht lesbar. Bitte füllen Sie das Formular neu aus."));
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
            return Arrays.stream(failure.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().equals(VariableValueDto.class.getName())) ? unreadable() : answer(failure);
        }
    }

    /** Two stock mappers take turns here, one of them answers with names of Java classes as plain text. */
    @Priority(1)
    static class UnreadableJson implements ExceptionMapper<JsonProcessingException> {

        @Override
        public Response toResponse(JsonProcessingException failure) {
            return unreadable();
        }
    }

    /** Tasklist changes a due or follow-up date by sending back the whole task, whose form reference the engine cannot read. */
    static class TaskAsItWasRead implements ReaderInterceptor {

        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
            if (context.getType() == TaskDto.class) {
                context.setInputStream(new ByteArrayInputStream(withoutForm(context.getInputStream().readAllBytes())));
            }
            return context.proceed();
        }

        private static byte[] withoutForm(byte[] body) throws IOException {
            return JSON.readTree(body) instanceof ObjectNode task ? JSON.writeValueAsBytes(task.without("camundaFormRef")) : body;
        }
    }
}
