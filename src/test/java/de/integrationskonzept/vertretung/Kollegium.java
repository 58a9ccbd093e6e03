package de.integrationskonzept.vertretung;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** People and roles that a test has for itself, and tasks without forms for them; {@link #gehtNachHause} leaves nothing of it. */
@Component
class Kollegium {

    static final String KOMMUNE = "09999999";
    /** A configured role, so that everybody finds tasks. */
    static final String ALLE = "kaemmerei";

    private final ProcessEngine engine;
    private final Spiel spiel;
    private final Rest rest;
    private final JdbcTemplate jdbc;
    private final List<String> personen = new ArrayList<>();
    private final List<String> gruppen = new ArrayList<>();
    private final List<String> vorgaenge = new ArrayList<>();

    Kollegium(ProcessEngine engine, Spiel spiel, Rest rest, JdbcTemplate jdbc) {
        this.engine = engine;
        this.spiel = spiel;
        this.rest = rest;
        this.jdbc = jdbc;
    }

    /** A new person of the Kommune. @return user id */
    String person(String vorname, String... rollen) {
        String kennung = vorname.toLowerCase() + "-" + UUID.randomUUID().toString().substring(0, 6);
        User neu = engine.getIdentityService().newUser(kennung);
        neu.setFirstName(vorname);
        neu.setLastName("Probe");
        neu.setPassword(Anwendungstest.PASSWORT);
        engine.getIdentityService().saveUser(neu);
        personen.add(kennung);
        for (String rolle : rollen) {
            engine.getIdentityService().createMembership(kennung, rolle);
        }
        return kennung;
    }

    /** A new role of the Kommune. */
    String rolle() {
        String id = "probe-" + UUID.randomUUID().toString().substring(0, 6);
        Group neu = engine.getIdentityService().newGroup(id);
        neu.setName(id);
        neu.setType("WORKFLOW");
        engine.getIdentityService().saveGroup(neu);
        engine.getIdentityService().createTenantGroupMembership(KOMMUNE, id);
        gruppen.add(id);
        return id;
    }

    /** A task for a person, for a role, or for a person of that role. @return its id */
    String aufgabe(String person, String rolle, boolean vertraulich) {
        String prozess = "vertretung-" + (rolle == null ? "ohne" : "mit") + (vertraulich ? "-vertraulich" : "");
        engine.getRepositoryService().createDeployment().name(prozess).enableDuplicateFiltering(true)
                .addModelInstance(prozess + ".bpmn", modell(prozess, rolle != null, vertraulich)).deploy();
        Map<String, Object> werte = new HashMap<>();
        werte.put("wer", person);
        werte.put("rolle", rolle);
        String vorgang = engine.getRuntimeService().startProcessInstanceByKey(prozess, "V-1", werte).getId();
        vorgaenge.add(vorgang);
        return engine.getTaskService().createTaskQuery().processInstanceId(vorgang).singleResult().getId();
    }

    private static BpmnModelInstance modell(String prozess, boolean mitRolle, boolean vertraulich) {
        var aufgabe = Bpmn.createExecutableProcess(prozess).camundaHistoryTimeToLive(1).startEvent().userTask("probe").name("Probe")
                .camundaAssignee("${wer}");
        BpmnModelInstance modell = (mitRolle ? aufgabe.camundaCandidateGroups("${rolle}") : aufgabe).endEvent().done();
        if (vertraulich) {
            Process wurzel = modell.getModelElementById(prozess);
            var erweiterung = modell.newInstance(org.camunda.bpm.model.bpmn.instance.ExtensionElements.class);
            wurzel.setExtensionElements(erweiterung);
            CamundaProperty eigenschaft = modell.newInstance(CamundaProperty.class);
            eigenschaft.setCamundaName("vertraulich");
            eigenschaft.setCamundaValue("true");
            erweiterung.addExtensionElement(CamundaProperties.class).getCamundaProperties().add(eigenschaft);
        }
        return modell;
    }

    Task lies(String aufgabe) {
        return engine.getTaskService().createTaskQuery().taskId(aufgabe).singleResult();
    }

    String bei(String aufgabe) {
        return lies(aufgabe).getAssignee();
    }

    /** Roles that the task is offered to. */
    List<String> rollen(String aufgabe) {
        return engine.getTaskService().getIdentityLinksForTask(aufgabe).stream().map(l -> l.getGroupId()).filter(g -> g != null).sorted().toList();
    }

    /**
     * Counted for each task, never listed with a limit: on H2 a statement that stops at its limit keeps the next row of its derived table,
     * here the one of rights, and the next person who asks the same on that connection gets it. PostgreSQL does not.
     */
    boolean sieht(String person, String aufgabe) {
        return spiel.als(person, () -> engine.getTaskService().createTaskQuery().taskId(aufgabe).count()) == 1;
    }

    /** By hand, as in Tasklist. */
    void uebernimmt(String person, String aufgabe) {
        spiel.als(person, () -> {
            engine.getTaskService().setAssignee(aufgabe, person);
            return null;
        });
    }

    Rest.Antwort fehlt(String werTraegtEin, String person, LocalDate beginn, LocalDate ende, String vertretung) {
        Map<String, Object> angaben = new HashMap<>();
        angaben.put("person", person);
        angaben.put("beginn", beginn.toString());
        angaben.put("ende", ende.toString());
        angaben.put("vertretung", vertretung);
        return rest.als(werTraegtEin).post("/api/abwesenheiten", angaben);
    }

    static LocalDate heute() {
        return Tage.heute();
    }

    /** The clock runs on from that day in Germany; what is due by then is carried out. */
    void esWird(LocalDate tag, int stunde) {
        ClockUtil.offset(tag.atTime(stunde, 0).atZone(ZoneId.of("Europe/Berlin")).toInstant().toEpochMilli() - System.currentTimeMillis());
        jobs().forEach(engine.getManagementService()::executeJob);
    }

    /** Jobs of absences that are due now. */
    List<String> jobs() {
        return jdbc.queryForList("select ID_ from ACT_RU_JOB where HANDLER_TYPE_ = 'vertretung' and DUEDATE_ <= ? order by DUEDATE_, ID_",
                String.class, new java.sql.Timestamp(ClockUtil.getCurrentTime().getTime()));
    }

    void gehtNachHause() {
        vorgaenge.stream().filter(v -> engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(v).count() == 1)
                .forEach(v -> engine.getRuntimeService().deleteProcessInstance(v, "Probe"));
        personen.forEach(person -> {
            jdbc.queryForList("select ID from IK_ABWESENHEIT where PERSON = ?", String.class, person).forEach(abwesenheit -> {
                jdbc.queryForList("select ID_ from ACT_RU_JOB where HANDLER_TYPE_ = 'vertretung' and HANDLER_CFG_ = ?", String.class, abwesenheit)
                        .forEach(engine.getManagementService()::deleteJob);
                jdbc.update("delete from IK_ABWESENHEIT where ID = ?", abwesenheit);
            });
            engine.getIdentityService().deleteUser(person);
        });
        gruppen.forEach(engine.getIdentityService()::deleteGroup);
        personen.clear();
        gruppen.clear();
        vorgaenge.clear();
    }
}
