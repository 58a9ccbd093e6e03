package de.integrationskonzept.rolle;

import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;

/** The engine's password rules; outside the demonstration its published password is refused for everybody. */
class Passwortregeln extends DefaultPasswordPolicyImpl {

    private static final String DEMO_PASSWORT = "Demo-Passwort-1";

    Passwortregeln(boolean demo) {
        if (!demo) {
            rules.add(new NichtDasDemoPasswort());
        }
    }

    private static final class NichtDasDemoPasswort implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return PLACEHOLDER_PREFIX + "DEMO";
        }

        @Override
        public Map<String, String> getParameters() {
            return null;
        }

        @Override
        public boolean execute(String password) {
            return !DEMO_PASSWORT.equalsIgnoreCase(password);
        }

        @Override
        public boolean execute(String candidatePassword, User user) {
            return execute(candidatePassword);
        }
    }
}
