package de.integrationskonzept.akte;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.springframework.stereotype.Component;

/**
 * Read view of the files. The right to a file is READ on its frame instance (running or finished) within the Kommune of
 * the caller; the engine checks it once, and the names and dates of the tree are read without asking again; answers are not.
 */
@Component
class Aktensicht {

    private static final List<String> KOPF = List.of("aktenname", "kommuneName", "phase", "verfahren", "auftragsgrad", "planEnde");

    private final ProcessEngine engine;

    Aktensicht(ProcessEngine engine) {
        this.engine = engine;
    }

    /** @param ende null while the file runs */
    record Kurz(String id, String aktenzeichen, String kommune, String name, String phase, Instant beginn, Instant ende) {
    }

    /** @param vorgang name of the task, {@code faellig} its due date, null without one */
    record Offen(String schritt, String vorgang, Instant faellig, boolean ruht) {
    }

    record Lang(Kurz akte, Map<String, Object> kopf, List<Offen> offen) {
    }

    /** No such file for this caller. */
    static final class NichtGefunden extends RuntimeException {
    }

    List<Kurz> alle(int ab, int hoechstens) {
        List<HistoricProcessInstance> akten = engine.getHistoryService().createHistoricProcessInstanceQuery()
                .rootProcessInstances().processDefinitionKey("integrationskonzept")
                .orderByProcessInstanceStartTime().desc().listPage(ab, hoechstens);
        Map<String, Map<String, Object>> koepfe = koepfe(akten.stream().map(HistoricProcessInstance::getId).toList());
        return akten.stream().map(a -> kurz(a, koepfe.getOrDefault(a.getId(), Map.of()))).toList();
    }

    Lang eine(String id) {
        HistoricProcessInstance akte = engine.getHistoryService().createHistoricProcessInstanceQuery()
                .rootProcessInstances().processInstanceId(id).singleResult();
        if (akte == null) {
            throw new NichtGefunden();
        }
        Map<String, Object> kopf = koepfe(List.of(id)).getOrDefault(id, Map.of());
        return new Lang(kurz(akte, kopf), kopf, offen(id));
    }

    private static Kurz kurz(HistoricProcessInstance akte, Map<String, Object> kopf) {
        return new Kurz(akte.getId(), akte.getBusinessKey(), akte.getTenantId(), (String) kopf.get("kommuneName"),
                (String) kopf.get("phase"), zeit(akte.getStartTime()), zeit(akte.getEndTime()));
    }

    private Map<String, Map<String, Object>> koepfe(List<String> ids) {
        return ids.isEmpty() ? Map.of() : ohneRechte(() -> engine.getHistoryService().createHistoricVariableInstanceQuery()
                .processInstanceIdIn(ids.toArray(String[]::new)).variableNameIn(KOPF.toArray(String[]::new)).list()).stream()
                .filter(v -> v.getValue() != null && v.getProcessInstanceId().equals(v.getActivityInstanceId()))
                .collect(Collectors.groupingBy(HistoricVariableInstance::getProcessInstanceId,
                        Collectors.toMap(HistoricVariableInstance::getName, HistoricVariableInstance::getValue, (a, b) -> b)));
    }

    private List<Offen> offen(String id) {
        return ohneRechte(() -> engine.getTaskService().createNativeTaskQuery()
                .sql("select T.* from ACT_RU_TASK T join ACT_RU_EXECUTION E on T.PROC_INST_ID_ = E.ID_ "
                        + "where E.ROOT_PROC_INST_ID_ = #{id} order by T.DUE_DATE_")
                .parameter("id", id).list()).stream()
                .map(t -> new Offen(t.getTaskDefinitionKey(), t.getName(), zeit(t.getDueDate()), t.isSuspended())).toList();
    }

    private <T> T ohneRechte(Callable<T> lesen) {
        return ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(lesen));
    }

    private static Instant zeit(Date datum) {
        return datum == null ? null : datum.toInstant();
    }
}
