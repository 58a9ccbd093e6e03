package de.integrationskonzept.formular;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Ein Feld heißt in Meldungen so, wie es auf dem Formular steht")
class FeldTest {

    @Test
    @DisplayName("Der Genderstern bleibt stehen")
    void genderstern() throws Exception {
        var komponenten = new ObjectMapper().readTree(
                "[{\"type\": \"number\", \"key\": \"einwohner\", \"label\": \"Zahl der Einwohner*innen\"}]");

        assertThat(Feld.aus(komponenten).get(0).beschriftung()).isEqualTo("Zahl der Einwohner*innen");
    }
}
