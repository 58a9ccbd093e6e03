package de.integrationskonzept.engine;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@DisplayName("Wer in einer Akte liest, steht im Zugriffsprotokoll")
class ZugriffsprotokollTest {

    private static final String IB = "integrationsbeauftragte";

    @Autowired
    private Spiel spiel;
    @Autowired
    private Fremd fremd;
    @Autowired
    private Rest rest;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcTemplate jdbc;

    private record Eintrag(String person, String art, boolean vertraulich) {
    }

    /** A file with a task to which somebody has added a comment and a paper. */
    private final class Fall {

        private final Spiel.Akte akte = spiel.beginne(stadt());
        private final String zeichen = (String) akte.wert("aktenzeichen");
        private final Task aufgabe = akte.aufgabe("auftrag-klaeren");
        private final String kommentar = engine.getTaskService().createComment(aufgabe.getId(), aufgabe.getProcessInstanceId(), "Rückruf").getId();
        private final String anlage = engine.getTaskService().createAttachment("text/plain", aufgabe.getId(), aufgabe.getProcessInstanceId(),
                "Vermerk", "", new ByteArrayInputStream("Inhalt".getBytes(StandardCharsets.UTF_8))).getId();

        private String pfad(String vorlage) {
            return vorlage.replace("{aufgabe}", aufgabe.getId()).replace("{vorgang}", aufgabe.getProcessInstanceId())
                    .replace("{akte}", akte.id()).replace("{kommentar}", kommentar).replace("{anlage}", anlage)
                    .replace("{angabe}", jdbc.queryForObject("select ID_ from ACT_RU_VARIABLE where PROC_INST_ID_ = ? and NAME_ = 'leitungName'",
                            String.class, akte.id()))
                    .replace("{frueher}", jdbc.queryForObject("select ID_ from ACT_HI_VARINST where PROC_INST_ID_ = ? and NAME_ = 'leitungName'",
                            String.class, akte.id()));
        }

        private List<Eintrag> eintraege() {
            return eintraegeZu(zeichen);
        }
    }

    private List<Eintrag> eintraegeZu(String akte) {
        return StreamSupport.stream(rest.als("admin").get("/api/zugriffe?akte=" + akte).json().spliterator(), false)
                .map(z -> new Eintrag(z.path("person").asText(), z.path("art").asText(), z.path("vertraulich").asBoolean())).toList();
    }

