package de.integrationskonzept.cockpit;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How one file stands, for everybody who may see that it is there. */
@RestController
@RequestMapping("/api/akten/{id}")
class StandController {

    private final Zeitplanansicht zeitplan;
    private final Felderansicht felder;

    StandController(Zeitplanansicht zeitplan, Felderansicht felder) {
        this.zeitplan = zeitplan;
        this.felder = felder;
    }

    @GetMapping("/zeitplan")
    Zeitplanansicht.Zeitplan zeitplan(@PathVariable("id") String akte) {
        return zeitplan.lies(akte);
    }

    @GetMapping("/handlungsfelder")
    Felderansicht.Felder handlungsfelder(@PathVariable("id") String akte) {
        return felder.lies(akte);
    }
}
