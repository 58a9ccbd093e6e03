package de.integrationskonzept.vertretung;

import de.integrationskonzept.engine.Assignment;
import de.integrationskonzept.vertretung.Vertretungsbuch.Ausgang;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Brings each task to whom it belongs today. Knows no start and no end of an absence: it looks at who is away now and at where the task
 * comes from, so it may run at any time and as often as it likes. Only within a command.
 */
@Component
class Umverteilung {

    private final Abwesenheiten abwesenheiten;
    private final Vertretungsbuch buch;
    private final Aufgabenwechsel wechsel;
    private final JdbcTemplate jdbc;

    Umverteilung(Abwesenheiten abwesenheiten, Vertretungsbuch buch, Aufgabenwechsel wechsel, JdbcTemplate jdbc) {
        this.abwesenheiten = abwesenheiten;
        this.buch = buch;
        this.wechsel = wechsel;
        this.jdbc = jdbc;
    }

    /** All tasks of these Kommunen that an absence has to do with, also those that rest. */
    void verteile(Collection<String> kommunen) {
        for (String kommune : new TreeSet<>(kommunen)) {
            jdbc.queryForList("select ID_ from ACT_ID_TENANT where ID_ = ? for update", kommune); // one after the other, on whatever node
            Anwesende anwesende = new Anwesende(kommune, abwesenheiten.am(Tage.heute()));
            for (String id : betroffene(kommune, anwesende)) {
                TaskEntity aufgabe = Context.getCommandContext().getTaskManager().findTaskById(id);
                if (aufgabe == null) {
                    buch.beende(id, Ausgang.ERLEDIGT);
                } else if (aufgabe.getExecution() != null && !aufgabe.isDeleted()) {
                    verteile(aufgabe, anwesende, false, aenderung -> Assignment.change(aufgabe, aenderung));
                }
            }
        }
    }

    private Set<String> betroffene(String kommune, Anwesende anwesende) {
        Set<String> aufgaben = new TreeSet<>(buch.offeneAufgaben(kommune));
        List<String> fehlende = abwesenheiten.fehlende(kommune, Tage.heute());
        fehlende.forEach(person -> aufgaben.addAll(jdbc.queryForList("select ID_ from ACT_RU_TASK where TENANT_ID_ = ? "
                + "and (ASSIGNEE_ = ? or ASSIGNEE_ is null and ID_ in (select TASK_ID_ from ACT_RU_IDENTITYLINK where USER_ID_ = ?))",
                String.class, kommune, person, person)));
        anwesende.verwaist(fehlende).forEach(rolle -> aufgaben.addAll(jdbc.queryForList("select ID_ from ACT_RU_TASK where TENANT_ID_ = ? "
                + "and ASSIGNEE_ is null and ID_ in (select TASK_ID_ from ACT_RU_IDENTITYLINK where GROUP_ID_ = ?)", String.class, kommune, rolle)));
        return aufgaben;
    }

    /** A task that has just been created. */
    void verteileNeue(TaskEntity aufgabe) {
        if (abwesenheiten.betrifft(Tage.heute(), personen(aufgabe), rollen(aufgabe))) {
            verteile(aufgabe, anwesende(aufgabe), false, aenderung -> aenderung.accept(aufgabe));
        }
    }

    /**
     * A task that has been given to somebody by hand, or back by them.
     *
     * @param selbst the person has taken it themselves: it stays with them, even if they are meant to be away
     */
    void verteileVergebene(TaskEntity aufgabe, boolean selbst) {
        List<String> personen = personen(aufgabe);
        List<String> rollen = rollen(aufgabe);
        boolean niemand = personen.isEmpty() && rollen.isEmpty();
        if (niemand || buch.offen(aufgabe.getId()).isPresent() || abwesenheiten.betrifft(Tage.heute(), personen, rollen)) {
            verteile(aufgabe, anwesende(aufgabe), selbst, aenderung -> aenderung.accept(aufgabe));
        }
    }

    private Anwesende anwesende(TaskEntity aufgabe) {
        return new Anwesende(aufgabe.getTenantId(), abwesenheiten.am(Tage.heute()));
    }

    private static List<String> personen(TaskEntity aufgabe) {
        return aufgabe.getAssignee() == null ? Stelle.von(aufgabe, null).personen() : List.of(aufgabe.getAssignee());
    }

    private static List<String> rollen(TaskEntity aufgabe) {
        return aufgabe.getAssignee() == null ? Stelle.von(aufgabe, null).rollen() : List.of();
    }

    private void verteile(TaskEntity aufgabe, Anwesende anwesende, boolean selbst, Consumer<Consumer<TaskEntity>> schreibend) {
        Vertretung bisher = buch.offen(aufgabe.getId()).orElseGet(() -> Vertretung.keine(aufgabe.getAssignee()));
        Vertretung jetzt = bisher.nachdem(aufgabe.getAssignee());
        boolean behalten = (selbst || jetzt.selbst()) && anwesende.fehlt(jetzt.halter());
        Vertretung neu = behalten ? Vertretung.vonHand(jetzt.halter()) : heute(Stelle.von(aufgabe, bisher.stelle()), jetzt, anwesende);
        if (!bisher.equals(neu) || !Objects.equals(aufgabe.getAssignee(), neu.halter())) {
            schreibend.accept(a -> wechsel.vollziehe(a, bisher, neu));
            notiere(aufgabe, bisher, jetzt, neu);
        }
    }

    private static Vertretung heute(Stelle stelle, Vertretung jetzt, Anwesende anwesende) {
        String inhaber = jetzt.inhaber();
        if (inhaber == null || !anwesende.fehlt(inhaber) && !anwesende.gehoert(inhaber)) {
            return stelle.anDieRolle(null, jetzt.abgegeben(), anwesende);
        }
        return anwesende.fehlt(inhaber) ? stelle.fuer(inhaber, jetzt.abgegeben(), anwesende) : Vertretung.keine(inhaber);
    }

    private void notiere(TaskEntity aufgabe, Vertretung bisher, Vertretung jetzt, Vertretung neu) {
        if (!bisher.istKeine()) {
            buch.beende(aufgabe.getId(), jetzt.istKeine() ? Ausgang.VON_HAND : neu.istKeine() ? Ausgang.ZURUECK : Ausgang.WEITER);
        }
        if (!neu.istKeine()) {
            buch.beginne(aufgabe.getId(), aufgabe.getTenantId(), neu);
        }
    }
}
