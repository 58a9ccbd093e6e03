package de.integrationskonzept.engine;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.batch.history.HistoricBatchEntity;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariableTypedCmd;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetIdentityLinksForTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetJobExceptionStacktraceCmd;
import org.camunda.bpm.engine.impl.cmd.GetRenderedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmdTyped;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.AttachmentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.MessageCorrelationResultWithVariables;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;

/** What of a command's result are answers of people or says who did what, and in which process instances it lies. */
class Reads {

    private static final String ANSWERS = "Angaben";
    private static final String FORM = "Formular";
    private static final String TASK = "Aufgabe";
    private static final String ATTACHMENT = "Anlage";
    private static final String FAILURE = "Fehlermeldung";

    /** Commands whose result does not say where it comes from: the kind, and the field that does. */
    private static final Map<Class<?>, Source> SOURCES = Map.ofEntries(
            Map.entry(GetTaskVariablesCmd.class, new Source(ANSWERS, "taskId")),
            Map.entry(GetTaskVariableCmd.class, new Source(ANSWERS, "taskId")),
            Map.entry(GetTaskVariableCmdTyped.class, new Source(ANSWERS, "taskId")),
            Map.entry(GetExecutionVariablesCmd.class, new Source(ANSWERS, "executionId")),
            Map.entry(GetExecutionVariableCmd.class, new Source(ANSWERS, "executionId")),
            Map.entry(GetExecutionVariableTypedCmd.class, new Source(ANSWERS, "executionId")),
            Map.entry(GetTaskFormVariablesCmd.class, new Source(FORM, "resourceId")),
            Map.entry(GetRenderedTaskFormCmd.class, new Source(FORM, "taskId")),
            Map.entry(GetTaskFormCmd.class, new Source(FORM, "taskId")),
            Map.entry(GetIdentityLinksForTaskCmd.class, new Source(TASK, "taskId")),
            Map.entry(GetJobExceptionStacktraceCmd.class, new Source(FAILURE, "jobId")),
            Map.entry(GetAttachmentContentCmd.class, new Source(ATTACHMENT, "attachmentId")),
            Map.entry(GetTaskAttachmentContentCmd.class, new Source(ATTACHMENT, "attachmentId")));

    private final Set<String> captions;
    private final FileLookup lookup;
    private final Map<String, Set<String>> found = new LinkedHashMap<>();
    private final Map<String, String> ofTasks = new HashMap<>();

    Reads(Set<String> captions, FileLookup lookup) {
        this.captions = captions;
        this.lookup = lookup;
    }

    private record Source(String kind, String field) {

        String id(Object command) {
            return (String) value(command, field);
        }
    }

    /** Kinds with the instances; null among them is what lies in no file. */
    Map<String, Set<String>> in(Command<?> command, Object result) {
        Source source = SOURCES.get(command.getClass());
        if (source != null) {
            if (!empty(result) && !onlyCaptions(command, result)) {
                found(source.kind(), instance(source, command));
            }
        } else if (result instanceof VariablesOfInstance variables) {
            found(ANSWERS, variables.instance());
        } else if (command instanceof TaskQueryImpl query && query.getTaskId() != null && result instanceof Task task) {
            found(TASK, task.getProcessInstanceId());
        } else if (result instanceof Collection<?> list) {
            list.forEach(this::element);
        } else if (!(result instanceof HistoricTaskInstance)) {
            // A single one is what REST asks for to see whether there is such a task; it hands out only lists of them.
            element(result);
        }
        return found;
    }

    private static boolean empty(Object result) {
        return result instanceof Map<?, ?> map && map.isEmpty() || result instanceof Collection<?> list && list.isEmpty()
                || result instanceof FormData form && form.getFormFields().isEmpty();
    }

    private boolean onlyCaptions(Command<?> command, Object result) {
        if (result instanceof Map<?, ?> map) {
            return captions.containsAll(map.keySet());
        }
        boolean single = command instanceof GetTaskVariableCmd || command instanceof GetTaskVariableCmdTyped
                || command instanceof GetExecutionVariableCmd || command instanceof GetExecutionVariableTypedCmd;
        return single && captions.contains(value(command, "variableName"));
    }

    private String instance(Source source, Command<?> command) {
        String id = source.id(command);
        return switch (source.field()) {
            case "executionId" -> lookup.ofExecution(id);
            case "jobId" -> lookup.ofJob(id);
            case "attachmentId" -> lookup.ofAttachment(id);
            default -> lookup.ofTask(id);
        };
    }

    private void element(Object element) {
        if (element instanceof VariableInstance variable) {
            variable(ANSWERS, variable.getName(), variable.getProcessInstanceId());
        } else if (element instanceof HistoricVariableInstance variable) {
            variable("Verlauf", variable.getName(), variable.getProcessInstanceId());
        } else if (element instanceof HistoricVariableUpdate update) {
            variable("Verlauf", update.getVariableName(), update.getProcessInstanceId());
        } else if (element instanceof CommentEntity comment) {
            found("Kommentar", instance(comment.getProcessInstanceId(), comment.getTaskId()));
        } else if (element instanceof AttachmentEntity attachment) {
            found(ATTACHMENT, instance(attachment.getProcessInstanceId(), attachment.getTaskId()));
        } else if (element instanceof UserOperationLogEntry entry) {
            found("Protokoll", entry.getProcessInstanceId());
        } else if (element instanceof LockedExternalTask task) {
            found(ANSWERS, task.getProcessInstanceId());
        } else if (element instanceof MessageCorrelationResultWithVariables told) {
            correlated(told);
        } else if (element instanceof Incident incident && incident.getIncidentMessage() != null) {
            // What failed often quotes what somebody has entered.
            found(FAILURE, incident.getProcessInstanceId());
        } else if (element instanceof Job job && job.getExceptionMessage() != null) {
            found(FAILURE, job.getProcessInstanceId());
        } else if (element instanceof HistoricIdentityLinkLog link) {
            found("Verlauf", link.getTaskId() != null ? instance(null, link.getTaskId()) : link.getRootProcessInstanceId());
        } else if (element instanceof HistoryEvent event && !(element instanceof HistoricProcessInstance)
                && !(element instanceof HistoricBatchEntity)) {
            found("Verlauf", event.getProcessInstanceId());
        }
    }

    private void correlated(MessageCorrelationResultWithVariables told) {
        if (told.getVariables() != null && !captions.containsAll(told.getVariables().keySet())) {
            found(ANSWERS, told.getExecution() != null ? told.getExecution().getProcessInstanceId() : told.getProcessInstance().getId());
        }
    }

    private String instance(String known, String task) {
        return known != null || task == null ? known : ofTasks.computeIfAbsent(task, lookup::ofTask);
    }

    private void variable(String kind, String name, String instance) {
        if (!captions.contains(name)) {
            found(kind, instance);
        }
    }

    private void found(String kind, String instance) {
        found.computeIfAbsent(kind, k -> new HashSet<>()).add(instance);
    }

    /** The engine's commands keep what they were asked for to themselves. */
    private static Object value(Object command, String field) {
        for (Class<?> type = command.getClass(); type != null; type = type.getSuperclass()) {
            for (Field candidate : type.getDeclaredFields()) {
                if (candidate.getName().equals(field)) {
                    return read(candidate, command);
                }
            }
        }
        throw new IllegalStateException(command.getClass() + " has no field " + field);
    }

    private static Object read(Field field, Object command) {
        try {
            field.setAccessible(true);
            return field.get(command);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
