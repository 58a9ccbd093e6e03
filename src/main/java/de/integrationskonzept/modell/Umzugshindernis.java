package de.integrationskonzept.modell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;

/** What the engine says when it does not migrate (its messages 23001 to 23011), in sentences for whoever looks after the models. */
final class Umzugshindernis {

    private final ProcessDefinitionEntity quelle;
    private final ProcessDefinitionEntity ziel;

    Umzugshindernis(ProcessDefinitionEntity quelle, ProcessDefinitionEntity ziel) {
        this.quelle = quelle;
        this.ziel = ziel;
    }

    Umzugsfehler zu(ProcessEngineException grund) {
        Set<String> saetze = new LinkedHashSet<>();
        if (grund instanceof MigratingProcessInstanceValidationException akte) {
            saetze.addAll(ausDerAkte(akte.getValidationReport()));
        } else if (grund instanceof MigrationPlanValidationException plan) {
            plan.getValidationReport().getInstructionReports().forEach(bericht -> bericht.getFailures().forEach(fehler ->
                    saetze.add(satz(bericht.getMigrationInstruction(), bericht.getMigrationInstruction().getSourceActivityId(), fehler))));
        }
        if (saetze.isEmpty()) {
            saetze.add("Der Ablauf " + Schrittname.titel(quelle) + " dieser Akte ließ sich nicht auf die neue Fassung umziehen. Bitte proben Sie den "
                    + "Umzug dieser Akte, oder wenden Sie sich an die Administration.");
        }
        return new Umzugsfehler(List.copyOf(saetze), grund);
    }

    private List<String> ausDerAkte(MigratingProcessInstanceValidationReport bericht) {
        List<String> saetze = new ArrayList<>();
        bericht.getActivityInstanceReports().forEach(schritt -> schritt.getFailures()
                .forEach(fehler -> saetze.add(satz(schritt.getMigrationInstruction(), schritt.getSourceScopeId(), fehler))));
        bericht.getTransitionInstanceReports().forEach(schritt -> schritt.getFailures()
                .forEach(fehler -> saetze.add(satz(schritt.getMigrationInstruction(), schritt.getSourceScopeId(), fehler))));
        bericht.getFailures().forEach(fehler -> saetze.add(imGanzen(fehler)));
        return saetze;
    }

    private String imGanzen(String fehler) {
        return "Im Ablauf " + Schrittname.titel(quelle) + (fehler.contains("not migrated jobs")
                ? " läuft noch Arbeit im Hintergrund, die erst fertig werden muss. Bitte ziehen Sie die Akte danach noch einmal um."
                : " gibt es etwas, für das der neue Ablauf keinen Platz hat. Bitte proben Sie den Umzug dieser Akte, oder lassen Sie sie auf der "
                + "alten Fassung.");
    }

    private String satz(MigrationInstruction anweisung, String schritt, String fehler) {
        String von = Schrittname.von(quelle, schritt);
        if (anweisung == null || fehler.contains("no migration instruction")) {
            return "Die Akte steht bei " + von + " im Ablauf " + Schrittname.titel(quelle) + ", und der Umzugsplan sagt nicht, welcher Schritt "
                    + "daraus wird. Bitte ordnen Sie ihn im Umzugsplan zu, oder schreiben Sie die Umzugsanweisung in das Modell.";
        }
        String nach = Schrittname.von(ziel, anweisung.getTargetActivityId());
        if (fehler.contains("incompatible types") || fehler.contains("not of the same type")) {
            return von + " kann nicht zu " + nach + " werden, weil es ein Schritt anderer Art ist. Bitte ordnen Sie einen Schritt der "
                    + "gleichen Art zu.";
        }
        if (fehler.contains("ancestor") || fehler.contains("event scope") || fehler.contains("multi-instance")) {
            return von + " kann nicht zu " + nach + " werden, weil der Schritt darum herum woandershin umzieht. Bitte ordnen Sie beide so zu, dass "
                    + "sie ineinander bleiben.";
        }
        return von + " lässt sich nicht zu " + nach + " umziehen. Bitte ordnen Sie im Umzugsplan einen anderen Schritt zu.";
    }
}
