package de.integrationskonzept.anmeldung;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where the web applications send people instead of showing their own login page: to the provider, or, when they have just
 * logged out here, to the provider's logout. Local accounts use {@code /camunda/app/welcome/default/?lokal#!/login}.
 */
@Controller
@Profile("oidc")
class Anmeldewege {

    static final String WEITER = "/anmeldung/weiter";
    static final String ABGEMELDET = "/anmeldung/abgemeldet";

    private static final Logger LOG = LoggerFactory.getLogger(Anmeldewege.class);
    private static final String AUSWEIS = Anmeldewege.class.getName() + ".ausweis";
    private static final String ZIEL = Anmeldewege.class.getName() + ".ziel";
    private static final String STARTSEITE = "/";

    private final ClientRegistrationRepository anbieter;

    Anmeldewege(ClientRegistrationRepository anbieter) {
        this.anbieter = anbieter;
    }

    /** For the provider's logout. */
    static void merkeAusweis(HttpSession sitzung, String idToken) {
        sitzung.setAttribute(AUSWEIS, idToken);
    }

    /** The page that the person wanted to see before the login. */
    static String ziel(HttpSession sitzung) {
        return sitzung.getAttribute(ZIEL) instanceof String ziel ? ziel : STARTSEITE;
    }

    /** @param ziel page of a web application to go on to; anything else leads to the start page */
    @GetMapping(WEITER)
    void weiter(@RequestParam(defaultValue = "") String ziel, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ClientRegistration verzeichnis = verzeichnis();
        HttpSession sitzung = request.getSession();
        String seite = ziel.matches("/camunda/app/(tasklist|cockpit|admin|welcome)/default/[\\x21-\\x5b\\x5d-\\x7e]*") ? ziel : STARTSEITE;
        if (!AuthenticationUtil.getAuthsFromSession(sitzung).getAuthentications().isEmpty()) {
            response.sendRedirect(seite);
        } else if (verzeichnis == null) {
            Seite.zeige(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Die Anmeldung ist gerade nicht möglich",
                    "Der Anmeldedienst Ihrer Verwaltung antwortet nicht. Bitte versuchen Sie es in einigen Minuten noch einmal, "
                            + "und sagen Sie der IT Bescheid, wenn es dabei bleibt.");
        } else if (sitzung.getAttribute(AUSWEIS) instanceof String idToken) {
            sitzung.invalidate();
            response.sendRedirect(abmeldung(verzeichnis, idToken));
        } else {
            sitzung.setAttribute(ZIEL, seite);
            response.sendRedirect("/oauth2/authorization/" + OidcKonfiguration.ANBIETER);
        }
    }

    @GetMapping(ABGEMELDET)
    void abgemeldet(HttpServletResponse response) throws IOException {
        Seite.zeige(response, HttpServletResponse.SC_OK, "Sie sind abgemeldet",
                "Bitte schließen Sie das Browserfenster, wenn Sie einen gemeinsam genutzten Rechner verwenden.");
    }

    /** In place of the empty script that every installation has. */
    @GetMapping(path = "/camunda/app/welcome/scripts/anmeldung.js", produces = "text/javascript")
    ResponseEntity<Resource> skript() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(new ClassPathResource("anmeldung/weiter.js"));
    }

    private ClientRegistration verzeichnis() {
        try {
            return anbieter.findByRegistrationId(OidcKonfiguration.ANBIETER);
        } catch (RuntimeException unerreichbar) {
            LOG.error("The provider cannot be asked: {}", unerreichbar.getClass().getSimpleName());
            return null;
        }
    }

    private static String abmeldung(ClientRegistration verzeichnis, String idToken) {
        String zurueck = ServletUriComponentsBuilder.fromCurrentContextPath().path(ABGEMELDET).toUriString();
        Object ende = verzeichnis.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        return ende == null ? zurueck : UriComponentsBuilder.fromUriString(ende.toString()).queryParam("id_token_hint", idToken)
                .queryParam("client_id", verzeichnis.getClientId()).queryParam("post_logout_redirect_uri", zurueck)
                .encode().toUriString();
    }
}
