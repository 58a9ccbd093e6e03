package de.integrationskonzept.nachricht;

import de.integrationskonzept.cockpit.Prozessarten;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The open tasks of many people at once, as they could stand in a digest: two statements, whatever the number of people and tasks. */
@Component
class Tagespostaufgaben {

    /** More of them is more than one mail can say. */
    static final int JE_ADRESSE = 300;

    private static final String LETZTE = "select max(A.ADRESSE_) from (select distinct lower(EMAIL_) as ADRESSE_ from ACT_ID_USER where lower(EMAIL_) > :nach "
            + "order by lower(EMAIL_) fetch first :anzahl rows only) A";
    private static final String DIESER = "lower(U.EMAIL_) > :nach and lower(U.EMAIL_) <= :letzte and K.TENANT_ID_ in (:kommunen)";
    /** Who works for which Kommune: by themselves, or by a role that works for it. */
    private static final String PERSONEN = "(select U.ID_ as PERSON_, lower(U.EMAIL_) as ADRESSE_, K.TENANT_ID_ as KOMMUNE_ from ACT_ID_USER U "
            + "join ACT_ID_TENANT_MEMBER K on K.USER_ID_ = U.ID_ where " + DIESER + " union select U.ID_, lower(U.EMAIL_), K.TENANT_ID_ from ACT_ID_USER U "
            + "join ACT_ID_MEMBERSHIP M on M.USER_ID_ = U.ID_ join ACT_ID_TENANT_MEMBER K on K.GROUP_ID_ = M.GROUP_ID_ where " + DIESER + ") P";
    private static final String AUFGABEN = "select * from (select P.PERSON_, P.ADRESSE_, %s as AN_, T.ID_, T.NAME_, T.TENANT_ID_, N.NAME_ as KOMMUNE_NAME_, T.PROC_DEF_ID_, "
            + "T.CREATE_TIME_, T.DUE_DATE_, E.BUSINESS_KEY_, (select string_agg(L.GROUP_ID_, ',') from ACT_RU_IDENTITYLINK L where L.TASK_ID_ = T.ID_ "
            + "and L.TYPE_ = 'candidate') as ROLLEN_, row_number() over (partition by P.ADRESSE_ order by case when T.DUE_DATE_ is null then 1 else 0 end, "
            + "T.DUE_DATE_, T.ID_) as NR_ from " + PERSONEN + " join ACT_RU_TASK T on T.TENANT_ID_ = P.KOMMUNE_ join ACT_ID_TENANT N "
            + "on N.ID_ = T.TENANT_ID_ join ACT_RU_EXECUTION E on E.ID_ = T.PROC_INST_ID_ %s where T.SUSPENSION_STATE_ = 1 and T.CREATE_TIME_ < :beginn and T.PROC_DEF_ID_ not in (:bereit) and %s) A "
            + "where A.NR_ <= :hoechstens";
    /** What a colleague has taken over is no longer a matter of the role. */
    private static final String EIGENE = AUFGABEN.formatted("'" + Tagespostregeln.ZUSTAENDIG + "'", "", "(T.CREATE_TIME_ >= :seit or T.DUE_DATE_ < :bis) "
            + "and (T.ASSIGNEE_ = P.PERSON_ or T.ASSIGNEE_ is null and exists (select 1 from ACT_RU_IDENTITYLINK L join ACT_ID_MEMBERSHIP M "
            + "on M.GROUP_ID_ = L.GROUP_ID_ where L.TASK_ID_ = T.ID_ and L.TYPE_ = 'candidate' and M.USER_ID_ = P.PERSON_))");
    private static final String LIEGENDE = AUFGABEN.formatted("M.GROUP_ID_", "join ACT_ID_MEMBERSHIP M on M.USER_ID_ = P.PERSON_ and M.GROUP_ID_ in (:rollen)",
            "T.DUE_DATE_ < :heute and T.PROC_DEF_ID_ not in (:vertraulich) and (T.ASSIGNEE_ is null or T.ASSIGNEE_ <> P.PERSON_)");

    private static final String WER = "select K.TENANT_ID_, M.GROUP_ID_, U.EMAIL_ from ACT_ID_MEMBERSHIP M join ACT_ID_USER U on U.ID_ = M.USER_ID_ "
            + "%s where M.GROUP_ID_ in (:rollen) and K.TENANT_ID_ in (:kommunen) and U.EMAIL_ like '%%@%%' and not exists "
            + "(select 1 from IK_WUNSCH W where W.PERSON = U.ID_ and W.ANLASS = :anlass)";
    private static final String STELLEN = WER.formatted("join ACT_ID_TENANT_MEMBER K on K.USER_ID_ = U.ID_") + " union "
            + WER.formatted("join ACT_ID_MEMBERSHIP G on G.USER_ID_ = U.ID_ join ACT_ID_TENANT_MEMBER K on K.GROUP_ID_ = G.GROUP_ID_");

