package de.integrationskonzept.abwehr;

import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** Nobody sees or touches what belongs to another Kommune, or to a file that is not theirs. */
@Anwendungstest
@DirtiesContext
@Tag("abwehr")
@Tag("eigene-anwendung") // with a second Kommune everything else would be different, too
@DisplayName("Fremde Kommunen und fremde Akten")
class AbwehrKommunenTest {

    private static final String BASIC = "/engine-rest";
    private static final String SITZUNG = "/camunda/api/engine/engine/default";
    private static final Map<String, String> ANWENDUNG = Map.of("prozessverantwortung", "cockpit", "modellpflege", "cockpit");

    private static ZweiKommunen kommunen;

    @Autowired
    private Rest rest;
    @Autowired
    private Fremd fremd;
    @Autowired
    private Spiel spiel;
    @Autowired
    private IdentityService personen;

    @BeforeEach
    void zweiKommunen() {
        if (kommunen == null) {
            kommunen = ZweiKommunen.richteEin(rest);
        }
    }

    private Rest.Person amBildschirm(String ort, String rolle) {
        return rest.inAnwendung(ANWENDUNG.getOrDefault(rolle, "tasklist"), ort + "-" + rolle);
    }

    @ParameterizedTest(name = "16 {0} einer anderen Kommune über /engine-rest → 403/404 oder leer")
    @ValueSource(strings = {"integrationsbeauftragte", "kaemmerei", "prozessverantwortung", "modellpflege"})
    @DisplayName("16 Alle lesenden Adressen mit Kennungen einer fremden Kommune → 403/404 oder leer")
    void liestNichtsFremdes(String rolle) {
        Rest.Person person = rest.als("sued-" + rolle);
        geheWeiter(pfad -> person.get(BASIC + pfad), kommunen.ids());
    }

    @ParameterizedTest(name = "16 {0} einer anderen Kommune über die Sitzung → 403/404 oder leer")
    @ValueSource(strings = {"integrationsbeauftragte", "kaemmerei", "prozessverantwortung", "modellpflege"})
    @DisplayName("16 Dasselbe über die Sitzung der Webanwendungen → 403/404 oder leer")
    void liestNichtsFremdesInDerSitzung(String rolle) {
        Rest.Person person = amBildschirm("sued", rolle);
        geheWeiter(pfad -> person.get(SITZUNG + pfad), kommunen.ids());
    }

    @ParameterizedTest(name = "16 {0} derselben Kommune ohne Aufgabe in der Akte → 403/404 oder leer")
    @ValueSource(strings = {"kaemmerei", "planung", "modellpflege"})
    @DisplayName("16 Wer keine Aufgabe in der Akte hat, liest sie auch in der eigenen Kommune nicht → 403/404 oder leer")
    void liestNichtsOhneRecht(String rolle) {
        Map<String, List<String>> inhalt = new LinkedHashMap<>(kommunen.ids());
        inhalt.keySet().removeAll(Set.of("tenant", "user"));
        Rest.Person person = rest.als("nord-" + rolle);
        geheWeiter(pfad -> person.get(BASIC + pfad), inhalt);
    }

    private void geheWeiter(Function<String, Rest.Antwort> tuer, Map<String, List<String>> ids) {
        List<String> gesehen = new ArrayList<>();
        List<Rundgang.Anfrage> anfragen = new Rundgang(ids, Rundgang.gemeinsam(rest)).anfragen();
        assertThat(anfragen).hasSizeGreaterThan(500);
        for (Rundgang.Anfrage anfrage : anfragen) {
            Rest.Antwort antwort = tuer.apply(anfrage.pfad());
            Rundgang.befund(anfrage, antwort, kommunen.verraeterisch()).ifPresent(was -> gesehen.add(was + " " + anfrage.pfad() + " -> " + antwort.status() + " "
                    + antwort.text().substring(0, Math.min(200, antwort.text().length()))));
        }
        assertThat(gesehen).as("%d of %d requests", gesehen.size(), anfragen.size()).isEmpty();
    }

