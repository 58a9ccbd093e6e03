package de.integrationskonzept.akte;

import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.akte.Akteninhalt.Vorgang;
import de.integrationskonzept.engine.ConfidentialProcesses;
import de.integrationskonzept.engine.Refusal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.pvm.runtime.ActivityInstanceState;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How far one process instance has come, running or finished: when each step was begun and done, by role and without answers.
 * It may be seen by who sees the file that it belongs to, or whom the engine shows its history; never when it is confidential.
 */
@Component
public class Vorgangssicht {

    private static final String LAEUFE = "select A.ACT_ID_, A.START_TIME_, A.END_TIME_, A.ACT_INST_STATE_, A.CALL_PROC_INST_ID_, A.TASK_ID_, T.DUE_DATE_ "
            + "from ACT_HI_ACTINST A left join ACT_HI_TASKINST T on T.ID_ = A.TASK_ID_ where A.PROC_INST_ID_ = ? order by A.START_TIME_, A.ID_";
    private static final String ROLLEN = "select L.TASK_ID_, L.GROUP_ID_ from ACT_HI_IDENTITYLINK L join ACT_HI_TASKINST T on T.ID_ = L.TASK_ID_ "
            + "where T.PROC_INST_ID_ = ? and L.TYPE_ = 'candidate' and L.OPERATION_TYPE_ = 'add' and L.GROUP_ID_ is not null order by L.TIMESTAMP_, L.ID_";
    private static final String ZUSATZ = "select TEXT_ from ACT_HI_VARINST where PROC_INST_ID_ = ? and NAME_ = 'kartenzusatz' and TEXT_ is not null "
            + "and (STATE_ is null or STATE_ <> 'DELETED')";

    private final ProcessEngine engine;
    private final JdbcTemplate jdbc;
    private final Aktenaufgaben aufgaben;
    private final Aktenverlauf verlauf;
    private final ConfidentialProcesses vertraulich;

    Vorgangssicht(ProcessEngine engine, JdbcTemplate jdbc, Aktenaufgaben aufgaben, Aktenverlauf verlauf, ConfidentialProcesses vertraulich) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.aufgaben = aufgaben;
        this.verlauf = verlauf;
        this.vertraulich = vertraulich;
    }

    /**
     * @param akte id of the frame of its file, null when it belongs to none
     * @param zusatz what tells it apart from others of the same name, null for nothing
     * @param laeufe by id of the step, in their order
     * @param sichtbar ids of the process instances that the caller may open from here
     */
    public record Sicht(String akte, Vorgang vorgang, String zusatz, Map<String, List<Lauf>> laeufe, Set<String> sichtbar) {
    }

    /**
     * One time that a step was gone through.
     *
     * @param ende null while it is open, {@code abgebrochen} ended without being done
     * @param faellig due date of a task, null without one
     * @param rollen ids of the groups whose task it was
     * @param gerufen process instance that it called, null for none
     */
    public record Lauf(Instant beginn, Instant ende, boolean abgebrochen, Instant faellig, Set<String> rollen, String gerufen) {
    }

    /** @throws Refusal (404) when the caller sees no such process instance */
    public Sicht lies(String id) {
        String akte = aufgaben.akteVon(id).orElse(null);
        Map<String, Vorgang> vorgaenge = akte == null ? ohneAkte(id) : verlauf.umfeld(akte).vorgaenge();
        Vorgang vorgang = vorgaenge.get(id);
        if (vorgang == null) {
            throw fehlt();
        }
        return new Sicht(akte, vorgang, jdbc.queryForList(ZUSATZ, String.class, id).stream().findFirst().orElse(null), laeufe(id), vorgaenge.keySet());
    }

    private Map<String, Vorgang> ohneAkte(String id) {
        HistoricProcessInstance vorgang = engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(id).singleResult();
        if (vorgang == null || vertraulich.contains(vorgang.getProcessDefinitionId())) {
            return Map.of();
        }
        return Map.of(id, new Vorgang(id, vorgang.getRootProcessInstanceId(), vorgang.getProcessDefinitionKey(), vorgang.getProcessDefinitionId(),
                vorgang.getStartTime().toInstant(), vorgang.getEndTime() == null ? null : vorgang.getEndTime().toInstant(), new LinkedHashMap<>()));
    }

    private Map<String, List<Lauf>> laeufe(String id) {
        Map<String, Set<String>> rollen = new HashMap<>();
        jdbc.query(ROLLEN, zeile -> {
            rollen.computeIfAbsent(zeile.getString(1), t -> new LinkedHashSet<>()).add(zeile.getString(2));
        }, id);
        Map<String, List<Lauf>> laeufe = new LinkedHashMap<>();
        jdbc.query(LAEUFE, zeile -> {
            String aufgabe = zeile.getString("TASK_ID_");
            laeufe.computeIfAbsent(zeile.getString("ACT_ID_"), s -> new ArrayList<>()).add(new Lauf(zeit(zeile.getTimestamp("START_TIME_")),
                    zeit(zeile.getTimestamp("END_TIME_")), zeile.getInt("ACT_INST_STATE_") == ActivityInstanceState.CANCELED.getStateCode(),
                    zeit(zeile.getTimestamp("DUE_DATE_")), aufgabe == null ? Set.of() : rollen.getOrDefault(aufgabe, Set.of()),
                    zeile.getString("CALL_PROC_INST_ID_")));
        }, id);
        return laeufe;
    }

    private static Instant zeit(Timestamp zeit) {
        return zeit == null ? null : zeit.toInstant();
    }

    private static Refusal fehlt() {
        return new Refusal(NOT_FOUND, "Diesen Vorgang gibt es nicht, oder Sie haben keinen Zugriff darauf. Bitte gehen Sie zurück zur Übersicht.");
    }
}
