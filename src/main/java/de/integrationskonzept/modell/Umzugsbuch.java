package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.integrationskonzept.engine.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of moves, {@code IK_UMZUG} and {@code IK_UMZUG_AKTE}. */
@Component
class Umzugsbuch implements Umzugsverzeichnis {

    static final String OFFEN = "offen";
    static final String UMGEZOGEN = "umgezogen";
    static final String UNVERAENDERT = "unveraendert";
    static final String GESCHEITERT = "gescheitert";
    static final String LAEUFT = "laeuft";
    static final String ANGEHALTEN = "angehalten";
    static final int JE_SEITE = 200;

    private static final int AUF_EINMAL = 500;
    private static final int LAENGE = 4000;

    private final JdbcClient datenbank;
    private final JdbcTemplate stapel;
    private final ObjectMapper json;

    Umzugsbuch(JdbcClient datenbank, JdbcTemplate stapel, ObjectMapper json) {
        this.datenbank = datenbank;
        this.stapel = stapel;
        this.json = json;
    }

    /** @param person user id of who began it */
    record Umzug(String id, String vorschlag, boolean probe, String zustand, String person, Instant begonnen, Umzugsziele ziele) {

        boolean laeuft() {
            return LAEUFT.equals(zustand);
        }
    }

    /** @param am null as long as it is open */
    record Zeile(String wurzel, String zustand, List<String> saetze, Instant am, String aktenzeichen, String kommune) {
    }

    void schreibe(Umzug umzug) {
        datenbank.sql("insert into IK_UMZUG (ID, VORSCHLAG, PROBE, ZUSTAND, PERSON, BEGONNEN, ZIELE) values (?, ?, ?, ?, ?, ?, ?)")
                .params(umzug.id(), umzug.vorschlag(), umzug.probe(), umzug.zustand(), umzug.person(), Vorschlaege.jetzt(), bytes(umzug.ziele()))
                .update();
    }

    void schreibe(String umzug, Collection<String> wurzeln, String zustand) {
        Object am = OFFEN.equals(zustand) ? null : Timestamp.valueOf(Vorschlaege.jetzt());
        stapel.batchUpdate("insert into IK_UMZUG_AKTE (UMZUG, WURZEL, ZUSTAND, AM) values (?, ?, ?, ?)", wurzeln, AUF_EINMAL, (zeile, wurzel) -> {
            zeile.setString(1, umzug);
            zeile.setString(2, wurzel);
            zeile.setString(3, zustand);
            zeile.setObject(4, am);
        });
    }

    Optional<Umzug> suche(String id) {
        return datenbank.sql("select * from IK_UMZUG where ID = ?").param(id).query(this::umzug).optional();
    }

    /** @throws Refusal 404 when there is none */
    Umzug lies(String id) {
        return suche(id).orElseThrow(() -> new Refusal(NOT_FOUND, "Diesen Umzug gibt es nicht (mehr). Bitte laden Sie die Seite neu."));
    }

    void setze(String id, String zustand) {
        datenbank.sql("update IK_UMZUG set ZUSTAND = ? where ID = ?").params(zustand, id).update();
    }

    @Override
    public List<String> umzuege(String vorschlag) {
        return datenbank.sql("select ID from IK_UMZUG where VORSCHLAG = ? order by BEGONNEN, ID").param(vorschlag).query(String.class).list();
    }

    /** Who comes second waits until the first has moved the file, and then sees that it has. @return whether it is still to be moved */
    boolean nimm(String umzug, String wurzel) {
        return datenbank.sql("select ZUSTAND from IK_UMZUG_AKTE where UMZUG = ? and WURZEL = ? for update").params(umzug, wurzel)
                .query(String.class).optional().filter(OFFEN::equals).isPresent();
    }

    void notiere(String umzug, String wurzel, String zustand, List<String> saetze) {
        datenbank.sql("update IK_UMZUG_AKTE set ZUSTAND = ?, SAETZE = ?, AM = ? where UMZUG = ? and WURZEL = ? and ZUSTAND = 'offen'")
                .params(zustand, text(saetze), Vorschlaege.jetzt(), umzug, wurzel).update();
    }

    /** Every file that is still open. */
    void notiereAlle(String umzug, String zustand, List<String> saetze) {
        datenbank.sql("update IK_UMZUG_AKTE set ZUSTAND = ?, SAETZE = ?, AM = ? where UMZUG = ? and ZUSTAND = 'offen'")
                .params(zustand, text(saetze), Vorschlaege.jetzt(), umzug).update();
    }