    @ParameterizedTest(name = "16 Abfrage {0} mit {1} → leer")
    @CsvSource(delimiter = '|', textBlock = """
            /task                          | {"tenantIdIn":["%1$s"]}
            /task                          | {"processInstanceId":"%2$s"}
            /task                          | {"orQueries":[{"tenantIdIn":["%1$s"],"processInstanceId":"%2$s"}]}
            /process-instance              | {"tenantIdIn":["%1$s"]}
            /process-instance              | {"processInstanceIds":["%2$s"]}
            /execution                     | {"tenantIdIn":["%1$s"]}
            /variable-instance             | {"tenantIdIn":["%1$s"]}
            /variable-instance             | {"processInstanceIdIn":["%2$s"]}
            /external-task                 | {"tenantIdIn":["%1$s"]}
            /job                           | {"tenantIdIn":["%1$s"]}
            /history/process-instance      | {"tenantIdIn":["%1$s"]}
            /history/process-instance      | {"processInstanceIds":["%2$s"]}
            /history/task                  | {"tenantIdIn":["%1$s"]}
            /history/task                  | {"processInstanceId":"%2$s"}
            /history/activity-instance     | {"tenantIdIn":["%1$s"]}
            /history/variable-instance     | {"tenantIdIn":["%1$s"]}
            /history/variable-instance     | {"processInstanceIdIn":["%2$s"]}
            /history/detail                | {"processInstanceId":"%2$s"}
            /history/job-log               | {"tenantIdIn":["%1$s"]}
            /history/external-task-log     | {"tenantIdIn":["%1$s"]}
            """)
    @DisplayName("16 Auch die Abfragen mit Inhalt (POST) → leer")
    void fragtNichtsFremdesAb(String weg, String inhalt) {
        for (String rolle : List.of("integrationsbeauftragte", "kaemmerei", "prozessverantwortung", "modellpflege")) {
            for (String frage : List.of(inhalt.formatted(ZweiKommunen.NORD, kommunen.akte()), "{}")) {
                Rest.Antwort antwort = rest.als("sued-" + rolle).post(BASIC + weg + "?maxResults=1000", frage);
                assertThat(antwort.status()).as(antwort.text()).isIn(200, 400, 403, 404);
                if (antwort.status() == 200) {
                    assertThat(kommunen.verraeterisch()).as(rolle + " " + frage).noneMatch(antwort.text()::contains);
                }
                Rest.Antwort anzahl = rest.als("sued-" + rolle).post(BASIC + weg + "/count", frage);
                assertThat(anzahl.status() == 200 && !frage.equals("{}") ? anzahl.json().path("count").asInt() : 0).isZero();
            }
        }
    }

    @Test
    @DisplayName("16 Der Überblick „Konzepte“ zeigt jeder Kommune nur ihre eigenen Akten → leer, 404")
    void keineFremdenKonzepte() {
        for (String rolle : ZweiKommunen.ROLLEN) {
            assertThat(rest.als("west-" + rolle).get("/api/konzepte").json().path("uebersicht").toString()).as(rolle).doesNotContainPattern("[1-9]");
            Rest.Person person = rest.als("sued-" + rolle);
            assertThat(person.get("/api/konzepte?suche=" + ZweiKommunen.NORD).json().path("gesamt").asInt()).as(rolle).isZero();
            for (String weg : List.of("/api/konzepte", "/api/konzepte.csv")) {
                assertThat(kommunen.verraeterisch()).as(rolle + " " + weg).noneMatch(person.get(weg).text()::contains);
            }
            assertThat(person.get("/api/konzepte/" + kommunen.akte()).status()).as(rolle).isEqualTo(404);
        }
        Rest.Antwort eigene = rest.als("nord-prozessverantwortung").get("/api/konzepte?lage=gestoert");
        assertThat(eigene.json().path("zeilen").findValuesAsText("id")).as(eigene.text()).contains(kommunen.akte());
        assertThat(eigene.text()).doesNotContain(ZweiKommunen.GEHEIM);
        assertThat(rest.als("admin").get("/api/konzepte").json().path("gesamt").asInt()).as("for the administration no Kommune is foreign").isGreaterThan(1);
    }

