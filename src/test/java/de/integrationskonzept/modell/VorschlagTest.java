package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.Pflegefall.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Eine Änderung an Modellen geht von der Datei bis zur Bereitstellung und wieder zurück")
class VorschlagTest {

    private static final String WEG = "/api/vorschlaege";

    @Autowired
    private Rest rest;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Vorschlaege vorschlaege;

    private Rest.Person pflege;
    private Pflegefall fall;

    @BeforeEach
    void bereit() {
        pflege = rest.als("modellpflege");
        fall = new Pflegefall("pflegefall-" + UUID.randomUUID().toString().substring(0, 8));
        erfolg(Hochladen.direkt(pflege, fall.dateien()));
    }

    private static Rest.Antwort erfolg(Rest.Antwort antwort) {
        assertThat(antwort.status()).as(antwort.text()).isBetween(200, 204);
        return antwort;
    }

    private static void problem(Rest.Antwort antwort, int status, String satz) {
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(status);
        assertThat(antwort.art()).startsWith("application/problem+json");
        assertThat(antwort.json().path("detail").asText()).contains(satz).endsWith(".");
    }

    private String beginne(Rest.Person person, String titel, Map<String, byte[]> dateien) {
        String id = erfolg(person.post(WEG, Map.of("titel", titel, "notiz", "Die Satzung hat sich geändert."))).json().path("id").asText();
        erfolg(Hochladen.sende(person, WEG + "/" + id + "/dateien", dateien));
        erfolg(person.sende("PATCH", WEG + "/" + id, Map.of("stufe", "minor")));
        return WEG + "/" + id;
    }

    private JsonNode modell(String datei) {
        return StreamSupport.stream(erfolg(pflege.get("/api/modelle")).json().spliterator(), false)
                .filter(m -> m.path("datei").asText().equals(datei)).findFirst().orElseThrow();
    }

    private static List<String> texte(JsonNode liste) {
        return StreamSupport.stream(liste.spliterator(), false).map(JsonNode::asText).toList();
    }

    private int bereitstellungen() {
        return rest.als("admin").get("/engine-rest/deployment/count").json().path("count").asInt();
    }

    private static String kennung(String weg) {
        return weg.substring(WEG.length() + 1);
    }

