package de.integrationskonzept.akte;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The years of implementation of a file: roots of their own that carry its Aktenzeichen and the variable {@code jahr}.
 * One statement for all of them; the engine's own query would load each report by itself.
 */
@Component
class Jahre {

    private static final String ALLE = "select P.ID_, P.START_TIME_, P.END_TIME_, V.NAME_, V.TEXT_, B.BYTES_ from ACT_HI_PROCINST P "
            + "join ACT_HI_VARINST V on V.PROC_INST_ID_ = P.ID_ and V.ACT_INST_ID_ = P.ID_ "
            + "and V.NAME_ in ('jahr', 'berichtTermin', 'zyklusStand', 'jahresbericht') "
            + "left join ACT_GE_BYTEARRAY B on B.ID_ = V.BYTEARRAY_ID_ "
            + "where P.BUSINESS_KEY_ = ? and P.TENANT_ID_ = ? and P.SUPER_PROCESS_INSTANCE_ID_ is null and P.ID_ <> ? "
            + "order by P.START_TIME_, P.ID_";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    Jahre(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param termin day on which the report of the year is due
     * @param stand wartet, läuft, versäumt (the next year has begun, the report is still open) or abgeschlossen
     * @param versaeumt also after the report was handed in late
     * @param bericht what was reported, null when there is no report yet
     */
    record Jahr(String id, String jahr, String termin, Instant beginn, Instant ende, String stand, boolean versaeumt,
            JsonNode bericht) {

        Jahr ohneBericht() {
            return new Jahr(id, jahr, termin, beginn, ende, stand, versaeumt, null);
        }
    }

    /** @param mitInhalt whether what was reported may be seen, or only that it was */
    List<Jahr> von(HistoricProcessInstance rahmen, boolean mitInhalt) {
        Map<String, Map<String, Object>> jahre = new LinkedHashMap<>();
        jdbc.query(ALLE, zeile -> {
            merke(jahre.computeIfAbsent(zeile.getString("ID_"), id -> new HashMap<>()), zeile);
        }, rahmen.getBusinessKey(), rahmen.getTenantId(), rahmen.getId());
        return jahre.entrySet().stream().filter(j -> j.getValue().get("jahr") != null)
                .map(j -> jahr(j.getKey(), j.getValue())).map(j -> mitInhalt ? j : j.ohneBericht()).toList();
    }

    private void merke(Map<String, Object> jahr, ResultSet zeile) throws SQLException {
        jahr.put("beginn", zeit(zeile.getTimestamp("START_TIME_")));
        jahr.put("ende", zeit(zeile.getTimestamp("END_TIME_")));
        byte[] bytes = zeile.getBytes("BYTES_");
        jahr.put(zeile.getString("NAME_"), bytes == null ? zeile.getString("TEXT_") : lies(bytes));
    }

    private static Jahr jahr(String id, Map<String, Object> werte) {
        Instant ende = (Instant) werte.get("ende");
        boolean versaeumt = "versaeumt".equals(werte.get("zyklusStand"));
        String stand = ende != null ? "abgeschlossen" : versaeumt ? "versäumt" : "laeuft".equals(werte.get("zyklusStand")) ? "läuft" : "wartet";
        return new Jahr(id, (String) werte.get("jahr"), (String) werte.get("berichtTermin"), (Instant) werte.get("beginn"), ende, stand,
                versaeumt, (JsonNode) werte.get("jahresbericht"));
    }

    private JsonNode lies(byte[] bytes) {
        try {
            return json.readTree(bytes);
        } catch (IOException unlesbar) {
            throw new UncheckedIOException(unlesbar);
        }
    }

    private static Instant zeit(Timestamp zeit) {
        return zeit == null ? null : zeit.toInstant();
    }
}
