package de.integrationskonzept.zeitplan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** The plan as the Json variable that forms, rules and Cockpit can read. */
final class PlanJson {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    private PlanJson() {
    }

    static Plan lies(Object variable) {
        try {
            return variable instanceof SpinJsonNode knoten ? JSON.readValue(knoten.toString(), Plan.class) : null;
        } catch (JsonProcessingException unlesbar) {
            throw new IllegalStateException("The variable plan holds no plan", unlesbar);
        }
    }

    static SpinJsonNode schreibe(Plan plan) {
        try {
            return Spin.JSON(JSON.writeValueAsString(plan));
        } catch (JsonProcessingException unmoeglich) {
            throw new IllegalStateException(unmoeglich);
        }
    }
}
