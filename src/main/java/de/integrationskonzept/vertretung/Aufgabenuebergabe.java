package de.integrationskonzept.vertretung;

import de.integrationskonzept.engine.Assignment;
import de.integrationskonzept.rolle.Zugehoerigkeit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The open tasks of somebody go to another person, or back to their role where that person may not have them. Only within a command. */
@Component
class Aufgabenuebergabe {

    private final Vertretungsbuch buch;
    private final Aufgabenwechsel wechsel;
    private final JdbcTemplate jdbc;

    Aufgabenuebergabe(Vertretungsbuch buch, Aufgabenwechsel wechsel, JdbcTemplate jdbc) {
        this.buch = buch;
        this.wechsel = wechsel;
        this.jdbc = jdbc;
    }

    /** How many went over, and how many back. */
    record Zahl(int uebergeben, int zurueck) {
    }

    /** Also what the person would get back from who stands in for them, and what they have in somebody else's place. */
    Zahl uebergib(String von, String an, Collection<String> kommunen) {
        kommunen.forEach(kommune -> buch.mit(von, kommune).stream().map(Aufgabenuebergabe::aufgabe).filter(Objects::nonNull)
                .forEach(aufgabe -> buch.ersetze(aufgabe.getId(), von, passt(aufgabe, an) ? an : null)));
        List<TaskEntity> alle = aufgaben(von, kommunen);
        int passende = (int) alle.stream().filter(aufgabe -> gib(aufgabe, von, an)).count();
        return new Zahl(passende, alle.size() - passende);
    }

    private List<TaskEntity> aufgaben(String von, Collection<String> kommunen) {
        String seine = "select ID_ from ACT_RU_TASK where TENANT_ID_ = ? and (ASSIGNEE_ = ? or OWNER_ = ?)";
        return kommunen.stream().flatMap(kommune -> jdbc.queryForList(seine, String.class, kommune, von, von).stream())
                .map(Aufgabenuebergabe::aufgabe).filter(a -> a != null && (von.equals(a.getAssignee()) || von.equals(a.getOwner()))).toList();
    }

    private static TaskEntity aufgabe(String id) {
        TaskEntity aufgabe = Context.getCommandContext().getTaskManager().findTaskById(id);
        return aufgabe == null || aufgabe.getExecution() == null ? null : aufgabe;
    }

    private boolean passt(TaskEntity aufgabe, String person) {
        Stelle stelle = Stelle.von(aufgabe, buch.offen(aufgabe.getId()).map(Vertretung::stelle).orElse(null));
        return stelle.rollen().isEmpty() && !stelle.vertraulich() || Zugehoerigkeit.rollen(person).stream().anyMatch(stelle.rollen()::contains);
    }

    private boolean gib(TaskEntity aufgabe, String von, String an) {
        boolean passt = passt(aufgabe, an);
        String neu = passt ? an : null;
        Assignment.change(aufgabe, a -> {
            if (von.equals(a.getOwner())) {
                a.setOwner(neu);
            }
            if (von.equals(a.getAssignee())) {
                a.setAssignee(neu);
            }
            wechsel.entziehe(a);
        });
        return passt;
    }
}
