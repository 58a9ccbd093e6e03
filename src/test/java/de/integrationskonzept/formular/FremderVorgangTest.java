package de.integrationskonzept.formular;

import static de.integrationskonzept.Fremd.VORGANG;
import static de.integrationskonzept.Fremd.antrag;
import static de.integrationskonzept.Fremd.mit;
import static de.integrationskonzept.Fremd.pruefung;
import static de.integrationskonzept.Fremd.variablen;
import static de.integrationskonzept.Fremd.vollePruefung;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Ein fremder Vorgang, den Modellpflege hochlädt, bekommt Frist, Rechte und Formularzwang ohne eine Zeile Code")
class FremderVorgangTest {

    @Autowired
    private Fremd fremd;
    @Autowired
    private Rest rest;

    @BeforeEach
    void bereit() {
        fremd.bereit();
    }

    @Test
    @DisplayName("Die Administration gibt der Kämmerei das Recht zu beginnen; sie beginnt, findet ihre Aufgabe mit Frist und erledigt sie")
    void vonAnfangBisEnde() {
        List<String> rechte = List.of(erlaube("kaemmerei", 6, VORGANG, "CREATE_INSTANCE"), erlaube("kaemmerei", 8, "*", "CREATE"));
        Rest.Antwort begonnen = rest.als("kaemmerei").post("/engine-rest/process-definition/key/" + VORGANG + "/submit-form",
                variablen(antrag()));
        rechte.forEach(recht -> rest.als("admin").sende("DELETE", "/engine-rest/authorization/" + recht, null));
        assertThat(begonnen.status()).as(begonnen.text()).isEqualTo(200);
        String instanz = begonnen.json().path("id").asText();

        JsonNode aufgabe = rest.als("kaemmerei").get("/engine-rest/task?processInstanceId=" + instanz).json().path(0);
        assertThat(aufgabe.path("name").asText()).isEqualTo("Haushalt prüfen");
        assertThat(aufgabe.path("tenantId").asText()).isEqualTo("09999999");
        Instant frist = OffsetDateTime.parse(aufgabe.path("due").asText().replaceAll("(\\d\\d)(\\d\\d)$", "$1:$2")).toInstant();
        assertThat(frist).isAfter(ClockUtil.getCurrentTime().toInstant());

        String id = aufgabe.path("id").asText();
        assertThat(rest.als("kaemmerei").get("/engine-rest/task/" + id + "/deployed-form").json().path("id").asText())
                .isEqualTo("fremder-vorgang-haushalt-pruefen");
        assertThat(rest.als("kaemmerei").get("/engine-rest/task/" + id + "/form-variables").json().path("antragsteller")
                .path("value").asText()).isEqualTo("Sportverein");
        assertThat(rest.als("kaemmerei").post("/engine-rest/task/" + id + "/submit-form",
                variablen(mit(pruefung(), Map.of("betrag", -5)))).status()).isEqualTo(400);
        assertThat(rest.als("kaemmerei").post("/engine-rest/task/" + id + "/submit-form", variablen(vollePruefung())).status())
                .isEqualTo(204);
        assertThat(rest.als("admin").get("/engine-rest/history/process-instance/" + instanz).json().path("state").asText())
                .isEqualTo("COMPLETED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"personal", "hauptamt", "fachbereich-soziales", "sitzungsdienst", "stakeholder", "gemeinde",
            "modellpflege", "prozessverantwortung"})
    @DisplayName("Wer nicht zur Kämmerei gehört, sieht die Aufgabe nicht und kann sie nicht erledigen")
    void andereRollen(String rolle) {
        String instanz = fremd.neuerVorgang();
        String aufgabe = fremd.aufgabe(instanz);
        var vorher = fremd.bestand();

        Rest.Person person = rest.als(rolle);
        for (String pfad : List.of("", "/variables", "/localVariables", "/form-variables", "/form-variables?variableNames=antragsteller",
                "/variables/antragsteller", "/variables/kostenstellen/data", "/identity-links", "/comment", "/attachment",
                "/rendered-form", "/deployed-form", "/form")) {
            Rest.Antwort antwort = person.get("/engine-rest/task/" + aufgabe + pfad);
            if (!(rolle.equals("prozessverantwortung") && List.of("", "/identity-links", "/comment", "/attachment", "/form",
                    "/deployed-form", "/rendered-form").contains(pfad)) && !List.of("/comment", "/attachment").contains(pfad)) {
                assertThat(antwort.status()).as(rolle + " " + pfad + ": " + antwort.text()).isBetween(400, 499);
            }
            assertThat(antwort.text()).as(pfad).doesNotContain("Sportverein");
        }
        for (String tat : List.of("submit-form", "complete", "claim", "unclaim", "delegate", "resolve", "assignee")) {
            Rest.Antwort antwort = person.post("/engine-rest/task/" + aufgabe + "/" + tat,
                    tat.contains("form") || tat.equals("complete") ? variablen(pruefung()) : Map.of("userId", "kaemmerei"));
            assertThat(antwort.status()).as(tat + ": " + antwort.text()).isIn(400, 403, 404);
        }
        for (String liste : List.of("variable-instance?processInstanceIdIn=", "history/variable-instance?processInstanceId=",
                "history/detail?processInstanceId=")) {
            assertThat(person.get("/engine-rest/" + liste + instanz).text()).as(liste).doesNotContain("Sportverein");
        }
        assertThat(fremd.bestand()).isEqualTo(vorher);
    }