    @Test
    @DisplayName("16 Vertrauliches liest auch die Prozessverantwortung der eigenen Kommune nicht, auch nicht im Cockpit → 403/404 oder leer")
    void vertraulichesImCockpit() {
        String vorgang = kommunen.admin("/process-instance?processDefinitionKey=interessen&tenantIdIn=" + ZweiKommunen.NORD).get(0)
                .path("id").asText();
        String definition = kommunen.admin("/process-definition?key=interessen&latestVersion=true").get(0).path("id").asText();
        String cockpit = "/camunda/api/cockpit/plugin/base/default";
        Rest.Person person = rest.inAnwendung("cockpit", "nord-prozessverantwortung");
        for (String weg : List.of(SITZUNG + "/process-instance/" + vorgang, SITZUNG + "/process-instance/" + vorgang + "/variables",
                SITZUNG + "/process-instance/" + vorgang + "/activity-instances", SITZUNG + "/process-instance/" + vorgang + "/comment",
                SITZUNG + "/variable-instance?processInstanceIdIn=" + vorgang, SITZUNG + "/task?processInstanceId=" + vorgang,
                SITZUNG + "/history/variable-instance?processInstanceId=" + vorgang, SITZUNG + "/history/detail?processInstanceId=" + vorgang,
                SITZUNG + "/history/task?processInstanceId=" + vorgang, SITZUNG + "/history/activity-instance?processInstanceId=" + vorgang,
                SITZUNG + "/process-definition/" + definition + "/xml", SITZUNG + "/process-definition/" + definition + "/statistics",
                cockpit + "/process-instance?processDefinitionId=" + definition, cockpit + "/process-instance/" + vorgang
                        + "/called-process-instances", cockpit + "/incident?processInstanceIdIn=" + vorgang,
                cockpit + "/process-definition/" + definition + "/called-process-definitions")) {
            Rest.Antwort antwort = person.get(weg);
            assertThat(antwort.status() == 200 ? Rundgang.leer(antwort.json()) : antwort.status() == 403 || antwort.status() == 404)
                    .as(weg + " -> " + antwort).isTrue();
        }
    }

