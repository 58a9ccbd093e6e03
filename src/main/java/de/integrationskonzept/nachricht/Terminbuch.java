package de.integrationskonzept.nachricht;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The meetings, {@code IK_TERMIN}: written in the engine's transaction. */
@Component
class Terminbuch {

    static final String SPALTEN = "select ID, VORGANG, WURZEL, KOMMUNE, AKTENZEICHEN, VERTRAULICH, GREMIUM, TITEL, BEGINN, ENDE, ORT, TAGESORDNUNG, "
            + "ZUSTAND, FOLGE, GEAENDERT, EINGELADEN from IK_TERMIN";
    private static final String ABGESAGT = "abgesagt";

    private final JdbcTemplate jdbc;

    Terminbuch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The meeting of that process instance that has not been called off. */
    Optional<Termin> offener(String vorgang) {
        return jdbc.query(SPALTEN + " where VORGANG = ? and ZUSTAND <> '" + ABGESAGT + "'", (zeile, i) -> termin(zeile), vorgang).stream()
                .findFirst();
    }

    void speichere(Termin t) {
        jdbc.update("delete from IK_TERMIN where ID = ?", t.id());
        jdbc.update("insert into IK_TERMIN (ID, VORGANG, WURZEL, KOMMUNE, AKTENZEICHEN, VERTRAULICH, GREMIUM, TITEL, BEGINN, ENDE, ORT, "
                + "TAGESORDNUNG, ZUSTAND, FOLGE, GEAENDERT, EINGELADEN) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", t.id(), t.vorgang(),
                t.wurzel(), t.kommune(), t.aktenzeichen(), t.vertraulich(), t.inhalt().gremium(), t.inhalt().titel(), utc(t.inhalt().beginn()),
                utc(t.inhalt().ende()), t.inhalt().ort(), String.join("\n", t.inhalt().tagesordnung()), t.abgesagt() ? ABGESAGT : "angesetzt",
                t.folge(), utc(t.geaendert()), String.join("\n", t.eingeladen()));
    }

    static Termin termin(ResultSet zeile) throws SQLException {
        Termin.Inhalt inhalt = new Termin.Inhalt(zeile.getString("GREMIUM"), zeile.getString("TITEL"), instant(zeile, "BEGINN"),
                instant(zeile, "ENDE"), zeile.getString("ORT"), zeilen(zeile.getString("TAGESORDNUNG")));
        return new Termin(zeile.getString("ID"), zeile.getString("VORGANG"), zeile.getString("WURZEL"), zeile.getString("KOMMUNE"),
                zeile.getString("AKTENZEICHEN"), zeile.getBoolean("VERTRAULICH"), inhalt, ABGESAGT.equals(zeile.getString("ZUSTAND")),
                zeile.getInt("FOLGE"), instant(zeile, "GEAENDERT"), zeilen(zeile.getString("EINGELADEN")));
    }

    /** They are kept as long as the history of their file. */
    @EventListener(ApplicationReadyEvent.class)
    void raeumeAuf() {
        jdbc.update("delete from IK_TERMIN where not exists (select 1 from ACT_HI_PROCINST P where P.ID_ = WURZEL)");
    }

    private static List<String> zeilen(String text) {
        return text == null || text.isEmpty() ? List.of() : text.lines().toList();
    }

    private static LocalDateTime utc(Instant zeit) {
        return zeit == null ? null : LocalDateTime.ofInstant(zeit, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet zeile, String spalte) throws SQLException {
        LocalDateTime utc = zeile.getObject(spalte, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
}
