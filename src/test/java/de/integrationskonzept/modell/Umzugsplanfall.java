package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process with running files of its own, whose next version is planned. */
abstract class Umzugsplanfall {

    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcClient datenbank;
    @Autowired
    Umzugsplaner planer;

    Probeprozess probe;

    @BeforeEach
    void neueProbe() {
        probe = new Probeprozess(engine, datenbank, planer);
    }

    @AfterEach
    void raeumeAuf() {
        probe.close();
    }

    /** So many files stand there, and go on at that element, for that reason. */
    static void verlange(Stelle stelle, int anzahl, String ziel, String herkunft) {
        assertThat(stelle).returns(anzahl, Stelle::anzahl).returns(ziel, Stelle::ziel).returns(herkunft, Stelle::herkunft);
    }
}
