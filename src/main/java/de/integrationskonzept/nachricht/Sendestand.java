package de.integrationskonzept.nachricht;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What is planned in the register of outgoing mail, and which of it nobody waits for by the minute. */
@Component
class Sendestand {

    /** On these occasions something is written for many at the same time. */
    private static final List<String> AN_VIELE = List.of("tagespost", "beteiligung");
    private static final String SAMMELPOST = "(AKTENZEICHEN <> '" + Briefkasten.KEINE_AKTE + "'"
            + AN_VIELE.stream().map(wort -> " or ANLASS like '" + wort + " %'").collect(Collectors.joining()) + ")";
    private static final String GEPLANT = "select max(case when " + SAMMELPOST + " then FAELLIG end), max(case when not " + SAMMELPOST
            + " then FAELLIG end) from IK_POST where ZUSTAND = 'geplant' and FAELLIG > ?";

    private final JdbcTemplate jdbc;

    Sendestand(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** When the last mails are due that are still to be sent: of what goes to many, and of all else. */
    record Geplant(Instant sammelpost, Instant einzelpost) {

        Instant letzte() {
            return sammelpost.isAfter(einzelpost) ? sammelpost : einzelpost;
        }
    }

    /** Letters of a file, and what is written for everybody. */
    static boolean istSammelpost(Postbuch.Akte akte, String anlass) {
        return !akte.aktenzeichen().equals(Briefkasten.KEINE_AKTE) || AN_VIELE.stream().anyMatch(wort -> anlass.startsWith(wort + " "));
    }

    /** @param seit what was due earlier does not count any more; stands for when there is nothing later */
    Geplant geplant(Instant seit) {
        return jdbc.queryForObject(GEPLANT, (zeile, i) -> new Geplant(oder(zeile.getObject(1, LocalDateTime.class), seit),
                oder(zeile.getObject(2, LocalDateTime.class), seit)), LocalDateTime.ofInstant(seit, ZoneOffset.UTC));
    }

    private static Instant oder(LocalDateTime utc, Instant sonst) {
        return utc == null ? sonst : utc.toInstant(ZoneOffset.UTC);
    }
}
