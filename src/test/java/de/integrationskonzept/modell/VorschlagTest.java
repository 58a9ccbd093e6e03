package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.Pflegefall.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Eine Änderung an Modellen geht von der Datei bis zur Bereitstellung und wieder zurück")
class VorschlagTest extends Vorschlagsfall {

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
