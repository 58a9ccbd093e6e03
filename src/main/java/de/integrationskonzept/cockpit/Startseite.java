package de.integrationskonzept.cockpit;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.view.RedirectView;

/** The address that people know: it leads to the login, and from there each role to where its work is. */
@Controller
class Startseite {

    private static final String APP = "/camunda/app/";

    @GetMapping("/")
    RedirectView los(HttpSession session) {
        RedirectView ziel = new RedirectView(angemeldet(session).map(Startseite::arbeitsplatz)
                .orElse(APP + "welcome/default/#!/login"), true);
        ziel.setExposeModelAttributes(false);
        return ziel;
    }

    private static Optional<UserAuthentication> angemeldet(HttpSession session) {
        Authentications wer = AuthenticationUtil.getAuthsFromSession(session);
        return wer == null ? Optional.empty() : wer.getAuthentications().stream().findFirst();
    }

    private static String arbeitsplatz(UserAuthentication wer) {
        Set<String> darf = wer.getAuthorizedApps();
        return List.of("admin", "tasklist", "cockpit").stream().filter(darf::contains).findFirst()
                .map(app -> APP + app + "/default/").orElse(APP + "welcome/default/?bleiben");
    }
}