    private final NamedParameterJdbcTemplate jdbc;
    private final Prozessarten arten;

    Tagespostaufgaben(NamedParameterJdbcTemplate jdbc, Prozessarten arten) {
        this.jdbc = jdbc;
        this.arten = arten;
    }

    /**
     * A task that somebody could hear of.
     *
     * @param an role by which, {@link Tagespostregeln#ZUSTAENDIG} when it is their own
     * @param aktenzeichen null when there is none, {@code faellig} as well
     * @param rollen to which it goes, empty when it goes to a person alone
     */
    record Aufgabe(String person, String adresse, String an, String id, String name, String kommune, String kommuneName,
            String aktenzeichen, Instant angelegt, Instant faellig, List<String> rollen, boolean vertraulich) {
    }

    /**
     * Which people and which times.
     *
     * @param nach address that was the last one before, {@code letzte} the last one now
     * @param seit what came later may be new, {@code beginn} what came later does not count yet
     * @param heute when the day began, {@code bis} until when dates are looked at
     */
    record Ausschnitt(String nach, String letzte, Collection<String> kommunen, Instant seit, Instant beginn, Instant heute, Instant bis) {
    }

    /** The address up to which the next ones go, empty when there are none left. */
    Optional<String> letzte(String nach, int anzahl) {
        return Optional.ofNullable(jdbc.queryForObject(LETZTE, Map.of("nach", nach, "anzahl", anzahl), String.class));
    }

    List<Aufgabe> eigene(Ausschnitt ausschnitt) {
        return lies(EIGENE, werte(ausschnitt));
    }

    /** What lies with others. */
    List<Aufgabe> liegende(Ausschnitt ausschnitt, Collection<String> rollen) {
        Map<String, Object> werte = werte(ausschnitt);
        werte.put("rollen", rollen);
        return rollen.isEmpty() ? List.of() : lies(LIEGENDE, werte);
    }

    /** A role in a Kommune. */
    record Stelle(String kommune, String rolle) {
    }

    /** Where somebody with an address wants that kind of mail. */
    Set<Stelle> stellen(Collection<String> kommunen, Collection<String> rollen, String anlass) {
        Set<Stelle> stellen = new HashSet<>();
        jdbc.query(STELLEN, Map.of("kommunen", kommunen, "rollen", rollen, "anlass", anlass), zeile -> {
            if (Adresse.istGueltig(zeile.getString(3))) {
                stellen.add(new Stelle(zeile.getString(1), zeile.getString(2)));
            }
        });
        return stellen;
    }

    private Map<String, Object> werte(Ausschnitt a) {
        return new HashMap<>(Map.of("nach", a.nach(), "letzte", a.letzte(), "kommunen", a.kommunen(), "seit", Timestamp.from(a.seit()), "beginn",
                Timestamp.from(a.beginn()), "heute", Timestamp.from(a.heute()), "bis", Timestamp.from(a.bis()), "bereit", arten.bereitstehende(),
                "vertraulich", arten.vertrauliche(), "hoechstens", JE_ADRESSE));
    }

    private List<Aufgabe> lies(String sql, Map<String, Object> werte) {
        Collection<?> vertraulich = (Collection<?>) werte.get("vertraulich");
        return jdbc.query(sql, werte, (zeile, i) -> aufgabe(zeile, vertraulich.contains(zeile.getString("PROC_DEF_ID_"))));
    }

    private static Aufgabe aufgabe(ResultSet zeile, boolean vertraulich) throws SQLException {
        Timestamp faellig = zeile.getTimestamp("DUE_DATE_");
        String rollen = zeile.getString("ROLLEN_");
        return new Aufgabe(zeile.getString("PERSON_"), zeile.getString("ADRESSE_"), zeile.getString("AN_"), zeile.getString("ID_"), zeile.getString("NAME_"),
                zeile.getString("TENANT_ID_"), zeile.getString("KOMMUNE_NAME_"), zeile.getString("BUSINESS_KEY_"), zeile.getTimestamp("CREATE_TIME_").toInstant(),
                faellig == null ? null : faellig.toInstant(), rollen == null ? List.of() : List.of(rollen.split(",")), vertraulich);
    }
}
