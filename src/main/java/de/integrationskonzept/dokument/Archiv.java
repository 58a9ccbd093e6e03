package de.integrationskonzept.dokument;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;

import de.integrationskonzept.akte.Akteninhalt.Inhalt;
import de.integrationskonzept.akte.Papiere;
import de.integrationskonzept.engine.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Frozen documents in {@code IK_DOKUMENT}: written once, in the transaction of the step that asks for it, and never changed. */
@Component
class Archiv implements Papiere {

    private static final Logger LOG = LoggerFactory.getLogger(Archiv.class);
    private static final String ANGABEN = "NAME, FASSUNG, TITEL, ANLASS, ERSTELLT, PERSON, DOCX_SUMME, PDF_SUMME";

    private final JdbcTemplate jdbc;

    Archiv(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param fassung counts from 1
     * @param anlass the step that was completed, {@code von} who did, null when nobody is named
     * @param summen SHA-256 by format
     */
    record Fassung(int fassung, String titel, String anlass, Instant am, String von, Map<String, String> summen) {
    }

    /**
     * What is to be frozen.
     *
     * @param vorlage which version of the template's text
     */
    record Entwurf(String name, String titel, String vorlage, String anlass, String person, Map<Druck, byte[]> inhalte) {
    }

    /** A version to download. */
    record Datei(String titel, byte[] inhalt) {
    }

    /** The next version of that document of the file. */
    void lege(Inhalt akte, Entwurf entwurf) {
        Integer letzte = jdbc.queryForObject("select coalesce(max(FASSUNG), 0) from IK_DOKUMENT where PROZESSINSTANZ = ? and NAME = ?",
                Integer.class, akte.id(), entwurf.name());
        byte[] docx = entwurf.inhalte().get(Druck.DOCX);
        byte[] pdf = entwurf.inhalte().get(Druck.PDF);
        jdbc.update("insert into IK_DOKUMENT (ID, KOMMUNE, PROZESSINSTANZ, NAME, FASSUNG, TITEL, ANLASS, ERSTELLT, PERSON, VORLAGE, DOCX, DOCX_SUMME, "
                + "PDF, PDF_SUMME) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", UUID.randomUUID().toString(), akte.kommune(), akte.id(),
                entwurf.name(), letzte + 1, entwurf.titel(), entwurf.anlass(), LocalDateTime.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC), entwurf.person(),
                entwurf.vorlage(), docx, summe(docx), pdf, summe(pdf));
    }

    /** All frozen versions of the file by name of the document, the newest first. */
    Map<String, List<Fassung>> fassungen(String akte) {
        return jdbc.query("select " + ANGABEN + " from IK_DOKUMENT where PROZESSINSTANZ = ? order by NAME, FASSUNG desc", (zeile, i) -> Map.entry(
                zeile.getString("NAME"), fassung(zeile)), akte).stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, LinkedHashMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    @Override
    public List<Papier> papiere(HistoricProcessInstance rahmen) {
        return fassungen(rahmen.getId()).values().stream().flatMap(List::stream).map(f -> new Papier(Art.DOKUMENT, f.titel() + ", Fassung " + f.fassung(),
                f.anlass(), f.am(), f.von(), false)).toList();
    }

    private static Fassung fassung(ResultSet zeile) throws SQLException {
        return new Fassung(zeile.getInt("FASSUNG"), zeile.getString("TITEL"), zeile.getString("ANLASS"),
                zeile.getObject("ERSTELLT", LocalDateTime.class).toInstant(ZoneOffset.UTC), zeile.getString("PERSON"),
                Map.of("docx", zeile.getString("DOCX_SUMME"), "pdf", zeile.getString("PDF_SUMME")));
    }

    /**
     * A version as it was frozen.
     *
     * @throws Refusal (409) when it is no longer what it was
     */
    Optional<Datei> hole(String akte, String name, int fassung, Druck druck) {
        return jdbc.query("select TITEL, " + druck.name() + ", " + druck.name() + "_SUMME from IK_DOKUMENT where PROZESSINSTANZ = ? and NAME = ? "
                + "and FASSUNG = ?", (zeile, i) -> {
                    byte[] inhalt = zeile.getBytes(2);
                    if (!summe(inhalt).equals(zeile.getString(3))) {
                        LOG.error("frozen document {}, version {} of file {} has been changed in the database", name, fassung, akte);
                        throw new Refusal(CONFLICT, "Diese Fassung ist nicht mehr so, wie sie festgeschrieben wurde, und wird deshalb nicht "
                                + "ausgegeben. Bitte verständigen Sie die Administration: Die unveränderte Fassung liegt in der Datensicherung.");
                    }
                    return new Datei(zeile.getString(1), inhalt);
                }, akte, name, fassung).stream().findFirst();
    }

    private static String summe(byte[] inhalt) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(inhalt));
        } catch (NoSuchAlgorithmException fehlt) {
            throw new IllegalStateException(fehlt);
        }
    }
}
