package de.integrationskonzept.abwehr;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/**
 * Camunda 7.24 as its starters bring it, with authorizations switched on, one person per role and nothing of ours: what the
 * tests of this package are held against once, to see that each of them can fail ({@code docs/betrieb.md}).
 * Not a component, or the application under test would find it.
 */
@EnableAutoConfiguration
public class Stock {

    private static final List<String> ROLLEN = List.of("integrationsbeauftragte", "vorgesetzte", "verwaltungsspitze", "kaemmerei",
            "hauptamt", "planung", "fachbereichsoziales", "sitzungsdienst", "steuerungsgruppe", "controlling", "stakeholder",
            "prozessverantwortung", "modellpflege");

    public static void main(String[] args) {
        new SpringApplicationBuilder(Stock.class).properties(Map.of(
                "spring.config.name", "stock",
                "server.address", "127.0.0.1",
                "spring.datasource.url", "jdbc:h2:mem:stock;DB_CLOSE_DELAY=-1",
                "spring.flyway.enabled", "false",
                "spring.autoconfigure.exclude", "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration,"
                        + "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration,"
                        + "org.springframework.boot.autoconfigure.security.oauth2.client.servlet.OAuth2ClientAutoConfiguration,"
                        + "org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration",
                "camunda.bpm.authorization.enabled", "true",
                "camunda.bpm.admin-user.id", "admin",
                "camunda.bpm.admin-user.password", Anwendungstest.PASSWORT)).run(args);
    }

    /** As an administrator of a stock installation would begin: groups, people, Tasklist for everybody, a process for all. */
    @Bean
    ApplicationRunner personen(ProcessEngine engine) {
        return args -> {
            IdentityService identitaeten = engine.getIdentityService();
            ROLLEN.forEach(rolle -> {
                identitaeten.saveGroup(identitaeten.newGroup(rolle));
                User person = identitaeten.newUser(rolle);
                person.setPassword(Anwendungstest.PASSWORT);
                identitaeten.saveUser(person);
                identitaeten.createMembership(rolle, rolle);
            });
            darf(engine, Resources.APPLICATION, Permissions.ACCESS);
            darf(engine, Resources.FILTER, Permissions.READ);
            darf(engine, Resources.PROCESS_DEFINITION, Permissions.READ);
        };
    }

    private static void darf(ProcessEngine engine, Resource art, Permission... was) {
        Authorization recht = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        recht.setUserId(Authorization.ANY);
        recht.setResource(art);
        recht.setResourceId(Authorization.ANY);
        recht.setPermissions(was);
        engine.getAuthorizationService().saveAuthorization(recht);
    }
}
