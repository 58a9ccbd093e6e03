package de.integrationskonzept.demo;

import java.sql.Timestamp;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.jdbc.core.JdbcTemplate;

/** A file in the engine: each step is done by the demonstration's person of the role, with the rights of that person. */
final class Vorgang {

    /** A job whose time has come; {@code am} is null for one that was to be done at once. */
    record Faellig(String id, String aktivitaet, Date am) {
    }

    private final ProcessEngine engine;
    private final JdbcTemplate jdbc;
    private final String kommune;
    private String zeichen;
    private String rahmen;
    private boolean gestoert;

    Vorgang(ProcessEngine engine, JdbcTemplate jdbc, String kommune) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.kommune = kommune;
    }

    void beginne(Map<String, Object> anfang) {
        zeichen = (String) anfang.get("aktenzeichen");
        String definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("integrationskonzept")
                .latestVersion().singleResult().getId();
        rahmen = als("integrationsbeauftragte", () -> engine.getFormService().submitStartForm(definition, werte(anfang)).getId());
    }

    List<Task> offen(String schritt) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(zeichen).tenantIdIn(kommune).taskDefinitionKey(schritt)
                .orderByTaskCreateTime().asc().orderByTaskId().asc().list();
    }

    /** @param zusatz what tells tasks of the same name apart, empty when the role does */
    Task aufgabe(String schritt, String rolle, String zusatz) {
        return offen(schritt).stream().filter(t -> zusatz.isEmpty() || zusatz.equals(zusatz(t)))
                .filter(t -> engine.getTaskService().getIdentityLinksForTask(t.getId()).stream().anyMatch(l -> rolle.equals(l.getGroupId())))
                .findFirst().orElseThrow(() -> new IllegalStateException("Die Aufzeichnung passt nicht mehr zu den Modellen: In der Akte " + zeichen
                        + " ist keine Aufgabe " + schritt + " (" + zusatz + ") für " + rolle + " offen, sondern " + engine.getTaskService()
                        .createTaskQuery().processInstanceBusinessKey(zeichen).list().stream().map(Task::getTaskDefinitionKey).toList()));
    }

    String zusatz(Task aufgabe) {
        Object zusatz = wert(aufgabe, "kartenzusatz");
        return zusatz == null ? "" : zusatz.toString();
    }

    Object wert(Task aufgabe, String name) {
        return engine.getTaskService().getVariable(aufgabe.getId(), name);
    }

    void erledige(Task aufgabe, String person, Map<String, Object> angaben) {
        Map<String, Object> fertig = festeZeilen(aufgabe, angaben);
        als(person, () -> {
            engine.getTaskService().claim(aufgabe.getId(), person);
            try {
                engine.getFormService().submitTaskForm(aufgabe.getId(), werte(fertig));
            } catch (RuntimeException abgelehnt) {
                throw new IllegalStateException("Die Aufzeichnung passt nicht mehr zu den Modellen: " + aufgabe.getTaskDefinitionKey()
                        + " in der Akte " + zeichen + " nimmt die Angaben nicht an: " + abgelehnt.getMessage(), abgelehnt);
            }
            return null;
        });
    }

    private Map<String, Object> festeZeilen(Task aufgabe, Map<String, Object> angaben) {
        Map<String, Object> fertig = new LinkedHashMap<>(angaben);
        Festzeilen formular = new Festzeilen(engine.getFormService().getDeployedTaskForm(aufgabe.getId()));
        fertig.replaceAll((name, wert) -> wert instanceof List<?> ? formular.gleicheAb(name, zeilen(aufgabe, name), wert) : wert);
        return fertig;
    }

    /** Rows of a list that lies before whoever has the task. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> zeilen(Task aufgabe, String name) {
        return wert(aufgabe, name) instanceof SpinJsonNode liste && liste.isArray() ? liste.mapTo(List.class)
                : List.of();
    }

    Object rahmen(String name) {
        return engine.getRuntimeService().getVariable(rahmen, name);
    }

    /** What the file says of itself: the phase of its newest part. */
    String phase() {
        return jdbc.queryForList("select V.TEXT_ from ACT_HI_VARINST V join ACT_HI_PROCINST P on P.ID_ = V.PROC_INST_ID_ where P.BUSINESS_KEY_ = ? "
                + "and P.TENANT_ID_ = ? and P.SUPER_PROCESS_INSTANCE_ID_ is null and V.NAME_ = 'phase' order by P.START_TIME_ desc", String.class,
                zeichen, kommune).stream().findFirst().orElse("");
    }

    /** When the timer at that event goes off. */
    Optional<Date> termin(String ereignis) {
        return jobs("and D.ACT_ID_ = ?", ereignis).stream().map(Faellig::am).findFirst();
    }

    /** @param stoerung the activity whose job is not carried out, but fails for good */
    Optional<Faellig> naechsterJob(Date bis, String stoerung) {
        Optional<Faellig> job = jobs("and (J.DUEDATE_ is null or J.DUEDATE_ <= ?)", new Timestamp(bis.getTime())).stream().findFirst();
        if (job.isPresent() && job.get().aktivitaet().equals(stoerung)) {
            engine.getManagementService().setJobRetries(job.get().id(), 0);
            gestoert = true;
            return Optional.empty();
        }
        return job;
    }

    boolean gestoert() {
        return gestoert;
    }

    void fuehreAus(Faellig job) {
        engine.getManagementService().executeJob(job.id());
    }

    private List<Faellig> jobs(String bedingung, Object wert) {
        return jdbc.query("select J.ID_, D.ACT_ID_, J.DUEDATE_ from ACT_RU_JOB J join ACT_RU_EXECUTION E on E.ID_ = J.PROCESS_INSTANCE_ID_ "
                        + "left join ACT_RU_JOBDEF D on D.ID_ = J.JOB_DEF_ID_ where E.BUSINESS_KEY_ = ? and E.TENANT_ID_ = ? and J.RETRIES_ > 0 "
                        + "and J.SUSPENSION_STATE_ = 1 " + bedingung + " order by case when J.DUEDATE_ is null then 0 else 1 end, J.DUEDATE_, "
                        + "J.CREATE_TIME_", (zeile, n) -> new Faellig(zeile.getString(1), String.valueOf(zeile.getString(2)), zeile.getTimestamp(3)),
                zeichen, kommune, wert);
    }

    private <T> T als(String person, Supplier<T> tat) {
        var identity = engine.getIdentityService();
        List<String> gruppen = identity.createGroupQuery().groupMember(person).list().stream().map(g -> g.getId()).toList();
        List<String> kommunen = identity.createTenantQuery().userMember(person).includingGroupsOfUser(true).list().stream().map(t -> t.getId()).toList();
        identity.setAuthentication(person, gruppen, kommunen);
        try {
            return tat.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** Lists become Json, as Tasklist sends them. */
    private static Map<String, Object> werte(Map<String, Object> angaben) {
        Map<String, Object> werte = new LinkedHashMap<>();
        angaben.forEach((name, wert) -> werte.put(name, wert instanceof List || wert instanceof Map ? Spin.JSON(wert) : wert));
        return Variables.fromMap(werte);
    }
}