    @ParameterizedTest
    @ValueSource(strings = {"personal", "stakeholder", "gemeinde", "modellpflege", "fachbereich-kultur"})
    @DisplayName("Die Aufgabenliste der anderen Stellen bleibt leer, auch bei gezielter Suche")
    void leereListe(String rolle) {
        String instanz = fremd.neuerVorgang();

        assertThat(rest.als(rolle).get("/engine-rest/task?processInstanceId=" + instanz).json()).isEmpty();
        assertThat(rest.als(rolle).get("/engine-rest/task/count?processInstanceId=" + instanz).json().path("count").asInt()).isZero();
        assertThat(rest.als(rolle).get("/engine-rest/history/task?processInstanceId=" + instanz).json()).isEmpty();
        assertThat(rest.als(rolle).get("/engine-rest/process-instance?processInstanceIds=" + instanz).json()).isEmpty();
    }

    @Test
    @DisplayName("Ohne das Recht dazu beginnt niemand den Vorgang, und niemand erfährt etwas über sein Formular")
    void beginnOhneRecht() {
        var vorher = fremd.bestand();
        for (String tat : List.of("submit-form", "start")) {
            for (Map<String, Object> angaben : List.of(antrag(), Map.<String, Object>of())) {
                Rest.Antwort antwort = rest.als("personal").post("/engine-rest/process-definition/key/" + VORGANG + "/" + tat,
                        variablen(angaben));
                assertThat(antwort.status()).as(antwort.text()).isEqualTo(403);
                assertThat(antwort.text()).doesNotContain("Antragsteller");
            }
        }
        assertThat(fremd.bestand()).isEqualTo(vorher);
    }

    @Test
    @DisplayName("Die Kämmerei plant ihre Aufgabe selbst: übernehmen, Frist und Wiedervorlage setzen, zurückgeben")
    void planen() {
        String aufgabe = fremd.aufgabe(fremd.neuerVorgang());
        Rest.Person kaemmerei = rest.als("kaemmerei");

        assertThat(kaemmerei.post("/engine-rest/task/" + aufgabe + "/claim", Map.of("userId", "kaemmerei")).status()).isEqualTo(204);
        // Tasklist reads the task as HAL and sends all of it back.
        Rest.Person tasklist = rest.inTasklist("kaemmerei");
        String adresse = "/camunda/api/engine/engine/default/task/" + aufgabe;
        ObjectNode stand = (ObjectNode) tasklist.lies(adresse, "application/hal+json").json();
        stand.remove(List.of("_links", "_embedded"));
        stand.put("followUp", "2099-03-01T08:00:00.000+0100").put("due", "2099-04-01T08:00:00.000+0100");
        Rest.Antwort geplant = tasklist.put(adresse, stand.toString());
        assertThat(geplant.status()).as(geplant.text()).isEqualTo(204);
        assertThat(kaemmerei.get("/engine-rest/task/" + aufgabe).json().path("followUp").asText()).startsWith("2099-03-01");
        assertThat(kaemmerei.post("/engine-rest/task/" + aufgabe + "/unclaim", Map.of()).status()).isEqualTo(204);
        assertThat(kaemmerei.get("/engine-rest/task/" + aufgabe).json().path("assignee").isNull()).isTrue();
    }

