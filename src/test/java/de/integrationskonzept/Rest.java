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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.stereotype.Component;

/** Speaks to the running application over HTTP, as one of the demonstration's people or as nobody. */
@Component
public class Rest {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Environment environment;
    private final Map<String, Person> sitzungen = new ConcurrentHashMap<>();

    Rest(Environment environment) {
        this.environment = environment;
    }

    /** Another application on this machine. */
    public static Rest anPort(int port) {
        return new Rest(new MockEnvironment().withProperty("local.server.port", String.valueOf(port)));
    }

    /** The application under test, or another one that is held against the same tests ({@code -Dabwehr.gegen=http://…}). */
    private String gegenueber() {
        return System.getProperty("abwehr.gegen", "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    /** The REST API of the engine, logged in by HTTP Basic. */
    public Person als(String kennung) {
        return als(kennung, Anwendungstest.PASSWORT);
    }

    /** Somebody who may know the password or not. */
    public Person als(String kennung, String passwort) {
        return new Person(Map.of("Authorization", "Basic " + Base64.getEncoder()
                .encodeToString((kennung + ":" + passwort).getBytes(StandardCharsets.UTF_8))));
    }

    public Person ohneAnmeldung() {
        return new Person(Map.of());
    }

    /** The person at work in Tasklist: logged in with a session, the engine's API is below {@code /camunda/api/engine/engine/default}. */
    public Person inTasklist(String kennung) {
        return inAnwendung("tasklist", kennung);
    }

    /** As {@link #inTasklist}, for people whose work is in another web application. */
    public Person inAnwendung(String anwendung, String kennung) {
        return sitzungen.computeIfAbsent(anwendung + "/" + kennung, wer -> anmelden(anwendung, kennung));
    }

    /** As {@link #inTasklist}, in a session of its own. */
    public Person anmelden(String kennung) {
        return anmelden("tasklist", kennung);
    }

    private Person anmelden(String anwendung, String kennung) {
        HttpResponse<String> seite = ohneAnmeldung().hole("/camunda/app/welcome/default/");
        String sitzung = keks(seite, "JSESSIONID");
        String marke = keks(seite, "XSRF-TOKEN");
        Person gast = new Person(Map.of("Cookie", "JSESSIONID=" + sitzung + "; XSRF-TOKEN=" + marke, "X-XSRF-TOKEN", marke));
        HttpResponse<String> angemeldet = gast.roh("POST", "/camunda/api/admin/auth/user/default/login/" + anwendung,
                "application/x-www-form-urlencoded", "application/json", HttpRequest.BodyPublishers.ofString("username=" + kennung
                        + "&password=" + Anwendungstest.PASSWORT));
        if (angemeldet.statusCode() != 200) {
            throw new AssertionError("login of " + kennung + ": " + angemeldet.statusCode() + " " + angemeldet.body());
        }
        // The login begins a new session, and the next page gives that session its own token.
        String neu = "JSESSIONID=" + keks(angemeldet, "JSESSIONID");
        String neueMarke = keks(new Person(Map.of("Cookie", neu)).hole("/camunda/app/" + anwendung + "/default/"), "XSRF-TOKEN");
        return new Person(Map.of("Cookie", neu + "; XSRF-TOKEN=" + neueMarke, "X-XSRF-TOKEN", neueMarke));
    }

    /** The value of a cookie that the answer sets, at last. */
    public static String keks(HttpResponse<String> antwort, String name) {
        return antwort.headers().allValues("Set-Cookie").stream().filter(k -> k.startsWith(name + "=")).reduce((a, b) -> b)
                .orElseThrow(() -> new AssertionError("no cookie " + name + " in " + antwort.headers()))
                .substring(name.length() + 1).split(";")[0];
    }

    /** What came back; {@code ort} is where a redirection leads. */
    public record Antwort(int status, String text, String art, String ort) {

        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException keinJson) {
                throw new AssertionError("no JSON with status " + status + ": " + text, keinJson);
            }
        }

        /** The sentences that say what to correct. */
        public List<String> saetze() {
            return List.of(json().path("message").asText().split("\n"));
        }
    }

