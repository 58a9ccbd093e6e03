package de.integrationskonzept.rolle;

import static de.integrationskonzept.Fremd.antrag;
import static de.integrationskonzept.Fremd.pruefung;
import static de.integrationskonzept.Fremd.variablen;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("An den Formularen vorbei führt keine Tür")
class SeitentuerenTest {

    private static final Map<String, Object> WERT = Map.of("value", "untergeschoben", "type", "String");
    private static final Map<String, Object> WERTE = Map.of("anmerkung", WERT);

    @Autowired
    private Fremd fremd;
    @Autowired
    private Rest rest;

    @BeforeEach
    void bereit() {
        fremd.bereit();
    }

    /** Something that somebody tries: method, address below /engine-rest, body. */
    private record Versuch(String methode, String pfad, Object inhalt) {
    }

    @ParameterizedTest
    @ValueSource(strings = {"kaemmerei", "integrationsbeauftragte", "verwaltungsspitze", "prozessverantwortung", "personal", "stakeholder"})
    @DisplayName("Wer mitarbeitet, schreibt nichts an einem Formular vorbei, leitet nichts um und löscht nichts")
    void mitarbeitende(String rolle) {
        String instanz = fremd.neuerVorgang();
        String mitNachricht = fremd.neu("fremd-fehler");
        List<Versuch> versuche = new ArrayList<>();
        versuche.addAll(anDerAufgabe(fremd.aufgabe(instanz)));
        versuche.addAll(anDerInstanz(instanz));
        versuche.addAll(nachrichten(mitNachricht));
        versuche.addAll(beginn());
        versuche.addAll(verwaltung(instanz));

        wirdAbgelehnt(rolle, versuche);
    }

    @Test
    @DisplayName("Modellpflege stellt Modelle bereit, aber greift in keine Akte ein und löscht keine")
    void modellpflege() {
        String instanz = fremd.neuerVorgang();
        List<Versuch> versuche = new ArrayList<>();
        versuche.addAll(anDerAufgabe(fremd.aufgabe(instanz)));
        versuche.addAll(anDerInstanz(instanz));
        versuche.addAll(beginn());
        versuche.addAll(verwaltung(instanz));

        wirdAbgelehnt("modellpflege", versuche);
    }

    private void wirdAbgelehnt(String rolle, List<Versuch> versuche) {
        var vorher = fremd.bestand();
        Rest.Person person = rest.als(rolle);
        List<String> gelungen = new ArrayList<>();
        for (Versuch versuch : versuche) {
            Rest.Antwort antwort = person.sende(versuch.methode(), "/engine-rest/" + versuch.pfad(), versuch.inhalt());
            boolean klar = antwort.status() >= 400 && antwort.status() < 500 && antwort.art().contains("json")
                    && antwort.json().hasNonNull("message");
            if (!klar) {
                gelungen.add(versuch + " -> " + antwort);
            }
        }
        assertThat(gelungen).as("what was not refused clearly").isEmpty();
        assertThat(fremd.bestand()).isEqualTo(vorher);
    }

