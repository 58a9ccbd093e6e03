package de.integrationskonzept.beteiligung;

import de.integrationskonzept.beteiligung.Blatt.Lage;
import de.integrationskonzept.engine.Wordless;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The pages behind links. They need no login, no session and no script; what is in the link proves that a form was sent from its own
 * page. All lies below one path, so that a proxy can publish this and nothing else.
 */
@Controller
@RequestMapping("/beteiligung")
class BeteiligungController {

    private static final Logger LOG = LoggerFactory.getLogger(BeteiligungController.class);
    private static final String POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** Bytes; the longest form of ours has a tenth of it. */
    private static final int LAENGSTE = 128 * 1024;

    private final Beteiligung beteiligung;
    private final Drossel drossel;
    private final Beteiligungsangaben angaben;

    BeteiligungController(Beteiligung beteiligung, Drossel drossel, Beteiligungsangaben angaben) {
        this.beteiligung = beteiligung;
        this.drossel = drossel;
        this.angaben = angaben;
    }

    @GetMapping("/datenschutz")
    void datenschutz(HttpServletResponse antwort) throws IOException {
        sende(antwort, 200, Seite.datenschutz(angaben.datenschutz()));
    }

    @GetMapping("/{marke}")
    void zeige(@PathVariable("marke") String marke, HttpServletRequest anfrage, HttpServletResponse antwort) throws IOException {
        if (zuOft(anfrage)) {
            sende(antwort, 429, Seite.zuOft());
            return;
        }
        Blatt blatt = beteiligung.oeffne(marke);
        if (blatt.lage() == Lage.OFFEN) {
            sende(antwort, 200, Seite.formular(ort(marke), blatt, null, List.of()));
        } else {
            geschlossen(marke, blatt, anfrage, antwort);
        }
    }

    @GetMapping("/{marke}/danke")
    void danke(@PathVariable("marke") String marke, HttpServletRequest anfrage, HttpServletResponse antwort) throws IOException {
        if (zuOft(anfrage)) {
            sende(antwort, 429, Seite.zuOft());
            return;
        }
        Blatt blatt = beteiligung.oeffne(marke);
        if (blatt.einladung() != null && blatt.einladung().beantwortet() != null && blatt.lage() != Lage.ZURUECKGEZOGEN) {
            sende(antwort, 200, Seite.danke(ort(marke), blatt));
        } else {
            geschlossen(marke, blatt, anfrage, antwort);
        }
    }

    @PostMapping("/{marke}")
    void antworte(@PathVariable("marke") String marke, HttpServletRequest anfrage, HttpServletResponse antwort) throws IOException {
        if (zuOft(anfrage) || !drossel.erlaubt("antwort", marke, angaben.antworten())) {
            sende(antwort, 429, Seite.zuOft());
            return;
        }
        Map<String, String[]> gesendet = anfrage.getContentLengthLong() > LAENGSTE ? Map.of() : anfrage.getParameterMap();
        Beteiligung.Ergebnis ergebnis = beteiligung.antworte(marke, gesendet);
        if (ergebnis.angenommen()) {
            antwort.setHeader("Location", ort(marke) + "/danke#ergebnis");
            sende(antwort, 303, "");
        } else if (ergebnis.blatt().lage() == Lage.OFFEN) {
            sende(antwort, 422, Seite.formular(ort(marke), ergebnis.blatt(), gesendet, ergebnis.fehler()));
        } else {
            geschlossen(marke, ergebnis.blatt(), anfrage, antwort);
        }
    }

    @ExceptionHandler
    void gestoert(RuntimeException fehler, HttpServletResponse antwort) throws IOException {
        LOG.error("a page behind a link failed", Wordless.of(fehler));
        sende(antwort, 500, Seite.gestoert());
    }

    private void geschlossen(String marke, Blatt blatt, HttpServletRequest anfrage, HttpServletResponse antwort) throws IOException {
        switch (blatt.lage()) {
            case UNBEKANNT -> {
                drossel.erlaubt("irrtum", anfrage.getRemoteAddr(), angaben.irrtuemer());
                sende(antwort, 404, Seite.unbekannt());
            }
            case BEANTWORTET -> sende(antwort, anfrage.getMethod().equals("POST") ? 409 : 200, Seite.danke(ort(marke), blatt));
            case RUHT -> sende(antwort, 409, Seite.geschlossen(blatt));
            default -> sende(antwort, 410, Seite.geschlossen(blatt));
        }
    }

    private boolean zuOft(HttpServletRequest anfrage) {
        return !drossel.erlaubt("aufruf", anfrage.getRemoteAddr(), angaben.aufrufe())
                || !drossel.frei("irrtum", anfrage.getRemoteAddr(), angaben.irrtuemer());
    }

    private static String ort(String marke) {
        return "/beteiligung/" + marke;
    }

    /** In place of the policy that allows no style, and of what is usual elsewhere. */
    private static void sende(HttpServletResponse antwort, int status, String html) throws IOException {
        antwort.setStatus(status);
        antwort.setContentType("text/html;charset=UTF-8");
        antwort.setHeader("Content-Security-Policy", POLICY);
        antwort.setHeader("Referrer-Policy", "no-referrer");
        antwort.setHeader("X-Robots-Tag", "noindex, nofollow");
        antwort.setHeader("Cache-Control", "no-store");
        if (status == 429) {
            antwort.setHeader("Retry-After", "600");
        }
        antwort.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }
}
