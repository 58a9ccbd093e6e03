package de.integrationskonzept.rolle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

@Anwendungstest
@DirtiesContext
@Tag("eigene-anwendung") // with a second Kommune everything else would be different, too
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("Kommunen und Personen aus einer Datei")
class KommunenTest {

    private static final String KOPF = "kommune;name;art;gremium;leitung;kennung;vorname;nachname;mail;rollen;passwort\n";
    private static final String GEHEIM = "Sehr-Geheim-2026";
    private static final List<String> TABELLEN = List.of("ACT_ID_USER", "ACT_ID_MEMBERSHIP", "ACT_ID_TENANT", "ACT_ID_TENANT_MEMBER",
            "ACT_RU_AUTHORIZATION", "IK_KOMMUNE", "ACT_HI_OP_LOG");

    @Autowired
    private Rest rest;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Spiel spiel;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Laender laender;

    /** An own official key and name for each story. */
    private final String schluessel = "0%d%03d%03d".formatted(1 + new Random().nextInt(9), new Random().nextInt(1000), new Random().nextInt(1000));
    private final String name = "Stadt " + schluessel;

    private Rest.Antwort sende(String wer, String inhalt, boolean probe) {
        return rest.als(wer).sende("POST", "/api/kommunen?probe=" + probe, "text/csv; charset=utf-8",
                HttpRequest.BodyPublishers.ofByteArray(inhalt.getBytes(StandardCharsets.UTF_8)));
    }

    private JsonNode uebernimm(String zeilen) {
        Rest.Antwort antwort = sende("admin", KOPF + zeilen, false);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return antwort.json();
    }

    private String kommune() {
        return schluessel + ";" + name + ";Kreisfreie Stadt;Stadtrat;Oberbürgermeisterin";
    }

    private String zeile(String wer, String rollen) {
        return kommune() + ";" + wer(wer) + ";Erika;Muster;e@example.org;" + rollen + ";" + Anwendungstest.PASSWORT + "\n";
    }

    private String wer(String wer) {
        return wer + schluessel;
    }

    private Map<String, Object> bestand() {
        Map<String, Object> bestand = new TreeMap<>();
        TABELLEN.forEach(t -> bestand.put(t, jdbc.queryForList("select * from " + t).stream().map(Object::toString).sorted().toList()));
        return bestand;
    }

    @Test
    @DisplayName("Der Amtliche Gemeindeschlüssel einer Kommune, die anders heißt, steht in einer eigenen Spalte; andere Dateien brauchen sie nicht")
    void eigenerSchluessel() {
        assertThat(sende("admin", "kommune;schluessel\n09999999;7777\n", false).text()).contains("„7777“ ist kein Amtlicher Gemeindeschlüssel");
        assertThat(sende("admin", "kommune;schluessel\n09999999;05111000\n", false).status()).isEqualTo(200);
        assertThat(laender.jeKommune()).containsEntry("09999999", "05");
        uebernimm(kommune() + ";;;;;;\n");
        assertThat(laender.jeKommune()).containsEntry("09999999", "05").containsEntry(schluessel, schluessel.substring(0, 2));
    }

    @Test
    @DisplayName("Die Probe sagt, was geschähe, und ändert nichts; die Übernahme tut genau das; noch einmal ändert sie nichts")
    void probeUebernahmeNochmal() {
        String datei = KOPF + zeile("ib", "integrationsbeauftragte") + zeile("kasse", "Kämmerei | Personal");
        var vorher = bestand();
        JsonNode probe = sende("admin", datei, true).json();
        assertThat(bestand()).isEqualTo(vorher);

        JsonNode bericht = sende("admin", datei, false).json();
        assertThat(bericht.path("personen")).isEqualTo(probe.path("personen"));
        assertThat(bericht.path("kommunen")).isEqualTo(probe.path("kommunen"));
        assertThat(bericht.path("kommunen").get(0).path("zustand").asText()).isEqualTo("neu");
        assertThat(engine.getIdentityService().createGroupQuery().groupMember(wer("kasse")).list()).extracting("id")
                .containsExactlyInAnyOrder("kaemmerei", "personal");
        assertThat(engine.getIdentityService().createTenantQuery().userMember(wer("kasse")).list()).extracting("id").containsExactly(schluessel);

        var nachher = bestand();
        JsonNode nochmal = sende("admin", datei, false).json();
        assertThat(nochmal.path("personen").findValuesAsText("zustand")).containsOnly("unveraendert");
        assertThat(bestand()).isEqualTo(nachher);
    }

