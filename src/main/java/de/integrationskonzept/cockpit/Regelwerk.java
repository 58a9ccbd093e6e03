package de.integrationskonzept.cockpit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/**
 * The rules of the decision tables in words. What a rule yields is told only where the table itself says it in words; what is
 * worked out from answers is an answer, and stays where those are read.
 */
@Component
class Regelwerk {

    /** Requirements that an author of rules notes for other authors. */
    private static final Pattern KENNUNG = Pattern.compile("^(?:[RI]\\d+(?:, ?[RI]\\d+)*: )+");
    private static final Pattern ZAHL = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]+\"");
    /** Codes: one word without a capital, or a period of time for machines. */
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]+|P(?:T?\\d+[A-Z])+");

    private final ProcessEngine engine;
    private final Map<String, Tafel> gelesen = new ConcurrentHashMap<>();

    Regelwerk(ProcessEngine engine) {
        this.engine = engine;
    }

    /** @param regeln by id; null for what is worked out without a table */
    record Tafel(String name, Map<String, Regel> regeln) {
    }

    /** @param ergebnis what it yields, empty when that is no matter of words */
    record Regel(String text, String ergebnis) {
    }

    /** @param definition id of the version of the decision; one that is no longer there has no rules */
    Tafel zu(String definition) {
        return gelesen.computeIfAbsent(definition, this::lies);
    }

    private Tafel lies(String definition) {
        ProcessEngineConfigurationImpl konfiguration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        try {
            return konfiguration.getCommandExecutorTxRequired().execute(context -> {
                DecisionDefinitionEntity gefunden = (DecisionDefinitionEntity) konfiguration.getDeploymentCache().findDeployedDecisionDefinitionById(definition);
                Decision entscheidung = konfiguration.getDeploymentCache().findDmnModelInstanceForDecisionDefinition(definition)
                        .getModelElementById(gefunden.getKey());
                return new Tafel(gefunden.getName() == null ? gefunden.getKey() : gefunden.getName(),
                        entscheidung.getExpression() instanceof DecisionTable tabelle ? regeln(tabelle) : null);
            });
        } catch (NullValueException fehlt) {
            return new Tafel("frühere Regel", null);
        }
    }

    private static Map<String, Regel> regeln(DecisionTable tabelle) {
        Map<String, Regel> regeln = new HashMap<>();
        for (Rule regel : tabelle.getRules()) {
            String text = Optional.ofNullable(regel.getDescription()).map(d -> KENNUNG.matcher(d.getTextContent().strip()).replaceFirst(""))
                    .filter(t -> !t.isBlank()).orElse("Regel ohne Beschreibung");
            regeln.put(regel.getId(), new Regel(text, ergebnis(tabelle, regel)));
        }
        return regeln;
    }

    private static String ergebnis(DecisionTable tabelle, Rule regel) {
        List<String> worte = new ArrayList<>();
        Iterator<Output> spalten = tabelle.getOutputs().iterator();
        for (OutputEntry eintrag : regel.getOutputEntries()) {
            Output spalte = spalten.next();
            inWorten(spalte, eintrag.getText() == null ? "" : eintrag.getText().getTextContent().strip())
                    .ifPresent(wert -> worte.add((spalte.getLabel() == null ? "" : spalte.getLabel() + ": ") + wert));
        }
        return String.join("; ", worte);
    }

    /** In a column that says which values it has, these are words of people. */
    private static Optional<String> inWorten(Output spalte, String eintrag) {
        if (ZAHL.matcher(eintrag).matches()) {
            return Optional.of(eintrag.replace('.', ','));
        } else if (eintrag.equals("true") || eintrag.equals("false")) {
            return Optional.of(eintrag.equals("true") ? "ja" : "nein");
        }
        return Optional.of(eintrag).filter(e -> TEXT.matcher(e).matches()).map(e -> e.substring(1, e.length() - 1))
                .filter(e -> !CODE.matcher(e).matches() || spalte.getOutputValues() != null && !e.contains("-"));
    }
}
