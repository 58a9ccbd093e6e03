package de.integrationskonzept;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the application: the Camunda engine with its web applications and the capabilities that the models use. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Integrationskonzept {

    public static void main(String[] args) {
        SpringApplication.run(Integrationskonzept.class, args);
    }
}
