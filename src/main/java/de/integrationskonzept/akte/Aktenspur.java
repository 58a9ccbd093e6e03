package de.integrationskonzept.akte;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Through which elements of its models the root of a process instance has come, and what the file says about itself. Names of
 * steps and when they were done, never what was answered. Three statements, however many files there are.
 */
@Component
public class Aktenspur {

    private static final String ELEMENTE = "select A.PROC_INST_ID_, A.PROC_DEF_ID_, A.ACT_ID_, A.ACT_TYPE_, A.END_TIME_, A.CALL_PROC_INST_ID_, A.TASK_ID_, "
            + "A.SEQUENCE_COUNTER_ from ACT_HI_PROCINST P join ACT_HI_ACTINST A on A.ROOT_PROC_INST_ID_ = P.ROOT_PROC_INST_ID_ "
            + "where P.ID_ = ? and A.ACT_INST_STATE_ <> 2 order by A.SEQUENCE_COUNTER_, A.START_TIME_, A.ID_";
    /** Of the root, and where it has none, of the frame of the file. */
    private static final String KOPF = "select V.NAME_, V.TEXT_, B.BYTES_ from ACT_HI_PROCINST P join ACT_HI_PROCINST R on R.ID_ = P.ROOT_PROC_INST_ID_ "
            + "left join IK_AKTE K on K.AKTENZEICHEN = R.BUSINESS_KEY_ and K.KOMMUNE = R.TENANT_ID_ "
            + "join ACT_HI_VARINST V on V.PROC_INST_ID_ in (R.ID_, K.PROZESSINSTANZ) and V.ACT_INST_ID_ = V.PROC_INST_ID_ and V.TASK_ID_ is null "
            + "and V.NAME_ in ('aktenname', 'kommuneName', 'phase', 'plan') and (V.STATE_ is null or V.STATE_ <> 'DELETED') "
            + "left join ACT_GE_BYTEARRAY B on B.ID_ = V.BYTEARRAY_ID_ "
            + "where P.ID_ = ? order by case when V.PROC_INST_ID_ = R.ID_ then 1 else 0 end";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    Aktenspur(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * An element of a model that was reached.
     *
     * @param vorgang process instance, {@code definition} its version
     * @param ende null while it is at work
     * @param gerufen process instance that it called, null for none
     * @param folge grows along the way of an instance
     */
    public record Element(String vorgang, String definition, String id, String art, Instant ende, String gerufen, String aufgabe, long folge) {
    }

    /**
     * @param phasen names of the phases of the plan in their order, empty without a plan
     * @param phase the one that the file is in, null when it has none
     * @param elemente in the order in which they were reached
     * @param aufrufe where each called process instance was called
     */
    public record Spur(String akte, String kommune, String phase, List<String> phasen, List<Element> elemente, Map<String, Element> aufrufe) {

        /** Where that process instance was called, empty for a root. */
        public Optional<Element> aufruf(String vorgang) {
            return Optional.ofNullable(aufrufe.get(vorgang));
        }

        /** When the element was reached in that instance at last, before the given point of the way. */
        public Optional<Element> zuletzt(String vorgang, String id, long vor) {
            return elemente.stream().filter(e -> e.vorgang().equals(vorgang) && e.id().equals(id) && e.folge() < vor)
                    .max(Comparator.comparingLong(Element::folge));
        }
    }

    /** @param vorgang id of a process instance that the caller may know about */
    public Spur lies(String vorgang) {
        List<Element> elemente = jdbc.query(ELEMENTE, (zeile, i) -> new Element(zeile.getString("PROC_INST_ID_"), zeile.getString("PROC_DEF_ID_"),
                zeile.getString("ACT_ID_"), zeile.getString("ACT_TYPE_"), zeile.getTimestamp("END_TIME_") == null ? null
                : zeile.getTimestamp("END_TIME_").toInstant(), zeile.getString("CALL_PROC_INST_ID_"), zeile.getString("TASK_ID_"),
                zeile.getLong("SEQUENCE_COUNTER_")), vorgang);
        Map<String, Element> aufrufe = new HashMap<>();
        elemente.stream().filter(e -> e.gerufen() != null).forEach(e -> aufrufe.put(e.gerufen(), e));
        Map<String, String> kopf = new HashMap<>();
        Set<String> phasen = new LinkedHashSet<>();
        jdbc.query(KOPF, zeile -> {
            byte[] plan = zeile.getBytes("BYTES_");
            if (plan != null && zeile.getString("NAME_").equals("plan")) {
                phasen.clear();
                lies(plan).path("meilensteine").forEach(m -> phasen.add(m.path("phase").asText()));
            } else if (zeile.getString("TEXT_") != null) {
                kopf.put(zeile.getString("NAME_"), zeile.getString("TEXT_"));
            }
        }, vorgang);
        return new Spur(kopf.get("aktenname"), kopf.get("kommuneName"), kopf.get("phase"), new ArrayList<>(phasen), elemente, aufrufe);
    }

    /** Roles whose task it was or is. */
    public List<String> rollen(String aufgabe) {
        return jdbc.queryForList("select distinct GROUP_ID_ from ACT_HI_IDENTITYLINK where TASK_ID_ = ? and TYPE_ = 'candidate' "
                + "and GROUP_ID_ is not null and OPERATION_TYPE_ = 'add' order by GROUP_ID_", String.class, aufgabe);
    }

    private JsonNode lies(byte[] plan) {
        try {
            return json.readTree(plan);
        } catch (IOException unlesbar) {
            throw new UncheckedIOException(unlesbar);
        }
    }
}
