package de.integrationskonzept.akte;

import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.akte.Akteninhalt.Vorgang;
import de.integrationskonzept.engine.AccessLog;
import de.integrationskonzept.engine.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.HistoricTaskPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * From a task to its file, for people who may see the whole file and for those who see their own tasks only. One's own are
 * the tasks that one has or had a right to by oneself or by a role, not those of all instances of a process.
 */
@Component
public class Aktenaufgaben {

    private static final String AUFGABE = "select ID_, TASK_DEF_KEY_, NAME_, PROC_INST_ID_, PROC_DEF_ID_, PROC_DEF_KEY_, ROOT_PROC_INST_ID_, END_TIME_ "
            + "from ACT_HI_TASKINST where ID_ = ?";
    private static final String RAHMEN = "select F.ID_ from ACT_HI_PROCINST P join ACT_HI_PROCINST R on R.ID_ = P.ROOT_PROC_INST_ID_ "
            + "join ACT_HI_PROCINST F on F.BUSINESS_KEY_ = R.BUSINESS_KEY_ and F.TENANT_ID_ = R.TENANT_ID_ "
            + "where P.ID_ = ? and F.SUPER_PROCESS_INSTANCE_ID_ is null and F.PROC_DEF_KEY_ = 'integrationskonzept'";

    private final ProcessEngine engine;
    private final JdbcTemplate jdbc;
    private final Akteninhalt inhalt;
    private final Aktensicht sicht;
    private final Variablenstand variablen;
    private final AccessLog zugriffe;

