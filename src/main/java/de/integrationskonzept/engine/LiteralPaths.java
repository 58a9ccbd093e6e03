package de.integrationskonzept.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The web applications ask for a login by what an address looks like, but the server finds its way by what it means, and what
 * their rules do not recognise they let through: {@code /camunda/api/engine/engine;x/default/user} is open to everybody in stock Camunda,
 * with all rights. So below {@code /camunda} an address exists in its plain spelling only.
 */
class LiteralPaths extends OncePerRequestFilter {

    /** The rules look at no more of an address than its first five names; ids may well be encoded behind them. */
    private static final int NAMES = 6;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String meant = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (meant.startsWith("/camunda") && !(isPlain(request.getRequestURI(), meant) && isKnown(meant))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPlain(String written, String meant) {
        return !written.contains(";") && !written.contains("//") && !written.contains("/.") && beginning(written).equals(beginning(meant));
    }

    /** For an application or an engine that it does not have the stock filter looks for a page and fails; a name with a dot is a file. */
    private static boolean isKnown(String meant) {
        return !meant.startsWith("/camunda/app/")
                || meant.matches("/camunda/app/((admin|cockpit|tasklist|welcome)(/(default|[^/]*\\.[^/]*|[^/]+/.+)?/?)?)?");
    }

    private static List<String> beginning(String path) {
        return Arrays.stream(path.split("/")).limit(NAMES).toList();
    }
}
