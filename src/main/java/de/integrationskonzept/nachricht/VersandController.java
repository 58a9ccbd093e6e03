package de.integrationskonzept.nachricht;

import de.integrationskonzept.akte.Leserecht;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The proof of sending of a file: {@code GET /api/akten/{id}/versand}. */
@RestController
class VersandController {

    private final Postbuch postbuch;
    private final Leserecht leserecht;

    VersandController(Postbuch postbuch, Leserecht leserecht) {
        this.postbuch = postbuch;
        this.leserecht = leserecht;
    }

    /** @param am when the server answered last, null before that; {@code antwort} its code */
    record Empfang(String adresse, String zustand, Instant am, Integer antwort) {
    }

    /**
     * @param zuletzt when the server answered last, null before that
     * @param abgewiesene the addresses that did not get it and will not
     * @param empfang every address, only when asked for
     */
    record Versand(String anlass, String betreff, Instant angelegt, Instant zuletzt, int adressen, long gesendet, long geplant, long abgewiesen,
            List<Empfang> abgewiesene, List<Empfang> empfang) {
    }

    /** @param alle also lists every address */
    @GetMapping("/api/akten/{id}/versand")
    List<Versand> versand(@PathVariable("id") String id, @RequestParam(name = "alle", defaultValue = "false") String alle) {
        HistoricProcessInstance rahmen = leserecht.verlange(id, "Versand");
        Postbuch.Akte akte = new Postbuch.Akte(rahmen.getTenantId(), rahmen.getBusinessKey());
        List<Postbuch.Eintrag> eintraege = postbuch.eintraege(akte);
        return postbuch.sendungen(akte).stream().map(kopf -> versand(kopf,
                eintraege.stream().filter(e -> e.sendung().equals(kopf.id())).toList(), "true".equals(alle))).toList();
    }

    private static Versand versand(Postbuch.Kopf kopf, List<Postbuch.Eintrag> eintraege, boolean alle) {
        Instant zuletzt = eintraege.stream().map(Postbuch.Eintrag::am).filter(am -> am != null).max(Instant::compareTo).orElse(null);
        return new Versand(kopf.anlass(), kopf.betreff(), kopf.angelegt(), zuletzt, eintraege.size(), zahl(eintraege, "gesendet"),
                zahl(eintraege, "geplant"), zahl(eintraege, "abgewiesen"), empfang(eintraege, e -> e.zustand().equals("abgewiesen")),
                alle ? empfang(eintraege, e -> true) : null);
    }

    private static long zahl(List<Postbuch.Eintrag> eintraege, String zustand) {
        return eintraege.stream().filter(e -> e.zustand().equals(zustand)).count();
    }

    private static List<Empfang> empfang(List<Postbuch.Eintrag> eintraege, Predicate<Postbuch.Eintrag> welche) {
        return eintraege.stream().filter(welche).map(e -> new Empfang(e.adresse(), e.zustand(), e.am(), e.antwort())).toList();
    }
}
