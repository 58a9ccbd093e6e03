package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;
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
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The proposals and their files, as they are kept. Whatever changes more than title and note withdraws the approval. */
@Component
class Vorschlaege {

    private static final TypeReference<Map<String, Map<String, String>>> ZUORDNUNG = new TypeReference<>() {
    };
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final JdbcClient datenbank;
    private final ObjectMapper json;
    private final IdentityService identitaeten;

    Vorschlaege(JdbcClient datenbank, ObjectMapper json, IdentityService identitaeten) {
        this.datenbank = datenbank;
        this.json = json;
        this.identitaeten = identitaeten;
    }

    String beginne(String titel, String notiz, String person) {
        String id = UUID.randomUUID().toString();
        datenbank.sql("insert into IK_MODELLVORSCHLAG (ID, TITEL, NOTIZ, ZUSTAND, ANGELEGT_VON, ANGELEGT_AM, REV_) "
                + "values (?, ?, ?, 'entwurf', ?, ?, 1)")
                .params(id, titel, notiz, person, jetzt()).update();
        return id;
    }

    /** @throws Refusal 404 when there is none */
    Vorschlag lies(String id) {
        return lies(id, "");
    }

    /**
     * Until the transaction ends nobody else changes it.
     *
     * @param revision as the caller has seen it, null when the caller does not say
     * @throws Refusal 404 when there is none, 409 when it has changed since
     */
    Vorschlag sperre(String id, Integer revision) {
        Vorschlag vorschlag = lies(id, " for update");
        if (revision != null && revision != vorschlag.revision()) {
            throw new Refusal(CONFLICT, "Diese Änderung ist inzwischen bearbeitet worden, von jemand anderem oder von Ihnen in einem anderen "
                    + "Fenster. Bitte laden Sie die Seite neu und sehen Sie sich den neuen Stand an.");
        }
        return vorschlag;
    }

    private Vorschlag lies(String id, String sperre) {
        return (ID.matcher(id).matches() ? datenbank.sql("select * from IK_MODELLVORSCHLAG where ID = ?" + sperre).param(id)
                .query(Vorschlaege::vorschlag).optional() : Optional.<Vorschlag>empty())
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
        int geaendert = datenbank.sql("update IK_MODELLDATEI set INHALT = ?, GEAENDERT_VON = ? where VORSCHLAG = ? and NAME = ?")
                .params(inhalt, wer(), id, datei).update();
        if (geaendert == 0) {
            datenbank.sql("insert into IK_MODELLDATEI (VORSCHLAG, NAME, INHALT, GRUNDLAGE, GEAENDERT_VON) values (?, ?, ?, ?, ?)")
                    .params(id, datei, inhalt, grundlage, wer()).update();
        }
        geaendert(id);
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
        geaendert(id);
    }

    void beschreibe(String id, String titel, String notiz) {
        datenbank.sql("update IK_MODELLVORSCHLAG set TITEL = ?, NOTIZ = ?, REV_ = REV_ + 1 where ID = ?").params(titel, notiz, id).update();
    }

    void stufeEin(String id, Vorschlag.Stufe stufe) {
        datenbank.sql("update IK_MODELLVORSCHLAG set STUFE = ? where ID = ?").params(stufe == null ? null : klein(stufe), id).update();
        geaendert(id);
    }

    void nimmtZurueck(String id, String frueherer) {
        datenbank.sql("update IK_MODELLVORSCHLAG set NIMMT_ZURUECK = ? where ID = ?").params(frueherer, id).update();
    }

    void verwirf(String id) {
        datenbank.sql("update IK_MODELLVORSCHLAG set ZUSTAND = 'verworfen', REV_ = REV_ + 1 where ID = ?").param(id).update();
    }

    void gibFrei(String id) {
        datenbank.sql("update IK_MODELLVORSCHLAG set ZUSTAND = 'freigabe', FREIGABE_VON = ?, FREIGABE_AM = ?, REV_ = REV_ + 1 where ID = ?")
                .params(wer(), jetzt(), id).update();
    }

    void bereitgestellt(String id, String bereitstellung) {
        datenbank.sql("update IK_MODELLVORSCHLAG set ZUSTAND = 'bereitgestellt', BEREITGESTELLT_VON = ?, BEREITGESTELLT_AM = ?, BEREITSTELLUNG = ?, "
                + "REV_ = REV_ + 1 where ID = ?").params(wer(), jetzt(), bereitstellung, id).update();
    }

    /** What is deployed stays it: its mapping may still be completed before files move. */
    void geaendert(String id) {
        datenbank.sql("update IK_MODELLVORSCHLAG set ZUSTAND = 'entwurf', FREIGABE_VON = null, FREIGABE_AM = null where ID = ? and ZUSTAND = "
                + "'freigabe'")
                .param(id).update();
        datenbank.sql("update IK_MODELLVORSCHLAG set GEAENDERT_VON = ?, REV_ = REV_ + 1 where ID = ?").params(wer(), id).update();
    }

    private String wer() {
        var wer = identitaeten.getCurrentAuthentication();
        return wer == null ? null : wer.getUserId();
    }

    static String klein(Enum<?> wert) {
        return wert.name().toLowerCase(Locale.ROOT);
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
