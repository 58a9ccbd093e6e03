package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.CONFLICT;
import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.HistoricTaskPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;

/**
 * Comments and attachments belong to their task. Stock asks for rights only when it lists them: a single one is shown to
 * everybody who knows its id, and an attachment is added and deleted by everybody, across all tenants. What people add passes
 * the {@link AttachmentGuard}.
 */
class GuardedPapers extends TaskServiceImpl {

    private final Supplier<AttachmentGuard> guard;

    GuardedPapers(Supplier<AttachmentGuard> guard) {
        this.guard = guard;
    }

    @Override
    public Comment getTaskComment(String taskId, String commentId) {
        return readable(taskId, null) ? super.getTaskComment(taskId, commentId) : null;
    }

    @Override
    public List<Attachment> getTaskAttachments(String taskId) {
        return readable(taskId) ? super.getTaskAttachments(taskId) : List.of();
    }

    @Override
    public Attachment getTaskAttachment(String taskId, String attachmentId) {
        return readable(taskId) ? super.getTaskAttachment(taskId, attachmentId) : null;
    }

    @Override
    public InputStream getTaskAttachmentContent(String taskId, String attachmentId) {
        return readable(taskId) ? super.getTaskAttachmentContent(taskId, attachmentId) : null;
    }

    @Override
    public Attachment getAttachment(String attachmentId) {
        Attachment found = super.getAttachment(attachmentId);
        return found == null || (found.getTaskId() != null ? readable(found.getTaskId()) : readable(null, found.getProcessInstanceId())) ? found : null;
    }

    @Override
    public InputStream getAttachmentContent(String attachmentId) {
        return getAttachment(attachmentId) == null ? null : super.getAttachmentContent(attachmentId);
    }

    @Override
    public Attachment createAttachment(String type, String taskId, String processInstanceId, String name, String description,
            InputStream content) {
        if (!commandExecutor.execute(context -> Caller.userId() != null)) {
            return super.createAttachment(type, taskId, processInstanceId, name, description, content);
        }
        checkOpen(taskId);
        AttachmentGuard.Paper paper = guard.get().accept(name, bytes(content));
        return Retry.onConflict(() -> commandExecutor.execute(context -> {
            checkOpen(taskId);
            refuseSecondCopy(taskId, paper);
            return super.createAttachment(paper.type(), taskId, context.getTaskManager().findTaskById(taskId).getProcessInstanceId(),
                    free(taskId, paper.name()), description, new ByteArrayInputStream(paper.content()));
        }));
    }

    /** An address somewhere else is nothing that could be kept, and may be a trap. */
    @Override
    public Attachment createAttachment(String type, String taskId, String processInstanceId, String name, String description, String url) {
        if (commandExecutor.execute(context -> Caller.userId() != null)) {
            throw new Refusal(BAD_REQUEST, "Verweise lassen sich nicht anhängen. Bitte speichern Sie die Datei und fügen Sie sie selbst hinzu.");
        }
        return super.createAttachment(type, taskId, processInstanceId, name, description, url);
    }

    private static byte[] bytes(InputStream content) {
        try {
            return content == null ? new byte[0] : content.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Who clicks twice sends twice. */
    private void refuseSecondCopy(String taskId, AttachmentGuard.Paper paper) {
        if (super.getTaskAttachments(taskId).stream().filter(other -> other.getName().equals(paper.name()))
                .anyMatch(other -> Arrays.equals(bytes(super.getTaskAttachmentContent(taskId, other.getId())), paper.content()))) {
            throw new Refusal(CONFLICT, "Diese Datei ist schon bei der Aufgabe. Bitte laden Sie die Seite neu.");
        }
    }

    /** The same name twice at one task would leave people guessing: the second one gets a number. */
    private String free(String taskId, String name) {
        Set<String> taken = super.getTaskAttachments(taskId).stream().map(Attachment::getName).collect(Collectors.toSet());
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        return !taken.contains(name) ? name : IntStream.iterate(2, i -> i + 1).mapToObj(i -> name.substring(0, dot) + " (" + i + ")" + name.substring(dot))
                .filter(other -> !taken.contains(other)).findFirst().orElseThrow();
    }

    private void checkOpen(String taskId) {
        if (taskId == null || commandExecutor.execute(context -> context.getTaskManager().findTaskById(taskId)) == null) {
            throw GuardedTaskService.gone();
        }
        checkWork(taskId);
    }

    @Override
    public void deleteAttachment(String attachmentId) {
        Retry.onConflict(() -> commandExecutor.execute(context -> {
            Attachment found = super.getAttachment(attachmentId);
            checkWork(found == null ? null : found.getTaskId());
            super.deleteAttachment(attachmentId);
            return null;
        }));
    }

    @Override
    public void deleteTaskAttachment(String taskId, String attachmentId) {
        Retry.onConflict(() -> commandExecutor.execute(context -> {
            checkWork(taskId);
            super.deleteTaskAttachment(taskId, attachmentId);
            return null;
        }));
    }

    @Override
    public void saveAttachment(Attachment attachment) {
        checkWork(attachment.getTaskId());
        super.saveAttachment(attachment);
    }

    /** Whoever only watches all tasks of a process reads no files of them: the task must be, or have been, for the caller. */
    private boolean readable(String taskId) {
        return readable(taskId, null) && commandExecutor.execute(context -> {
            var rights = context.getAuthorizationManager();
            return Caller.userId() == null || rights.isAuthorized(TaskPermissions.READ, Resources.TASK, taskId)
                    || rights.isAuthorized(HistoricTaskPermissions.READ, Resources.HISTORIC_TASK, taskId);
        });
    }

    /** Whether the caller may read the task, open or finished, or else the process instance. */
    private boolean readable(String taskId, String processInstanceId) {
        return commandExecutor.execute(context -> {
            var history = Context.getProcessEngineConfiguration().getHistoryService();
            return taskId != null ? createTaskQuery().taskId(taskId).count() > 0
                    || history.createHistoricTaskInstanceQuery().taskId(taskId).count() > 0
                    : processInstanceId != null
                    && history.createHistoricProcessInstanceQuery().processInstanceId(processInstanceId).count() > 0;
        });
    }

    /** Staff change the papers of a task that they may work on; those of a finished one stay as they are. */
    private void checkWork(String taskId) {
        commandExecutor.execute(context -> {
            if (Caller.isStaff() && !mayWork(context, taskId)) {
                throw new Refusal(FORBIDDEN, "Anlagen können Sie nur an Aufgaben ändern, die Sie gerade bearbeiten.");
            }
            return null;
        });
    }

    private static boolean mayWork(CommandContext context, String taskId) {
        TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        if (task == null || !context.getTenantManager().isAuthenticatedTenant(task.getTenantId())) {
            return false;
        }
        try {
            Context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
            return true;
        } catch (AuthorizationException denied) {
            return false;
        }
    }
}
