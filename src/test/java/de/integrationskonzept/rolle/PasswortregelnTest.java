package de.integrationskonzept.rolle;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("einmal")
@DisplayName("Welches Passwort in Produktion genügt")
class PasswortregelnTest {

    @Autowired
    private IdentityService identitaeten;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"'',false", "geheim,false", "Kurz-1,false", "nurkleinbuchstaben,false", "12345678901,false", "OhneZiffer-Hier,false",
            "OhneSonderzeichen1,false", "Demo-Passwort-1,false", "demo-Passwort-1,false", "DEMO-PASSWORT-1,false", "Leitung-Passwort-1,false",
            "Administration-1,false", "Sehr-Geheim-2026,true"})
    @DisplayName("Schwache Passwörter und das der Demonstration werden abgelehnt")
    void passwort(String passwort, boolean genuegt) {
        User person = identitaeten.newUser("leitung");
        person.setFirstName("Administration");

        assertThat(identitaeten.checkPasswordAgainstPolicy(new Passwortregeln(false), passwort, person).isValid()).isEqualTo(genuegt);
    }
}
