package de.integrationskonzept.modell;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small process that nobody else knows: one task with a form, and a rule. */
final class Pflegefall {

    private final String schluessel;

    Pflegefall(String schluessel) {
        this.schluessel = schluessel;
    }

    String bpmn() {
        return schluessel + ".bpmn";
    }

    String formular() {
        return schluessel + "-notiz.form";
    }

    String regel() {
        return schluessel + "-regel.dmn";
    }

    Map<String, byte[]> dateien() {
        Map<String, byte[]> dateien = new LinkedHashMap<>();
        dateien.put(bpmn(), ablauf("notieren", ""));
        dateien.put(formular(), frage("Was ist zu tun?"));
        dateien.put(regel(), ergebnis("sofort"));
        return dateien;
    }

    /** @param schritt id of the only task, {@code merkmal} inside of its extension elements */
    byte[] ablauf(String schritt, String merkmal) {
        return bytes("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- <bpmn:process camunda:versionTag="0.0.0"> steht hier nur zur Zierde -->
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" \
                id="%1$s-modell" targetNamespace="https://integrationskonzept.de/bpmn">
                  <bpmn:process id="%1$s" name="Pflegefall" isExecutable="true" camunda:versionTag='1.0.0'  camunda:historyTimeToLive="P30D">
                    <bpmn:startEvent id="start" name="Begonnen"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
                    <bpmn:userTask id="%2$s" name="Notiz schreiben" camunda:formRef="%1$s-notiz" camunda:formRefBinding="latest" \
                camunda:candidateGroups="kaemmerei" camunda:dueDate="${zeitplan.faellig('%2$s')}">
                      <bpmn:documentation>Wozu? Damit nichts verloren geht. Es entsteht eine Notiz.</bpmn:documentation>
                      <bpmn:extensionElements>%3$s</bpmn:extensionElements>
                      <bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>
                    </bpmn:userTask>
                    <bpmn:endEvent id="ende" name="Notiert"><bpmn:incoming>f2</bpmn:incoming></bpmn:endEvent>
                    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="%2$s"/>
                    <bpmn:sequenceFlow id="f2" sourceRef="%2$s" targetRef="ende"/>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(schluessel, schritt, merkmal));
    }

    /** The task was called otherwise before. */
    byte[] umbenannt(String schritt, String frueher) {
        return ablauf(schritt, "<camunda:properties><camunda:property name=\"frueher\" value=\"" + frueher + "\"/></camunda:properties>");
    }

    byte[] frage(String frage) {
        return bytes("{\"id\":\"" + schluessel + "-notiz\",\"type\":\"default\",\"schemaVersion\":16,\"components\":[{\"type\":\"textfield\","
                + "\"key\":\"pflegefallNotiz\",\"id\":\"Feld_1\",\"label\":\"" + frage + "\"}]}");
    }

    byte[] ergebnis(String wann) {
        return bytes("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" \
                id="%1$s-regeln" name="Regeln" namespace="http://camunda.org/schema/1.0/dmn">
                  <decision id="%1$s-regel" name="Wann zu notieren ist" camunda:historyTimeToLive="P30D" camunda:versionTag="1.0.0">
                    <decisionTable id="tabelle" hitPolicy="FIRST">
                      <input id="ein" label="Was"><inputExpression id="ein-ausdruck" typeRef="string"><text>was</text></inputExpression></input>
                      <output id="aus" label="Wann" name="wann" typeRef="string"/>
                      <rule id="r1"><description>Immer gleich.</description><inputEntry id="r1-ein"><text></text></inputEntry>
                        <outputEntry id="r1-aus"><text>"%2$s"</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(schluessel, wann));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
