package de.integrationskonzept.nachricht;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What calendar programs fetch, without login: {@code /kalender/<secret word>.ics}. There is nothing else below that path, so a proxy
 * can publish it alone. Nobody is logged in by it, at no other door either.
 */
@RestController
class KalenderAbruf {

    /** Within a minute; a calendar program comes a few times a day. */
    private static final int JE_KALENDER = 30;
    private static final int FEHLVERSUCHE = 60;
    private static final String EINE_MINUTE = "60";
    private static final MediaType KALENDER = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Kalenderadressen adressen;
    private final Kalenderinhalt inhalt;
    private final Kalenderbremse bremse;

    KalenderAbruf(Kalenderadressen adressen, Kalenderinhalt inhalt, Kalenderbremse bremse) {
        this.adressen = adressen;
        this.inhalt = inhalt;
        this.bremse = bremse;
    }

    @GetMapping("/kalender/{wort}.ics")
    ResponseEntity<byte[]> lies(@PathVariable("wort") String wort, HttpServletRequest anfrage) {
        String gast = "von " + anfrage.getRemoteAddr();
        if (bremse.bisher(gast) >= FEHLVERSUCHE) {
            return zuOft();
        }
        Optional<String> person = adressen.person(wort);
        if (person.isEmpty()) {
            bremse.zaehle(gast);
            return mit(HttpStatus.NOT_FOUND)
                    .body(utf8("Diesen Kalender gibt es nicht (mehr). In Ihren Einstellungen können Sie eine neue Adresse anlegen."));
        }
        return bremse.zaehle("für " + person.get()) > JE_KALENDER ? zuOft() : kalender(utf8(inhalt.von(person.get())));
    }

    /** Unchanged is answered without the content: Spring compares the mark. */
    private static ResponseEntity<byte[]> kalender(byte[] text) {
        return ResponseEntity.ok().contentType(KALENDER).cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
                .eTag(DigestUtils.md5DigestAsHex(text)).body(text);
    }

    private static ResponseEntity<byte[]> zuOft() {
        return mit(HttpStatus.TOO_MANY_REQUESTS).header(HttpHeaders.RETRY_AFTER, EINE_MINUTE)
                .body(utf8("Das waren zu viele Abrufe. Bitte versuchen Sie es in einer Minute noch einmal."));
    }

    private static ResponseEntity.BodyBuilder mit(HttpStatus status) {
        return ResponseEntity.status(status).contentType(TEXT).cacheControl(CacheControl.noStore());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
