package de.integrationskonzept.akte;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The variables of process instances, as they are or as the history says they were; the engine would load each list by itself. */
@Component
class Variablenstand {

    private static final int SEITE = 1000;

    private static final String JETZT = "select V.PROC_INST_ID_, V.NAME_, V.VAR_TYPE_, V.DOUBLE_, V.LONG_, V.TEXT_, B.BYTES_ from ACT_HI_VARINST V "
            + "left join ACT_GE_BYTEARRAY B on B.ID_ = V.BYTEARRAY_ID_ where V.ACT_INST_ID_ = V.PROC_INST_ID_ and V.TASK_ID_ is null "
            + "and (V.STATE_ is null or V.STATE_ <> 'DELETED') and V.PROC_INST_ID_ in (%s) order by V.CREATE_TIME_, V.ID_";

    /** A variable that was removed and made anew is another one, and the younger counts. */
    private static final String DAMALS = "select X.PROC_INST_ID_, X.NAME_, X.VAR_TYPE_, X.DOUBLE_, X.LONG_, X.TEXT_, B.BYTES_ from (select D.*, "
            + "row_number() over (partition by D.VAR_INST_ID_ order by D.SEQUENCE_COUNTER_ desc, D.TIME_ desc, D.ID_ desc) as NEUESTE_ "
            + "from ACT_HI_DETAIL D join ACT_HI_VARINST V on V.ID_ = D.VAR_INST_ID_ where D.TYPE_ = 'VariableUpdate' "
            + "and V.ACT_INST_ID_ = V.PROC_INST_ID_ and V.TASK_ID_ is null and D.PROC_INST_ID_ in (%s) and D.TIME_ < ?) X "
            + "left join ACT_GE_BYTEARRAY B on B.ID_ = X.BYTEARRAY_ID_ where X.NEUESTE_ = 1 order by X.TIME_, X.ID_";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    Variablenstand(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    interface Leser {

        void nimm(String vorgang, String name, Object wert);
    }

    /** @param bis null for now */
    void lies(Collection<String> vorgaenge, Instant bis, Leser leser) {
        List<String> alle = List.copyOf(vorgaenge);
        for (int i = 0; i < alle.size(); i += SEITE) {
            List<Object> werte = new ArrayList<>(alle.subList(i, Math.min(i + SEITE, alle.size())));
            String marken = String.join(", ", Collections.nCopies(werte.size(), "?"));
            if (bis != null) {
                werte.add(Timestamp.from(bis));
            }
            jdbc.query((bis == null ? JETZT : DAMALS).formatted(marken), zeile -> {
                Object wert = wert(zeile);
                if (wert != null) {
                    leser.nimm(zeile.getString("PROC_INST_ID_"), zeile.getString("NAME_"), wert);
                }
            }, werte.toArray());
        }
    }

    /** Null for what is null and for what no form and no rule of ours makes, for example objects of Java. */
    private Object wert(ResultSet zeile) throws SQLException {
        return switch (zeile.getString("VAR_TYPE_")) {
            case "string" -> zeile.getString("TEXT_");
            case "boolean" -> zahl(zeile, "LONG_", wahr -> wahr.longValue() == 1);
            case "integer", "long", "short" -> zahl(zeile, "LONG_", Number::longValue);
            case "double" -> zahl(zeile, "DOUBLE_", Number::doubleValue);
            case "date" -> zahl(zeile, "LONG_", zeit -> Stichtag.am(Instant.ofEpochMilli(zeit.longValue())).toString());
            case "json" -> json(zeile.getBytes("BYTES_"));
            default -> null;
        };
    }

    private static Object zahl(ResultSet zeile, String spalte, Function<Number, Object> als) throws SQLException {
        Number zahl = (Number) zeile.getObject(spalte);
        return zahl == null ? null : als.apply(zahl);
    }

    private Object json(byte[] bytes) {
        try {
            return bytes == null ? null : json.readTree(bytes);
        } catch (IOException unlesbar) {
            throw new UncheckedIOException(unlesbar);
        }
    }
}
