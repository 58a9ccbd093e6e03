package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.integrationskonzept.engine.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The proposals and their files, as they are kept. */
@Component
class Vorschlaege {

    private static final TypeReference<Map<String, Map<String, String>>> ZUORDNUNG = new TypeReference<>() {
    };

    private final JdbcClient datenbank;
    private final ObjectMapper json;

    Vorschlaege(JdbcClient datenbank, ObjectMapper json) {
        this.datenbank = datenbank;
        this.json = json;
    }

    String beginne(String titel, String notiz, String person) {
        String id = UUID.randomUUID().toString();
        datenbank.sql("insert into IK_MODELLVORSCHLAG (ID, TITEL, NOTIZ, ZUSTAND, ANGELEGT_VON, ANGELEGT_AM, REV_) values (?, ?, ?, 'entwurf', ?, ?, 1)")
                .params(id, titel, notiz, person, jetzt()).update();
        return id;
    }

    /** @throws Refusal 404 when there is none */
    Vorschlag lies(String id) {
        return datenbank.sql("select * from IK_MODELLVORSCHLAG where ID = ?").param(id).query(Vorschlaege::vorschlag).optional()
                .orElseThrow(() -> new Refusal(NOT_FOUND, "Diese Änderung gibt es nicht (mehr). Bitte laden Sie die Seite neu."));
    }

    /** The newest first. */
    List<Vorschlag> alle() {
        return datenbank.sql("select * from IK_MODELLVORSCHLAG order by ANGELEGT_AM desc, ID").query(Vorschlaege::vorschlag).list();
    }

    /** Contents by name. */
    Map<String, byte[]> dateien(String id) {
        Map<String, byte[]> dateien = new TreeMap<>();
        datenbank.sql("select NAME, INHALT from IK_MODELLDATEI where VORSCHLAG = ?").param(id)
                .query((zeile, nummer) -> dateien.put(zeile.getString("NAME"), zeile.getBytes("INHALT"))).list();
        return dateien;
    }

    /** @param grundlage deployment that holds the newest version, null when there is none; kept from the first time on */
    void legeAb(String id, String datei, byte[] inhalt, String grundlage) {
        int geaendert = datenbank.sql("update IK_MODELLDATEI set INHALT = ? where VORSCHLAG = ? and NAME = ?").params(inhalt, id, datei).update();
        if (geaendert == 0) {
            datenbank.sql("insert into IK_MODELLDATEI (VORSCHLAG, NAME, INHALT, GRUNDLAGE) values (?, ?, ?, ?)").params(id, datei, inhalt, grundlage)
                    .update();
        }
    }

    /** What was confirmed by hand: for each process, former step to step. */
    Map<String, Map<String, String>> zuordnung(String id) {
        byte[] gespeichert = datenbank.sql("select ZUORDNUNG from IK_MODELLVORSCHLAG where ID = ?").param(id)
                .query((zeile, nummer) -> zeile.getBytes("ZUORDNUNG")).optional().orElse(null);
        try {
            return gespeichert == null ? Map.of() : json.readValue(gespeichert, ZUORDNUNG);
        } catch (IOException kaputt) {
            throw new UncheckedIOException(kaputt);
        }
    }

    void ordneZu(String id, Map<String, Map<String, String>> zuordnung) {
        try {
            datenbank.sql("update IK_MODELLVORSCHLAG set ZUORDNUNG = ? where ID = ?").params(json.writeValueAsBytes(zuordnung), id).update();
        } catch (JsonProcessingException unmoeglich) {
            throw new UncheckedIOException(unmoeglich);
        }
    }

    private static Vorschlag vorschlag(ResultSet zeile, int nummer) throws SQLException {
        String stufe = zeile.getString("STUFE");
        return new Vorschlag(zeile.getString("ID"), zeile.getString("TITEL"), zeile.getString("NOTIZ"),
                stufe == null ? null : Vorschlag.Stufe.valueOf(stufe.toUpperCase(Locale.ROOT)),
                Vorschlag.Zustand.valueOf(zeile.getString("ZUSTAND").toUpperCase(Locale.ROOT)), zeile.getString("NIMMT_ZURUECK"),
                zeile.getString("ANGELEGT_VON"), zeit(zeile, "ANGELEGT_AM"), zeile.getString("FREIGABE_VON"), zeit(zeile, "FREIGABE_AM"),
                zeile.getString("BEREITGESTELLT_VON"), zeit(zeile, "BEREITGESTELLT_AM"), zeile.getString("BEREITSTELLUNG"), zeile.getInt("REV_"));
    }

    private static Instant zeit(ResultSet zeile, String spalte) throws SQLException {
        Timestamp wert = zeile.getTimestamp(spalte);
        return wert == null ? null : wert.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }

    static LocalDateTime jetzt() {
        return LocalDateTime.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC);
    }
}
