package de.integrationskonzept.akte;

import de.integrationskonzept.engine.AccessLog;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.HistoricProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Read view of the files. The right to a file is READ on its frame instance (running or finished) within the Kommune of
 * the caller; the engine checks it once, and the names and dates of the tree are read without asking again; of answers only
 * what the years report.
 */
@Component
class Aktensicht {

    private static final List<String> KOPF = List.of("aktenname", "kommuneName", "phase", "verfahren", "auftragsgrad", "planEnde");

    private static final String RAHMEN = "integrationskonzept";

    private final ProcessEngine engine;
    private final Jahre jahre;
    private final AccessLog zugriffe;

    Aktensicht(ProcessEngine engine, Jahre jahre, AccessLog zugriffe) {
        this.engine = engine;
        this.jahre = jahre;
        this.zugriffe = zugriffe;
    }

    /** @param ende null while the file runs */
    record Kurz(String id, String aktenzeichen, String kommune, String name, String phase, Instant beginn, Instant ende) {
    }

    /** @param vorgang name of the task, {@code faellig} its due date, null without one */
    record Offen(String schritt, String vorgang, Instant faellig, boolean ruht) {
    }

    /** @param jahre the years of implementation, oldest first; their open tasks are among {@code offen} */
    record Lang(Kurz akte, Map<String, Object> kopf, List<Offen> offen, List<Jahre.Jahr> jahre) {
    }

    /** No such file for this caller. */
    static final class NichtGefunden extends RuntimeException {
    }

    List<Kurz> alle(int ab, int hoechstens) {
        List<HistoricProcessInstance> akten = engine.getHistoryService().createHistoricProcessInstanceQuery()
                .rootProcessInstances().processDefinitionKey(RAHMEN)
                .orderByProcessInstanceStartTime().desc().listPage(ab, hoechstens);
        Map<String, Map<String, Object>> koepfe = koepfe(akten.stream().map(HistoricProcessInstance::getId).toList());
        return akten.stream().map(a -> kurz(a, koepfe.getOrDefault(a.getId(), Map.of()))).toList();
    }

    Lang eine(String id) {
        HistoricProcessInstance akte = rahmen(id);
        // What the years report is read past the engine.
        merke("Akte", id);
        Map<String, Object> kopf = koepfe(List.of(id)).getOrDefault(id, Map.of());
        return new Lang(kurz(akte, kopf), kopf, offen(akte), jahre.von(akte, siehtInhalt(id)));
    }

    /** The frame of a file that the caller may see. */
    HistoricProcessInstance rahmen(String id) {
        HistoricProcessInstance akte = engine.getHistoryService().createHistoricProcessInstanceQuery()
                .rootProcessInstances().processDefinitionKey(RAHMEN).processInstanceId(id).singleResult();
        if (akte == null) {
            throw new NichtGefunden();
        }
        return akte;
    }

    /** Notes that the caller reads in the file past the engine. */
    void merke(String art, String id) {
        zugriffe.reads(engine.getIdentityService().getCurrentAuthentication().getUserId(), art, Set.of(id));
    }

    /** Who only watches the course of all files reads no answers of one. */
    boolean siehtInhalt(String id) {
        Authentication wer = engine.getIdentityService().getCurrentAuthentication();
        return engine.getAuthorizationService().isUserAuthorized(wer.getUserId(), wer.getGroupIds(),
                HistoricProcessInstancePermissions.READ, Resources.HISTORIC_PROCESS_INSTANCE, id);
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

    /** Of the frame and of all that was begun after it. */
    private List<Offen> offen(HistoricProcessInstance akte) {
        return ohneRechte(() -> engine.getTaskService().createNativeTaskQuery()
                .sql("select T.* from ACT_RU_TASK T join ACT_RU_EXECUTION E on T.PROC_INST_ID_ = E.ID_ "
                        + "join ACT_HI_PROCINST P on E.ROOT_PROC_INST_ID_ = P.ID_ "
                        + "where P.BUSINESS_KEY_ = #{zeichen} and P.TENANT_ID_ = #{kommune} order by T.DUE_DATE_")
                .parameter("zeichen", akte.getBusinessKey()).parameter("kommune", akte.getTenantId()).list()).stream()
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