    private List<Versuch> anDerAufgabe(String aufgabe) {
        String pfad = "task/" + aufgabe;
        List<Versuch> versuche = new ArrayList<>(List.of(
                new Versuch("PUT", pfad + "/variables/anmerkung", WERT),
                new Versuch("PUT", pfad + "/localVariables/anmerkung", WERT),
                new Versuch("POST", pfad + "/variables", Map.of("modifications", WERTE)),
                new Versuch("POST", pfad + "/localVariables", Map.of("modifications", WERTE)),
                new Versuch("POST", pfad + "/variables", Map.of("deletions", List.of("antragsteller"))),
                new Versuch("DELETE", pfad + "/variables/antragsteller", null),
                new Versuch("DELETE", pfad + "/localVariables/antragsteller", null),
                new Versuch("POST", pfad + "/resolve", Map.of("variables", WERTE)),
                new Versuch("POST", pfad + "/bpmnError", Map.of("errorCode", "abbruch")),
                new Versuch("POST", pfad + "/bpmnError", Map.of("errorCode", "abbruch", "errorMessage", "x", "variables", WERTE)),
                new Versuch("POST", pfad + "/bpmnError", Map.of("errorCode", "unbekannt")),
                new Versuch("POST", pfad + "/bpmnEscalation", Map.of("escalationCode", "rueckfrage")),
                new Versuch("POST", pfad + "/bpmnEscalation", Map.of("escalationCode", "rueckfrage", "variables", WERTE)),
                new Versuch("POST", pfad + "/assignee", Map.of("userId", "hauptamt")),
                new Versuch("POST", pfad + "/assignee", Map.of("userId", "gibt-es-nicht")),
                new Versuch("POST", pfad + "/claim", Map.of("userId", "hauptamt")),
                new Versuch("POST", pfad + "/claim", Map.of("userId", "gibt-es-nicht")),
                new Versuch("POST", pfad + "/delegate", Map.of("userId", "hauptamt")),
                new Versuch("POST", pfad + "/identity-links", Map.of("userId", "hauptamt", "type", "candidate")),
                new Versuch("POST", pfad + "/identity-links", Map.of("groupId", "hauptamt", "type", "candidate")),
                new Versuch("POST", pfad + "/identity-links", Map.of("userId", "hauptamt", "type", "assignee")),
                new Versuch("POST", pfad + "/identity-links", Map.of("userId", "hauptamt", "type", "owner")),
                new Versuch("POST", pfad + "/identity-links/delete", Map.of("groupId", "kaemmerei", "type", "candidate")),
                new Versuch("DELETE", pfad, null),
                new Versuch("POST", "task/create", Map.of("id", "untergeschoben", "name", "x"))));
        Map.of("name", "Anders", "description", "anders", "owner", "hauptamt", "assignee", "hauptamt", "delegationState", "RESOLVED",
                "parentTaskId", aufgabe, "tenantId", "andere").forEach((feld, wert) -> {
            Map<String, Object> geaendert = new LinkedHashMap<>(Map.of("name", "Haushalt prüfen", "priority", 50));
            geaendert.put("description", "Prüfen, ob der Zuschuss im Haushalt gedeckt ist.");
            geaendert.put(feld, wert);
            versuche.add(new Versuch("PUT", pfad, geaendert));
        });
        return versuche;
    }

