package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.camunda.bpm.engine.rest.dto.task.TaskDto;

/** How requests to the REST API are read. */
final class RestRequests {

    private RestRequests() {
    }

    /** What is no JSON, or not the expected one, is a bad request; stock answers it now and then with names of Java classes. */
    static class ReadableBody implements ReaderInterceptor {

        @Override
        public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
            try {
                return context.proceed();
            } catch (JsonProcessingException unreadable) {
                // It wraps what reading the body itself refuses, too.
                throw RestErrors.cause(unreadable, Refusal.class).orElseGet(RestErrors::unreadable);
            }
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

    /**
     * No answer holds more than {@value GuardedQueries#MOST_RESULTS} entries. Who does not say how many they want, as the web
     * applications in places, gets so many; the engine alone would refuse them.
     */
    @PreMatching
    static class BoundedLists implements ContainerRequestFilter {

        private static final String MAX_RESULTS = "maxResults";

        @Override
        public void filter(ContainerRequestContext request) {
            UriInfo asked = request.getUriInfo();
            check(asked.getQueryParameters().getFirst("firstResult"), Integer.MAX_VALUE);
            String wanted = asked.getQueryParameters().getFirst(MAX_RESULTS);
            check(wanted, GuardedQueries.MOST_RESULTS);
            // Metrics have a lower limit of their own.
            if (wanted == null && !asked.getPath().contains("metrics")) {
                request.setRequestUri(asked.getRequestUriBuilder().queryParam(MAX_RESULTS, GuardedQueries.MOST_RESULTS).build());
            }
        }

        private static void check(String number, int most) {
            if (number != null && !(number.matches("\\d{1,9}") && Integer.parseInt(number) <= most)) {
                throw new Refusal(BAD_REQUEST, "Bitte fordern Sie höchstens 2.000 Einträge auf einmal an, mit ganzen Zahlen ab 0 "
                        + "in firstResult und maxResults.");
            }
        }
    }
}
