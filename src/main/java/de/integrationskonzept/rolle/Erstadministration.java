package de.integrationskonzept.rolle;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first administrator, from the environment ({@code INTEGRATIONSKONZEPT_ADMINISTRATION_KENNUNG} and
 * {@code …_PASSWORT}); needed once, while there is none. The application does not start with a weak password.
 *
 * @param demo the demonstration, where its published password may be used
 */
@ConfigurationProperties("integrationskonzept.administration")
record Erstadministration(String kennung, String passwort, boolean demo) {

    void richteEin(ProcessEngine engine) {
        IdentityService identitaeten = engine.getIdentityService();
        if (identitaeten.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0) {
            return;
        }
        if (kennung == null || kennung.isBlank() || passwort == null || passwort.isBlank()) {
            throw new IllegalStateException("There is no administrator yet. Set INTEGRATIONSKONZEPT_ADMINISTRATION_KENNUNG "
                    + "and INTEGRATIONSKONZEPT_ADMINISTRATION_PASSWORT (at least 10 characters: upper and lower case, digit, "
                    + "special character) for the first start.");
        }
        User person = identitaeten.newUser(kennung);
        person.setFirstName("Administration");
        person.setLastName("Integrationskonzept");
        PasswordPolicyResult ergebnis = identitaeten.checkPasswordAgainstPolicy(passwort, person);
        if (!ergebnis.isValid()) {
            throw new IllegalStateException("The password of the first administrator is too weak or is the published one of "
                    + "the demonstration: use at least 10 characters with upper and lower case, digit and special "
                    + "character, and no part of the user id.");
        }
        person.setPassword(passwort);
        identitaeten.saveUser(person);
        identitaeten.createMembership(kennung, Groups.CAMUNDA_ADMIN);
    }
}
