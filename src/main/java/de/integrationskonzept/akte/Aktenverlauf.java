package de.integrationskonzept.akte;

import de.integrationskonzept.akte.Akteninhalt.Vorgang;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which steps of a file were done, when and by whom. Who may see that there is the file sees them by role; the person, only
 * who may also read what was answered. What is confidential is left out.
 */
@Component
public class Aktenverlauf {

    private static final String SCHRITTE = "select ID_, PROC_INST_ID_, TASK_DEF_KEY_, NAME_, END_TIME_, ASSIGNEE_ from ACT_HI_TASKINST "
            + "where ROOT_PROC_INST_ID_ in (%s) and DELETE_REASON_ = 'completed' order by END_TIME_, ID_";
    private static final String ROLLEN = "select TASK_ID_, GROUP_ID_ from ACT_HI_IDENTITYLINK where ROOT_PROC_INST_ID_ in (%s) "
            + "and TYPE_ = 'candidate' and GROUP_ID_ is not null and OPERATION_TYPE_ = 'add' order by TIMESTAMP_, ID_";
    private static final String PERSONEN = "select TASK_ID_, USER_ID_ from ACT_HI_OP_LOG where ROOT_PROC_INST_ID_ in (%s) "
            + "and OPERATION_TYPE_ = 'Complete' and TASK_ID_ is not null";
    private static final String ANGEKREUZT = "select PROC_INST_ID_, NAME_ from ACT_HI_VARINST where ROOT_PROC_INST_ID_ in (%s) "
            + "and VAR_TYPE_ = 'boolean' and LONG_ = 1 and (STATE_ is null or STATE_ <> 'DELETED')";

    private final JdbcTemplate jdbc;
    private final Akteninhalt inhalt;
    private final Aktensicht sicht;
    private final Leserecht leserecht;

    Aktenverlauf(JdbcTemplate jdbc, Akteninhalt inhalt, Aktensicht sicht, Leserecht leserecht) {
        this.jdbc = jdbc;
        this.inhalt = inhalt;
        this.sicht = sicht;
        this.leserecht = leserecht;
    }

    /**
     * A step that was done.
     *
     * @param schritt id in the model, {@code name} as it was read
     * @param person user id of who completed it, null when nobody did or the caller is not to know
     * @param rollen ids of the roles whose task it was
     * @param angekreuzt names of the boxes that are ticked in that process instance: a form may say by one that the step was
     *     recorded on somebody's behalf
     */
    public record Schritt(Vorgang vorgang, String schritt, String name, Instant ende, String person, Set<String> rollen, Set<String> angekreuzt) {
    }

    /**
     * The steps of the file in the order in which they were done.
     *
     * @throws de.integrationskonzept.engine.Refusal (404) when the caller sees no such file
     */
    public List<Schritt> lies(String id) {
        return schritte(umfeld(id));
    }

    /**
     * What a course is read in.
     *
     * @param mitPersonen whether the caller may read what was answered, and so who did it
     * @param vorgaenge by id, without what is confidential
     * @param wurzeln ids of their roots
     */
    record Umfeld(HistoricProcessInstance rahmen, boolean mitPersonen, Map<String, Vorgang> vorgaenge, Object[] wurzeln) {

        /** The statement with as many marks as there are roots. */
        String mitWurzeln(String sql) {
            return sql.formatted(String.join(", ", Collections.nCopies(wurzeln.length, "?")));
        }
    }

    /** The caller reads the course of the file; that is noted. */
    Umfeld umfeld(String id) {
        HistoricProcessInstance rahmen = leserecht.sichtbar(id);
        boolean mitPersonen = sicht.siehtInhalt(id);
        sicht.merke("Verlauf", id);
        Map<String, Vorgang> vorgaenge = inhalt.vorgaenge(rahmen, null);
        return new Umfeld(rahmen, mitPersonen, vorgaenge, vorgaenge.values().stream().map(Vorgang::wurzel).distinct().toArray());
    }

    List<Schritt> schritte(Umfeld umfeld) {
        Map<String, Set<String>> rollen = gruppiert(ROLLEN, umfeld);
        Map<String, Set<String>> personen = umfeld.mitPersonen() ? gruppiert(PERSONEN, umfeld) : Map.of();
        Map<String, Set<String>> angekreuzt = gruppiert(ANGEKREUZT, umfeld);
        List<Schritt> schritte = new ArrayList<>();
        jdbc.query(umfeld.mitWurzeln(SCHRITTE), zeile -> {
            Vorgang vorgang = umfeld.vorgaenge().get(zeile.getString("PROC_INST_ID_"));
            if (vorgang != null) {
                String aufgabe = zeile.getString("ID_");
                String zustaendig = umfeld.mitPersonen() ? zeile.getString("ASSIGNEE_") : null;
                schritte.add(new Schritt(vorgang, zeile.getString("TASK_DEF_KEY_"), zeile.getString("NAME_"), zeile.getTimestamp("END_TIME_").toInstant(),
                        personen.getOrDefault(aufgabe, Set.of()).stream().findFirst().orElse(zustaendig), rollen.getOrDefault(aufgabe, Set.of()),
                        angekreuzt.getOrDefault(vorgang.id(), Set.of())));
            }
        }, umfeld.wurzeln());
        return schritte;
    }

    private Map<String, Set<String>> gruppiert(String sql, Umfeld umfeld) {
        Map<String, Set<String>> gruppen = new HashMap<>();
        jdbc.query(umfeld.mitWurzeln(sql), zeile -> {
            if (zeile.getString(2) != null) {
                gruppen.computeIfAbsent(zeile.getString(1), k -> new LinkedHashSet<>()).add(zeile.getString(2));
            }
        }, umfeld.wurzeln());
        return gruppen;
    }
}
