package de.integrationskonzept.nachricht;

import de.integrationskonzept.prozess.Spiel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** A process that calls a meeting, asks what shall become of it, changes it as often as somebody wants, and calls it off. */
@Component
class Sitzungsmodell {

    private static final String MODELL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="probe">
              <process id="%1$s" name="Probe" isExecutable="true" camunda:historyTimeToLive="P1D">
                <extensionElements><camunda:properties><camunda:property name="vertraulich" value="%2$s"/></camunda:properties></extensionElements>
                <startEvent id="start"/>
                <sequenceFlow id="a" sourceRef="start" targetRef="ansetzen"/>
                <serviceTask id="ansetzen" name="Ansetzen" camunda:expression="${termin.ansetzen()}" camunda:resultVariable="gesendet"/>
                <sequenceFlow id="b" sourceRef="ansetzen" targetRef="entscheiden"/>
                <userTask id="entscheiden" name="Entscheiden" camunda:candidateGroups="planung"><extensionElements><camunda:inputOutput>
                  <camunda:inputParameter name="was"/><camunda:outputParameter name="was">${was}</camunda:outputParameter>
                </camunda:inputOutput></extensionElements></userTask>
                <sequenceFlow id="c" sourceRef="entscheiden" targetRef="was"/>
                <exclusiveGateway id="was" default="absage"/>
                <sequenceFlow id="anders" sourceRef="was" targetRef="verlegen"><conditionExpression
                    xsi:type="tFormalExpression">${was == 'verlegen'}</conditionExpression></sequenceFlow>
                <sequenceFlow id="absage" sourceRef="was" targetRef="absagen"/>
                <serviceTask id="verlegen" name="Verlegen" camunda:expression="${termin.verlegen()}" camunda:resultVariable="gesendet"/>
                <sequenceFlow id="d" sourceRef="verlegen" targetRef="entscheiden"/>
                <serviceTask id="absagen" name="Absagen" camunda:expression="${termin.absagen()}" camunda:resultVariable="gesendet"/>
                <sequenceFlow id="e" sourceRef="absagen" targetRef="ende"/>
                <endEvent id="ende"/>
              </process>
            </definitions>
            """;

    private final ProcessEngine engine;

    Sitzungsmodell(ProcessEngine engine) {
        this.engine = engine;
    }

    String stelleBereit(boolean vertraulich) {
        return stelleBereit(vertraulich, "ansetzen()");
    }

    /** @param aufruf instead of the first call */
    String stelleBereit(boolean vertraulich, String aufruf) {
        String prozess = "sitzung-" + UUID.randomUUID().toString().substring(0, 8);
        engine.getRepositoryService().createDeployment().addString(prozess + ".bpmn", MODELL.formatted(prozess, vertraulich)
                .replace("termin.ansetzen()", "termin." + aufruf)).deploy();
        return prozess;
    }

    static Map<String, Object> angaben(String gremium) {
        return new LinkedHashMap<>(Map.of("sitzungGremium", gremium, "sitzungTitel", "Erste Sitzung; Auftakt", "sitzungDatum", "2027-03-28",
                "sitzungBeginn", "14:00", "sitzungEnde", "16:30", "sitzungOrt", "Rathaus, Saal 1",
                "sitzungTagesordnung", List.of(Map.of("punkt", "Begrüßung"), Map.of("punkt", "Leitbild <b>beschließen</b>"))));
    }

    String beginne(String prozess, Map<String, Object> angaben) {
        String instanz = engine.getRuntimeService().startProcessInstanceByKey(prozess, "AZ-" + prozess, Spiel.json(angaben)).getId();
        stelleZu();
        return instanz;
    }

    void entscheide(String instanz, String was, Map<String, Object> neu) {
        Task aufgabe = engine.getTaskService().createTaskQuery().processInstanceId(instanz).singleResult();
        Map<String, Object> angaben = new LinkedHashMap<>(neu);
        angaben.put("was", was);
        engine.getTaskService().complete(aufgabe.getId(), Spiel.json(angaben));
        stelleZu();
    }

    /** Carries out all that waits for the mail server. */
    void stelleZu() {
        engine.getManagementService().createJobQuery().processDefinitionKey("nachrichten").withRetriesLeft().list()
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }

    /** How many mails the last step has sent. */
    Object gesendet(String instanz) {
        return engine.getHistoryService().createHistoricVariableInstanceQuery().processInstanceId(instanz).variableName("gesendet").singleResult()
                .getValue();
    }
}
