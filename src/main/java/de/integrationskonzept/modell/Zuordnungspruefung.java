package de.integrationskonzept.modell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.bpmn.behavior.ConditionalEventBehavior;
import org.camunda.bpm.engine.impl.migration.validation.instruction.AdditionalFlowScopeInstructionValidator;
import org.camunda.bpm.engine.impl.migration.validation.instruction.CannotAddMultiInstanceBodyValidator;
import org.camunda.bpm.engine.impl.migration.validation.instruction.CannotAddMultiInstanceInnerActivityValidator;
import org.camunda.bpm.engine.impl.migration.validation.instruction.CannotRemoveMultiInstanceInnerActivityValidator;
import org.camunda.bpm.engine.impl.migration.validation.instruction.GatewayMappingValidator;
import org.camunda.bpm.engine.impl.migration.validation.instruction.MigrationInstructionValidationReportImpl;
import org.camunda.bpm.engine.impl.migration.validation.instruction.MigrationInstructionValidator;
import org.camunda.bpm.engine.impl.migration.validation.instruction.SameBehaviorInstructionValidator;
import org.camunda.bpm.engine.impl.migration.validation.instruction.SameEventScopeInstructionValidator;
import org.camunda.bpm.engine.impl.migration.validation.instruction.SameEventTypeValidator;
import org.camunda.bpm.engine.impl.migration.validation.instruction.ValidatingMigrationInstruction;
import org.camunda.bpm.engine.impl.migration.validation.instruction.ValidatingMigrationInstructionImpl;
import org.camunda.bpm.engine.impl.migration.validation.instruction.ValidatingMigrationInstructions;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/** Whether the engine could move files from step to step: its own rules are asked, and what they say is said in German. */
final class Zuordnungspruefung {

    private static final String EINMAL_ODER_MEHRMALS = "Die eine läuft für mehrere zugleich, die andere nicht; das lässt sich für laufende "
            + "Akten nicht ändern.";
    private static final String VERSCHIEDENES = "Die beiden Ereignisse warten auf Verschiedenes, zum Beispiel auf einen Termin und auf eine "
            + "Nachricht.";
    private static final Set<Stellenart> EREIGNISSE = Set.of(Stellenart.NACHRICHT, Stellenart.TERMIN, Stellenart.SIGNAL, Stellenart.BEDINGUNG);
    private static final Map<Class<?>, String> GRUENDE = Map.of(
            SameBehaviorInstructionValidator.class, "Beide sind von verschiedener Art, zum Beispiel Aufgabe und Ereignis.",
            SameEventTypeValidator.class, VERSCHIEDENES,
            CannotAddMultiInstanceBodyValidator.class, EINMAL_ODER_MEHRMALS,
            CannotAddMultiInstanceInnerActivityValidator.class, EINMAL_ODER_MEHRMALS,
            CannotRemoveMultiInstanceInnerActivityValidator.class, EINMAL_ODER_MEHRMALS,
            GatewayMappingValidator.class, "Die Zusammenführung hat in der neuen Fassung weniger Zugänge, liegt in einem anderen Teilprozess, "
                    + "oder zwei sollen zu einer werden.",
            SameEventScopeInstructionValidator.class, "Das Ereignis hängt in der neuen Fassung an einer anderen Stelle.",
            AdditionalFlowScopeInstructionValidator.class, "Der Teilprozess, in dem die Akte steht, umschließt die Stelle in der neuen Fassung "
                    + "nicht mehr.");

    private final Zuordnungsmodell quelle;
    private final Zuordnungsmodell ziel;
    private final List<MigrationInstructionValidator> regeln;

    /** @param regeln of the engine */
    Zuordnungspruefung(Zuordnungsmodell quelle, Zuordnungsmodell ziel, List<MigrationInstructionValidator> regeln) {
        this.quelle = quelle;
        this.ziel = ziel;
        this.regeln = regeln;
    }

    /**
     * @param wege former id to id, of places that both versions have
     * @return for each former id that cannot go there together with the others, why
     */
    Map<String, String> hindernisse(Map<String, String> wege) {
        Map<String, String> hindernisse = new LinkedHashMap<>();
        ValidatingMigrationInstructions alle = new ValidatingMigrationInstructions(wege.entrySet().stream()
                .map(weg -> anweisung(weg.getKey(), weg.getValue())).collect(Collectors.toList()));
        alle.getInstructions().forEach(eine -> hindernis(eine, alle).ifPresent(grund -> hindernisse.put(eine.getSourceActivity().getId(), grund)));
        return hindernisse;
    }

    private ValidatingMigrationInstruction anweisung(String alt, String neu) {
        ActivityImpl von = quelle.definition().findActivity(alt);
        // A condition is always evaluated anew; the engine insists on being told so.
        boolean bedingung = von.getActivityBehavior() instanceof ConditionalEventBehavior;
        return new ValidatingMigrationInstructionImpl(von, ziel.definition().findActivity(neu), bedingung);
    }

    private Optional<String> hindernis(ValidatingMigrationInstruction eine, ValidatingMigrationInstructions alle) {
        return andersAlsDieEngine(eine).or(() -> regeln.stream().filter(regel -> {
            var bericht = new MigrationInstructionValidationReportImpl(eine.toMigrationInstruction());
            regel.validate(eine, alle, bericht);
            return bericht.hasFailures();
        }).findFirst().map(regel -> GRUENDE.getOrDefault(regel.getClass(), "Dorthin kann keine laufende Akte umziehen.")));
    }

    /**
     * What the engine says only when a file stands there: what waits in the background needs a place in the background. And what it
     * does not see between the borders of a step: a date is no message.
     */
    private Optional<String> andersAlsDieEngine(ValidatingMigrationInstruction eine) {
        Wartestelle alt = quelle.stellen().get(eine.getSourceActivity().getId());
        Wartestelle neu = ziel.stellen().get(eine.getTargetActivity().getId());
        if (EREIGNISSE.contains(alt.art()) && EREIGNISSE.contains(neu.art()) && alt.art() != neu.art()) {
            return Optional.of(VERSCHIEDENES);
        }
        return alt.art() == Stellenart.HINTERGRUND && (alt.davor() && !neu.davor() || alt.danach() && !neu.danach())
                ? Optional.of("Akten warten hier im Hintergrund; in der neuen Fassung ist das an dieser Stelle nicht vorgesehen.") : Optional.empty();
    }
}
