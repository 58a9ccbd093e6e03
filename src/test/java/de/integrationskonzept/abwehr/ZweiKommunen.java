package de.integrationskonzept.abwehr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Kommunen beside that of the demonstration, brought by an administrator in one CSV over HTTP. Nord has a running file with
 * everything that a file can have, and a finished one; Süd has people who would like to see them, West
 * has nothing at all. A person's id is their
 * Kommune and their role: {@code nord-kaemmerei}.
 */
final class ZweiKommunen {

    static final String NORD = "09111111";
    static final String SUED = "09222222";
    static final String WEST = "09333333";
    static final String GEHEIM = "Nur-fuer-Nord-4711";
    static final List<String> ROLLEN = List.of("integrationsbeauftragte", "kaemmerei", "verwaltungsspitze", "planung",
            "prozessverantwortung", "modellpflege");

    private final Rest rest;
    /** Ids of what belongs to Nord, by the kind of thing. */
    private final Map<String, List<String>> ids = new LinkedHashMap<>();
    private String akte;
    private String aufgabe;

    private ZweiKommunen(Rest rest) {
        this.rest = rest;
    }

    static ZweiKommunen richteEin(Rest rest) {
        ZweiKommunen kommunen = new ZweiKommunen(rest);
        Rest.Antwort antwort = kommunen.sende(kommunen.tabelle(), false);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        kommunen.fuelleNord();
        kommunen.sammle();
        return kommunen;
    }

    Rest.Antwort sende(String tabelle, boolean probe) {
        return rest.als("admin").sende("POST", "/api/kommunen" + (probe ? "?probe=true" : ""), "text/csv",
                HttpRequest.BodyPublishers.ofString(tabelle));
    }

    private String tabelle() {
        StringBuilder tabelle = new StringBuilder("kommune;name;art;gremium;leitung;kennung;vorname;nachname;mail;rollen;passwort\n");
        Map.of("nord", NORD, "sued", SUED, "west", WEST).forEach((ort, kommune) -> ROLLEN.forEach(rolle -> tabelle.append(String.join(";", kommune,
                name(ort), "Kreisfreie Stadt", "Stadtrat", "Oberbürgermeisterin", ort + "-" + rolle, "Erika", "Beispiel",
                ort + "-" + rolle + "@example.org", rolle, Anwendungstest.PASSWORT)).append('\n')));
        return tabelle.toString();
    }

    static String name(String ort) {
        return Map.of("nord", "Stadt Nord", "sued", "Stadt Süd", "west", "Stadt West").get(ort);
    }

    Map<String, List<String>> ids() {
        return ids;
    }

    /** Frame instance of the running file of Nord. */
    String akte() {
        return akte;
    }

    /** A task of that file which its Integrationsbeauftragte have taken. */
    String aufgabe() {
        return aufgabe;
    }

    /** Whatever would betray that Nord has something. */
    Set<String> verraeterisch() {
        Set<String> alle = new LinkedHashSet<>(List.of(GEHEIM, "AZ-" + NORD));
        ids.forEach((art, liste) -> {
            if (!art.equals("user") && !art.equals("tenant")) {
                alle.addAll(liste);
            }
        });
        return alle;
    }

    static Map<String, Object> startformular(String ort, String zeichen) {
        Map<String, Object> angaben = new LinkedHashMap<>(Map.of("aktenzeichen", zeichen, "kommuneTyp", "kreisfreie-stadt",
                "kommuneName", name(ort), "einwohner", 120000, "leitungAnrede", "oberbuergermeisterin", "leitungName", "Rita Muster",
                "gremium", "stadtrat", "federfuehrung", "Amira Beispiel", "verfahrenWunsch", "ausfuehrlich"));
        angaben.putAll(Map.of("planBeginn", "2027-01-01", "planEnde", "2028-12-31"));
        return angaben;
    }

    String beginne(String ort, String zeichen) {
        Rest.Antwort antwort = beginneAls(ort + "-integrationsbeauftragte", startformular(ort, zeichen));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return antwort.json().path("id").asText();
    }

    Rest.Antwort beginneAls(String person, Map<String, Object> angaben) {
        return rest.als(person).post("/engine-rest/process-definition/key/integrationskonzept/submit-form", Fremd.variablen(angaben));
    }

