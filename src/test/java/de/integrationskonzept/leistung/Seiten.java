package de.integrationskonzept.leistung;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Rest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** The pages that are measured, each with the first file that is far enough to fill it. */
final class Seiten {

    private static final String TASKLIST = "/camunda/api/engine/engine/default";
    private static final String HAL = "application/hal+json";

    /** Begins the name of a page that shows all files and so grows with their number. */
    static final String ALLES = "alle Akten: ";

    private final Rest rest;
    private final ProcessEngine engine;

    Seiten(Rest rest, ProcessEngine engine) {
        this.rest = rest;
        this.engine = engine;
    }

    List<Seite> alle() {
        Rest.Person cockpit = rest.inAnwendung("cockpit", "prozessverantwortung");
        Rest.Person ib = rest.inTasklist("integrationsbeauftragte");
        Rest.Person ag = rest.inTasklist("ag-leitung");
        Rest.Person steuerung = rest.inTasklist("steuerungsgruppe");
        // A file with forty Handlungsfelder, and the oldest one with two years of implementation.
        Task feld = engine.getTaskService().createTaskQuery().taskDefinitionKey("bestand-aufnehmen").orderByTaskId().asc().listPage(0, 1).get(0);
        String viele = wurzel(feld.getProcessInstanceId());
        String alte = engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey("integrationskonzept")
                .orderByProcessInstanceStartTime().asc().listPage(0, 1).get(0).getId();
        String filter = filter(ib);
        Map<String, Object> sortiert = Map.of("sorting", List.of(Map.of("sortBy", "dueDate", "sortOrder", "asc")));
        return List.of(
                Seite.get("Übersicht, erste Seite", cockpit, "/api/konzepte"),
                Seite.get("Übersicht nach Kommune", cockpit, "/api/konzepte?sortierung=kommune"),
                Seite.get("Übersicht, nur mit überfälligen Aufgaben", cockpit, "/api/konzepte?lage=ueberfaellig"),
                Seite.get("Übersicht, nur gestörte", cockpit, "/api/konzepte?lage=gestoert"),
                Seite.get("Übersicht, Suche", cockpit, "/api/konzepte?suche=beispiel"),
                Seite.get(ALLES + "Übersicht als CSV", cockpit, "/api/konzepte.csv"),
                Seite.get("Kopf einer Akte", cockpit, "/api/konzepte/" + viele),
                Seite.get("Zeitplan, laufende Akte", cockpit, "/api/akten/" + viele + "/zeitplan"),
                Seite.get("Zeitplan, alte Akte", cockpit, "/api/akten/" + alte + "/zeitplan"),
                Seite.get("Handlungsfelder und Kennzahlen, alte Akte", cockpit, "/api/akten/" + alte + "/handlungsfelder"),
                Seite.get("Handlungsfelder, laufende Akte", cockpit, "/api/akten/" + viele + "/handlungsfelder"),
                Seite.get("Verlauf, alte Akte", cockpit, "/api/akten/" + alte + "/verlauf"),
                Seite.get("Verlauf, laufende Akte", cockpit, "/api/akten/" + viele + "/verlauf"),
                Seite.get("Liegezeiten, Handlungsfeld", cockpit, "/api/liegezeiten?prozess=handlungsfeld"),
                Seite.get("Liegezeiten, Auftragsklärung", cockpit, "/api/liegezeiten?prozess=auftragsklaerung"),
                Seite.get("Einordnung einer Aufgabe", ag, "/api/aufgaben/" + feld.getId() + "/einordnung"),
                Seite.get("Meine erledigten, AG-Leitung", ag, "/api/aufgaben/erledigt"),
                Seite.get("Meine erledigten, Integrationsbeauftragte", ib, "/api/aufgaben/erledigt"),
                Seite.post("Meine Gruppen, Integrationsbeauftragte", ib, TASKLIST + "/filter/" + filter + "/list?firstResult=0&maxResults=15", HAL, sortiert),
                Seite.post("Meine Gruppen, AG-Leitung", ag, TASKLIST + "/filter/" + filter + "/list?firstResult=0&maxResults=15", HAL, sortiert),
                Seite.post("Meine Gruppen, Steuerungsgruppe", steuerung, TASKLIST + "/filter/" + filter + "/list?firstResult=0&maxResults=15", HAL, sortiert),
                Seite.get("Meine Gruppen, Anzahl, Integrationsbeauftragte", ib, TASKLIST + "/filter/" + filter + "/count"),
                Seite.get("Meine Gruppen, Anzahl, AG-Leitung", ag, TASKLIST + "/filter/" + filter + "/count"));
    }

    private String wurzel(String instanz) {
        ProcessInstance vorgang = engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instanz).singleResult();
        return vorgang.getRootProcessInstanceId();
    }

    private static String filter(Rest.Person person) {
        JsonNode alle = person.get(TASKLIST + "/filter?resourceType=Task").json();
        return StreamSupport.stream(alle.spliterator(), false).filter(f -> f.path("name").asText().equals("Meine Gruppen"))
                .map(f -> f.path("id").asText()).findFirst().orElseThrow();
    }
}
