package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Laufende Akten ziehen auf neue Fassungen um")
class UmzuegeTest {

    private static final Map<String, Map<String, String>> ZUORDNUNG = Map.of(Probevorgang.TEIL, Map.of("pruefen", "antrag-pruefen", "erinnern",
            "erinnern"));

    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    Umzugsspiel spiel;
    @Autowired
    Umzuege umzuege;
    @Autowired
    Umzugsbuch buch;
    @Autowired
    Vorschlaege vorschlaege;
    @Autowired
    Rest rest;

    @BeforeEach
    void stelleBereit() {
        spiel.stelleBereit(Probevorgang.anfangs());
    }

    private String akte(boolean gift) {
        return engine.getRuntimeService().startProcessInstanceByKey(Probevorgang.VORGANG, Map.of("gift", gift)).getId();
    }

    private List<String> akten(int anzahl) {
        return IntStream.range(0, anzahl).mapToObj(i -> akte(false)).toList();
    }

    private String bereit() {
        String vorschlag = spiel.schlageVor(Probevorgang.umbenannt(), ZUORDNUNG);
        spiel.stelleBereit(vorschlag);
        return vorschlag;
    }

    private String beginne(String vorschlag, List<String> wurzeln) {
        return umzuege.beginne(vorschlag, false, wurzeln, Umzugsspiel.PERSON);
    }

    private Task aufgabe(String wurzel) {
        String teil = engine.getRuntimeService().createProcessInstanceQuery().superProcessInstanceId(wurzel).singleResult().getId();
        return engine.getTaskService().createTaskQuery().processInstanceId(teil).singleResult();
    }

    private List<String> rollen(Task aufgabe) {
        return engine.getTaskService().getIdentityLinksForTask(aufgabe.getId()).stream().map(IdentityLink::getGroupId).filter(g -> g != null)
                .toList();
    }

    @Test
    @DisplayName("Die offene Aufgabe heißt danach wie im neuen Modell und geht an die neue Rolle; Person, Frist und Wiedervorlage bleiben")
    void folgtDemModell() {
        String wurzel = akte(false);
        Task vorher = aufgabe(wurzel);
        Date tag = new Date(1_800_000_000_000L);
        vorher.setDueDate(tag);
        vorher.setFollowUpDate(tag);
        vorher.setAssignee("controlling");
        engine.getTaskService().saveTask(vorher);
        Date erinnerung = engine.getManagementService().createJobQuery().processInstanceId(vorher.getProcessInstanceId()).singleResult().getDuedate();

        String umzug = beginne(bereit(), List.of(wurzel));
        spiel.arbeite(umzug);

        assertThat(umzuege.stand(umzug)).extracting(Fortschritt::zustand, Fortschritt::umgezogen, Fortschritt::gesamt)
                .containsExactly("fertig", 1, 1);
        Task nachher = aufgabe(wurzel);
        assertThat(nachher.getId()).isEqualTo(vorher.getId());
        assertThat(nachher.getTaskDefinitionKey()).isEqualTo("antrag-pruefen");
        assertThat(nachher.getName()).isEqualTo("Antrag genau prüfen");
        assertThat(nachher.getDescription()).isEqualTo("Bitte prüfen Sie den Antrag: Antrag genau prüfen.");
        assertThat(rollen(nachher)).containsExactly("controlling");
        assertThat(nachher.getDueDate()).isEqualTo(tag);
        assertThat(nachher.getFollowUpDate()).isEqualTo(tag);
        assertThat(nachher.getAssignee()).isEqualTo("controlling");
        assertThat(engine.getManagementService().createJobQuery().processInstanceId(vorher.getProcessInstanceId()).singleResult().getDuedate())
                .isEqualTo(erinnerung);
        assertThat(engine.getHistoryService().createHistoricTaskInstanceQuery().taskId(nachher.getId()).singleResult().getName())
                .isEqualTo("Antrag genau prüfen");
    }

