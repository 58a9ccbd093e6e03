package de.integrationskonzept.beteiligung;

import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.engine.Refusal;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** The open task that the caller may work on. Only within a command. */
final class Offene {

    private Offene() {
    }

    /** @throws Refusal (404) when there is none; whether there is one of somebody else is not told */
    static TaskEntity verlange(CommandContext context, String aufgabe) {
        TaskEntity task = context.getTaskManager().findTaskById(aufgabe);
        if (task == null || task.getExecution() == null || !context.getTenantManager().isAuthenticatedTenant(task.getTenantId())) {
            throw fehlt();
        }
        try {
            Context.getProcessEngineConfiguration().getCommandCheckers().forEach(pruefer -> pruefer.checkTaskWork(task));
        } catch (AuthorizationException fremd) {
            throw fehlt();
        }
        return task;
    }

    private static Refusal fehlt() {
        return new Refusal(NOT_FOUND, "Diese Aufgabe können Sie nicht (mehr) bearbeiten. Vermutlich ist sie schon erledigt; bitte laden Sie die "
                + "Aufgabenliste neu.");
    }
}
