package de.integrationskonzept.cockpit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.stereotype.Component;

/** A process of its own with one task, so that a story knows exactly how long each file has waited at it. */
@Component
public class Liegezeitprobe {

    static final Instant AUGUST = Instant.parse("2026-08-03T08:00:00Z");

    private final ProcessEngine engine;

    Liegezeitprobe(ProcessEngine engine) {
        this.engine = engine;
    }

    /** @return key of the process */
    public String stelleBereit() {
        String prozess = "liegezeit-" + UUID.randomUUID().toString().substring(0, 8);
        engine.getRepositoryService().createDeployment().addModelInstance(prozess + ".bpmn", Bpmn.createExecutableProcess(prozess).name("Zuschuss bewilligen")
                .camundaHistoryTimeToLiveString("P1D").startEvent("start").userTask("pruefen").name("Haushalt prüfen").camundaCandidateGroups("${gruppe}")
                .userTask("ablegen").name("Ablegen").camundaCandidateGroups("planung").endEvent("ende").done()).deploy();
        return prozess;
    }

    /** A file whose first task is done after so many days; nobody has a share in it but the role. */
    public void akte(String prozess, String gruppe, int tage) {
        akte(prozess, gruppe, tage, AUGUST, null, "T-" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** @param kommune null for that of the demonstration */
    void akte(String prozess, String gruppe, int tage, Instant beginn, String kommune, String zeichen) {
        Date heute = ClockUtil.getCurrentTime();
        try {
            ClockUtil.setCurrentTime(Date.from(beginn));
            if (kommune != null) {
                engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin"), List.of(kommune));
            }
            String instanz = engine.getRuntimeService().startProcessInstanceByKey(prozess, zeichen, Map.of("gruppe", gruppe)).getId();
            engine.getIdentityService().clearAuthentication();
            ClockUtil.setCurrentTime(Date.from(beginn.plus(tage, ChronoUnit.DAYS)));
            Task aufgabe = engine.getTaskService().createTaskQuery().processInstanceId(instanz).singleResult();
            engine.getTaskService().complete(aufgabe.getId());
        } finally {
            engine.getIdentityService().clearAuthentication();
            ClockUtil.setCurrentTime(heute);
        }
    }
}
