package de.integrationskonzept.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

@Anwendungstest
@Tag("einmal")
@DisplayName("Nach einer Aktualisierung zeigt kein Browser Teile der alten Seiten, und über eine langsame Leitung kommen sie gepackt")
class PageFilesTest {

    private static final String SKRIPT = "/camunda/app/cockpit/scripts/konzepte.js";
    private static final String GROSS = "/camunda/lib/deps.js";

    private final HttpClient browser = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    private int port;

    private HttpResponse<byte[]> hole(String pfad, String... koepfe) throws IOException, InterruptedException {
        HttpRequest.Builder anfrage = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + pfad));
        return browser.send((koepfe.length == 0 ? anfrage : anfrage.headers(koepfe)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String kopf(HttpResponse<byte[]> antwort, String name) {
        return antwort.headers().firstValue(name).orElse(null);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {SKRIPT, GROSS, "/camunda/app/tasklist/styles/user-styles.css", "/barrierefreiheit.css"})
    @DisplayName("Der Browser fragt jedes Mal nach und bekommt die Datei nur, wenn sie sich geändert hat")
    void nachgefragt(String pfad) throws Exception {
        HttpResponse<byte[]> zuerst = hole(pfad);
        assertThat(zuerst.statusCode()).isEqualTo(200);
        assertThat(kopf(zuerst, "Cache-Control")).isEqualTo("no-cache");
        HttpResponse<byte[]> unveraendert = hole(pfad, "If-None-Match", kopf(zuerst, "ETag"));
        assertThat(unveraendert.statusCode()).isEqualTo(304);
        assertThat(unveraendert.body()).isEmpty();
        assertThat(hole(pfad, "If-None-Match", "W/\"der-alten-version\"").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("Das Datum einer Datei sagt nichts: es ist in jeder Version dasselbe")
    void nichtNachDatum() throws Exception {
        assertThat(kopf(hole(SKRIPT), "Last-Modified")).isNull();
        assertThat(hole(SKRIPT, "If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("Skripte kommen gepackt, Angaben aus Akten nicht (BREACH)")
    void gepackt() throws Exception {
        HttpResponse<byte[]> gepackt = hole(GROSS, "Accept-Encoding", "gzip");
        assertThat(kopf(gepackt, "Content-Encoding")).isEqualTo("gzip");
        assertThat(gepackt.body().length).isLessThan(hole(GROSS).body().length / 3);
        assertThat(kopf(hole("/engine-rest/engine", "Accept-Encoding", "gzip"), "Content-Encoding")).isNull();
        assertThat(kopf(hole("/camunda/app/tasklist/default/", "Accept-Encoding", "gzip"), "Content-Encoding")).isNull();
    }
}
