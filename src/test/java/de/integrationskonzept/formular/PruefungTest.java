package de.integrationskonzept.formular;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Was beim Prüfen eines Formulars gilt")
class PruefungTest {

    @Test
    @DisplayName("Mehr als 500 Zeilen nimmt keine Liste an, auch wenn ihr Formular mehr erlaubt")
    void laengsteListe() throws Exception {
        Formular formular = Formular.aus(new ObjectMapper().readTree("{\"components\": [{\"type\": \"dynamiclist\", \"path\": \"posten\", "
                + "\"label\": \"Posten\", \"properties\": {\"hoechstens\": \"5000\"}, \"components\": []}]}"));

        assertThat(Pruefung.pruefe(formular, Map.of("posten", Collections.nCopies(500, Map.of())), Map.of())).isEmpty();
        assertThat(Pruefung.pruefe(formular, Map.of("posten", Collections.nCopies(501, Map.of())), Map.of()))
                .containsExactly("„Posten“ darf höchstens 500 Zeilen haben.");
    }

    @Test
    @DisplayName("Dieselbe Bedingung gilt nach einem verborgenen Feld neu: Dessen Angabe zählt dann nicht mehr")
    void bedingungNachVerborgenem() throws Exception {
        Formular formular = Formular.aus(new ObjectMapper().readTree("""
                {"components": [
                  {"type": "textfield", "key": "vorher", "label": "Vorher", "validate": {"required": true}, "conditional": {"hide": "=ort = null"}},
                  {"type": "textfield", "key": "ort", "label": "Ort", "conditional": {"hide": "=art != \\"treffen\\""}},
                  {"type": "textfield", "key": "nachher", "label": "Nachher", "validate": {"required": true}, "conditional": {"hide": "=ort = null"}}
                ]}"""));

        assertThat(Pruefung.pruefe(formular, Map.of("art", "treffen"), Map.of("ort", "Rathaus"))).contains("Bitte füllen Sie „Vorher“ aus.",
                "Bitte füllen Sie „Nachher“ aus.");
        assertThat(Pruefung.pruefe(formular, Map.of("art", "brief"), Map.of("ort", "Rathaus"))).contains("Bitte füllen Sie „Vorher“ aus.")
                .doesNotContain("Bitte füllen Sie „Nachher“ aus.");
    }
}