    private List<Versuch> anDerInstanz(String instanz) {
        String pfad = "process-instance/" + instanz;
        String execution = "execution/" + instanz;
        Map<String, Object> dahinter = Map.of("type", "startAfterActivity", "activityId", "haushalt-pruefen");
        String definition = fremd.definition(Fremd.VORGANG);
        return List.of(
                new Versuch("PUT", pfad + "/variables/anmerkung", WERT),
                new Versuch("POST", pfad + "/variables", Map.of("modifications", WERTE)),
                new Versuch("DELETE", pfad + "/variables/antragsteller", null),
                new Versuch("POST", "process-instance/variables-async", Map.of("processInstanceIds", List.of(instanz), "variables", WERTE)),
                new Versuch("PUT", execution + "/localVariables/anmerkung", WERT),
                new Versuch("POST", execution + "/localVariables", Map.of("modifications", WERTE)),
                new Versuch("DELETE", execution + "/localVariables/antragsteller", null),
                new Versuch("POST", execution + "/signal", Map.of("variables", WERTE)),
                new Versuch("POST", pfad + "/modification", Map.of("instructions", List.of(dahinter))),
                new Versuch("POST", pfad + "/modification-async", Map.of("instructions", List.of(dahinter))),
                new Versuch("POST", "modification/execute", Map.of("processDefinitionId", definition,
                        "processInstanceIds", List.of(instanz), "instructions", List.of(dahinter))),
                new Versuch("POST", "modification/executeAsync", Map.of("processDefinitionId", definition,
                        "processInstanceIds", List.of(instanz), "instructions", List.of(dahinter))),
                new Versuch("POST", "migration/execute", Map.of("processInstanceIds", List.of(instanz), "migrationPlan",
                        Map.of("sourceProcessDefinitionId", definition, "targetProcessDefinitionId", definition,
                                "instructions", List.of(Map.of("sourceActivityIds", List.of("haushalt-pruefen"),
                                        "targetActivityIds", List.of("haushalt-pruefen")))))),
                new Versuch("PUT", pfad + "/suspended", Map.of("suspended", true)),
                new Versuch("PUT", "process-definition/" + definition + "/suspended", Map.of("suspended", true)),
                new Versuch("DELETE", pfad, null),
                new Versuch("DELETE", "history/process-instance/" + instanz, null),
                new Versuch("POST", "process-instance/delete", Map.of("processInstanceIds", List.of(instanz), "deleteReason", "x")),
                new Versuch("POST", "history/process-instance/delete", Map.of("historicProcessInstanceIds", List.of(instanz))),
                new Versuch("DELETE", "process-definition/" + definition + "?cascade=true", null),
                new Versuch("DELETE", "deployment/" + fremd.engine().getRepositoryService().getProcessDefinition(definition)
                        .getDeploymentId() + "?cascade=true", null));
    }

    private List<Versuch> nachrichten(String instanz) {
        String execution = fremd.engine().getRuntimeService().createEventSubscriptionQuery().processInstanceId(instanz).singleResult()
                .getExecutionId();
        return List.of(
                new Versuch("POST", "message", Map.of("messageName", "fremd-nachzuegler", "processInstanceId", instanz,
                        "processVariables", WERTE)),
                new Versuch("POST", "message", Map.of("messageName", "fremd-nachzuegler", "processInstanceId", instanz,
                        "processVariablesLocal", WERTE)),
                new Versuch("POST", "message", Map.of("messageName", "fremd-nachzuegler", "processInstanceId", instanz)),
                new Versuch("POST", "message", Map.of("messageName", "gibt-es-nicht", "processVariables", WERTE)),
                new Versuch("POST", "execution/" + execution + "/messageSubscriptions/fremd-nachzuegler/trigger",
                        Map.of("variables", WERTE)));
    }

