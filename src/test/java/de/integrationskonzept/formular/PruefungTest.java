package de.integrationskonzept.formular;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Listen bleiben lesbar lang")
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
}
