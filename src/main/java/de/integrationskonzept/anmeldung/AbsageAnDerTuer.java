package de.integrationskonzept.anmeldung;

import de.integrationskonzept.engine.Problem;
import de.integrationskonzept.engine.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** A refusal that HTTP Basic ends in has no REST API around it yet that would answer in its place. */
class AbsageAnDerTuer extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (Refusal absage) {
            Problem.write(response, absage.getStatus().getStatusCode(), "Anmeldung nicht möglich", absage.getMessage());
        }
    }
}
