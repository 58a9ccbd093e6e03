package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Rest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A process, a form and a rule of its own that somebody of Modellpflege changes. */
abstract class Vorschlagsfall {

    static final String WEG = "/api/vorschlaege";

    @Autowired
    Rest rest;
    @Autowired
    ProcessEngine engine;
    @Autowired
    Vorschlaege vorschlaege;

    Rest.Person pflege;
    Pflegefall fall;

    @BeforeEach
    void bereit() {
        pflege = rest.als("modellpflege");
        fall = new Pflegefall("pflegefall-" + UUID.randomUUID().toString().substring(0, 8));
        erfolg(Hochladen.direkt(pflege, fall.dateien()));
    }

    static Rest.Antwort erfolg(Rest.Antwort antwort) {
        assertThat(antwort.status()).as(antwort.text()).isBetween(200, 204);
        return antwort;
    }

    static void problem(Rest.Antwort antwort, int status, String satz) {
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(status);
        assertThat(antwort.art()).startsWith("application/problem+json");
        assertThat(antwort.json().path("detail").asText()).contains(satz).endsWith(".");
    }

    /** A proposal that could be deployed. @return its address */
    String beginne(Rest.Person person, String titel, Map<String, byte[]> dateien) {
        String id = erfolg(person.post(WEG, Map.of("titel", titel, "notiz", "Die Satzung hat sich geändert."))).json().path("id").asText();
        erfolg(Hochladen.sende(person, WEG + "/" + id + "/dateien", dateien));
        erfolg(person.sende("PATCH", WEG + "/" + id, Map.of("stufe", "minor")));
        return WEG + "/" + id;
    }

    /** As the list of models shows it. */
    JsonNode modell(String datei) {
        return StreamSupport.stream(erfolg(pflege.get("/api/modelle")).json().spliterator(), false)
                .filter(m -> m.path("datei").asText().equals(datei)).findFirst().orElseThrow();
    }

    static List<String> texte(JsonNode liste) {
        return StreamSupport.stream(liste.spliterator(), false).map(JsonNode::asText).toList();
    }

    int bereitstellungen() {
        return rest.als("admin").get("/engine-rest/deployment/count").json().path("count").asInt();
    }

    /** @param weg address of a proposal */
    static String kennung(String weg) {
        return weg.substring(WEG.length() + 1);
    }
}
