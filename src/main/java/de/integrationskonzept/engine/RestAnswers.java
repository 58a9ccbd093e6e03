package de.integrationskonzept.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.rest.exception.JsonMappingExceptionHandler;
import org.camunda.bpm.engine.rest.exception.JsonParseExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.stereotype.Component;

/** The REST API of the engine as it is, in {@code /engine-rest} and behind Tasklist, except for how it reads and how it refuses. */
@Component
class RestAnswers extends CamundaJerseyResourceConfig {

    /** What every REST application gets, those behind Cockpit, Admin and Tasklist included ({@link RestSecurity}). */
    static final List<Class<?>> OWN = List.of(RestErrors.OfAnything.class, RestErrors.OfRest.class, RestErrors.OfRequest.class,
            RestRequests.ReadableBody.class, RestRequests.BoundedLists.class);

    RestAnswers() {
        // The one list that the API behind the web applications is made of, too.
        Set<Class<?>> parts = CamundaRestResources.getConfigurationClasses();
        // Each of them would answer with whatever the exception says: names of Java classes, SQL.
        List.of(ExceptionHandler.class, ProcessEngineExceptionHandler.class, RestExceptionHandler.class,
                JsonMappingExceptionHandler.class, JsonParseExceptionHandler.class).forEach(parts::remove);
        parts.addAll(OWN);
        parts.addAll(List.of(RestRequests.TaskAsItWasRead.class, FiguresForAdministrators.class));
    }
}
