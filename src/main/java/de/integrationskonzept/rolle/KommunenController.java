package de.integrationskonzept.rolle;

import static jakarta.ws.rs.core.Response.Status.REQUEST_ENTITY_TOO_LARGE;
import static jakarta.ws.rs.core.Response.Status.UNSUPPORTED_MEDIA_TYPE;

import de.integrationskonzept.engine.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/kommunen}: the municipalities of the installation and their people, for administrators. */
@RestController
@RequestMapping("/api/kommunen")
class KommunenController {

    private static final int BYTES = 1 << 20;

    private final Kommunen kommunen;
    private final KommunenUebernahme uebernahme;
    private final NurAdministration nurAdministration;

    KommunenController(Kommunen kommunen, KommunenUebernahme uebernahme, NurAdministration nurAdministration) {
        this.kommunen = kommunen;
        this.uebernahme = uebernahme;
        this.nurAdministration = nurAdministration;
    }

    @GetMapping
    List<Kommunen.Anzeige> alle() {
        nurAdministration.verlange();
        return kommunen.anzeige();
    }

    /** A CSV file of at most 1 MB; {@code ?probe=true} says what would happen and changes nothing. */
    @PostMapping
    ResponseEntity<?> uebernimm(HttpServletRequest anfrage, @RequestParam(name = "probe", defaultValue = "false") boolean probe)
            throws IOException {
        nurAdministration.verlange();
        KommunenBericht bericht = uebernahme.uebernimm(datei(anfrage), probe);
        return probe || bericht.fehler().isEmpty() ? ResponseEntity.ok(bericht) : ResponseEntity.badRequest().body(problem(bericht));
    }

    /** Only text/csv: another site cannot make a browser send that without asking. */
    private static byte[] datei(HttpServletRequest anfrage) throws IOException {
        if (anfrage.getContentType() == null || !anfrage.getContentType().toLowerCase(java.util.Locale.ROOT).startsWith("text/csv")) {
            throw new Refusal(UNSUPPORTED_MEDIA_TYPE, "Bitte senden Sie eine CSV-Datei (text/csv).");
        }
        byte[] datei = anfrage.getInputStream().readNBytes(BYTES + 1);
        if (datei.length > BYTES) {
            throw new Refusal(REQUEST_ENTITY_TOO_LARGE, "Die Datei ist größer als 1 MB. Bitte teilen Sie sie auf.");
        }
        return datei;
    }

    private static ProblemDetail problem(KommunenBericht bericht) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
                "Es ist nichts übernommen worden. Bitte berichtigen Sie die genannten Zeilen und senden Sie die Datei noch einmal.");
        problem.setTitle("Die Datei enthält Fehler");
        problem.setProperty("fehler", bericht.fehler());
        return problem;
    }
}
