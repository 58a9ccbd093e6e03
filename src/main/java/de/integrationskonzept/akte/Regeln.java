package de.integrationskonzept.akte;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.engine.Wordless;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The deployed decisions, asked for what somebody wants to see of a file. They only calculate: they are evaluated outside of the process engine, so
 * that no copy of what stands in a file is left behind in the history of decisions, which outlives it.
 */
@Component
public class Regeln {

    private static final Logger LOG = LoggerFactory.getLogger(Regeln.class);

    private static final String FASSUNGEN = "select D.ID_, D.DEPLOYMENT_ID_, D.RESOURCE_NAME_, P.DEPLOY_TIME_ from ACT_RE_DECISION_DEF D "
            + "join ACT_RE_DEPLOYMENT P on P.ID_ = D.DEPLOYMENT_ID_ where D.KEY_ = ? and D.TENANT_ID_ is null order by D.VERSION_";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final DmnEngine dmn = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> gelesen = new ConcurrentHashMap<>();
    private final Map<String, Function<Map<String, Object>, JsonNode>> fragen = new ConcurrentHashMap<>();

    Regeln(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Fassung(String id, String deployment, String datei, Instant seit) {
    }

    /**
     * The result: of a table one row or a list of them, of an expression its value; missing when no rule fits.
     *
     * @param schluessel key of the decision
     * @param bis versions that were deployed later are not looked at; null for now
     * @param angaben plain values, see {@link Angaben}
     * @throws Refusal (409) when there is no such decision, or it cannot work with these values
     */
    public JsonNode werte(String schluessel, Instant bis, Map<String, Object> angaben) {
        return werte(schluessel, fassung(schluessel, bis), angaben);
    }

    /**
     * The decision as it is deployed now, to be asked many times: it is looked up once, and is the same object until another version is deployed.
     *
     * @throws Refusal (409) when there is none, or, when asked, it cannot work with the values
     */
    public Function<Map<String, Object>, JsonNode> regel(String schluessel) {
        Fassung fassung = fassung(schluessel, null);
        return fragen.computeIfAbsent(fassung.id(), id -> angaben -> werte(schluessel, fassung, angaben));
    }

    private JsonNode werte(String schluessel, Fassung fassung, Map<String, Object> angaben) {
        try {
            DmnDecision regel = gelesen.computeIfAbsent(fassung.id(), id -> lies(schluessel, fassung));
            List<Map<String, Object>> zeilen = dmn.evaluateDecision(regel, angaben).getResultList();
            return zeilen.size() == 1 ? eine(zeilen.get(0)) : zeilen.isEmpty() ? MissingNode.getInstance() : json.valueToTree(zeilen);
        } catch (DmnEngineException fehler) {
            throw kommtNichtZurecht(schluessel, fehler);
        }
    }

    static Refusal kommtNichtZurecht(String schluessel, Exception fehler) {
        LOG.error("decision {} cannot be evaluated for a file", schluessel, Wordless.of(fehler));
        return new Refusal(CONFLICT, "Die Regel „" + schluessel + "“ kommt mit den Angaben dieser Akte nicht zurecht. Bitte geben Sie der "
                + "Modellpflege Bescheid.");
    }

    /** An expression has one value, which may be a list or an object itself. */
    private JsonNode eine(Map<String, Object> zeile) {
        JsonNode baum = json.valueToTree(zeile);
        return baum.size() == 1 && baum.elements().next().isContainerNode() ? baum.elements().next() : baum;
    }

    private Fassung fassung(String schluessel, Instant bis) {
        return jdbc.query(FASSUNGEN, (zeile, nummer) -> new Fassung(zeile.getString("ID_"), zeile.getString("DEPLOYMENT_ID_"),
                        zeile.getString("RESOURCE_NAME_"), zeile.getTimestamp("DEPLOY_TIME_").toInstant()), schluessel).stream()
                .reduce((alt, neu) -> bis == null || neu.seit().isBefore(bis) ? neu : alt)
                .orElseThrow(() -> new Refusal(CONFLICT, "Hierfür wird die Regel „" + schluessel + "“ gebraucht, aber die gibt es nicht. Bitte geben "
                        + "Sie der Modellpflege Bescheid."));
    }

    private DmnDecision lies(String schluessel, Fassung fassung) {
        return dmn.parseDecision(schluessel, new ByteArrayInputStream(jdbc.queryForObject(
                "select BYTES_ from ACT_GE_BYTEARRAY where DEPLOYMENT_ID_ = ? and NAME_ = ?", byte[].class, fassung.deployment(), fassung.datei())));
    }
}
