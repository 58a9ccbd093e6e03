package de.integrationskonzept.rolle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

/** The filters that staff find in Tasklist. Made when missing; what an administrator changes in them stays. */
class Aufgabenfilter {

    private static final String MEINE_GRUPPEN = "${currentUserGroups()}";

    private final FilterService filter;
    private final TaskService aufgaben;
    private final Rollen rollen;

    Aufgabenfilter(ProcessEngine engine, Rollen rollen) {
        this.filter = engine.getFilterService();
        this.aufgaben = engine.getTaskService();
        this.rollen = rollen;
    }

    /** Filter ids, each with the roles that see it; none means everybody. */
    Map<String, List<String>> richteEin() {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        // The first one opens at login, so it is the one in which everybody finds their work.
        ids.put(filter("Meine Gruppen", "Aufgaben Ihrer Rollen, auch die schon übernommenen", 10, meineGruppen()), List.of());
        ids.put(filter("Meine Aufgaben", "Aufgaben, die Sie übernommen haben", 20,
                offen().taskAssigneeExpression("${currentUser()}")), List.of());
        ids.put(filter("Überfällig", "Aufgaben Ihrer Rollen, deren Termin vorbei ist", 30,
                meineGruppen().dueBeforeExpression("${now()}")), List.of());
        ids.put(filter("Nächste 14 Tage", "Aufgaben Ihrer Rollen, die bald fällig sind", 40,
                meineGruppen().dueBeforeExpression("${dateTime().plusDays(14)}").dueAfterExpression("${now()}")), List.of());
        ids.put(filter("Wiedervorlage", "Aufgaben Ihrer Rollen, die Sie sich wieder vorlegen wollten", 50,
                meineGruppen().followUpBeforeExpression("${now()}")), List.of());
        ids.put(filter("Im Auftrag erfassen", "Entscheidungen anderer Stellen, die auf Papier vorliegen", 60,
                offen().taskCandidateGroupIn(andereRollen()).includeAssignedTasks()),
                List.of(Rollen.INTEGRATIONSBEAUFTRAGTE));
        return ids;
    }

    private TaskQuery offen() {
        return aufgaben.createTaskQuery().active();
    }

    private TaskQuery meineGruppen() {
        return offen().taskCandidateGroupInExpression(MEINE_GRUPPEN).includeAssignedTasks();
    }

    private List<String> andereRollen() {
        return rollen.rollen().stream().map(Rollen.Rolle::id).filter(r -> !r.equals(Rollen.INTEGRATIONSBEAUFTRAGTE)).toList();
    }

    private String filter(String name, String beschreibung, int platz, TaskQuery abfrage) {
        Filter vorhanden = filter.createTaskFilterQuery().filterName(name).singleResult();
        if (vorhanden != null) {
            return vorhanden.getId();
        }
        Filter neu = filter.newTaskFilter(name);
        neu.setQuery(abfrage.orderByDueDate().asc());
        neu.setProperties(Map.of("description", beschreibung, "priority", platz, "color", "#1f4e79", "refresh", true,
                "showUndefinedVariable", false, "variables", List.of(Map.of("name", "karte", "label", "Akte"))));
        return filter.saveFilter(neu).getId();
    }
}