    @Test
    @DisplayName("Herunterladen, ändern, als Zip hochladen, prüfen, bereitstellen: Die laufende Akte zeigt das neue Formular; zurückgenommen "
            + "zeigt sie das alte")
    void hinUndZurueck() {
        String instanz = engine.getRuntimeService().startProcessInstanceByKey(fall.bpmn().replace(".bpmn", "")).getId();
        String formular = "/engine-rest/task/" + engine.getTaskService().createTaskQuery().processInstanceId(instanz).singleResult().getId()
                + "/deployed-form";
        assertThat(rest.als("kaemmerei").get(formular).text()).contains("Was ist zu tun?");
        JsonNode vorher = modell(fall.bpmn());
        assertThat(vorher.path("name").asText()).isEqualTo("Pflegefall");
        assertThat(vorher.path("art").asText()).isEqualTo("ablauf");
        assertThat(vorher.path("fassung").asText()).isEqualTo("1.0.0");
        assertThat(vorher.path("von").asText()).isNotBlank().isNotEqualTo("modellpflege");
        assertThat(vorher.path("fassungen")).singleElement().satisfies(f -> assertThat(f.path("laufend").asInt()).isEqualTo(1));
        assertThat(modell(fall.formular()).path("name").asText()).isEqualTo("Notiz schreiben (Pflegefall)");
        byte[] heruntergeladen = pflege.bytes("/api/modelle/" + fall.bpmn());
        assertThat(heruntergeladen).isEqualTo(fall.dateien().get(fall.bpmn()));

        Map<String, byte[]> satz = new LinkedHashMap<>();
        satz.put("bpmn/pflege/" + fall.bpmn(), fall.umbenannt("notiz-schreiben", "notieren"));
        satz.put("forms/pflege/" + fall.formular(), fall.frage("Was ist zu tun, und bis wann?"));
        satz.put("bpmn/regeln/" + fall.regel(), fall.dateien().get(fall.regel()));
        satz.put("__MACOSX/bpmn/._" + fall.bpmn(), new byte[] {0, 5});
        String id = erfolg(pflege.post(WEG, Map.of("titel", "Frist in der Notiz", "notiz",
                "Beschluss des Rates\nvom 3. November"))).json().path("id").asText();
        JsonNode aufnahme = erfolg(Hochladen.sende(pflege, WEG + "/" + id + "/dateien", Map.of("modelle.zip", Hochladen.zip(satz)))).json();
        assertThat(texte(aufnahme.path("angenommen"))).containsExactlyInAnyOrder(fall.bpmn(), fall.formular());
        assertThat(texte(aufnahme.path("unveraendert"))).containsExactly(fall.regel());
        erfolg(pflege.sende("PATCH", WEG + "/" + id, Map.of("stufe", "minor")));
        assertThat(erfolg(pflege.get(WEG + "/" + id + "/befunde")).json()).isEmpty();
        assertThat(pflege.bytes(WEG + "/" + id + "/dateien/" + fall.formular())).isEqualTo(fall.frage("Was ist zu tun, und bis wann?"));
        assertThat(rest.als("kaemmerei").get(formular).text()).as("nothing is in force yet").doesNotContain("bis wann?");

        String bereitstellung = erfolg(pflege.post(WEG + "/" + id + "/bereitstellung", Map.of())).json().path("bereitstellung").asText();

        assertThat(engine.getRepositoryService().createDeploymentQuery().deploymentId(bereitstellung).singleResult())
                .satisfies(d -> assertThat(d.getName()).isEqualTo("Modellpflege: Frist in der Notiz"))
                .satisfies(d -> assertThat(d.getSource()).isEqualTo("Modellpflege"));
        assertThat(engine.getRepositoryService().getDeploymentResourceNames(bereitstellung)).containsExactlyInAnyOrder(fall.bpmn(), fall.formular());
        assertThat(rest.als("kaemmerei").get(formular).text()).contains("bis wann?");
        assertThat(modell(fall.bpmn()).path("fassung").asText()).isEqualTo("1.1.0");
        assertThat(text(pflege.bytes("/api/modelle/" + fall.bpmn()))).as("nothing else has changed")
                .isEqualTo(text(fall.umbenannt("notiz-schreiben", "notieren")).replace("versionTag='1.0.0'", "versionTag=\"1.1.0\""));
        JsonNode danach = erfolg(pflege.get(WEG + "/" + id)).json();
        assertThat(danach.path("zustand").asText()).isEqualTo("bereitgestellt");
        assertThat(danach.path("notiz").asText()).isEqualTo("Beschluss des Rates\nvom 3. November");
        assertThat(danach.path("bereitgestelltVon").asText()).isEqualTo(danach.path("angelegtVon").asText()).isNotBlank();
        assertThat(danach.path("darf").path("zuruecknehmen").asBoolean()).isTrue();
        assertThat(danach.path("darf").path("umziehen").asBoolean()).isTrue();
        assertThat(danach.path("darf").path("bearbeiten").asBoolean()).isFalse();

        String zurueck = erfolg(pflege.post(WEG + "/" + id + "/ruecknahme", Map.of())).json().path("id").asText();

        JsonNode ruecknahme = erfolg(pflege.get(WEG + "/" + zurueck)).json();
        assertThat(ruecknahme.path("nimmtZurueck").asText()).isEqualTo(id);
        assertThat(texte(ruecknahme.path("dateien"))).containsExactly(fall.formular(), fall.bpmn());
        assertThat(vorschlaege.zuordnung(zurueck)).isEqualTo(Map.of(fall.bpmn().replace(".bpmn", ""), Map.of("notiz-schreiben", "notieren")));
        problem(pflege.post(WEG + "/" + id + "/ruecknahme", Map.of()), 409, "Rücknahme: Frist in der Notiz");
        erfolg(pflege.post(WEG + "/" + zurueck + "/bereitstellung", Map.of()));
        assertThat(rest.als("kaemmerei").get(formular).text()).contains("Was ist zu tun?").doesNotContain("bis wann?");
        assertThat(modell(fall.bpmn()).path("fassung").asText()).as("a former content is a new version").isEqualTo("1.2.0");
        assertThat(text(pflege.bytes("/api/modelle/" + fall.bpmn()))).contains("id=\"notieren\"").doesNotContain("notiz-schreiben");
    }