    private void fuelleNord() {
        String fertig = beginne("nord", "AZ-" + NORD + "-alt");
        verlange(204, rest.als("admin").sende("DELETE", "/engine-rest/process-instance/" + fertig, null));
        akte = beginne("nord", "AZ-" + NORD + "-neu");
        String vorabklaerung = admin("/process-instance?superProcessInstance=" + akte + "&processDefinitionKey=vorabklaerung").get(0)
                .path("id").asText();
        verlange(204, rest.als("admin").post("/engine-rest/process-instance/" + vorabklaerung + "/modification", Map.of("instructions",
                List.of(Map.of("type", "startBeforeActivity", "activityId", "interessen")))));
        for (JsonNode a : admin("/task?tenantIdIn=" + NORD)) {
            fuelle(a.path("id").asText(), a.path("processInstanceId").asText());
            aufgabe = a.path("id").asText();
        }
        verlange(204, rest.als("admin").post("/engine-rest/task/" + aufgabe + "/assignee", Map.of("userId", "nord-integrationsbeauftragte")));
        String execution = admin("/task?tenantIdIn=" + NORD).get(0).path("executionId").asText();
        verlange(200, rest.als("admin").post("/engine-rest/execution/" + execution + "/create-incident", Map.of("incidentType", "probe",
                "configuration", GEHEIM, "message", GEHEIM)));
        admin("/job?tenantIdIn=" + NORD).forEach(job -> verlange(204, rest.als("admin").put("/engine-rest/job/" + job.path("id").asText()
                + "/retries", Map.of("retries", 0))));
        verlange(200, rest.als("admin").post("/engine-rest/process-instance/suspended-async", Map.of("processInstanceIds", List.of(akte),
                "suspended", false)));
    }

    private void fuelle(String an, String instanz) {
        verlange(200, rest.als("admin").post("/engine-rest/task/" + an + "/comment/create", Map.of("message", GEHEIM,
                "processInstanceId", instanz)));
        verlange(204, rest.als("admin").put("/engine-rest/task/" + an + "/localVariables/notiz", Map.of("value", GEHEIM, "type", "String")));
        verlange(204, rest.als("admin").put("/engine-rest/process-instance/" + instanz + "/variables/notiz",
                Map.of("value", GEHEIM, "type", "String")));
        String teile = "--g\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n" + GEHEIM + "\r\n--g\r\nContent-Disposition: form-data; "
                + "name=\"%s\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%%PDF-1.7\n" + GEHEIM + "\r\n--g--\r\n";
        verlange(200, rest.als("admin").sende("POST", "/engine-rest/task/" + an + "/attachment/create", "multipart/form-data; boundary=g",
                HttpRequest.BodyPublishers.ofString(teile.formatted("attachment-name", "content"))));
    }

    private void sammle() {
        String ort = "?tenantIdIn=" + NORD;
        Map.of("process-instance", "/history/process-instance", "task", "/history/task", "execution", "/execution", "job", "/job",
                "history/activity-instance", "/history/activity-instance", "variable-instance", "/history/variable-instance",
                "history/detail", "/history/detail", "history/job-log", "/history/job-log", "incident", "/history/incident",
                "history/decision-instance", "/history/decision-instance").forEach((art, weg) -> merke(art, admin(weg + ort)));
        merke("history/identity-link-log", admin("/history/identity-link-log" + ort));
        merke("batch", admin("/batch"));
        merke("batch", admin("/history/batch"));
        merke("authorization", admin("/authorization?userIdIn=nord-integrationsbeauftragte"));
        for (String an : List.copyOf(ids.get("task"))) {
            merke("attachment", admin("/task/" + an + "/attachment"));
            merke("comment", admin("/task/" + an + "/comment"));
            merke("history/user-operation", admin("/history/user-operation?taskId=" + an));
        }
        ids.put("user", ROLLEN.stream().map(r -> "nord-" + r).toList());
        ids.put("tenant", List.of(NORD));
        ids.forEach((art, liste) -> assertThat(liste).as("Nord has " + art).isNotEmpty());
    }

    private void merke(String art, List<JsonNode> dinge) {
        ids.computeIfAbsent(art, a -> new ArrayList<>()).addAll(dinge.stream().map(d -> d.path("id").asText()).toList());
    }

    List<JsonNode> admin(String weg) {
        Rest.Antwort antwort = rest.als("admin").get("/engine-rest" + weg + (weg.contains("?") ? "&" : "?") + "maxResults=1000");
        verlange(200, antwort);
        return StreamSupport.stream(antwort.json().spliterator(), false).toList();
    }

    private static void verlange(int status, Rest.Antwort antwort) {
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(status);
    }
}
