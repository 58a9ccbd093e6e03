package de.integrationskonzept.nachricht;

import de.integrationskonzept.engine.ConfidentialProcesses;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.HistoricProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What stands in a person's calendar: when their open tasks are due, those of their roles in their Kommunen among them as long as
 * nobody has taken them, the meetings of their groups, and what models name of the files that they see. Four statements, however much
 * it is.
 */
@Component
class Kalenderinhalt {

    private static final int HOECHSTENS = 2_000;
    private static final Duration RUECKBLICK = Duration.ofDays(90);

    private static final String GRUPPEN = "(select M.GROUP_ID_ from ACT_ID_MEMBERSHIP M where M.USER_ID_ = :person)";
    /** As the engine does it: for administrators no Kommune is foreign. */
    private static final String HIER = "(%1$s is null or %1$s in (select K.TENANT_ID_ from ACT_ID_TENANT_MEMBER K where K.USER_ID_ = :person "
            + "or K.GROUP_ID_ in " + GRUPPEN + ") or '" + Groups.CAMUNDA_ADMIN + "' in " + GRUPPEN + ")";
    private static final String AUFGABEN = "select T.ID_, T.NAME_, T.DUE_DATE_, T.REV_, coalesce(T.LAST_UPDATED_, T.CREATE_TIME_) as STAND, "
            + "T.PROC_DEF_ID_, R.BUSINESS_KEY_, V.TEXT_ from ACT_RU_TASK T join ACT_RU_EXECUTION I on I.ID_ = T.PROC_INST_ID_ "
            + "join ACT_RU_EXECUTION R on R.ID_ = I.ROOT_PROC_INST_ID_ "
            + "left join ACT_RU_VARIABLE V on V.TASK_ID_ = T.ID_ and V.NAME_ = 'karte' "
            + "where T.DUE_DATE_ is not null and T.SUSPENSION_STATE_ = 1 and (T.ASSIGNEE_ = :person or T.ASSIGNEE_ is null and T.ID_ in "
            + "(select L.TASK_ID_ from ACT_RU_IDENTITYLINK L where L.TYPE_ = 'candidate' and (L.USER_ID_ = :person or L.GROUP_ID_ in " + GRUPPEN
            + "))) "
            + "and " + HIER.formatted("T.TENANT_ID_") + " order by T.DUE_DATE_, T.ID_ limit " + HOECHSTENS;
    private static final String TERMINE = Terminbuch.SPALTEN + " where GREMIUM in " + GRUPPEN + " and BEGINN > :ab and " + HIER.formatted("KOMMUNE")
            + " order by BEGINN, ID limit " + HOECHSTENS;
    /** READ is the second bit; both databases divide and take remainders alike. A right that was revoked has no such bit. */
    private static final String RECHT = "exists (select 1 from ACT_RU_AUTHORIZATION A where A.RESOURCE_TYPE_ = "
            + Resources.HISTORIC_PROCESS_INSTANCE.resourceType() + " and A.RESOURCE_ID_ in (R.ID_, '*') and A.TYPE_ in (%s) "
            + "and (A.USER_ID_ in (:person, '*') or A.GROUP_ID_ in " + GRUPPEN + ") and mod(A.PERMS_ / "
            + HistoricProcessInstancePermissions.READ.getValue() + ", 2) = %d)";
    private static final String TAGE = "select V.ID_, V.NAME_, V.REV_, V.TEXT_, B.BYTES_, H.CREATE_TIME_, I.PROC_DEF_ID_, R.BUSINESS_KEY_ "
            + "from ACT_RU_VARIABLE V join ACT_RU_EXECUTION I on I.ID_ = V.EXECUTION_ID_ join ACT_RU_EXECUTION R on R.ID_ = I.ROOT_PROC_INST_ID_ "
            + "join ACT_HI_VARINST H on H.ID_ = V.ID_ left join ACT_GE_BYTEARRAY B on B.ID_ = V.BYTEARRAY_ID_ "
            + "where I.PARENT_ID_ is null and I.PROC_DEF_ID_ in (:modelle) and V.TASK_ID_ is null and V.NAME_ in (:namen) "
            + "and I.SUSPENSION_STATE_ = 1 and " + RECHT.formatted("0, 1", 1) + " and not " + RECHT.formatted("2", 0) + " and "
            + HIER.formatted("R.TENANT_ID_")
            + " order by V.ID_ limit " + HOECHSTENS;

    private final NamedParameterJdbcTemplate jdbc;
    private final ConfidentialProcesses vertraulich;
    private final Anschrift anschrift;
    private final Termingaeste gaeste;
    private final Kalenderquellen quellen;

