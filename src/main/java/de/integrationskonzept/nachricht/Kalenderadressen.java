package de.integrationskonzept.nachricht;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;

import de.integrationskonzept.engine.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Secret words that open a person's calendar, one for each person at most. Whoever reads the database cannot tell them. */
@Component
class Kalenderadressen {

    private static final int BYTES = 32;
    private static final Pattern GEHEIMWORT = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom ZUFALL = new SecureRandom();

    private final JdbcTemplate jdbc;

    Kalenderadressen(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A new one; the former is void from now on. It can be read only here. */
    @Transactional
    public String neu(String person) {
        byte[] bytes = new byte[BYTES];
        ZUFALL.nextBytes(bytes);
        String wort = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        LocalDateTime jetzt = LocalDateTime.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
        if (jdbc.update("update IK_KALENDER set PRUEFWERT = ?, ANGELEGT = ? where PERSON = ?", pruefwert(wort), jetzt, person) == 0) {
            erste(person, pruefwert(wort), jetzt);
        }
        return wort;
    }

    private void erste(String person, String pruefwert, LocalDateTime jetzt) {
        try {
            jdbc.update("insert into IK_KALENDER (PERSON, PRUEFWERT, ANGELEGT) values (?, ?, ?)", person, pruefwert, jetzt);
        } catch (DuplicateKeyException zugleich) {
            throw new Refusal(CONFLICT, "Die Adresse wurde gerade schon angelegt. Bitte laden Sie die Seite neu.");
        }
    }

    void widerrufe(String person) {
        jdbc.update("delete from IK_KALENDER where PERSON = ?", person);
    }

    /** Since when the person has an address, empty when they have none. */
    Optional<Instant> seit(String person) {
        return jdbc.query("select ANGELEGT from IK_KALENDER where PERSON = ?", (zeile, i) ->
                zeile.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC), person).stream().findFirst();
    }

    /** Whose calendar it is, empty for a word that opens none (any more). */
    Optional<String> person(String wort) {
        return !GEHEIMWORT.matcher(wort).matches() ? Optional.empty()
                : jdbc.queryForList("select PERSON from IK_KALENDER where PRUEFWERT = ?", String.class, pruefwert(wort)).stream().findFirst();
    }

    /** No salt: nobody can try 2^256 words. */
    private static String pruefwert(String wort) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(wort.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException unmoeglich) {
            throw new IllegalStateException(unmoeglich);
        }
    }
}
