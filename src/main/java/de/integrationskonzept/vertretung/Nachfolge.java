package de.integrationskonzept.vertretung;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;

import de.integrationskonzept.akte.Namenswechsel;
import de.integrationskonzept.engine.Assignment;
import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.rolle.Personal;
import de.integrationskonzept.rolle.Personennamen;
import de.integrationskonzept.rolle.Zugehoerigkeit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody goes for good: everything of theirs goes to another person in one step, over all files of their Kommunen. Roles are the
 * administration's to give, so a superior hands over tasks and names, and what the other person has no role for goes back to its role.
 */
@Component
class Nachfolge {

    private final Befugnis befugnis;
    private final Personal personal;
    private final Personennamen namen;
    private final Namensstellen stellen;
    private final Uebergabeliste liste;
    private final Abwesenheiten abwesenheiten;
    private final Vertretungsbuch buch;
    private final Aufgabenwechsel wechsel;
    private final Umverteilung umverteilung;
    private final JdbcTemplate jdbc;
    private final Befehl befehl;
    private final TransactionTemplate transaktion;

    Nachfolge(Befugnis befugnis, Personal personal, Personennamen namen, Namensstellen stellen, Uebergabeliste liste, Abwesenheiten abwesenheiten,
            Vertretungsbuch buch, Aufgabenwechsel wechsel, Umverteilung umverteilung, JdbcTemplate jdbc, Befehl befehl,
            PlatformTransactionManager transaktionen) {
        this.befugnis = befugnis;
        this.personal = personal;
        this.namen = namen;
        this.stellen = stellen;
        this.liste = liste;
        this.abwesenheiten = abwesenheiten;
        this.buch = buch;
        this.wechsel = wechsel;
        this.umverteilung = umverteilung;
        this.jdbc = jdbc;
        this.befehl = befehl;
        transaktion = new TransactionTemplate(transaktionen);
    }

    /**
     * @param aufgaben given to the other person, {@code zurueck} given back to their role
     * @param stellen places in files where the other name stands now
     * @param liste the handover pack, a page of HTML as things stood before
     */
    record Ergebnis(int aufgaben, int zurueck, int stellen, String satz, String liste) {
    }

    Ergebnis uebergib(String von, String an) {
        return befehl.wiederholt(() -> transaktion.execute(t -> {
            Vorher vorher = befehl.einmal(() -> benenne(von, an));
            // In commands of its own, or what follows would not see the roles.
            int mitRolle = vorher.rollen() ? (int) personal.uebergib(von, an).aufgaben() : 0;
            return befehl.einmal(() -> gib(von, an, vorher, mitRolle));
        }));
    }

    /** @param rollen go over, too */
    private record Vorher(Set<String> kommunen, String liste, int stellen, boolean eindeutig, boolean rollen) {
    }

    private Vorher benenne(String von, String an) {
        Set<String> kommunen = kommunen(von);
        pruefe(von, an);
        String blatt = liste.drucke(von, kommunen);
        Namenswechsel umbenennen = stellen.wechsel(von, an, namen.von(List.of(an)).get(an));
        int zahl = stellen.akten(kommunen).stream().mapToInt(akte -> umbenennen.ersetze(akte.wurzel()).size()).sum();
        abwesenheiten.ersetzeVertretung(von, an, Tage.heute());
        return new Vorher(kommunen, blatt, zahl, stellen.eindeutig(von), !Caller.isStaff());
    }

    private Ergebnis gib(String von, String an, Vorher vorher, int mitRolle) {
        vorher.kommunen().forEach(kommune -> buch.mit(von, kommune).stream().map(Nachfolge::aufgabe).filter(Objects::nonNull)
                .forEach(aufgabe -> buch.ersetze(aufgabe.getId(), von, passt(aufgabe, an) ? an : null)));
        List<TaskEntity> uebrige = aufgaben(von, vorher.kommunen());
        int passende = (int) uebrige.stream().filter(aufgabe -> gib(aufgabe, von, an)).count();
        int zurueck = uebrige.size() - passende;
        int aufgaben = mitRolle + passende;
        umverteilung.verteile(vorher.kommunen());
        jdbc.update("insert into IK_UEBERGABE (ID, ABGEBENDE_PERSON, NEUE_PERSON, VERANLASST_VON, VERANLASST_AM, AUFGABEN, ZURUECK, STELLEN) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?)", UUID.randomUUID().toString(), von, an, Caller.userId(), Tage.utc(Tage.jetzt()), aufgaben,
                zurueck, vorher.stellen());
        return new Ergebnis(aufgaben, zurueck, vorher.stellen(), satz(aufgaben, zurueck, vorher), vorher.liste());
    }

    /** The pack alone, to look at before. */
    String liste(String person) {
        return befehl.wiederholt(() -> befehl.einmal(() -> liste.drucke(person, kommunen(person))));
    }

    /** In which Kommunen the caller may do that for the person. */
    private Set<String> kommunen(String person) {
        if (!befugnis.vorgesetzt()) {
            throw new Refusal(FORBIDDEN, "Das können nur Vorgesetzte und die Administration. Bitte wenden Sie sich an sie.");
        }
        befugnis.verlange(person);
        Set<String> kommunen = new TreeSet<>(Zugehoerigkeit.kommunen(person));
        kommunen.retainAll(befugnis.kommunen());
        return kommunen;
    }

    private void pruefe(String von, String an) {
        if (an == null || an.equals(von)) {
            throw new Refusal(BAD_REQUEST, "Bitte nennen Sie eine andere Person, die übernimmt.");
        }
        befugnis.sperre(von);
        boolean bekannt = Caller.isStaff() ? Befugnis.gemeinsame(von, an) && Befugnis.gemeinsame(Caller.userId(), an) && befugnis.arbeitetMit(an)
                : befugnis.darf(an);
        if (!bekannt) {
            throw new Refusal(BAD_REQUEST, "Die Person, die übernehmen soll, gibt es nicht, oder sie bearbeitet in der Kommune keine Aufgaben. "
                    + "Bitte wählen Sie eine andere, oder lassen Sie die Administration sie zuerst anlegen.");
        }
    }

    private List<TaskEntity> aufgaben(String von, Collection<String> kommunen) {
        String seine = "select ID_ from ACT_RU_TASK where TENANT_ID_ = ? and (ASSIGNEE_ = ? or OWNER_ = ?)";
        return kommunen.stream().flatMap(kommune -> jdbc.queryForList(seine, String.class, kommune, von, von).stream())
                .map(Nachfolge::aufgabe).filter(a -> a != null && (von.equals(a.getAssignee()) || von.equals(a.getOwner()))).toList();
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

    private static String satz(int aufgaben, int zurueck, Vorher vorher) {
        return (vorher.rollen() ? "Rollen und Kommunen sind übergeben. " : "") + "Übergebene Aufgaben: " + aufgaben
                + (zurueck == 0 ? "" : "; zurückgegebene, weil die neue Person diese Rolle nicht hat: " + zurueck)
                + ". Stellen in Akten, an denen jetzt der neue Name steht: " + vorher.stellen() + "."
                + (vorher.eindeutig() ? "" : " Den bisherigen Namen tragen mehrere Personen; wo nur der Name steht, ändern Sie ihn bitte in der "
                + "Akte über „Akte nachtragen“.");
    }
}