    @Test
    @DisplayName("Eine Datei, die es vorher nicht gab, bleibt bei der Rücknahme, und die Notiz sagt es")
    void neueDateiBleibt() {
        Pflegefall neu = new Pflegefall(fall.bpmn().replace(".bpmn", "") + "-neu");
        String weg = beginne(pflege, "Neuer Vorgang", Map.of(neu.formular(), neu.frage("Neu?"), fall.formular(), fall.frage("Anders?")));
        erfolg(pflege.post(weg + "/bereitstellung", Map.of()));
        JsonNode zurueck = pflege.get(WEG + "/" + erfolg(pflege.post(weg + "/ruecknahme", Map.of())).json().path("id").asText()).json();
        assertThat(texte(zurueck.path("dateien"))).containsExactly(fall.formular());
        assertThat(zurueck.path("notiz").asText()).contains("bleiben bereitgestellt").contains(neu.formular());

        String nurNeues = beginne(pflege, "Nur Neues", Map.of(new Pflegefall(kennung(weg)).formular(), new Pflegefall(kennung(weg)).frage("Neu?")));
        erfolg(pflege.post(nurNeues + "/bereitstellung", Map.of()));
        problem(pflege.post(nurNeues + "/ruecknahme", Map.of()), 409, "nur neue Dateien");
    }

    @Test
    @DisplayName("Steckt in einer von drei Dateien ein Skript, wird keine bereitgestellt, und die Antwort nennt Datei und Grund")
    void allesOderNichts() {
        byte[] skript = text(fall.ablauf("notieren", "")).replace("<bpmn:endEvent", "<bpmn:scriptTask id=\"x\" name=\"Rechnen\" "
                + "scriptFormat=\"juel\">"
                + "<bpmn:script>${1}</bpmn:script></bpmn:scriptTask><bpmn:endEvent").getBytes();
        String weg = beginne(pflege, "Halb kaputt", Map.of(fall.bpmn(), skript, fall.formular(), fall.frage("Gut?"), fall.regel(),
                fall.ergebnis("gut")));
        int vorher = bereitstellungen();

        assertThat(pflege.get(weg + "/befunde").json()).isNotEmpty().allSatisfy(b -> assertThat(b.path("datei").asText()).isEqualTo(fall.bpmn()));
        Rest.Antwort antwort = pflege.post(weg + "/bereitstellung", Map.of());

        problem(antwort, 400, "nichts geschehen");
        assertThat(antwort.json().path("befunde")).isNotEmpty().anySatisfy(b -> assertThat(b.path("ort").asText()
                + b.path("element").asText()).contains("x"));
        assertThat(bereitstellungen()).isEqualTo(vorher);
        assertThat(pflege.get(weg).json().path("zustand").asText()).isEqualTo("entwurf");
        assertThat(pflege.bytes("/api/modelle/" + fall.formular())).isEqualTo(fall.frage("Was ist zu tun?"));
        assertThat(pflege.bytes(weg + "/dateien/" + fall.regel())).as("nothing was written into the proposal").isEqualTo(fall.ergebnis("gut"));
    }

