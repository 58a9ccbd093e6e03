package de.integrationskonzept.anmeldung;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.ldap.core.support.DefaultTlsDirContextAuthenticationStrategy;
import org.springframework.security.ldap.DefaultSpringSecurityContextSource;

/** Login by LDAP or Active Directory, profile {@code ldap}. */
@Configuration(proxyBeanMethods = false)
@Profile("ldap")
class LdapKonfiguration {

    /**
     * @param url one server or several, with the base: {@code ldaps://dc1.stadt.example/dc=stadt,dc=example}
     * @param starttls {@code ldap://} made secure after connecting
     * @param konto account that may look people up, {@code passwort} its password
     * @param personen where people are, below the base; {@code personenfilter} with {0} for the user id typed
     * @param gruppen where groups are, below the base; {@code gruppenfilter} with {0} for the person's full name in the tree
     * @param gruppenname attribute with a group's name
     * @param ausweis attribute that stays with a person for ever, such as entryUUID; empty when the user id does
     * @param frist after which the directory counts as down
     */
    @Profile("ldap")
    @ConfigurationProperties("integrationskonzept.anmeldung.ldap")
    record Ldap(String url, boolean starttls, @DefaultValue("") String konto, @DefaultValue("") String passwort,
            @DefaultValue("") String personen, @DefaultValue("(uid={0})") String personenfilter, @DefaultValue("") String gruppen,
            @DefaultValue("(member={0})") String gruppenfilter, @DefaultValue("cn") String gruppenname,
            @DefaultValue("") String ausweis, @DefaultValue("5s") Duration frist) {

        Ldap {
            if (url == null || url.isBlank()) {
                throw new IllegalStateException("integrationskonzept.anmeldung.ldap.url is missing");
            }
            // Passwords travel on this line.
            if (!starttls && Stream.of(url.strip().split("\\s+")).anyMatch(server -> !server.matches("ldaps://.*|ldap://(127\\.0\\.0\\.1|localhost)(:\\d+)?(/.*)?"))) {
                throw new IllegalStateException("integrationskonzept.anmeldung.ldap.url: use ldaps:// or starttls");
            }
        }
    }

    @Bean
    DefaultSpringSecurityContextSource verzeichnisserver(Ldap ldap) {
        DefaultSpringSecurityContextSource server = new DefaultSpringSecurityContextSource(ldap.url());
        if (!ldap.konto().isBlank()) {
            server.setUserDn(ldap.konto());
            server.setPassword(ldap.passwort());
        } else {
            server.setAnonymousReadOnly(true);
        }
        server.setPooled(false);
        if (ldap.starttls()) {
            server.setAuthenticationStrategy(new DefaultTlsDirContextAuthenticationStrategy());
        }
        Map<String, Object> umgebung = new HashMap<>();
        umgebung.put("com.sun.jndi.ldap.connect.timeout", String.valueOf(ldap.frist().toMillis()));
        umgebung.put("com.sun.jndi.ldap.read.timeout", String.valueOf(ldap.frist().toMillis()));
        // As bytes, because Active Directory's objectGUID is no text.
        umgebung.put("java.naming.ldap.attributes.binary", ldap.ausweis());
        server.setBaseEnvironmentProperties(umgebung);
        return server;
    }

    @Bean
    LdapVerzeichnis ldapVerzeichnis(DefaultSpringSecurityContextSource server, Ldap ldap, Anmeldung anmeldung) {
        return new LdapVerzeichnis(server, ldap, anmeldung.herkunft());
    }

    /** Outside everything that checks a password before the REST API itself comes into play. */
    @Bean
    FilterRegistrationBean<AbsageAnDerTuer> absageAnDerTuer() {
        var registration = new FilterRegistrationBean<>(new AbsageAnDerTuer());
        registration.addUrlPatterns("/engine-rest/*", "/api/*");
        registration.setAsyncSupported(true);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }
}
