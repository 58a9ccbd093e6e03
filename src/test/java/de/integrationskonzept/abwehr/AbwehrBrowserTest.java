package de.integrationskonzept.abwehr;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import de.integrationskonzept.browser.Chromium;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** Whatever somebody types comes back as text, never as something that runs. */
@Anwendungstest
@DirtiesContext
@Tag("abwehr")
@Tag("eigene-anwendung") // an empty list of tasks, not what hundreds of stories left in it
@DisplayName("Skripte in Angaben")
class AbwehrBrowserTest {

    /** Runs as markup, and as an expression of the framework that the webapps are made of. */
    private static final String SKRIPT = "<img src=x onerror=\"window.getroffen=1\">{{constructor.constructor('window.getroffen=2')()}}";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Autowired
    private Rest rest;
    @Autowired
    private Fremd fremd;

    private String akte;
    private String aufgabe;

    private void richteEin() {
        Map<String, Object> angaben = new LinkedHashMap<>(ZweiKommunen.startformular("nord", "AZ-Skript-1"));
        angaben.put("kommuneName", SKRIPT);
        Rest.Antwort begonnen = rest.als("integrationsbeauftragte").post("/engine-rest/process-definition/key/integrationskonzept/submit-form",
                Fremd.variablen(angaben));
        assertThat(begonnen.status()).as(begonnen.text()).isEqualTo(200);
        String rahmen = begonnen.json().path("id").asText();
        aufgabe = rest.als("admin").get("/engine-rest/task?taskDefinitionKey=auftrag-klaeren&maxResults=1").json().get(0).path("id").asText();
        akte = rest.als("admin").get("/engine-rest/task/" + aufgabe).json().path("processInstanceId").asText();
        verlange(rest.als("admin").put("/engine-rest/task/" + aufgabe, Map.of("name", SKRIPT, "description", SKRIPT, "priority", 50,
                "tenantId", "09999999")));
        verlange(rest.als("admin").post("/engine-rest/task/" + aufgabe + "/comment/create", Map.of("message", SKRIPT, "processInstanceId", akte)));
        verlange(rest.als("admin").put("/engine-rest/process-instance/" + akte + "/variables/skript", Map.of("value", SKRIPT, "type", "String")));
        String name = SKRIPT.replace("\"", "'");
        // Not to be had over HTTP, but a model might bring one.
        fremd.engine().getRuntimeService().setVariable(akte, "datei", Variables.fileValue(name).mimeType("text/html")
                .file("x".getBytes(StandardCharsets.UTF_8)).create());
        Rest.Antwort verweis = rest.als("admin").sende("POST", "/engine-rest/task/" + aufgabe + "/attachment/create", "multipart/form-data; boundary=g",
                HttpRequest.BodyPublishers.ofString("--g\r\nContent-Disposition: form-data; name=\"attachment-name\"\r\n\r\n" + SKRIPT
                        + "\r\n--g\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\njavascript:window.getroffen=3\r\n--g--\r\n"));
        assertThat(verweis.status()).as("not even an administrator leaves a link there: " + verweis.text()).isEqualTo(400);
        verlange(rest.als("admin").sende("POST", "/engine-rest/task/" + aufgabe + "/attachment/create", "multipart/form-data; boundary=g",
                HttpRequest.BodyPublishers.ofString("--g\r\nContent-Disposition: form-data; name=\"attachment-name\"\r\n\r\n" + SKRIPT
                        + "\r\n--g\r\nContent-Disposition: form-data; name=\"content\"; filename=\"a.pdf\"\r\nContent-Type: text/html\r\n\r\n"
                        + "%PDF-1.7\n\r\n--g--\r\n")));
        assertThat(rahmen).isNotEqualTo(akte);
    }

    private static void verlange(Rest.Antwort antwort) {
        assertThat(antwort.status()).as(antwort.text()).isIn(200, 204);
    }

    @Test
    @DisplayName("20 Skript in Variable, Aufgabenname, Kommentar, Dateiname und Geschäftszeichen → bleibt im Browser wirkungslos")
    void skripteBleibenText() {
        richteEin();
        mitGeschaeftszeichen();
        Page liste = chromium.anmelden("integrationsbeauftragte").seite();
        assertThat(liste.locator(".tasks-list li.task").getByText("<img src=x").first()).isVisible();
        for (String reiter : List.of("task-detail-form", "ik-akte", "task-detail-history", "task-detail-diagram", "task-detail-description")) {
            oeffne(liste, "/camunda/app/tasklist/default/#/?task=" + aufgabe + "&detailsTab=" + reiter, "section.task-card h2.task");
        }
        Page admin = chromium.anmelden("admin").seite();
        for (String reiter : List.of("variables-tab", "user-tasks-tab", "incidents-tab")) {
            oeffne(admin, "/camunda/app/cockpit/default/#/process-instance/" + akte + "/runtime?detailsTab=" + reiter, "text=Definitions-ID");
        }
        assertThat(admin.getByText("<img src=x").first()).isAttached();
        oeffne(admin, "/camunda/app/cockpit/default/#/process-definition/" + fremd.definition("fremd-parallel") + "/runtime",
                "text=Definitions-ID");
        oeffne(admin, "/camunda/app/admin/default/#/users", "table tbody tr");
        oeffne(admin, "/camunda/app/admin/default/#/tenants", "table tbody tr");
        oeffne(admin, "/camunda/app/admin/default/#/kommunen", ".ik-kommunen table tbody tr");
        assertThat(admin.locator(".ik-kommunen").getByText("<img src=x").first()).isVisible();
    }

    /** A process of its own, a person and a Kommune with such names. */
    private void mitGeschaeftszeichen() {
        fremd.bereit();
        verlange(rest.als("admin").post("/engine-rest/process-definition/key/fremd-parallel/start", Map.of("businessKey", SKRIPT)));
        verlange(rest.als("admin").sende("POST", "/api/kommunen", "text/csv", HttpRequest.BodyPublishers.ofString(
                "kommune;name;art;gremium;leitung;kennung;vorname;nachname;rollen\n09222222;\"" + SKRIPT.replace("\"", "\"\"")
                        + "\";gemeinde;gemeinderat;buergermeister;skript;<script>window.getroffen=4</script>;X;planung\n")));
    }

    private static void oeffne(Page seite, String weg, String bis) {
        seite.navigate(seite.url().replaceAll("(https?://[^/]+).*", "$1") + weg);
        seite.locator(bis).first().waitFor();
        seite.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        assertThat(seite.evaluate("window.getroffen === undefined ? '' : String(window.getroffen)")).as("ran on " + weg).isEqualTo("");
    }
}