    Aktenaufgaben(ProcessEngine engine, JdbcTemplate jdbc, Akteninhalt inhalt, Aktensicht sicht, Variablenstand variablen, AccessLog zugriffe) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.inhalt = inhalt;
        this.sicht = sicht;
        this.variablen = variablen;
        this.zugriffe = zugriffe;
    }

    /**
     * A task of a file, open or finished.
     *
     * @param vorgang id of the process instance, {@code definition} its version
     * @param ende null while it is open
     * @param bearbeitbar open, and the caller may work on it
     * @param akte id of the frame of the file when the caller may read what stands in it, else null
     */
    public record Aufgabe(String id, String schritt, String name, String vorgang, String definition, Instant ende, boolean bearbeitbar, String akte) {
    }

    /**
     * The task for somebody who may read what belongs to it: because it is or was their own, or lies in a file that they may
     * read and is not confidential.
     *
     * @param art what is read, for the log of accesses
     * @throws Refusal (404) for everybody else
     */
    public Aufgabe lies(String id, String art) {
        Aufgabe aufgabe = jdbc.query(AUFGABE, (zeile, i) -> aufgabe(zeile), id).stream().findFirst().orElseThrow(Aktenaufgaben::fehlt);
        boolean offen = engine.getTaskService().createTaskQuery().taskId(id).count() > 0;
        boolean sichtbar = offen || engine.getHistoryService().createHistoricTaskInstanceQuery().taskId(id).count() > 0;
        String akte = rahmen(aufgabe.vorgang()).filter(this::lesbar).orElse(null);
        if (!(sichtbar && eigene(id) || akte != null && inhalt.vorgaenge(sicht.rahmen(akte), null).containsKey(aufgabe.vorgang()))) {
            throw fehlt();
        }
        zugriffe.reads(wer().getUserId(), art, Set.of(aufgabe.vorgang()));
        boolean bearbeitbar = offen && (darf(TaskPermissions.TASK_WORK, Resources.TASK, id) || darf(TaskPermissions.UPDATE, Resources.TASK, id));
        return new Aufgabe(id, aufgabe.schritt(), aufgabe.name(), aufgabe.vorgang(), aufgabe.definition(), aufgabe.ende(), bearbeitbar, akte);
    }

    private static Refusal fehlt() {
        return new Refusal(NOT_FOUND, "Diese Aufgabe gibt es nicht, oder Sie haben keinen Zugriff darauf. Bitte laden Sie die Aufgabenliste neu.");
    }

    private Aufgabe aufgabe(ResultSet zeile) throws SQLException {
        return new Aufgabe(zeile.getString("ID_"), zeile.getString("TASK_DEF_KEY_"), zeile.getString("NAME_"), zeile.getString("PROC_INST_ID_"),
                zeile.getString("PROC_DEF_ID_"), zeile.getTimestamp("END_TIME_") == null ? null : zeile.getTimestamp("END_TIME_").toInstant(), false, null);
    }

    /** The frame of the file that a process instance belongs to, when the caller may see that there is such a file. */
    public Optional<String> akteVon(String vorgang) {
        return rahmen(vorgang).filter(this::sichtbar);
    }

    /** Also of a year of implementation, which is a root of its own. */
    private Optional<String> rahmen(String vorgang) {
        return jdbc.queryForList(RAHMEN, String.class, vorgang).stream().findFirst();
    }

    private boolean sichtbar(String akte) {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(akte).count() > 0;
    }

    private boolean lesbar(String akte) {
        return sichtbar(akte) && sicht.siehtInhalt(akte);
    }

    /** An answered task of one's own, with the process instance in which it lay. */
    public record Eigene(String schritt, String name, Instant ende, Vorgang vorgang) {
    }

    /** What the caller has or had to do in the same file and what is answered, in the order in which it was done. */
    public List<Eigene> eigene(Aufgabe aufgabe) {
        String zeichen = jdbc.queryForList("select R.BUSINESS_KEY_ from ACT_HI_PROCINST P join ACT_HI_PROCINST R on R.ID_ = P.ROOT_PROC_INST_ID_ "
                + "where P.ID_ = ?", String.class, aufgabe.vorgang()).get(0);
        List<HistoricTaskInstance> meine = zeichen == null ? List.of() : engine.getHistoryService().createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(zeichen).taskDeleteReason("completed").orderByHistoricTaskInstanceEndTime().asc().listPage(0, 200)
                .stream().filter(t -> eigene(t.getId())).toList();
        Map<String, Vorgang> vorgaenge = new LinkedHashMap<>();
        meine.forEach(t -> vorgaenge.computeIfAbsent(t.getProcessInstanceId(), v -> new Vorgang(v, t.getRootProcessInstanceId(),
                t.getProcessDefinitionKey(), t.getProcessDefinitionId(), t.getStartTime().toInstant(), null, new LinkedHashMap<>())));
        variablen.lies(vorgaenge.keySet(), null, (vorgang, name, wert) -> vorgaenge.get(vorgang).werte().put(name, wert));
        return meine.stream().map(t -> new Eigene(t.getTaskDefinitionKey(), t.getName(), t.getEndTime().toInstant(),
                vorgaenge.get(t.getProcessInstanceId()))).toList();
    }

    /**
     * What was answered at this task, in the state of its process instance.
     *
     * @param aufgabe as {@link #lies} gave it to the caller
     */
    public Eigene diese(Aufgabe aufgabe) {
        Vorgang vorgang = new Vorgang(aufgabe.vorgang(), null, null, aufgabe.definition(), null, null, new LinkedHashMap<>());
        variablen.lies(Set.of(vorgang.id()), null, (id, name, wert) -> vorgang.werte().put(name, wert));
        return new Eigene(aufgabe.schritt(), aufgabe.name(), aufgabe.ende(), vorgang);
    }

    private boolean eigene(String aufgabe) {
        return darf(TaskPermissions.READ, Resources.TASK, aufgabe) || darf(HistoricTaskPermissions.READ, Resources.HISTORIC_TASK, aufgabe);
    }

    private boolean darf(Permission recht, Resource art, String id) {
        return engine.getAuthorizationService().isUserAuthorized(wer().getUserId(), wer().getGroupIds(), recht, art, id);
    }

    private Authentication wer() {
        return engine.getIdentityService().getCurrentAuthentication();
    }
}
