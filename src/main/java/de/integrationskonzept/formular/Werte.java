package de.integrationskonzept.formular;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.core.JsonFactory;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
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

    /** Stands for what no field of a form can send: of no field's type, so every rule refuses it. */
    static final Object UNLESBAR = new Object();

    private Werte() {
    }

    static Object lies(TypedValue wert) {
        if (wert == null) {
            return null;
        }
        if (wert.isTransient()) {
            return UNLESBAR;
        }
        if (wert instanceof SerializableValue roh) {
            return serialisiert(roh);
        }
        return einfach(wert.getValue());
    }

    /** Objects of Java and Xml are never unpacked: no field sends them. Json is for lists and groups, texts come as text. */
    private static Object serialisiert(SerializableValue roh) {
        if (!"json".equals(roh.getType().getName())) {
            return UNLESBAR;
        }
        Object wert = roh.getValueSerialized() == null ? null : json(roh.getValueSerialized());
        return wert == null || wert instanceof List || wert instanceof Map ? wert : UNLESBAR;
    }

    private static Object einfach(Object wert) {
        if (wert == null || wert instanceof String || wert instanceof Boolean || wert instanceof Number) {
            return wert;
        }
        return wert instanceof SpinJsonNode knoten ? json(knoten.toString()) : UNLESBAR;
    }

    /** An object as it was sent, empty when it is none or larger than forms can be. */
    @SuppressWarnings("unchecked")
    static Optional<Map<String, Object>> objekt(String text) {
        return text != null && json(text) instanceof Map<?, ?> objekt ? Optional.of((Map<String, Object>) objekt) : Optional.empty();
    }

    static String json(Map<String, Object> objekt) {
        try {
            return JSON.writeValueAsString(objekt);
        } catch (JsonProcessingException unmoeglich) {
            throw new IllegalStateException(unmoeglich);
        }
    }

    private static Object json(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException | StackOverflowError fehler) {
            return UNLESBAR;
        }
    }

    /** The same for the reader: 3 and 3.0 are, a date and its text are. */
    static boolean gleich(Object eins, Object zwei) {
        if (eins instanceof Number a && zwei instanceof Number b) {
            return a.doubleValue() == b.doubleValue();
        }
        if (eins instanceof List<?> a && zwei instanceof List<?> b) {
            return a.size() == b.size() && IntStream.range(0, a.size()).allMatch(i -> gleich(a.get(i), b.get(i)));
        }
        if (eins instanceof Map<?, ?> a && zwei instanceof Map<?, ?> b) {
            return a.keySet().equals(b.keySet()) && a.keySet().stream().allMatch(k -> gleich(a.get(k), b.get(k)));
        }
        return Objects.equals(eins, zwei instanceof TemporalAccessor zeit ? zeit.toString() : zwei);
    }
}
