package de.integrationskonzept.rolle;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.prozess.Drehbuch;
import de.integrationskonzept.prozess.Spiel;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Wer geht, wird vergessen, und die Akten laufen weiter")
class DatenschutzTest {

    private static final String WER = "m.soemmer";
    private static final String[] NAMEN = {WER, "Mareike", "Sömmer"};
    private static final Map<String, Object> AUFTRAG = Map.of("name", List.of("Mareike", "Sömmer"), "bestaetigung", true);
    private static final Map<String, Object> PROBE = Map.of("name", List.of("Mareike", "Sömmer"), "bestaetigung", false);

    @Autowired
    private Spiel spiel;
    @Autowired
    private Rest rest;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Datenschutz datenschutz;

    private Spiel.Akte akte;
    private Drehbuch drehbuch;

    /** A file that Mareike Sömmer has opened, worked on, and is named in, in every way that there is. */
    private void gespielt() {
        konto();
        akte = spiel.beginneAls(WER, mit(stadt(), "federfuehrung", "Mareike Sömmer"));
        drehbuch = gut().anders("auftrag-erteilen", "federfuehrungPerson", "Mareike Sömmer")
                .anders("ressourcen-planen", "stellen", List.of(zeile("rolle", "Projektleitung", "person", "Mareike Sömmer", "stunden", 20,
                        "von", "2027-01-01", "bis", "2028-12-31", "leitung", true, "vertragsende", "2030-12-31")))
                .anders("auftrag-klaeren", "selbstklaerung", "Was will ich, Sömmer, und was kann ich?")
                .anders("leitung-benennen", "leitung", "Mareike Sömmer", "leitungKennung", WER);
        akte.spieleBis(drehbuch, "mittel-pruefen", "interessen-notieren");
        akte.erledige("integrationsbeauftragte", "interessen-notieren", zeile("interessenKeine", false,
                "interessen", List.of(zeile("thema", "Sömmer zögert", "wer", "Mareike Sömmer", "interesse", "Ruhe"))));
        akte.spieleBis(drehbuch, "mittel-pruefen");
        papiere(akte.aufgabe("mittel-pruefen"));
        engine.getIdentityService().setAuthentication(WER, List.of("camunda-admin"));
        engine.getRuntimeService().setVariablesAsync(List.of(akte.id()), Map.of("vermerkVon", "Mareike Sömmer"));
        engine.getIdentityService().clearAuthentication();
        akte.spieleBis(drehbuch, "bestand-aufnehmen");
        erfolg(rest.als(WER).put("/api/aufgaben/" + akte.aufgabe("bestand-aufnehmen").getId() + "/entwurf", Map.of("version", 0, "angaben",
                Map.of())));
        erfolg(rest.als(WER).put("/api/aufgaben/" + akte.aufgabe("akte-nachtragen").getId() + "/entwurf", Map.of("version", 0, "angaben",
                Map.of("planGrund", "Mareike Sömmer fehlt bis Mai."))));
        Task gehoertIhr = akte.aufgabe("akte-nachtragen");
        spiel.als("admin", () -> {
            engine.getTaskService().setAssignee(gehoertIhr.getId(), WER);
            return null;
        });
    }

    private void konto() {
        var personen = engine.getIdentityService();
        var neu = personen.newUser(WER);
        neu.setFirstName("Mareike");
        neu.setLastName("Sömmer");
        neu.setEmail("mareike.soemmer@stadt.example");
        neu.setPassword(Anwendungstest.PASSWORT);
        personen.saveUser(neu);
        List.of("integrationsbeauftragte", "kaemmerei", "ag-leitung").forEach(rolle -> personen.createMembership(WER, rolle));
        Authorization recht = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        recht.setUserId(WER);
        recht.setResource(Resources.APPLICATION);
        recht.setResourceId("cockpit");
        recht.addPermission(Permissions.ACCESS);
        engine.getAuthorizationService().saveAuthorization(recht);
    }

    private void papiere(Task aufgabe) {
        String pfad = "/engine-rest/task/" + aufgabe.getId();
        erfolg(rest.als(WER).post(pfad + "/claim", Map.of("userId", WER)));
        erfolg(rest.als(WER).post(pfad + "/comment/create", Map.of("message", "Mareike Sömmer hat angerufen. " + "Lang. ".repeat(60) + "Sömmer")));
        spiel.als(WER, () -> engine.getTaskService().createAttachment("application/pdf", aufgabe.getId(), aufgabe.getProcessInstanceId(),
                "Vermerk von Sömmer", "für Mareike Sömmer", new ByteArrayInputStream("%PDF-1.7 Gez. Mareike Sömmer".getBytes(StandardCharsets.UTF_8))));
        erfolg(rest.als("admin").put(pfad + "/variables/notiz", Map.of("type", "Json", "value", "{\"wer\":\"Mareike S\\u00f6mmer\",\"zahl\":1.50}")));
        engine.getTaskService().setVariable(aufgabe.getId(), "brief", Variables.fileValue("Sömmer.txt").mimeType("text/plain")
                .encoding("UTF-8").file("Sömmer".getBytes(StandardCharsets.UTF_8)).create());
        erfolg(rest.als(WER).put(pfad, Map.of("name", aufgabe.getName(), "description", aufgabe.getDescription(), "assignee", WER, "priority", 60,
                "tenantId", aufgabe.getTenantId(), "due", "2027-03-01T12:00:00.000+0100")));
    }