    @Test
    @DisplayName("16 Akten der anderen Kommune über /api/akten → 404 und nicht in der Liste")
    void aktenschnittstelle() {
        for (String rolle : ZweiKommunen.ROLLEN) {
            assertThat(rest.als("sued-" + rolle).get("/api/akten").text()).as(rolle).doesNotContain(kommunen.akte());
            assertThat(rest.als("sued-" + rolle).get("/api/akten/" + kommunen.akte()).status()).as(rolle).isEqualTo(404);
            for (String pfad : List.of("einordnung", "entwurf", "antworten", "akte")) {
                Rest.Antwort antwort = rest.als("sued-" + rolle).get("/api/aufgaben/" + kommunen.aufgabe() + "/" + pfad);
                assertThat(antwort.status()).as(rolle + " " + pfad + " " + antwort.text()).isEqualTo(404);
            }
            assertThat(rest.als("sued-" + rolle).put("/api/aufgaben/" + kommunen.aufgabe() + "/entwurf", "{\"version\":0,\"angaben\":{}}").status())
                    .as(rolle).isEqualTo(404);
            assertThat(kommunen.verraeterisch()).noneMatch(rest.als("sued-" + rolle).get("/api/aufgaben/erledigt").text()::contains);
        }
        assertThat(rest.als("nord-integrationsbeauftragte").get("/api/aufgaben/" + kommunen.aufgabe() + "/entwurf").status()).isEqualTo(200);
        assertThat(rest.als("nord-verwaltungsspitze").get("/api/akten/" + kommunen.akte()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("16 Persönliche Links: wer für eine andere Kommune arbeitet, sieht, macht und widerruft keine; ein Link führt nie in die Akte einer anderen → 404")
    void linksFremderKommunen() {
        Spiel.Akte nord = leitbild("nord");
        Spiel.Akte sued = leitbild("sued");
        String link = ladeEin("nord", nord, "Verein in Nord");
        ladeEin("sued", sued, "Verein in Süd");
        String einladungen = einladungen(nord);
        String vorher = rest.als("nord-integrationsbeauftragte").get(einladungen).text();
        for (String rolle : ZweiKommunen.ROLLEN) {
            Rest.Person fremde = rest.als("sued-" + rolle);
            for (Rest.Antwort antwort : List.of(fremde.get(einladungen), fremde.post(einladungen, Map.of("gaeste", List.of(Map.of("name", "Ich")))),
                    fremde.sende("DELETE", einladungen + "/1", null))) {
                assertThat(antwort.status()).as(rolle + ": " + antwort.text()).isEqualTo(404);
                assertThat(antwort.text()).as(rolle).doesNotContain("Verein", "Leitbild");
            }
        }
        assertThat(rest.als("nord-integrationsbeauftragte").get(einladungen).text()).isEqualTo(vorher);

        HttpResponse<String> seite = seite("GET", link, "");
        assertThat(seite.body()).contains("Stadt Nord").doesNotContain("Stadt Süd", "Verein in Süd");
        String stand = "stand=" + seite.body().replaceAll("(?s).*name=\"stand\" value=\"([0-9a-f]+)\".*", "$1");
        String fremdeAufgabe = sued.aufgabe("leitbild-erarbeiten").getId();
        for (String dazu : List.of("aufgabe=" + fremdeAufgabe, "task=" + fremdeAufgabe, "wurzel=" + sued.id(), "kommune=" + ZweiKommunen.SUED)) {
            assertThat(seite("POST", link, stand + "&meinung=Fremdes&" + dazu).statusCode()).as(dazu).isEqualTo(422);
        }
        assertThat(seite("POST", link + "?aufgabe=" + fremdeAufgabe, stand + "&meinung=Fremdes").statusCode()).isEqualTo(422);
        assertThat(seite("POST", link, stand + "&meinung=Aus+Nord").statusCode()).isEqualTo(303);
        assertThat(nord.inhalt("leitbild-erarbeiten", "rueckmeldungen").toString()).contains("Aus Nord").doesNotContain("Fremdes");
        assertThat(sued.inhalt("leitbild-erarbeiten", "rueckmeldungen")).isNull();
    }

    /** A file of that Kommune in which people without login may be asked. */
    private Spiel.Akte leitbild(String ort) {
        personen.setAuthentication("admin", List.of("camunda-admin"), List.of(ort.equals("nord") ? ZweiKommunen.NORD : ZweiKommunen.SUED));
        try {
            return spiel.wurzel("leitbild", zeile("verfahren", "kompakt", "leitbildVorhanden", false, "zurueckNach", null, "zurueckGruende", null));
        } finally {
            personen.clearAuthentication();
        }
    }

    private static String einladungen(Spiel.Akte akte) {
        return "/api/aufgaben/" + akte.aufgabe("leitbild-erarbeiten").getId() + "/einladungen";
    }

    /** @return path of the link */
    private String ladeEin(String ort, Spiel.Akte akte, String wen) {
        Rest.Antwort antwort = rest.als(ort + "-integrationsbeauftragte").post(einladungen(akte), Map.of("gaeste", List.of(Map.of("name", wen))));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(201);
        return URI.create(antwort.json().get(0).path("link").asText()).getPath();
    }

    private HttpResponse<String> seite(String methode, String pfad, String formular) {
        return rest.ohneAnmeldung().mit("X-Forwarded-For", "203.0.113.16").roh(methode, pfad, "application/x-www-form-urlencoded", "text/html",
                HttpRequest.BodyPublishers.ofString(formular));
    }

    @ParameterizedTest(name = "17 {0} → 403")
    @CsvSource(delimiter = '|', textBlock = """
            POST   | /complete               | {}
            POST   | /submit-form            | {"variables":{}}
            POST   | /claim                  | {"userId":"%s"}
            POST   | /unclaim                | {}
            POST   | /assignee               | {"userId":"%s"}
            POST   | /delegate               | {"userId":"%s"}
            POST   | /resolve                | {}
            PUT    | /localVariables/notiz   | {"value":"x","type":"String"}
            POST   | /bpmnError              | {"errorCode":"x"}
            """)
    @DisplayName("17 Fremde Aufgabe erledigen, übernehmen, weitergeben → 403 und unverändert")
    void fremdeAufgabe(String methode, String was, String inhalt) {
        var vorher = fremd.bestand();
        for (String person : List.of("sued-integrationsbeauftragte", "nord-planung")) {
            Rest.Antwort antwort = rest.als(person).sende(methode, BASIC + "/task/" + kommunen.aufgabe() + was, inhalt.formatted(person));
            assertThat(antwort.status()).as(person + ": " + antwort.text()).isEqualTo(403);
        }
        assertThat(fremd.bestand()).isEqualTo(vorher);
    }

    @Test
    @DisplayName("17 Kommentare und Anlagen einer fremden Aufgabe anlegen, ändern, löschen → 4xx und unverändert")
    void fremdePapiere() {
        var vorher = fremd.bestand();
        String aufgabe = BASIC + "/task/" + kommunen.aufgabe();
        for (String person : List.of("sued-integrationsbeauftragte", "nord-planung")) {
            for (Rest.Antwort antwort : List.of(rest.als(person).post(aufgabe + "/comment/create", Map.of("message", "x")),
                    rest.als(person).put(aufgabe + "/comment", Map.of("id", kommunen.ids().get("comment").get(0), "message", "x")))) {
                assertThat(antwort.status()).as(antwort.text()).isBetween(400, 499);
            }
            kommunen.ids().get("attachment").forEach(a -> assertThat(rest.als(person).sende("DELETE", aufgabe + "/attachment/" + a, null).status())
                    .isEqualTo(403));
            kommunen.ids().get("comment").forEach(k -> assertThat(rest.als(person).sende("DELETE", aufgabe + "/comment/" + k, null).status())
                    .isIn(403, 404));
        }
        assertThat(fremd.bestand()).isEqualTo(vorher);
        kommunen.ids().get("task").forEach(a -> assertThat(rest.als("admin").get(BASIC + "/task/" + a + "/attachment").status()).isEqualTo(200));
        assertThat(rest.als("admin").get(aufgabe + "/attachment").json()).isNotEmpty();
    }

    @Test
    @DisplayName("17 Eigene Aufgabe an eine Person der anderen Kommune geben → 400 und unverändert")
    void anFremdePerson() {
        var vorher = fremd.bestand();
        for (String was : List.of("assignee", "delegate")) {
            Rest.Antwort antwort = rest.als("nord-integrationsbeauftragte").post(BASIC + "/task/" + kommunen.aufgabe() + "/" + was,
                    Map.of("userId", "sued-integrationsbeauftragte"));
            assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
            assertThat(antwort.text()).contains("arbeitet nicht für die Kommune");
        }
        assertThat(fremd.bestand()).isEqualTo(vorher);
    }

    @ParameterizedTest(name = "18 {0} {1} → abgelehnt")
    @CsvSource(delimiter = '|', textBlock = """
            /message | {"messageName":"stand-geaendert","processInstanceId":"%2$s"}
            /message | {"messageName":"stand-geaendert","businessKey":"AZ-%1$s-neu"}
            /message | {"messageName":"stand-geaendert","businessKey":"AZ-%1$s-neu","tenantId":"%1$s"}
            /message | {"messageName":"stand-geaendert","businessKey":"AZ-%1$s-neu","all":true,"tenantId":"%1$s"}
            /message | {"messageName":"akte-nachgetragen","businessKey":"AZ-%1$s-neu","withoutTenantId":true}
            /signal  | {"name":"alle","tenantId":"%1$s"}
            /signal  | {"name":"alle","executionId":"%2$s"}
            /condition | {"variables":{"a":{"value":1}}}
            /condition | {"variables":{"a":{"value":1}},"tenantId":"%1$s","businessKey":"AZ-%1$s-neu"}
            /condition | {"variables":{"a":{"value":1}},"withoutTenantId":true}
            /execution/%2$s/signal | {}
            /execution/%2$s/messageSubscriptions/stand-geaendert/trigger | {}
            /process-definition/key/integrationskonzept/tenant-id/%1$s/start | {}
            /process-definition/key/integrationskonzept/tenant-id/%1$s/submit-form | {"variables":{}}
            /process-instance/message-async | {"messageName":"stand-geaendert","processInstanceIds":["%2$s"]}
            """)
    @DisplayName("18 Nachricht, Signal und Beginn über die Grenze der Kommune → abgelehnt und unverändert")
    void ueberDieGrenze(String weg, String inhalt) {
        var vorher = fremd.bestand();
        for (String rolle : List.of("integrationsbeauftragte", "verwaltungsspitze", "prozessverantwortung")) {
            Rest.Antwort antwort = rest.als("sued-" + rolle).post(BASIC + weg.formatted(ZweiKommunen.NORD, kommunen.akte()),
                    inhalt.formatted(ZweiKommunen.NORD, kommunen.akte()));
            assertThat(antwort.status()).as(rolle + ": " + antwort.text()).isBetween(200, 499);
            assertThat(antwort.status() < 300 && !antwort.text().isBlank() && !Rundgang.leer(antwort.json())).as(antwort.text()).isFalse();
        }
        assertThat(fremd.bestand()).isEqualTo(vorher);
    }

    @Test
    @DisplayName("18 Wer für mehrere Kommunen arbeitet, sagt im Startformular, für welche; sonst → 400")
    void mehrereKommunen() {
        String tabelle = "kommune,kennung,vorname,nachname,rollen,passwort\n" + "%s,beide-ib,Bea,Doppel,integrationsbeauftragte,%s\n"
                .formatted(ZweiKommunen.NORD, Anwendungstest.PASSWORT) + ZweiKommunen.SUED + ",beide-ib,,,,\n";
        assertThat(kommunen.sende(tabelle, false).status()).isEqualTo(200);
        Map<String, Object> unklar = ZweiKommunen.startformular("nord", "AZ-beide-1");
        unklar.put("kommuneName", "Stadt Ost");
        Rest.Antwort abgelehnt = kommunen.beginneAls("beide-ib", unklar);
        assertThat(abgelehnt.status()).as(abgelehnt.text()).isEqualTo(400);
        assertThat(abgelehnt.text()).contains("Stadt Nord, Stadt Süd");
        Rest.Antwort angelegt = kommunen.beginneAls("beide-ib", ZweiKommunen.startformular("sued", "AZ-beide-2"));
        assertThat(angelegt.status()).as(angelegt.text()).isEqualTo(200);
        assertThat(angelegt.json().path("tenantId").asText()).isEqualTo(ZweiKommunen.SUED);
    }

    @ParameterizedTest(name = "19 {0} → 0")
    @ValueSource(strings = {SITZUNG + "/process-instance/count", SITZUNG + "/incident/count", SITZUNG + "/history/incident/count",
            SITZUNG + "/job/count", SITZUNG + "/job/count?noRetriesLeft=true", SITZUNG + "/task/count", SITZUNG + "/batch/count",
            SITZUNG + "/history/process-instance/count", SITZUNG + "/history/task/count", SITZUNG + "/event-subscription/count",
            "/camunda/api/cockpit/plugin/base/default/incident/count", "/camunda/api/cockpit/plugin/base/default/process-instance/count"})
    @DisplayName("19 Zahlen der anderen Kommune im Cockpit → 0")
    void zahlen(String weg) {
        for (String rolle : List.of("prozessverantwortung", "modellpflege")) {
            Rest.Antwort antwort = rest.inAnwendung("cockpit", "west-" + rolle).get(weg);
            assertThat(antwort.status()).as(antwort.text()).isIn(200, 403);
            assertThat(antwort.status() == 200 ? antwort.json().path("count").asInt() : 0).as(rolle).isZero();
        }
    }

    @ParameterizedTest(name = "19 {0} → alle Zahlen 0")
    @ValueSource(strings = {SITZUNG + "/process-definition/statistics?failedJobs=true&incidents=true",
            SITZUNG + "/deployment", SITZUNG + "/process-definition/key/integrationskonzept/statistics?failedJobs=true&incidents=true",
            SITZUNG + "/task/report/candidate-group-count", SITZUNG + "/history/process-instance/report?reportType=duration&periodUnit=month",
            SITZUNG + "/history/process-definition/cleanable-process-instance-report", SITZUNG + "/batch/statistics",
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics"})
    @DisplayName("19 Statistiken im Cockpit → alle Zahlen 0")
    void statistiken(String weg) {
        for (String rolle : List.of("prozessverantwortung", "modellpflege")) {
            Rest.Antwort antwort = rest.inAnwendung("cockpit", "west-" + rolle).get(weg);
            assertThat(antwort.status()).as(antwort.text()).isIn(200, 403);
            if (antwort.status() == 200) {
                antwort.json().forEach(zeile -> List.of("instances", "failedJobs", "incidents", "taskCount", "finishedProcessInstanceCount")
                        .forEach(zahl -> assertThat(zeile.path(zahl).asInt(0) + zeile.path(zahl).size()).as(zahl + " in " + zeile).isZero()));
            }
        }
    }

    @ParameterizedTest(name = "19 {0} → 403")
    @ValueSource(strings = {BASIC + "/metrics", BASIC + "/metrics/activity-instance-start/sum", BASIC + "/engine/default/metrics",
            SITZUNG + "/metrics", SITZUNG + "/metrics/flow-node-instances/sum", BASIC + "/telemetry/data", BASIC + "/schema/log",
            "/camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated?metrics=process-instances&groupBy=month"})
    @DisplayName("19 Zahlen der ganzen Anwendung → 403")
    void zahlenAllerKommunen(String weg) {
        for (String rolle : List.of("prozessverantwortung", "modellpflege", "integrationsbeauftragte")) {
            Rest.Person person = weg.startsWith(BASIC) ? rest.als("west-" + rolle)
                    : rest.inAnwendung(ANWENDUNG.getOrDefault(rolle, "tasklist"), "west-" + rolle);
            assertThat(person.get(weg).status()).as(rolle).isIn(403, 404);
        }
    }
}
