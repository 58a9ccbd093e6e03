package de.integrationskonzept.engine;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Poststelle;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The log of the application is read by others than the files: it says what failed, never with whose data. */
@Anwendungstest
@DisplayName("Im Protokoll der Anwendung stehen keine Personendaten")
class AnwendungsprotokollTest {

    private static final String NAME = "Ottilie Geheimrath";
    private static final String TEXT = "Vertraulicher Freitext 0815";
    private static final String PASSWORT = "Falsches-Passwort-4711";
    private static final String PERSON = "ottilie-g";
    private static final String ADRESSE = "ottilie.g@amt-geheim.example";

    @Autowired
    private Spiel spiel;
    @Autowired
    private Rest rest;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcTemplate jdbc;

    private final ListAppender<ILoggingEvent> mitschnitt = new ListAppender<>();
    private final Map<Logger, Level> bisher = new HashMap<>();

    /** Everything from INFO on, as in production. */
    @BeforeEach
    void schreibMit() {
        Logger wurzel = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        bisher.put(wurzel, wurzel.getLevel());
        wurzel.setLevel(Level.INFO);
        mitschnitt.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        mitschnitt.start();
        wurzel.addAppender(mitschnitt);
    }

    @AfterEach
    void hoerAuf() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(mitschnitt);
        bisher.forEach(Logger::setLevel);
    }

    private String protokoll() {
        StringBuilder text = new StringBuilder();
        List.copyOf(mitschnitt.list).forEach(zeile -> text.append(zeile.getLevel()).append(' ').append(zeile.getLoggerName()).append(' ')
                .append(zeile.getFormattedMessage()).append(zeile.getMDCPropertyMap())
                .append(zeile.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(zeile.getThrowableProxy())).append('\n'));
        return text.toString();
    }

    private void nichtsDavon() {
        assertThat(protokoll()).doesNotContain(NAME, "Geheimrath", TEXT, "0815", PASSWORT, Anwendungstest.PASSWORT, PERSON, ADRESSE, "amt-geheim")
                .as("the Aktenzeichen").doesNotContain("businessKey");
    }

    @Test
    @DisplayName("Nicht, wenn eine Akte gespielt wird")
    void gespielt() {
        Spiel.Akte akte = spiel.beginne(mit(stadt(), "leitungName", NAME, "federfuehrung", NAME));
        akte.erledige("integrationsbeauftragte", "auftrag-klaeren", mit(gut().get("auftrag-klaeren"), "selbstklaerung", TEXT));
        akte.spieleBis(gut(), "mittel-pruefen");
        engine.getTaskService().createComment(akte.aufgabe("mittel-pruefen").getId(), null, TEXT);
        rest.als("admin").get("/engine-rest/process-instance/" + akte.id() + "/variables?deserializeValues=false");
        rest.als("admin").get("/api/akten/" + akte.id());
        nichtsDavon();
    }

    @Test
    @DisplayName("Nicht, wer sich anmeldet, wer ein falsches Passwort eingibt und wer danach gesperrt ist")
    void angemeldet() {
        assertThat(rest.als("admin").post("/engine-rest/user/create", Map.of("profile", Map.of("id", PERSON, "firstName", "Ottilie",
                "lastName", "Geheimrath", "email", ADRESSE), "credentials", Map.of("password", Anwendungstest.PASSWORT))).status()).isEqualTo(204);
        try {
            rest.als("admin").sende("PUT", "/engine-rest/group/integrationsbeauftragte/members/" + PERSON, null);
            rest.anmelden(PERSON);
            String aufgabe = "/engine-rest/task/" + spiel.beginne(stadt()).aufgabe("auftrag-klaeren").getId();
            assertThat(rest.als(PERSON).post(aufgabe + "/claim", Map.of("userId", PERSON)).status()).isEqualTo(204);
            assertThat(rest.als(PERSON).post(aufgabe + "/unclaim", null).status()).isEqualTo(204);
            for (int versuch = 0; versuch < 11; versuch++) {
                assertThat(rest.als(PERSON, PASSWORT).get("/engine-rest/task/count").status()).isEqualTo(401);
                ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofHours(1))));
            }
            assertThat(rest.als(PERSON).get("/engine-rest/task/count").status()).as("locked").isEqualTo(401);
            nichtsDavon();
        } finally {
            engine.getIdentityService().deleteUser(PERSON);
        }
    }

    @Test
    @DisplayName("Nicht, wenn Angaben abgelehnt werden, eine Anfrage scheitert oder ein Passwort falsch ist")
    void abgelehnt() {
        Spiel.Akte akte = spiel.beginne(stadt());
        String aufgabe = "/engine-rest/task/" + akte.aufgabe("auftrag-klaeren").getId();
        List<Rest.Antwort> antworten = List.of(
                rest.als("integrationsbeauftragte").post(aufgabe + "/submit-form", Fremd.variablen(zeile("unbekannt", TEXT, "selbstklaerung", NAME))),
                rest.als("integrationsbeauftragte").post(aufgabe + "/complete", Map.of("variables", Map.of("auftragLabel",
                        Map.of("type", "Object", "value", TEXT, "valueInfo", Map.of("objectTypeName", NAME, "serializationDataFormat", "application/json"))))),
                rest.als("integrationsbeauftragte").post(aufgabe + "/complete", "{\"variables\":{\"x\":{\"value\":\"" + TEXT + "\",\"type\":\"Date\"}}}"),
                rest.als("integrationsbeauftragte").post(aufgabe + "/complete", "{" + TEXT),
                rest.als("integrationsbeauftragte").put(aufgabe + "/variables/x", Map.of("value", TEXT, "type", "Integer")),
                rest.als("admin").put(aufgabe + "/variables/x", Map.of("value", TEXT, "type", "Integer")),
                rest.als("admin").put(aufgabe + "/variables/x", Map.of("value", TEXT, "type", "Json")),
                rest.als("admin").post("/engine-rest/variable-instance", Map.of("variableValues", List.of(Map.of("name", "x", "operator", TEXT, "value", NAME)))),
                rest.als("admin").post("/engine-rest/message", Map.of("messageName", "gibt-es-nicht", "processVariables", Map.of("x", Map.of("value", TEXT)))),
                rest.als("admin").post("/engine-rest/identity/verify", Map.of("username", NAME, "password", PASSWORT)),
                rest.als("admin").post("/engine-rest/user/create", Map.of("profile", Map.of("id", "neu", "firstName", NAME), "credentials", Map.of("password", "0815"))),
                rest.als("kaemmerei").get("/api/akten?ab=" + URLEncoder.encode(TEXT, StandardCharsets.UTF_8)),
                rest.als("kaemmerei").post("/api/abwesenheiten", "{" + TEXT),
                rest.als("kaemmerei").sende("PUT", "/api/akten", TEXT),
                rest.ohneAnmeldung().sende("POST", "/camunda/api/admin/auth/user/default/login/tasklist", "application/x-www-form-urlencoded",
                        HttpRequest.BodyPublishers.ofString("username=kaemmerei&password=" + PASSWORT)));
        assertThat(antworten).anyMatch(antwort -> antwort.status() >= 400);
        nichtsDavon();
    }

    @Test
    @DisplayName("Nicht, wenn eine Arbeit der Engine scheitert; Cockpit nennt den Grund")
    void gescheiterteArbeit() {
        var modell = Bpmn.createExecutableProcess("scheitert").camundaHistoryTimeToLiveString("P1D").startEvent().serviceTask("rechnen")
                .camundaAsyncBefore().camundaExpression("${angabe * 2}").endEvent().done();
        String bereitstellung = engine.getRepositoryService().createDeployment().name("scheitert").addModelInstance("scheitert.bpmn", modell)
                .deploy().getId();
        try {
            String vorgang = engine.getRuntimeService().startProcessInstanceByKey("scheitert", "A-1", Map.of("angabe", TEXT)).getId();
            var job = engine.getManagementService().createJobQuery().processInstanceId(vorgang).singleResult();
            engine.getManagementService().setJobRetries(job.getId(), 1);
            fuehreAus(job.getId());
            assertThat(engine.getRuntimeService().createIncidentQuery().processInstanceId(vorgang).count()).isEqualTo(1);
            assertThat(protokoll()).as("it is said that something failed").contains(job.getId());
            nichtsDavon();
        } finally {
            engine.getRepositoryService().deleteDeployment(bereitstellung, true);
        }
    }

    @Test
    @DisplayName("Nicht, wenn ein Schritt des Modells mitten in einer Anfrage scheitert; Art, Ort und Nummer stehen da")
    void gescheiterteAnfrage() {
        var modell = Bpmn.createExecutableProcess("scheitert-gleich").camundaHistoryTimeToLiveString("P1D").startEvent().serviceTask("rechnen")
                .camundaExpression("${angabe * 2}").endEvent().done();
        String bereitstellung = engine.getRepositoryService().createDeployment().addModelInstance("scheitert-gleich.bpmn", modell).deploy().getId();
        try {
            Rest.Antwort antwort = rest.als("admin").post("/engine-rest/process-definition/key/scheitert-gleich/start",
                    Map.of("variables", Map.of("angabe", Map.of("value", TEXT))));
            assertThat(antwort.status()).as(antwort.text()).isEqualTo(500);
            assertThat(protokoll()).contains(antwort.text().replaceAll(".*Nummer ([0-9A-F]{8}).*", "$1"), "Wordless: org.camunda.bpm.engine.ProcessEngineException",
                    "at org.camunda.bpm.engine.impl.");
            nichtsDavon();
        } finally {
            engine.getRepositoryService().deleteDeployment(bereitstellung, true);
        }
    }

    @Test
    @DisplayName("Nicht, wenn der Mailserver eine Adresse abweist und sie in seiner Antwort nennt")
    void abgewiesen() {
        Poststelle.pfoertner().antworte(ADRESSE, "550 5.1.1 <" + ADRESSE + "> " + NAME + " unbekannt");
        try {
            spiel.wurzel("projektstart", Map.of())
                    .erledige("verwaltungsspitze", "startsignal-geben", zeile("startsignal", "ja", "briefText", TEXT, "startsignalImAuftrag", false))
                    .erledige("integrationsbeauftragte", "startschreiben-versenden", zeile("versandArt", "anwendung", "versandAdressen", ADRESSE,
                            "versandAlle", "ja"));
            String job = jdbc.queryForObject("select J.ID_ from ACT_RU_JOB J join IK_POST P on P.ID = J.HANDLER_CFG_ where P.ADRESSE = ?",
                    String.class, ADRESSE);
            fuehreAus(job);
            assertThat(protokoll()).as("it is said that something failed").contains(job);
            nichtsDavon();
        } finally {
            Poststelle.pfoertner().lassDurch();
        }
    }

    /** As the engine's job executor does, which rests during tests. */
    private void fuehreAus(String job) {
        try {
            ExecuteJobHelper.executeJob(job, ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getCommandExecutorTxRequired());
        } catch (RuntimeException gescheitert) {
            ExecuteJobHelper.LOGGING_HANDLER.exceptionWhileExecutingJob(job, gescheitert);
        }
    }
}
