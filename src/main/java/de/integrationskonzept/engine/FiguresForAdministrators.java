package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;

/**
 * The engine's metrics and its report of what could be cleaned up count the work of all tenants together, and its jobs and
 * their log hold those of batches and of the engine itself, which have no tenant. Stock shows them to everybody who is logged
 * in; they are for administrators. The jobs of one process can be asked for by name: they have its tenant.
 */
class FiguresForAdministrators implements ContainerRequestFilter {

    private static final Pattern FIGURES = Pattern.compile("/*(engine/[^/]+/+)?(metrics|telemetry|schema|history/job-log|"
            + "history/[^/]+/+cleanable[^/]*)(/.*)?");
    private static final Pattern JOBS = Pattern.compile("/*(engine/[^/]+/+)?(job|job-definition)(/+count)?/*");
    private static final List<String> OF_A_PROCESS = List.of("processInstanceId", "processDefinitionId", "processDefinitionKey");

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        boolean ofAll = FIGURES.matcher(path).matches()
                || JOBS.matcher(path).matches() && request.getUriInfo().getQueryParameters().keySet().stream().noneMatch(OF_A_PROCESS::contains);
        if (ofAll && !administrator()) {
            request.abortWith(ExceptionHandlerHelper.getInstance().getResponse(
                    new Refusal(FORBIDDEN, "Diese Angaben gelten für die ganze Anwendung. Sie sieht nur die Administration.")));
        }
    }

    private static boolean administrator() {
        var caller = ProcessEngines.getDefaultProcessEngine().getIdentityService().getCurrentAuthentication();
        return caller != null && caller.getGroupIds() != null && caller.getGroupIds().contains(Groups.CAMUNDA_ADMIN);
    }
}
