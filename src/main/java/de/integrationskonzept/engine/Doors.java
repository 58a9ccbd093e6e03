package de.integrationskonzept.engine;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;

/** What holds at every door: headers, the size of what comes in, what an error says. */
@Configuration(proxyBeanMethods = false)
class Doors {

    /** The names under which the web applications register their own interfaces. */
    private static final List<String> BEHIND_WEBAPPS = List.of("Cockpit Api", "Admin Api", "Tasklist Api", "Welcome Api");

    private static final String LARGEST_PAPER = "${integrationskonzept.anlagen.groesse}";
    private static final int AROUND_A_PAPER = 64 * 1024;

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders(
            @Value("${camunda.bpm.webapp.header-security.hsts-disabled:true}") boolean withoutTls) {
        var registration = everywhere(new SecurityHeaders(!withoutTls), Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return registration;
    }

    @Bean
    static PageFiles pageFiles() {
        return new PageFiles();
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
    FilterRegistrationBean<BodyLimit> bodyLimit(@Value(LARGEST_PAPER) DataSize largestPaper) {
        return everywhere(new BodyLimit(largestPaper.toBytes() + AROUND_A_PAPER), Ordered.HIGHEST_PRECEDENCE + 10);
    }

    /** For a body that does not say its length: its parts are taken in by the server itself, past {@link BodyLimit}. */
    @Bean
    MultipartConfigElement partsOfRequests(@Value(LARGEST_PAPER) DataSize largestPaper) {
        return new MultipartConfigElement("", largestPaper.toBytes(), largestPaper.toBytes() + AROUND_A_PAPER, 0);
    }

    @Bean
    FilterRegistrationBean<ApiAuthentication> metricsAuthentication(ProcessEngine engine) {
        var registration = everywhere(new ApiAuthentication(engine), Ordered.HIGHEST_PRECEDENCE + 30);
        registration.setUrlPatterns(List.of(ActuatorDoor.METRICS + "/*", ActuatorDoor.PROMETHEUS, ActuatorDoor.USAGE + "/*"));
        registration.setName("metricsAuthentication");
        return registration;
    }

    @Bean
    FilterRegistrationBean<ActuatorDoor> actuatorDoor(ProcessEngine engine) {
        var registration = everywhere(new ActuatorDoor(engine), Ordered.HIGHEST_PRECEDENCE + 31);
        registration.setUrlPatterns(List.of("/actuator/*", ActuatorDoor.USAGE + "/*"));
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

    /**
     * The interfaces behind Cockpit, Admin, Tasklist and Welcome bring their own error handling, which would tell everything. They
     * are there when all of Spring's initializers have run, unless one failed; then its failure is the one to be told.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> errorsBehindWebapps() {
        String own = RestAnswers.OWN.stream().map(Class::getName).collect(Collectors.joining(","));
        return factory -> factory.addContextCustomizers(context -> context.addServletContainerInitializer((classes, server) ->
                BEHIND_WEBAPPS.stream().map(server::getServletRegistration).filter(Objects::nonNull).forEach(webapp ->
                        webapp.setInitParameter("jersey.config.server.provider.classnames", own)), Set.of()));
    }
}
