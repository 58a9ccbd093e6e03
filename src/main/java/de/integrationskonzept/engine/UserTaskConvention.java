package de.integrationskonzept.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Something that holds for every user task of every model, also of those that an admin adds. */
public abstract class UserTaskConvention extends AbstractProcessEnginePlugin {

    /** The task has just been created; its roles and due date are as the model says. */
    protected void created(DelegateTask task) {
    }

    /** Somebody has been given the task, or nobody any more; also right after it was created with somebody. */
    protected void assigned(DelegateTask task) {
    }

    /** The task is done, or not needed any more. */
    protected void ended(DelegateTask task) {
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (configuration.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPostBPMNParseListeners());
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, UserTaskConvention.this::created);
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, UserTaskConvention.this::assigned);
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, UserTaskConvention.this::ended);
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, UserTaskConvention.this::ended);
            }
        });
        configuration.setCustomPostBPMNParseListeners(listeners);
    }
}
