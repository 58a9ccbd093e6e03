package de.integrationskonzept;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole application with its deployed models, the demonstration's people (user id = role id,
 * password {@value #PASSWORT}) and a random port. The context is shared by all such tests; each test makes its own files.
 * It is always the same day ({@link FesteUhr}). Jobs run when a test asks for them ({@link de.integrationskonzept.prozess.Spiel}), never on their own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "camunda.bpm.job-execution.enabled=false", "camunda.bpm.metrics.db-reporter-activate=false",
        "logging.level.root=warn", "management.prometheus.metrics.export.enabled=true", "server.address=127.0.0.1",
        "integrationskonzept.nachricht.tagespost=false", "server.tomcat.background-processor-delay=1d"})
@ExtendWith(FesteUhr.class)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = {Datenbank.class, Poststelle.class})
public @interface Anwendungstest {

    String PASSWORT = "Demo-Passwort-1";
}
