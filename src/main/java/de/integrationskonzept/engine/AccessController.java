package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The access log for administrators; whoever reads it stands in it, too. */
@RestController
@RequestMapping("/api/zugriffe")
class AccessController {

    private static final int PAGE = 500;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final AccessChain chain;
    private final AccessLog log;
    private final IdentityService identity;

    AccessController(AccessChain chain, AccessLog log, IdentityService identity) {
        this.chain = chain;
        this.log = log;
        this.identity = identity;
    }

    /** @param zeitpunkt UTC; the rest is named as in {@link AccessEntry} */
    record Zugriff(long nummer, Instant zeitpunkt, String person, String kommune, String prozessinstanz, String aktenzeichen,
            String art, boolean vertraulich) {

        static Zugriff of(AccessEntry entry) {
            return new Zugriff(entry.nummer(), entry.zeitpunkt().toInstant(ZoneOffset.UTC), entry.person(), entry.kommune(),
                    entry.prozessinstanz(), entry.aktenzeichen(), entry.art(), entry.vertraulich());
        }
    }

    /**
     * At most 500 entries, newest first.
     *
     * @param akte Aktenzeichen or id of the file
     * @param seit a day (JJJJ-MM-TT, in Germany) or an instant
     * @param vor only entries with a lower number, for the next page
     */
    @GetMapping
    List<Zugriff> find(@RequestParam(name = "akte", required = false) String akte,
            @RequestParam(name = "person", required = false) String person,
            @RequestParam(name = "seit", required = false) String seit, @RequestParam(name = "vor", required = false) Long vor) {
        onlyAdministrators();
        return chain.find(akte, person, since(seit), vor, PAGE).stream().map(Zugriff::of).toList();
    }

    /** Whether all entries are as they were written. */
    @GetMapping("/pruefung")
    AccessChain.Finding check() {
        onlyAdministrators();
        return chain.check();
    }

    private void onlyAdministrators() {
        Authentication caller = identity.getCurrentAuthentication();
        if (!Caller.isAdministrator(caller)) {
            throw new Refusal(FORBIDDEN, "Das Zugriffsprotokoll kann nur die Administration einsehen. Bitte wenden Sie sich an sie.");
        }
        log.reads(caller.getUserId(), "Zugriffsprotokoll", Collections.singleton(null));
    }

    private static LocalDateTime since(String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant instant = text.contains("T") ? Instant.parse(text) : LocalDate.parse(text).atStartOfDay(BERLIN).toInstant();
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        } catch (DateTimeParseException unreadable) {
            throw new Refusal(BAD_REQUEST, "Die Angabe „seit“ ist nicht lesbar. Bitte schreiben Sie den Tag als JJJJ-MM-TT.");
        }
    }
}
