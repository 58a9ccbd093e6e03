package de.integrationskonzept.engine;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The doors that stock Camunda leaves open: REST without login, and the page that makes the first administrator. */
@Configuration(proxyBeanMethods = false)
class RestSecurity {

    /** HTTP Basic on {@code /engine-rest}. */
    @Bean
    FilterRegistrationBean<RestLogin> basicAuthentication() {
        var registration = new FilterRegistrationBean<>(new RestLogin());
        registration.addInitParameter(RestLogin.AUTHENTICATION_PROVIDER_PARAM,
                HttpBasicAuthenticationProvider.class.getName());
        registration.addUrlPatterns("/engine-rest/*");
        registration.setAsyncSupported(true);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ApiAuthentication> apiAuthentication(ProcessEngine engine) {
        var registration = new FilterRegistrationBean<>(new ApiAuthentication(engine));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
        return registration;
    }

    /**
     * CVE-2026-77226: the setup resource creates an administrator without login while the group of administrators is
     * empty. The first administrator comes from the environment, so the path does not exist here, whatever its spelling.
     */
    @Bean
    FilterRegistrationBean<jakarta.servlet.Filter> noSetup() {
        var registration = new FilterRegistrationBean<jakarta.servlet.Filter>((request, response, chain) -> {
            var http = (jakarta.servlet.http.HttpServletRequest) request;
            String path = http.getServletPath() + (http.getPathInfo() == null ? "" : http.getPathInfo());
            if (path.toLowerCase(java.util.Locale.ROOT).matches("/camunda/(api|app)/admin/+(default/+)?setup(/.*|;.*)?")) {
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                chain.doFilter(request, response);
            }
        });
        registration.addUrlPatterns("/*");
        registration.setAsyncSupported(true);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
