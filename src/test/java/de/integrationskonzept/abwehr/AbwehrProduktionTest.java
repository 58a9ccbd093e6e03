package de.integrationskonzept.abwehr;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Integrationskonzept;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Production in a JVM of its own, asked over HTTP. */
@Tag("abwehr")
@DisplayName("Abwehr: die Produktion")
@Timeout(180)
class AbwehrProduktionTest {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Process produktion;
    private static String adresse;

    @BeforeAll
    static void starte(@TempDir Path ordner) throws IOException {
        ProcessBuilder bauer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", Integrationskonzept.class.getName(), "--server.port=0", "--server.address=127.0.0.1",
                "--camunda.bpm.deployment-resource-pattern=classpath*:bpmn/**/*.dmn").redirectErrorStream(true);
        // It says little after its start, and less than a pipe holds.
        String pfad = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        bauer.environment().remove("SPRING_PROFILES_ACTIVE");
        bauer.environment().putAll(Map.of("SPRING_DATASOURCE_URL", "jdbc:h2:mem:produktion", "SPRING_DATASOURCE_USERNAME", "sa",
                "SPRING_DATASOURCE_PASSWORD", "", "INTEGRATIONSKONZEPT_ADMINISTRATION_KENNUNG", "leitung",
                "INTEGRATIONSKONZEPT_ADMINISTRATION_PASSWORT", "Sehr-Geheim-2026", "CLASSPATH", Arrays.stream(pfad.split(File.pathSeparator))
                        .filter(teil -> !teil.isBlank()).collect(Collectors.joining(File.pathSeparator))));
        produktion = bauer.start();
        adresse = "http://127.0.0.1:" + warteAufStart(produktion);
    }

    private static String warteAufStart(Process produktion) throws IOException {
        BufferedReader zeilen = new BufferedReader(new InputStreamReader(produktion.getInputStream(), StandardCharsets.UTF_8));
        String port = null;
        for (String zeile = zeilen.readLine(); zeile != null; zeile = zeilen.readLine()) {
            Matcher treffer = PORT.matcher(zeile);
            port = treffer.find() ? treffer.group(1) : port;
            if (zeile.contains("Started Integrationskonzept")) {
                return port;
            }
        }
        throw new AssertionError("production did not start");
    }

    @AfterAll
    static void beende() {
        produktion.destroy();
    }

    private static HttpResponse<String> get(String pfad, String kennung, String passwort) throws IOException, InterruptedException {
        HttpRequest.Builder anfrage = HttpRequest.newBuilder(URI.create(adresse + pfad));
        if (kennung != null) {
            anfrage.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((kennung + ":" + passwort).getBytes(StandardCharsets.UTF_8)));
        }
        return HTTP.send(anfrage.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @DisplayName("3 Personen der Demonstration in der Produktion → 401")
    void demoPersonen() throws Exception {
        for (String kennung : List.of("admin", "integrationsbeauftragte", "verwaltungsspitze", "kaemmerei", "modellpflege", "demo")) {
            for (String passwort : List.of("Demo-Passwort-1", "demo", kennung)) {
                for (String pfad : List.of("/engine-rest/task/count", "/engine-rest/user", "/api/akten")) {
                    assertThat(get(pfad, kennung, passwort).statusCode()).as(kennung + pfad).isEqualTo(401);
                }
            }
        }
        assertThat(get("/engine-rest/user/count", "leitung", "Sehr-Geheim-2026").body()).contains("1");
    }

    @Test
    @DisplayName("23 In der Produktion besteht jede Tür auf TLS → Strict-Transport-Security, Kekse nur über TLS")
    void nurTls() throws Exception {
        for (String pfad : List.of("/", "/engine-rest/task", "/api/akten", "/camunda/app/welcome/default/", "/camunda/api/engine/engine/default/task",
                "/gibt-es-nicht", "/actuator/health")) {
            HttpResponse<String> antwort = get(pfad, null, null);
            assertThat(antwort.headers().firstValue("Strict-Transport-Security")).as(pfad).hasValueSatisfying(wert ->
                    assertThat(wert).contains("max-age=31536000"));
            assertThat(antwort.headers().allValues("Set-Cookie")).as(pfad).allSatisfy(keks -> assertThat(keks).contains("Secure"));
        }
    }
}
