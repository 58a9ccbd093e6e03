package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Rest;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Deploys the set of files as the Modeler does, and sees whether anything has come of it. */
@Component
class Musterablage {

    private static final List<String> TABELLEN = List.of("ACT_RE_DEPLOYMENT", "ACT_RE_PROCDEF", "ACT_RE_DECISION_DEF", "ACT_RE_CAMFORMDEF",
            "ACT_GE_BYTEARRAY");

    private final Rest rest;
    private final ProcessEngine engine;
    private final JdbcTemplate datenbank;

    Musterablage(Rest rest, ProcessEngine engine, JdbcTemplate datenbank) {
        this.rest = rest;
        this.engine = engine;
        this.datenbank = datenbank;
    }

    /** While the good set is deployed. */
    void mitBereitgestelltem(Runnable geschichte) {
        Rest.Antwort antwort = stelleBereit(Mustersatz.gut(), null);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        try {
            geschichte.run();
        } finally {
            engine.getRepositoryService().deleteDeployment(antwort.json().path("id").asText(), true);
        }
    }

    /** How many rows of every kind there are. */
    Map<String, Long> zeilen() {
        Map<String, Long> zeilen = new TreeMap<>();
        TABELLEN.forEach(tabelle -> zeilen.put(tabelle, datenbank.queryForObject("select count(*) from " + tabelle, Long.class)));
        return zeilen;
    }

    /** @param kommune whom the models are for, null for all */
    Rest.Antwort stelleBereit(Map<String, String> dateien, String kommune) {
        String grenze = "grenze" + UUID.randomUUID();
        StringBuilder teile = new StringBuilder();
        Map<String, String> felder = new HashMap<>(Map.of("deployment-name", "muster", "deployment-source", "Camunda Modeler"));
        if (kommune != null) {
            felder.put("tenant-id", kommune);
        }
        felder.forEach((name, wert) -> teile.append("--").append(grenze).append("\r\nContent-Disposition: form-data; name=\"").append(name)
                .append("\"\r\n\r\n").append(wert).append("\r\n"));
        dateien.forEach((datei, inhalt) -> teile.append("--").append(grenze).append("\r\nContent-Disposition: form-data; name=\"").append(datei)
                .append("\"; filename=\"").append(datei).append("\"\r\nContent-Type: "
                        + "application/octet-stream\r\n\r\n").append(inhalt).append("\r\n"));
        teile.append("--").append(grenze).append("--\r\n");
        return rest.als("modellpflege").sende("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=" + grenze,
                HttpRequest.BodyPublishers.ofString(teile.toString()));
    }
}