    @Test
    @DisplayName("Hat jemand dieselbe Datei inzwischen bereitgestellt, sagt die Antwort wer und wann, auch wenn beide im selben Augenblick kommen")
    void zweiAnEinerDatei() throws Exception {
        String erste = beginne(pflege, "Erste", Map.of(fall.formular(), fall.frage("Eins?")));
        String zweite = beginne(rest.als("admin"), "Zweite", Map.of(fall.formular(), fall.frage("Zwei?")));
        List<Rest.Antwort> antworten = zugleich(() -> pflege.post(erste + "/bereitstellung", Map.of()),
                () -> rest.als("admin").post(zweite + "/bereitstellung", Map.of()));
        assertThat(antworten).extracting(Rest.Antwort::status).containsExactlyInAnyOrder(200, 409);
        boolean pflegeWarSchneller = antworten.get(0).status() == 200;
        String sieger = pflegeWarSchneller ? erste : zweite;
        Rest.Antwort verlierer = antworten.get(pflegeWarSchneller ? 1 : 0);
        problem(verlierer, 409, fall.formular());
        assertThat(verlierer.json().path("detail").asText()).contains("von " + pflege.get(sieger).json().path("angelegtVon").asText())
                .contains("24.11.2026");
        String unterlegen = pflegeWarSchneller ? zweite : erste;
        erfolg(pflege.sende("DELETE", unterlegen + "/dateien/" + fall.formular(), null));
        erfolg(Hochladen.sende(pflege, unterlegen + "/dateien", Map.of(fall.formular(), fall.frage("Eins und zwei?"))));
        erfolg(pflege.post(unterlegen + "/bereitstellung", Map.of()));
    }

    @Test
    @DisplayName("Wer dieselbe Änderung zweimal zugleich bereitstellt, stellt sie einmal bereit")
    void einmal() throws Exception {
        String weg = beginne(pflege, "Doppelklick", Map.of(fall.formular(), fall.frage("Einmal?")));
        int vorher = bereitstellungen();
        List<Rest.Antwort> antworten = zugleich(() -> pflege.post(weg + "/bereitstellung", Map.of()), () -> pflege.post(weg + "/bereitstellung",
                Map.of()));
        assertThat(antworten).extracting(Rest.Antwort::status).containsExactlyInAnyOrder(200, 409);
        assertThat(bereitstellungen()).isEqualTo(vorher + 1);
    }

    private static List<Rest.Antwort> zugleich(Callable<Rest.Antwort> eins, Callable<Rest.Antwort> zwei) throws Exception {
        ExecutorService zweiLeute = Executors.newFixedThreadPool(2);
        try {
            List<Rest.Antwort> antworten = new ArrayList<>();
            for (Future<Rest.Antwort> antwort : zweiLeute.invokeAll(List.of(eins, zwei))) {
                antworten.add(antwort.get());
            }
            return antworten;
        } finally {
            zweiLeute.shutdown();
        }
    }

    @Test
    @DisplayName("Zwei Fenster: Wer einen alten Stand vor sich hat, überschreibt nichts")
    void zweiFenster() {
        String weg = beginne(pflege, "Zwei Fenster", Map.of(fall.formular(), fall.frage("Eins?")));
        int gesehen = pflege.get(weg).json().path("revision").asInt();
        byte[] ausEditor = fall.frage("Aus dem Editor?");
        Rest.Antwort gelegt = pflege.sende("PUT", weg + "/dateien/" + fall.formular() + "?revision=" + gesehen, "application/json",
                HttpRequest.BodyPublishers.ofByteArray(ausEditor));
        assertThat(erfolg(gelegt).json().path("revision").asInt()).isGreaterThan(gesehen);

        for (Rest.Antwort zuSpaet : List.of(pflege.sende("PATCH", weg + "?revision=" + gesehen, Map.of("titel", "Überschrieben")),
                pflege.sende("PUT", weg + "/dateien/" + fall.formular() + "?revision=" + gesehen, "application/json",
                        HttpRequest.BodyPublishers.ofByteArray(fall.frage("Überschrieben?"))),
                pflege.sende("DELETE", weg + "/dateien/" + fall.formular() + "?revision=" + gesehen, null),
                pflege.sende("DELETE", weg + "?revision=" + gesehen, null),
                pflege.post(weg + "/bereitstellung?revision=" + gesehen, Map.of()))) {
            problem(zuSpaet, 409, "inzwischen bearbeitet");
        }
        assertThat(pflege.bytes(weg + "/dateien/" + fall.formular())).isEqualTo(ausEditor);
        assertThat(pflege.get(weg).json().path("titel").asText()).isEqualTo("Zwei Fenster");
    }

