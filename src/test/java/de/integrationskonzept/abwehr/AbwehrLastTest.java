package de.integrationskonzept.abwehr;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("abwehr")
@DisplayName("Abwehr: zu groß, zu tief, zu viel")
class AbwehrLastTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final String JSON = "application/json";
    private static final String FORMULAR = "application/x-www-form-urlencoded";
    private static final String DATEI = "multipart/form-data; boundary=g";
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @Autowired
    private Rest rest;
    @Autowired
    private Vorgang vorgang;

    /** A body of that size that begins as JSON or as an upload would, with its length said beforehand or not. */
    private static BodyPublisher inhalt(String art, int groesse, boolean mitLaenge) {
        byte[] bytes = new byte[groesse];
        Arrays.fill(bytes, (byte) 'x');
        byte[] anfang = (art.equals(DATEI) ? "--g\r\nContent-Disposition: form-data; name=\"data\"; filename=\"a.bpmn\"\r\n"
                + "Content-Type: text/plain\r\n\r\n" : "{\"name\":\"").getBytes();
        System.arraycopy(anfang, 0, bytes, 0, anfang.length);
        byte[] ende = (art.equals(DATEI) ? "\r\n--g--\r\n" : "\"}").getBytes();
        System.arraycopy(ende, 0, bytes, groesse - ende.length, ende.length);
        return mitLaenge ? BodyPublishers.ofByteArray(bytes) : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    }

    private int sende(Rest.Person person, String pfad, String art, int groesse, boolean mitLaenge) {
        return person.sende("POST", pfad, art, inhalt(art, groesse, mitLaenge)).status();
    }

    @Test
    @DisplayName("21 Inhalt von 50 MB, mit und ohne Angabe der Länge, an jeder Tür → 413")
    void fuenfzigMegabyte() {
        Rest.Person admin = rest.als("admin");
        Rest.Person imBrowser = rest.anmelden("admin");
        for (boolean mitLaenge : List.of(true, false)) {
            for (String art : List.of(JSON, DATEI)) {
                String ziel = art.equals(JSON) ? "/task" : "/deployment/create";
                assertThat(sende(admin, "/engine-rest" + ziel, art, 50 * MEGABYTE, mitLaenge)).as("%s %s", art, mitLaenge).isEqualTo(413);
                assertThat(sende(imBrowser, ENGINE + ziel, art, 50 * MEGABYTE, mitLaenge)).as("%s %s", art, mitLaenge).isEqualTo(413);
            }
        }
        assertThat(sende(rest.als("admin"), "/api/akten", JSON, 50 * MEGABYTE, true)).isEqualTo(413);
        assertThat(sende(rest.ohneAnmeldung(), "/camunda/api/admin/auth/user/default/login/tasklist", FORMULAR, 50 * MEGABYTE, true))
                .isEqualTo(413);
    }

    @Test
    @DisplayName("21 Mehr als 2 MB JSON und mehr als 10 MB Datei → 413, darunter nicht")
    void grenzen() {
        Rest.Person admin = rest.als("admin");
        for (boolean mitLaenge : List.of(true, false)) {
            assertThat(sende(admin, "/engine-rest/task", JSON, 2 * MEGABYTE + 1, mitLaenge)).isEqualTo(413);
            assertThat(sende(admin, "/engine-rest/task", JSON, 2 * MEGABYTE, mitLaenge)).isEqualTo(200);
            // Without a length nobody reads on behind the end of the last part.
            assertThat(sende(admin, "/engine-rest/deployment/create", DATEI, 10 * MEGABYTE + 10_000, mitLaenge)).isEqualTo(413);
            assertThat(sende(admin, "/engine-rest/deployment/create", DATEI, 10 * MEGABYTE, mitLaenge)).isNotEqualTo(413).isLessThan(500);
        }
    }

    @Test
    @DisplayName("21 Tief geschachteltes JSON → 400")
    void tiefesJson() {
        String aufgabe = vorgang.aufgabe();
        String tief = "[".repeat(100_000) + "]".repeat(100_000);
        String objekte = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
        for (String inhalt : List.of(tief, objekte)) {
            for (String abfrage : List.of(inhalt, "{\"processVariables\":" + inhalt + "}", "{\"orQueries\":" + inhalt + "}")) {
                for (String ziel : List.of("/task", "/task/count", "/process-instance", "/history/task")) {
                    wirdAbgelehnt(rest.als("kaemmerei").post("/engine-rest" + ziel, abfrage));
                    wirdAbgelehnt(rest.inTasklist("kaemmerei").post(ENGINE + ziel, abfrage));
                }
            }
            Object variable = Map.of("variables", Map.of("posten", Map.of("type", "Json", "value", inhalt)));
            wirdAbgelehnt(rest.als("kaemmerei").post("/engine-rest/task/" + aufgabe + "/submit-form", variable));
            wirdAbgelehnt(rest.als("kaemmerei").post("/engine-rest/task/" + aufgabe + "/complete", variable));
        }
        assertThat(vorgang.offen(aufgabe)).isTrue();
    }

    private static void wirdAbgelehnt(Rest.Antwort antwort) {
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
    }

    @Test
    @DisplayName("21 Liste mit 10.000 Zeilen → 400 mit einem Satz")
    void langeListe() {
        String aufgabe = vorgang.aufgabe();
        List<Map<String, Object>> zeilen = IntStream.range(0, 10_000).<Map<String, Object>>mapToObj(i -> Map.of("menge", i)).toList();
        Object angaben = Fremd.variablen(Fremd.mit(Fremd.pruefung(), Map.of("posten", zeilen)));

        for (String ziel : List.of("/submit-form", "/complete")) {
            Rest.Antwort antwort = rest.als("kaemmerei").post("/engine-rest/task/" + aufgabe + ziel, angaben);
            wirdAbgelehnt(antwort);
            assertThat(antwort.saetze()).as("one sentence, not one per row").hasSize(1).first().asString().contains("höchstens");
        }
        assertThat(vorgang.offen(aufgabe)).isTrue();
    }

    @Test
    @DisplayName("21 Nach alldem ist der Speicher höchstens 50 MB voller")
    void speicher() {
        uebertreibe();
        long vorher = belegt();
        for (int i = 0; i < 5; i++) {
            uebertreibe();
        }
        assertThat((belegt() - vorher) / MEGABYTE).as("MB more after garbage collection").isLessThanOrEqualTo(50);
    }

    private void uebertreibe() {
        fuenfzigMegabyte();
        tiefesJson();
        langeListe();
    }

    private static long belegt() {
        List<Long> messungen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            System.gc();
            messungen.add(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return messungen.stream().min(Long::compare).orElseThrow();
    }
}
