package de.integrationskonzept.formular;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Was von einem Entwurf zu einem Formular gehört")
class EntwurfsfelderTest {

    private static final Formular FORMULAR = formular("""
            {"id": "f", "components": [
              {"type": "text", "text": "Wozu?"},
              {"type": "textfield", "key": "titel", "label": "Titel"},
              {"type": "textfield", "key": "fest", "label": "Fest", "readonly": true},
              {"type": "number", "key": "aus", "label": "Aus", "disabled": true},
              {"type": "expression", "key": "summe", "expression": "=1+1"},
              {"type": "textarea", "key": "adressen", "label": "Adressen", "properties": {"aufbewahren": "nein"}},
              {"type": "number", "key": "stunden", "label": "Stunden"},
              {"type": "checkbox", "key": "ja", "label": "Ja"},
              {"type": "checklist", "key": "mehrere", "label": "Mehrere", "values": []},
              {"type": "group", "label": "Rahmen", "components": [{"type": "datetime", "key": "tag", "dateLabel": "Tag"}]},
              {"type": "group", "path": "ort", "label": "Ort", "components": [{"type": "textfield", "key": "strasse", "label": "Straße"}]},
              {"type": "dynamiclist", "path": "plan", "label": "Plan", "components": [
                {"type": "textfield", "key": "wer", "label": "Wer", "readonly": true}, {"type": "textfield", "key": "was", "label": "Was"}]}]}""");

    private static Formular formular(String json) {
        try {
            return Formular.aus(new ObjectMapper().readTree(json));
        } catch (com.fasterxml.jackson.core.JsonProcessingException fehler) {
            throw new AssertionError(fehler);
        }
    }

    private static Entwurfsfelder von(Object... paare) {
        Map<String, Object> gesendet = new java.util.LinkedHashMap<>();
        for (int i = 0; i < paare.length; i += 2) {
            gesendet.put((String) paare[i], paare[i + 1]);
        }
        return new Entwurfsfelder(FORMULAR, gesendet);
    }

    @Test
    @DisplayName("Unfertiges bleibt, auch was beim Abschließen nicht durchginge")
    void unfertig() {
        List<Object> paare = Arrays.asList("titel", "", "stunden", "viele", "ja", false, "mehrere", List.of("gibt es nicht"), "tag", "gestern",
                "ort", Map.of("strasse", "Weg 1"), "plan", List.of(Map.of("wer", "Amt", "was", "Rest"), Map.of()));
        Entwurfsfelder felder = von(paare.toArray());
        assertThat(felder.angaben()).containsOnlyKeys("titel", "stunden", "ja", "mehrere", "tag", "ort", "plan").containsEntry("stunden", "viele");
        assertThat(felder.angaben().get("plan")).as("a row is known by what it only shows").isEqualTo(List.of(Map.of("wer", "Amt", "was", "Rest"), Map.of()));
        assertThat(felder.fremd()).isEmpty();
        assertThat(felder.unpassend()).isEmpty();
        assertThat(von("titel", null).angaben()).containsEntry("titel", null);
    }

    @Test
    @DisplayName("Was das Formular nur zeigt, errechnet oder nirgends aufbewahrt, bleibt nicht")
    void nurGezeigt() {
        Entwurfsfelder felder = von("fest", "x", "aus", 1, "summe", 2, "adressen", "a@b.de", "titel", "T");
        assertThat(felder.angaben()).containsOnlyKeys("titel");
        assertThat(felder.fremd()).isEmpty();
        assertThat(Entwurfsfelder.fluechtige(FORMULAR)).containsExactly("Adressen");
    }

    @Test
    @DisplayName("Was das Formular nicht (mehr) fragt, fällt weg und wird genannt, auch in Zeilen")
    void fremdes() {
        Entwurfsfelder felder = von("frueher", "x", "plan", List.of(Map.of("was", "Rest", "wann", "nie")), "Rahmen", "x");
        assertThat(felder.angaben()).containsOnlyKeys("plan");
        assertThat(felder.fremd()).containsExactlyInAnyOrder("frueher", "wann", "Rahmen");
    }

    @Test
    @DisplayName("Ein Wert von falscher Gestalt kommt in kein Feld, denn daran scheitert die Anzeige")
    void falscheGestalt() {
        Entwurfsfelder felder = von("titel", 7, "stunden", List.of(), "ja", "ja", "mehrere", List.of(Map.of()), "ort", "x", "plan", List.of("x"), "tag", Map.of());
        assertThat(felder.angaben()).isEmpty();
        assertThat(felder.unpassend()).containsExactly("Titel", "Stunden", "Ja", "Mehrere", "Ort", "Plan", "Tag");
    }
}
