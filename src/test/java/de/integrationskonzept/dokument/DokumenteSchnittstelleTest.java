package de.integrationskonzept.dokument;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import de.integrationskonzept.rolle.Rollen;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.annotation.DirtiesContext;

@Anwendungstest
@DirtiesContext
@Tag("eigene-anwendung") // with a second Kommune everything else would be different, too
@DisplayName("Dokumente über /api/akten/{id}/dokumente")
class DokumenteSchnittstelleTest {

    private static final List<String> GANZE_AKTE = List.of("integrationsbeauftragte", "vorgesetzte", "verwaltungsspitze", "steuerungsgruppe");

    @Autowired
    Rest rest;
    @Autowired
    Spiel spiel;
    @Autowired
    Rollen rollen;
    @Autowired
    ProcessEngine engine;
    @Autowired
    Dokumente dokumente;

    private Spiel.Akte akte;
    private String liste;
    private String steckbrief;

    @BeforeEach
    void akte() {
        akte = spiel.beginne(stadt()).spieleBis(gut(), "projekt-aufsetzen");
        liste = "/api/akten/" + akte.id() + "/dokumente";
        steckbrief = liste + "/projektsteckbrief?format=";
    }

    @Test
    @Tag("R54")
    @DisplayName("Wer die ganze Akte sieht, bekommt die Liste und jedes Format mit deutschem Dateinamen, der nirgends liegen bleibt")
    void mitRecht() {
        for (String rolle : GANZE_AKTE) {
            assertThat(rest.als(rolle).get(liste).json().findValuesAsText("name")).as("mails are no documents").isNotEmpty()
                    .noneMatch(name -> name.startsWith("mail-"));
            JsonNode eintrag = StreamSupport.stream(rest.als(rolle).get(liste).json().spliterator(), false)
                    .filter(e -> e.path("name").asText().equals("projektsteckbrief")).findFirst().orElseThrow();
            assertThat(eintrag.path("titel").asText()).isEqualTo("Projektsteckbrief Musterstadt");
            assertThat(eintrag.path("beschreibung").asText()).contains("Auf einer Seite");
            assertThat(eintrag.path("verfuegbar").asBoolean()).isTrue();
            assertThat(eintrag.path("festgeschrieben").isArray()).isTrue();
        }
        HttpResponse<String> pdf = hole("pdf");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;")
                .contains("filename*=UTF-8''Projektsteckbrief%20Musterstadt.pdf");
        assertThat(pdf.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        HttpResponse<String> docx = hole("docx");
        assertThat(docx.headers().firstValue("Content-Type").orElse("")).startsWith("application/vnd.openxmlformats-officedocument.wordprocessingml");
        assertThat(docx.headers().firstValue("Content-Disposition").orElse("")).contains("Musterstadt.docx");
    }

    private HttpResponse<String> hole(String format) {
        return rest.als("steuerungsgruppe").roh("GET", steckbrief + format, "application/json", "*/*", HttpRequest.BodyPublishers.noBody());
    }

    @Test
    @Tag("R14")
    @DisplayName("Jede andere Rolle bekommt weder Liste noch Dokument: wer eigene Aufgaben hat, 404; wer nur den Verlauf sieht, 403")
    void ohneRecht() {
        Set<String> andere = new LinkedHashSet<>(rollen.namen().keySet());
        GANZE_AKTE.forEach(andere::remove);
        assertThat(andere).hasSizeGreaterThan(15);
        for (String rolle : andere) {
            int status = rolle.equals("prozessverantwortung") ? 403 : 404;
            for (String pfad : List.of(liste, steckbrief + "pdf", steckbrief + "docx&stand=2026-11-24")) {
                Rest.Antwort antwort = rest.als(rolle).get(pfad);
                problem(antwort, status);
                assertThat(antwort.text()).as(rolle).doesNotContain("Musterstadt", "Amira");
            }
        }
        assertThat(rest.ohneAnmeldung().get(liste).status()).isEqualTo(401);
        assertThat(rest.ohneAnmeldung().get(steckbrief + "pdf").status()).isEqualTo(401);
    }

    @Test
    @DisplayName("Dieselbe Rolle einer anderen Kommune: 404")
    void andereKommune() {
        Rest.Antwort antwort = rest.als("admin").sende("POST", "/api/kommunen", "text/csv", HttpRequest.BodyPublishers.ofString(
                "kommune;name;art;gremium;leitung;kennung;vorname;nachname;rollen;passwort\n09555555;Stadt Anderswo;Kreisfreie Stadt;Stadtrat;"
                        + "Oberbürgermeisterin;anderswo-ib;Ada;Anders;integrationsbeauftragte;" + Anwendungstest.PASSWORT + "\n"));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);

        problem(rest.als("anderswo-ib").get(liste), 404);
        problem(rest.als("anderswo-ib").get(steckbrief + "pdf"), 404);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {"/projektsteckbrief | 400 | pdf", "/projektsteckbrief?format=html | 400 | pdf", "/projektsteckbrief?format=PDF | 400 | pdf",
            "/gibtesnicht?format=pdf | 404 | Liste", "/projektsteckbrief.html?format=pdf | 404 | Liste", "/..%2Fx?format=pdf | 404 | ",
            "/projektsteckbrief?format=pdf&stand=gestern | 400 | JJJJ-MM-TT", "/projektsteckbrief?format=pdf&stand=2027-02-30 | 400 | JJJJ-MM-TT",
            "/projektsteckbrief?format=pdf&stand=2099-01-01 | 400 | Zukunft", "/projektsteckbrief?format=pdf&stand=2020-01-01 | 404 | noch nicht",
            "/projektsteckbrief?format=pdf&version=7 | 404 | Fassung"})
    @DisplayName("Falsche Angaben: ein deutscher Satz, der sagt, was zu tun ist")
    void falscheAngaben(String pfad, int status, String satz) {
        Rest.Antwort antwort = rest.als("vorgesetzte").get(liste + pfad);
        if (pfad.contains("%2F")) {
            assertThat(antwort.status()).isIn(400, 404);
            return;
        }
        problem(antwort, status);
        assertThat(antwort.json().path("detail").asText()).contains(satz, "Bitte");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"gibt-es-nicht", "00000000-0000-0000-0000-000000000000"})
    @DisplayName("Keine Akte: 404")
    void keineAkte(String id) {
        problem(rest.als("vorgesetzte").get("/api/akten/" + id + "/dokumente"), 404);
        problem(rest.als("vorgesetzte").get("/api/akten/" + id + "/dokumente/projektsteckbrief?format=pdf"), 404);
    }

    @Test
    @DisplayName("Wer ein Dokument holt, steht im Zugriffsprotokoll")
    void protokolliert() {
        rest.als("vorgesetzte").get(steckbrief + "pdf");
        rest.als("verwaltungsspitze").get(liste);

        JsonNode zugriffe = rest.als("admin").get("/api/zugriffe?akte=" + akte.wert("aktenzeichen")).json();
        assertThat(StreamSupport.stream(zugriffe.spliterator(), false).map(z -> z.path("person").asText() + " " + z.path("art").asText()).toList())
                .contains("vorgesetzte Dokument", "verwaltungsspitze Akte");
    }

    @Test
    @DisplayName("Die Modellpflege stellt eine geänderte Vorlage bereit, und sie gilt sofort; andere Rollen können das nicht")
    void geaenderteVorlage() throws IOException {
        String neu = new ClassPathResource("dokumente/projektsteckbrief.html").getContentAsString(StandardCharsets.UTF_8)
                .replace("<h1>Projektsteckbrief: Integrationskonzept</h1>", "<h1>Unser Steckbrief</h1>");
        // The application of the tests started on a later day than the one that its stories happen on.
        ClockUtil.offset(Duration.ofDays(365).toMillis());
        assertThat(stelleBereit("integrationsbeauftragte", "projektsteckbrief.html", neu).status()).isEqualTo(403);

        Rest.Antwort antwort = stelleBereit("modellpflege", "projektsteckbrief.html", neu);

        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        try {
            assertThat(html()).contains("<h1>Unser Steckbrief</h1>");
        } finally {
            engine.getRepositoryService().deleteDeployment(antwort.json().path("id").asText(), true);
        }
        assertThat(html()).contains("<h1>Projektsteckbrief: Integrationskonzept</h1>");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"<script>1</script>", "<p onclick=\"x()\">a</p>", "<a href=\"https://example.org\">a</a>", "{{{kommuneName}}}", "{{>andere}}",
            "<img src=\"file:///etc/passwd\">"})
    @DisplayName("Eine gefährliche Vorlage wird abgelehnt, mit Grund und Zeile, und die alte gilt weiter")
    void gefaehrlicheVorlage(String stelle) {
        Rest.Antwort antwort = stelleBereit("modellpflege", "projektsteckbrief.html", VorlagenpruefungTest.KOPF + stelle + VorlagenpruefungTest.FUSS);

        assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
        assertThat(antwort.saetze()).singleElement().asString().startsWith("„projektsteckbrief.html“, Zeile 4: ").contains("Bitte");
        assertThat(html()).contains("<h1>Projektsteckbrief: Integrationskonzept</h1>");
    }

    private String html() {
        return spiel.als("vorgesetzte", () -> dokumente.fuelleAus(akte.id(), "projektsteckbrief", null)).html();
    }

    private Rest.Antwort stelleBereit(String person, String datei, String inhalt) {
        String grenze = "grenze" + UUID.randomUUID();
        String teile = "--" + grenze + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nAnpassung\r\n--" + grenze
                + "\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"" + datei + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + inhalt
                + "\r\n--" + grenze + "--\r\n";
        return rest.als(person).sende("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=" + grenze,
                HttpRequest.BodyPublishers.ofString(teile));
    }

    private static void problem(Rest.Antwort antwort, int status) {
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(status);
        assertThat(antwort.art()).startsWith("application/problem+json");
        assertThat(antwort.json().path("title").asText()).isNotBlank();
        assertThat(antwort.json().path("detail").asText()).endsWith(".").contains("Bitte");
    }
}
