package de.integrationskonzept.abwehr;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("abwehr")
@DisplayName("Abwehr: Werte, die mehr sind als Werte")
class AbwehrWerteTest {

    /** A user task beside a message that can come. */
    private static final String PROZESS = Modell.definitionen("", "<bpmn:startEvent id=\"los\"/><bpmn:sequenceFlow id=\"f1\" sourceRef=\"los\" "
            + "targetRef=\"schritt\"/><bpmn:userTask id=\"schritt\" name=\"Schritt\" camunda:candidateGroups=\"kaemmerei\"/>"
            + "<bpmn:boundaryEvent id=\"anruf\" attachedToRef=\"schritt\" cancelActivity=\"false\"><bpmn:messageEventDefinition id=\"d\" messageRef=\"m\"/>"
            + "</bpmn:boundaryEvent><bpmn:endEvent id=\"ende\"/><bpmn:sequenceFlow id=\"f2\" sourceRef=\"schritt\" targetRef=\"ende\"/>"
            + "<bpmn:sequenceFlow id=\"f3\" sourceRef=\"anruf\" targetRef=\"ende\"/>", "<bpmn:message id=\"m\" name=\"abwehr-anruf\"/>").replace("\"abwehr\"", "\"abwehr-werte\"");
    private static final Map<String, Object> TEXT = Map.of("value", "harmlos", "type", "String");

    @TempDir
    private Path ordner;
    @Autowired
    private Rest rest;
    private Rest.Person admin;
    private String instanz;

    @BeforeEach
    void vorgang() {
        admin = rest.als("admin");
        assertThat(Bereitstellung.sende(admin, "abwehr-werte.bpmn", PROZESS).status()).isEqualTo(200);
        Rest.Antwort begonnen = admin.post("/engine-rest/process-definition/key/abwehr-werte/start", Map.of());
        assertThat(begonnen.status()).as(begonnen.text()).isEqualTo(200);
        instanz = begonnen.json().path("id").asText();
    }

    static Stream<Arguments> werte() {
        return Stream.of(
                Arguments.of("Java-Objekt in Java-Schreibweise", wert("rO0ABXA=", "Object", Map.of("objectTypeName", "java.lang.String",
                        "serializationDataFormat", "application/x-java-serialized-object"))),
                Arguments.of("Java-Objekt als Json", wert("[]", "Object", Map.of("objectTypeName", "java.util.ArrayList",
                        "serializationDataFormat", "application/json"))),
                Arguments.of("Datei", wert("YQ==", "File", Map.of("filename", "a.txt"))),
                Arguments.of("Bytes", wert("YQ==", "Bytes", Map.of())),
                Arguments.of("Xml", wert("<a/>", "Xml", Map.of())),
                Arguments.of("unbekannte Art", wert("a", "Zauber", Map.of())));
    }

    private static Map<String, Object> wert(Object wert, String art, Map<String, Object> naeheres) {
        return Map.of("value", wert, "type", art, "valueInfo", naeheres);
    }

    @ParameterizedTest(name = "10 {0} → 4xx")
    @MethodSource("werte")
    @DisplayName("10 In Java-Schreibweise oder von nicht gelisteter Art, durch jede Tür → 4xx")
    void nichtGelistet(String was, Map<String, Object> wert) {
        List<String> gelungen = new ArrayList<>();
        versuche(wert).forEach((tuer, antwort) -> {
            if (antwort.status() < 400 || antwort.status() >= 500) {
                gelungen.add(tuer + " -> " + antwort.status() + " " + antwort.text());
            }
        });

        assertThat(gelungen).isEmpty();
        assertThat(angaben()).doesNotContainKey("x");
    }

    @Test
    @DisplayName("10 Dieselben Türen mit einem Text → offen für die Administration, also liegt es an der Art")
    void gelistet() {
        versuche(TEXT).forEach((tuer, antwort) -> {
            if (!tuer.contains("task/")) {
                assertThat(antwort.status()).as(tuer + " " + antwort.text()).isBetween(200, 299);
            }
        });
        assertThat(angaben()).containsKey("x");
    }

