package de.integrationskonzept.betrieb;

import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Poststelle;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@Anwendungstest
@DisplayName("Die Überwachung erfährt, wie viel liegen bleibt und wie viel scheitert")
class KennzahlenTest {

    private static final Duration SPAETER = Kennzahlen.FRISCH.plusSeconds(1);
    private static final String HAUS = "amt" + UUID.randomUUID().toString().substring(0, 8) + ".example";

    @Autowired
    private Rest rest;
    @Autowired
    private Fremd fremd;
    @Autowired
    private Spiel spiel;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private DataSource datenbank;

    private Map<String, Double> vorher;

    @AfterEach
    void lassDurch() {
        Poststelle.pfoertner().lassDurch();
    }

    private static void vergehe(Duration dauer) {
        ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(dauer)));
    }

    private String auskunft() {
        Rest.Antwort antwort = rest.als("ueberwachung").lies("/actuator/prometheus", "text/plain");
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return antwort.text();
    }

    /** What is asked for half a minute later. */
    private Map<String, Double> zahlen() {
        vergehe(SPAETER);
        return gelesen();
    }

    private Map<String, Double> gelesen() {
        return auskunft().lines().filter(zeile -> zeile.startsWith("integrationskonzept_")).map(zeile -> zeile.split(" "))
                .collect(Collectors.toMap(teile -> teile[0].substring("integrationskonzept_".length()), teile -> Double.valueOf(teile[1])));
    }

    private void dazugekommen(Map<String, Integer> erwartet) {
        Map<String, Double> jetzt = zahlen();
        erwartet.forEach((name, mehr) -> assertThat(jetzt.get(name) - vorher.get(name)).as(name).isEqualTo(mehr, within(0.1)));
        vorher = jetzt;
    }

    @Test
    @DisplayName("Offene und überfällige Aufgaben und was das Formular ablehnt")
    void aufgaben() {
        vorher = zahlen();
        Task aufgabe = engine.getTaskService().createTaskQuery().taskId(fremd.bereit().aufgabe(fremd.neuerVorgang())).singleResult();
        aufgabe.setDueDate(null);
        engine.getTaskService().saveTask(aufgabe);
        dazugekommen(Map.of("aufgaben_offen", 1, "aufgaben_ueberfaellig", 0, "formular_abgelehnt_total", 0));

        aufgabe.setDueDate(Date.from(ClockUtil.getCurrentTime().toInstant().minus(Duration.ofDays(1))));
        engine.getTaskService().saveTask(aufgabe);
        assertThat(rest.als("kaemmerei").post("/engine-rest/task/" + aufgabe.getId() + "/submit-form", Fremd.variablen(zeile("unbekannt", "x")))
                .status()).isEqualTo(400);
        dazugekommen(Map.of("aufgaben_offen", 0, "aufgaben_ueberfaellig", 1, "formular_abgelehnt_total", 1));

        engine.getRuntimeService().suspendProcessInstanceById(aufgabe.getProcessInstanceId());
        dazugekommen(Map.of("aufgaben_offen", -1, "aufgaben_ueberfaellig", -1));
    }

    @Test
    @DisplayName("Jobs, die an der Reihe sind, liegen bleiben oder scheitern, und Vorfälle nur einmal")
    void jobs() {
        var modell = Bpmn.createExecutableProcess("kennzahl").camundaHistoryTimeToLiveString("P1D").startEvent().serviceTask("rechnen")
                .camundaAsyncBefore().camundaExpression("${fehlt * 2}").endEvent().done();
        var oben = Bpmn.createExecutableProcess("kennzahl-oben").camundaHistoryTimeToLiveString("P1D").startEvent().callActivity("unten")
                .calledElement("kennzahl").endEvent().done();
        String bereitstellung = engine.getRepositoryService().createDeployment().addModelInstance("kennzahl.bpmn", modell)
                .addModelInstance("kennzahl-oben.bpmn", oben).deploy().getId();
        try {
            vorher = zahlen();
            engine.getRuntimeService().startProcessInstanceByKey("kennzahl-oben");
            dazugekommen(Map.of("jobs_wartend", 1, "jobs_verspaetet", 0, "jobs_gescheitert", 0, "vorfaelle", 0));
            Job job = engine.getManagementService().createJobQuery().processDefinitionKey("kennzahl").singleResult();
            Date anfang = ClockUtil.getCurrentTime();
            vergehe(Duration.ofMinutes(11));
            assertThat(zahlen().get("jobs_verspaetet")).isGreaterThan(vorher.get("jobs_verspaetet"));
            ClockUtil.setCurrentTime(anfang);

            engine.getManagementService().setJobRetries(job.getId(), 0);
            dazugekommen(Map.of("jobs_wartend", -1, "jobs_gescheitert", 1, "vorfaelle", 1));
        } finally {
            engine.getRepositoryService().deleteDeployment(bereitstellung, true);
        }
    }

    @Test
    @DisplayName("E-Mails, die warten, und solche, die der Mailserver abgewiesen hat")
    void mails() {
        vorher = zahlen();
        spiel.wurzel("projektstart", Map.of())
                .erledige("verwaltungsspitze", "startsignal-geben", zeile("startsignal", "ja", "briefText", "Es geht los.",
                        "startsignalImAuftrag", false))
                .erledige("integrationsbeauftragte", "startschreiben-versenden", zeile("versandArt", "anwendung", "versandAdressen",
                        "weg@" + HAUS + "\nda@" + HAUS, "versandAlle", "ja"));
        Map<String, Double> eingereiht = zahlen();
        assertThat(eingereiht.get("mails_wartend") - vorher.get("mails_wartend")).isGreaterThanOrEqualTo(2);
        Poststelle.pfoertner().antworte("weg@" + HAUS, "550 5.1.1 unbekannt");
        String post = jdbc.queryForObject("select ID from IK_POST where ADRESSE = ?", String.class, "weg@" + HAUS);
        String job = jdbc.queryForObject("select ID_ from ACT_RU_JOB where HANDLER_CFG_ = ?", String.class, post);

        assertThatThrownBy(() -> engine.getManagementService().executeJob(job)).hasMessageContaining("550");

        vorher = eingereiht;
        dazugekommen(Map.of("mails_wartend", -1, "mails_gescheitert", 1, "jobs_gescheitert", 1, "vorfaelle", 1));
    }

    @Test
    @DisplayName("Umzüge, die laufen, und Akten, deren letzter Umzug gescheitert ist")
    void umzuege() {
        String akte = fremd.bereit().neuerVorgang();
        String vorschlag = "zahl-" + UUID.randomUUID();
        vorher = zahlen();
        jdbc.update("insert into IK_MODELLVORSCHLAG (ID, TITEL, ZUSTAND, ANGELEGT_VON, ANGELEGT_AM, REV_) values (?, 'x', 'bereitgestellt', 'x', "
                + "timestamp '2026-11-01 00:00:00', 1)", vorschlag);
        try {
            umzug(vorschlag, akte, "probe", true, "gescheitert", 1);
            dazugekommen(Map.of("umzuege_laufend", 0, "umzug_akten_gescheitert", 0));
            umzug(vorschlag, akte, "erster", false, "offen", 2);
            dazugekommen(Map.of("umzuege_laufend", 1, "umzug_akten_gescheitert", 0));
            jdbc.update("update IK_UMZUG_AKTE set ZUSTAND = 'gescheitert' where WURZEL = ? and ZUSTAND = 'offen'", akte);
            dazugekommen(Map.of("umzuege_laufend", -1, "umzug_akten_gescheitert", 1));
            umzug(vorschlag, akte, "zweiter", false, "umgezogen", 3);
            dazugekommen(Map.of("umzuege_laufend", 0, "umzug_akten_gescheitert", -1));
        } finally {
            jdbc.update("delete from IK_MODELLVORSCHLAG where ID = ?", vorschlag);
        }
    }

    private void umzug(String vorschlag, String akte, String name, boolean probe, String zustand, int tag) {
        String umzug = name + UUID.randomUUID().toString().substring(0, 8);
        jdbc.update("insert into IK_UMZUG (ID, VORSCHLAG, PROBE, ZUSTAND, PERSON, BEGONNEN, ZIELE) values (?, ?, ?, 'laeuft', 'x', "
                + "timestamp '2026-11-0" + tag + " 00:00:00', ?)", umzug, vorschlag, probe, new byte[0]);
        jdbc.update("insert into IK_UMZUG_AKTE (UMZUG, WURZEL, ZUSTAND) values (?, ?, ?)", umzug, akte, zustand);
    }

    @Test
    @DisplayName("Gesperrte Konten sind eine Zahl")
    void gesperrt() {
        vorher = zahlen();
        jdbc.update("insert into ACT_ID_USER (ID_, REV_, ATTEMPTS_) values ('zahlgesperrt', 1, 10)");
        try {
            dazugekommen(Map.of("konten_gesperrt", 1));
        } finally {
            jdbc.update("delete from ACT_ID_USER where ID_ = 'zahlgesperrt'");
        }
    }

    @Test
    @DisplayName("Die Auskunft nennt JVM, Datenbankverbindungen und Antworten der Türen, aber keine Personen, Kommunen, Akten und Adressen")
    void ohneNamen() {
        rest.als("kaemmerei").get("/api/akten/gibt-es-nicht-4711?name=Ottilie");
        rest.als("kaemmerei").get("/engine-rest/user/ottilie-4711/profile");
        rest.ohneAnmeldung().get("/kalender/geheimes-wort-4711.ics");
        String auskunft = auskunft();
        assertThat(auskunft).contains("jvm_memory_used_bytes{", "hikaricp_connections_pending{", "http_server_requests_seconds_count{")
                .containsPattern("http_server_requests_seconds_count\\{.*outcome=\"CLIENT_ERROR\"")
                .doesNotContain("4711", "ttilie", "kaemmerei", "ueberwachung", "Musterstadt", "@");
        String kommune = engine.getIdentityService().createTenantQuery().listPage(0, 1).get(0).getId();
        assertThat(auskunft).doesNotContain("\"" + kommune + "\"");
    }

    /** Somebody who counts how often the database is asked, or does not let through. */
    private static final class Schranke extends DelegatingDataSource {

        private int verbindungen;
        private boolean zu;

        private Schranke(DataSource dahinter) {
            super(dahinter);
        }

        @Override
        public Connection getConnection() throws SQLException {
            verbindungen++;
            if (zu) {
                throw new SQLException("closed");
            }
            return super.getConnection();
        }
    }

    @Test
    @DisplayName("Wie oft auch gefragt wird: eine Abfrage in einer halben Minute, auch wenn die Uhr zurückgeht oder die Datenbank fehlt")
    void seltenGefragt() {
        Schranke schranke = new Schranke(datenbank);
        SimpleMeterRegistry register = new SimpleMeterRegistry();
        new Kennzahlen(JdbcClient.create(schranke)).bindTo(register);

        assertThat(werte(register)).noneMatch(wert -> Double.isNaN(wert));
        werte(register);
        vergehe(Kennzahlen.FRISCH.minusSeconds(5));
        werte(register);
        assertThat(schranke.verbindungen).isEqualTo(1);
        vergehe(SPAETER);
        werte(register);
        assertThat(schranke.verbindungen).isEqualTo(2);
        vergehe(Duration.ofHours(-1));
        werte(register);
        assertThat(schranke.verbindungen).isEqualTo(3);

        schranke.zu = true;
        vergehe(SPAETER);
        assertThat(werte(register)).allMatch(wert -> Double.isNaN(wert));
        werte(register);
        assertThat(schranke.verbindungen).isEqualTo(4);
    }

    private static List<Double> werte(SimpleMeterRegistry register) {
        return Stream.of(Kennzahl.values()).map(zahl -> register.get(zahl.kennung()).gauge().value()).toList();
    }
}
