package de.integrationskonzept.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Of the actuator there are "is it alive" and "is it ready", for whoever watches it, and figures, for administrators; those for a monitoring
 * are for its own account, too, which can do nothing else. Figures of all tenants together that Admin shows are for administrators.
 * {@link ApiAuthentication} comes before.
 */
class ActuatorDoor extends OncePerRequestFilter {

    static final String METRICS = "/actuator/metrics";
    static final String PROMETHEUS = "/actuator/prometheus";
    static final String USAGE = "/camunda/api/admin/plugin/adminPlugins/default";

    /** The group whose members may read {@link #PROMETHEUS}, so that no password of an administrator lies in a monitoring. */
    private static final String MONITORING = "ueberwachung";
    private static final String HEALTH = "/actuator/health";
    private static final String READY = "/actuator/health/readiness";
    private static final Set<String> STATES = Set.of(HEALTH, READY, "/actuator/health/liveness");

    private final ProcessEngine engine;

    ActuatorDoor(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath();
        boolean figures = path.equals(METRICS) || path.startsWith(METRICS + "/") || path.equals(PROMETHEUS) || path.startsWith(USAGE);
        if (!figures && !STATES.contains(path)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (figures && !mayRead(path)) {
            Problem.write(response, 403, "Keine Berechtigung", Fault.sentence(403));
        } else if (path.equals(HEALTH)) {
            // Itself it would tell the names of the other two, and of everything that it looks at, "down" when any of them is.
            request.getRequestDispatcher(READY).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean mayRead(String path) {
        Authentication caller = engine.getIdentityService().getCurrentAuthentication();
        return Caller.isAdministrator(caller) || path.equals(PROMETHEUS) && caller.getGroupIds().contains(MONITORING);
    }
}