    private static void erfolg(Rest.Antwort antwort) {
        assertThat(antwort.status()).as(antwort.text()).isBetween(200, 204);
    }

    @AfterEach
    void weg() {
        engine.getIdentityService().clearAuthentication();
        engine.getIdentityService().deleteUser(WER);
        engine.getAuthorizationService().createAuthorizationQuery().userIdIn(WER).list()
                .forEach(recht -> engine.getAuthorizationService().deleteAuthorization(recht.getId()));
    }

    @Test
    @DisplayName("Danach steht sie nirgends mehr in der Datenbank, und die Akte läuft mit offenen Formularen zu Ende weiter")
    void vergessen() {
        gespielt();
        assertThat(Datenbankauszug.fundstellen(Datenbankauszug.lies(jdbc), WER)).as("she is everywhere").hasSizeGreaterThan(20);
        String beiIhr = akte.aufgabe("bestand-aufnehmen").getId();
        assertThat(akte.aufgabe("bestand-aufnehmen").getAssignee()).isEqualTo(WER);

        Rest.Antwort antwort = rest.als("admin").post("/api/personen/" + WER + "/vergessen", AUFTRAG);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        assertThat(antwort.json().path("konto").asBoolean()).isTrue();
        assertThat(antwort.json().path("aufgaben").asInt()).isGreaterThan(1);
        assertThat(antwort.json().path("unlesbar").asInt()).isZero();
        String pseudonym = antwort.json().path("pseudonym").asText();
        assertThat(antwort.json().path("satz").asText()).contains(pseudonym);

        assertThat(Datenbankauszug.fundstellen(Datenbankauszug.lies(jdbc), NAMEN)).isEmpty();
        assertThat(Datenbankauszug.fundstellen(Datenbankauszug.lies(jdbc), "mareike.soemmer", "m.soemmer")).isEmpty();
        assertThat(rest.als(WER).get("/engine-rest/task").status()).isEqualTo(401);
        assertThat(akte.wert("federfuehrung")).isEqualTo(pseudonym);
        assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(akte.id()).singleResult()
                .getStartUserId()).isEqualTo(pseudonym);

        assertThat(akte.aufgabe("bestand-aufnehmen").getAssignee()).as("back to its role").isNull();
        assertThat(rest.als("ag-leitung").get("/engine-rest/task/" + beiIhr + "/form-variables").status()).isEqualTo(200);
        assertThat(rest.als("ag-leitung").get("/engine-rest/task/" + beiIhr + "/deployed-form").status()).isEqualTo(200);
        akte.spieleBis(gut(), "vorlage-freigeben");
        assertThat(akte.aufgaben()).as("nor do later tasks go to somebody who is gone").noneMatch(a -> pseudonym.equals(a.getAssignee()));
        assertThat(engine.getRuntimeService().createIncidentQuery().list().stream().filter(v -> akte.instanzen().contains(v.getProcessInstanceId())))
                .isEmpty();

