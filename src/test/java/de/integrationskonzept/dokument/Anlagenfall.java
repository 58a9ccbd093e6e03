package de.integrationskonzept.dokument;

import static de.integrationskonzept.dokument.Musterdateien.pdf;
import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A file in which the Kämmerei has a task that files can be added to. */
abstract class Anlagenfall {

    static final String IB = "integrationsbeauftragte";

    @Autowired
    Rest rest;
    @Autowired
    Spiel spiel;
    @Autowired
    ProcessEngine engine;

    Spiel.Akte akte;
    Task aufgabe;
    String anAufgabe;
    String inAkte;

    @BeforeEach
    void beginne() {
        akte = spiel.beginne(stadt()).spieleBis(gut(), "mittel-pruefen");
        aufgabe = akte.aufgabe("mittel-pruefen");
        anAufgabe = "/api/aufgaben/" + aufgabe.getId() + "/anlagen";
        inAkte = "/api/akten/" + akte.id() + "/anlagen";
    }

    /** One file as a browser sends it, with the last boundary. */
    static byte[] teil(String feld, String name, byte[] inhalt) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("--g\r\nContent-Disposition: form-data; name=\"" + feld + "\"; filename=\"" + name + "\""
                + "\r\nContent-Type: text/html\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(inhalt);
        bytes.writeBytes("\r\n--g--\r\n".getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    static Rest.Antwort sende(Rest.Person person, String weg, String name, byte[] inhalt) {
        return person.sende("POST", weg, "multipart/form-data; boundary=g", HttpRequest.BodyPublishers.ofByteArray(teil("datei", name, inhalt)));
    }

    JsonNode lege(String rolle, String name) {
        Rest.Antwort antwort = sende(rest.als(rolle), anAufgabe, name, pdf("Haushaltsplan"));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(201);
        return antwort.json();
    }

    static List<String> namen(Rest.Antwort liste) {
        assertThat(liste.status()).as(liste.text()).isEqualTo(200);
        return StreamSupport.stream(liste.json().spliterator(), false).map(a -> a.path("name").asText()).toList();
    }

    static void problem(Rest.Antwort antwort, int status, String satz) {
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(status);
        assertThat(antwort.art()).startsWith("application/problem+json");
        assertThat(antwort.json().path("detail").asText()).contains(satz).endsWith(".");
    }
}
