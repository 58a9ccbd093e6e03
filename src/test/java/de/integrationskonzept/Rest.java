package de.integrationskonzept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Speaks to the running application over HTTP, as one of the demonstration's people or as nobody. */
@Component
public class Rest {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Environment environment;

    Rest(Environment environment) {
        this.environment = environment;
    }

    /** The REST API of the engine, logged in by HTTP Basic. */
    public Person als(String kennung) {
        return new Person("Basic " + Base64.getEncoder()
                .encodeToString((kennung + ":" + Anwendungstest.PASSWORT).getBytes(StandardCharsets.UTF_8)));
    }

    public Person ohneAnmeldung() {
        return new Person(null);
    }

    /** What came back; {@code ort} is where a redirection leads. */
    public record Antwort(int status, String text, String art, String ort) {

        public JsonNode json() {
            return lies(text);
        }

        /** The sentences that say what to correct. */
        public List<String> saetze() {
            return List.of(json().path("message").asText().split("\n"));
        }
    }

    /** Somebody at the door. */
    public final class Person {

        private final String ausweis;

        private Person(String ausweis) {
            this.ausweis = ausweis;
        }

        public Antwort get(String pfad) {
            return sende("GET", pfad, null);
        }

        public Antwort post(String pfad, Object inhalt) {
            return sende("POST", pfad, inhalt);
        }

        public Antwort put(String pfad, Object inhalt) {
            return sende("PUT", pfad, inhalt);
        }

        /** @param inhalt sent as JSON; text is sent as it is; null is no body */
        public Antwort sende(String methode, String pfad, Object inhalt) {
            return sende(methode, pfad, "application/json", inhalt == null ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(inhalt instanceof String text ? text : schreibe(inhalt)));
        }

        public Antwort sende(String methode, String pfad, String art, HttpRequest.BodyPublisher inhalt) {
            return sende(methode, pfad, art, inhalt, "application/json");
        }

        /** As Tasklist asks for its cards: with what is embedded. */
        public Antwort hal(String pfad) {
            return sende("GET", pfad, "application/json", HttpRequest.BodyPublishers.noBody(), "application/hal+json");
        }

        private Antwort sende(String methode, String pfad, String art, HttpRequest.BodyPublisher inhalt, String erwartet) {
            HttpRequest.Builder anfrage = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + pfad))
                    .header("Content-Type", art).header("Accept", erwartet).method(methode, inhalt);
            if (ausweis != null) {
                anfrage.header("Authorization", ausweis);
            }
            try {
                HttpResponse<String> antwort = HTTP.send(anfrage.build(), HttpResponse.BodyHandlers.ofString());
                return new Antwort(antwort.statusCode(), antwort.body(),
                        antwort.headers().firstValue("Content-Type").orElse(""),
                        antwort.headers().firstValue("Location").orElse(""));
            } catch (IOException fehler) {
                throw new AssertionError(methode + " " + pfad, fehler);
            } catch (InterruptedException fehler) {
                Thread.currentThread().interrupt();
                throw new AssertionError(fehler);
            }
        }
    }

    public static JsonNode lies(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException keinJson) {
            throw new AssertionError("no JSON: " + text, keinJson);
        }
    }

    public static String schreibe(Object inhalt) {
        try {
            return JSON.writeValueAsString(inhalt);
        } catch (JsonProcessingException fehler) {
            throw new AssertionError(fehler);
        }
    }
}
