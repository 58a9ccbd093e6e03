package de.integrationskonzept.nachricht;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.engine.Refusal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which mail one wants oneself; nobody sees or changes it for somebody else. */
@RestController
@RequestMapping("/api/nachrichten/wuensche")
class WunschController {

    private static final String BEISPIEL = "Bitte senden Sie zum Beispiel {\"neu\": true, \"tagespost\": false}.";

    private final Wuensche wuensche;
    private final Briefkasten briefkasten;
    private final IdentityService identitaeten;

    WunschController(Wuensche wuensche, Briefkasten briefkasten, IdentityService identitaeten) {
        this.wuensche = wuensche;
        this.briefkasten = briefkasten;
        this.identitaeten = identitaeten;
    }

    record Wunsch(String anlass, String name, String erklaerung, boolean will) {
    }

    /**
     * @param adresse where one's mail goes, null when there is no usable address
     * @param versand false when this application sends no mail at all
     */
    record Stand(String adresse, boolean versand, List<Wunsch> wuensche) {
    }

    @GetMapping
    Stand lies() {
        String person = wer();
        User konto = identitaeten.createUserQuery().userId(person).singleResult();
        String adresse = konto == null || konto.getEmail() == null || !Adresse.istGueltig(konto.getEmail()) ? null : konto.getEmail();
        Set<String> abbestellt = wuensche.abbestelltVon(person);
        return new Stand(adresse, briefkasten.offen(), Arrays.stream(Wunschanlass.values())
                .map(a -> new Wunsch(a.wort(), a.anzeige(), a.erklaerung(), !abbestellt.contains(a.wort()))).toList());
    }

    /** Changes what the body names, and tells how all are then. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Stand aendere(@RequestBody JsonNode auftrag) {
        wuensche.aendere(wer(), gelesen(auftrag));
        return lies();
    }

    private static Map<Wunschanlass, Boolean> gelesen(JsonNode auftrag) {
        Map<Wunschanlass, Boolean> gelesen = new EnumMap<>(Wunschanlass.class);
        auftrag.fields().forEachRemaining(angabe -> gelesen.put(Wunschanlass.von(angabe.getKey()).orElseThrow(() -> falsch(
                "Diese Art von Nachricht gibt es nicht. ")), wert(angabe.getValue())));
        if (gelesen.isEmpty()) {
            throw falsch("Der Auftrag nennt keine Art von Nachricht. ");
        }
        return gelesen;
    }

    private static boolean wert(JsonNode wert) {
        if (!wert.isBoolean()) {
            throw falsch("Eine Nachricht ist gewünscht (true) oder nicht (false). ");
        }
        return wert.booleanValue();
    }

    private static Refusal falsch(String satz) {
        return new Refusal(BAD_REQUEST, satz + BEISPIEL);
    }

    private String wer() {
        return identitaeten.getCurrentAuthentication().getUserId();
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ProblemDetail unlesbar() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "Der Auftrag ist nicht lesbar. " + BEISPIEL);
        problem.setTitle("Angabe nicht lesbar");
        return problem;
    }
}
