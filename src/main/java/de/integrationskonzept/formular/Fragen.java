package de.integrationskonzept.formular;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the forms of a version of a process ask. One statement for all forms that are not known yet. */
@Component
public class Fragen {

    private static final String FASSUNGEN = "select F.KEY_, F.ID_, F.DEPLOYMENT_ID_, F.RESOURCE_NAME_, D.DEPLOY_TIME_ from ACT_RE_CAMFORMDEF F "
            + "join ACT_RE_DEPLOYMENT D on D.ID_ = F.DEPLOYMENT_ID_ where F.TENANT_ID_ is null order by F.VERSION_";

    private final ProcessEngine engine;
    private final Formulare formulare;
    private final JdbcTemplate jdbc;
    private final Map<String, Verweise> gelesen = new ConcurrentHashMap<>();

    Fragen(ProcessEngine engine, Formulare formulare, JdbcTemplate jdbc) {
        this.engine = engine;
        this.formulare = formulare;
        this.jdbc = jdbc;
    }

    private record Fassung(String id, String deployment, String datei) {
    }

    /** The forms that a version of a process names: at its start, then at its tasks. */
    private record Verweise(String deployment, List<Verweis> formulare) {
    }

    /** @param schritt id of the task, empty for the start */
    private record Verweis(String schritt, FormDefinition form) {
    }

    /**
     * The questions by version of the process. A version that is no longer there asks nothing.
     *
     * @param definitionen ids of process definitions
     * @param bis forms that were deployed later are not looked at; null for now
     */
    public Map<String, Fragebogen> zu(Collection<String> definitionen, Instant bis) {
        Map<String, Fragebogen> fragen = new LinkedHashMap<>();
        jeSchritt(definitionen, bis).forEach((id, schritte) -> fragen.put(id, new Fragebogen(schritte.stream().flatMap(s -> s.fragen().stream()).toList())));
        return fragen;
    }

    /** As {@link #zu}, apart by the places where they are asked, start form first. */
    public Map<String, List<Schrittfragen>> jeSchritt(Collection<String> definitionen, Instant bis) {
        Map<String, Fassung> fassungen = fassungen(bis);
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(context -> {
            Map<String, List<Schrittfragen>> fragen = new LinkedHashMap<>();
            definitionen.stream().distinct().forEach(id -> fragen.put(id, schritte(id, fassungen)));
            return fragen;
        });
    }

    private List<Schrittfragen> schritte(String definition, Map<String, Fassung> fassungen) {
        Verweise verweise = gelesen.computeIfAbsent(definition, this::verweise);
        return verweise.formulare().stream().flatMap(v -> formular(v.form(), verweise.deployment(), fassungen).stream()
                .map(f -> new Schrittfragen(v.schritt(), Frage.aus(f.felder()).toList(), f.feldMit("capability", "imAuftrag").orElse(null)))).toList();
    }

    /** The latest form of its name, unless the model names a version. */
    private Optional<Formular> formular(FormDefinition form, String deployment, Map<String, Fassung> fassungen) {
        if (form.getCamundaFormDefinitionKey() != null && "latest".equals(form.getCamundaFormDefinitionBinding())) {
            return Optional.ofNullable(fassungen.get(form.getCamundaFormDefinitionKey().getExpressionText()))
                    .map(f -> formulare.fassung(f.id(), f.deployment(), f.datei()));
        }
        return formulare.finde(form, StartProcessVariableScope.getSharedInstance(), deployment);
    }

    private Verweise verweise(String definition) {
        ProcessDefinitionEntity gefunden;
        try {
            gefunden = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDeploymentCache()
                    .findDeployedProcessDefinitionById(definition);
        } catch (NullValueException weg) {
            return new Verweise(null, List.of());
        }
        return new Verweise(gefunden.getDeploymentId(), Stream.concat(Stream.of(new Verweis("", gefunden.getStartFormDefinition())),
                gefunden.getTaskDefinitions().values().stream().sorted(Comparator.comparing(t -> t.getKey()))
                        .map(t -> new Verweis(t.getKey(), t.getFormDefinition()))).filter(v -> v.form() != null).toList());
    }

    /** By key of the form; what was not there by then counts as it was at first. */
    private Map<String, Fassung> fassungen(Instant bis) {
        Map<String, Fassung> fassungen = new HashMap<>();
        jdbc.query(FASSUNGEN, zeile -> {
            Timestamp seit = zeile.getTimestamp("DEPLOY_TIME_");
            if (bis == null || seit.toInstant().isBefore(bis) || !fassungen.containsKey(zeile.getString("KEY_"))) {
                fassungen.put(zeile.getString("KEY_"), new Fassung(zeile.getString("ID_"), zeile.getString("DEPLOYMENT_ID_"),
                        zeile.getString("RESOURCE_NAME_")));
            }
        });
        return fassungen;
    }
}
