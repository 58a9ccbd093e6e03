package de.integrationskonzept.modell;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Running files whose process gets a new version with a renamed task. */
abstract class Umzugsfall {

    static final Map<String, Map<String, String>> ZUORDNUNG = Map.of(Probevorgang.TEIL, Map.of("pruefen", "antrag-pruefen", "erinnern",
            "erinnern"));

    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    Umzugsspiel spiel;
    @Autowired
    Umzuege umzuege;

    @BeforeEach
    void stelleBereit() {
        spiel.stelleBereit(Probevorgang.anfangs());
    }

    String akte(boolean gift) {
        return engine.getRuntimeService().startProcessInstanceByKey(Probevorgang.VORGANG, Map.of("gift", gift)).getId();
    }

    List<String> akten(int anzahl) {
        return IntStream.range(0, anzahl).mapToObj(i -> akte(false)).toList();
    }

    /** The new version is deployed. @return the proposal */
    String bereit() {
        String vorschlag = spiel.schlageVor(Probevorgang.umbenannt(), ZUORDNUNG);
        spiel.stelleBereit(vorschlag);
        return vorschlag;
    }

    String beginne(String vorschlag, List<String> wurzeln) {
        return umzuege.beginne(vorschlag, false, wurzeln, Umzugsspiel.PERSON);
    }

    /** The open task of the file. */
    Task aufgabe(String wurzel) {
        String teil = engine.getRuntimeService().createProcessInstanceQuery().superProcessInstanceId(wurzel).singleResult().getId();
        return engine.getTaskService().createTaskQuery().processInstanceId(teil).singleResult();
    }
}
