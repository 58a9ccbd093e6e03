package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/** People and open tasks as rows, without the processes that would have led to them, and the mornings on which they hear of them. */
final class Tagesprobe {

    private final JdbcTemplate jdbc;
    private final ProcessEngine engine;

    Tagesprobe(JdbcTemplate jdbc, ProcessEngine engine) {
        this.jdbc = jdbc;
        this.engine = engine;
    }

    /** A morning before the first story, on which nobody has heard anything yet. */
    void beginne() {
        for (String tabelle : List.of("ACT_RU_IDENTITYLINK where ID_ like 'tp-%'", "ACT_RU_TASK where ID_ like 'tp-%'", "ACT_RU_EXECUTION where ID_ like 'tp-%'",
                "ACT_ID_TENANT_MEMBER where ID_ like 'tp-%'", "ACT_ID_MEMBERSHIP where USER_ID_ like 'tp-%'", "ACT_ID_USER where ID_ like 'tp-%'",
                "ACT_ID_GROUP where ID_ like 'tp-%'", "ACT_ID_TENANT where ID_ like '%888___'", "IK_TAGESPOST", "IK_POST", "IK_WUNSCH")) {
            jdbc.update("delete from " + tabelle);
        }
        jdbc.update("update IK_TAGESPOST_LAUF set BEGINN = null, NACH = null");
        jdbc.update("update ACT_RU_JOB set DUEDATE_ = ? where HANDLER_TYPE_ = ?", Timestamp.valueOf("2020-01-01 00:00:00"), Tagespost.TYP);
    }

    /** Beside the first one; from then on people belong to Kommunen, not roles. */
    void kommune(String id, String name) {
        jdbc.update("delete from ACT_ID_TENANT_MEMBER where GROUP_ID_ is not null");
        jdbc.update("insert into ACT_ID_TENANT (ID_, REV_, NAME_) values (?, 1, ?)", id, name);
    }

    /** @return the address */
    String person(String kennung, String kommune, String... rollen) {
        return person(kennung, kennung + "@tagespost.example", List.of(kommune), rollen);
    }

    String person(String kennung, String adresse, List<String> kommunen, String... rollen) {
        jdbc.update("insert into ACT_ID_USER (ID_, REV_, FIRST_, LAST_, EMAIL_) values (?, 1, 'Erika', 'Muster', ?)", kennung, adresse);
        kommunen.forEach(kommune -> jdbc.update("insert into ACT_ID_TENANT_MEMBER (ID_, TENANT_ID_, USER_ID_) values (?, ?, ?)", id(), kommune, kennung));
        for (String rolle : rollen) {
            jdbc.update("insert into ACT_ID_GROUP (ID_, REV_, NAME_) select ?, 1, ? from ACT_ID_TENANT where ID_ = '09999999' and not exists "
                    + "(select 1 from ACT_ID_GROUP where ID_ = ?)", rolle, rolle, rolle);
            jdbc.update("insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) values (?, ?)", kennung, rolle);
        }
        return adresse.toLowerCase();
    }

    private static String id() {
        return "tp-" + UUID.randomUUID();
    }

    /**
     * @param modell key of the process in which the task lies
     * @param person whom it is assigned to, null for nobody
     * @param angelegt,faellig local time of Berlin ("2026-11-24T10:00"), null for no date
     * @return id of the task
     */
    String aufgabe(String name, String kommune, String aktenzeichen, String modell, String rolle, String person, String angelegt, String faellig) {
        String definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(modell).latestVersion().singleResult().getId();
        String vorgang = id();
        jdbc.update("insert into ACT_RU_EXECUTION (ID_, REV_, PROC_INST_ID_, ROOT_PROC_INST_ID_, PROC_DEF_ID_, BUSINESS_KEY_, SUSPENSION_STATE_, TENANT_ID_) "
                + "values (?, 1, ?, ?, ?, ?, 1, ?)", vorgang, vorgang, vorgang, definition, aktenzeichen, kommune);
        String aufgabe = id();
        jdbc.update("insert into ACT_RU_TASK (ID_, REV_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_, ASSIGNEE_, PRIORITY_, CREATE_TIME_, DUE_DATE_, "
                + "SUSPENSION_STATE_, TENANT_ID_) values (?, 1, ?, ?, ?, ?, ?, 50, ?, ?, 1, ?)", aufgabe, vorgang, vorgang, definition, name, person,
                zeit(angelegt), faellig == null ? null : zeit(faellig), kommune);
        jdbc.update("insert into ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_, TENANT_ID_) values (?, 1, ?, 'candidate', ?, ?)", id(), rolle,
                aufgabe, kommune);
        return aufgabe;
    }

    String aufgabe(String name, String rolle, String angelegt, String faellig) {
        return aufgabe(name, "09999999", "TP-1", "ressourcen", rolle, null, angelegt, faellig);
    }

    static Timestamp zeit(String oertlich) {
        return Timestamp.from(LocalDateTime.parse(oertlich).atZone(ZoneId.of("Europe/Berlin")).toInstant());
    }

    static void stelleUhr(String oertlich) {
        ClockUtil.setCurrentTime(new Date(zeit(oertlich).getTime()));
    }

    /** What the job executor does at that moment. */
    void morgens(String oertlich) {
        stelleUhr(oertlich);
        while (!faellig().after(ClockUtil.getCurrentTime())) {
            engine.getManagementService().executeJob(job());
        }
    }

    String job() {
        return jdbc.queryForObject("select ID_ from ACT_RU_JOB where HANDLER_TYPE_ = ?", String.class, Tagespost.TYP);
    }

    Date faellig() {
        return jdbc.queryForObject("select DUEDATE_ from ACT_RU_JOB where HANDLER_TYPE_ = ?", Timestamp.class, Tagespost.TYP);
    }

    /** A mail on its way: subject, text and page. */
    record Post(String anlass, String betreff, String text, String seite) {
    }

    List<Post> an(String adresse) {
        return jdbc.query("select ANLASS, BETREFF, INHALT, HTML from IK_POST where ADRESSE = ? order by ANLASS", (zeile, i) -> new Post(zeile.getString(1),
                zeile.getString(2), zeile.getString(3), zeile.getString(4)), adresse);
    }

    /** The job that sends it. */
    String zustellung(String adresse) {
        return jdbc.queryForObject("select J.ID_ from ACT_RU_JOB J join IK_POST P on P.ID = J.HANDLER_CFG_ where P.ADRESSE = ?", String.class,
                adresse);
    }

    /** What Cockpit says of that job, which belongs to the messages and to no file. */
    String vorfall(String job) {
        List<Incident> vorfaelle = engine.getRuntimeService().createIncidentQuery().configuration(job).listPage(0, 2);
        assertThat(vorfaelle).hasSize(1);
        ProcessInstance vorgang = engine.getRuntimeService().createProcessInstanceQuery()
                .processInstanceId(vorfaelle.get(0).getProcessInstanceId()).singleResult();
        assertThat(vorgang.getProcessDefinitionKey()).isEqualTo("nachrichten");
        assertThat(vorgang.getBusinessKey()).isEqualTo("Nachrichten");
        return vorfaelle.get(0).getIncidentMessage();
    }

    int alle() {
        return jdbc.queryForObject("select count(*) from IK_POST", Integer.class);
    }
}