    private Map<String, Rest.Antwort> versuche(Map<String, Object> wert) {
        Map<String, Object> werte = Map.of("x", wert);
        String aufgabe = "task/" + admin.get("/engine-rest/task?processInstanceId=" + instanz).json().get(0).path("id").asText();
        String wartet = admin.get("/engine-rest/execution?messageEventSubscriptionName=abwehr-anruf&processInstanceId=" + instanz).json().get(0)
                .path("id").asText();
        Map<String, Rest.Antwort> antworten = new LinkedHashMap<>();
        sende(antworten, "PUT", "process-instance/" + instanz + "/variables/x", wert);
        sende(antworten, "POST", "process-instance/" + instanz + "/variables", Map.of("modifications", werte));
        sende(antworten, "POST", "process-instance/variables-async", Map.of("processInstanceIds", List.of(instanz), "variables", werte));
        sende(antworten, "PUT", "execution/" + instanz + "/localVariables/x", wert);
        sende(antworten, "POST", "execution/" + instanz + "/localVariables", Map.of("modifications", werte));
        sende(antworten, "PUT", aufgabe + "/variables/x", wert);
        sende(antworten, "PUT", aufgabe + "/localVariables/x", wert);
        sende(antworten, "POST", aufgabe + "/variables", Map.of("modifications", werte));
        sende(antworten, "POST", "message", Map.of("messageName", "abwehr-anruf", "processInstanceId", instanz, "processVariables", werte));
        sende(antworten, "POST", "message", Map.of("messageName", "abwehr-anruf", "processInstanceId", instanz, "processVariablesLocal", werte));
        sende(antworten, "POST", "execution/" + wartet + "/messageSubscriptions/abwehr-anruf/trigger", Map.of("variables", werte));
        sende(antworten, "POST", "process-instance/" + instanz + "/modification", Map.of("instructions", List.of(
                Map.of("type", "startBeforeActivity", "activityId", "schritt", "variables", werte))));
        sende(antworten, "POST", "process-definition/key/abwehr-werte/start", Map.of("variables", werte));
        sende(antworten, "POST", "process-definition/key/abwehr-werte/submit-form", Map.of("variables", werte));
        sende(antworten, "POST", aufgabe + "/resolve", Map.of("variables", werte));
        sende(antworten, "POST", aufgabe + "/bpmnError", Map.of("errorCode", "gibt-es-nicht", "variables", werte));
        sende(antworten, "POST", aufgabe + "/bpmnEscalation", Map.of("escalationCode", "gibt-es-nicht", "variables", werte));
        sende(antworten, "POST", aufgabe + "/submit-form", Map.of("variables", werte));
        sende(antworten, "POST", aufgabe + "/complete", Map.of("variables", werte));
        return antworten;
    }

    private void sende(Map<String, Rest.Antwort> antworten, String methode, String pfad, Object inhalt) {
        antworten.put(antworten.size() + " " + methode + " " + pfad, admin.sende(methode, "/engine-rest/" + pfad, inhalt));
    }

    @ParameterizedTest(name = "10 Hochgeladen: {0} → 4xx")
    @MethodSource("hochgeladenes")
    @DisplayName("10 Als Datei hochgeladene Angabe → 4xx")
    void hochgeladen(String was, String teile) {
        for (String pfad : List.of("process-instance/" + instanz + "/variables/x/data", "execution/" + instanz + "/localVariables/x/data")) {
            Rest.Antwort antwort = admin.sende("POST", "/engine-rest/" + pfad, "multipart/form-data; boundary=g",
                    HttpRequest.BodyPublishers.ofString(teile + "--g--\r\n"));
            assertThat(antwort.status()).as(pfad + " " + antwort.text()).isBetween(400, 499);
        }
        assertThat(angaben()).doesNotContainKey("x");
    }

    static Stream<Arguments> hochgeladenes() {
        return Stream.of(
                Arguments.of("Bytes", teil("data", "application/octet-stream", "a")),
                Arguments.of("Datei", teil("data", "text/plain", "a") + teil("valueType", "text/plain", "File")),
                Arguments.of("Java-Klasse auf der Liste", teil("data", "application/json", "[]") + teil("type", "text/plain", "java.util.ArrayList")),
                Arguments.of("Java-Klasse", teil("data", "application/json", "{}") + teil("type", "text/plain", "javax.naming.InitialContext")));
    }

