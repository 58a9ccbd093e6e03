package de.integrationskonzept.rolle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What each role finds when it opens Tasklist or Cockpit, asked over REST as those do. */
@Anwendungstest
@Tag("einmal")
@Tag("leere-datenbank")
@DisplayName("Filter und Sichten der Rollen")
class FilterTest {

    private static final List<String> FUER_ALLE = List.of("Meine Aufgaben", "Meine Gruppen", "Nächste 14 Tage", "Wiedervorlage", "Überfällig");
    private static final List<String> DES_ENGINE = List.of("/engine-rest/process-instance", "/engine-rest/history/process-instance",
            "/engine-rest/task", "/engine-rest/history/task", "/engine-rest/variable-instance", "/engine-rest/history/variable-instance",
            "/engine-rest/history/detail", "/engine-rest/history/activity-instance", "/engine-rest/execution", "/engine-rest/history/user-operation",
            "/engine-rest/history/decision-instance");

    @Autowired
    Rest rest;
    @Autowired
    Spiel spiel;
    @Autowired
    ProcessEngine engine;
    @Autowired
    Rollen rollen;

    private Spiel.Akte akte;

    @BeforeEach
    void akteMitVielenOffenenAufgaben() {
        akte = spiel.beginne(Map.of("kommuneTyp", "kreisfreie-stadt", "einwohner", 90000, "verfahrenWunsch", "ausfuehrlich",
                "planBeginn", "2027-01-01", "planEnde", "2028-12-31"));
        akte.erledige("integrationsbeauftragte", "auftrag-klaeren", Map.of("beschlussAnstreben", "ja", "grundlagen", List.of()));
        akte.erledige("integrationsbeauftragte", "beteiligung-planen", Map.of("fachbereiche", List.of("fachbereich-soziales", "fachbereich-kultur")));
        akte.erledige("integrationsbeauftragte", "ressourcen-planen", Map.of("zusageVorhanden", "nein"));
    }

