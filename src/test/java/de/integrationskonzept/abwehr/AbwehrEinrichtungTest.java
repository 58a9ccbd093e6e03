package de.integrationskonzept.abwehr;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("abwehr")
@DisplayName("Abwehr: die Einrichtung der ersten Administration")
class AbwehrEinrichtungTest {

    private static final String GRUPPE = "/engine-rest/group/camunda-admin";
    private static final Map<String, Object> KONTO = Map.of("profile", Map.of("id", "eindringling", "firstName", "E", "lastName", "F"),
            "credentials", Map.of("password", "Fremd-Passwort-1"));

    @Autowired
    private Rest rest;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    @DisplayName("4 Einrichtung, wenn die Gruppe der Administration Mitglieder hat → 404")
    void gruppeMitMitgliedern() {
        gibtEsNicht();
    }

    @Test
    @DisplayName("4 Einrichtung, wenn die Gruppe der Administration leer ist oder gar nicht besteht → 404")
    void gruppeLeerOderWeg() {
        Rest.Person admin = rest.als("admin");
        List<String> eigeneRechte = new ArrayList<>();
        // Group, membership, authorization, user: so that the administrator can come back without being one.
        for (int art : List.of(2, 3, 4, 1)) {
            eigeneRechte.add(admin.post("/engine-rest/authorization/create", Map.of("type", 1, "userId", "admin", "resourceType", art,
                    "resourceId", "*", "permissions", List.of("ALL"))).json().path("id").asText());
        }
        List<String> mitglieder = new ArrayList<>();
        admin.get("/engine-rest/user?memberOfGroup=camunda-admin").json().forEach(person -> mitglieder.add(person.path("id").asText()));
        mitglieder.remove("admin");
        mitglieder.add("admin");
        try {
            mitglieder.forEach(person -> entferne(admin, person));
            assertThat(admin.get("/engine-rest/user/count?memberOfGroup=camunda-admin").json().path("count").asInt()).isZero();
            gibtEsNicht();
            assertThat(admin.sende("DELETE", GRUPPE, null).status()).isEqualTo(204);
            gibtEsNicht();
        } finally {
            admin.post("/engine-rest/group/create", Map.of("id", "camunda-admin", "name", "Administration", "type", "SYSTEM"));
            mitglieder.forEach(person -> admin.sende("PUT", GRUPPE + "/members/" + person, null));
            eigeneRechte.forEach(recht -> admin.sende("DELETE", "/engine-rest/authorization/" + recht, null));
        }
        assertThat(admin.get("/engine-rest/user/count?memberOfGroup=camunda-admin").json().path("count").asInt()).isEqualTo(mitglieder.size());
        assertThat(admin.get("/engine-rest/deployment/count").status()).isEqualTo(200);
    }

    private void gibtEsNicht() {
        Rest.Person niemand = rest.ohneAnmeldung();
        for (String pfad : List.of("/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup;x/default/user/create", "/camunda/api/admin//setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create", "/camunda/api/admin/x/../setup/default/user/create")) {
            Rest.Antwort antwort = niemand.post(pfad, KONTO);
            assertThat(antwort.status()).as(pfad + antwort.text()).isEqualTo(404);
        }
        assertThat(niemand.get("/camunda/app/admin/default/setup/").status()).isEqualTo(404);
        assertThat(rest.als("eindringling", "Fremd-Passwort-1").get("/engine-rest/task/count").status()).isEqualTo(401);
    }

    /** The last administrator can't be removed over HTTP, only by whoever owns the database. */
    private void entferne(Rest.Person admin, String person) {
        int status = admin.sende("DELETE", GRUPPE + "/members/" + person, null).status();
        assertThat(status).isIn(204, 409);
        if (status == 409) {
            jdbc.update("delete from ACT_ID_MEMBERSHIP where USER_ID_ = ? and GROUP_ID_ = 'camunda-admin'", person);
        }
    }
}