    /** Somebody at the door. */
    public final class Person {

        private final Map<String, String> ausweis;

        private Person(Map<String, String> ausweis) {
            this.ausweis = ausweis;
        }

        public Antwort get(String pfad) {
            return sende("GET", pfad, null);
        }

        /** @param als the media type in which the answer is wanted */
        public Antwort lies(String pfad, String als) {
            return sende("GET", pfad, "application/json", als, HttpRequest.BodyPublishers.noBody());
        }

        /** As {@link #lies}, with a query of its own. */
        public Antwort lies(String pfad, String als, Object abfrage) {
            return sende("POST", pfad, "application/json", als, HttpRequest.BodyPublishers.ofString(schreibe(abfrage)));
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
            return sende(methode, pfad, art, "application/json", inhalt);
        }

        private Antwort sende(String methode, String pfad, String art, String als, HttpRequest.BodyPublisher inhalt) {
            HttpResponse<String> antwort = roh(methode, pfad, art, als, inhalt);
            return new Antwort(antwort.statusCode(), antwort.body(), antwort.headers().firstValue("Content-Type").orElse(""),
                    antwort.headers().firstValue("Location").orElse(""));
        }

        private HttpResponse<String> hole(String pfad) {
            return roh("GET", pfad, "text/html", "text/html", HttpRequest.BodyPublishers.noBody());
        }

        /** The same person with one header more, or another one. */
        public Person mit(String kopf, String wert) {
            Map<String, String> neu = new LinkedHashMap<>(ausweis);
            neu.put(kopf, wert);
            return new Person(neu);
        }

        /** The same person without that header. */
        public Person ohne(String kopf) {
            Map<String, String> neu = new LinkedHashMap<>(ausweis);
            neu.remove(kopf);
            return new Person(neu);
        }

        /** What the person shows at the door under that name, null when nothing. */
        public String ausweis(String kopf) {
            return ausweis.get(kopf);
        }

        /** What a successful download brings. */
        public byte[] bytes(String pfad) {
            HttpRequest.Builder anfrage = HttpRequest.newBuilder(URI.create(gegenueber() + pfad));
            ausweis.forEach(anfrage::header);
            HttpResponse<byte[]> antwort = schicke(anfrage.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (antwort.statusCode() != 200) {
                throw new AssertionError(pfad + ": " + antwort.statusCode() + " " + new String(antwort.body(), StandardCharsets.UTF_8));
            }
            return antwort.body();
        }

        /** The whole answer with its headers. */
        public HttpResponse<String> roh(String methode, String pfad, String art, String als, HttpRequest.BodyPublisher inhalt) {
            HttpRequest.Builder anfrage = HttpRequest.newBuilder(
                            URI.create(gegenueber() + pfad))
                    .header("Content-Type", art).header("Accept", als).method(methode, inhalt);
            ausweis.forEach(anfrage::header);
            return schicke(anfrage.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static <T> HttpResponse<T> schicke(HttpRequest anfrage, HttpResponse.BodyHandler<T> als) {
        try {
            return HTTP.send(anfrage, als);
        } catch (IOException fehler) {
            throw new AssertionError(anfrage.toString(), fehler);
        } catch (InterruptedException fehler) {
            Thread.currentThread().interrupt();
            throw new AssertionError(fehler);
        }
    }

    public static JsonNode lies(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException keinJson) {
            throw new AssertionError("no JSON: " + text, keinJson);
        }
    }

    /** Lists and objects as Java has them. */
    public static Object java(JsonNode wert) {
        return JSON.convertValue(wert, Object.class);
    }

    public static String schreibe(Object inhalt) {
        try {
            return JSON.writeValueAsString(inhalt);
        } catch (JsonProcessingException fehler) {
            throw new AssertionError(fehler);
        }
    }
}
