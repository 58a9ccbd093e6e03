package de.integrationskonzept.anmeldung;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session some hours after the login (which began it), however busy it is: Tasklist keeps asking on its own, and
 * without a new login nobody learns what the directory took away.
 */
class Sitzungsende extends OncePerRequestFilter {

    private final Duration dauer;
    private final Clock uhr;

    Sitzungsende(Duration dauer, Clock uhr) {
        this.dauer = dauer;
        this.uhr = uhr;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession sitzung = request.getSession(false);
        if (sitzung != null && uhr.millis() - sitzung.getCreationTime() > dauer.toMillis()) {
            sitzung.invalidate();
        }
        chain.doFilter(request, response);
    }
}
