package de.integrationskonzept.formular;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** Fills in the form of a running task, or a start form, as {@link Ausfueller} does. */
@Component
public class Vorlage {

    private final ProcessEngine engine;
    private final Formulare formulare;

    Vorlage(ProcessEngine engine, Formulare formulare) {
        this.engine = engine;
        this.formulare = formulare;
    }

    public Map<String, Object> fuelle(String aufgabe, Map<String, Object> vorgaben, Random zufall) {
        return ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(aufgabe);
            Map<String, Object> vorhanden = new HashMap<>();
            task.getVariableNames().forEach(name -> vorhanden.put(name, Werte.lies(task.getVariableTyped(name, false))));
            return new Ausfueller(zufall).fuelle(formulare.zu(task).orElseThrow(), vorhanden, vorgaben);
        });
    }

    /** Of an application somewhere else: the form as it is delivered, and what there is already, as plain Java values. */
    public static Map<String, Object> fuelle(JsonNode form, Map<String, Object> vorhanden, Map<String, Object> vorgaben) {
        return new Ausfueller(null).fuelle(Formular.aus(form), vorhanden, vorgaben);
    }

    public Map<String, Object> fuelleStart(String definition, Map<String, Object> vorgaben) {
        return ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getCommandExecutorTxRequired().execute(context -> {
            ProcessDefinitionEntity prozess = context.getProcessEngineConfiguration().getDeploymentCache()
                    .findDeployedProcessDefinitionById(definition);
            return new Ausfueller(null).fuelle(formulare.zumStart(prozess).orElseThrow(), Map.of(), vorgaben);
        });
    }
}