    @Test
    @DisplayName("Was jemand von Hand geändert hat, bleibt")
    void vonHand() {
        String wurzel = akte(false);
        Task vorher = aufgabe(wurzel);
        vorher.setName("Antrag von Frau Muster prüfen");
        engine.getTaskService().saveTask(vorher);
        engine.getTaskService().deleteCandidateGroup(vorher.getId(), "integrationsbeauftragte");
        engine.getTaskService().addCandidateGroup(vorher.getId(), "planung");

        spiel.arbeite(beginne(bereit(), List.of(wurzel)));

        assertThat(aufgabe(wurzel).getTaskDefinitionKey()).isEqualTo("antrag-pruefen");
        assertThat(aufgabe(wurzel).getName()).isEqualTo("Antrag von Frau Muster prüfen");
        assertThat(rollen(aufgabe(wurzel))).containsExactly("planung");
    }

    @Test
    @DisplayName("Eine Akte, die nicht umziehen kann, bleibt ganz, wie sie war; die anderen ziehen um")
    void giftigeAkte() {
        List<String> gute = akten(4);
        String giftige = akte(true);
        List<String> alle = new ArrayList<>(gute);
        alle.add(giftige);
        String definition = aufgabe(giftige).getProcessDefinitionId();

        String umzug = beginne(bereit(), alle);
        spiel.arbeite(umzug);

        assertThat(umzuege.stand(umzug)).extracting(Fortschritt::umgezogen, Fortschritt::gescheitert, Fortschritt::offen).containsExactly(4, 1, 0);
        assertThat(gute).allSatisfy(wurzel -> assertThat(aufgabe(wurzel).getTaskDefinitionKey()).isEqualTo("antrag-pruefen"));
        assertThat(aufgabe(giftige).getProcessDefinitionId()).isEqualTo(definition);
        assertThat(buch.zeilen(umzug, Umzugsbuch.GESCHEITERT, 0)).singleElement().satisfies(zeile -> {
            assertThat(zeile.wurzel()).isEqualTo(giftige);
            assertThat(zeile.saetze()).singleElement().asString().startsWith("Die Akte steht bei „Sonderfall klären“ (gift) im Ablauf „Umzugsteil“");
        });
    }

    @Test
    @DisplayName("Noch einmal umziehen ändert nichts mehr")
    void nochEinmal() {
        List<String> wurzeln = akten(2);
        String vorschlag = bereit();
        spiel.arbeite(beginne(vorschlag, wurzeln));
        int fassung = jdbc.queryForObject("select REV_ from ACT_RU_TASK where ID_ = ?", Integer.class, aufgabe(wurzeln.get(0)).getId());

        String zweiter = beginne(vorschlag, wurzeln);
        spiel.arbeite(zweiter);

        assertThat(umzuege.stand(zweiter)).extracting(Fortschritt::zustand, Fortschritt::unveraendert, Fortschritt::umgezogen)
                .containsExactly("fertig", 2, 0);
        assertThat(jdbc.queryForObject("select REV_ from ACT_RU_TASK where ID_ = ?", Integer.class, aufgabe(wurzeln.get(0)).getId()))
                .isEqualTo(fassung);
        assertThat(umzuege.stand(umzuege.beginne(vorschlag, false, List.of(wurzeln.get(0)), Umzugsspiel.PERSON)).zustand()).isEqualTo("fertig");
    }

