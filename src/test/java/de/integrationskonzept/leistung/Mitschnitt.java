package de.integrationskonzept.leistung;

import de.integrationskonzept.formular.Vorlage;
import de.integrationskonzept.prozess.Spiel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

/**
 * One file played once by the robot with everything that was answered, so that it can be played again without filling
 * in any form.
 *
 * @param anfang the answers of the start form
 */
record Mitschnitt(Map<String, Object> anfang, List<Schritt> schritte) {

    /** A task that a person of the role completes with these answers. */
    record Schritt(String rolle, String aufgabe, Map<String, Object> angaben) {
    }

    /** A small Gemeinde in the compact procedure, from the start form to the agreed Handlungsfelder. */
    static Mitschnitt kompakt(ProcessEngine engine, Spiel spiel, Vorlage vorlage) {
        String definition = engine.getRepositoryService().createProcessDefinitionQuery()
                .processDefinitionKey("integrationskonzept").latestVersion().singleResult().getId();
        Map<String, Object> anfang = vorlage.fuelleStart(definition, Map.of("aktenzeichen", "Mitschnitt",
                "kommuneTyp", "gemeinde", "einwohner", 9000, "verfahrenWunsch", "kompakt",
                "planBeginn", "2027-01-01", "planEnde", "2028-12-31"));
        Spiel.Akte akte = spiel.beginne(anfang);
        List<Schritt> schritte = new ArrayList<>();
        while (schritte.size() < 40) {
            Task aufgabe = akte.aufgaben().stream().filter(a -> !a.getTaskDefinitionKey().equals("akte-nachtragen"))
                    .findFirst().orElse(null);
            if (aufgabe == null) {
                break;
            }
            String name = aufgabe.getTaskDefinitionKey();
            Map<String, Object> vorgaben = !name.equals("startreife-pruefen") ? Map.of()
                    : Map.of("entscheidung", "rot".equals(akte.zuletzt("ampel")) ? "spitze" : "weiter");
            Schritt schritt = new Schritt(akte.rolle(aufgabe), name, vorlage.fuelle(aufgabe.getId(), vorgaben, null));
            akte.erledige(schritt.rolle(), aufgabe, schritt.angaben());
            schritte.add(schritt);
        }
        return new Mitschnitt(anfang, List.copyOf(schritte));
    }
}
