package de.integrationskonzept.modelle;

import de.integrationskonzept.modelle.Ausdruecke.Aufruf;
import de.integrationskonzept.modelle.Modelle.Formulardatei;
import de.integrationskonzept.modelle.Modelle.Prozess;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.bpmn.instance.CallActivity;

/** Which variables there can be in a process. */
final class Variablen {

    private Variablen() {
    }

    /** Set by the process itself, handed in by its callers, or delivered with a message. */
    static Set<String> in(Prozess prozess) {
        Set<String> namen = new LinkedHashSet<>();
        formulare(prozess).forEach(f -> namen.addAll(f.variablen()));
        prozess.alle(CamundaInputParameter.class).forEach(p -> namen.add(p.getCamundaName()));
        prozess.alle(CamundaOutputParameter.class).forEach(p -> namen.add(p.getCamundaName()));
        prozess.alle(BusinessRuleTask.class).forEach(t -> namen.add(t.getCamundaResultVariable()));
        prozess.alle(ServiceTask.class).forEach(t -> namen.add(t.getCamundaResultVariable()));
        prozess.alle(MultiInstanceLoopCharacteristics.class).forEach(m -> namen.add(m.getCamundaElementVariable()));
        prozess.alle(CamundaOut.class).forEach(o -> namen.add(o.getCamundaTarget()));
        prozess.alle(UserTask.class).forEach(t -> namen.add(Modelle.angaben(t).get("linkListe")));
        rufende(prozess.schluessel()).forEach(i -> namen.add(i.getCamundaTarget()));
        gemeldet().forEach(namen::add);
        namen.addAll(begonnen(prozess.schluessel()));
        if (rufende(prozess.schluessel()).findAny().isEmpty()) {
            vomRahmen().forEach(namen::add);
        }
        namen.remove(null);
        return namen;
    }

    /** The forms of a process's tasks and start. */
    static Stream<Formulardatei> formulare(Prozess prozess) {
        Set<String> ids = new LinkedHashSet<>();
        prozess.alle(UserTask.class).forEach(t -> ids.add(t.getCamundaFormRef()));
        prozess.alle(StartEvent.class).forEach(s -> ids.add(s.getCamundaFormRef()));
        return Modelle.formulare().stream().filter(f -> ids.contains(f.id()));
    }

    private static Stream<CamundaIn> rufende(String schluessel) {
        return Modelle.prozesse().stream().flatMap(p -> p.alle(CallActivity.class).stream())
                .filter(c -> schluessel.equals(c.getCalledElement()) && c.getExtensionElements() != null)
                .flatMap(c -> c.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream());
    }

    /** What messages bring along, and what the file's frame knows. */
    private static Stream<String> gemeldet() {
        return aufrufe("melde").flatMap(a -> a.liste(1).stream());
    }

    /** What a process gets that another one begins as a further root of the file; empty when nobody does. */
    static Set<String> begonnen(String schluessel) {
        Set<String> namen = new LinkedHashSet<>();
        aufrufe("beginne").filter(a -> schluessel.equals(a.argumente().get(0))).forEach(a -> {
            namen.addAll(Set.of("aktenname", "phase"));
            namen.addAll(a.liste(1));
        });
        return namen;
    }

    private static Stream<String> vomRahmen() {
        return Stream.concat(Stream.of("aktenname", "phase"), Stream.concat(
                aufrufe("festhalten").flatMap(a -> a.liste(0).stream()), aufrufe("anfuegen").flatMap(a -> a.liste(0).stream())));
    }

    static Stream<Aufruf> aufrufe(String methode) {
        return Modelle.prozesse().stream().flatMap(p -> Ausdruecke.in(p).stream())
                .flatMap(a -> a.aufrufe().stream()).filter(a -> a.methode().equals(methode));
    }
}
