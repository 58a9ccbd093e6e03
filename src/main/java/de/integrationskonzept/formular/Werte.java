package de.integrationskonzept.formular;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.core.JsonFactory;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;

/** Values of the engine as plain Java: text, number, truth, list and map. */
final class Werte {

    /** Nesting, text and number lengths that a form of ours can never need. */
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20).maxStringLength(100_000).maxNumberLength(50).maxDocumentLength(1_000_000L)
                            .build()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Werte() {
    }

    /** Thrown for what no field of a form can send. */
    static final class Unlesbar extends Exception {
    }

    static Object lies(TypedValue wert) throws Unlesbar {
        if (wert == null || wert.isTransient()) {
            if (wert != null && wert.getValue() != null) {
                throw new Unlesbar();
            }
            return null;
        }
        if (wert instanceof SerializableValue roh && "json".equals(wert.getType().getName())) {
            return roh.getValueSerialized() == null ? null : json(roh.getValueSerialized());
        }
        return einfach(wert.getValue());
    }

    private static Object einfach(Object wert) throws Unlesbar {
        if (wert == null || wert instanceof String || wert instanceof Boolean || wert instanceof Number) {
            return wert;
        }
        if (wert instanceof SpinJsonNode knoten) {
            return json(knoten.toString());
        }
        throw new Unlesbar();
    }

    static Object json(String text) throws Unlesbar {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException | StackOverflowError fehler) {
            throw new Unlesbar();
        }
    }
}
