package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.zeile;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The years after the resolution: each a root of its own, one after the other. */
abstract class Umsetzungsjahr {

    static final List<Map<String, Object>> FELDER = List.of(
            zeile("feld", "Sprache", "fachbereich", "fachbereich-bildung", "stand", "gebilligt", "ziele", List.of(zeile("ziel", "Mehr Kurse")),
                    "kennzahlen", List.of(zeile("kennzahl", "Kita-Quote", "einheit", "%", "ausgangswert", 60, "zielwert", 80))),
            zeile("feld", "Wohnen", "fachbereich", "fachbereich-soziales", "stand", "gebilligt"));
    private static final List<Map<String, Object>> MASSNAHMEN = List.of(zeile("nummer", "1.1", "titel", "Sprachkurse", "zusage", "ja"),
            zeile("nummer", "1.2", "titel", "Patenschaften", "zusage", "nein"));
    static final Map<String, Object> ENDE = zeile("jahrEntscheidung", "beenden", "endeDurch", "Stadtrat", "endeAm", "2031-05-01",
            "endeGrund", "Das Konzept geht in der Sozialplanung auf");

    @Autowired
    Spiel spiel;
    @Autowired
    ProcessEngine engine;
    @Autowired
    RuntimeService laufzeit;

    Map<String, Object> programm(Object... anders) {
        return mit(zeile("aktenzeichen", "U-" + UUID.randomUUID().toString().substring(0, 8), "tiefe", "programm", "verfahren", "ausfuehrlich",
                "berichtTermin", "2030-03-31", "fortschreibungJahre", 3, "feldergebnisse", FELDER, "massnahmen", MASSNAHMEN), anders);
    }

    /** One year of route B up to the decision. */
    Spiel.Akte berichtet(Spiel.Akte jahr, Object istwert) {
        List<?> zeilen = (List<?>) jahr.zeitKommt("berichtszeit").inhalt("umsetzung-berichten", "kennzahlenBericht");
        List<Map<String, Object>> werte = List.of(mit(alsZeile(zeilen.get(0)), "istwert", istwert));
        return jahr.erledige("controlling", "umsetzung-berichten", zeile("kennzahlenBericht", werte, "erreichtePersonen", 120,
                "massnahmenBericht", List.of(zeile("nummer", "1.1", "titel", "Sprachkurse", "stand", "laeuft"))));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> alsZeile(Object zeile) {
        return (Map<String, Object>) zeile;
    }

    static Map<String, Object> erste(Object bericht, String liste) {
        return alsZeile(((List<?>) alsZeile(bericht).get(liste)).get(0));
    }

    static String zeichen(Spiel.Akte akte) {
        return (String) akte.wert("aktenzeichen");
    }

    /** The single task that stands for a called process is done, with this outcome. */
    void weiter(Spiel.Akte akte, String prozess, Map<String, Object> ergebnis) {
        engine.getTaskService().complete(akte.aufgabe("warten-" + prozess).getId(), Spiel.json(ergebnis));
    }

    /** What is called here has stories of its own; for this one, each called process is a single task. */
    void mitPlatzhaltern(Runnable geschichte) {
        var bereitstellung = engine.getRepositoryService().createDeployment().name("Platzhalter");
        List.of("leitungswechsel", "handlungsfelder", "massnahmen", "beschluss", "auflage")
                .forEach(p -> bereitstellung.addModelInstance(p + ".bpmn", platzhalter(p)));
        String id = bereitstellung.deploy().getId();
        try {
            geschichte.run();
        } finally {
            engine.getRepositoryService().deleteDeployment(id, true);
        }
    }

    private static BpmnModelInstance platzhalter(String prozess) {
        return Bpmn.createExecutableProcess(prozess).camundaHistoryTimeToLiveString("P1D").startEvent()
                .userTask("warten-" + prozess).name("Warten").camundaCandidateGroups("integrationsbeauftragte").endEvent().done();
    }
}