    private static String teil(String name, String art, String inhalt) {
        return "--g\r\nContent-Disposition: form-data; name=\"" + name + "\"" + (name.equals("data") ? "; filename=\"a\"" : "")
                + "\r\nContent-Type: " + art + "\r\n\r\n" + inhalt + "\r\n";
    }

    @Test
    @DisplayName("9 Fremde Datei in einer Xml-Angabe → 4xx, Inhalt nie zurückgegeben")
    void fremdeDatei() throws Exception {
        String geheim = "geheim-" + UUID.randomUUID();
        String adresse = Files.writeString(ordner.resolve("geheim.txt"), geheim).toUri().toString();

        versuche(wert("<!DOCTYPE a [<!ENTITY b SYSTEM \"" + adresse + "\">]><a>&b;</a>", "Xml", Map.of())).forEach((tuer, antwort) -> {
            assertThat(antwort.status()).as(tuer + " " + antwort.text()).isBetween(400, 499);
            assertThat(antwort.text()).doesNotContain(geheim);
        });
        assertThat(rest.als("admin").get("/engine-rest/process-instance/" + instanz + "/variables").text()).doesNotContain(geheim);
    }

    @Test
    @DisplayName("Ein Ausdruck als Text in Angabe, Titel, Rolle, Kommentar oder Aktenzeichen → bleibt Text, nicht ausgewertet")
    void ausdruckAlsText() {
        String text = "${1+1}#{7*7}${akte.heute()}";
        String gerufen = Modell.mitAufgabe("camunda:candidateGroups=\"${rolle}\"", Modell.erweitert("<camunda:inputOutput><camunda:inputParameter "
                + "name=\"abgeleitet\">vorn ${wert} hinten</camunda:inputParameter></camunda:inputOutput>"))
                .replace("Haushalt prüfen", "${wert}").replace("\"abwehr\"", "\"abwehr-gerufen\"");
        String rufend = Modell.mitSchritt("<bpmn:callActivity id=\"schritt\" calledElement=\"abwehr-gerufen\">" + Modell.erweitert("<camunda:in businessKey="
                + "\"#{execution.processBusinessKey}\"/><camunda:in sourceExpression=\"${wert}\" target=\"wert\"/><camunda:in source=\"rolle\" target=\"rolle\"/>")
                + "</bpmn:callActivity>").replace("\"abwehr\"", "\"abwehr-rufend\"");
        assertThat(Bereitstellung.sende(admin, Bereitstellung.REST, Map.of("abwehr-gerufen.bpmn", gerufen, "abwehr-rufend.bpmn", rufend)).status()).isEqualTo(200);

        Map<String, Object> wert = Map.of("value", text, "type", "String");
        Rest.Antwort begonnen = admin.post("/engine-rest/process-definition/key/abwehr-rufend/start",
                Map.of("businessKey", text, "variables", Map.of("wert", wert, "rolle", Map.of("value", "${1+1}", "type", "String"))));
        assertThat(begonnen.status()).as(begonnen.text()).isEqualTo(200);

        String aufgabe = admin.post("/engine-rest/task", Map.of("processInstanceBusinessKey", text, "taskDefinitionKey", "schritt")).json().get(0)
                .path("id").asText();
        assertThat(admin.get("/engine-rest/task/" + aufgabe).json().path("name").asText()).isEqualTo(text);
        assertThat(admin.get("/engine-rest/task/" + aufgabe + "/identity-links").json()).extracting(recht -> recht.path("groupId").asText())
                .contains("${1+1}").doesNotContain("2");
        assertThat(admin.get("/engine-rest/task/" + aufgabe + "/variables/abgeleitet").json().path("value").asText())
                .isEqualTo("vorn " + text + " hinten");
        assertThat(admin.post("/engine-rest/task/" + aufgabe + "/comment/create", Map.of("message", text)).json().path("message").asText())
                .isEqualTo(text);
    }

    private Map<String, Object> angaben() {
        Map<String, Object> angaben = new LinkedHashMap<>();
        admin.get("/engine-rest/process-instance/" + instanz + "/variables?deserializeValues=false").json().fields()
                .forEachRemaining(angabe -> angaben.put(angabe.getKey(), angabe.getValue()));
        return angaben;
    }
}
