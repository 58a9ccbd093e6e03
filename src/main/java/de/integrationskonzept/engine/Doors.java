package de.integrationskonzept.engine;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What holds at every door: headers, the size of what comes in, what an error says. */
@Configuration(proxyBeanMethods = false)
class Doors {

    /** The names under which the web applications register their own interfaces. */
    private static final List<String> BEHIND_WEBAPPS = List.of("Cockpit Api", "Admin Api", "Tasklist Api", "Welcome Api");

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders(
            @Value("${camunda.bpm.webapp.header-security.hsts-disabled:true}") boolean withoutTls) {
        var registration = everywhere(new SecurityHeaders(!withoutTls), Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return registration;
    }

    @Bean
    FilterRegistrationBean<LiteralPaths> literalPaths() {
        return everywhere(new LiteralPaths(), Ordered.HIGHEST_PRECEDENCE + 1);
    }

    @Bean
    FilterRegistrationBean<NoncePerPage> noncePerPage() {
        var registration = everywhere(new NoncePerPage(), Ordered.HIGHEST_PRECEDENCE + 2);
        registration.setUrlPatterns(List.of("/camunda/app/*"));
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        return everywhere(new BodyLimit(), Ordered.HIGHEST_PRECEDENCE + 10);
    }

    @Bean
    FilterRegistrationBean<ApiAuthentication> metricsAuthentication(ProcessEngine engine) {
        var registration = everywhere(new ApiAuthentication(engine), Ordered.HIGHEST_PRECEDENCE + 30);
        registration.setUrlPatterns(List.of(ActuatorDoor.METRICS + "/*"));
        registration.setName("metricsAuthentication");
        return registration;
    }

    @Bean
    FilterRegistrationBean<ActuatorDoor> actuatorDoor(ProcessEngine engine) {
        var registration = everywhere(new ActuatorDoor(engine), Ordered.HIGHEST_PRECEDENCE + 31);
        registration.setUrlPatterns(List.of("/actuator/*"));
        return registration;
    }

    private static <F extends Filter> FilterRegistrationBean<F> everywhere(F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/*");
        registration.setAsyncSupported(true);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        registration.setOrder(order);
        return registration;
    }

    /** The interfaces behind Cockpit, Admin, Tasklist and Welcome bring their own error handling, which would tell everything. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServletContextInitializer errorsBehindWebapps() {
        String own = RestAnswers.OWN.stream().map(Class::getName).collect(Collectors.joining(","));
        return context -> BEHIND_WEBAPPS.forEach(name -> {
            ServletRegistration registration = context.getServletRegistration(name);
            if (registration == null) {
                throw new IllegalStateException("The interface " + name + " is not there (yet), so its errors would tell everything.");
            }
            registration.setInitParameter("jersey.config.server.provider.classnames", own);
        });
    }
}
