package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.Pflegefall.bytes;
import static de.integrationskonzept.modell.Pflegefall.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Datenbank;
import de.integrationskonzept.Integrationskonzept;
import de.integrationskonzept.Rest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** With the models that we ship, in an application of their own. */
@Tag("eigene-anwendung")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Mit vier Augen kommt keine Änderung an einer zweiten Person vorbei")
class VierAugenTest {

    private static final String FRISTEN = "fristen.dmn";
    private static final String ZWEITE = "m.zweite";

    private ConfigurableApplicationContext anwendung;
    private Rest rest;
    private Rest.Person erste;
    private Rest.Person zweite;

    @BeforeAll
    void starte() {
        String name = "vieraugen" + UUID.randomUUID().toString().replace("-", "");
        Map<String, Object> einstellungen = new LinkedHashMap<>("postgresql".equals(System.getProperty("datenbank")) ? Datenbank.postgres(name)
                : Map.of("spring.datasource.url", "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "spring.datasource.username", "sa",
                        "spring.datasource.password", ""));
        einstellungen.putAll(Map.of("server.port", 0, "logging.level.root", "warn", "camunda.bpm.job-execution.enabled", false,
                "spring.jmx.enabled", false, "integrationskonzept.modellpflege.vier-augen", true));
        anwendung = new SpringApplicationBuilder(Integrationskonzept.class).profiles("demo")
                .run(einstellungen.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue()).toArray(String[]::new));
        rest = anwendung.getBean(Rest.class);
        IdentityService personen = anwendung.getBean(IdentityService.class);
        var neu = personen.newUser(ZWEITE);
        neu.setFirstName("Mia");
        neu.setLastName("Zweite");
        neu.setPassword(Anwendungstest.PASSWORT);
        personen.saveUser(neu);
        personen.createMembership(ZWEITE, "modellpflege");
    }

    @BeforeEach
    void bereit() {
        erste = rest.als("modellpflege");
        zweite = rest.als(ZWEITE);
    }

    @AfterAll
    void beende() {
        anwendung.close();
    }

    private static Rest.Antwort erfolg(Rest.Antwort antwort) {
        assertThat(antwort.status()).as(antwort.text()).isBetween(200, 204);
        return antwort;
    }

    private static void abgelehnt(Rest.Antwort antwort, int status, String satz) {
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(status);
        assertThat(antwort.text()).contains(satz);
    }

    private static String lies(String datei) throws IOException {
        return new ClassPathResource(datei).getContentAsString(StandardCharsets.UTF_8);
    }

    private String beginne(Map<String, byte[]> dateien) {
        String weg = "/api/vorschlaege/" + erfolg(erste.post("/api/vorschlaege", Map.of("titel", "Längere Frist"))).json().path("id").asText();
        erfolg(Hochladen.sende(erste, weg + "/dateien", dateien));
        erfolg(erste.sende("PATCH", weg, Map.of("stufe", "patch")));
        return weg;
    }

    private JsonNode modell(String datei) {
        return StreamSupport.stream(erfolg(erste.get("/api/modelle")).json().spliterator(), false)
                .filter(m -> m.path("datei").asText().equals(datei)).findFirst().orElseThrow();
    }

    private static boolean darf(Rest.Person person, String weg, String was) {
        return person.get(weg).json().path("darf").path(was).asBoolean();
    }

    @Test
    @DisplayName("Ohne Freigabe geht nichts; freigeben kann nur, wer nicht mitgearbeitet hat, und jede spätere Änderung nimmt die Freigabe zurück")
    void zweiPersonen() throws IOException {
        byte[] neu = bytes(lies("bpmn/integrationskonzept/fristen.dmn").replace("<text>28</text>", "<text>35</text>"));
        String weg = beginne(Map.of(FRISTEN, neu));
        assertThat(modell(FRISTEN).path("geaendert").asBoolean()).isFalse();

        abgelehnt(erste.post(weg + "/bereitstellung", Map.of()), 409, "noch nicht freigegeben");
        abgelehnt(erste.post(weg + "/freigabe", Map.of()), 409, "selbst mitgearbeitet");
        assertThat(darf(erste, weg, "freigeben")).isFalse();
        assertThat(darf(zweite, weg, "freigeben")).isTrue();
        assertThat(erfolg(zweite.post(weg + "/freigabe", Map.of())).json().path("freigabeVon").asText()).isEqualTo("Mia Zweite");
        assertThat(darf(erste, weg, "bereitstellen")).isTrue();

        erfolg(erste.sende("PATCH", weg, Map.of("titel", "Fünf Wochen Zeit")));
        assertThat(erste.get(weg).json().path("zustand").asText()).as("the title is not what was approved").isEqualTo("freigabe");
        erfolg(Hochladen.sende(erste, weg + "/dateien", Map.of(FRISTEN, bytes(text(neu).replace("<text>35</text>", "<text>36</text>")))));
        assertThat(erste.get(weg).json().path("freigabeVon").isNull()).isTrue();
        abgelehnt(erste.post(weg + "/bereitstellung", Map.of()), 409, "noch nicht freigegeben");
        erfolg(zweite.post(weg + "/freigabe", Map.of()));
        erfolg(erste.sende("PATCH", weg, Map.of("stufe", "minor")));
        abgelehnt(erste.post(weg + "/bereitstellung", Map.of()), 409, "noch nicht freigegeben");
        int gesehen = zweite.get(weg).json().path("revision").asInt();
        erfolg(zweite.post(weg + "/freigabe?revision=" + gesehen, Map.of()));

        erfolg(erste.post(weg + "/bereitstellung", Map.of()));

        JsonNode danach = erste.get(weg).json();
        assertThat(danach.path("zustand").asText()).isEqualTo("bereitgestellt");
        assertThat(danach.path("freigabeVon").asText()).isEqualTo("Mia Zweite");
        assertThat(modell(FRISTEN).path("geaendert").asBoolean()).isTrue();
        assertThat(modell(FRISTEN).path("fassung").asText()).isEqualTo("1.1.0");
        assertThat(text(erste.bytes("/api/modelle/" + FRISTEN))).isEqualTo(
                lies("bpmn/integrationskonzept/fristen.dmn").replace("<text>28</text>", "<text>36</text>").replace("\"1.0.0\"", "\"1.1.0\""));
    }

    @Test
    @DisplayName("Wer als Zweite mitgearbeitet hat, gibt nicht mehr frei")
    void mitgearbeitet() throws IOException {
        String formular = lies("forms/leitbild/leitbild-leitbild-billigen.form");
        String name = "leitbild-leitbild-billigen.form";
        String weg = beginne(Map.of(name, bytes(formular.replace("**Wozu?**", "**Wofür?**"))));
        erfolg(Hochladen.sende(zweite, weg + "/dateien", Map.of(name, bytes(formular.replace("**Wozu?**", "**Weshalb?**")))));
        abgelehnt(zweite.post(weg + "/freigabe", Map.of()), 409, "selbst mitgearbeitet");
        abgelehnt(erste.post(weg + "/freigabe", Map.of()), 409, "selbst mitgearbeitet");
        erfolg(rest.als("admin").post(weg + "/freigabe", Map.of()));
    }

    @Test
    @DisplayName("Am Vorschlag vorbei stellt niemand bereit, auch die Administration nicht, und die Absage sagt, wie es geht")
    void nichtVorbei() {
        Map<String, byte[]> dateien = new Pflegefall("pflegefall-vorbei").dateien();
        int vorher = rest.als("admin").get("/engine-rest/deployment/count").json().path("count").asInt();
        abgelehnt(Hochladen.direkt(erste, dateien), 403, "Seite „Modellpflege“");
        abgelehnt(Hochladen.direkt(rest.als("admin"), dateien), 403, "bitten Sie jemanden um die Freigabe");
        abgelehnt(Hochladen.sende(rest.inTasklist("admin"), "/camunda/api/engine/engine/default/deployment/create", dateien), 403, "Modellpflege");
        String irgendeine = rest.als("admin").get("/engine-rest/deployment?maxResults=1").json().get(0).path("id").asText();
        abgelehnt(rest.als("admin").post("/engine-rest/deployment/" + irgendeine + "/redeploy", Map.of()), 403, "Modellpflege");
        assertThat(rest.als("admin").get("/engine-rest/deployment/count").json().path("count").asInt()).isEqualTo(vorher);
    }

    @Test
    @DisplayName("Der ganze Satz lässt sich als Zip herunterladen, wie er im Projekt liegt, und zurückgegeben enthält er keine Änderung")
    void satz() throws IOException {
        byte[] zip = erste.bytes("/api/modelle/satz");
        Map<String, byte[]> dateien = new LinkedHashMap<>();
        try (ZipInputStream strom = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry eintrag = strom.getNextEntry(); eintrag != null; eintrag = strom.getNextEntry()) {
                dateien.put(eintrag.getName(), strom.readAllBytes());
            }
        }
        assertThat(dateien).hasSizeGreaterThan(140).containsKeys("bpmn/integrationskonzept/integrationskonzept.bpmn",
                "bpmn/vorabklaerung/startreife.dmn", "forms/leitbild/leitbild-leitbild-billigen.form", "dokumente/leitbild.html");
        assertThat(text(dateien.get("bpmn/leitbild/leitbild.bpmn"))).isEqualTo(lies("bpmn/leitbild/leitbild.bpmn"));
        assertThat(dateien).hasSameSizeAs(erste.get("/api/modelle").json());

        dateien.put("dokumente/leitbild.html", bytes(lies("dokumente/leitbild.html").replace("</h1>", " (Entwurf)</h1>")));
        String weg = "/api/vorschlaege/" + erfolg(erste.post("/api/vorschlaege", Map.of("titel", "Satz"))).json().path("id").asText();
        assertThat(erfolg(Hochladen.sende(erste, weg + "/dateien", Map.of("modelle.zip", zip))).json().path("angenommen")).isEmpty();
        assertThat(erfolg(Hochladen.sende(erste, weg + "/dateien", Map.of("modelle.zip", Hochladen.zip(dateien)))).json().path("angenommen"))
                .singleElement().satisfies(datei -> assertThat(datei.asText()).isEqualTo("leitbild.html"));
        assertThat(erfolg(erste.get(weg + "/befunde")).json()).isEmpty();
    }
}
