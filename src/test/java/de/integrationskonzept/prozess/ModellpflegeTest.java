package de.integrationskonzept.prozess;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Datenbank;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Integrationskonzept;
import de.integrationskonzept.Rest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** What Modellpflege changes from the Modeler is what the application goes on with, also after a restart. */
@Tag("eigene-anwendung")
@DisplayName("Geänderte Modelle bleiben nach einem Neustart in Kraft")
class ModellpflegeTest {

    private static final String IB = "integrationsbeauftragte";

    @TempDir
    Path ordner;

    @Test
    @Tag("R1")
    @DisplayName("Eine Frist und ein Formular, von der Modellpflege bereitgestellt, gelten nach dem Neustart weiter")
    void bleibtNachNeustart() throws IOException {
        Map<String, Object> datenbank = datenbank();
        JsonNode vorher;
        String aufgabe;
        try (ConfigurableApplicationContext anwendung = starte(datenbank)) {
            Rest rest = anwendung.getBean(Rest.class);
            aufgabe = ersteAufgabe(rest, "vorher");
            LocalDate alt = faellig(rest, aufgabe);

            String fristen = lies("bpmn/integrationskonzept/fristen.dmn");
            String neueFristen = fristen.replaceFirst("(?s)(\"auftrag-klaeren\".*?<outputEntry[^>]*>\\s*<text>)[^<]*(</text>.*?<text>)\\d+(</text>)",
                    "$1\"\"$2333$3");
            assertThat(neueFristen).as("the table has a row for auftrag-klaeren").isNotEqualTo(fristen);
            String formular = lies("forms/auftragsklaerung/auftragsklaerung-auftrag-klaeren.form");
            String neuesFormular = formular.replaceFirst("\\*\\*Wozu\\?\\*\\*", "**Wozu? (Fassung unserer Kommune)**");
            assertThat(neuesFormular).isNotEqualTo(formular);

            assertThat(stelleBereit(rest, IB, Map.of("fristen.dmn", neueFristen)).status()).as("only Modellpflege may").isEqualTo(403);
            Rest.Antwort antwort = stelleBereit(rest, "modellpflege",
                    Map.of("fristen.dmn", neueFristen, "auftragsklaerung-auftrag-klaeren.form", neuesFormular));
            assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);

            String neu = ersteAufgabe(rest, "nachher");
            assertThat(faellig(rest, neu)).isEqualTo(LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(333)).isNotEqualTo(alt);
            assertThat(formular(rest, neu)).contains("Fassung unserer Kommune");
            vorher = bereitstellungen(rest);
        }
        try (ConfigurableApplicationContext anwendung = starte(datenbank)) {
            Rest rest = anwendung.getBean(Rest.class);
            assertThat(bereitstellungen(rest)).as("an unchanged restart deploys nothing").isEqualTo(vorher);
            String neu = ersteAufgabe(rest, "neustart");
            assertThat(faellig(rest, neu)).isEqualTo(LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(333));
            assertThat(formular(rest, neu)).contains("Fassung unserer Kommune");
            assertThat(formular(rest, aufgabe)).as("the form of a task that was open already").contains("Fassung unserer Kommune");
            JsonNode fristen = rest.als("modellpflege").get("/engine-rest/decision-definition?key=fristen&latestVersion=true").json();
            assertThat(fristen.get(0).path("version").asInt()).isEqualTo(2);
            assertThat(rest.als("admin").get("/engine-rest/filter/count").json().path("count").asInt()).as("filters after two starts").isEqualTo(6);
        }
    }

    private Map<String, Object> datenbank() {
        String name = "neustart" + UUID.randomUUID().toString().replace("-", "");
        return "postgresql".equals(System.getProperty("datenbank")) ? Datenbank.postgres(name)
                : Map.of("spring.datasource.url", "jdbc:h2:file:" + ordner.resolve(name).toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE",
                        "spring.datasource.username", "sa", "spring.datasource.password", "");
    }

    private static ConfigurableApplicationContext starte(Map<String, Object> datenbank) {
        Map<String, Object> einstellungen = new LinkedHashMap<>(datenbank);
        einstellungen.put("server.port", 0);
        einstellungen.put("logging.level.root", "warn");
        einstellungen.put("camunda.bpm.job-execution.enabled", false);
        einstellungen.put("spring.jmx.enabled", false);
        String[] zeile = einstellungen.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue()).toArray(String[]::new);
        return new SpringApplicationBuilder(Integrationskonzept.class).profiles("demo").run(zeile);
    }

    private static String ersteAufgabe(Rest rest, String zeichen) {
        String akte = "M-" + zeichen;
        Rest.Antwort antwort = rest.als(IB).post("/engine-rest/process-definition/key/integrationskonzept/submit-form",
                Fremd.variablen(RestSpiel.angaben("aktenzeichen", akte, "kommuneName", "Musterstadt", "kommuneTyp", "kreisfreie-stadt",
                        "einwohner", 50000, "leitungAnrede", "oberbuergermeister", "leitungName", "Max Muster", "gremium", "stadtrat",
                        "federfuehrung", "Amt 50", "verfahrenWunsch", "ausfuehrlich", "planBeginn", LocalDate.now(ZoneId.of("Europe/Berlin")).toString(),
                        "planEnde", LocalDate.now(ZoneId.of("Europe/Berlin")).plusYears(2).toString())));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return rest.als(IB).get("/engine-rest/task?processInstanceBusinessKey=" + akte + "&taskDefinitionKey=auftrag-klaeren").json()
                .get(0).path("id").asText();
    }

    private static LocalDate faellig(Rest rest, String aufgabe) {
        return LocalDate.parse(rest.als(IB).get("/engine-rest/task/" + aufgabe).json().path("due").asText().substring(0, 10));
    }

    private static String formular(Rest rest, String aufgabe) {
        return rest.als(IB).get("/engine-rest/task/" + aufgabe + "/deployed-form").text();
    }

    private static JsonNode bereitstellungen(Rest rest) {
        return rest.als("modellpflege").get("/engine-rest/deployment?sortBy=id&sortOrder=asc").json();
    }

    private static Rest.Antwort stelleBereit(Rest rest, String person, Map<String, String> dateien) {
        String grenze = "grenze" + UUID.randomUUID();
        StringBuilder teile = new StringBuilder();
        Map.of("deployment-name", "Anpassung", "deployment-source", "Camunda Modeler").forEach((name, wert) -> teile.append("--").append(grenze)
                .append("\r\nContent-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n").append(wert).append("\r\n"));
        dateien.forEach((datei, inhalt) -> teile.append("--").append(grenze).append("\r\nContent-Disposition: form-data; name=\"")
                .append(datei).append("\"; filename=\"").append(datei).append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .append(inhalt).append("\r\n"));
        teile.append("--").append(grenze).append("--\r\n");
        return rest.als(person).sende("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=" + grenze,
                HttpRequest.BodyPublishers.ofString(teile.toString()));
    }

    private static String lies(String datei) throws IOException {
        return new ClassPathResource(datei).getContentAsString(StandardCharsets.UTF_8);
    }
}
