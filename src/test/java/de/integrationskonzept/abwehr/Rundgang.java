package de.integrationskonzept.abwehr;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Rest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Every reading address of the engine's REST API, from the OpenAPI document that ships with it, filled in with ids that are
 * none of the caller's business: in the path, and in each query parameter that takes such an id.
 */
final class Rundgang {

    /** Query parameters that take an id, and of what. Names that are not here take none, or none of something in a file. */
    private static final Map<String, String> PARAMETER = parameter();

    /** The rest of a path is filled in with what exists everywhere. */
    private static final Map<String, String> UEBLICH = Map.ofEntries(Map.entry("varName", "notiz"), Map.entry("messageName", "stand-geaendert"),
            Map.entry("metrics-name", "activity-instance-start"), Map.entry("key", "integrationskonzept"), Map.entry("tenant-id", ZweiKommunen.NORD),
            Map.entry("resourceId", "x"));

    private final Map<String, List<String>> ids;
    private final Map<String, List<String>> gemeinsam;

    /**
     * @param ids what nobody may see, by kind of thing, the kind being the beginning of its address
     * @param gemeinsam what all Kommunen share; there is an answer, but nothing of the above in it
     */
    Rundgang(Map<String, List<String>> ids, Map<String, List<String>> gemeinsam) {
        this.ids = ids;
        this.gemeinsam = gemeinsam;
    }

    /** Models and filters. */
    static Map<String, List<String>> gemeinsam(Rest rest) {
        Map<String, List<String>> gemeinsam = new LinkedHashMap<>();
        Map.of("filter", "/filter?", "process-definition", "/process-definition?keysIn=integrationskonzept,interessen,vorabklaerung&",
                "decision-definition", "/decision-definition?key=verfahren&", "deployment", "/deployment?", "job-definition",
                        "/job-definition?processDefinitionKey=integrationskonzept&")
                .forEach((art, weg) -> gemeinsam.put(art, StreamSupport.stream(rest.als("admin").get("/engine-rest" + weg + "maxResults=20").json()
                        .spliterator(), false).map(d -> d.path("id").asText()).toList()));
        return gemeinsam;
    }

    /**
     * @param pfad below {@code /engine-rest}
     * @param durchId asks for something by an id in the path, so that there must be no answer at all
     * @param genannt ids that the request itself names: an answer may repeat them
     */
    record Anfrage(String pfad, boolean durchId, Collection<String> genannt) {
    }

    List<Anfrage> anfragen() {
        List<Anfrage> anfragen = new ArrayList<>();
        dokument().path("paths").fields().forEachRemaining(weg -> {
            if (weg.getValue().has("get")) {
                anfragen.addAll(anfragen(weg.getKey(), weg.getValue().path("get")));
            }
        });
        return anfragen;
    }

    /** What is wrong with the answer: it failed, it answered at all, or it holds a word that betrays something. */
    static Optional<String> befund(Anfrage anfrage, Rest.Antwort antwort, Collection<String> verraeterisch) {
        boolean erlaubt = antwort.status() < 300;
        boolean leer = antwort.text().isBlank() || antwort.art().contains("json") && leer(antwort.json());
        if (antwort.status() >= 500) {
            return Optional.of("failed");
        } else if (erlaubt && anfrage.durchId() && !leer) {
            return Optional.of("answered");
        }
        return erlaubt ? verraeterisch.stream().filter(wort -> !anfrage.genannt().contains(wort)).filter(antwort.text()::contains)
                .findFirst().map(wort -> "betrays " + wort) : Optional.empty();
    }

    /** An empty list or object, or the count 0. */
    static boolean leer(JsonNode json) {
        return json.isEmpty() && json.isContainerNode() || json.path("count").isNumber() && json.path("count").asInt() == 0;
    }

