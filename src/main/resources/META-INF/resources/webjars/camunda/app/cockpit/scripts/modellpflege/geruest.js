// What a new file begins with: little, and it passes the check.
const xml = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const formular = (schluessel, name) => JSON.stringify({
  components: [
    {type: 'text', id: 'text-1', text: '**Wozu?** Bitte beschreiben.\n\n**Was kommt heraus?** Bitte beschreiben.', layout: {row: 'zeile-1', columns: null}},
    {type: 'textarea', id: 'feld-ergebnis', key: 'ergebnis', label: name, validate: {required: true, maxLength: 4000}, layout: {row: 'zeile-2', columns: null}},
  ],
  schemaVersion: 16, type: 'default', id: schluessel, executionPlatform: 'Camunda Platform', executionPlatformVersion: '7.24.0',
}, null, 2);

const ablauf = (schluessel, name) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" \
xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:modeler="http://camunda.org/schema/modeler/1.0" \
id="${schluessel}-definition" targetNamespace="http://bpmn.io/schema/bpmn" modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0">
  <bpmn:process id="${schluessel}" name="${xml(name)}" isExecutable="true" camunda:versionTag="1.0.0" camunda:historyTimeToLive="P3650D">
    <bpmn:documentation>Bitte beschreiben: Wozu dient dieser Ablauf, und was kommt heraus?</bpmn:documentation>
    <bpmn:startEvent id="start" name="Beginn">
      <bpmn:outgoing>start-zu-ende</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:endEvent id="ende" name="Erledigt">
      <bpmn:incoming>start-zu-ende</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="start-zu-ende" sourceRef="start" targetRef="ende" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="${schluessel}-diagramm">
    <bpmndi:BPMNPlane id="${schluessel}-ebene" bpmnElement="${schluessel}">
      <bpmndi:BPMNShape id="start-bild" bpmnElement="start"><dc:Bounds x="142" y="82" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="ende-bild" bpmnElement="ende"><dc:Bounds x="462" y="82" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="start-zu-ende-bild" bpmnElement="start-zu-ende"><di:waypoint x="178" y="100" /><di:waypoint x="462" y="100" /></bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;

const regel = (schluessel, name) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" \
xmlns:camunda="http://camunda.org/schema/1.0/dmn" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="${schluessel}-definition" name="${xml(name)}" \
namespace="http://camunda.org/schema/1.0/dmn" modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0">
  <decision id="${schluessel}" name="${xml(name)}" camunda:historyTimeToLive="P3650D" camunda:versionTag="1.0.0">
    <description>Bitte beschreiben: Was entscheidet diese Regel?</description>
    <decisionTable id="${schluessel}-tabelle" hitPolicy="FIRST">
      <input id="${schluessel}-frage" label="Frage"><inputExpression id="${schluessel}-ausdruck" typeRef="string"><text>angabe</text></inputExpression></input>
      <output id="${schluessel}-antwort" label="Antwort" name="antwort" typeRef="string" />
      <rule id="${schluessel}-zeile-1"><inputEntry id="${schluessel}-wenn-1"><text></text></inputEntry><outputEntry id="${schluessel}-dann-1"><text>"offen"</text></outputEntry></rule>
    </decisionTable>
  </decision>
  <dmndi:DMNDI><dmndi:DMNDiagram id="${schluessel}-diagramm"><dmndi:DMNShape id="${schluessel}-bild" dmnElementRef="${schluessel}"><dc:Bounds height="80" width="180" x="160" y="100" />\
</dmndi:DMNShape></dmndi:DMNDiagram></dmndi:DMNDI>
</definitions>
`;

const GERUESTE = {formular, ablauf, regel};
export const geruest = (art, schluessel, name) => GERUESTE[art](schluessel, name);
