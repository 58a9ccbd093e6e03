package de.integrationskonzept.nachricht;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** {@code IK_MELDUNG}: what people are to be told at once, and what they were told lately. Written in the engine's transaction. */
@Component
class Meldungsbuch {

    private static final Duration AUFBEWAHRT = Duration.ofDays(1);

    /** Somebody who may do the task T because of a candidate L of it and who works for its Kommune. */
    private static final String KANDIDAT = "coalesce(L.USER_ID_, M.USER_ID_)";
    private static final String KANDIDATEN = "ACT_RU_IDENTITYLINK L left join ACT_ID_MEMBERSHIP M on M.GROUP_ID_ = L.GROUP_ID_";
    private static final String DER_KOMMUNE = "(T.TENANT_ID_ is null or exists (select 1 from ACT_ID_TENANT_MEMBER K where K.TENANT_ID_ = T.TENANT_ID_ "
            + "and (K.USER_ID_ = " + KANDIDAT + " or K.GROUP_ID_ in (select G.GROUP_ID_ from ACT_ID_MEMBERSHIP G where G.USER_ID_ = " + KANDIDAT + "))))";

    private static final String ALLEINIGE = "with A as (select T.ID_, T.TENANT_ID_, T.ASSIGNEE_ as PERSON, 1 as ZUGETEILT from ACT_RU_TASK T where T.ASSIGNEE_ is not null "
            + "and T.ID_ in (:aufgaben) union all select T.ID_, T.TENANT_ID_, min(" + KANDIDAT + "), 0 from ACT_RU_TASK T join " + KANDIDATEN
            + " on L.TASK_ID_ = T.ID_ and L.TYPE_ = 'candidate' where T.ASSIGNEE_ is null and T.ID_ in (:aufgaben) and " + DER_KOMMUNE
            + " group by T.ID_, T.TENANT_ID_ having count(distinct " + KANDIDAT + ") = 1) "
            + "select A.ID_, A.TENANT_ID_, A.PERSON, A.ZUGETEILT from A join ACT_ID_USER U on U.ID_ = A.PERSON where U.EMAIL_ like '%@%'";

    private static final String STAND = "select N.ANLASS, T.ID_, T.NAME_, T.PROC_DEF_ID_, E.BUSINESS_KEY_, case when T.ASSIGNEE_ = N.PERSON or "
            + "T.ASSIGNEE_ is null and exists (select 1 from " + KANDIDATEN + " where L.TASK_ID_ = T.ID_ and L.TYPE_ = 'candidate' and " + KANDIDAT
            + " = N.PERSON and " + DER_KOMMUNE + ") then 1 else 0 end from IK_MELDUNG N join ACT_RU_TASK T on T.ID_ = N.AUFGABE "
            + "join ACT_RU_EXECUTION E on E.ID_ = T.PROC_INST_ID_ where N.LAUF = ? order by E.BUSINESS_KEY_, T.NAME_, T.ID_";

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate benannt;

    Meldungsbuch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        benannt = new NamedParameterJdbcTemplate(jdbc);
    }

    /** Whose mail it is; {@code kommune} '-' for none. */
    record Fach(String person, String kommune) {

        static final String KEINE = "-";

        static Fach von(String person, String mandant) {
            return new Fach(person, mandant == null ? KEINE : mandant);
        }

        /** Null for none. */
        String mandant() {
            return kommune.equals(KEINE) ? null : kommune;
        }
    }

    /** @param zugeteilt false when the task is only theirs because nobody else could do it */
    record Alleinige(Fach fach, boolean zugeteilt) {
    }

    record Eintrag(String id, Fach fach, String aufgabe, Wunschanlass anlass) {
    }

    /** What lies in a compartment for one mail. */
    record Abholung(Fach fach, Instant faellig) {
    }

    /**
     * A task that somebody was to be told of, as it is now.
     *
     * @param definition id of its process definition
     * @param ihre whether the person can still do it
     */
    record Stand(Wunschanlass anlass, String aufgabe, String name, String definition, String aktenzeichen, boolean ihre) {
    }

    /** The one person for each of the tasks, when there is just one and they have an address; tasks that are gone are left out. */
    Map<String, Alleinige> alleinige(Collection<String> aufgaben) {
        Map<String, Alleinige> alleinige = new HashMap<>();
        benannt.query(ALLEINIGE, Map.of("aufgaben", aufgaben), zeile -> {
            alleinige.put(zeile.getString(1), new Alleinige(Fach.von(zeile.getString(3), zeile.getString(2)), zeile.getInt(4) == 1));
        });
        return alleinige;
    }

    /** For when the last mail to each of them was, or is, planned. */
    Map<String, Instant> zuletzt(Collection<String> personen) {
        Map<String, Instant> zuletzt = new HashMap<>();
        benannt.query("select PERSON, max(FAELLIG) from IK_MELDUNG where PERSON in (:personen) group by PERSON", Map.of("personen", personen),
                zeile -> {
                    zuletzt.put(zeile.getString(1), zeile.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC));
                });
        return zuletzt;
    }

    void trageEin(List<Eintrag> eintraege, Instant faellig) {
        jdbc.batchUpdate("insert into IK_MELDUNG (ID, PERSON, KOMMUNE, AUFGABE, ANLASS, FAELLIG) values (?, ?, ?, ?, ?, ?)", eintraege.stream()
                .map(e -> new Object[] {e.id(), e.fach().person(), e.fach().kommune(), e.aufgabe(), e.anlass().wort(), utc(faellig)}).toList());
    }

    /** @return empty when that row, and with it all that was to go with it, has been told already */
    Optional<Abholung> abholung(String id) {
        return jdbc.query("select PERSON, KOMMUNE, FAELLIG from IK_MELDUNG where ID = ? and ERLEDIGT is null", (zeile, i) -> new Abholung(
                new Fach(zeile.getString(1), zeile.getString(2)), zeile.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC)), id)
                .stream().findFirst();
    }

    /** Takes all that is due by then; of two that do so at once the second finds nothing. */
    List<Stand> nimm(String lauf, Abholung abholung) {
        jdbc.update("update IK_MELDUNG set ERLEDIGT = ?, LAUF = ? where PERSON = ? and KOMMUNE = ? and ERLEDIGT is null and FAELLIG <= ?",
                utc(jetzt()), lauf, abholung.fach().person(), abholung.fach().kommune(), utc(abholung.faellig()));
        return jdbc.query(STAND, (zeile, i) -> new Stand(Wunschanlass.von(zeile.getString(1)).orElseThrow(), zeile.getString(2), zeile.getString(3),
                zeile.getString(4), zeile.getString(5), zeile.getInt(6) == 1), lauf);
    }

    /** Nobody was told, so the next one need not wait. */
    void vergiss(String lauf) {
        jdbc.update("delete from IK_MELDUNG where LAUF = ?", lauf);
    }

    /** What somebody was told is kept for a day: it says when they may be told again. */
    void raeumeAuf(String person) {
        jdbc.update("delete from IK_MELDUNG where PERSON = ? and ERLEDIGT < ?", person, utc(jetzt().minus(AUFBEWAHRT)));
    }

    /** Also that of people who are told nothing any more. */
    void raeumeAuf() {
        jdbc.update("delete from IK_MELDUNG where ERLEDIGT < ?", utc(jetzt().minus(AUFBEWAHRT)));
    }

    private static Instant jetzt() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    private static LocalDateTime utc(Instant zeit) {
        return LocalDateTime.ofInstant(zeit, ZoneOffset.UTC);
    }
}
