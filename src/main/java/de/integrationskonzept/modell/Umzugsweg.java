package de.integrationskonzept.modell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.bpmn.behavior.ConditionalEventBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.IoUtil;
import org.camunda.bpm.engine.migration.MigrationInstructionBuilder;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The engine's migration plans between two definitions, from what {@link Umzugsplaner} says. Within a command. */
@Component
class Umzugsweg {

    private static final int GEMERKT = 200;
    private static final String MEHRFACH = "#multiInstanceBody";

    private final ObjectProvider<Umzugsplaner> planer;
    private final Map<String, MigrationPlan> gemerkt = new ConcurrentHashMap<>();

    Umzugsweg(ObjectProvider<Umzugsplaner> planer) {
        this.planer = planer;
    }

    /** As {@link #plane}, made once for many files. */
    MigrationPlan plan(ProcessDefinitionEntity quelle, ProcessDefinitionEntity ziel, Map<String, String> bestaetigt) {
        String schluessel = quelle.getId() + ">" + ziel.getId() + bestaetigt;
        MigrationPlan plan = gemerkt.get(schluessel);
        if (plan == null) {
            if (gemerkt.size() >= GEMERKT) {
                gemerkt.clear();
            }
            plan = plane(quelle, ziel, bestaetigt);
            gemerkt.put(schluessel, plan);
        }
        return plan;
    }

    /** @throws MigrationPlanValidationException when a step may not become that one */
    MigrationPlan plane(ProcessDefinitionEntity quelle, ProcessDefinitionEntity ziel, Map<String, String> bestaetigt) {
        Map<String, String> weg = new LinkedHashMap<>();
        RuntimeService engine = Context.getProcessEngineConfiguration().getRuntimeService();
        byte[] vorher = modell(quelle);
        byte[] nachher = modell(ziel);
        Map<String, String> anweisungen = planer.getObject().anweisungen(vorher, nachher, bestaetigt);
        anweisungen.forEach((alt, neu) -> {
            weg.put(alt, neu);
            if (quelle.findActivity(alt + MEHRFACH) != null && ziel.findActivity(neu + MEHRFACH) != null) {
                weg.put(alt + MEHRFACH, neu + MEHRFACH);
            }
        });
        return baue(engine, quelle, ziel, weg, planer.getObject().mitNeuemAusloeser(vorher, nachher, anweisungen));
    }

    /** What is called alike but cannot become one another is left out: only a file that stands there is held up by it. */
    private static MigrationPlan baue(RuntimeService engine, ProcessDefinitionEntity quelle, ProcessDefinitionEntity ziel, Map<String, String> weg,
            Set<String> neuerAusloeser) {
        while (true) {
            MigrationPlanBuilder bau = engine.createMigrationPlan(quelle.getId(), ziel.getId());
            weg.forEach((alt, neu) -> ordneZu(bau, alt, neu, neuerAusloeser.contains(alt) || bedingung(quelle.findActivity(alt))));
            try {
                return bau.build();
            } catch (MigrationPlanValidationException unvertraeglich) {
                Set<String> gleichnamige = unvertraeglich.getValidationReport().getInstructionReports().stream()
                        .map(bericht -> bericht.getMigrationInstruction().getSourceActivityId())
                        .filter(alt -> alt.equals(weg.get(alt))).collect(Collectors.toSet());
                if (gleichnamige.isEmpty()) {
                    throw unvertraeglich;
                }
                weg.keySet().removeAll(gleichnamige);
            }
        }
    }

    private static void ordneZu(MigrationPlanBuilder bau, String alt, String neu, boolean neuerAusloeser) {
        MigrationInstructionBuilder zuordnung = bau.mapActivities(alt, neu);
        if (neuerAusloeser) {
            zuordnung.updateEventTrigger();
        }
    }

    /** A condition always follows the new model: the engine accepts nothing else. */
    private static boolean bedingung(ActivityImpl schritt) {
        return schritt != null && schritt.getActivityBehavior() instanceof ConditionalEventBehavior;
    }

    private static byte[] modell(ProcessDefinitionEntity definition) {
        RepositoryService modelle = Context.getProcessEngineConfiguration().getRepositoryService();
        return IoUtil.readInputStream(modelle.getProcessModel(definition.getId()), definition.getResourceName());
    }
}
