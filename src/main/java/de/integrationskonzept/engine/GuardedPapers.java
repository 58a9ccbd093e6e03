package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;

import java.io.InputStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;

/**
 * Comments and attachments belong to their task. Stock asks for rights only when it lists them: a single one is shown to
 * everybody who knows its id, and an attachment is deleted by everybody, across all tenants.
 */
class GuardedPapers extends TaskServiceImpl {

    @Override
    public Comment getTaskComment(String taskId, String commentId) {
        return readable(taskId, null) ? super.getTaskComment(taskId, commentId) : null;
    }

    @Override
    public Attachment getTaskAttachment(String taskId, String attachmentId) {
        return readable(taskId, null) ? super.getTaskAttachment(taskId, attachmentId) : null;
    }

    @Override
    public InputStream getTaskAttachmentContent(String taskId, String attachmentId) {
        return readable(taskId, null) ? super.getTaskAttachmentContent(taskId, attachmentId) : null;
    }

    @Override
    public Attachment getAttachment(String attachmentId) {
        Attachment found = super.getAttachment(attachmentId);
        return found == null || readable(found.getTaskId(), found.getProcessInstanceId()) ? found : null;
    }

    @Override
    public InputStream getAttachmentContent(String attachmentId) {
        return getAttachment(attachmentId) == null ? null : super.getAttachmentContent(attachmentId);
    }

    @Override
    public void deleteAttachment(String attachmentId) {
        Attachment found = super.getAttachment(attachmentId);
        checkWork(found == null ? null : found.getTaskId());
        super.deleteAttachment(attachmentId);
    }

    @Override
    public void deleteTaskAttachment(String taskId, String attachmentId) {
        checkWork(taskId);
        super.deleteTaskAttachment(taskId, attachmentId);
    }

    @Override
    public void saveAttachment(Attachment attachment) {
        checkWork(attachment.getTaskId());
        super.saveAttachment(attachment);
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