    static JsonNode dokument() {
        try (InputStream json = Rundgang.class.getResourceAsStream("/openapi.json")) {
            return Rest.lies(new String(Objects.requireNonNull(json).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException fehlt) {
            throw new UncheckedIOException(fehlt);
        }
    }

    private List<Anfrage> anfragen(String weg, JsonNode beschreibung) {
        if (weg.contains("{")) {
            return inDerAdresse(weg);
        }
        List<Anfrage> anfragen = new ArrayList<>(List.of(new Anfrage(weg, false, List.of())));
        StreamSupport.stream(beschreibung.path("parameters").spliterator(), false).map(p -> p.path("name").asText())
                .filter(PARAMETER::containsKey).forEach(name -> wenige(PARAMETER.get(name)).forEach(id -> anfragen.add(
                        new Anfrage(weg + "?" + name + "=" + URLEncoder.encode(id, StandardCharsets.UTF_8) + zusatz(name), false, List.of(id)))));
        return anfragen;
    }

    /** Some parameters are understood only beside others. */
    private static String zusatz(String name) {
        return name.equals("resourceId") ? "&resourceType=8" : "";
    }

    private List<Anfrage> inDerAdresse(String weg) {
        String art = ids.keySet().stream().filter(a -> weg.startsWith("/" + a + "/{")).findFirst()
                .orElse(weg.startsWith("/history/") && ids.containsKey(weg.substring(9).split("/")[0]) ? weg.substring(9).split("/")[0] : null);
        List<Anfrage> anfragen = new ArrayList<>();
        if (art == null) {
            gemeinsam.getOrDefault(weg.split("/")[weg.startsWith("/history/") ? 2 : 1], List.of("x")).forEach(id -> anfragen.add(
                    new Anfrage(fuelle(weg.replace("{id}", id)), false, List.of(id, ZweiKommunen.NORD))));
            return anfragen;
        }
        for (String id : wenige(art)) {
            String unten = weg.contains("{attachmentId}") ? "attachment" : weg.contains("{commentId}") ? "comment" : null;
            for (String kind : unten == null ? List.of("") : ids.getOrDefault(unten, List.of())) {
                String pfad = fuelle(weg.replace("{id}", id).replace("{attachmentId}", kind).replace("{commentId}", kind));
                anfragen.add(new Anfrage(pfad, true, List.of(id, kind)));
                if (pfad.contains("/notiz/data") || pfad.endsWith("/notiz")) {
                    anfragen.add(new Anfrage(pfad.replace("/notiz", "/datei"), true, List.of(id, kind)));
                }
            }
        }
        return anfragen;
    }

    private static String fuelle(String weg) {
        String pfad = weg;
        for (Map.Entry<String, String> platz : UEBLICH.entrySet()) {
            pfad = pfad.replace("{" + platz.getKey() + "}", platz.getValue());
        }
        return pfad;
    }

    /** The first, the last and two between them: enough to meet running and finished things. */
    private List<String> wenige(String art) {
        List<String> alle = ids.getOrDefault(art, List.of());
        return Stream.of(0, alle.size() / 3, 2 * alle.size() / 3, alle.size() - 1).distinct().filter(i -> i >= 0 && i < alle.size())
                .map(alle::get).toList();
    }

    private static Map<String, String> parameter() {
        Map<String, String> namen = new LinkedHashMap<>();
        Map.of("process-instance", Set.of("processInstanceId", "processInstanceIds", "processInstanceIdIn", "superProcessInstance",
                        "superProcessInstanceId", "subProcessInstance", "subProcessInstanceId", "rootProcessInstanceId", "resourceId"),
                "task", Set.of("taskId", "taskIdIn", "taskParentTaskId", "parentTaskId"),
                "execution", Set.of("executionId", "executionIdIn", "variableScopeIdIn"),
                "history/activity-instance", Set.of("activityInstanceId", "activityInstanceIdIn"),
                "variable-instance", Set.of("variableInstanceId"),
                "job", Set.of("jobId", "jobIds"),
                "incident", Set.of("incidentId", "incidentIdIn", "causeIncidentId", "rootCauseIncidentId"),
                "batch", Set.of("batchId", "batchIdIn"),
                "history/decision-instance", Set.of("decisionInstanceId", "decisionInstanceIdIn", "rootDecisionInstanceId"),
                "user", Set.of("userId", "userIdIn", "assignee", "taskAssignee", "owner", "startedBy", "createdBy", "involvedUser",
                        "taskInvolvedUser", "member", "userMember", "assignerId"))
                .forEach((art, parameter) -> parameter.forEach(p -> namen.put(p, art)));
        namen.put("tenantIdIn", "tenant");
        namen.put("memberOfTenant", "tenant");
        return Map.copyOf(namen);
    }
}
