package de.integrationskonzept.nachricht;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who may open a task. Only within a command. */
@Component
class Meldungsrecht {

    private static final int HOECHSTENS = 100;

    private static final String IN_DER_KOMMUNE = " and exists (select 1 from ACT_ID_TENANT_MEMBER K where K.TENANT_ID_ = ? and (K.USER_ID_ = U.ID_ "
            + "or K.GROUP_ID_ in (select G.GROUP_ID_ from ACT_ID_MEMBERSHIP G where G.USER_ID_ = U.ID_)))";

    private final JdbcTemplate jdbc;

    Meldungsrecht(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The person of that id, or the people of that role, as far as they work for the task's Kommune, may see it and have an address. */
    List<String> sehende(TaskEntity aufgabe, String name) {
        String wer = "select U.ID_, U.EMAIL_ from ACT_ID_USER U where (U.ID_ = ? or U.ID_ in (select M.USER_ID_ from ACT_ID_MEMBERSHIP M "
                + "where M.GROUP_ID_ = ?)) and U.EMAIL_ like '%@%'";
        String kommune = aufgabe.getTenantId();
        Object[] angaben = kommune == null ? new Object[] {name, name} : new Object[] {name, name, kommune};
        return jdbc.query(wer + (kommune == null ? "" : IN_DER_KOMMUNE) + " limit " + HOECHSTENS, (zeile, i) -> new String[] {zeile.getString(1),
                zeile.getString(2)}, angaben).stream().filter(person -> Adresse.istGueltig(person[1])).map(person -> person[0])
                .filter(person -> sieht(person, aufgabe.getId())).toList();
    }

    /** Whoever may only watch all tasks of a process is not meant. */
    boolean sieht(String person, String aufgabe) {
        AuthorizationService rechte = Context.getProcessEngineConfiguration().getAuthorizationService();
        List<String> rollen = jdbc.queryForList("select GROUP_ID_ from ACT_ID_MEMBERSHIP where USER_ID_ = ?", String.class, person);
        return rechte.isUserAuthorized(person, rollen, Permissions.READ, Resources.TASK, aufgabe);
    }
}