    @Test
    @DisplayName("Verworfenes und Bereitgestelltes ändert niemand mehr, und ohne Änderung oder Reichweite gibt es nichts bereitzustellen")
    void amEnde() {
        String weg = beginne(pflege, "Weg damit", Map.of(fall.formular(), fall.frage("Weg?")));
        erfolg(pflege.sende("DELETE", weg, null));
        problem(pflege.post(weg + "/bereitstellung", Map.of()), 409, "schon verworfen");
        problem(Hochladen.sende(pflege, weg + "/dateien", Map.of(fall.formular(), fall.frage("Doch?"))), 409, "schon verworfen");
        problem(pflege.sende("PATCH", weg, Map.of("titel", "Doch")), 409, "schon verworfen");
        problem(pflege.post(weg + "/ruecknahme", Map.of()), 409, "bereitgestellt");
        problem(pflege.post(weg + "/freigabe", Map.of()), 409, "nicht nötig");

        String leer = WEG + "/" + pflege.post(WEG, Map.of("titel", "Nichts")).json().path("id").asText();
        problem(pflege.post(leer + "/bereitstellung", Map.of()), 409, "ändert nichts");
        erfolg(pflege.sende("PUT", leer + "/dateien/" + fall.regel(), "application/xml",
                HttpRequest.BodyPublishers.ofByteArray(fall.dateien().get(fall.regel()))));
        problem(pflege.post(leer + "/bereitstellung", Map.of()), 409, "ändert nichts");
        erfolg(pflege.sende("PUT", leer + "/dateien/" + fall.regel(), "application/xml",
                HttpRequest.BodyPublishers.ofByteArray(fall.ergebnis("bald"))));
        problem(pflege.post(leer + "/bereitstellung", Map.of()), 409, "wie weit");
        erfolg(pflege.sende("PATCH", leer, Map.of("stufe", "major")));
        erfolg(pflege.post(leer + "/bereitstellung", Map.of()));
        assertThat(modell(fall.regel()).path("fassung").asText()).isEqualTo("2.0.0");
        assertThat(modell(fall.regel()).path("name").asText()).isEqualTo("Wann zu notieren ist");
        problem(pflege.sende("DELETE", leer, null), 409, "schon bereitgestellt");
        vorschlaege.ordneZu(kennung(leer), Map.of("pflegefall", Map.of("alt", "neu")));
        assertThat(pflege.get(leer).json().path("zustand").asText()).as("its mapping may still be completed").isEqualTo("bereitgestellt");
    }

    @Test
    @DisplayName("Wer geht und vergessen wird, steht auch an Änderungen nicht mehr")
    void vergessen() {
        var personen = engine.getIdentityService();
        var neu = personen.newUser("m.pflegerin");
        neu.setFirstName("Marta");
        neu.setLastName("Pflegerin");
        neu.setPassword(Anwendungstest.PASSWORT);
        personen.saveUser(neu);
        personen.createMembership("m.pflegerin", "modellpflege");
        Rest.Person marta = rest.als("m.pflegerin");
        String weg = beginne(marta, "Von Marta", Map.of(fall.formular(), fall.frage("Marta?")));
        erfolg(marta.post(weg + "/bereitstellung", Map.of()));
        assertThat(pflege.get(weg).json().path("bereitgestelltVon").asText()).isEqualTo("Marta Pflegerin");
        assertThat(rest.als("admin").get("/api/personen/m.pflegerin/daten").text()).contains("Änderungen an Modellen");

        erfolg(rest.als("admin").post("/api/personen/m.pflegerin/vergessen", Map.of("name", List.of(), "bestaetigung", true)));

        JsonNode danach = pflege.get(weg).json();
        assertThat(danach.path("angelegtVon").asText()).isEqualTo("ehemalige Person");
        assertThat(danach.path("bereitgestelltVon").asText()).isEqualTo("ehemalige Person");
        assertThat(vorschlaege.lies(kennung(weg)).angelegtVon()).startsWith("Person ");
        assertThat(pflege.bytes(weg + "/dateien/" + fall.formular())).as("a model is no personal data").isEqualTo(fall.frage("Marta?"));
    }
}
