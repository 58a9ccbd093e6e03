package de.integrationskonzept.engine;

import static org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants.CSRF_TOKEN_HEADER_NAME;
import static org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who calls {@code /api}: the person logged in to the web applications, or HTTP Basic. Nobody else comes in. With a session
 * changes need the token of its page, too: another site can make a browser send the session, but does not know the token.
 */
class ApiAuthentication extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ProcessEngine engine;
    private final HttpBasicAuthenticationProvider basic = new HttpBasicAuthenticationProvider();

    ApiAuthentication(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String user = userOf(request);
        if (user == null) {
            if (!fromPage(request)) {
                response.setHeader("WWW-Authenticate", "Basic realm=\"Integrationskonzept\"");
            }
            Problem.write(response, 401, "Nicht angemeldet", "Bitte melden Sie sich an und versuchen Sie es noch einmal.");
            return;
        }
        if (!READING.contains(request.getMethod()) && isForged(request)) {
            Problem.write(response, 403, "Nicht erlaubt", "Ihre Anmeldung passt nicht mehr zu dieser Seite. Bitte laden Sie die Seite neu und "
                    + "versuchen Sie es noch einmal.");
            return;
        }
        IdentityService identity = engine.getIdentityService();
        try {
            identity.setAuthentication(user, groups(identity, user), tenants(identity, user));
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** A page says itself that the session is over; with the header the browser would open a window of its own over it. */
    private static boolean fromPage(HttpServletRequest request) {
        return "empty".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    /** The web applications keep the token with the session. */
    private static boolean isForged(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Authentications known = session == null ? null : AuthenticationUtil.getAuthsFromSession(session);
        if (known == null || known.getAuthentications().isEmpty()) {
            return false;
        }
        Object token = session.getAttribute(CSRF_TOKEN_SESSION_ATTR_NAME);
        return token == null || !token.equals(request.getHeader(CSRF_TOKEN_HEADER_NAME));
    }

    private String userOf(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Authentications known = session == null ? null : AuthenticationUtil.getAuthsFromSession(session);
        if (known != null && !known.getAuthentications().isEmpty()) {
            String user = known.getAuthentications().get(0).getIdentityId();
            // A session outlives its person.
            return engine.getIdentityService().createUserQuery().userId(user).count() == 0 ? null : user;
        }
        AuthenticationResult result = basic.extractAuthenticatedUser(request, engine);
        return result.isAuthenticated() ? result.getAuthenticatedUser() : null;
    }

    private static List<String> groups(IdentityService identity, String user) {
        return identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
    }

    private static List<String> tenants(IdentityService identity, String user) {
        return identity.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream().map(Tenant::getId).toList();
    }
}