    private List<Versuch> beginn() {
        Map<String, Object> angaben = new LinkedHashMap<>(variablen(antrag()));
        angaben.put("startInstructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "entschieden")));
        return List.of(
                new Versuch("POST", "process-definition/key/fremder-vorgang/start", angaben),
                new Versuch("POST", "process-definition/key/fremder-vorgang/start", variablen(antrag())),
                new Versuch("POST", "process-definition/key/fremder-vorgang/submit-form", variablen(antrag())),
                new Versuch("POST", "process-definition/key/fremd-parallel/start", Map.of()),
                new Versuch("POST", "process-definition/key/gibt-es-nicht/start", Map.of()),
                new Versuch("POST", "process-definition/gibt-es-nicht/submit-form", Map.of()),
                new Versuch("POST", "decision-definition/key/fristen/evaluate", Map.of("variables", WERTE)));
    }

    private List<Versuch> verwaltung(String instanz) {
        return List.of(
                new Versuch("POST", "authorization/create", Map.of("type", 1, "permissions", List.of("ALL"), "userId", "kaemmerei",
                        "resourceType", 8, "resourceId", instanz)),
                new Versuch("POST", "user/create", Map.of("profile", Map.of("id", "eindringling"),
                        "credentials", Map.of("password", "Fremd-Passwort-1"))),
                new Versuch("POST", "group/create", Map.of("id", "eindringlinge", "name", "x")),
                new Versuch("PUT", "group/camunda-admin/members/kaemmerei", null),
                new Versuch("PUT", "tenant/09999999/user-members/kaemmerei", null),
                new Versuch("POST", "tenant/create", Map.of("id", "andere", "name", "x")),
                new Versuch("DELETE", "user/hauptamt", null),
                new Versuch("POST", "history/cleanup", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kaemmerei", "integrationsbeauftragte", "verwaltungsspitze", "prozessverantwortung", "stakeholder"})
    @DisplayName("Modelle stellt nur Modellpflege bereit")
    void modelleBereitstellen(String rolle) {
        long vorher = fremd.engine().getRepositoryService().createDeploymentQuery().count();

        Rest.Antwort antwort = fremd.stelleBereit(rolle);

        assertThat(antwort.status()).as(antwort.text()).isEqualTo(403);
        assertThat(fremd.engine().getRepositoryService().createDeploymentQuery().count()).isEqualTo(vorher);
    }

    @Test
    @DisplayName("Auch als Datei lässt sich keine Angabe an der Aufgabe ablegen")
    void angabeAlsDatei() {
        String aufgabe = fremd.aufgabe(fremd.neuerVorgang());
        var vorher = fremd.bestand();
        String teile = "--g\r\nContent-Disposition: form-data; name=\"data\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nx\r\n"
                + "--g\r\nContent-Disposition: form-data; name=\"valueType\"\r\nContent-Type: text/plain\r\n\r\nFile\r\n--g--\r\n";

        for (String art : List.of("variables", "localVariables")) {
            Rest.Antwort antwort = rest.als("kaemmerei").sende("POST", "/engine-rest/task/" + aufgabe + "/" + art + "/anmerkung/data",
                    "multipart/form-data; boundary=g", HttpRequest.BodyPublishers.ofString(teile));
            assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
        }
        assertThat(fremd.bestand()).isEqualTo(vorher);
    }

    @Test
    @DisplayName("Ein Fehler, den das Modell nicht fängt, beendet nichts stillschweigend: die Aufgabe bleibt offen")
    void ungefangenerFehler() {
        String instanz = fremd.neu("fremd-fehler");
        String aufgabe = fremd.aufgabe(instanz);
        var vorher = fremd.bestand();

        Rest.Antwort erledigt = rest.als("kaemmerei").post("/engine-rest/task/" + aufgabe + "/submit-form",
                variablen(Map.of("notiz", "fertig")));
        Rest.Antwort gemeldet = rest.als("admin").post("/engine-rest/task/" + aufgabe + "/bpmnError", Map.of("errorCode", "niemand-faengt"));

        assertThat(erledigt.status()).as(erledigt.text()).isGreaterThanOrEqualTo(400);
        assertThat(gemeldet.status()).as(gemeldet.text()).isGreaterThanOrEqualTo(400);
        assertThat(fremd.bestand()).isEqualTo(vorher);
    }

    @Test
    @DisplayName("Eine Person der Rolle darf übernehmen, eine andere nicht, auch nicht nach dem Übernehmen")
    void uebernehmen() {
        String aufgabe = fremd.aufgabe(fremd.neuerVorgang());
        Rest.Person kaemmerei = rest.als("kaemmerei");
        assertThat(kaemmerei.post("/engine-rest/task/" + aufgabe + "/claim", Map.of("userId", "kaemmerei")).status()).isEqualTo(204);

        for (String tat : List.of("claim", "assignee", "delegate")) {
            Rest.Antwort antwort = kaemmerei.post("/engine-rest/task/" + aufgabe + "/" + tat, Map.of("userId", "hauptamt"));
            assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
            assertThat(antwort.saetze()).singleElement().asString().contains("gehört nicht zur zuständigen Stelle");
        }
        assertThat(kaemmerei.post("/engine-rest/task/" + aufgabe + "/submit-form", variablen(pruefung())).status()).isEqualTo(204);
    }
}