        JsonNode nochmals = rest.als("admin").post("/api/personen/" + WER + "/vergessen", AUFTRAG).json();
        assertThat(nochmals.path("stellen").asInt()).as("nothing left to do").isZero();
        assertThat(nochmals.path("pseudonym").asText()).isEqualTo(pseudonym);
    }

    @Test
    @DisplayName("Ohne Bestätigung wird nur gezählt und nichts geändert")
    void nurGezaehlt() {
        gespielt();
        var vorher = Datenbankauszug.lies(jdbc);
        Rest.Antwort antwort = rest.als("admin").post("/api/personen/" + WER + "/vergessen", PROBE);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        assertThat(antwort.json().path("erledigt").asBoolean()).isFalse();
        assertThat(antwort.json().path("konto").asBoolean()).isTrue();
        assertThat(antwort.json().path("stellen").asInt()).isGreaterThan(20);
        assertThat(antwort.json().path("satz").asText()).contains("nichts geändert");
        assertThat(Datenbankauszug.lies(jdbc)).isEqualTo(vorher);
    }

    @Test
    @DisplayName("Die Auskunft enthält alles, was die Person nennt, aber kein Passwort; sie steht im Zugriffsprotokoll")
    void auskunft() {
        gespielt();
        Rest.Antwort antwort = rest.als("admin").get("/api/personen/" + WER + "/daten?name=S%C3%B6mmer");
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        JsonNode abschnitte = antwort.json().path("abschnitte");
        assertThat(StreamSupport.stream(abschnitte.spliterator(), false).map(a -> a.path("titel").asText()).toList()).contains("Konto", "Rollen",
                "Rechte", "Offene Aufgaben", "Angaben in laufenden Akten", "Angaben in Akten, letzter Stand",
                "Angaben in Akten, frühere Stände", "Kommentare", "Anlagen", "Frühere Zuständigkeiten", "Protokoll der Handlungen",
                "Begonnene Vorgänge", "Entwürfe an offenen Aufgaben", "Inhalte von Angaben und Anlagen", "Zugriffsprotokoll");
        assertThat(antwort.text()).contains("Was will ich, Sömmer", "Gez. Mareike Sömmer", "Vermerk von Sömmer", "Mareike S\\\\u00f6mmer",
                "mareike.soemmer@stadt.example").doesNotContain("\"pwd\"", "\"salt\"", "{SHA");
        assertThat(rest.als("admin").get("/api/zugriffe?person=admin").text()).contains("Personendaten von " + WER);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"integrationsbeauftragte", "verwaltungsspitze", "modellpflege", "personal"})
    @DisplayName("Nur die Administration: sonst 403 mit einem deutschen Satz, und nichts geschieht")
    void nurAdministration(String rolle) {
        konto();
        for (Rest.Antwort antwort : List.of(rest.als(rolle).get("/api/personen/" + WER + "/daten"),
                rest.als(rolle).post("/api/personen/" + WER + "/vergessen", AUFTRAG))) {
            assertThat(antwort.status()).isEqualTo(403);
            assertThat(antwort.art()).startsWith("application/problem+json");
            assertThat(antwort.json().path("detail").asText()).contains("Administration").doesNotContain("Mareike");
        }
        assertThat(engine.getIdentityService().createUserQuery().userId(WER).count()).isEqualTo(1);
    }

    @Test
    @DisplayName("Sich selbst vergisst niemand, und die letzte Person der Administration bleibt: 409")
    void selbstUndLetzte() {
        Rest.Antwort selbst = rest.als("admin").post("/api/personen/admin/vergessen", Map.of("bestaetigung", true));
        assertThat(selbst.status()).isEqualTo(409);
        assertThat(selbst.json().path("detail").asText()).contains("selbst").endsWith(".");

        engine.getIdentityService().setAuthentication("aus-dem-verzeichnis", List.of("camunda-admin"));
        Refusal letzte = catchThrowableOfType(Refusal.class, () -> datenschutz.vergiss("admin", List.of(), true));
        engine.getIdentityService().clearAuthentication();
        assertThat(letzte.getStatus().getStatusCode()).isEqualTo(409);
        assertThat(letzte.getMessage()).contains("letzte Person");
        assertThat(rest.als("admin").get("/engine-rest/task/count").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("Eine Kennung, die auch eine Rolle ist, wird nur dort ersetzt, wo eine Person stehen muss")
    void kennungIstAuchRolle() {
        Spiel.Akte andere = spiel.beginne(stadt()).spieleBis(gut(), "mittel-pruefen");
        JsonNode probe = rest.als("admin").post("/api/personen/kaemmerei/vergessen", Map.of("bestaetigung", false)).json();
        assertThat(probe.path("erledigt").asBoolean()).isFalse();
        assertThat(new Kennzeichen("kaemmerei", List.of()).ersetze("kaemmerei")).isEqualTo("kaemmerei");
        assertThat(andere.rolle(andere.aufgabe("mittel-pruefen"))).isEqualTo("kaemmerei");
    }

    @Test
    @DisplayName("Unbekannte Kennung, zu kurzer Name, unlesbarer Auftrag: ein deutscher Satz")
    void unbrauchbar() {
        assertThat(rest.als("admin").get("/api/personen/gibt-es-nicht/daten").status()).isEqualTo(404);
        Rest.Antwort kurz = rest.als("admin").post("/api/personen/x/vergessen", Map.of("name", List.of("M"), "bestaetigung", true));
        assertThat(kurz.status()).isEqualTo(400);
        assertThat(kurz.json().path("detail").asText()).contains("mindestens zwei Zeichen");
        Rest.Antwort unlesbar = rest.als("admin").sende("POST", "/api/personen/x/vergessen", "kein json");
        assertThat(unlesbar.status()).isEqualTo(400);
        assertThat(unlesbar.art()).startsWith("application/problem+json");
    }
}
