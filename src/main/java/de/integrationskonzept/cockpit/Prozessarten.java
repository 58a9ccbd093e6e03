package de.integrationskonzept.cockpit;

import de.integrationskonzept.engine.ConfidentialProcesses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What models say about themselves by properties of their process: {@code vertraulich}, then nobody is told of them; and
 * {@code stehtBereit}, then their tasks are there all the time and nobody is waited for.
 */
@Component
public class Prozessarten {

    private static final String STEHT_BEREIT = "stehtBereit";

    private final JdbcTemplate jdbc;
    private final ProcessEngine engine;
    private final ConfidentialProcesses vertraulich;
    private final Map<String, Boolean> bereite = new ConcurrentHashMap<>();

    Prozessarten(JdbcTemplate jdbc, ProcessEngine engine, ConfidentialProcesses vertraulich) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.vertraulich = vertraulich;
    }

    /** Definitions that nobody is told of; never empty, so that SQL can ask for it. */
    public List<String> vertrauliche() {
        return alle(vertraulich::contains);
    }

    /** Definitions whose tasks are there all the time; never empty, either. */
    public List<String> bereitstehende() {
        return alle(this::stehtBereit);
    }

    private List<String> alle(Predicate<String> welche) {
        List<String> alle = new ArrayList<>(jdbc.queryForList("select ID_ from ACT_RE_PROCDEF", String.class));
        alle.removeIf(welche.negate());
        alle.add("-");
        return alle;
    }

    boolean stehtBereit(String definition) {
        return bereite.computeIfAbsent(definition, this::lies);
    }

    private boolean lies(String definition) {
        return ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getCommandExecutorTxRequired().execute(kontext -> kontext
                .runWithoutAuthorization(() -> engine.getRepositoryService().getBpmnModelInstance(definition).getModelElementsByType(Process.class).stream()
                        .filter(prozess -> prozess.getExtensionElements() != null)
                        .flatMap(prozess -> prozess.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                        .flatMap(eigenschaften -> eigenschaften.getCamundaProperties().stream())
                        .anyMatch(e -> STEHT_BEREIT.equals(e.getCamundaName()) && "true".equals(e.getCamundaValue()))));
    }
}
