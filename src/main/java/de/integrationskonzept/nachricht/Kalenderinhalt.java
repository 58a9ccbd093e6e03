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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What stands in a person's calendar: when their open tasks are due, those of their roles in their Kommunen among them as long as
 * nobody has taken them, and the meetings of their groups. Two statements, however much it is.
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

    private final NamedParameterJdbcTemplate jdbc;
    private final ConfidentialProcesses vertraulich;
    private final Anschrift anschrift;
    private final Termingaeste gaeste;

    Kalenderinhalt(NamedParameterJdbcTemplate jdbc, ConfidentialProcesses vertraulich, Anschrift anschrift, Termingaeste gaeste) {
        this.jdbc = jdbc;
        this.vertraulich = vertraulich;
        this.anschrift = anschrift;
        this.gaeste = gaeste;
    }

    String von(String person) {
        Instant ab = ClockUtil.getCurrentTime().toInstant().minus(RUECKBLICK);
        Map<String, Object> werte = Map.of("person", person, "ab", LocalDateTime.ofInstant(ab, ZoneOffset.UTC));
        return Kalenderdatei.abonnement(Stream.concat(jdbc.query(AUFGABEN, werte, (zeile, i) -> aufgabe(zeile)).stream(),
                jdbc.query(TERMINE, werte, (zeile, i) -> termin(Terminbuch.termin(zeile))).stream()).toList());
    }

    private Kalendereintrag aufgabe(ResultSet zeile) throws SQLException {
        boolean geheim = vertraulich.contains(zeile.getString("PROC_DEF_ID_"));
        String titel = geheim ? "Vertrauliche Aufgabe" : mitZeichen(zeile.getString("NAME_"), zeile.getString("BUSINESS_KEY_"));
        LocalDate tag = zeile.getTimestamp("DUE_DATE_").toInstant().atZone(Kalenderdatei.ZONE).toLocalDate();
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