    @Test
    @DisplayName("Jeden Filter gibt es einmal, auch wenn die Einrichtung noch einmal läuft")
    void jederFilterEinmal() {
        new Einrichtung(engine, rollen).richteEin();
        new Einrichtung(engine, rollen).richteEin();
        assertThat(filter("admin").keySet()).containsAll(FUER_ALLE).contains("Im Auftrag erfassen");
        assertThat(texte(rest.als("admin").get("/engine-rest/filter").json(), "name")).doesNotHaveDuplicates();
        assertThat(filter("kaemmerei").keySet()).containsExactlyInAnyOrderElementsOf(FUER_ALLE);
        assertThat(filter("integrationsbeauftragte").keySet()).containsAll(FUER_ALLE).contains("Im Auftrag erfassen").hasSize(6);
        assertThat(engine.getAuthorizationService().createAuthorizationQuery().list().stream()
                .map(r -> r.getAuthorizationType() + "/" + r.getGroupId() + "/" + r.getUserId() + "/" + r.getResourceType() + "/" + r.getResourceId()))
                .as("rights").doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("In „Meine Gruppen“ findet jede Rolle ihre Aufgaben der Akte und keine fremden")
    void nurEigeneAufgaben() {
        Map<String, Set<String>> offen = new LinkedHashMap<>();
        akte.aufgaben().forEach(a -> offen.computeIfAbsent(akte.rolle(a), r -> new HashSet<>()).add(a.getId()));
        assertThat(offen.keySet()).contains("integrationsbeauftragte", "vorgesetzte", "verwaltungsspitze", "kaemmerei", "planung",
                "fachbereich-soziales", "fachbereich-kultur");
        for (String rolle : rollen.namen().keySet()) {
            JsonNode gefunden = rest.als(rolle).get("/engine-rest/filter/" + filter(rolle).get("Meine Gruppen") + "/list").json();
            List<String> derAkte = texte(gefunden, "id").stream().filter(id -> offen.values().stream().anyMatch(o -> o.contains(id))).toList();
            assertThat(derAkte).as("tasks that %s finds", rolle).containsExactlyInAnyOrderElementsOf(offen.getOrDefault(rolle, Set.of()));
            gefunden.forEach(a -> assertThat(gruppen(a.path("id").asText())).as("%s finds %s", rolle, a.path("name")).contains(rolle));
        }
    }

    @Test
    @DisplayName("Überfälliges, Wiedervorgelegtes, bald Fälliges und Übernommenes steht im Filter, der so heißt")
    void nachTermin() {
        Task aufgabe = akte.aufgabe("mittel-pruefen");
        assertThat(imFilter("kaemmerei", aufgabe)).containsExactly("Meine Gruppen");
        aufgabe = neuLaden(aufgabe);
        aufgabe.setDueDate(in(-1));
        aufgabe.setFollowUpDate(in(-1));
        engine.getTaskService().saveTask(aufgabe);
        assertThat(imFilter("kaemmerei", aufgabe)).containsExactlyInAnyOrder("Meine Gruppen", "Überfällig", "Wiedervorlage");
        aufgabe = neuLaden(aufgabe);
        aufgabe.setDueDate(in(13));
        aufgabe.setFollowUpDate(null);
        engine.getTaskService().saveTask(aufgabe);
        assertThat(rest.als("kaemmerei").post("/engine-rest/task/" + aufgabe.getId() + "/claim", Map.of("userId", "kaemmerei")).status())
                .isEqualTo(204);
        assertThat(imFilter("kaemmerei", aufgabe)).containsExactlyInAnyOrder("Meine Gruppen", "Nächste 14 Tage", "Meine Aufgaben");
    }

    @Test
    @DisplayName("Jeder Filter öffnet sich jeder Rolle, die ihn sieht")
    void jederFilterOeffnetSich() {
        rollen.namen().keySet().forEach(rolle -> filter(rolle).forEach((name, id) -> assertThat(
                rest.als(rolle).lies("/engine-rest/filter/" + id + "/list", "application/hal+json").status()).as("%s opens %s", rolle, name).isEqualTo(200)));
    }

    @Test
    @DisplayName("„Im Auftrag erfassen“ zeigt den Integrationsbeauftragten die Entscheidungen der anderen")
    void imAuftrag() {
        JsonNode gefunden = rest.als("integrationsbeauftragte")
                .get("/engine-rest/filter/" + filter("integrationsbeauftragte").get("Im Auftrag erfassen") + "/list").json();
        List<String> instanzen = akte.instanzen();
        assertThat(StreamSupport.stream(gefunden.spliterator(), false)
                .filter(a -> instanzen.contains(a.path("processInstanceId").asText())).map(a -> a.path("taskDefinitionKey").asText()))
                .contains("auftrag-erteilen", "beschluss-anstreben", "mittel-pruefen", "mitwirkung-zusagen")
                .doesNotContain("interessen-notieren", "akte-nachtragen");
    }

    @Test
    @DisplayName("Jede Karte nennt Akte und Phase, für die Rolle, die sie sieht")
    void karten() {
        for (Task aufgabe : akte.aufgaben()) {
            String rolle = akte.rolle(aufgabe);
            JsonNode antwort = rest.als(rolle).lies("/engine-rest/filter/" + filter(rolle).get("Meine Gruppen") + "/list", "application/hal+json").json();
            JsonNode karte = StreamSupport.stream(antwort.path("_embedded").path("task").spliterator(), false)
                    .filter(a -> a.path("id").asText().equals(aufgabe.getId())).findFirst()
                    .orElseThrow(() -> new AssertionError(rolle + " finds no card for " + aufgabe.getTaskDefinitionKey()));
            Map<String, String> angaben = new LinkedHashMap<>();
            karte.path("_embedded").path("variable").forEach(v -> angaben.put(v.path("name").asText(), v.path("value").asText()));
            assertThat(angaben).as("card of %s for %s", aufgabe.getTaskDefinitionKey(), rolle).containsEntry("karte", akte.wert("aktenname") + " · Vorabklärung");
            assertThat(engine.getTaskService().getVariables(aufgabe.getId(), List.of("aktenname", "phase")))
                    .as("instance of %s", aufgabe.getTaskDefinitionKey()).containsEntry("aktenname", akte.wert("aktenname"))
                    .containsEntry("phase", "Vorabklärung");
        }
    }

    @Test
    @DisplayName("Nach dem Projektstart nennt auch die Karte der stehenden Aufgabe die neue Phase")
    void phaseDerStehendenAufgabe() {
        akte.spieleBis(Map.of("beschluss-anstreben", Map.of("beschlussStand", "aufgegeben"),
                "startreife-pruefen", Map.of("entscheidung", "spitze"),
                "startreife-entscheiden", Map.of("spitzeEntscheidung", "weiter")), "startsignal-geben");
        for (String schritt : List.of("akte-nachtragen", "startsignal-geben")) {
            assertThat(engine.getTaskService().getVariables(akte.aufgabe(schritt).getId(), List.of("karte", "phase"))).as(schritt)
                    .containsEntry("karte", akte.wert("aktenname") + " · Projektstart").containsEntry("phase", "Projektstart");
        }
    }

    @Test
    @DisplayName("Prozessverantwortung sieht, wo die Akte steht, aber keine Angabe und nichts Vertrauliches")
    void prozessverantwortung() {
        Rest.Person person = rest.als("prozessverantwortung");
        List<String> vertraulich = instanzenVon("interessen");
        assertThat(vertraulich).as("the confidential process runs").isNotEmpty();
        List<String> gesehen = texte(person.get("/engine-rest/process-instance").json(), "id");
        assertThat(gesehen).contains(akte.id()).doesNotContainAnyElementsOf(vertraulich);
        assertThat(gesehen).containsAll(akte.instanzen().stream().filter(i -> !vertraulich.contains(i)).toList());
        Rest.Antwort stand = person.get("/engine-rest/process-instance/" + akte.id() + "/activity-instances");
        assertThat(stand.status()).as(stand.text()).isEqualTo(200);
        assertThat(stand.text()).contains("\"vorabklaerung\"");
        assertThat(texte(person.get("/engine-rest/history/activity-instance?processInstanceId=" + akte.id()).json(), "activityId"))
                .contains("start", "vorabklaerung");

        for (String instanz : akte.instanzen()) {
            assertThat(person.get("/engine-rest/process-instance/" + instanz + "/variables").status()).as("variables of %s", instanz)
                    .isIn(403, 404);
            assertThat(person.get("/engine-rest/variable-instance?processInstanceIdIn=" + instanz).json()).isEmpty();
            assertThat(person.get("/engine-rest/history/variable-instance?processInstanceId=" + instanz).json()).isEmpty();
            assertThat(person.get("/engine-rest/history/detail?processInstanceId=" + instanz).json()).isEmpty();
        }
        for (Task aufgabe : akte.aufgaben()) {
            assertThat(person.get("/engine-rest/task/" + aufgabe.getId() + "/variables").status()).isIn(403, 404);
            assertThat(person.get("/engine-rest/task/" + aufgabe.getId() + "/form-variables").status()).isIn(403, 404);
            assertThat(person.post("/engine-rest/task/" + aufgabe.getId() + "/claim", Map.of("userId", "prozessverantwortung")).status())
                    .as("claims %s", aufgabe.getTaskDefinitionKey()).isBetween(400, 404);
        }
        for (String instanz : vertraulich) {
            assertThat(person.get("/engine-rest/process-instance/" + instanz).status()).isIn(403, 404);
            assertThat(person.get("/engine-rest/process-instance/" + instanz + "/activity-instances").status()).isIn(403, 404);
            DES_ENGINE.forEach(weg -> assertThat(texte(person.get(weg).json(), "processInstanceId")).as(weg).doesNotContain(instanz));
        }
        DES_ENGINE.forEach(weg -> assertThat(person.get(weg).text()).as(weg).doesNotContain("interessen-notieren")
                .doesNotContain("\"processDefinitionKey\":\"interessen\""));
        assertThat(texte(person.get("/engine-rest/process-definition?latestVersion=true").json(), "key"))
                .contains("integrationskonzept", "vorabklaerung").doesNotContain("interessen");
    }

    @Test
    @DisplayName("Modellpflege sieht Modelle und Regeln, aber keine Akte")
    void modellpflege() {
        Rest.Person person = rest.als("modellpflege");
        assertThat(texte(person.get("/engine-rest/process-definition?latestVersion=true").json(), "key"))
                .contains("integrationskonzept", "vorabklaerung");
        assertThat(texte(person.get("/engine-rest/decision-definition?latestVersion=true").json(), "key")).contains("fristen", "startreife");
        assertThat(person.get("/engine-rest/deployment").json()).isNotEmpty();
        DES_ENGINE.forEach(weg -> {
            Rest.Antwort antwort = person.get(weg);
            assertThat(antwort.status()).as(weg).isIn(200, 403);
            assertThat(antwort.text()).as(weg).doesNotContain(akte.id()).doesNotContain(akte.wert("aktenzeichen").toString());
            akte.instanzen().forEach(i -> assertThat(antwort.text()).as(weg).doesNotContain(i));
        });
        assertThat(person.get("/engine-rest/process-instance/" + akte.id()).status()).isIn(403, 404);
        assertThat(person.get("/engine-rest/process-instance/" + akte.id() + "/variables").status()).isIn(403, 404);
    }

    @Test
    @DisplayName("Die Adresse ohne Pfad führt zur Anmeldung")
    void startseite() {
        Rest.Antwort antwort = rest.ohneAnmeldung().get("/");
        assertThat(antwort.status()).isEqualTo(302);
        assertThat(antwort.ort()).endsWith("/camunda/app/welcome/default/#!/login");
    }

    private Map<String, String> filter(String person) {
        Map<String, String> ids = new LinkedHashMap<>();
        rest.als(person).get("/engine-rest/filter?resourceType=Task").json().forEach(f -> ids.put(f.path("name").asText(), f.path("id").asText()));
        return ids;
    }

    /** Names of the filters in which the person finds the task. */
    private List<String> imFilter(String person, Task aufgabe) {
        return filter(person).entrySet().stream().filter(f -> texte(rest.als(person).get("/engine-rest/filter/" + f.getValue() + "/list")
                .json(), "id").contains(aufgabe.getId())).map(Map.Entry::getKey).toList();
    }

    private Task neuLaden(Task aufgabe) {
        return engine.getTaskService().createTaskQuery().taskId(aufgabe.getId()).singleResult();
    }

    private static Date in(int tagen) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(tagen)));
    }

    private List<String> instanzenVon(String prozess) {
        List<String> alle = new ArrayList<>(engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(prozess).list().stream()
                .map(i -> i.getId()).toList());
        alle.retainAll(akte.instanzen());
        return alle;
    }

    private List<String> gruppen(String aufgabe) {
        return engine.getTaskService().getIdentityLinksForTask(aufgabe).stream().map(l -> l.getGroupId()).filter(g -> g != null).toList();
    }

    private static List<String> texte(JsonNode liste, String feld) {
        return StreamSupport.stream(liste.spliterator(), false).map(k -> k.path(feld).asText()).toList();
    }
}
