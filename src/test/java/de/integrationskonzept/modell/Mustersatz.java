package de.integrationskonzept.modell;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A small set of files that nothing is wrong with, and what happens to it when somebody changes a word. */
final class Mustersatz {

    static final String ABLAUF = "muster.bpmn";
    static final String TEIL = "muster-teil.bpmn";
    static final String REGEL = "muster-stufe.dmn";
    static final String FORMULAR = "muster-zuschuss-pruefen.form";

    private static final String KOPF = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
            + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" "
            + "id=\"muster-modell\" targetNamespace=\"http://muster.example\">\n";
    private static final String BEDINGUNG = "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${stufe == 'hoch' &amp;&amp; zugestimmt}"
            + "</bpmn:conditionExpression>";
    private static final Map<String, String> DATEIEN = new LinkedHashMap<>();

    static {
        DATEIEN.put(ABLAUF, KOPF + """
                <bpmn:process id="muster" name="Zuschuss bewilligen" isExecutable="true" camunda:historyTimeToLive="P30D" camunda:versionTag="1.0.0">
                  <bpmn:startEvent id="eingang" name="Antrag da"/>
                  <bpmn:userTask id="zuschuss-pruefen" name="Zuschuss prüfen" camunda:candidateGroups="kaemmerei" camunda:dueDate="${zeitplan.faellig('zuschuss-pruefen')}" camunda:formRef="muster-zuschuss-pruefen" camunda:formRefBinding="latest">
                    <bpmn:documentation>Bitte prüfen Sie, ob der Zuschuss gedeckt ist, und halten Sie das Ergebnis fest.</bpmn:documentation>
                  </bpmn:userTask>
                  <bpmn:businessRuleTask id="stufe-finden" name="Stufe bestimmen" camunda:decisionRef="muster-stufe" camunda:decisionRefBinding="latest" camunda:mapDecisionResult="singleEntry" camunda:resultVariable="stufe"/>
                  <bpmn:exclusiveGateway id="hoch-genug" name="Hoch genug?" default="nein"/>
                  <bpmn:callActivity id="auszahlen" name="Auszahlen" calledElement="muster-teil" camunda:calledElementBinding="latest"/>
                  <bpmn:endEvent id="fertig" name="Erledigt"/>
                  <bpmn:sequenceFlow id="w1" sourceRef="eingang" targetRef="zuschuss-pruefen"/>
                  <bpmn:sequenceFlow id="w2" sourceRef="zuschuss-pruefen" targetRef="stufe-finden"/>
                  <bpmn:sequenceFlow id="w3" sourceRef="stufe-finden" targetRef="hoch-genug"/>
                  <bpmn:sequenceFlow id="ja" name="ja" sourceRef="hoch-genug" targetRef="auszahlen">BEDINGUNG</bpmn:sequenceFlow>
                  <bpmn:sequenceFlow id="nein" name="nein" sourceRef="hoch-genug" targetRef="fertig"/>
                  <bpmn:sequenceFlow id="w4" sourceRef="auszahlen" targetRef="fertig"/>
                </bpmn:process>
                </bpmn:definitions>
                """.replace("BEDINGUNG", BEDINGUNG));
        DATEIEN.put(TEIL, KOPF + """
                <bpmn:process id="muster-teil" name="Zuschuss auszahlen" isExecutable="true" camunda:historyTimeToLive="P30D" camunda:versionTag="1.0.0">
                  <bpmn:startEvent id="los" name="Bewilligt"/>
                  <bpmn:serviceTask id="ablegen" name="Bescheid ablegen" camunda:expression="${dokument.festschreiben('ressourcenplan')}"/>
                  <bpmn:endEvent id="ende" name="Abgelegt"/>
                  <bpmn:sequenceFlow id="t1" sourceRef="los" targetRef="ablegen"/>
                  <bpmn:sequenceFlow id="t2" sourceRef="ablegen" targetRef="ende"/>
                </bpmn:process>
                </bpmn:definitions>
                """);
        DATEIEN.put(REGEL, """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="muster-regeln" name="Stufe" namespace="http://muster.example">
                  <decision id="muster-stufe" name="Stufe des Zuschusses" camunda:historyTimeToLive="P30D" camunda:versionTag="1.0.0">
                    <decisionTable id="muster-tabelle" hitPolicy="FIRST">
                      <input id="ein" label="Betrag"><inputExpression id="ein-ausdruck" typeRef="double"><text>betrag</text></inputExpression></input>
                      <output id="aus" label="Stufe" name="stufe" typeRef="string"/>
                      <rule id="r1"><inputEntry id="r1-ein"><text>&gt; 1000</text></inputEntry><outputEntry id="r1-aus"><text>"hoch"</text></outputEntry></rule>
                      <rule id="r2"><inputEntry id="r2-ein"><text></text></inputEntry><outputEntry id="r2-aus"><text>"niedrig"</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """);
        DATEIEN.put(FORMULAR, """
                {"id": "muster-zuschuss-pruefen", "type": "default", "schemaVersion": 16, "components": [
                  {"type": "number", "id": "feld-betrag", "key": "betrag", "label": "Betrag in Euro"},
                  {"type": "checkbox", "id": "feld-zustimmung", "key": "zugestimmt", "label": "Ich stimme zu"}]}
                """);
    }

    private Mustersatz() {
    }

    static Map<String, String> gut() {
        return new LinkedHashMap<>(DATEIEN);
    }

    /** The set with that text replaced in the file, which must have it. */
    static Map<String, String> mit(String datei, String alt, String neu) {
        Map<String, String> satz = gut();
        String geaendert = satz.get(datei).replace(alt, neu);
        if (geaendert.equals(satz.get(datei))) {
            throw new IllegalArgumentException(alt);
        }
        satz.put(datei, geaendert);
        return satz;
    }

    static Map<String, byte[]> bytes(Map<String, String> satz) {
        Map<String, byte[]> bytes = new TreeMap<>();
        satz.forEach((datei, inhalt) -> bytes.put(datei, inhalt.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }
}
