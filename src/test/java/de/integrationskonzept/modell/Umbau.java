package de.integrationskonzept.modell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.springframework.core.io.ClassPathResource;

/** A shipped model, changed as somebody in the Modeler would; without its drawing, which nothing reads that moves. */
final class Umbau {

    private static final Pattern ANGABE = Pattern.compile(" ([\\w:]+)=\"[^\"]*\"");
    private static final Set<String> EIGENE = Set.of("id", "name", "sourceRef", "targetRef", "xmlns");

    private final BpmnModelInstance modell;
    private final String prozess;
    private final String vorher;

    private Umbau(String prozess) {
        this.prozess = prozess;
        this.vorher = lies("bpmn/" + prozess + "/" + prozess + ".bpmn");
        this.modell = Bpmn.readModelFromStream(new ByteArrayInputStream(vorher.getBytes(StandardCharsets.UTF_8)));
        modell.getDefinitions().getBpmDiagrams().stream().toList().forEach(bild -> modell.getDefinitions().removeChildElement((BpmnDiagram) bild));
    }

    static Umbau von(String prozess) {
        return new Umbau(prozess);
    }

    static String lies(String datei) {
        try {
            return new ClassPathResource(datei).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException fehlt) {
            throw new UncheckedIOException(fehlt);
        }
    }

    String datei() {
        return prozess + ".bpmn";
    }

    byte[] inhalt() {
        Bpmn.validateModel(modell);
        // Reading has filled in what the schema presets, which nobody has written and the allow-list does not know.
        return ANGABE.matcher(Bpmn.convertToString(modell)).replaceAll(angabe -> EIGENE.contains(angabe.group(1)) || angabe.group(1).contains(":")
                || vorher.contains(" " + angabe.group(1) + "=") ? Matcher.quoteReplacement(angabe.group()) : "").getBytes(StandardCharsets.UTF_8);
    }

    private <T extends FlowNode> T schritt(String id) {
        return modell.getModelElementById(id);
    }

    /** Another id and another name. */
    Umbau benenne(String id, String neueId, String name) {
        UserTask aufgabe = schritt(id);
        aufgabe.setName(name);
        aufgabe.setId(neueId);
        return this;
    }

    Umbau gib(String id, String rolle) {
        this.<UserTask>schritt(id).setCamundaCandidateGroups(rolle);
        return this;
    }

    /** A further task, right before that step. */
    Umbau davor(String id, String neueId, String name, String rolle, String formular) {
        FlowNode ziel = schritt(id);
        UserTask neu = modell.newInstance(UserTask.class);
        ziel.getParentElement().addChildElement(neu);
        fuelle(neu, neueId, name, rolle, formular);
        for (SequenceFlow weg : new ArrayList<>(ziel.getIncoming())) {
            ziel.getIncoming().remove(weg);
            weg.setTarget(neu);
            neu.getIncoming().add(weg);
        }
        verbinde(neu, ziel);
        return this;
    }

    private void fuelle(UserTask neu, String id, String name, String rolle, String formular) {
        neu.setId(id);
        neu.setName(name);
        neu.setCamundaCandidateGroups(rolle);
        neu.setCamundaFormRef(formular);
        neu.setCamundaFormRefBinding("latest");
        var text = modell.newInstance(org.camunda.bpm.model.bpmn.instance.Documentation.class);
        text.setTextContent("Bitte erledigen Sie: " + name + ".");
        neu.getDocumentations().add(text);
    }

    /** Whoever comes there goes on at once. */
    Umbau entferne(String id) {
        FlowNode weg = schritt(id);
        SequenceFlow hinaus = weg.getOutgoing().iterator().next();
        FlowNode ziel = hinaus.getTarget();
        for (SequenceFlow hinein : new ArrayList<>(weg.getIncoming())) {
            hinein.setTarget(ziel);
            ziel.getIncoming().add(hinein);
        }
        ziel.getIncoming().remove(hinaus);
        hinaus.getParentElement().removeChildElement(hinaus);
        weg.getParentElement().removeChildElement(weg);
        return this;
    }

    /** Two phases instead of one: what there was, and a task of its own afterwards. */
    Umbau teile(List<String> bisher, String neueId, String name, String rolle, String formular) {
        FlowNode erster = schritt(bisher.get(0));
        FlowNode letzter = schritt(bisher.get(bisher.size() - 1));
        var ebene = erster.getParentElement();
        SubProcess phase1 = neuePhase(ebene, "phase-1", "Bisherige Schritte");
        SubProcess phase2 = neuePhase(ebene, "phase-2", name);
        SequenceFlow hinein = erster.getIncoming().iterator().next();
        SequenceFlow hinaus = letzter.getOutgoing().iterator().next();
        erster.getIncoming().remove(hinein);
        letzter.getOutgoing().remove(hinaus);
        bisher.forEach(id -> verschiebe(schritt(id), phase1));
        hinein.setTarget(phase1);
        phase1.getIncoming().add(hinein);
        hinaus.setSource(phase2);
        phase2.getOutgoing().add(hinaus);
        verbinde(phase1, phase2);
        rahme(phase1, erster, letzter);
        UserTask neu = modell.newInstance(UserTask.class);
        phase2.addChildElement(neu);
        fuelle(neu, neueId, name, rolle, formular);
        rahme(phase2, neu, neu);
        return this;
    }

    /** Not removed from where it was before: that would cut its flows. */
    private void verschiebe(FlowNode schritt, SubProcess phase) {
        schritt.getOutgoing().forEach(phase::addChildElement);
        phase.addChildElement(schritt);
    }

    private SubProcess neuePhase(org.camunda.bpm.model.xml.instance.ModelElementInstance ebene, String id, String name) {
        SubProcess phase = modell.newInstance(SubProcess.class);
        ebene.addChildElement(phase);
        phase.setId(id);
        phase.setName(name);
        return phase;
    }

    private void rahme(SubProcess phase, FlowNode erster, FlowNode letzter) {
        StartEvent anfang = modell.newInstance(StartEvent.class);
        phase.addChildElement(anfang);
        anfang.setId(phase.getId() + "-beginnt");
        EndEvent ende = modell.newInstance(EndEvent.class);
        phase.addChildElement(ende);
        ende.setId(phase.getId() + "-endet");
        verbinde(anfang, erster);
        verbinde(letzter, ende);
    }

    private void verbinde(FlowNode von, FlowNode nach) {
        SequenceFlow weg = modell.newInstance(SequenceFlow.class);
        von.getParentElement().addChildElement(weg);
        weg.setId(von.getId() + "-dann-" + nach.getId());
        weg.setSource(von);
        weg.setTarget(nach);
        von.getOutgoing().add(weg);
        nach.getIncoming().add(weg);
    }
}
