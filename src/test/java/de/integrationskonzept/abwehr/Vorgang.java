package de.integrationskonzept.abwehr;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A process with one open task for the Kämmerei, made over HTTP alone, so that a stock Camunda can have it, too. */
@Component
public class Vorgang {

    private static final List<String> DATEIEN = List.of("fremder-vorgang.bpmn", "fremder-vorgang-antrag.form",
            "fremder-vorgang-haushalt-pruefen.form");

    private final Rest rest;

    Vorgang(Rest rest) {
        this.rest = rest;
    }

    /** What somebody sends to deploy these files, by name; equal ones are not deployed again. */
    public static Map<String, String> dateien() {
        Map<String, String> dateien = new LinkedHashMap<>();
        DATEIEN.forEach(name -> {
            try {
                dateien.put(name, new ClassPathResource("fremd/" + name).getContentAsString(StandardCharsets.UTF_8));
            } catch (IOException fehlt) {
                throw new UncheckedIOException(fehlt);
            }
        });
        return dateien;
    }

    public static Rest.Antwort stelleBereit(Rest.Person person, String pfad, Map<String, String> dateien) {
        StringBuilder teile = new StringBuilder();
        Map.of("deployment-name", "abwehr", "enable-duplicate-filtering", "true").forEach((name, wert) -> teile
                .append("--g\r\nContent-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n").append(wert).append("\r\n"));
        dateien.forEach((name, text) -> teile.append("--g\r\nContent-Disposition: form-data; name=\"").append(name)
                .append("\"; filename=\"").append(name).append("\"\r\nContent-Type: application/octet-stream\r\n\r\n").append(text)
                .append("\r\n"));
        return person.sende("POST", pfad + "/deployment/create", "multipart/form-data; boundary=g",
                BodyPublishers.ofString(teile.append("--g--\r\n").toString()));
    }

    /** A new one; the id of its task. */
    public String aufgabe() {
        Rest.Antwort bereit = stelleBereit(rest.als("admin"), "/engine-rest", dateien());
        assertThat(bereit.status()).as(bereit.text()).isEqualTo(200);
        Rest.Antwort begonnen = rest.als("admin").post("/engine-rest/process-definition/key/fremder-vorgang/submit-form",
                Fremd.variablen(Fremd.antrag()));
        assertThat(begonnen.status()).as(begonnen.text()).isEqualTo(200);
        return rest.als("admin").get("/engine-rest/task?processInstanceId=" + begonnen.json().path("id").asText()).json().get(0)
                .path("id").asText();
    }

    public boolean offen(String aufgabe) {
        return rest.als("admin").get("/engine-rest/task/" + aufgabe).status() == 200;
    }

    /** A person in a role, made anew by the administrator, with the password of all. */
    public void person(String kennung, String rolle, String passwort) {
        rest.als("admin").sende("DELETE", "/engine-rest/user/" + kennung, null);
        Rest.Antwort angelegt = rest.als("admin").post("/engine-rest/user/create", Map.of(
                "profile", Map.of("id", kennung, "firstName", "Muster", "lastName", "Mensch"), "credentials", Map.of("password", passwort)));
        assertThat(angelegt.status()).as(angelegt.text()).isEqualTo(204);
        if (rolle != null) {
            assertThat(rest.als("admin").sende("PUT", "/engine-rest/group/" + rolle + "/members/" + kennung, null).status()).isEqualTo(204);
        }
    }

    /** As the administration does it after too many wrong passwords. */
    public void entsperre(String kennung) {
        assertThat(rest.als("admin").post("/engine-rest/user/" + kennung + "/unlock", null).status()).isEqualTo(204);
    }

    public void entferne(String kennung) {
        assertThat(rest.als("admin").sende("DELETE", "/engine-rest/user/" + kennung, null).status()).isEqualTo(204);
    }
}
