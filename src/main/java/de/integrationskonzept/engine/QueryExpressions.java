package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static java.util.Map.entry;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;

/**
 * Which expressions a query may hold. The engine evaluates them with everything that a model can reach, and looks for them
 * at the top of an ad hoc query only, not in its {@code orQueries} (CVE-2026-109432).
 */
final class QueryExpressions {

    /** Those of the filters that are shipped for Tasklist, to the letter. */
    private static final Set<Map.Entry<String, String>> SHIPPED = Set.of(
            entry("taskAssignee", "${currentUser()}"),
            entry("taskCandidateGroupIn", "${currentUserGroups()}"),
            entry("dueBefore", "${now()}"),
            entry("dueBefore", "${dateTime().plusDays(14)}"),
            entry("dueAfter", "${now()}"),
            entry("followUpBefore", "${now()}"));

    private QueryExpressions() {
    }

    /** For what somebody asks on the spot, or adds to a filter: none at all. */
    static void refuseAny(Query<?, ?> query) {
        if (query instanceof AbstractQuery<?, ?> asked && !(asked.getExpressions().isEmpty() && alternativesAreFree(asked))) {
            throw refused();
        }
    }

    /** For what is stored in a filter: the shipped ones, and not within alternatives. */
    static void refuseUnlessShipped(Query<?, ?> query) {
        if (query instanceof AbstractQuery<?, ?> stored
                && !(SHIPPED.containsAll(stored.getExpressions().entrySet()) && alternativesAreFree(stored))) {
            throw refused();
        }
    }

    private static boolean alternativesAreFree(AbstractQuery<?, ?> query) {
        return !(query instanceof TaskQueryImpl tasks)
                || alternatives(tasks, new HashSet<>()).allMatch(other -> other == tasks || other.getExpressions().isEmpty());
    }

    /** A query leads its own list of alternatives; those made by {@code or()} lead the same list as it does. */
    private static Stream<TaskQueryImpl> alternatives(TaskQueryImpl query, Set<TaskQueryImpl> seen) {
        return seen.add(query) ? Stream.concat(Stream.of(query), query.getQueries().stream().flatMap(other -> alternatives(other, seen)))
                : Stream.empty();
    }

    private static Refusal refused() {
        return new Refusal(BAD_REQUEST, "Berechnete Angaben (Ausdrücke) sind in Abfragen und Filtern nicht erlaubt, nur die der "
                + "mitgelieferten Filter. Bitte geben Sie feste Werte an.");
    }
}
