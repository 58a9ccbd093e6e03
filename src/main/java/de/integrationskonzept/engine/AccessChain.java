package de.integrationskonzept.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The access log in {@code IK_ZUGRIFF}: entries are appended, one after the other over all nodes, each with the hash of
 * the one before it. So a change shows, wherever it was made.
 */
@Component
class AccessChain {

    private static final String COLUMNS = "NUMMER, ZEITPUNKT, PERSON, KOMMUNE, PROZESSINSTANZ, AKTENZEICHEN, ART, VERTRAULICH, VORHER, "
            + "PRUEFSUMME";
    private static final int PAGE = 1000;
    private static final int SECONDS = 10;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate appending;
    private final TransactionTemplate checking;

    AccessChain(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        appending = new TransactionTemplate(transactions);
        appending.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        appending.setTimeout(SECONDS);
        checking = new TransactionTemplate(transactions);
        checking.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        // All pages of one walk must show the same moment.
        checking.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** What is to be written down; number, time and hashes are given here. */
    record Access(String person, FileLookup.File file, String kind) {
    }

    /** @param nummer the first broken entry, null when all are as they were written */
    record Finding(boolean intakt, Long nummer, long eintraege, String pruefsumme, String satz) {
    }

    private record End(long number, String hash) {
    }

    private record Stored(AccessEntry entry, String before, String hash) {
    }

    /** In a transaction of its own, so that the entry stays whatever becomes of the rest. */
    void append(List<Access> accesses) {
        appending.executeWithoutResult(status -> {
            End end = jdbc.queryForObject("select NUMMER, PRUEFSUMME from IK_ZUGRIFF_ENDE where ID = 1 for update",
                    (row, i) -> new End(row.getLong(1), row.getString(2)));
            LocalDateTime now = LocalDateTime.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
            List<Object[]> rows = new ArrayList<>();
            for (Access access : accesses) {
                AccessEntry entry = entry(end.number() + 1, now, access);
                String hash = entry.hash(end.hash());
                rows.add(new Object[] {entry.nummer(), now, entry.person(), entry.kommune(), entry.prozessinstanz(),
                        entry.aktenzeichen(), entry.art(), entry.vertraulich(), end.hash(), hash});
                end = new End(entry.nummer(), hash);
            }
            jdbc.batchUpdate("insert into IK_ZUGRIFF (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
            jdbc.update("update IK_ZUGRIFF_ENDE set NUMMER = ?, PRUEFSUMME = ? where ID = 1", end.number(), end.hash());
        });
    }

    private static AccessEntry entry(long number, LocalDateTime now, Access access) {
        FileLookup.File file = access.file();
        return new AccessEntry(number, now, access.person(), file.tenant(), file.root(), file.businessKey(), access.kind(),
                file.confidential());
    }

    /**
     * Newest first; each filter may be null.
     *
     * @param file Aktenzeichen or id of a root instance
     * @param since UTC
     * @param before only entries with a lower number
     */
    List<AccessEntry> find(String file, String person, LocalDateTime since, Long before, int limit) {
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " from IK_ZUGRIFF where 1 = 1");
        List<Object> values = new ArrayList<>();
        if (file != null) {
            sql.append(" and (AKTENZEICHEN = ? or PROZESSINSTANZ = ?)");
            values.addAll(List.of(file, file));
        }
        if (person != null) {
            sql.append(" and PERSON = ?");
            values.add(person);
        }
        if (since != null) {
            sql.append(" and ZEITPUNKT >= ?");
            values.add(since);
        }
        if (before != null) {
            sql.append(" and NUMMER < ?");
            values.add(before);
        }
        sql.append(" order by NUMMER desc limit ?");
        values.add(limit);
        return jdbc.query(sql.toString(), (row, i) -> stored(row).entry(), values.toArray());
    }

    /** Walks the whole chain. Whoever rewrites all of it is found by the hash that was noted elsewhere after an earlier walk. */
    Finding check() {
        return checking.execute(status -> {
            End end = jdbc.queryForObject("select NUMMER, PRUEFSUMME from IK_ZUGRIFF_ENDE where ID = 1",
                    (row, i) -> new End(row.getLong(1), row.getString(2)));
            End reached = new End(0, "0".repeat(64));
            List<Stored> page;
            do {
                page = jdbc.query("select " + COLUMNS + " from IK_ZUGRIFF where NUMMER > ? order by NUMMER limit " + PAGE,
                        (row, i) -> stored(row), reached.number());
                for (Stored stored : page) {
                    if (stored.entry().nummer() != reached.number() + 1) {
                        return broken(reached.number() + 1, "fehlt");
                    }
                    if (!stored.before().equals(reached.hash()) || !stored.entry().hash(reached.hash()).equals(stored.hash())) {
                        return broken(stored.entry().nummer(), "wurde nachträglich geändert, vertauscht oder eingefügt");
                    }
                    reached = new End(stored.entry().nummer(), stored.hash());
                }
            } while (page.size() == PAGE);
            return Objects.equals(reached, end) ? intact(reached)
                    : reached.number() > end.number() ? broken(end.number() + 1, "wurde nachträglich geändert, vertauscht oder eingefügt")
                    : broken(Math.min(reached.number() + 1, end.number()), "fehlt");
        });
    }

    private static Finding intact(End end) {
        return new Finding(true, null, end.number(), end.hash(), "Das Zugriffsprotokoll ist vollständig und unverändert. Geprüfte "
                + "Einträge: " + end.number() + ".");
    }

    private static Finding broken(long number, String what) {
        return new Finding(false, number, number - 1, null, "Der Eintrag Nummer " + number + " " + what + ". Bitte verständigen Sie "
                + "die Informationssicherheit und vergleichen Sie mit der letzten Datensicherung.");
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(new AccessEntry(row.getLong("NUMMER"), row.getObject("ZEITPUNKT", LocalDateTime.class), row.getString("PERSON"),
                row.getString("KOMMUNE"), row.getString("PROZESSINSTANZ"), row.getString("AKTENZEICHEN"), row.getString("ART"),
                row.getBoolean("VERTRAULICH")), row.getString("VORHER"), row.getString("PRUEFSUMME"));
    }
}
