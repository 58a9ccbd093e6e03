package de.integrationskonzept.vertretung;

import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.rolle.Rollen;
import de.integrationskonzept.rolle.Zugehoerigkeit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** For whom somebody may act: for themselves; a superior for the people of their Kommunen, an administrator for all. Only within a command. */
@Component
class Befugnis {

    private static final String VORGESETZTE = "vorgesetzte";
    private static final int HOECHSTENS = 1000;
    private static final int LAENGSTE_KENNUNG = 255;

    private final JdbcTemplate jdbc;
    private final Rollen rollen;

    Befugnis(JdbcTemplate jdbc, Rollen rollen) {
        this.jdbc = jdbc;
        this.rollen = rollen;
    }

    /** @param kennung user id */
    record Person(String kennung, String name) {
    }

    boolean vorgesetzt() {
        return !Caller.isStaff() || Caller.groups().contains(VORGESETZTE);
    }

    boolean darf(String person) {
        return lesbar(person) && (person.equals(Caller.userId())
                || vorgesetzt() && (Caller.isStaff() ? gemeinsame(Caller.userId(), person) : gibtEs(person)));
    }

    /** What can be an id at all; no database is asked for anything else. */
    static boolean lesbar(String kennung) {
        return kennung != null && kennung.length() <= LAENGSTE_KENNUNG && kennung.indexOf('\0') < 0;
    }

    /** @throws Refusal (404) also when there is such a person, but elsewhere: nobody learns that here */
    void verlange(String person) {
        if (!darf(person)) {
            throw new Refusal(NOT_FOUND, "Diese Person gibt es nicht, oder sie gehört nicht zu Ihrer Kommune. Bitte wählen Sie eine Person aus "
                    + "der Liste.");
        }
    }

    /** Whether they work for the same Kommune. */
    static boolean gemeinsame(String eine, String andere) {
        return !Collections.disjoint(Zugehoerigkeit.kommunen(eine), Zugehoerigkeit.kommunen(andere));
    }

    /** Whether the person finds tasks in Tasklist. */
    boolean arbeitetMit(String person) {
        return !Collections.disjoint(Zugehoerigkeit.rollen(person), rollen.mitAufgaben());
    }

    private boolean gibtEs(String person) {
        return jdbc.queryForObject("select count(*) from ACT_ID_USER where ID_ = ?", Integer.class, person) == 1;
    }

    /** Whoever changes something for a person waits for who is just doing the same. */
    void sperre(String person) {
        jdbc.queryForList("select ID_ from ACT_ID_USER where ID_ = ? for update", person);
    }

    /** Those of the caller; of all of them for an administrator. */
    Set<String> kommunen() {
        return Caller.isStaff() ? Zugehoerigkeit.kommunen(Caller.userId())
                : Set.copyOf(jdbc.queryForList("select ID_ from ACT_ID_TENANT", String.class));
    }

    /** Who may stand in, or be away: the people of these Kommunen who find tasks, by name. */
    List<Person> personen(Collection<String> kommunen) {
        List<Object> werte = new ArrayList<>(kommunen);
        werte.addAll(rollen.mitAufgaben());
        return kommunen.isEmpty() ? List.of() : jdbc.query("select U.ID_, U.FIRST_, U.LAST_ from ACT_ID_USER U where exists (select 1 "
                + "from ACT_ID_TENANT_MEMBER M where M.TENANT_ID_ in (" + platz(kommunen.size()) + ") and (M.USER_ID_ = U.ID_ or M.GROUP_ID_ in "
                + "(select S.GROUP_ID_ from ACT_ID_MEMBERSHIP S where S.USER_ID_ = U.ID_))) and exists (select 1 from ACT_ID_MEMBERSHIP S "
                + "where S.USER_ID_ = U.ID_ and S.GROUP_ID_ in (" + platz(rollen.mitAufgaben().size()) + ")) order by U.LAST_, U.FIRST_, U.ID_ limit "
                + HOECHSTENS,
                (zeile, i) -> new Person(zeile.getString(1), name(zeile.getString(1), zeile.getString(2), zeile.getString(3))), werte.toArray());
    }

    private static String name(String kennung, String vorname, String nachname) {
        String name = ((vorname == null ? "" : vorname) + " " + (nachname == null ? "" : nachname)).strip();
        return name.isEmpty() ? kennung : name;
    }

    private static String platz(int anzahl) {
        return String.join(", ", Collections.nCopies(anzahl, "?"));
    }
}
