package de.integrationskonzept.nachricht;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far the morning digest has come: {@code IK_TAGESPOST} by Kommune, {@code IK_TAGESPOST_LAUF} while it is being written. */
@Component
class Tagespoststand {

    private final JdbcTemplate jdbc;

    Tagespoststand(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param beginn null when none is being written, {@code nach} the address that was the last one, empty at the beginning */
    record Lauf(Instant beginn, String nach) {
    }

    /** Whoever comes second waits here until the end of the first one's transaction. */
    Lauf sperre() {
        return jdbc.queryForObject("select BEGINN, NACH from IK_TAGESPOST_LAUF where ID = 1 for update",
                (zeile, i) -> new Lauf(instant(zeile.getObject(1, LocalDateTime.class)), zeile.getString(2) == null ? "" : zeile.getString(2)));
    }

    void merke(Instant beginn, String nach) {
        jdbc.update("update IK_TAGESPOST_LAUF set BEGINN = ?, NACH = ? where ID = 1", utc(beginn), nach);
    }

    /** By Kommune, when the last one was written that counts for it. */
    Map<String, Instant> zuletzt() {
        Map<String, Instant> zuletzt = new HashMap<>();
        jdbc.query("select KOMMUNE, ZULETZT from IK_TAGESPOST", zeile -> {
            zuletzt.put(zeile.getString(1), instant(zeile.getObject(2, LocalDateTime.class)));
        });
        return zuletzt;
    }

    /** All people of these Kommunen have had theirs. */
    void beende(Collection<String> kommunen, Instant beginn) {
        jdbc.update("update IK_TAGESPOST_LAUF set BEGINN = null, NACH = null where ID = 1");
        List<Object[]> zeilen = kommunen.stream().map(kommune -> new Object[] {kommune, utc(beginn)}).toList();
        jdbc.batchUpdate("delete from IK_TAGESPOST where KOMMUNE = ?", kommunen.stream().map(kommune -> new Object[] {kommune}).toList());
        jdbc.batchUpdate("insert into IK_TAGESPOST (KOMMUNE, ZULETZT) values (?, ?)", zeilen);
        jdbc.update("delete from IK_TAGESPOST where not exists (select 1 from ACT_ID_TENANT T where T.ID_ = KOMMUNE)");
        // A job without a process has a log that nothing else would clear away.
        jdbc.update("delete from ACT_HI_JOB_LOG where JOB_DEF_TYPE_ = ? and TIMESTAMP_ < ?", Tagespost.TYP,
                java.sql.Timestamp.from(beginn.minus(30, ChronoUnit.DAYS)));
    }

    static LocalDateTime utc(Instant zeit) {
        return LocalDateTime.ofInstant(zeit, ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant instant(LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
}
