package de.integrationskonzept.modell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process under a key of its own, with running files, in several versions; leaves nothing behind. */
final class Probeprozess implements AutoCloseable {

    final String schluessel = "probe-" + UUID.randomUUID().toString().substring(0, 8);

    private final ProcessEngine engine;
    private final JdbcClient datenbank;
    private final Umzugsplaner planer;
    private final List<String> bereitstellungen = new ArrayList<>();
    private final List<String> vorschlaege = new ArrayList<>();

    Probeprozess(ProcessEngine engine, JdbcClient datenbank, Umzugsplaner planer) {
        this.engine = engine;
        this.datenbank = datenbank;
        this.planer = planer;
    }

    String datei() {
        return schluessel + ".bpmn";
    }

    Probeablauf ablauf(String... schritte) {
        return Probeablauf.mit(schluessel, schritte);
    }

    /** The id of the deployment. */
    String stelleBereit(Probeablauf ablauf) {
        bereitstellungen.add(engine.getRepositoryService().createDeployment().addString(datei(), ablauf.text()).deploy().getId());
        return bereitstellungen.get(bereitstellungen.size() - 1);
    }

    String beginne() {
        return beginne(schluessel);
    }

    String beginne(String aktenzeichen) {
        return engine.getRuntimeService().startProcessInstanceByKey(schluessel, aktenzeichen).getId();
    }

    /** Somebody has done all tasks of that step in that file. */
    void erledige(String instanz, String schritt) {
        engine.getTaskService().createTaskQuery().processInstanceId(instanz).taskDefinitionKey(schritt).list()
                .forEach(aufgabe -> engine.getTaskService().complete(aufgabe.getId()));
    }

    Umzugsplan plane(Probeablauf neu, Map<String, String> bestaetigt) {
        return planer.plane(Map.of(datei(), neu.bytes()), Map.of(schluessel, bestaetigt));
    }

    Prozessumzug umzug(Probeablauf neu) {
        return plane(neu, Map.of()).prozesse().get(0);
    }

    Stelle stelle(Probeablauf neu, String element) {
        return stelle(plane(neu, Map.of()), element);
    }

    static Stelle stelle(Umzugsplan plan, String element) {
        List<Stelle> alle = plan.prozesse().get(0).stellen();
        return alle.stream().filter(stelle -> stelle.element().equals(element)).findFirst()
                .orElseThrow(() -> new AssertionError(element + " in " + alle));
    }

    /** Deploys the new version and moves the file there, as the engine does it with our instructions. */
    List<String> ziehUm(Probeablauf alt, Probeablauf neu, Map<String, String> bestaetigt, String instanz) {
        ProcessInstance laufend = engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instanz).singleResult();
        String ziel = engine.getRepositoryService().createProcessDefinitionQuery().deploymentId(stelleBereit(neu)).singleResult().getId();
        MigrationPlanBuilder plan = engine.getRuntimeService().createMigrationPlan(laufend.getProcessDefinitionId(), ziel);
        Map<String, String> anweisungen = planer.anweisungen(alt.bytes(), neu.bytes(), bestaetigt);
        var neueAusloeser = planer.mitNeuemAusloeser(alt.bytes(), neu.bytes(), anweisungen);
        anweisungen.forEach((von, nach) -> {
            var anweisung = plan.mapActivities(von, nach);
            if (neueAusloeser.contains(von)) {
                anweisung.updateEventTrigger();
            }
        });
        engine.getRuntimeService().newMigration(plan.build()).processInstanceIds(instanz).execute();
        return engine.getRuntimeService().getActiveActivityIds(instanz);
    }

    /** A proposal with the new version. */
    String vorschlag(Vorschlaege alle, Probeablauf neu, String stufe) {
        String id = alle.beginne("Probe", null, "modellpflege");
        vorschlaege.add(id);
        alle.legeAb(id, datei(), neu.bytes(), null);
        datenbank.sql("update IK_MODELLVORSCHLAG set STUFE = ? where ID = ?").params(stufe, id).update();
        return id;
    }

    void kommune(String instanz, String kommune) {
        datenbank.sql("update ACT_RU_EXECUTION set TENANT_ID_ = ? where PROC_INST_ID_ = ?").params(kommune, instanz).update();
    }

    @Override
    public void close() {
        vorschlaege.forEach(id -> datenbank.sql("delete from IK_MODELLVORSCHLAG where ID = ?").param(id).update());
        bereitstellungen.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true, true));
    }
}