    @Test
    @DisplayName("Eine zur Zuarbeit weitergegebene Aufgabe wird erst zurückgegeben, dann erledigt")
    void zuarbeit() {
        String aufgabe = fremd.aufgabe(fremd.neuerVorgang());
        Rest.Person kaemmerei = rest.als("kaemmerei");
        assertThat(kaemmerei.post("/engine-rest/task/" + aufgabe + "/claim", Map.of("userId", "kaemmerei")).status()).isEqualTo(204);
        assertThat(kaemmerei.post("/engine-rest/task/" + aufgabe + "/delegate", Map.of("userId", "kaemmerei")).status()).isEqualTo(204);

        for (String tat : List.of("submit-form", "complete")) {
            Rest.Antwort zuFrueh = kaemmerei.post("/engine-rest/task/" + aufgabe + "/" + tat, variablen(pruefung()));
            assertThat(zuFrueh.status()).as(zuFrueh.text()).isEqualTo(409);
            assertThat(zuFrueh.saetze()).singleElement().asString().contains("zurück");
        }
        assertThat(kaemmerei.post("/engine-rest/task/" + aufgabe + "/resolve", Map.of()).status()).isEqualTo(204);
        assertThat(kaemmerei.post("/engine-rest/task/" + aufgabe + "/submit-form", variablen(pruefung())).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("Die erledigte Aufgabe lässt sich nicht noch einmal erledigen")
    void schonErledigt() {
        String aufgabe = fremd.aufgabe(fremd.neuerVorgang());
        Rest.Person kaemmerei = rest.als("kaemmerei");
        assertThat(kaemmerei.post("/engine-rest/task/" + aufgabe + "/submit-form", variablen(pruefung())).status()).isEqualTo(204);

        for (String tat : List.of("submit-form", "complete")) {
            Rest.Antwort antwort = kaemmerei.post("/engine-rest/task/" + aufgabe + "/" + tat, variablen(pruefung()));
            assertThat(antwort.status()).isEqualTo(404);
            assertThat(antwort.saetze()).singleElement().asString().contains("gibt es nicht mehr");
        }
    }

    @Test
    @DisplayName("Ruht der Vorgang, wird die Aufgabe mit einem klaren Satz abgelehnt")
    void ruht() {
        String instanz = fremd.neuerVorgang();
        String aufgabe = fremd.aufgabe(instanz);
        fremd.engine().getRuntimeService().suspendProcessInstanceById(instanz);

        Rest.Antwort antwort = rest.als("kaemmerei").post("/engine-rest/task/" + aufgabe + "/submit-form", variablen(pruefung()));

        assertThat(antwort.status()).isEqualTo(409);
        assertThat(antwort.saetze()).singleElement().asString().contains("ruht");
    }

    @Test
    @DisplayName("Unverändert noch einmal hochgeladen ändert nichts")
    void unveraendert() {
        long vorher = fremd.engine().getRepositoryService().createDeploymentQuery().count();

        assertThat(fremd.stelleBereit("modellpflege").status()).isEqualTo(200);

        assertThat(fremd.engine().getRepositoryService().createDeploymentQuery().count()).isEqualTo(vorher);
    }

    /** @return id of the authorization */
    private String erlaube(String rolle, int art, String id, String recht) {
        Rest.Antwort antwort = rest.als("admin").post("/engine-rest/authorization/create", Map.of("type", 1, "permissions",
                List.of(recht), "groupId", rolle, "resourceType", art, "resourceId", id));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return antwort.json().path("id").asText();
    }
}
