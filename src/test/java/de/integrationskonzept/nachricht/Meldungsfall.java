package de.integrationskonzept.nachricht;

import de.integrationskonzept.Poststelle;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Anna, who alone has a role, and what she is told of her tasks. */
abstract class Meldungsfall {

    @Autowired
    ProcessEngine engine;
    @Autowired
    TaskService aufgaben;
    @Autowired
    JdbcTemplate jdbc;

    Meldungsprobe probe;
    String rolle;
    String anna;

    @BeforeEach
    void stelleBereit() {
        probe = new Meldungsprobe(engine, jdbc, false);
        rolle = probe.rolle();
        anna = probe.person("anna", rolle);
    }

    @AfterEach
    void raeumeAuf() {
        Poststelle.pfoertner().lassDurch();
        probe.raeumeAuf();
    }

    /** @param teil 0 for the text, 1 for the page */
    static String text(MimeMessage mail, int teil) throws MessagingException, IOException {
        return (String) ((Multipart) mail.getContent()).getBodyPart(teil).getContent();
    }
}