    @Test
    @DisplayName("Alles oder nichts: Eine fehlerhafte Zeile hält die ganze Datei auf, und jeder Fehler nennt seine Zeile")
    void allesOderNichts() {
        var vorher = bestand();
        Rest.Antwort antwort = sende("admin", KOPF + zeile("gut", "planung") + zeile("schlecht", "wahrsagerei")
                + "1234;x;;;;;;;;;\n\n" + schluessel + ";;;;;Üble Kennung;A;B;;planung;\n", false);
        assertThat(antwort.status()).isEqualTo(400);
        assertThat(antwort.art()).startsWith("application/problem+json");
        JsonNode fehler = antwort.json().path("fehler");
        assertThat(fehler.findValuesAsText("zeile")).startsWith("3", "4", "6");
        assertThat(fehler.get(0).path("satz").asText()).contains("„wahrsagerei“ gibt es nicht");
        assertThat(bestand()).isEqualTo(vorher);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"=1+1", "+49", "-2", "@SUM(A1)", "A\u202Eb", "\"A\nB\""})
    @DisplayName("Formeln, unsichtbare Zeichen und Zeilenumbrüche kommen nicht hinein")
    void formeln(String wert) {
        Rest.Antwort antwort = sende("admin", KOPF + kommune() + ";" + wer("x") + ";" + wert + ";Muster;;planung;\n", false);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
        assertThat(antwort.json().path("fehler").get(0).path("zeile").asInt()).isEqualTo(2);
        assertThat(engine.getIdentityService().createTenantQuery().tenantId(schluessel).count()).isZero();
    }

    @Test
    @DisplayName("Skripte und Anführungszeichen bleiben Text")
    void skripte() {
        uebernimm(kommune() + ";" + wer("s") + ";\"<script>alert(1)</script>\";\"O'Neill; \"\"Bo\"\"\";;planung;\n");
        assertThat(engine.getIdentityService().createUserQuery().userId(wer("s")).singleResult().getLastName()).isEqualTo("O'Neill; \"Bo\"");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Semikolon mit Kennzeichen am Anfang", "Komma", "Windows"})
    @DisplayName("So, wie Tabellenkalkulationen speichern")
    void schreibweisen(String was) {
        String datei = (KOPF + zeile("t", "planung")).replace(";", was.equals("Komma") ? "," : ";").replace("\n", was.equals("Windows") ? "\r\n" : "\n");
        Rest.Antwort antwort = sende("admin", (was.equals("Komma") ? "" : "\uFEFF") + datei, true);
        assertThat(antwort.json().path("fehler")).isEmpty();
        assertThat(antwort.json().path("personen").get(0).path("kennung").asText()).isEqualTo(wer("t"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            leer                      | ''                                                        | keine Angaben
            ohne Spalte kommune       | name;art                                                  | „kommune“ fehlt
            unbekannte Spalte         | kommune;farbe                                             | „farbe“ ist nicht bekannt
            Spalte doppelt            | kommune;kommune                                           | steht doppelt
            Kreis mit acht Ziffern    | kommune;name;art;gremium;leitung~09478000;Kreis X;Landkreis;Kreistag;Landrat | passt nicht zur Art
            führende Null fehlt       | kommune;name~9478000;Ort                                  | führende Null
            neue Kommune unvollständig| kommune;name~09478001;Ort                                 | art, gremium, leitung
            falsche Art               | kommune;name;art~09478002;Ort;Fürstentum                  | Möglich sind: Kreisfreie Stadt
            Name schon vergeben       | kommune;name;art;gremium;leitung~09478003;Musterkommune;gemeinde;gemeinderat;buergermeister | hat schon eine andere
            Person ohne Kennung       | kommune;vorname~09999999;Erika                            | Kennung der Person fehlt
            neue Person ohne Rolle    | kommune;kennung;vorname;nachname~09999999;neu1;A;B        | mindestens eine Rolle
            schwaches Passwort        | kommune;kennung;vorname;nachname;rollen;passwort~09999999;neu1;A;B;planung;geheim | zu schwach
            administrative Rolle      | kommune;kennung;vorname;nachname;rollen~09999999;neu1;A;B;camunda-admin | gibt es nicht
            zu viele Spalten          | kommune;name~09999999;A;B                                 | mehr Spalten
            Anführungszeichen offen   | kommune;name~09999999;"A                                  | nicht lesbar
            """)
    @DisplayName("Jeder Fehler sagt auf Deutsch, was zu tun ist")
    void fehler(String was, String datei, String satz) {
        Rest.Antwort antwort = sende("admin", datei.replace("~", "\n"), false);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
        assertThat(antwort.json().path("fehler").toString()).contains(satz).doesNotContain("geheim");
    }

    @Test
    @DisplayName("Nicht UTF-8, kein CSV, zu groß: 4xx mit einem Satz")
    void unlesbar() {
        Rest.Antwort latin = rest.als("admin").sende("POST", "/api/kommunen", "text/csv",
                HttpRequest.BodyPublishers.ofByteArray((KOPF + "Süd").getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(latin.status()).isEqualTo(400);
        assertThat(latin.text()).contains("CSV UTF-8");
        assertThat(rest.als("admin").sende("POST", "/api/kommunen", "text/plain", HttpRequest.BodyPublishers.ofString(KOPF)).status()).isEqualTo(415);
        assertThat(sende("admin", KOPF + "x".repeat(1 << 20), false).status()).isEqualTo(413);
        assertThat(rest.als("admin").sende("POST", "/api/kommunen?probe=vielleicht", "text/csv", HttpRequest.BodyPublishers.ofString(KOPF))
                .status()).isEqualTo(400);
    }

    @Test
    @DisplayName("Ein Passwort steht weder im Bericht noch im Protokoll; ohne Passwort kommt niemand hinein")
    void passwoerter(CapturedOutput ausgabe) {
        String bericht = uebernimm(kommune() + ";" + wer("mit") + ";Ute;Beispiel;;planung;" + GEHEIM + "\n" + schluessel + ";;;;;" + wer("ohne")
                + ";Udo;Beispiel;;planung;\n").toString();
        assertThat(bericht).doesNotContain(GEHEIM);
        assertThat(ausgabe.getAll()).doesNotContain(GEHEIM);
        assertThat(engine.getIdentityService().checkPassword(wer("mit"), GEHEIM)).isTrue();
        assertThat(Rest.lies(bericht).path("personen").get(1).path("passwortFehlt").asBoolean()).isTrue();
        assertThat(engine.getIdentityService().checkPassword(wer("ohne"), "")).isFalse();
        assertThat(engine.getIdentityService().checkPassword(wer("ohne"), "null")).isFalse();
        engine.getIdentityService().createUserQuery().userId(wer("ohne")).list().forEach(p -> assertThat(p.getPassword()).isNotBlank());
    }

    @ParameterizedTest(name = "{0} → 403")
    @ValueSource(strings = {"integrationsbeauftragte", "modellpflege", "prozessverantwortung", "stakeholder"})
    @DisplayName("Das kann nur die Administration")
    void nurAdministration(String rolle) {
        var vorher = bestand();
        for (Rest.Antwort antwort : List.of(rest.als(rolle).get("/api/kommunen"), sende(rolle, KOPF + zeile("x", "planung"), true),
                rest.als(rolle).sende("DELETE", "/api/personen/planung", null),
                rest.als(rolle).post("/api/personen/planung/uebergabe", Map.of("an", rolle)))) {
            assertThat(antwort.status()).as(antwort.text()).isEqualTo(403);
            assertThat(antwort.art()).startsWith("application/problem+json");
        }
        assertThat(bestand()).isEqualTo(vorher);
    }

    @Test
    @DisplayName("Die Stammdaten stehen in der Liste, auch nach einer Umbenennung")
    void stammdaten() {
        uebernimm(kommune() + "\n");
        JsonNode eintrag = eintrag();
        assertThat(eintrag.path("art").asText()).isEqualTo("kreisfreie-stadt");
        assertThat(eintrag.path("leitungText").asText()).isEqualTo("Oberbürgermeisterin");
        JsonNode bericht = uebernimm(schluessel + ";" + name + " neu;;;Oberbürgermeister\n");
        assertThat(bericht.path("kommunen").get(0).path("zustand").asText()).isEqualTo("geaendert");
        assertThat(eintrag().path("name").asText()).isEqualTo(name + " neu");
        assertThat(eintrag().path("leitung").asText()).isEqualTo("oberbuergermeister");
        assertThat(eintrag().path("gremium").asText()).isEqualTo("stadtrat");
    }

    private JsonNode eintrag() {
        return StreamSupport.stream(rest.als("admin").get("/api/kommunen").json().spliterator(), false)
                .filter(k -> k.path("id").asText().equals(schluessel)).findFirst().orElseThrow();
    }

    private Spiel.Akte akte() {
        Map<String, Object> angaben = new TreeMap<>(Map.of("kommuneTyp", "kreisfreie-stadt", "kommuneName", name, "einwohner", 120000,
                "verfahrenWunsch", "ausfuehrlich", "planBeginn", "2027-01-01", "planEnde", "2028-12-31"));
        return spiel.beginneAls(wer("ib"), angaben);
    }

    @Test
    @DisplayName("Eine Rolle, die nur in einer anderen Kommune jemand hat, ist hier unbesetzt: Die Aufgabe liegt auch bei der Integrationsbeauftragten")
    void unbesetzteRolle() {
        uebernimm(zeile("ib", "integrationsbeauftragte") + zeile("kasse", "kaemmerei"));
        assertThat(gruppenVon("kaemmerei")).containsExactly("kaemmerei");
        assertThat(gruppenVon("verwaltungsspitze")).containsExactlyInAnyOrder("verwaltungsspitze", "integrationsbeauftragte");
        assertThat(gruppen("integrationsbeauftragte", "verwaltungsspitze")).as("in der ersten Kommune")
                .containsExactly("verwaltungsspitze");
    }

    private List<String> gruppenVon(String rolle) {
        return gruppen(wer("ib"), rolle);
    }

    /** To whom a task for that role goes, begun by that person. */
    private List<String> gruppen(String person, String rolle) {
        BpmnModelInstance modell = Bpmn.createExecutableProcess("rolle-" + rolle).camundaHistoryTimeToLive(1).startEvent()
                .userTask("probe").name("Probe").camundaCandidateGroups(rolle).endEvent().done();
        engine.getRepositoryService().createDeployment().enableDuplicateFiltering(true).name("rolle").addModelInstance("rolle-" + rolle
                + ".bpmn", modell).deploy();
        String instanz = spiel.als(person, () -> ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> engine.getRuntimeService().startProcessInstanceByKey("rolle-" + rolle)
                        .getId())));
        return jdbc.queryForList("select L.GROUP_ID_ from ACT_RU_IDENTITYLINK L join ACT_RU_TASK T on L.TASK_ID_ = T.ID_ "
                + "where T.PROC_INST_ID_ = ?", String.class, instanz);
    }

    @Test
    @DisplayName("Wer geht, gibt zurück, was er übernommen hatte; ist sonst niemand in der Rolle, liegt es bei der Integrationsbeauftragten")
    void personGeht() {
        uebernimm(zeile("ib", "integrationsbeauftragte") + zeile("ib2", "integrationsbeauftragte"));
        Task aufgabe = akte().aufgabe("auftrag-klaeren");
        engine.getTaskService().setAssignee(aufgabe.getId(), wer("ib"));

        Rest.Antwort antwort = rest.als("admin").sende("DELETE", "/api/personen/" + wer("ib"), null);

        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        assertThat(antwort.json().path("aufgaben").asInt()).isEqualTo(1);
        assertThat(engine.getTaskService().createTaskQuery().taskId(aufgabe.getId()).taskUnassigned().taskCandidateGroup("integrationsbeauftragte")
                .count()).isEqualTo(1);
        assertThat(engine.getIdentityService().createUserQuery().userId(wer("ib")).count()).isZero();
        assertThat(engine.getAuthorizationService().createAuthorizationQuery().userIdIn(wer("ib")).count()).as("rights that a namesake would get").isZero();
        assertThat(rest.als(wer("ib")).get("/api/akten").status()).isEqualTo(401);
        assertThat(rest.als("admin").sende("DELETE", "/api/personen/" + wer("ib"), null).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("Verliert jemand über die Administration seine Rolle, gehen ihre Aufgaben an die Rolle zurück")
    void rolleEntzogen() {
        uebernimm(zeile("ib", "integrationsbeauftragte"));
        Task aufgabe = akte().aufgabe("auftrag-klaeren");
        engine.getTaskService().setAssignee(aufgabe.getId(), wer("ib"));
        assertThat(rest.als("admin").sende("DELETE", "/engine-rest/group/integrationsbeauftragte/members/" + wer("ib"), null).status()).isEqualTo(204);
        assertThat(engine.getTaskService().createTaskQuery().taskId(aufgabe.getId()).singleResult().getAssignee()).isNull();
        assertThat(rest.als(wer("ib")).get("/engine-rest/task/" + aufgabe.getId()).status()).isIn(403, 404);
    }

    @Test
    @DisplayName("Verlässt jemand eine Kommune, gehen deren Aufgaben zurück, die der anderen bleiben")
    void kommuneVerlassen() {
        uebernimm(zeile("ib", "integrationsbeauftragte"));
        Task aufgabe = akte().aufgabe("auftrag-klaeren");
        engine.getTaskService().setAssignee(aufgabe.getId(), wer("ib"));
        String andere = engine.getIdentityService().createTenantQuery().list().stream().map(Tenant::getId)
                .filter(k -> !k.equals(aufgabe.getTenantId())).findFirst().orElseThrow();
        for (String kommune : List.of(andere, aufgabe.getTenantId())) {
            assertThat(engine.getTaskService().createTaskQuery().taskId(aufgabe.getId()).singleResult().getAssignee()).isEqualTo(wer("ib"));
            assertThat(rest.als("admin").sende("PUT", "/engine-rest/tenant/" + kommune + "/user-members/" + wer("ib"), null).status()).isIn(204, 409);
            assertThat(rest.als("admin").sende("DELETE", "/engine-rest/tenant/" + kommune + "/user-members/" + wer("ib"), null).status()).isEqualTo(204);
        }
        assertThat(engine.getTaskService().createTaskQuery().taskId(aufgabe.getId()).singleResult().getAssignee()).isNull();
        assertThat(rest.als(wer("ib")).get("/engine-rest/task/" + aufgabe.getId()).status()).isIn(403, 404);
    }

    @Test
    @Tag("I3")
    @DisplayName("I3: Wer übernimmt, hat danach Rollen, Kommune und Aufgaben; wer übergibt, hat nichts mehr davon")
    void uebergabe() {
        uebernimm(zeile("ib", "integrationsbeauftragte|planung") + zeile("neu", "hauptamt"));
        Spiel.Akte akte = akte();
        Task aufgabe = akte.aufgabe("auftrag-klaeren");
        engine.getTaskService().setAssignee(aufgabe.getId(), wer("ib"));

        Rest.Antwort antwort = rest.als("admin").post("/api/personen/" + wer("ib") + "/uebergabe", Map.of("an", wer("neu")));

        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        assertThat(engine.getTaskService().createTaskQuery().taskId(aufgabe.getId()).singleResult().getAssignee()).isEqualTo(wer("neu"));
        assertThat(engine.getIdentityService().createGroupQuery().groupMember(wer("neu")).list()).extracting("id")
                .containsExactlyInAnyOrder("hauptamt", "integrationsbeauftragte", "planung");
        assertThat(engine.getIdentityService().createGroupQuery().groupMember(wer("ib")).count()).isZero();
        assertThat(engine.getIdentityService().createTenantQuery().userMember(wer("ib")).count()).isZero();
        assertThat(rest.als(wer("neu")).get("/api/akten/" + akte.id()).status()).isEqualTo(200);
        assertThat(rest.als(wer("ib")).get("/api/akten/" + akte.id()).status()).isEqualTo(404);
        assertThat(rest.als(wer("ib")).get("/engine-rest/task/" + aufgabe.getId()).status()).isIn(403, 404);
        assertThat(rest.als("admin").post("/api/personen/" + wer("neu") + "/uebergabe", Map.of("an", "gibt-es-nicht")).status()).isEqualTo(400);
        assertThat(rest.als("admin").post("/api/personen/gibt-es-nicht/uebergabe", Map.of("an", wer("neu"))).status()).isEqualTo(404);
        assertThat(rest.als("admin").post("/api/personen/" + wer("neu") + "/uebergabe", Map.of("an", wer("neu"))).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"/api/personen/admin", "/engine-rest/user/admin", "/engine-rest/group/camunda-admin/members/admin"})
    @DisplayName("Die letzte Person der Administration bleibt, durch welche Tür auch immer: 409")
    void letzteAdministration(String weg) {
        Rest.Antwort antwort = rest.als("admin").sende("DELETE", weg, null);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(409);
        assertThat(antwort.text()).contains("letzte Person in der Administration");
        assertThat(rest.als("admin").get("/api/kommunen").status()).isEqualTo(200);
    }

    @Test
    @Tag("I3")
    @DisplayName("I3: In der Akte übernimmt nur, wer für die Kommune arbeitet")
    void wechselInDerAkte() {
        uebernimm(zeile("ib", "integrationsbeauftragte"));
        Spiel.Akte akte = akte();
        assertThat(akte.abgelehnt(wer("ib"), "akte-nachtragen", Map.of("nachtragArt", "wechsel", "wechselArt", "federfuehrung", "wechselAn",
                "Mehmet Neu", "wechselVonKennung", wer("ib"), "wechselAnKennung", "planung", "wechselAm", "2027-03-01", "wechselPapier", "S 7",
                "wechselGrund", "Ruhestand"))).singleElement().asString().contains("arbeitet nicht für diese Kommune");
    }
}
