package de.integrationskonzept.vertretung;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The calendar of absences and how it came about: {@code IK_ABWESENHEIT} holds what is so, {@code IK_ABWESENHEIT_VERLAUF} only grows. */
@Component
class Abwesenheiten {

    private static final String SPALTEN = "select ID, PERSON, BEGINN, ENDE, VERTRETUNG_PERSON from IK_ABWESENHEIT ";
    private static final String AM_TAG = "BEGINN <= ? and ENDE >= ?";

    private final JdbcTemplate jdbc;

    Abwesenheiten(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What has happened to an absence. */
    enum Was { EINGETRAGEN, GEAENDERT, BEENDET, AUFGEHOBEN }

    /** @param stand what has held since; {@code von} user id of who did it */
    record Eintrag(Was was, Abwesenheit stand, String von, Instant am) {
    }

    Optional<Abwesenheit> finde(String id) {
        return jdbc.query(SPALTEN + "where ID = ?", (zeile, i) -> lies(zeile), id).stream().findFirst();
    }

    /** What is not over yet, of one person, the next one first. */
    List<Abwesenheit> von(String person, LocalDate heute) {
        return jdbc.query(SPALTEN + "where PERSON = ? and ENDE >= ? order by BEGINN, ID", (zeile, i) -> lies(zeile), person, heute);
    }

    /** What is not over yet, of those for whom that person stands in. */
    List<Abwesenheit> vertretenVon(String person, LocalDate heute) {
        return jdbc.query(SPALTEN + "where VERTRETUNG_PERSON = ? and ENDE >= ? order by BEGINN, ID", (zeile, i) -> lies(zeile), person, heute);
    }

    /** What is not over yet, of people of these Kommunen, at most so many. */
    List<Abwesenheit> in(Collection<String> kommunen, LocalDate heute, int hoechstens) {
        List<Object> werte = new ArrayList<>(List.of(heute));
        werte.addAll(kommunen);
        return kommunen.isEmpty() ? List.of() : jdbc.query(SPALTEN + "A where ENDE >= ? and exists (select 1 from ACT_ID_TENANT_MEMBER M "
                + "where M.TENANT_ID_ in (" + platz(kommunen) + ") and (M.USER_ID_ = A.PERSON or M.GROUP_ID_ in (select S.GROUP_ID_ "
                + "from ACT_ID_MEMBERSHIP S where S.USER_ID_ = A.PERSON))) order by BEGINN, PERSON, ID limit " + hoechstens,
                (zeile, i) -> lies(zeile), werte.toArray());
    }

    /** By the person who is away that day: who stands in, null for the role. */
    Map<String, String> am(LocalDate tag) {
        Map<String, String> vertretungen = new HashMap<>();
        jdbc.query(SPALTEN + "where " + AM_TAG, zeile -> {
            vertretungen.put(zeile.getString("PERSON"), zeile.getString("VERTRETUNG_PERSON"));
        }, tag, tag);
        return vertretungen;
    }

    /** Who is away that day of those who work for the Kommune. */
    List<String> fehlende(String kommune, LocalDate tag) {
        return jdbc.queryForList("select distinct PERSON from IK_ABWESENHEIT where " + AM_TAG + " and (exists (select 1 from ACT_ID_TENANT_MEMBER M "
                + "where M.TENANT_ID_ = ? and (M.USER_ID_ = PERSON or M.GROUP_ID_ in (select S.GROUP_ID_ from ACT_ID_MEMBERSHIP S "
                + "where S.USER_ID_ = PERSON))) or exists (select 1 from ACT_ID_MEMBERSHIP S where S.USER_ID_ = PERSON and S.GROUP_ID_ = ?))",
                String.class, tag, tag, kommune, Groups.CAMUNDA_ADMIN);
    }

    /** Whether anybody of these people, or in these groups, is away that day: asked for every new task, so it has to be cheap. */
    boolean betrifft(LocalDate tag, Collection<String> personen, Collection<String> gruppen) {
        List<Object> werte = new ArrayList<>(List.of(tag, tag));
        werte.addAll(personen);
        werte.addAll(gruppen);
        String wer = personen.isEmpty() ? "1 = 0" : "PERSON in (" + platz(personen) + ")";
        String rolle = gruppen.isEmpty() ? "1 = 0" : "PERSON in (select USER_ID_ from ACT_ID_MEMBERSHIP where GROUP_ID_ in (" + platz(gruppen) + "))";
        return !jdbc.queryForList("select 1 from IK_ABWESENHEIT where " + AM_TAG + " and (" + wer + " or " + rolle + ") limit 1", werte.toArray())
                .isEmpty();
    }

    void trageEin(Abwesenheit neu, String von) {
        jdbc.update("insert into IK_ABWESENHEIT (ID, PERSON, BEGINN, ENDE, VERTRETUNG_PERSON) values (?, ?, ?, ?, ?)", neu.id(), neu.person(),
                neu.beginn(), neu.ende(), neu.vertretung());
        merke(Was.EINGETRAGEN, neu, von);
    }

    void aendere(Was was, Abwesenheit neu, String von) {
        jdbc.update("update IK_ABWESENHEIT set BEGINN = ?, ENDE = ?, VERTRETUNG_PERSON = ? where ID = ?", neu.beginn(), neu.ende(), neu.vertretung(),
                neu.id());
        merke(was, neu, von);
    }

    void hebeAuf(Abwesenheit alt, String von) {
        jdbc.update("delete from IK_ABWESENHEIT where ID = ?", alt.id());
        merke(Was.AUFGEHOBEN, alt, von);
    }

    /** Nobody is away any more by that id, and nobody by that id stands in. */
    void entferne(String person) {
        jdbc.update("delete from IK_ABWESENHEIT where PERSON = ?", person);
        jdbc.update("update IK_ABWESENHEIT set VERTRETUNG_PERSON = null where VERTRETUNG_PERSON = ?", person);
    }

    /** What was over by that day is kept no longer: it says when somebody was ill. */
    void raeumeAuf(LocalDate tag) {
        jdbc.update("delete from IK_ABWESENHEIT where ENDE < ?", tag);
        jdbc.update("delete from IK_ABWESENHEIT_VERLAUF where ENDE < ? and not exists (select 1 from IK_ABWESENHEIT A where A.ID = ABWESENHEIT)",
                tag);
    }

    /** Whoever stands in from now on for those for whom somebody else was meant to. */
    void ersetzeVertretung(String alt, String neu, LocalDate heute) {
        jdbc.update("update IK_ABWESENHEIT set VERTRETUNG_PERSON = case when PERSON = ? then null else ? end where VERTRETUNG_PERSON = ? "
                + "and ENDE >= ?", neu, neu, alt, heute);
    }

    private void merke(Was was, Abwesenheit stand, String von) {
        jdbc.update("insert into IK_ABWESENHEIT_VERLAUF (ID, ABWESENHEIT, WAS, PERSON, BEGINN, ENDE, VERTRETUNG_PERSON, GESCHEHEN_VON, GESCHEHEN_AM) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?, ?)", UUID.randomUUID().toString(), stand.id(), was.name().toLowerCase(Locale.ROOT),
                stand.person(), stand.beginn(), stand.ende(), stand.vertretung(), von, Tage.utc(Tage.jetzt()));
    }

    /** How these absences came about, the newest first. */
    List<Eintrag> verlauf(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : jdbc.query("select ABWESENHEIT as ID, WAS, PERSON, BEGINN, ENDE, VERTRETUNG_PERSON, GESCHEHEN_VON, "
                + "GESCHEHEN_AM from IK_ABWESENHEIT_VERLAUF where ABWESENHEIT in (" + platz(ids) + ") order by GESCHEHEN_AM desc, "
                + "IK_ABWESENHEIT_VERLAUF.ID",
                (zeile, i) -> new Eintrag(Was.valueOf(zeile.getString("WAS").toUpperCase(Locale.ROOT)), lies(zeile),
                        zeile.getString("GESCHEHEN_VON"), zeile.getObject("GESCHEHEN_AM", LocalDateTime.class).toInstant(ZoneOffset.UTC)),
                ids.toArray());
    }

    private static Abwesenheit lies(ResultSet zeile) throws SQLException {
        return new Abwesenheit(zeile.getString("ID"), zeile.getString("PERSON"), zeile.getObject("BEGINN", LocalDate.class),
                zeile.getObject("ENDE", LocalDate.class), zeile.getString("VERTRETUNG_PERSON"));
    }

    private static String platz(Collection<String> werte) {
        return String.join(", ", Collections.nCopies(werte.size(), "?"));
    }
}
