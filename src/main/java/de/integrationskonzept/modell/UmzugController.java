package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.rolle.Personennamen;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rehearsing and moving, for whoever looks after the models: {@code /api/vorschlaege/{id}/probe}, {@code …/umzug}, {@code /api/umzuege}. */
@RestController
class UmzugController {

    private static final Set<String> ERGEBNISSE = Set.of(Umzugsbuch.OFFEN, Umzugsbuch.UMGEZOGEN, Umzugsbuch.UNVERAENDERT, Umzugsbuch.GESCHEITERT);

    private final Umzuege umzuege;
    private final Umzugsbuch buch;
    private final NurModellpflege nur;
    private final IdentityService identitaeten;
    private final Personennamen namen;

    UmzugController(Umzuege umzuege, Umzugsbuch buch, NurModellpflege nur, IdentityService identitaeten, Personennamen namen) {
        this.umzuege = umzuege;
        this.buch = buch;
        this.nur = nur;
        this.identitaeten = identitaeten;
        this.namen = namen;
    }

    /** @param akten root instances, null for all */
    record Wunsch(List<String> akten) {
    }

    /**
     * @param aktenzeichen null when it belongs to another Kommune (then {@code fremd}), or has none
     * @param am null as long as it is open
     */
    record Akte(String wurzel, String aktenzeichen, boolean fremd, String zustand, List<String> saetze, Instant am) {
    }

    @PostMapping("/api/vorschlaege/{id}/probe")
    Map<String, String> probe(@PathVariable("id") String id, @RequestBody(required = false) Wunsch wunsch) {
        return Map.of("umzug", umzuege.beginne(id, true, akten(wunsch), nur.verlange()));
    }

    @PostMapping("/api/vorschlaege/{id}/umzug")
    Map<String, String> umzug(@PathVariable("id") String id, @RequestBody(required = false) Wunsch wunsch) {
        return Map.of("umzug", umzuege.beginne(id, false, akten(wunsch), nur.verlange()));
    }

    private static Collection<String> akten(Wunsch wunsch) {
        return wunsch == null ? null : wunsch.akten();
    }

    @GetMapping("/api/umzuege/{id}")
    Fortschritt stand(@PathVariable("id") String id) {
        nur.verlange();
        Fortschritt stand = umzuege.stand(id);
        return stand.begonnenVon(namen.von(List.of(stand.begonnenVon())).get(stand.begonnenVon()));
    }

    @GetMapping("/api/umzuege/{id}/akten")
    List<Akte> akten(@PathVariable("id") String id, @RequestParam(name = "ergebnis", required = false) String ergebnis,
            @RequestParam(name = "ab", defaultValue = "0") String ab) {
        nur.verlange();
        buch.lies(id);
        if (ergebnis != null && !ERGEBNISSE.contains(ergebnis) || !ab.matches("\\d{1,6}")) {
            throw new Refusal(BAD_REQUEST, "Diese Auswahl gibt es nicht. Bitte laden Sie die Seite neu.");
        }
        Authentication wer = identitaeten.getCurrentAuthentication();
        return buch.zeilen(id, ergebnis, Integer.parseInt(ab)).stream().map(zeile -> akte(zeile, darf(wer, zeile.kommune()))).toList();
    }

    private static boolean darf(Authentication wer, String kommune) {
        return kommune == null || Caller.isAdministrator(wer) || wer.getTenantIds() != null && wer.getTenantIds().contains(kommune);
    }

    private static Akte akte(Umzugsbuch.Zeile zeile, boolean darf) {
        return new Akte(zeile.wurzel(), darf ? zeile.aktenzeichen() : null, !darf, zeile.zustand(), zeile.saetze(), zeile.am());
    }

    @PostMapping("/api/umzuege/{id}/halt")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void halte(@PathVariable("id") String id) {
        nur.verlange();
        umzuege.halte(id);
    }

    @PostMapping("/api/umzuege/{id}/weiter")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setzeFort(@PathVariable("id") String id) {
        nur.verlange();
        umzuege.setzeFort(id);
    }
}
