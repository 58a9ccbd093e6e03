package de.integrationskonzept.demo;

import de.integrationskonzept.rolle.Rollen;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One person per role whose user id is the role's id. Not part of the jar. */
@Component
@Profile("demo")
@Order(0)
class DemoPersonen implements ApplicationRunner {

    private final IdentityService identitaeten;
    private final Rollen rollen;

    DemoPersonen(IdentityService identitaeten, Rollen rollen) {
        this.identitaeten = identitaeten;
        this.rollen = rollen;
    }

    @Override
    public void run(ApplicationArguments args) {
        rollen.namen().forEach((id, name) -> {
            if (identitaeten.createUserQuery().userId(id).count() == 0) {
                User person = identitaeten.newUser(id);
                person.setFirstName("Muster");
                person.setLastName(name);
                person.setPassword("Demo-Passwort-1");
                identitaeten.saveUser(person);
                identitaeten.createMembership(id, id);
            }
        });
    }
}
