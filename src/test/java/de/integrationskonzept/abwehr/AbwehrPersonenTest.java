package de.integrationskonzept.abwehr;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("abwehr")
@DisplayName("Abwehr: Konten, Gruppen und Rechte anderer")
class AbwehrPersonenTest {

    @Autowired
    private Rest rest;

    private record Versuch(String methode, String pfad, Object inhalt) {
    }

    @ParameterizedTest
    @ValueSource(strings = {"kaemmerei", "integrationsbeauftragte", "verwaltungsspitze", "prozessverantwortung", "modellpflege", "stakeholder"})
    @DisplayName("15 Andere Konten lesen, Konten, Gruppen, Kommunen oder Rechte ändern → 403/404")
    void andereKonten(String rolle) {
        String vorher = bestand();
        List<String> gelungen = new ArrayList<>();
        for (Rest.Person person : List.of(rest.als(rolle), imBrowser(rolle))) {
            String wurzel = person.ausweis("Cookie") == null ? "/engine-rest/" : "/camunda/api/engine/engine/default/";
            for (Versuch versuch : versuche(rolle)) {
                Rest.Antwort antwort = person.sende(versuch.methode(), wurzel + versuch.pfad(), versuch.inhalt());
                if (antwort.status() != 403 && antwort.status() != 404) {
                    gelungen.add(versuch + " -> " + antwort);
                }
            }
            for (String liste : List.of("user", "user?id=hauptamt", "user?memberOfGroup=hauptamt", "authorization", "tenant")) {
                assertThat(person.get(wurzel + liste).text()).as(liste).doesNotContain("hauptamt");
            }
            assertThat(person.get(wurzel + "identity/groups?userId=hauptamt").text()).doesNotContain("\"id\":\"hauptamt\"");
        }
        assertThat(gelungen).isEmpty();
        assertThat(bestand()).isEqualTo(vorher);
    }

    /** Who has no work in Tasklist has its session elsewhere. */
    private Rest.Person imBrowser(String rolle) {
        return List.of("prozessverantwortung", "modellpflege", "stakeholder").contains(rolle) ? rest.als(rolle) : rest.inTasklist(rolle);
    }

    private List<Versuch> versuche(String selbst) {
        String recht = rest.als("admin").get("/engine-rest/authorization?maxResults=1").json().get(0).path("id").asText();
        Map<String, Object> neuesRecht = Map.of("type", 1, "userId", selbst, "resourceType", 0, "resourceId", "*", "permissions", List.of("ALL"));
        return List.of(
                new Versuch("GET", "user/hauptamt/profile", null),
                new Versuch("PUT", "user/hauptamt/profile", Map.of("id", "hauptamt", "firstName", "X", "lastName", "Y")),
                new Versuch("PUT", "user/hauptamt/credentials", Map.of("password", "Neues-Geheimnis-1", "authenticatedUserPassword",
                        Anwendungstest.PASSWORT)),
                new Versuch("DELETE", "user/hauptamt", null),
                new Versuch("POST", "user/hauptamt/unlock", null),
                new Versuch("POST", "user/create", Map.of("profile", Map.of("id", "eindringling"), "credentials",
                        Map.of("password", "Fremd-Passwort-1"))),
                new Versuch("GET", "group/camunda-admin", null),
                new Versuch("POST", "group/create", Map.of("id", "eindringlinge", "name", "x")),
                new Versuch("PUT", "group/hauptamt", Map.of("id", "hauptamt", "name", "x", "type", "x")),
                new Versuch("DELETE", "group/hauptamt", null),
                new Versuch("PUT", "group/camunda-admin/members/" + selbst, null),
                new Versuch("DELETE", "group/camunda-admin/members/admin", null),
                new Versuch("POST", "tenant/create", Map.of("id", "andere", "name", "x")),
                new Versuch("PUT", "tenant/09999999/user-members/" + selbst, null),
                new Versuch("DELETE", "tenant/09999999", null),
                new Versuch("GET", "authorization/" + recht, null),
                new Versuch("POST", "authorization/create", neuesRecht),
                new Versuch("PUT", "authorization/" + recht, neuesRecht),
                new Versuch("DELETE", "authorization/" + recht, null));
    }

    private String bestand() {
        Rest.Person admin = rest.als("admin");
        return List.of("user", "group", "tenant", "authorization").stream().map(was -> admin.get("/engine-rest/" + was + "/count").text())
                .toList() + admin.get("/engine-rest/user/hauptamt/profile").text() + admin.get("/engine-rest/group/hauptamt").text();
    }
}
