package de.integrationskonzept.beteiligung;

import de.integrationskonzept.engine.Work;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/**
 * What the model says about links for a task, in properties of the task.
 *
 * @param formular id of the form that whoever has a link answers ({@code linkFormular})
 * @param antwort what an answer does ({@code linkAntwort})
 * @param liste the list that gets a row, or has the rows that are answered ({@code linkListe}); null when the task is completed
 * @param je name in the rows of the list by which each link gets its own rows ({@code linkJe}); null when an answer is a row of its own
 * @param zeigt variables that the form may show, and no others ({@code linkZeigt})
 * @param titel what people are asked for ({@code linkTitel})
 * @param tage how long a link is valid ({@code linkTage}), empty for as long as the configuration says
 * @param vermerk where it is written how the answer came ({@code linkVermerk}): variables of the process, or names in the answered rows
 * @param tag name in the answered rows that gets the day of the answer ({@code linkTag}), may be null
 */
record Angebot(String formular, Antwort antwort, String liste, String je, Set<String> zeigt, String titel, Optional<Integer> tage,
        Set<String> vermerk, String tag) {

    static final String FORMULAR = "linkFormular";
    static final String ANTWORT = "linkAntwort";
    static final String LISTE = "linkListe";
    static final String JE = "linkJe";
    static final String ZEIGT = "linkZeigt";
    static final String TITEL = "linkTitel";
    static final String TAGE = "linkTage";
    static final String VERMERK = "linkVermerk";
    static final String TAG = "linkTag";

    /** An answer adds to a list until the task is completed, or it completes the task. */
    enum Antwort { ERGAENZT, ERLEDIGT }

    /** By definition and task: a deployed definition never changes, and every completion asks. */
    private static final Map<String, Optional<Angebot>> GELESEN = new ConcurrentHashMap<>();

    /** Only within a command; empty when no links are given for the task. */
    static Optional<Angebot> fuer(TaskEntity aufgabe) {
        return GELESEN.computeIfAbsent(aufgabe.getProcessDefinitionId() + "/" + aufgabe.getTaskDefinitionKey(), neu -> lies(aufgabe));
    }

    private static Optional<Angebot> lies(TaskEntity aufgabe) {
        Map<String, String> angaben = Work.unrestricted(() -> eigenschaften(aufgabe.getBpmnModelElementInstance()));
        return angaben.containsKey(FORMULAR) ? Optional.of(aus(angaben)) : Optional.empty();
    }

    private static Angebot aus(Map<String, String> angaben) {
        return new Angebot(angaben.get(FORMULAR), Antwort.ERLEDIGT.name().equalsIgnoreCase(angaben.get(ANTWORT)) ? Antwort.ERLEDIGT : Antwort.ERGAENZT,
                angaben.get(LISTE), angaben.get(JE), namen(angaben.get(ZEIGT)), angaben.get(TITEL),
                Optional.ofNullable(angaben.get(TAGE)).filter(tage -> tage.matches("\\d{1,3}")).map(Integer::valueOf), namen(angaben.get(VERMERK)), angaben.get(TAG));
    }

    /** Whether a row of the list is one of those that the link is for. */
    boolean gehoert(Object zeile, Einladung einladung) {
        return zeile instanceof Map<?, ?> map && map.get(je) != null && String.valueOf(map.get(je)).strip().equals(einladung.fuer());
    }

    static Set<String> namen(String aufzaehlung) {
        return aufzaehlung == null ? Set.of() : Arrays.stream(aufzaehlung.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, String> eigenschaften(UserTask aufgabe) {
        Map<String, String> angaben = new HashMap<>();
        if (aufgabe != null && aufgabe.getExtensionElements() != null) {
            aufgabe.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                    .flatMap(alle -> alle.getCamundaProperties().stream()).filter(eine -> eine.getCamundaName() != null && eine.getCamundaValue() != null)
                    .forEach(eine -> angaben.put(eine.getCamundaName(), eine.getCamundaValue().strip()));
        }
        return angaben;
    }
}
