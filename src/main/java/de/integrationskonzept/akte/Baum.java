package de.integrationskonzept.akte;

import de.integrationskonzept.engine.Work;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.camunda.bpm.engine.runtime.Execution;

/** The instances of one file: the frame and all that it calls, seen from the execution at work. */
final class Baum {

    private Baum() {
    }

    static <T> T mitDienst(Function<RuntimeService, T> tat) {
        RuntimeService dienst = Context.getProcessEngineConfiguration().getRuntimeService();
        return Work.unrestricted(() -> tat.apply(dienst));
    }

    /** Ids of the process instances of the file that still run. */
    static List<String> instanzen() {
        return instanzen(Work.here().getRootProcessInstanceId());
    }

    /** Likewise of another file, or of another root of this one. */
    static List<String> instanzen(String wurzel) {
        return executionen(wurzel, "PARENT_ID_ is null", "-").stream().map(Execution::getProcessInstanceId).distinct().toList();
    }

    private static List<Execution> executionen(String wurzel, String bedingung, String wert) {
        return mitDienst(dienst -> List.copyOf(dienst.createNativeExecutionQuery()
                .sql("select * from ACT_RU_EXECUTION where PROC_INST_ID_ in (select ID_ from ACT_RU_EXECUTION "
                        + "where ROOT_PROC_INST_ID_ = #{wurzel}) and " + bedingung)
                .parameter("wurzel", wurzel).parameter("wert", wert).list()));
    }

    /** Tasks of the file that are open, without the one that is just being completed. */
    static List<TaskEntity> offeneAufgaben() {
        var dienst = Context.getProcessEngineConfiguration().getTaskService();
        return Work.unrestricted(() -> dienst.createNativeTaskQuery()
                .sql("select T.* from ACT_RU_TASK T join ACT_RU_EXECUTION E on T.PROC_INST_ID_ = E.ID_ "
                        + "where E.ROOT_PROC_INST_ID_ = #{wurzel}")
                .parameter("wurzel", Work.here().getRootProcessInstanceId()).list()).stream().map(TaskEntity.class::cast)
                .filter(aufgabe -> aufgabe.getExecution() != null && !aufgabe.getExecution().getProcessInstance().isEnded()
                        && !aufgabe.isDeleted())
                .toList();
    }

    /** Executions of the file that wait for the message, without those that rest or that it has just reached. */
    static List<String> wartendAuf(String nachricht) {
        return executionen(Work.here().getRootProcessInstanceId(), "ID_ in (select EXECUTION_ID_ from ACT_RU_EVENT_SUBSCR "
                + "where EVENT_NAME_ = #{wert} and EVENT_TYPE_ = 'message')", nachricht).stream().map(ExecutionEntity.class::cast)
                .filter(e -> !e.isSuspended() && e.getEventSubscriptions().stream().anyMatch(s -> nachricht.equals(s.getEventName())))
                .map(Execution::getId).toList();
    }

    /** The running instance in which steps that follow the same gateway as this one are at work, but not it itself. */
    static Optional<String> instanzMitGeschwistern(String schritt) {
        for (String instanz : instanzen()) {
            ExecutionEntity entity = Context.getCommandContext().getExecutionManager().findExecutionById(instanz);
            PvmActivity ziel = ((ProcessDefinitionImpl) entity.getProcessDefinition()).findActivity(schritt);
            List<String> aktiv = mitDienst(dienst -> dienst.getActiveActivityIds(instanz));
            if (ziel != null && !aktiv.contains(schritt) && aktiv.stream()
                    .map(((ProcessDefinitionImpl) entity.getProcessDefinition())::findActivity)
                    .anyMatch(geschwister -> gleicheHerkunft(geschwister, ziel))) {
                return Optional.of(instanz);
            }
        }
        return Optional.empty();
    }

    private static boolean gleicheHerkunft(PvmActivity eins, PvmActivity zwei) {
        return eins.getIncomingTransitions().stream().anyMatch(a -> zwei.getIncomingTransitions().stream()
                .anyMatch(b -> a.getSource() == b.getSource()));
    }

    /** The last finished instance of the same process in this file. */
    static Optional<String> letzterLauf(ExecutionEntity instanz) {
        var definition = (org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity) instanz.getProcessDefinition();
        var geschichte = Context.getProcessEngineConfiguration().getHistoryService();
        return Work.unrestricted(() -> geschichte
                .createNativeHistoricProcessInstanceQuery()
                .sql("select * from ACT_HI_PROCINST where ROOT_PROC_INST_ID_ = #{wurzel} and PROC_DEF_KEY_ = #{prozess} "
                        + "and END_TIME_ is not null order by END_TIME_ desc")
                .parameter("wurzel", instanz.getRootProcessInstanceId()).parameter("prozess", definition.getKey())
                .listPage(0, 1).stream().map(HistoricProcessInstance::getId).findFirst());
    }
}