    @Test
    @DisplayName("Angehalten wartet der Rest; fortgesetzt zieht er um, und kein Auftrag tut etwas doppelt")
    void haeltAnUndSetztFort() {
        List<String> wurzeln = akten(5);
        String umzug = beginne(bereit(), wurzeln);
        List<String> auftraege = spiel.jobs(umzug).stream().map(job -> job.getId()).toList();
        assertThat(auftraege).hasSize(5);
        auftraege.subList(0, 2).forEach(spiel::fuehreAus);

        umzuege.halte(umzug);
        spiel.arbeite(umzug);
        assertThat(umzuege.stand(umzug)).extracting(Fortschritt::zustand, Fortschritt::umgezogen, Fortschritt::offen)
                .containsExactly("angehalten", 2, 3);
        assertThat(wurzeln).filteredOn(wurzel -> aufgabe(wurzel).getTaskDefinitionKey().equals("pruefen")).hasSize(3);

        umzuege.setzeFort(umzug);
        umzuege.setzeFort(umzug);
        spiel.arbeite(umzug);
        assertThat(umzuege.stand(umzug)).extracting(Fortschritt::zustand, Fortschritt::umgezogen, Fortschritt::offen).containsExactly("fertig", 5, 0);
        assertThat(wurzeln).allSatisfy(wurzel -> assertThat(aufgabe(wurzel).getTaskDefinitionKey()).isEqualTo("antrag-pruefen"));
    }

    @Test
    @DisplayName("Arbeitet gerade jemand in der Akte, kommt der Umzug danach wieder dran und scheitert nicht")
    void gleichzeitig() {
        String wurzel = akte(false);
        String umzug = beginne(bereit(), List.of(wurzel));
        String auftrag = spiel.jobs(umzug).get(0).getId();
        String aufgabe = aufgabe(wurzel).getId();
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        stoere(configuration, auftrag, aufgabe);
        assertThat(umzuege.stand(umzug).offen()).isEqualTo(1);
        assertThat(buch.zeilen(umzug, null, 0).get(0).zustand()).isEqualTo(Umzugsbuch.OFFEN);
        assertThat(spiel.jobs(umzug)).singleElement().satisfies(job -> assertThat(job.getRetries()).isEqualTo(3));

        spiel.arbeite(umzug);
        assertThat(umzuege.stand(umzug).umgezogen()).isEqualTo(1);
        assertThat(aufgabe(wurzel).getPriority()).isEqualTo(77);
    }

    /** The job has read the file when somebody else changes its task. */
    private void stoere(ProcessEngineConfigurationImpl configuration, String auftrag, String aufgabe) {
        Umzugsstoerer.dazwischen(() -> configuration.getCommandExecutorTxRequiresNew().execute(context -> {
            context.getTaskManager().findTaskById(aufgabe).setPriority(77);
            return null;
        }));
        try {
            engine.getManagementService().executeJob(auftrag);
            throw new AssertionError("nobody came between");
        } catch (OptimisticLockingException erwartet) {
            // the engine's job executor tries again
        } finally {
            Umzugsstoerer.dazwischen(null);
        }
    }

    @Test
    @DisplayName("Umziehen lässt sich erst, was bereitgestellt ist, und nicht zweimal zugleich")
    void zurRechtenZeit() {
        String vorschlag = spiel.schlageVor(Probevorgang.umbenannt(), ZUORDNUNG);
        akte(false);
        abgelehnt("/api/vorschlaege/" + vorschlag + "/umzug", "{}", 409, "erst, wenn die Änderung bereitgestellt ist");
        spiel.stelleBereit(vorschlag);
        Rest.Antwort begonnen = rest.als("modellpflege").post("/api/vorschlaege/" + vorschlag + "/umzug", "{}");
        assertThat(begonnen.status()).as(begonnen.text()).isEqualTo(200);
        abgelehnt("/api/vorschlaege/" + vorschlag + "/umzug", "{}", 409, "schon einen Umzug, der nicht fertig ist");
        jdbc.update("update IK_MODELLVORSCHLAG set STUFE = 'major' where ID = ?", vorschlag);
        abgelehnt("/api/vorschlaege/" + vorschlag + "/umzug", "{}", 409, "gilt nur für neue Akten");
        umzuege.halte(begonnen.json().path("umzug").asText());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{\"akten\": []}", "{\"akten\": [\"gibt-es-nicht\"]}", "{\"akten\": \"alle\"}", "{\"akten\": [null]}",
            "{\"akten\": [\"' or 1=1\"]}", "kein json"})
    @DisplayName("Unsinnige Auswahlen werden abgelehnt, und es beginnt nichts")
    void unsinn(String angaben) {
        String vorschlag = bereit();
        int vorher = jdbc.queryForObject("select count(*) from IK_UMZUG", Integer.class);
        Rest.Antwort antwort = rest.als("modellpflege").post("/api/vorschlaege/" + vorschlag + "/umzug", angaben);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
        assertThat(antwort.art()).contains("problem+json");
        assertThat(jdbc.queryForObject("select count(*) from IK_UMZUG", Integer.class)).isEqualTo(vorher);
    }

