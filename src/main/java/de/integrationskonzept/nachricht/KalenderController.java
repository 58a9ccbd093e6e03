package de.integrationskonzept.nachricht;

import java.time.Instant;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The secret address of one's own calendar: whether there is one, a new one, none any more. */
@RestController
@RequestMapping("/api/kalender")
class KalenderController {

    private final Kalenderadressen adressen;
    private final IdentityService identitaeten;
    private final Anschrift anschrift;

    KalenderController(Kalenderadressen adressen, IdentityService identitaeten, Anschrift anschrift) {
        this.adressen = adressen;
        this.identitaeten = identitaeten;
        this.anschrift = anschrift;
    }

    /**
     * @param seit when the address was made, null without one
     * @param adresse only once, when it is made
     */
    record Stand(Instant seit, String adresse) {
    }

    @GetMapping
    Stand stand() {
        return new Stand(adressen.seit(ich()).orElse(null), null);
    }

    @PostMapping
    Stand neu() {
        String wort = adressen.neu(ich());
        return new Stand(adressen.seit(ich()).orElse(null), anschrift.adresse() + "/kalender/" + wort + ".ics");
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void widerrufe() {
        adressen.widerrufe(ich());
    }

    private String ich() {
        return identitaeten.getCurrentAuthentication().getUserId();
    }
}
