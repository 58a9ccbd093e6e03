package de.integrationskonzept.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Of the actuator there are "is it alive", for whoever watches it, and figures, for administrators; so are those that Admin
 * shows of all tenants together. {@link ApiAuthentication} comes before.
 */
class ActuatorDoor extends OncePerRequestFilter {

    static final String METRICS = "/actuator/metrics";
    static final String USAGE = "/camunda/api/admin/plugin/adminPlugins/default";

    private final ProcessEngine engine;

    ActuatorDoor(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath();
        boolean figures = path.equals(METRICS) || path.startsWith(METRICS + "/") || path.startsWith(USAGE);
        if (!figures && !path.equals("/actuator/health")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (figures && !Caller.isAdministrator(engine.getIdentityService().getCurrentAuthentication())) {
            Problem.write(response, 403, "Keine Berechtigung", Fault.sentence(403));
        } else {
            chain.doFilter(request, response);
        }
    }
}
