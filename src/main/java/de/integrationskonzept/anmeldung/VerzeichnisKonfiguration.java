package de.integrationskonzept.anmeldung;

import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;

/** Login by a directory, whichever. Without one of the profiles people and passwords are the engine's own. */
@Configuration(proxyBeanMethods = false)
@Profile({"oidc", "ldap"})
class VerzeichnisKonfiguration {

    @Bean
    Verzeichniskonten verzeichniskonten(@Lazy ProcessEngineConfigurationImpl engine, Zuordnung zuordnung) {
        return new Verzeichniskonten(engine, zuordnung);
    }

    /** With OpenID Connect there is no password to check: whoever comes from there has none here. */
    @Bean
    Verzeichnisanmeldung verzeichnisanmeldung(Verzeichniskonten konten, ObjectProvider<Passwortverzeichnis> verzeichnis) {
        return new Verzeichnisanmeldung(verzeichnis.getIfAvailable(() -> (kennung, passwort) -> Optional.empty()), konten);
    }

    @Bean
    FilterRegistrationBean<Sitzungsende> sitzungsende(Anmeldung anmeldung) {
        var registration = new FilterRegistrationBean<>(new Sitzungsende(anmeldung.sitzung(), Clock.systemUTC()));
        registration.addUrlPatterns("/*");
        registration.setAsyncSupported(true);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 15);
        return registration;
    }
}
