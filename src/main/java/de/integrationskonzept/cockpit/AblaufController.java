package de.integrationskonzept.cockpit;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Diagrams in words, and where time goes in them. */
@RestController
@RequestMapping("/api")
class AblaufController {

    private final Schritte schritte;
    private final Liegezeiten liegezeiten;

    AblaufController(Schritte schritte, Liegezeiten liegezeiten) {
        this.schritte = schritte;
        this.liegezeiten = liegezeiten;
    }

    /** @param id of a version of a process */
    @GetMapping("/ablaeufe/{id}/schritte")
    Schritte.Liste desAblaufs(@PathVariable("id") String id) {
        return schritte.desAblaufs(id);
    }

    /** @param id of a process instance, running or finished */
    @GetMapping("/vorgaenge/{id}/schritte")
    Schritte.Liste desVorgangs(@PathVariable("id") String id) {
        return schritte.desVorgangs(id);
    }

    /** @param prozess key of a process */
    @GetMapping("/liegezeiten")
    Liegezeiten.Auswertung liegezeiten(@RequestParam(name = "prozess", required = false) String prozess) {
        return liegezeiten.zu(prozess);
    }
}
