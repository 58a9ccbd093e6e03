package de.integrationskonzept.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Ohne Anmeldung kommt niemand herein")
class OhneAnmeldungTest {

    @Autowired
    private Rest rest;
    @Autowired
    private Fremd fremd;

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/engine-rest/", "/engine-rest/engine", "/engine-rest/engine/", "/engine-rest/engine/default",
            "/engine-rest/engine/default/task", "/engine-rest/task", "/engine-rest/task/count", "/engine-rest/process-definition",
            "/engine-rest/process-instance", "/engine-rest/execution", "/engine-rest/deployment", "/engine-rest/user",
            "/engine-rest/user/count", "/engine-rest/group", "/engine-rest/tenant", "/engine-rest/authorization", "/engine-rest/identity/groups",
            "/engine-rest/identity/password-policy", "/engine-rest/filter", "/engine-rest/variable-instance", "/engine-rest/job",
            "/engine-rest/job-definition", "/engine-rest/incident", "/engine-rest/decision-definition", "/engine-rest/external-task",
            "/engine-rest/external-task/topic-names", "/engine-rest/event-subscription", "/engine-rest/batch", "/engine-rest/metrics",
            "/engine-rest/history/process-instance", "/engine-rest/history/task", "/engine-rest/history/variable-instance",
            "/engine-rest/history/user-operation", "/engine-rest/version", "/engine-rest/schema/log", "/engine-rest/telemetry/data",
            "/engine-rest/openapi.json", "/engine-rest//engine", "/engine-rest/;x/engine", "/engine-rest/engine;x", "/engine-rest/%65ngine",
            "/engine-rest/x/../engine", "/engine-rest/./engine", "/engine-rest/engine?x=/engine", "/engine-rest/gibt/es/nicht",
            "/api/akten", "/api/akten/1", "/api//akten", "/api/akten;x"})
    @DisplayName("Jede Adresse der Schnittstellen verlangt eine Anmeldung")
    void jedeAdresse(String pfad) {
        Rest.Antwort antwort = rest.ohneAnmeldung().get(pfad);

        assertThat(antwort.status()).as(antwort.text()).isEqualTo(401);
        assertThat(antwort.text()).doesNotContain("default");
    }

    @Test
    @DisplayName("Auch schreibend: kein Konto, kein Modell, keine Aufgabe ohne Anmeldung")
    void schreibend() {
        fremd.bereit();
        var vorher = fremd.bestand();
        Map<String, Object> konto = Map.of("profile", Map.of("id", "eindringling"), "credentials", Map.of("password", "Fremd-Passwort-1"));
        for (String pfad : List.of("user/create", "deployment/create", "process-definition/key/fremder-vorgang/start", "message",
                "identity/verify", "task/x/complete", "engine/default/user/create")) {
            assertThat(rest.ohneAnmeldung().post("/engine-rest/" + pfad, konto).status()).as(pfad).isEqualTo(401);
        }
        assertThat(fremd.bestand()).isEqualTo(vorher);
        assertThat(fremd.engine().getIdentityService().createUserQuery().userId("eindringling").count()).isZero();
    }

    @Test
    @DisplayName("Unbekannte Person, leere und falsche Anmeldung: 401")
    void falscheAnmeldung() {
        assertThat(rest.als("niemand").get("/engine-rest/task").status()).isEqualTo(401);
        assertThat(rest.als("").get("/engine-rest/task").status()).isEqualTo(401);
        assertThat(rest.als("niemand' or '1'='1").get("/engine-rest/task").status()).isEqualTo(401);
        assertThat(rest.als("*").get("/engine-rest/task").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/setup/default/user/create/",
            "/camunda/api/admin/setup/default/user/create;x", "/camunda/api/admin/setup;x/default/user/create",
            "/camunda/api/admin;x/setup/default/user/create", "/camunda/api/admin//setup/default/user/create",
            "/camunda//api/admin/setup/default/user/create", "//camunda/api/admin/setup/default/user/create",
            "/camunda/api/admin/setup//default/user/create", "/camunda/api/admin/./setup/default/user/create",
            "/camunda/api/admin/x/../setup/default/user/create", "/camunda/api/admin/%73etup/default/user/create",
            "/camunda/api/admin/%2e/setup/default/user/create", "/camunda/api/admin/x/%2e%2e/setup/default/user/create",
            "/camunda/api/admin%2fsetup/default/user/create", "/camunda/api/admin/Setup/default/user/create",
            "/camunda/api/admin/SETUP/default/user/create", "/camunda/API/admin/setup/default/user/create",
            "/Camunda/api/admin/setup/default/user/create", "/camunda/api/admin/setup/x/user/create",
            "/camunda/api/admin/setup", "/camunda/api/admin/setup/", "/camunda/app/admin/default/setup",
            "/camunda/app/admin/default/setup/", "/camunda/app/admin/default/setup;x", "/camunda/app/admin/default//setup"})
    @DisplayName("Die Einrichtungsseite der ersten Administration gibt es in keiner Schreibweise")
    void keineEinrichtung(String pfad) {
        Map<String, Object> konto = Map.of("profile", Map.of("id", "eindringling", "firstName", "E", "lastName", "F"),
                "credentials", Map.of("password", "Fremd-Passwort-1"));

        for (String methode : List.of("POST", "GET", "PUT")) {
            Rest.Antwort antwort = rest.ohneAnmeldung().sende(methode, pfad, methode.equals("GET") ? null : konto);
            // Tomcat itself refuses an encoded slash.
            assertThat(antwort.status()).as(methode + " " + antwort.text()).isIn(pfad.contains("%2f") ? List.of(400, 404) : List.of(404));
        }
        assertThat(fremd.engine().getIdentityService().createUserQuery().userId("eindringling").count()).isZero();
    }
}
