package de.integrationskonzept.modell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves one file: the tree below a root with all its instances of an older version, in the transaction of the current command.
 * What fails fails as a whole.
 */
@Component
class Aktenumzug {

    private static final String VORGAENGE = "select E.ID_, E.PROC_DEF_ID_, P.KEY_, P.VERSION_ from ACT_RU_EXECUTION E join ACT_RE_PROCDEF P "
            + "on P.ID_ = E.PROC_DEF_ID_ where E.ROOT_PROC_INST_ID_ = ? and E.PARENT_ID_ is null and P.TENANT_ID_ is null order by E.ID_";

    private final JdbcClient datenbank;
    private final Umzugsweg weg;

    Aktenumzug(JdbcClient datenbank, Umzugsweg weg) {
        this.datenbank = datenbank;
        this.weg = weg;
    }

    private record Vorgang(String id, String definition, String prozess, int version) {
    }

    /**
     * @param definitionen target by process key
     * @param merken whether many files take the same way, so that it is worth remembering
     * @return what people will notice; empty when there was nothing to move
     * @throws Umzugsfehler when it cannot move
     */
    Optional<List<String>> zieheUm(String wurzel, Map<String, String> definitionen, Map<String, Map<String, String>> zuordnung, boolean merken) {
        Map<String, List<String>> aeltere = new LinkedHashMap<>();
        datenbank.sql(VORGAENGE).param(wurzel).query((zeile, nummer) -> new Vorgang(zeile.getString(1), zeile.getString(2), zeile.getString(3),
                zeile.getInt(4))).list().stream().filter(vorgang -> aelter(vorgang, definitionen.get(vorgang.prozess())))
                .forEach(vorgang -> aeltere.computeIfAbsent(vorgang.definition(), d -> new ArrayList<>()).add(vorgang.id()));
        List<String> saetze = new ArrayList<>();
        aeltere.forEach((definition, vorgaenge) -> {
            ProcessDefinitionEntity quelle = definition(definition);
            ProcessDefinitionEntity ziel = definition(definitionen.get(quelle.getKey()));
            Map<String, String> bestaetigt = zuordnung.getOrDefault(quelle.getKey(), Map.of());
            List<Aufgabenstand> aufgaben = vorgaenge.stream().flatMap(vorgang -> offene(vorgang).stream())
                    .map(aufgabe -> new Aufgabenstand(aufgabe, quelle)).toList();
            wechsle(quelle, ziel, bestaetigt, vorgaenge, merken);
            aufgaben.forEach(aufgabe -> aufgabe.folge(ziel, saetze));
        });
        return aeltere.isEmpty() ? Optional.empty() : Optional.of(saetze);
    }

    private void wechsle(ProcessDefinitionEntity quelle, ProcessDefinitionEntity ziel, Map<String, String> bestaetigt, List<String> vorgaenge,
            boolean merken) {
        try {
            MigrationPlan plan = merken ? weg.plan(quelle, ziel, bestaetigt) : weg.plane(quelle, ziel, bestaetigt);
            List<String> verlassene = verlassene(plan, quelle, ziel);
            if (!verlassene.isEmpty()) {
                fuerSich(() -> {
                    vorgaenge.forEach(vorgang -> verlassene.forEach(schritt -> verwirfEigenes(vorgang, schritt)));
                    return null;
                });
            }
            Context.getProcessEngineConfiguration().getRuntimeService().newMigration(plan).processInstanceIds(vorgaenge).execute();
        } catch (OptimisticLockingException gleichzeitig) {
            throw gleichzeitig;
        } catch (ProcessEngineException hindernis) {
            throw new Umzugshindernis(quelle, ziel).zu(hindernis);
        }
    }

    /** Steps with values of their own that become steps without any. */
    private static List<String> verlassene(MigrationPlan plan, ProcessDefinitionEntity quelle, ProcessDefinitionEntity ziel) {
        return plan.getInstructions().stream().filter(schritt -> quelle.findActivity(schritt.getSourceActivityId()).isScope()
                && !ziel.findActivity(schritt.getTargetActivityId()).isScope()).map(MigrationInstruction::getSourceActivityId).toList();
    }

    /** The engine would write what was preset for the step over what the file says. */
    private static void verwirfEigenes(String vorgang, String schritt) {
        Context.getCommandContext().getExecutionManager().findExecutionById(vorgang).findExecutions(schritt).stream()
                .map(ExecutionEntity.class::cast).filter(stelle -> stelle.getParent() != null)
                .forEach(stelle -> List.copyOf(stelle.getVariableNamesLocal()).stream().filter(stelle.getParent()::hasVariable)
                        .forEach(stelle::removeVariableLocal));
    }

    /** A command that has written to the database when it ends, because what comes next looks there; in the same transaction. */
    static <T> T fuerSich(Supplier<T> arbeit) {
        var engine = Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
        ProcessEngineContext.requiresNew();
        try {
            return engine.execute(context -> arbeit.get());
        } finally {
            ProcessEngineContext.clear();
        }
    }

    private static boolean aelter(Vorgang vorgang, String ziel) {
        return ziel != null && vorgang.version() < definition(ziel).getVersion();
    }

    private static List<TaskEntity> offene(String vorgang) {
        return Context.getCommandContext().getTaskManager().findTasksByProcessInstanceId(vorgang);
    }

    private static ProcessDefinitionEntity definition(String id) {
        return Context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(id);
    }
}
