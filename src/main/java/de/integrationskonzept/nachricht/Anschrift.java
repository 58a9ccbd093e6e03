package de.integrationskonzept.nachricht;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param adresse where people reach the application, without a slash at the end */
@ConfigurationProperties("integrationskonzept")
record Anschrift(@DefaultValue("http://localhost:8080") String adresse) {

    String aufgabe(String id) {
        return adresse + "/camunda/app/tasklist/default/#/?task=" + id;
    }
}