    Kalenderinhalt(NamedParameterJdbcTemplate jdbc, ConfidentialProcesses vertraulich, Anschrift anschrift, Termingaeste gaeste,
            Kalenderquellen quellen) {
        this.jdbc = jdbc;
        this.vertraulich = vertraulich;
        this.anschrift = anschrift;
        this.gaeste = gaeste;
        this.quellen = quellen;
    }

    String von(String person) {
        Instant ab = ClockUtil.getCurrentTime().toInstant().minus(RUECKBLICK);
        Map<String, Object> werte = Map.of("person", person, "ab", LocalDateTime.ofInstant(ab, ZoneOffset.UTC));
        return Kalenderdatei.abonnement(Stream.of(jdbc.query(AUFGABEN, werte, (zeile, i) -> aufgabe(zeile)),
                jdbc.query(TERMINE, werte, (zeile, i) -> termin(Terminbuch.termin(zeile))), tage(person, Kalenderdatei.tag(ab)))
                .flatMap(List::stream).toList());
    }

    private List<Kalendereintrag> tage(String person, LocalDate ab) {
        List<String> modelle = jdbc.queryForList("select ID_ from ACT_RE_PROCDEF", Map.of(), String.class).stream()
                .filter(modell -> !quellen.von(modell).isEmpty() && !vertraulich.contains(modell)).toList();
        Set<String> namen = modelle.stream().flatMap(modell -> quellen.von(modell).stream()).map(Kalenderquelle::variable)
                .collect(Collectors.toSet());
        return modelle.isEmpty() ? List.of() : jdbc.query(TAGE, Map.of("person", person, "modelle", modelle, "namen", namen),
                (zeile, i) -> tage(zeile, ab)).stream().flatMap(List::stream).limit(HOECHSTENS).toList();
    }

    private List<Kalendereintrag> tage(ResultSet zeile, LocalDate ab) throws SQLException {
        List<Kalendereintrag> eintraege = new ArrayList<>();
        for (Kalenderquelle quelle : quellen.von(zeile.getString("PROC_DEF_ID_"))) {
            if (quelle.variable().equals(zeile.getString("NAME_"))) {
                List<LocalDate> tage = quelle.tage(zeile.getString("TEXT_"), zeile.getBytes("BYTES_"));
                for (int i = 0; i < tage.size(); i++) {
                    if (tage.get(i) != null && tage.get(i).isAfter(ab)) {
                        eintraege.add(tag(zeile, quelle, i, tage.get(i)));
                    }
                }
            }
        }
        return eintraege;
    }

    /** A line of a list keeps its entry as long as it keeps its place. */
    private static Kalendereintrag tag(ResultSet zeile, Kalenderquelle quelle, int nummer, LocalDate tag) throws SQLException {
        String kennung = "tag-" + zeile.getString("ID_") + (quelle.spalte() == null ? "" : "-" + quelle.spalte() + "-" + nummer);
        return new Kalendereintrag(kennung, zeile.getInt("REV_") - 1, zeile.getTimestamp("CREATE_TIME_").toInstant(), tag, tag.plusDays(1),
                mitZeichen(quelle.titel(), zeile.getString("BUSINESS_KEY_")), null, null, null, false);
    }

    private Kalendereintrag aufgabe(ResultSet zeile) throws SQLException {
        boolean geheim = vertraulich.contains(zeile.getString("PROC_DEF_ID_"));
        String titel = geheim ? "Vertrauliche Aufgabe" : mitZeichen(zeile.getString("NAME_"), zeile.getString("BUSINESS_KEY_"));
        LocalDate tag = Kalenderdatei.tag(zeile.getTimestamp("DUE_DATE_").toInstant());
        return new Kalendereintrag("aufgabe-" + zeile.getString("ID_"), zeile.getInt("REV_") - 1, zeile.getTimestamp("STAND").toInstant(), tag,
                tag.plusDays(1), titel, geheim ? null : zeile.getString("TEXT_"), null, URI.create(anschrift.aufgabe(zeile.getString("ID_"))), false);
    }

    /** Without the agenda, and with the name of the group instead of a title that somebody has typed. */
    private Kalendereintrag termin(Termin t) {
        String titel = t.vertraulich() ? t.inhalt().titel() : mitZeichen("Sitzung: " + gaeste.name(t.inhalt().gremium()), t.aktenzeichen());
        return new Kalendereintrag(t.kennung(), t.folge(), t.geaendert(), t.beginn(), t.ende(), t.abgesagt() ? "Abgesagt: " + titel : titel,
                null, t.inhalt().ort(), null, t.abgesagt());
    }

    private static String mitZeichen(String was, String aktenzeichen) {
        return Stream.of(was, aktenzeichen).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }
}
