package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;

/**
 * The engine's metrics count the work of all tenants together, and its log of jobs holds those of batches, which have no
 * tenant. Stock shows both to everybody who is logged in; they are for administrators.
 */
class FiguresForAdministrators implements ContainerRequestFilter {

    private static final Pattern FIGURES = Pattern.compile("/*(engine/[^/]+/+)?(metrics|telemetry|schema|history/job-log)(/.*)?");

    @Override
    public void filter(ContainerRequestContext request) {
        if (FIGURES.matcher(request.getUriInfo().getPath()).matches() && !administrator()) {
            request.abortWith(ExceptionHandlerHelper.getInstance().getResponse(
                    new Refusal(FORBIDDEN, "Diese Angaben gelten für die ganze Anwendung. Sie sieht nur die Administration.")));
        }
    }

    private static boolean administrator() {
        var caller = ProcessEngines.getDefaultProcessEngine().getIdentityService().getCurrentAuthentication();
        return caller != null && caller.getGroupIds() != null && caller.getGroupIds().contains(Groups.CAMUNDA_ADMIN);
    }
}
