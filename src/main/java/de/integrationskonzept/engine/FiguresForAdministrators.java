package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.runtime.Job;

/**
 * The engine's metrics and its report of what could be cleaned up count the work of all tenants together, and its jobs and
 * their log hold those of batches and of the engine itself, which have no tenant. Stock shows them to everybody who is logged
 * in, and lets them change and delete such jobs; all this is for administrators. The jobs of one process can be asked for by
 * name: they have its tenant.
 */
class FiguresForAdministrators implements ContainerRequestFilter {

    private static final Pattern FIGURES = Pattern.compile("/*(engine/[^/]+/+)?(metrics|telemetry|schema|history/job-log|"
            + "history/+cleanup|history/[^/]+/+cleanable[^/]*)(/.*)?");
    private static final Pattern JOBS = Pattern.compile("/*(engine/[^/]+/+)?(job|job-definition)(/+count)?/*");
    private static final Pattern ONE_JOB = Pattern.compile("/*(engine/[^/]+/+)?(job|job-definition)/+([^/]+)(/.*)?");
    private static final List<String> OF_A_PROCESS = List.of("processInstanceId", "processDefinitionId", "processDefinitionKey");

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        boolean ofAll = FIGURES.matcher(path).matches()
                || JOBS.matcher(path).matches() && request.getUriInfo().getQueryParameters().keySet().stream().noneMatch(OF_A_PROCESS::contains)
                || ofNoProcess(ONE_JOB.matcher(path));
        if (ofAll && !Caller.isAdministrator(ProcessEngines.getDefaultProcessEngine().getIdentityService().getCurrentAuthentication())) {
            request.abortWith(ExceptionHandlerHelper.getInstance().getResponse(
                    new Refusal(FORBIDDEN, "Diese Angaben gelten für die ganze Anwendung. Sie sieht nur die Administration.")));
        }
    }

    /** Stock holds such a job to be nobody's and asks for no right at all, see AuthorizationCommandChecker.checkUpdateJob of 7.24.0. */
    private static boolean ofNoProcess(Matcher job) {
        return job.matches() && executor().execute(context -> job.group(2).equals("job")
                ? ofNoProcess(context.getJobManager().findJobById(job.group(3)), Job::getProcessDefinitionId)
                : ofNoProcess(context.getJobDefinitionManager().findById(job.group(3)), JobDefinition::getProcessDefinitionId));
    }

    private static <T> boolean ofNoProcess(T found, Function<T, String> process) {
        return found != null && process.apply(found) == null;
    }

    private static CommandExecutor executor() {
        return ((ProcessEngineConfigurationImpl) ProcessEngines.getDefaultProcessEngine().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
    }
}