    List<String> offene(String umzug) {
        return datenbank.sql("select WURZEL from IK_UMZUG_AKTE where UMZUG = ? and ZUSTAND = 'offen' order by WURZEL").param(umzug)
                .query(String.class).list();
    }

    Optional<String> naechste(String umzug) {
        return datenbank.sql("select WURZEL from IK_UMZUG_AKTE where UMZUG = ? and ZUSTAND = 'offen' order by WURZEL fetch first 1 rows only")
                .param(umzug).query(String.class).optional();
    }

    /** Whether files of that proposal are still on their way. */
    boolean unfertig(String vorschlag, boolean probe) {
        return datenbank.sql("select count(*) from IK_UMZUG U join IK_UMZUG_AKTE A on A.UMZUG = U.ID where U.VORSCHLAG = ? and U.PROBE = ? "
                + "and A.ZUSTAND = 'offen'").params(vorschlag, probe).query(Integer.class).single() > 0;
    }

    Fortschritt stand(String id) {
        Umzug umzug = lies(id);
        Map<String, Integer> zahlen = new HashMap<>();
        datenbank.sql("select ZUSTAND, count(*) from IK_UMZUG_AKTE where UMZUG = ? group by ZUSTAND").param(id)
                .query((zeile, nummer) -> zahlen.put(zeile.getString(1), zeile.getInt(2))).list();
        int offen = zahlen.getOrDefault(OFFEN, 0);
        return new Fortschritt(id, umzug.vorschlag(), umzug.probe(), offen == 0 ? "fertig" : umzug.zustand(),
                zahlen.values().stream().mapToInt(zahl -> zahl).sum(), zahlen.getOrDefault(UMGEZOGEN, 0), zahlen.getOrDefault(UNVERAENDERT, 0),
                zahlen.getOrDefault(GESCHEITERT, 0), offen, umzug.begonnen(), umzug.person(),
                umzug.ziele().hinweise());
    }

    /** @param ergebnis null for all; {@code ab} how many to pass over */
    List<Zeile> zeilen(String umzug, String ergebnis, int ab) {
        return datenbank.sql("select A.*, P.BUSINESS_KEY_, P.TENANT_ID_ from IK_UMZUG_AKTE A left join ACT_HI_PROCINST P on P.ID_ = A.WURZEL "
                + "where A.UMZUG = :umzug and (:alle or A.ZUSTAND = :ergebnis) order by P.BUSINESS_KEY_, A.WURZEL "
                + "offset :ab rows fetch next " + JE_SEITE + " rows only")
                .param("umzug", umzug).param("alle", ergebnis == null).param("ergebnis", ergebnis == null ? "" : ergebnis).param("ab", ab)
                .query((zeile, nummer) -> new Zeile(zeile.getString("WURZEL"), zeile.getString("ZUSTAND"), saetze(zeile.getString("SAETZE")),
                        zeit(zeile, "AM"), zeile.getString("BUSINESS_KEY_"), zeile.getString("TENANT_ID_"))).list();
    }

    private Umzug umzug(ResultSet zeile, int nummer) throws SQLException {
        try {
            return new Umzug(zeile.getString("ID"), zeile.getString("VORSCHLAG"), zeile.getBoolean("PROBE"), zeile.getString("ZUSTAND"),
                    zeile.getString("PERSON"), zeit(zeile, "BEGONNEN"), json.readValue(zeile.getBytes("ZIELE"), Umzugsziele.class));
        } catch (IOException kaputt) {
            throw new UncheckedIOException(kaputt);
        }
    }

    private byte[] bytes(Umzugsziele ziele) {
        try {
            return json.writeValueAsBytes(ziele);
        } catch (JsonProcessingException unmoeglich) {
            throw new UncheckedIOException(unmoeglich);
        }
    }

    private static String text(List<String> saetze) {
        String text = String.join("\n", saetze);
        return text.isEmpty() ? null : text.length() <= LAENGE ? text : text.substring(0, LAENGE - 1) + "…";
    }

    private static List<String> saetze(String text) {
        return text == null ? List.of() : List.of(text.split("\n"));
    }

    private static Instant zeit(ResultSet zeile, String spalte) throws SQLException {
        Timestamp wert = zeile.getTimestamp(spalte);
        return wert == null ? null : wert.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
}
