package de.integrationskonzept.beteiligung;

import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.engine.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The links of a task, for whoever may work on it: {@code /api/aufgaben/{id}/einladungen}. */
@RestController
@RequestMapping("/api/aufgaben/{id}/einladungen")
class EinladungenController {

    private final Einladungen einladungen;

    EinladungenController(Einladungen einladungen) {
        this.einladungen = einladungen;
    }

    /**
     * @param zustand offen, beantwortet, abgelaufen or zurueckgezogen
     * @param link only just after it was made, and only when it does not go by mail
     */
    record Zeile(int nr, String name, String adresse, String fuer, Instant erstellt, Instant giltBis, Instant beantwortet, String zustand, String link) {

        private static Zeile aus(Einladung e, String link) {
            return new Zeile(e.nr(), e.name(), e.adresse(), e.fuer(), e.erstellt(), e.giltBis(), e.beantwortet(), zustand(e), link);
        }

        private static String zustand(Einladung e) {
            return e.widerrufen() != null ? "zurueckgezogen" : e.beantwortet() != null ? "beantwortet"
                    : e.giltBis().isAfter(Einladungsbuch.jetzt()) ? "offen" : "abgelaufen";
        }
    }

    /** As {@link Einladungen.Uebersicht}. */
    record Liste(boolean moeglich, String titel, boolean erledigt, int tage, boolean post, Set<String> wahl, List<Zeile> einladungen) {
    }

    record Auftrag(List<Gaeste.Gast> gaeste) {
    }

    @GetMapping
    Liste liste(@PathVariable("id") String aufgabe) {
        Einladungen.Uebersicht u = einladungen.uebersicht(aufgabe);
        return new Liste(u.moeglich(), u.titel(), u.erledigt(), u.tage(), u.post(), u.wahl(), u.einladungen().stream().map(e -> Zeile.aus(e, null)).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    List<Zeile> ladeEin(@PathVariable("id") String aufgabe, @RequestBody Auftrag auftrag) {
        return einladungen.ladeEin(aufgabe, auftrag.gaeste()).stream().map(neue -> Zeile.aus(neue.einladung(), neue.link())).toList();
    }

    @DeleteMapping("/{nr}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void widerrufe(@PathVariable("id") String aufgabe, @PathVariable("nr") String nr) {
        if (!nr.matches("\\d{1,6}")) {
            throw new Refusal(NOT_FOUND, "Diese Einladung gibt es nicht. Bitte laden Sie die Seite neu.");
        }
        einladungen.widerrufe(aufgabe, Integer.parseInt(nr));
    }
}
