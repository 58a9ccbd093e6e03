package de.integrationskonzept.engine;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer tells the browser not to do, at every door. An interface and an error show nothing of their own, so they
 * may load nothing; the web applications get their own content security policy from the stock filter behind this one.
 */
class SecurityHeaders extends OncePerRequestFilter {

    static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private static final String POLICY = "Content-Security-Policy";
    private static final String CACHE = "Cache-Control";
    private static final Map<String, String> EVERYWHERE = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private final boolean onlyOverTls;

    /** @param onlyOverTls browsers shall never again come without TLS */
    SecurityHeaders(boolean onlyOverTls) {
        this.onlyOverTls = onlyOverTls;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean silent = request.getDispatcherType() == DispatcherType.ERROR || isInterface(request);
        Map<String, String> headers = new LinkedHashMap<>(EVERYWHERE);
        headers.put(POLICY, NOTHING);
        if (onlyOverTls) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
        if (silent) {
            headers.put(CACHE, "no-store");
        }
        headers.forEach(response::setHeader);
        chain.doFilter(request, silent ? new Fixed(response) : response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterNestedErrorDispatch(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        doFilterInternal(request, response, chain);
    }

    private static boolean isInterface(HttpServletRequest request) {
        return (request.getServletPath() + "/").matches("/(engine-rest|api|actuator|camunda/api)/.*");
    }

    /** Nobody behind this filter weakens what is meant for an interface. */
    private static final class Fixed extends HttpServletResponseWrapper {

        private static final Set<String> FIXED = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

        static {
            FIXED.addAll(Set.of(POLICY, CACHE));
        }

        Fixed(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            if (!FIXED.contains(name)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!FIXED.contains(name)) {
                super.addHeader(name, value);
            }
        }
    }
}