    @ParameterizedTest(name = "{0} liest {1}: {2}")
    @CsvSource({
            IB + ", /engine-rest/task/{aufgabe}, Aufgabe",
            IB + ", /engine-rest/task/{aufgabe}/identity-links, Aufgabe",
            IB + ", /engine-rest/task/{aufgabe}/variables?deserializeValues=false, Angaben",
            IB + ", /engine-rest/task/{aufgabe}/variables/gremium, Angaben",
            IB + ", /engine-rest/task/{aufgabe}/form-variables?deserializeValues=false, Formular",
            IB + ", /engine-rest/task/{aufgabe}/comment, Kommentar",
            IB + ", /engine-rest/task/{aufgabe}/comment/{kommentar}, Kommentar",
            IB + ", /engine-rest/task/{aufgabe}/attachment, Anlage",
            IB + ", /engine-rest/task/{aufgabe}/attachment/{anlage}, Anlage",
            IB + ", /engine-rest/task/{aufgabe}/attachment/{anlage}/data, Anlage",
            "admin, /engine-rest/process-instance/{akte}/variables?deserializeValues=false, Angaben",
            "admin, /engine-rest/process-instance/{akte}/variables/leitungName, Angaben",
            "admin, /engine-rest/process-instance/{vorgang}/comment, Kommentar",
            "admin, /engine-rest/execution/{akte}/localVariables?deserializeValues=false, Angaben",
            "admin, /engine-rest/execution/{akte}/localVariables/leitungName, Angaben",
            "admin, /engine-rest/variable-instance?processInstanceIdIn={akte}&deserializeValues=false, Angaben",
            "admin, /engine-rest/variable-instance/{angabe}, Angaben",
            "admin, /engine-rest/history/variable-instance?processInstanceId={akte}&deserializeValues=false, Verlauf",
            "admin, /engine-rest/history/variable-instance/{frueher}, Verlauf",
            "admin, /engine-rest/history/detail?processInstanceId={akte}&deserializeValues=false, Verlauf",
            "admin, /engine-rest/history/task?processInstanceId={vorgang}, Verlauf",
            "admin, /engine-rest/history/activity-instance?processInstanceId={vorgang}, Verlauf",
            "admin, /engine-rest/history/identity-link-log?taskId={aufgabe}, Verlauf",
            "admin, /engine-rest/history/user-operation?processInstanceId={akte}, Protokoll",
            "vorgesetzte, /api/akten/{akte}, Akte"})
    @DisplayName("Über die Schnittstellen")
    void schnittstellen(String person, String vorlage, String art) {
        Fall fall = new Fall();
        Rest.Antwort antwort = rest.als(person).lies(fall.pfad(vorlage), vorlage.endsWith("/data") ? "application/octet-stream" : "application/json");
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        assertThat(fall.eintraege()).containsExactly(new Eintrag(person, art, false));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/task/{aufgabe}/form-variables?deserializeValues=false, Formular", "/task/{aufgabe}, Aufgabe",
            "/task/{aufgabe}/comment, Kommentar", "/variable-instance?processInstanceIdIn={vorgang}&deserializeValues=false, Angaben"})
    @DisplayName("In Tasklist und Cockpit")
    void weboberflaechen(String vorlage, String art) {
        Fall fall = new Fall();
        boolean cockpit = vorlage.startsWith("/variable-instance");
        Rest.Antwort antwort = rest.inTasklist(cockpit ? "admin" : IB).get("/camunda/api/engine/engine/default" + fall.pfad(vorlage));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        assertThat(fall.eintraege()).containsExactly(new Eintrag(cockpit ? "admin" : IB, art, false));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/camunda/api/cockpit/plugin/base/default/process-instance/{akte}/called-process-instances?x",
            "/camunda/api/cockpit/plugin/base/default/process-instance?firstResult=0&maxResults=50"})
    @DisplayName("Cockpits eigene Abfragen zeigen keine Angaben und keine Personen, also steht dort nichts")
    void cockpitsEigeneAbfragen(String vorlage) {
        Fall fall = new Fall();
        Rest.Antwort antwort = vorlage.contains("?") ? rest.inTasklist("admin").post(fall.pfad(vorlage), Map.of())
                : rest.inTasklist("admin").get(fall.pfad(vorlage));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        assertThat(antwort.text()).doesNotContain(IB, "Rita Muster", "Amira Beispiel");
        assertThat(fall.eintraege()).isEmpty();
    }

    @Test
    @DisplayName("Die Karten der Aufgabenliste, die Liste der Akten und das Erledigen sind kein Zugriff")
    void keinZugriff() {
        Fall fall = new Fall();
        String filter = engine.getFilterService().createTaskFilterQuery().filterName("Meine Gruppen").singleResult().getId();
        Rest.Antwort karten = rest.inTasklist(IB).lies("/camunda/api/engine/engine/default/filter/" + filter
                + "/list?firstResult=0&maxResults=50", "application/hal+json", Map.of("processInstanceBusinessKey", fall.zeichen));
        assertThat(karten.status()).as(karten.text()).isEqualTo(200);
        assertThat(karten.text()).contains("karte", fall.zeichen);
        assertThat(rest.als(IB).get("/api/akten").text()).contains(fall.zeichen);
        assertThat(rest.als(IB).get("/engine-rest/task/" + fall.aufgabe.getId() + "/variables/aktenname").status()).isEqualTo(200);
        fall.akte.erledige(IB, "auftrag-klaeren", gut().get("auftrag-klaeren"));
        assertThat(fall.eintraege()).isEmpty();
    }

    @Test
    @DisplayName("Wer sich beim Erledigen die Angaben zurückgeben lässt, hat sie gelesen")
    void mitRueckgabe() {
        String vorgang = fremd.bereit().neuerVorgang();
        Map<String, Object> angaben = new HashMap<>(Fremd.variablen(Fremd.pruefung()));
        angaben.put("withVariablesInReturn", true);
        Rest.Antwort antwort = rest.als("kaemmerei").post("/engine-rest/task/" + fremd.aufgabe(vorgang) + "/complete", angaben);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        assertThat(antwort.json().path("antragsteller").path("value").asText()).isEqualTo("Sportverein");
        assertThat(eintraegeZu(vorgang)).containsExactly(new Eintrag("kaemmerei", "Angaben", false));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/engine-rest/incident?processInstanceId={vorgang}", "/engine-rest/job?processInstanceId={vorgang}",
            "/engine-rest/job/{arbeit}/stacktrace"})
    @DisplayName("Auch wer liest, warum etwas gescheitert ist, liest oft eine Angabe mit")
    void fehlermeldung(String vorlage) {
        var modell = Bpmn.createExecutableProcess("scheitert-beim-lesen").camundaHistoryTimeToLiveString("P1D").startEvent().serviceTask("rechnen")
                .camundaAsyncBefore().camundaExpression("${angabe * 2}").endEvent().done();
        String bereitstellung = engine.getRepositoryService().createDeployment().addModelInstance("scheitert-beim-lesen.bpmn", modell).deploy().getId();
        try {
            String vorgang = engine.getRuntimeService().startProcessInstanceByKey("scheitert-beim-lesen", Map.of("angabe", "Rita Muster")).getId();
            String arbeit = engine.getManagementService().createJobQuery().processInstanceId(vorgang).singleResult().getId();
            engine.getManagementService().setJobRetries(arbeit, 1);
            assertThatThrownBy(() -> engine.getManagementService().executeJob(arbeit)).hasMessageContaining("Rita Muster");
            Rest.Antwort antwort = rest.als("admin").lies(vorlage.replace("{vorgang}", vorgang).replace("{arbeit}", arbeit), "*/*");
            assertThat(antwort.text()).contains("Rita Muster");
            assertThat(eintraegeZu(vorgang)).containsExactly(new Eintrag("admin", "Fehlermeldung", false));
        } finally {
            engine.getRepositoryService().deleteDeployment(bereitstellung, true);
        }
    }

    @Test
    @DisplayName("Wem das Lesen verwehrt wird, der hat nichts gelesen")
    void verwehrt() {
        Fall fall = new Fall();
        assertThat(rest.als("kaemmerei").get("/engine-rest/task/" + fall.aufgabe.getId() + "/variables").status()).isEqualTo(403);
        assertThat(rest.als("kaemmerei").get("/api/akten/" + fall.akte.id()).status()).isEqualTo(404);
        assertThat(fall.eintraege()).isEmpty();
    }

    @Test
    @DisplayName("Dieselbe Person, Akte und Art steht in zehn Minuten einmal da, danach wieder; eine andere Person für sich")
    void hoechstensAlleZehnMinuten() {
        Fall fall = new Fall();
        String pfad = "/engine-rest/process-instance/" + fall.akte.id() + "/variables?deserializeValues=false";
        rest.als("admin").get(pfad);
        rest.als("admin").get(pfad);
        rest.als("admin").get("/engine-rest/execution/" + fall.akte.id() + "/localVariables?deserializeValues=false");
        assertThat(fall.eintraege()).hasSize(1);
        rest.als(IB).get("/engine-rest/task/" + fall.aufgabe.getId() + "/variables?deserializeValues=false");
        assertThat(fall.eintraege()).extracting(Eintrag::person).containsExactly(IB, "admin");
        ClockUtil.offset(ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis() + 10 * 60_000L);
        rest.als("admin").get(pfad);
        assertThat(fall.eintraege()).extracting(Eintrag::person).containsExactly("admin", IB, "admin");
    }

    @Test
    @DisplayName("Ein Zugriff auf Vertrauliches ist als solcher gekennzeichnet")
    void vertraulich() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "interessen-notieren");
        akte.erledige(IB, "interessen-notieren", zeile("interessenKeine", false,
                "interessen", List.of(zeile("thema", "Standort", "wer", "Fraktion", "interesse", "Ruhe"))));
        akte.erledige(IB, "akte-nachtragen", zeile("nachtragArt", "thema", "themaOeffnen", "interessen", "themaGrund", "Neue Gespräche"));
        String aufgabe = akte.aufgabe("interessen-notieren").getId();
        assertThat(rest.als(IB).get("/engine-rest/task/" + aufgabe + "/form-variables?deserializeValues=false").status()).isEqualTo(200);
        assertThat(eintraegeZu(akte.id())).containsExactly(new Eintrag(IB, "Formular", true));
    }

    @Test
    @DisplayName("Der Eintrag nennt Person, Kommune, Akte und Zeit und lässt sich danach suchen; auch das Lesen des Protokolls steht darin")
    void suche() {
        Fall fall = new Fall();
        rest.als(IB).get("/engine-rest/task/" + fall.aufgabe.getId());
        JsonNode eintrag = rest.als("admin").get("/api/zugriffe?person=" + IB + "&seit=2026-11-24&akte=" + fall.akte.id()).json().path(0);
        assertThat(eintrag.path("person").asText()).isEqualTo(IB);
        assertThat(eintrag.path("kommune").asText()).isEqualTo("09999999");
        assertThat(eintrag.path("prozessinstanz").asText()).isEqualTo(fall.akte.id());
        assertThat(eintrag.path("aktenzeichen").asText()).isEqualTo(fall.zeichen);
        assertThat(eintrag.path("zeitpunkt").asText()).startsWith("2026-11-24T");
        assertThat(rest.als("admin").get("/api/zugriffe?akte=" + fall.zeichen + "&seit=2026-11-25").json()).isEmpty();
        assertThat(rest.als("admin").get("/api/zugriffe?akte=" + fall.zeichen + "&person=kaemmerei").json()).isEmpty();
        assertThat(rest.als("admin").get("/api/zugriffe?akte=" + fall.zeichen + "&vor=" + eintrag.path("nummer").asLong()).json()).isEmpty();
        assertThat(rest.als("admin").get("/api/zugriffe?person=admin").text()).contains("Zugriffsprotokoll");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {IB, "verwaltungsspitze", "prozessverantwortung", "modellpflege", "stakeholder"})
    @DisplayName("Nur die Administration liest und prüft das Protokoll: sonst 403 mit einem deutschen Satz")
    void nurAdministration(String rolle) {
        for (String pfad : List.of("/api/zugriffe", "/api/zugriffe/pruefung", "/api/zugriffe?akte=x")) {
            Rest.Antwort antwort = rest.als(rolle).get(pfad);
            assertThat(antwort.status()).as(pfad).isEqualTo(403);
            assertThat(antwort.art()).startsWith("application/problem+json");
            assertThat(antwort.json().path("detail").asText()).contains("Administration").endsWith(".");
        }
        assertThat(rest.ohneAnmeldung().get("/api/zugriffe").status()).isEqualTo(401);
    }

    @Test
    @DisplayName("Ein unlesbarer Tag: 400 mit einem deutschen Satz")
    void unlesbarerTag() {
        Rest.Antwort antwort = rest.als("admin").get("/api/zugriffe?seit=gestern");
        assertThat(antwort.status()).isEqualTo(400);
        assertThat(antwort.json().path("detail").asText()).contains("JJJJ-MM-TT");
    }
}