    @Test
    @DisplayName("Über die Schnittstelle: beginnen, anhalten, fortsetzen, nachsehen; nur die Modellpflege")
    void schnittstelle() {
        List<String> wurzeln = akten(2);
        String vorschlag = bereit();
        assertThat(rest.als("integrationsbeauftragte").post("/api/vorschlaege/" + vorschlag + "/umzug", Map.of("akten", wurzeln)).status())
                .isEqualTo(403);
        Rest.Person wer = rest.als("modellpflege");
        String umzug = wer.post("/api/vorschlaege/" + vorschlag + "/umzug", Map.of("akten", wurzeln)).json().path("umzug").asText();
        assertThat(wer.post("/api/umzuege/" + umzug + "/halt", null).status()).isEqualTo(204);
        assertThat(wer.get("/api/umzuege/" + umzug).json().path("zustand").asText()).isEqualTo("angehalten");
        assertThat(wer.post("/api/umzuege/" + umzug + "/weiter", null).status()).isEqualTo(204);
        spiel.arbeite(umzug);
        JsonNode stand = wer.get("/api/umzuege/" + umzug).json();
        assertThat(stand.path("zustand").asText()).isEqualTo("fertig");
        assertThat(stand.path("umgezogen").asInt()).isEqualTo(2);
        assertThat(stand.path("begonnenVon").asText()).isNotEmpty();
        JsonNode akten = wer.get("/api/umzuege/" + umzug + "/akten?ergebnis=umgezogen&ab=0").json();
        assertThat(akten).hasSize(2);
        assertThat(akten.get(0).path("saetze").get(0).asText()).startsWith("Aus „Antrag prüfen“");
        assertThat(wer.get("/api/umzuege/" + umzug + "/akten?ergebnis=alles").status()).isEqualTo(400);
        assertThat(wer.get("/api/umzuege/" + umzug + "/akten?ab=-1").status()).isEqualTo(400);
        assertThat(wer.get("/api/umzuege/gibt-es-nicht").status()).isEqualTo(404);
        assertThat(wer.post("/api/umzuege/gibt-es-nicht/halt", null).status()).isEqualTo(404);
        assertThat(rest.als("integrationsbeauftragte").get("/api/umzuege/" + umzug).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("Akten anderer Kommunen stehen ohne Aktenzeichen in der Liste; die Administration sieht alle")
    void fremdeKommune() {
        String wurzel = akte(false);
        String umzug = beginne(bereit(), List.of(wurzel));
        jdbc.update("update ACT_HI_PROCINST set TENANT_ID_ = 'andere', BUSINESS_KEY_ = 'A-17' where ID_ = ?", wurzel);
        JsonNode fremd = rest.als("modellpflege").get("/api/umzuege/" + umzug + "/akten").json().get(0);
        assertThat(fremd.path("fremd").asBoolean()).isTrue();
        assertThat(fremd.path("aktenzeichen").isNull()).isTrue();
        JsonNode eigene = rest.als("admin").get("/api/umzuege/" + umzug + "/akten").json().get(0);
        assertThat(eigene.path("fremd").asBoolean()).isFalse();
        assertThat(eigene.path("aktenzeichen").asText()).isEqualTo("A-17");
        spiel.arbeite(umzug);
    }

    private void abgelehnt(String pfad, String angaben, int status, String satz) {
        Rest.Antwort antwort = rest.als("modellpflege").post(pfad, angaben);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(status);
        assertThat(antwort.json().path("detail").asText()).contains(satz);
    }
}
