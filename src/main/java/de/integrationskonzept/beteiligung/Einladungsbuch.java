package de.integrationskonzept.beteiligung;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The register of links: who was invited by whom, until when, and when the answer came. */
@Component
class Einladungsbuch {

    private static final String EINE = "select E.*, P.TENANT_ID_ from IK_EINLADUNG E join ACT_HI_PROCINST P on P.ID_ = E.WURZEL where ";

    private final JdbcTemplate jdbc;

    Einladungsbuch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static Instant jetzt() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** @param marke fingerprint of what stands in the link */
    void trageEin(TaskEntity aufgabe, Einladung einladung, String marke) {
        jdbc.update("insert into IK_EINLADUNG (ID, AUFGABE, NR, WURZEL, FORMULAR, MARKE, FUER, NAME, ADRESSE, ERSTELLT, ERSTELLT_VON, GILT_BIS, ANTWORTEN) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)", einladung.id(), einladung.aufgabe(), einladung.nr(),
                aufgabe.getExecution().getRootProcessInstanceId(), einladung.formular(), marke, einladung.fuer(), einladung.name(), einladung.adresse(),
                utc(einladung.erstellt()), einladung.erstelltVon(), utc(einladung.giltBis()));
    }

    List<Einladung> an(String aufgabe) {
        return jdbc.query(EINE + "E.AUFGABE = ? order by E.NR", Einladungsbuch::zeile, aufgabe);
    }

    Optional<Einladung> mit(String marke) {
        return jdbc.query(EINE + "E.MARKE = ?", Einladungsbuch::zeile, marke).stream().findFirst();
    }

    /** Until the end of the transaction nobody else answers at that task by a link. */
    void sperre(String aufgabe) {
        jdbc.queryForList("select ID from IK_EINLADUNG where AUFGABE = ? order by NR for update", String.class, aufgabe);
    }

    /** @return whether there was one that was not revoked yet */
    boolean widerrufe(String aufgabe, int nr, String wer) {
        return jdbc.update("update IK_EINLADUNG set WIDERRUFEN = ?, WIDERRUFEN_VON = ?, ADRESSE = null where AUFGABE = ? and NR = ? "
                + "and WIDERRUFEN is null", utc(jetzt()), wer, aufgabe, nr) == 1;
    }

    void beantwortet(Einladung einladung) {
        jdbc.update("update IK_EINLADUNG set BEANTWORTET = ?, ANTWORTEN = ANTWORTEN + 1 where ID = ?", utc(jetzt()), einladung.id());
    }

    /** The addresses are for sending the link, and for nothing else. */
    void vergissAdressen(String aufgabe) {
        jdbc.update("update IK_EINLADUNG set ADRESSE = null where AUFGABE = ? and ADRESSE is not null", aufgabe);
    }

    private static Einladung zeile(ResultSet zeile, int nummer) throws SQLException {
        return new Einladung(zeile.getString("ID"), zeile.getString("AUFGABE"), zeile.getInt("NR"), zeile.getString("TENANT_ID_"),
                zeile.getString("FORMULAR"), zeile.getString("FUER"), zeile.getString("NAME"), zeile.getString("ADRESSE"), zeit(zeile, "ERSTELLT"),
                zeile.getString("ERSTELLT_VON"), zeit(zeile, "GILT_BIS"), zeit(zeile, "WIDERRUFEN"), zeit(zeile, "BEANTWORTET"));
    }

    private static Timestamp utc(Instant zeit) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(zeit, ZoneOffset.UTC));
    }

    private static Instant zeit(ResultSet zeile, String spalte) throws SQLException {
        LocalDateTime zeit = zeile.getObject(spalte, LocalDateTime.class);
        return zeit == null ? null : zeit.toInstant(ZoneOffset.UTC);
    }
}
