package de.integrationskonzept.nachricht;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach the application, for links in mail.
 *
 * @param adresse what stands in the browser before {@code /camunda}
 */
@ConfigurationProperties("integrationskonzept")
record Anschrift(@DefaultValue("http://localhost:8080") String adresse) {

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/";

    Anschrift {
        if (!adresse.matches("https?://[A-Za-z0-9._~:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?")) {
            throw new IllegalArgumentException("integrationskonzept.adresse must be an address like https://integration.musterstadt.de");
        }
        adresse = adresse.replaceFirst("/+$", "");
    }

    /** The task, open in Tasklist. */
    String aufgabe(String id) {
        return adresse + TASKLIST + "?task=" + id;
    }

    String aufgaben() {
        return adresse + TASKLIST;
    }

    /** The page of one's own settings. */
    String persoenlich() {
        return adresse + TASKLIST + "persoenlich";
    }
}
