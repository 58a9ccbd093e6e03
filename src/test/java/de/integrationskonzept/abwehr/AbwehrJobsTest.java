package de.integrationskonzept.abwehr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The engine's own jobs, such as the one that removes data when their time is over, and those of batches: they belong to no
 * process, and stock lets everybody who is logged in hold, change and delete them.
 */
@Anwendungstest
@Tag("abwehr")
@DisplayName("Jobs der Anwendung selbst")
class AbwehrJobsTest {

    @Autowired
    private Rest rest;

    @ParameterizedTest(name = "18 {0} {1} {2} → 403")
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /job/%s                     |
            PUT    | /job/%s/retries             | {"retries":0}
            PUT    | /job/%s/duedate             | {"duedate":"2099-01-01T00:00:00.000+0000"}
            POST   | /job/%s/duedate/recalculate |
            PUT    | /job/%s/priority            | {"priority":7}
            PUT    | /job/%s/suspended           | {"suspended":true}
            POST   | /job/%s/execute             |
            DELETE | /job/%s                     |
            GET    | /history/cleanup/job        |
            GET    | /history/cleanup/jobs       |
            POST   | /history/cleanup            |
            """)
    @DisplayName("18 Wer nicht verwaltet, sieht und ändert den Job nicht, der Daten nach ihrer Frist entfernt → 403")
    void aufbewahrung(String art, String weg, String inhalt) {
        String job = id("/job", "processDefinitionId");
        JsonNode vorher = admin("/job/" + job);
        verweigert(art, weg.formatted(job), inhalt);
        assertThat(admin("/job/" + job)).isEqualTo(vorher);
    }

    @ParameterizedTest(name = "18 {0} {1} {2} → 403")
    @CsvSource(delimiter = '|', textBlock = """
            GET | /job-definition/%s             |
            PUT | /job-definition/%s/retries     | {"retries":0}
            PUT | /job-definition/%s/suspended   | {"suspended":true,"includeJobs":true}
            PUT | /job-definition/%s/jobPriority | {"priority":7}
            """)
    @DisplayName("18 Wer nicht verwaltet, sieht und hält keine Stapelarbeit der Administration an → 403")
    void stapel(String art, String weg, String inhalt) {
        Rest.Antwort stapel = rest.als("admin").post("/engine-rest/process-instance/suspended-async",
                Map.of("processInstanceIds", List.of("nirgends"), "suspended", false));
        assertThat(stapel.status()).as(stapel.text()).isEqualTo(200);
        String definition = stapel.json().path("seedJobDefinitionId").asText();
        verweigert(art, weg.formatted(definition), inhalt);
    }

    private void verweigert(String art, String weg, String inhalt) {
        for (String rolle : List.of("kaemmerei", "integrationsbeauftragte", "prozessverantwortung", "modellpflege")) {
            verweigert(rest.als(rolle).sende(art, "/engine-rest" + weg, inhalt), rolle);
        }
        verweigert(rest.inTasklist("kaemmerei").sende(art, "/camunda/api/engine/engine/default" + weg, inhalt), "kaemmerei in Tasklist");
    }

    private static void verweigert(Rest.Antwort antwort, String wer) {
        assertThat(antwort.status()).as(wer + ": " + antwort.text()).isEqualTo(403);
    }

    private String id(String weg, String leer) {
        return StreamSupport.stream(admin(weg).spliterator(), false).filter(job -> job.path(leer).isNull()).findFirst().orElseThrow()
                .path("id").asText();
    }

    private JsonNode admin(String weg) {
        Rest.Antwort antwort = rest.als("admin").get("/engine-rest" + weg);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return antwort.json();
    }
}
