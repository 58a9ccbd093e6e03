package de.integrationskonzept.anmeldung;

import de.integrationskonzept.engine.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** The way back from the provider: into the web applications with a new session, or to a page that says why not. */
@Component
@Profile("oidc")
class Oidcankunft implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Oidcankunft.class);

    private final ProcessEngine engine;
    private final Verzeichniskonten konten;
    private final Anmeldung.Herkunft herkunft;

    Oidcankunft(ProcessEngine engine, Verzeichniskonten konten, Anmeldung anmeldung) {
        this.engine = engine;
        this.konten = konten;
        this.herkunft = anmeldung.herkunft();
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication angemeldet)
            throws IOException {
        OidcUser person = (OidcUser) angemeldet.getPrincipal();
        String ziel = Anmeldewege.ziel(request.getSession());
        try {
            String kennung = konten.uebernimm(lies(person));
            AuthenticationUtil.revalidateSession(request, AuthenticationUtil.createAuthentication(engine, kennung));
            Anmeldewege.merkeAusweis(request.getSession(), person.getIdToken().getTokenValue());
            response.sendRedirect(ziel);
        } catch (Refusal absage) {
            beende(request);
            Seite.zeige(response, absage.getStatus().getStatusCode(), "Sie können hier noch nicht arbeiten", absage.getMessage());
        }
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException fehler)
            throws IOException {
        LOG.warn("Login by the directory failed: {}", fehler instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode() : fehler.getClass().getSimpleName());
        beende(request);
        Seite.zeige(response, HttpServletResponse.SC_UNAUTHORIZED, "Die Anmeldung hat nicht geklappt",
                "Bitte versuchen Sie es noch einmal. Wenn es wieder nicht klappt, wenden Sie sich an die IT Ihrer Verwaltung.");
    }

    private static void beende(HttpServletRequest request) {
        HttpSession sitzung = request.getSession(false);
        if (sitzung != null) {
            sitzung.invalidate();
        }
    }

    private Verzeichnisperson lies(OidcUser person) {
        String ausweis = Ausweis.aus(person.getIssuer().toString(), person.getSubject());
        return new Verzeichnisperson(person.getClaimAsString(herkunft.kennung()), ausweis,
                person.getClaimAsString(herkunft.vorname()), person.getClaimAsString(herkunft.nachname()),
                person.getClaimAsString(herkunft.mail()), werte(person, herkunft.gruppen()), werte(person, herkunft.kommune()));
    }

    /** One value or a list of them. */
    private static Set<String> werte(OidcUser person, String claim) {
        Object wert = claim.isBlank() ? null : person.getClaim(claim);
        Stream<?> werte = wert instanceof Collection<?> liste ? liste.stream() : Stream.ofNullable(wert);
        return werte.map(String::valueOf).collect(Collectors.toSet());
    }
}
