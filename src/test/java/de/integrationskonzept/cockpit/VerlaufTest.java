package de.integrationskonzept.cockpit;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.prozess.Spiel;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@DisplayName("Der Verlauf einer Akte, mit Regeln, Unterlagen und Störungen")
class VerlaufTest {

    private static final String GEHEIM = "Familie Müller.pdf";

    @Autowired
    Rest rest;
    @Autowired
    Spiel spiel;
    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    Verlauf verlauf;
    @Autowired
    Schritte schritte;

    private Stream<JsonNode> verlauf(String rolle, Spiel.Akte akte, String art) {
        Rest.Antwort antwort = rest.als(rolle).get("/api/akten/" + akte.id() + "/verlauf?alles=true");
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return StreamSupport.stream(antwort.json().spliterator(), false).filter(z -> art == null || z.path("art").asText().equals(art));
    }

    private List<HistoricProcessInstance> vorgaenge(Spiel.Akte akte, String prozess) {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey(prozess).list().stream()
                .filter(v -> v.getRootProcessInstanceId().equals(akte.id())).toList();
    }

    /** A file far enough that it has some of everything. */
    private Spiel.Akte akte() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "startreife-pruefen");
        Task aufgabe = akte.aufgabe("startreife-pruefen");
        spiel.als("integrationsbeauftragte", () -> engine.getTaskService().createAttachment("application/pdf", aufgabe.getId(), null, GEHEIM, null,
                new ByteArrayInputStream("%PDF-1.7".getBytes(StandardCharsets.UTF_8))));
        engine.getRuntimeService().createIncident("probe", aufgabe.getExecutionId(), null, "Adresse mueller@example.org unbekannt");
        jdbc.update("insert into IK_SENDUNG (ID, KOMMUNE, AKTENZEICHEN, WURZEL, VORGANG, ANLASS, BETREFF, INHALT, ANGELEGT, OFFEN) values "
                + "(?, ?, ?, ?, ?, 'probe', 'Es geht los, Familie Müller', 'x', timestamp '2026-11-24 08:30:00', 0)", UUID.randomUUID().toString(),
                engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(akte.id()).singleResult().getTenantId(),
                akte.wert("aktenzeichen"), akte.id(), akte.id());
        return akte;
    }

    @Test
    @Tag("R14") @Tag("R46")
    @DisplayName("Alle Aufgaben aller Vorgänge mit ihrer Rolle, der Reihe nach; R14, R46: Vertrauliches fehlt für jeden, Personen und eigene Worte für die Prozessverantwortung")
    void alles() {
        Spiel.Akte akte = akte();
        List<HistoricTaskInstance> erledigt = engine.getHistoryService().createHistoricTaskInstanceQuery().rootProcessInstanceId(akte.id())
                .taskDeleteReason("completed").list().stream().filter(t -> !t.getProcessDefinitionKey().equals("interessen")).toList();
        for (String rolle : List.of("vorgesetzte", "prozessverantwortung")) {
            List<JsonNode> zeilen = verlauf(rolle, akte, null).toList();
            assertThat(zeilen).extracting(z -> Instant.parse(z.path("am").asText())).isSorted();
            assertThat(zeilen.stream().filter(z -> z.path("art").asText().equals("AUFGABE")).map(z -> z.path("schritt").asText()))
                    .containsExactlyInAnyOrderElementsOf(erledigt.stream().map(HistoricTaskInstance::getName).toList()).contains("Mittel prüfen");
            assertThat(zeilen).filteredOn(z -> z.path("schritt").asText().equals("Mittel prüfen")).extracting(z -> z.path("rolle").asText()).containsExactly("Kämmerei");
            assertThat(zeilen).filteredOn(z -> z.path("schritt").asText().equals("Ressourcen zusagen")).extracting(z -> z.path("rolle").asText())
                    .containsExactly("Verwaltungsspitze");
            assertThat(zeilen.toString()).doesNotContain("Interessen", "mueller@example.org", "\"interessen\"");
            assertThat(zeilen).filteredOn(z -> z.path("art").asText().equals("PHASE")).extracting(z -> z.path("schritt").asText()).contains("Phase „Vorabklärung“");
            assertThat(zeilen).filteredOn(z -> z.path("art").asText().equals("STOERUNG")).hasSize(1);
            assertThat(zeilen).filteredOn(z -> z.path("art").asText().equals("VORGANG") && z.path("vorgang").asText().equals("Ressourcen"))
                    .extracting(z -> z.path("schritt").asText()).containsExactly("begonnen", "beendet");
        }
        assertThat(verlauf("prozessverantwortung", akte, null)).allSatisfy(z -> assertThat(z.path("person").isNull()).as(z.toString()).isTrue());
        assertThat(verlauf("prozessverantwortung", akte, null).toList().toString()).doesNotContain("Müller");
        assertThat(verlauf("prozessverantwortung", akte, "DATEI").map(z -> z.path("schritt").asText())).containsExactly("Datei hinzugefügt zu „Startreife prüfen“");
        assertThat(verlauf("prozessverantwortung", akte, "POST").map(z -> z.path("schritt").asText())).containsExactly("E-Mail versandt");
        assertThat(verlauf("vorgesetzte", akte, "DATEI").map(z -> z.path("schritt").asText())).containsExactly("„" + GEHEIM + "“ hinzugefügt zu „Startreife prüfen“");
        assertThat(verlauf("vorgesetzte", akte, "DATEI").map(z -> z.path("person").asText())).allMatch(p -> p.endsWith("Integrationsbeauftragte"));
        assertThat(verlauf("vorgesetzte", akte, "POST").map(z -> z.path("schritt").asText())).containsExactly("E-Mail „Es geht los, Familie Müller“ versandt");
        assertThat(verlauf("prozessverantwortung", akte, "DOKUMENT").map(z -> z.path("schritt").asText()))
                .contains("Ressourcenplan Musterstadt, Fassung 1 festgeschrieben mit „Ressourcen zusagen“");
    }

    @Test
    @DisplayName("Zu jeder Entscheidung steht die Regel da, die zutraf, in ihren Worten; wird dasselbe noch einmal gefragt, steht es nicht noch einmal da")
    void regeln() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "startreife-pruefen");
        var auftragsgrad = engine.getHistoryService().createHistoricDecisionInstanceQuery().decisionDefinitionKey("auftragsgrad").includeOutputs().list().stream()
                .filter(d -> d.getRootProcessInstanceId().equals(akte.id())).toList();
        List<String> texte = auftragsgrad.stream().map(d -> ((Rule) engine.getRepositoryService().getDmnModelInstance(d.getDecisionDefinitionId())
                .getModelElementById(d.getOutputs().get(0).getRuleId())).getDescription().getTextContent().replaceFirst("^R[^:]*: ", "")).toList();
        List<JsonNode> zeilen = verlauf("prozessverantwortung", akte, "REGEL").filter(z -> z.path("schritt").asText().equals("Wie tragfähig ist der Auftrag?")).toList();
        assertThat(texte).isNotEmpty();
        assertThat(zeilen.stream().map(z -> z.path("regeln").get(0).path("regel").asText()).distinct()).containsExactlyElementsOf(texte.stream().distinct().toList());
        assertThat(zeilen.get(zeilen.size() - 1).path("regeln").get(0).path("ergebnis").asText()).isEqualTo("Grad des Auftrags: A");
        assertThat(texte.size()).as("it was asked more often than it changed").isGreaterThanOrEqualTo(zeilen.size());
        Map<String, String> zuletzt = new HashMap<>();
        verlauf("prozessverantwortung", akte, "REGEL").forEach(z -> assertThat(z.path("regeln").toString()).as(z.toString())
                .isNotEqualTo(zuletzt.put(z.path("vorgangId").asText() + z.path("schritt").asText(), z.path("regeln").toString())));
        assertThat(verlauf("prozessverantwortung", akte, "REGEL").flatMap(z -> StreamSupport.stream(z.path("regeln").spliterator(), false))
                .map(JsonNode::toString)).as("no codes, no numbers of requirements").noneMatch(r -> r.matches(".*\"(?:regel|ergebnis)\":\"[RI]\\d+.*|.*ausfuehrlich.*"));
    }

    @Test
    @DisplayName("Wie weit ein Vorgang ist, laufend oder beendet, steht so da, wie die Engine es weiß; Vertrauliches gibt es für niemanden")
    void stand() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "startreife-pruefen");
        for (String prozess : List.of("vorabklaerung", "ressourcen")) {
            HistoricProcessInstance vorgang = vorgaenge(akte, prozess).get(0);
            Map<String, List<HistoricActivityInstance>> engineWeiss = engine.getHistoryService().createHistoricActivityInstanceQuery()
                    .processInstanceId(vorgang.getId()).list().stream().collect(Collectors.groupingBy(HistoricActivityInstance::getActivityId));
            JsonNode alles = rest.als("prozessverantwortung").get("/api/vorgaenge/" + vorgang.getId() + "/schritte").json();
            assertThat(alles.path("akte").asText()).isEqualTo(akte.id());
            assertThat(alles.path("ende").isNull()).isEqualTo(vorgang.getEndTime() == null);
            SchritteTest.alle(alles.path("schritte")).forEach(s -> {
                List<HistoricActivityInstance> male = engineWeiss.getOrDefault(s.path("id").asText(), List.of());
                String stand = s.path("stand").path("art").asText();
                assertThat(s.path("stand").path("mal").asInt()).as(s.toString()).isEqualTo(male.size());
                assertThat(stand).as(s.toString()).isIn(male.isEmpty() ? List.of("kommt", "vielleicht", "nicht")
                        : List.of(male.stream().anyMatch(m -> m.getEndTime() == null) ? "offen" : "erledigt"));
            });
        }
        Map<String, JsonNode> vorabklaerung = SchritteTest.alle(rest.als("prozessverantwortung").get("/api/vorgaenge/" + vorgaenge(akte, "vorabklaerung").get(0).getId()
                + "/schritte").json().path("schritte")).stream().collect(Collectors.toMap(s -> s.path("id").asText(), s -> s));
        assertThat(vorabklaerung.get("startreife-pruefen").path("stand").path("faellig").isNull()).isFalse();
        assertThat(vorabklaerung.get("wie-weiter").path("stand").path("art").asText()).isEqualTo("kommt");
        assertThat(vorabklaerung.get("start-freigegeben").path("stand").path("art").asText()).isEqualTo("vielleicht");
        assertThat(vorabklaerung.get("ressourcen").path("vorgaenge").get(0).asText()).isEqualTo(vorgaenge(akte, "ressourcen").get(0).getId());
        assertThat(vorabklaerung.get("interessen").path("vorgaenge")).as("that it happened, but no way there").isEmpty();
        for (String person : List.of("prozessverantwortung", "integrationsbeauftragte", "admin")) {
            assertThat(rest.als(person).get("/api/vorgaenge/" + vorgaenge(akte, "interessen").get(0).getId() + "/schritte").status()).as(person).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("Andere Kommunen und wer die Akte nicht sieht: 404")
    void fremde() {
        Spiel.Akte akte = spiel.beginne(stadt());
        String vorgang = vorgaenge(akte, "vorabklaerung").get(0).getId();
        for (String rolle : List.of("kaemmerei", "stakeholder", "modellpflege")) {
            assertThat(rest.als(rolle).get("/api/akten/" + akte.id() + "/verlauf?alles=true").status()).as(rolle).isEqualTo(404);
            assertThat(rest.als(rolle).get("/api/vorgaenge/" + vorgang + "/schritte").status()).as(rolle).isEqualTo(404);
        }
        assertThat(rest.als("admin").get("/api/vorgaenge/x%2F..%2Fy/schritte").status()).isBetween(400, 404);
        engine.getIdentityService().setAuthentication("fremd", List.of("prozessverantwortung", "integrationsbeauftragte"), List.of("09888888"));
        try {
            for (Supplier<?> lesen : List.<Supplier<?>>of(() -> verlauf.alles(akte.id()), () -> schritte.desVorgangs(vorgang))) {
                Assertions.assertThatThrownBy(lesen::get).isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.getStatus().getStatusCode()).isEqualTo(404));
            }
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
