package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.rolle.Personennamen;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/auslieferungen}: files that were changed here and by the product, and what was decided about them. */
@RestController
@RequestMapping("/api/auslieferungen")
class AuslieferungController {

    private final Entscheidungen entscheidungen;
    private final Vergleich vergleich;
    private final Personennamen namen;
    private final NurModellpflege nurModellpflege;

    AuslieferungController(Entscheidungen entscheidungen, Vergleich vergleich, Personennamen namen, NurModellpflege nurModellpflege) {
        this.entscheidungen = entscheidungen;
        this.vergleich = vergleich;
        this.namen = namen;
        this.nurModellpflege = nurModellpflege;
    }

    /**
     * @param seit when the product brought it
     * @param zustand offen, behalten, uebernommen, zusammengefuehrt
     * @param vorschlag id of the proposal, also while its decision is not yet carried out; null when there is none
     * @param entschiedenVon name, null before, as {@code entschiedenAm}
     */
    record Zeile(String datei, String art, String name, Instant seit, String zustand, String vorschlag, String entschiedenVon,
            Instant entschiedenAm) {
    }

    /**
     * @param eigene null when nothing is deployed; {@code gemeinsam} null when there is no common ancestor
     * @param eigenerVergleich from the ancestor to ours, null when there is neither; {@code auslieferungsVergleich} to what is shipped
     */
    record Gegenueberstellung(String eigene, String ausgeliefert, String gemeinsam, Dateivergleich eigenerVergleich,
            Dateivergleich auslieferungsVergleich) {
    }

    /** @param vorschlag that takes the file up, null for a new one */
    record Wahl(String wahl, String vorschlag) {
    }

    /** @param vorschlag null when the choice needs none */
    record Ergebnis(String vorschlag) {
    }

    @GetMapping
    List<Zeile> alle() {
        nurModellpflege.verlange();
        List<Lieferung> alle = entscheidungen.alle();
        Map<String, String> personen = namen.von(alle.stream().map(Lieferung::von).filter(Objects::nonNull).toList());
        return alle.stream().map(lieferung -> zeile(lieferung, personen)).toList();
    }

    private Zeile zeile(Lieferung lieferung, Map<String, String> personen) {
        return new Zeile(lieferung.datei(), Dateiart.von(lieferung.datei()).name().toLowerCase(Locale.ROOT), entscheidungen.name(lieferung),
                lieferung.seit(), Lieferungen.wort(lieferung.zustand()), lieferung.vorschlag(), personen.get(lieferung.von()), lieferung.am());
    }

    @GetMapping("/{datei}")
    Gegenueberstellung lies(@PathVariable("datei") String datei) {
        nurModellpflege.verlange();
        Entscheidungen.Fall fall = entscheidungen.lies(datei);
        byte[] ausgeliefert = fall.lieferung().inhalt();
        return new Gegenueberstellung(text(fall.eigene()), text(ausgeliefert), text(fall.gemeinsam()),
                fall.gemeinsam() == null && fall.eigene() == null ? null : vergleich.vergleiche(datei, fall.gemeinsam(), fall.eigene()),
                vergleich.vergleiche(datei, fall.gemeinsam(), ausgeliefert));
    }

    @PostMapping("/{datei}")
    Ergebnis entscheide(@PathVariable("datei") String datei, @RequestBody Wahl wahl) {
        String person = nurModellpflege.verlange();
        switch (wahl.wahl() == null ? "" : wahl.wahl()) {
            case "behalten" -> {
                entscheidungen.behalte(datei, person);
                return new Ergebnis(null);
            }
            case "uebernehmen" -> {
                return new Ergebnis(entscheidungen.uebernimm(datei, wahl.vorschlag(), person));
            }
            case "zusammenfuehren" -> {
                return new Ergebnis(entscheidungen.fuehreZusammen(datei, wahl.vorschlag(), person));
            }
            default -> throw new Refusal(BAD_REQUEST, "Bitte wählen Sie, was gelten soll: „behalten“, „uebernehmen“ oder „zusammenfuehren“.");
        }
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ProblemDetail unlesbar() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "Die Wahl ist nicht lesbar. Bitte senden Sie sie als JSON.");
        problem.setTitle("Angabe nicht lesbar");
        return problem;
    }

    private static String text(byte[] inhalt) {
        return inhalt == null ? null : new String(inhalt, StandardCharsets.UTF_8);
    }
}
