package de.integrationskonzept.dokument;

import static de.integrationskonzept.dokument.Musterdateien.pdf;
import static de.integrationskonzept.prozess.Drehbuch.gut;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Anwendungstest
@DisplayName("Dateien an Aufgaben: was angenommen wird und was nicht")
class AnlagenaufnahmeTest extends Anlagenfall {

    @ParameterizedTest(name = "{0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("Zu groß: ein Satz mit der Grenze, ob der Browser die Länge vorher sagt oder nicht")
    void zuGross(boolean mitLaenge) {
        byte[] inhalt = teil("datei", "gross.pdf", Arrays.copyOf(pdf(""), 20 * 1024 * 1024 + 1));
        Rest.Antwort antwort = rest.als("kaemmerei").sende("POST", anAufgabe, "multipart/form-data; boundary=g", mitLaenge
                ? HttpRequest.BodyPublishers.ofByteArray(inhalt) : HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(inhalt)));
        problem(antwort, 413, "Möglich sind 20 MB");
        byte[] nochGroesser = Arrays.copyOf(inhalt, 22 * 1024 * 1024);
        problem(rest.als("kaemmerei").sende("POST", anAufgabe, "multipart/form-data; boundary=g", mitLaenge
                ? HttpRequest.BodyPublishers.ofByteArray(nochGroesser)
                : HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(nochGroesser))), 413, "Möglich sind 20 MB");
        assertThat(namen(rest.als("kaemmerei").get(anAufgabe))).isEmpty();
    }

    @Test
    @DisplayName("20 MB gehen; über die Schnittstelle der Engine bleibt es bei 10 MB")
    void geradeNochKleinGenug() {
        byte[] inhalt = Arrays.copyOf(pdf(""), 20 * 1024 * 1024);
        assertThat(sende(rest.als("kaemmerei"), anAufgabe, "gross.pdf", inhalt).status()).isEqualTo(201);
        assertThat(rest.als("kaemmerei").get(anAufgabe).json().get(0).path("groesse").asInt()).isEqualTo(inhalt.length);
        assertThat(sende(rest.als("kaemmerei"), "/engine-rest/task/" + aufgabe.getId() + "/attachment/create", "gross.pdf", inhalt).status())
                .isEqualTo(413);
    }

    @Test
    @DisplayName("Keine, zwei oder halbe Dateien: ein Satz, was zu tun ist")
    void nichtGenauEine() {
        Rest.Person kaemmerei = rest.als("kaemmerei");
        problem(kaemmerei.sende("POST", anAufgabe, "application/json", HttpRequest.BodyPublishers.ofString("{}")), 400, "genau eine Datei");
        String eine = new String(teil("datei", "a.pdf", pdf("")), StandardCharsets.UTF_8);
        problem(kaemmerei.sende("POST", anAufgabe, "multipart/form-data; boundary=g", HttpRequest.BodyPublishers.ofString(
                eine.replace("--g--\r\n", "") + eine)), 400, "genau eine Datei");
        problem(kaemmerei.sende("POST", anAufgabe, "multipart/form-data; boundary=g", HttpRequest.BodyPublishers.ofString(
                eine.replace("\r\n--g--\r\n", ""))), 400, "noch einmal");
        problem(sende(kaemmerei, anAufgabe, "leer.pdf", new byte[0]), 400, "leer");
        problem(sende(kaemmerei, anAufgabe, "a.pdf", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)), 415, "Möglich sind PDF");
        problem(sende(kaemmerei, "/api/aufgaben/gibt-es-nicht/anlagen", "a.pdf", pdf("")), 404, "Aufgabe gibt es nicht");
        assertThat(namen(kaemmerei.get(anAufgabe))).isEmpty();
    }

    @Test
    @DisplayName("Die Tür der Engine hält sich an dieselben Regeln, auch für die Administration; Verweise nimmt sie nicht an")
    void andereTuer() {
        String tuer = "/engine-rest/task/" + aufgabe.getId() + "/attachment/create";
        String name = "--g\r\nContent-Disposition: form-data; name=\"attachment-name\"\r\n\r\n../../Plan.exe\r\n";
        for (String person : List.of("kaemmerei", "admin")) {
            Rest.Antwort gut = rest.als(person).sende("POST", tuer, "multipart/form-data; boundary=g", HttpRequest.BodyPublishers.ofString(
                    name + new String(teil("content", "x", pdf(person)), StandardCharsets.UTF_8)));
            assertThat(gut.status()).as(gut.text()).isEqualTo(200);
            Rest.Antwort schlecht = rest.als(person).sende("POST", tuer, "multipart/form-data; boundary=g", HttpRequest.BodyPublishers.ofString(
                    name + new String(teil("content", "x", "<script>".getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8)));
            assertThat(schlecht.status()).as(schlecht.text()).isEqualTo(415);
            Rest.Antwort verweis = rest.als(person).sende("POST", tuer, "multipart/form-data; boundary=g", HttpRequest.BodyPublishers.ofString(
                    name + "--g\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\njavascript:alert(1)\r\n--g--\r\n"));
            assertThat(verweis.status()).as(verweis.text()).isEqualTo(400);
        }
        assertThat(sende(rest.als("steuerungsgruppe"), tuer, "x.pdf", pdf("")).status()).isBetween(400, 499);
        assertThat(sende(rest.als("planung"), tuer, "x.pdf", pdf("")).status()).isBetween(400, 499);
        assertThat(namen(rest.als("kaemmerei").get(anAufgabe))).containsExactlyInAnyOrder("Plan.pdf", "Plan (2).pdf");
    }
}
