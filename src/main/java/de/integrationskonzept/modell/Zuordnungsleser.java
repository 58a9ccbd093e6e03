package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Refusal;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.DefaultBpmnParseFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads a file as the engine would when it is deployed, without deploying it. */
@Component
class Zuordnungsleser {

    private final ObjectProvider<ProcessEngine> engine;

    Zuordnungsleser(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    /** While it starts and deploys, the engine is at work but not yet to be had as a bean. */
    ProcessEngineConfigurationImpl konfiguration() {
        return Context.getProcessEngineConfiguration() != null ? Context.getProcessEngineConfiguration()
                : (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
    }

    /**
     * By key of the process.
     *
     * @throws Refusal (400) when it is no model that could be deployed
     */
    Map<String, Zuordnungsmodell> lies(String datei, byte[] inhalt) {
        ProcessEngineConfigurationImpl konfiguration = konfiguration();
        try {
            return konfiguration.getCommandExecutorTxRequired().execute(context -> modelle(konfiguration, datei, inhalt));
        } catch (ModelException | ProcessEngineException unlesbar) {
            throw new Refusal(BAD_REQUEST, "Die Datei „" + datei + "“ lässt sich nicht als Ablauf lesen. Bitte beheben Sie zuerst, was die Prüfung "
                    + "dazu sagt.");
        }
    }

    private static Map<String, Zuordnungsmodell> modelle(ProcessEngineConfigurationImpl konfiguration, String datei, byte[] inhalt) {
        BpmnModelInstance modell = Bpmn.readModelFromStream(new ByteArrayInputStream(inhalt));
        Map<String, Zuordnungsmodell> modelle = new LinkedHashMap<>();
        BpmnParse gelesen = new BpmnParser(konfiguration.getExpressionManager(), new DefaultBpmnParseFactory()).createParse()
                .sourceInputStream(new ByteArrayInputStream(inhalt)).deployment(new DeploymentEntity()).name(datei);
        for (ProcessDefinitionEntity definition : gelesen.execute().getProcessDefinitions()) {
            definition.setId(UUID.randomUUID().toString()); // the engine's rules tell former and new scopes apart by it
            Process prozess = modell.getModelElementById(definition.getKey());
            String name = prozess.getName() == null ? prozess.getId() : prozess.getName();
            modelle.put(prozess.getId(), new Zuordnungsmodell(prozess.getId(), name, Wartestellen.von(prozess), Zuordnungsangaben.von(prozess),
                    definition));
        }
        return modelle;
    }
}
