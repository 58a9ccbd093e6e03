package de.integrationskonzept.nachricht;

import de.integrationskonzept.akte.Papiere;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The register of outgoing mail, {@code IK_SENDUNG} and {@code IK_POST}: written in the engine's transaction, so it says what is so. */
@Component
class Postbuch implements Papiere {

    private final JdbcTemplate jdbc;

    Postbuch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A file, its frame and all roots that were begun after it. */
    record Akte(String kommune, String aktenzeichen) {
    }

    /** @param vorgang root that carries the jobs of this letter */
    record Sendung(String id, Akte akte, String wurzel, String vorgang, String anlass, Brief brief) {
    }

    /**
     * One address of a letter.
     *
     * @param brief what only this one gets, null when all get the same
     */
    record Post(String id, String adresse, String kennung, Instant faellig, Brief brief) {
    }

    /** What a job needs. */
    record Auftrag(String sendung, String adresse, String kennung, Brief brief) {
    }

    void trageEin(Sendung sendung, List<Post> post) {
        jdbc.update("insert into IK_SENDUNG (ID, KOMMUNE, AKTENZEICHEN, WURZEL, VORGANG, ANLASS, BETREFF, INHALT, ANGELEGT, OFFEN) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", sendung.id(), sendung.akte().kommune(), sendung.akte().aktenzeichen(), sendung.wurzel(),
                sendung.vorgang(), sendung.anlass(), sendung.brief().betreff(), sendung.brief().text(), jetzt(), post.size());
        jdbc.batchUpdate("insert into IK_POST (ID, SENDUNG, KOMMUNE, AKTENZEICHEN, ANLASS, ADRESSE, MESSAGE_ID, ZUSTAND, FAELLIG, BETREFF, "
                + "INHALT, HTML, KALENDER) values (?, ?, ?, ?, ?, ?, ?, 'geplant', ?, ?, ?, ?, ?)", post, 500, (zeile, p) -> {
                    Brief b = p.brief();
                    Object[] werte = {p.id(), sendung.id(), sendung.akte().kommune(), sendung.akte().aktenzeichen(), sendung.anlass(), p.adresse(),
                        p.kennung(), utc(p.faellig()), b == null ? null : b.betreff(), b == null ? null : b.text(),
                        b == null ? null : b.eigenesHtml(), b == null ? null : b.kalender()};
                    for (int i = 0; i < werte.length; i++) {
                        zeile.setObject(i + 1, werte[i]);
                    }
                });
    }

    /** Who has got, or is going to get, something on that occasion in that file. */
    Set<String> bedacht(Akte akte, String anlass) {
        return new HashSet<>(jdbc.queryForList("select ADRESSE from IK_POST where KOMMUNE = ? and AKTENZEICHEN = ? and ANLASS = ?", String.class,
                akte.kommune(), akte.aktenzeichen(), anlass));
    }

    /** @return null when the register does not know it any more */
    Auftrag auftrag(String post) {
        return jdbc.query("select P.SENDUNG, P.ADRESSE, P.MESSAGE_ID, coalesce(P.BETREFF, S.BETREFF), coalesce(P.INHALT, S.INHALT), P.HTML, "
                + "P.KALENDER from IK_POST P join IK_SENDUNG S on S.ID = P.SENDUNG "
                + "where P.ID = ?", (zeile, i) -> new Auftrag(zeile.getString(1), zeile.getString(2), zeile.getString(3),
                new Brief(zeile.getString(4), zeile.getString(5), zeile.getString(6), zeile.getString(7))), post).stream().findFirst().orElse(null);
    }

    /** @return whether that was the last open address of the letter; two that finish at once see each other */
    boolean gesendet(String post, String sendung) {
        jdbc.update("update IK_POST set ZUSTAND = 'gesendet', ZEITPUNKT = ?, ANTWORT = ?, INHALT = null, HTML = null, KALENDER = null where ID = ?", jetzt(), Mailserver.ANGENOMMEN, post);
        jdbc.update("update IK_SENDUNG set OFFEN = OFFEN - 1 where ID = ?", sendung);
        return Integer.valueOf(0).equals(jdbc.queryForObject("select OFFEN from IK_SENDUNG where ID = ?", Integer.class, sendung));
    }

    void gescheitert(String post, NichtZugestellt grund) {
        jdbc.update("update IK_POST set ZUSTAND = ?, ZEITPUNKT = ?, ANTWORT = ? where ID = ?", grund.endgueltig() ? "abgewiesen" : "geplant", jetzt(),
                grund.antwort(), post);
    }

    /** Addresses are kept as long as the history of the file that they belong to. */
    void raeumeAuf() {
        String verwaist = "select ID from IK_SENDUNG where not exists (select 1 from ACT_HI_PROCINST P where P.ID_ = WURZEL)";
        jdbc.update("delete from IK_POST where SENDUNG in (" + verwaist + ")");
        jdbc.update("delete from IK_SENDUNG where ID in (" + verwaist + ")");
    }

    /** @param zustand geplant, gesendet or abgewiesen; {@code antwort} code of the mail server, null without one */
    record Eintrag(String sendung, String adresse, String zustand, Instant am, Integer antwort) {
    }

    record Kopf(String id, String anlass, String betreff, Instant angelegt) {
    }

    List<Kopf> sendungen(Akte akte) {
        return jdbc.query("select ID, ANLASS, BETREFF, ANGELEGT from IK_SENDUNG where KOMMUNE = ? and AKTENZEICHEN = ? order by ANGELEGT, ID",
                (zeile, i) -> new Kopf(zeile.getString(1), zeile.getString(2), zeile.getString(3), instant(zeile.getObject(4, LocalDateTime.class))),
                akte.kommune(), akte.aktenzeichen());
    }

    @Override
    public List<Papier> papiere(HistoricProcessInstance rahmen) {
        return sendungen(new Akte(rahmen.getTenantId(), rahmen.getBusinessKey())).stream()
                .map(s -> new Papier(Art.POST, s.betreff(), null, s.angelegt(), null, true)).toList();
    }

    List<Eintrag> eintraege(Akte akte) {
        return jdbc.query("select SENDUNG, ADRESSE, ZUSTAND, ZEITPUNKT, ANTWORT from IK_POST where KOMMUNE = ? and AKTENZEICHEN = ? order by ADRESSE",
                (zeile, i) -> new Eintrag(zeile.getString(1), zeile.getString(2), zeile.getString(3), instant(zeile.getObject(4, LocalDateTime.class)),
                        zeile.getObject(5, Integer.class)), akte.kommune(), akte.aktenzeichen());
    }

    private static LocalDateTime jetzt() {
        return utc(ClockUtil.getCurrentTime().toInstant());
    }

    private static LocalDateTime utc(Instant zeit) {
        return LocalDateTime.ofInstant(zeit, ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant instant(LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
}
