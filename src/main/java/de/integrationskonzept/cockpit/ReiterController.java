package de.integrationskonzept.cockpit;

import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.akte.Aktenaufgaben;
import de.integrationskonzept.akte.Aktenaufgaben.Aufgabe;
import de.integrationskonzept.engine.Refusal;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the tab „Akte“ in Tasklist and Cockpit shows beside documents and files. */
@RestController
@RequestMapping("/api")
class ReiterController {

    private final Aktenaufgaben aufgaben;
    private final Antworten antworten;
    private final Verlauf verlauf;
    private final DataSize groessteDatei;

    ReiterController(Aktenaufgaben aufgaben, Antworten antworten, Verlauf verlauf, @Value("${integrationskonzept.anlagen.groesse}") DataSize groessteDatei) {
        this.aufgaben = aufgaben;
        this.antworten = antworten;
        this.verlauf = verlauf;
        this.groessteDatei = groessteDatei;
    }

    /**
     * Where a task belongs.
     *
     * @param akte id of the file when the caller may read it, else null; then {@code antworten} are those of the caller's own
     *     tasks in it, else null
     * @param bearbeitbar whether the caller may work on the task, and so add files of at most {@code groessteDatei} bytes
     */
    record Zugehoerig(String akte, String aufgabe, boolean offen, boolean bearbeitbar, long groessteDatei,
            List<Antworten.Schritt> antworten) {
    }

    /** @param akte id of the file that a process instance belongs to */
    record Akte(String akte) {
    }

    @GetMapping("/aufgaben/{id}/akte")
    Zugehoerig zuAufgabe(@PathVariable("id") String id) {
        Aufgabe aufgabe = aufgaben.lies(id, "Aufgabe");
        return new Zugehoerig(aufgabe.akte(), aufgabe.name(), aufgabe.ende() == null, aufgabe.bearbeitbar(), groessteDatei.toBytes(),
                aufgabe.akte() == null ? antworten.eigene(aufgabe) : null);
    }

    @GetMapping("/vorgaenge/{id}/akte")
    Akte zuVorgang(@PathVariable("id") String id) {
        return new Akte(aufgaben.akteVon(id).orElseThrow(() -> new Refusal(NOT_FOUND,
                "Dieser Vorgang gehört zu keiner Akte, die Sie sehen können. Bitte öffnen Sie den Vorgang einer Akte.")));
    }

    @GetMapping("/akten/{id}/antworten")
    List<Antworten.Schritt> antworten(@PathVariable("id") String akte) {
        return antworten.lies(akte);
    }

    /** @param alles also what happened beside the tasks */
    @GetMapping("/akten/{id}/verlauf")
    List<Verlauf.Zeile> verlauf(@PathVariable("id") String akte, @RequestParam(name = "alles", defaultValue = "false") String alles) {
        return "true".equals(alles) ? verlauf.alles(akte) : verlauf.lies(akte);
    }
}
