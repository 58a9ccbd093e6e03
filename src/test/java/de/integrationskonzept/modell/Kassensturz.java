package de.integrationskonzept.modell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything that running files consist of, by SQL: what was there before a move must be there after it, with the same content. */
record Kassensturz(Map<String, Map<String, List<Object>>> posten) {

    private static final Map<String, String> FRAGEN = Map.of(
            "Aufgaben", "select T.ID_, T.ASSIGNEE_, T.OWNER_, T.DUE_DATE_, T.FOLLOW_UP_DATE_, T.PRIORITY_, T.CREATE_TIME_, "
                    + "T.SUSPENSION_STATE_, T.PROC_INST_ID_ "
                    + "from ACT_RU_TASK T",
            "Angaben", "select V.ID_, V.NAME_, V.TYPE_, V.TEXT_, V.TEXT2_, V.LONG_, V.DOUBLE_, V.PROC_INST_ID_, B.BYTES_ from ACT_RU_VARIABLE V "
                    + "left join ACT_GE_BYTEARRAY B on B.ID_ = V.BYTEARRAY_ID_",
            "Frühere Angaben", "select V.ID_, V.NAME_, V.VAR_TYPE_, V.TEXT_, V.TEXT2_, V.LONG_, V.DOUBLE_, V.PROC_INST_ID_, B.BYTES_ "
                    + "from ACT_HI_VARINST V left join ACT_GE_BYTEARRAY B on B.ID_ = V.BYTEARRAY_ID_",
            "Termine", "select J.ID_, J.TYPE_, J.HANDLER_TYPE_, J.DUEDATE_, J.RETRIES_, J.PROCESS_INSTANCE_ID_ from ACT_RU_JOB J where "
                    + "J.HANDLER_TYPE_ <> 'modell-umzug'",
            "Ereignisse", "select S.ID_, S.EVENT_TYPE_, S.EVENT_NAME_, S.PROC_INST_ID_ from ACT_RU_EVENT_SUBSCR S",
            "Vorfälle", "select I.ID_, I.INCIDENT_TYPE_, I.PROC_INST_ID_ from ACT_RU_INCIDENT I",
            "Bemerkungen", "select C.ID_, C.MESSAGE_, C.TASK_ID_ from ACT_HI_COMMENT C",
            "Vorgänge", "select E.ID_, E.BUSINESS_KEY_, E.SUPER_EXEC_, E.ROOT_PROC_INST_ID_ from ACT_RU_EXECUTION E where E.PARENT_ID_ is null",
            "Lagen", "select L.PROZESSINSTANZ, L.AKTENZEICHEN, L.STAND, L.PHASE, L.PHASE_NR, L.AMPEL, L.GEPLANT, L.ERWARTET, L.NAECHSTER from "
                    + "IK_LAGE L");

    static Kassensturz mache(JdbcTemplate jdbc) {
        Map<String, Map<String, List<Object>>> posten = new LinkedHashMap<>();
        FRAGEN.forEach((art, frage) -> {
            Map<String, List<Object>> zeilen = posten.computeIfAbsent(art, a -> new LinkedHashMap<>());
            jdbc.query(frage, zeile -> {
                List<Object> werte = new ArrayList<>();
                for (int spalte = 2; spalte <= zeile.getMetaData().getColumnCount(); spalte++) {
                    boolean bytes = zeile.getMetaData().getColumnName(spalte).equalsIgnoreCase("BYTES_");
                    werte.add(bytes ? Arrays.hashCode(zeile.getBytes(spalte)) : zeile.getObject(spalte));
                }
                zeilen.put(zeile.getString(1), werte);
            });
        });
        return new Kassensturz(posten);
    }

    int anzahl(String art) {
        return posten.get(art).size();
    }

    /** What was there before and is not there any more, or is something else. */
    List<String> verluste(Kassensturz nachher) {
        List<String> verluste = new ArrayList<>();
        posten.forEach((art, zeilen) -> zeilen.forEach((id, werte) -> {
            List<Object> jetzt = nachher.posten.get(art).get(id);
            if (!werte.equals(jetzt)) {
                verluste.add(art + " " + id + ": " + werte + " → " + jetzt);
            }
        }));
        return verluste;
    }
}
