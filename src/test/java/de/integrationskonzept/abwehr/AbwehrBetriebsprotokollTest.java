package de.integrationskonzept.abwehr;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("abwehr")
@DisplayName("Abwehr: Betriebsprotokoll")
class AbwehrBetriebsprotokollTest {

    private static final String MODELL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                id="protokolliert-modell" targetNamespace="http://fremd.example">
              <bpmn:process id="protokolliert" name="Protokolliert" isExecutable="true" camunda:historyTimeToLive="P180D">
                <bpmn:startEvent id="los" name="Los"><bpmn:outgoing>p1</bpmn:outgoing></bpmn:startEvent>
                <bpmn:userTask id="notieren" name="Notieren" camunda:candidateGroups="kaemmerei">
                  <bpmn:documentation>Etwas notieren.</bpmn:documentation>
                  <bpmn:incoming>p1</bpmn:incoming><bpmn:outgoing>p2</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:endEvent id="fertig" name="Fertig"><bpmn:incoming>p2</bpmn:incoming></bpmn:endEvent>
                <bpmn:sequenceFlow id="p1" sourceRef="los" targetRef="notieren"/>
                <bpmn:sequenceFlow id="p2" sourceRef="notieren" targetRef="fertig"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    private Rest rest;

    private String stelleBereit() {
        Rest.Antwort antwort = rest.als("modellpflege").sende("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=grenze",
                java.net.http.HttpRequest.BodyPublishers.ofString("--grenze\r\nContent-Disposition: form-data; "
                        + "name=\"deployment-name\"\r\n\r\nprotokolliert\r\n"
                        + "--grenze\r\nContent-Disposition: form-data; name=\"protokolliert.bpmn\"; filename=\"protokolliert.bpmn\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n" + MODELL + "\r\n--grenze--\r\n"));
        erfolg(antwort);
        return antwort.json().path("id").asText();
    }

    private String neu() {
        Rest.Antwort antwort = rest.als("admin").post("/engine-rest/process-definition/key/protokolliert/start", Map.of());
        erfolg(antwort);
        return antwort.json().path("id").asText();
    }

    private static void erfolg(Rest.Antwort antwort) {
        assertThat(antwort.status()).as(antwort.text()).isBetween(200, 204);
    }

    private Set<String> protokoll(String person, String suche) {
        Rest.Antwort antwort = rest.als(person).get("/engine-rest/history/user-operation?maxResults=500&" + suche);
        erfolg(antwort);
        return StreamSupport.stream(antwort.json().spliterator(), false).map(zeile -> zeile.path("userId").asText() + " "
                + zeile.path("operationType").asText() + " " + zeile.path("entityType").asText()).collect(Collectors.toSet());
    }

    @Test
    @DisplayName("26 Erledigen, Angabe ändern, Bereitstellen, Anhalten und Löschen stehen mit der Person im Betriebsprotokoll; wer mitarbeitet, "
            + "liest davon nichts → 200, leer")
    void protokolliert() {
        String bereitstellung = stelleBereit();
        String vorgang = neu();
        String aufgabe = rest.als("admin").get("/engine-rest/task?maxResults=10&processInstanceId=" + vorgang).json().path(0).path("id").asText();
        erfolg(rest.als("admin").put("/engine-rest/process-instance/" + vorgang + "/variables/notiz", Map.of("value", "neu", "type", "String")));
        erfolg(rest.als("admin").put("/engine-rest/process-instance/" + vorgang + "/suspended", Map.of("suspended", true)));
        erfolg(rest.als("admin").put("/engine-rest/process-instance/" + vorgang + "/suspended", Map.of("suspended", false)));
        erfolg(rest.als("kaemmerei").post("/engine-rest/task/" + aufgabe + "/complete", Map.of()));
        String geloescht = neu();
        erfolg(rest.als("admin").sende("DELETE", "/engine-rest/process-instance/" + geloescht, null));

        assertThat(protokoll("admin", "processInstanceId=" + vorgang)).contains("kaemmerei Complete Task", "admin SetVariable Variable",
                "admin Suspend ProcessInstance", "admin Activate ProcessInstance", "admin Create ProcessInstance");
        assertThat(protokoll("admin", "processInstanceId=" + geloescht)).contains("admin Delete ProcessInstance");
        assertThat(protokoll("admin", "deploymentId=" + bereitstellung)).contains("modellpflege Create Deployment");
        for (String person : List.of("kaemmerei", "integrationsbeauftragte", "verwaltungsspitze", "stakeholder")) {
            for (String suche : List.of("processInstanceId=" + vorgang, "processInstanceId=" + geloescht, "deploymentId=" + bereitstellung,
                    "userId=kaemmerei", "userId=admin")) {
                assertThat(protokoll(person, suche)).as(person + " " + suche).isEmpty();
                assertThat(rest.als(person).get("/engine-rest/history/user-operation/count?" + suche).json().path("count").asInt())
                        .as(person + " count " + suche).isZero();
            }
        }
        erfolg(rest.als("admin").sende("DELETE", "/engine-rest/deployment/" + bereitstellung + "?cascade=true", null));
    }
}
