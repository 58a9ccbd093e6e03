package de.integrationskonzept.nachricht;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Poststelle;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.JdbcTemplate;

/** People with addresses in roles of their own, and a process that gives them tasks; all is gone when the story is over. */
final class Meldungsprobe {

    static final String KOMMUNE = "09999999";
    static final String AUFGABE = "Haushalt prüfen";

    private static final String MODELL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                id="meldung-probe-modell" targetNamespace="https://integrationskonzept.de/bpmn">
              <bpmn:process id="meldung-probe" name="Probe" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:extensionElements><camunda:properties><camunda:property name="vertraulich" value="%s" /></camunda:properties></bpmn:extensionElements>
                <bpmn:startEvent id="los" /><bpmn:sequenceFlow id="f1" sourceRef="los" targetRef="pruefen" />
                <bpmn:userTask id="pruefen" name="Haushalt prüfen" camunda:candidateGroups="${rolle}" camunda:assignee="${person}">
                  <bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>${anzahl}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="f2" sourceRef="pruefen" targetRef="ende" /><bpmn:endEvent id="ende" />
              </bpmn:process>
            </bpmn:definitions>""";

    private final ProcessEngine engine;
    private final JdbcTemplate jdbc;
    private final String kuerzel = UUID.randomUUID().toString().substring(0, 8);
    private final String haus = "amt" + kuerzel + ".example";
    private final List<String> personen = new ArrayList<>();
    private final List<String> rollen = new ArrayList<>();
    private final String bereitstellung;

    Meldungsprobe(ProcessEngine engine, JdbcTemplate jdbc, boolean vertraulich) {
        this.engine = engine;
        this.jdbc = jdbc;
        bereitstellung = engine.getRepositoryService().createDeployment().name("probe").addString("meldung-probe.bpmn", MODELL.formatted(vertraulich))
                .deploy().getId();
    }

    void raeumeAuf() {
        IdentityService identitaeten = engine.getIdentityService();
        engine.getRepositoryService().deleteDeployment(bereitstellung, true);
        jobs().forEach(engine.getManagementService()::deleteJob);
        jdbc.update("delete from IK_MELDUNG where PERSON like ?", "%-" + kuerzel);
        personen.forEach(identitaeten::deleteUser);
        rollen.forEach(identitaeten::deleteGroup);
    }

    String rolle() {
        Group rolle = engine.getIdentityService().newGroup("rolle-" + UUID.randomUUID());
        engine.getIdentityService().saveGroup(rolle);
        rollen.add(rolle.getId());
        return rolle.getId();
    }

    /** Somebody of the Kommune in that role. */
    String person(String name, String rolle) {
        String person = fremde(name, rolle);
        engine.getIdentityService().createTenantUserMembership(KOMMUNE, person);
        return person;
    }

    /** Somebody in that role who works for no Kommune. */
    String fremde(String name, String rolle) {
        IdentityService identitaeten = engine.getIdentityService();
        User person = identitaeten.newUser(name + "-" + kuerzel);
        person.setFirstName("Erika");
        person.setLastName(name);
        person.setEmail(person.getId() + "@" + haus);
        person.setPassword(Anwendungstest.PASSWORT);
        identitaeten.saveUser(person);
        identitaeten.createMembership(person.getId(), rolle);
        personen.add(person.getId());
        return person.getId();
    }

    String adresse(String person) {
        return person + "@" + haus;
    }

    /** A file with so many tasks at once. @param person null for the role */
    List<Task> beginne(String rolle, String person, int anzahl) {
        Map<String, Object> angaben = new HashMap<>(Map.of("rolle", rolle, "anzahl", anzahl));
        angaben.put("person", person);
        String instanz = engine.getRuntimeService().startProcessInstanceByKey("meldung-probe", "AZ-" + haus, angaben).getId();
        return engine.getTaskService().createTaskQuery().processInstanceId(instanz).list();
    }

    /** One task of somebody that was made known to them long ago. */
    Task bekannte(String rolle, String person) {
        Task aufgabe = beginne(rolle, person, 1).get(0);
        jobs().forEach(engine.getManagementService()::deleteJob);
        jdbc.update("delete from IK_MELDUNG where AUFGABE = ?", aufgabe.getId());
        return aufgabe;
    }

    /** The jobs that make mails of messages, the first first. */
    List<String> jobs() {
        return jdbc.queryForList("select J.ID_ from ACT_RU_JOB J join IK_MELDUNG N on N.ID = J.HANDLER_CFG_ where J.HANDLER_TYPE_ = 'nachricht-melden' "
                + "and N.PERSON like ? order by J.DUEDATE_, J.ID_", String.class, "%-" + kuerzel);
    }

    int zeilen(String person) {
        return jdbc.queryForObject("select count(*) from IK_MELDUNG where PERSON = ?", Integer.class, person);
    }

    /** What is to be told becomes mail. */
    void melde() {
        jobs().forEach(job -> engine.getManagementService().executeJob(job));
    }

    List<String> zustellungen() {
        return jdbc.queryForList("select J.ID_ from ACT_RU_JOB J join IK_POST P on P.ID = J.HANDLER_CFG_ where P.ADRESSE like ?", String.class,
                "%@" + haus);
    }

    /** What is to be told is told. */
    void meldeUndStelleZu() {
        melde();
        zustellungen().forEach(job -> engine.getManagementService().executeJob(job));
    }

    List<MimeMessage> mails(String person) {
        return Poststelle.an(adresse(person));
    }

    String zeichen() {
        return "AZ-" + haus;
    }
}
