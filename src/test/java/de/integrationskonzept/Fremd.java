package de.integrationskonzept;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.prozess.Spiel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Processes that a stranger made: nothing in the product knows them. Modellpflege deploys them through REST, as from the
 * Modeler, and whatever the product promises for every task must hold for theirs.
 */
@Component
public class Fremd {

    /** In a map of changes: leave this answer out. */
    public static final Object OHNE = new Object();
    public static final String VORGANG = "fremder-vorgang";

    private static final List<String> DATEIEN = List.of("fremder-vorgang.bpmn", "fremder-vorgang-antrag.form",
            "fremder-vorgang-haushalt-pruefen.form", "fremd-parallel.bpmn", "fremd-parallel-notiz.form", "fremd-fehler.bpmn");
    private static final List<String> TABELLEN = List.of("ACT_RU_VARIABLE", "ACT_RU_TASK", "ACT_RU_EXECUTION",
            "ACT_RU_IDENTITYLINK", "ACT_GE_BYTEARRAY", "ACT_HI_VARINST", "ACT_HI_DETAIL", "ACT_HI_TASKINST", "ACT_HI_PROCINST");

    private final ProcessEngine engine;
    private final Rest rest;
    private final Spiel spiel;
    private final JdbcTemplate jdbc;

    Fremd(ProcessEngine engine, Rest rest, Spiel spiel, JdbcTemplate jdbc) {
        this.engine = engine;
        this.rest = rest;
        this.spiel = spiel;
        this.jdbc = jdbc;
    }

    public ProcessEngine engine() {
        return engine;
    }

    public Rest rest() {
        return rest;
    }

    public Spiel spiel() {
        return spiel;
    }

    /** The deployment that Modellpflege sends; what is there unchanged is not deployed again. */
    public Rest.Antwort stelleBereit(String person) {
        String grenze = "grenze" + UUID.randomUUID();
        StringBuilder teile = new StringBuilder();
        Map<String, String> felder = Map.of("deployment-name", "fremd", "enable-duplicate-filtering", "true",
                "deployment-source", "Camunda Modeler");
        felder.forEach((name, wert) -> teile.append("--").append(grenze)
                .append("\r\nContent-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n").append(wert).append("\r\n"));
        DATEIEN.forEach(datei -> teile.append("--").append(grenze).append("\r\nContent-Disposition: form-data; name=\"")
                .append(datei).append("\"; filename=\"").append(datei)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n").append(lies(datei)).append("\r\n"));
        teile.append("--").append(grenze).append("--\r\n");
        return rest.als(person).sende("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=" + grenze,
                HttpRequest.BodyPublishers.ofString(teile.toString()));
    }

    private static String lies(String datei) {
        try {
            return new ClassPathResource("fremd/" + datei).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException fehlt) {
            throw new UncheckedIOException(fehlt);
        }
    }

    /** Makes sure that the stranger's processes are there. */
    public Fremd bereit() {
        Rest.Antwort antwort = stelleBereit("modellpflege");
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return this;
    }

    public String definition(String prozess) {
        return engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(prozess).latestVersion()
                .singleResult().getId();
    }

    /** A new instance of the stranger's process with the task "Haushalt prüfen" open. */
    public String neuerVorgang() {
        return engine.getFormService().submitStartForm(definition(VORGANG), typisiert(antrag())).getId();
    }

    /** A new instance of a process without start form. */
    public String neu(String prozess) {
        return engine.getRuntimeService().startProcessInstanceByKey(prozess).getId();
    }

    public String aufgabe(String instanz) {
        return engine.getTaskService().createTaskQuery().processInstanceId(instanz).singleResult().getId();
    }

    public String aufgabe(String instanz, String schritt) {
        return engine.getTaskService().createTaskQuery().processInstanceId(instanz).taskDefinitionKey(schritt)
                .singleResult().getId();
    }

    public boolean offen(String aufgabe) {
        return engine.getTaskService().createTaskQuery().taskId(aufgabe).count() == 1;
    }

    /**
     * How many rows of every kind there are, and how often tasks and answers were changed: equal before and after means
     * nothing was stored.
     */
    public Map<String, Object> bestand() {
        Map<String, Object> bestand = new LinkedHashMap<>();
        TABELLEN.forEach(t -> bestand.put(t, jdbc.queryForObject("select count(*) from " + t, Long.class)));
        List.of("ACT_RU_TASK", "ACT_RU_VARIABLE").forEach(t ->
                bestand.put("Stand von " + t, jdbc.queryForObject("select sum(REV_) from " + t, Long.class)));
        return bestand;
    }

    /** Names of all variables that an instance ever had. */
    public List<String> angaben(String instanz) {
        return jdbc.queryForList("select distinct NAME_ from ACT_HI_VARINST where PROC_INST_ID_ = ?", String.class, instanz);
    }

    /** Valid answers for the start form. */
    public static Map<String, Object> antrag() {
        Map<String, Object> angaben = new LinkedHashMap<>();
        angaben.put("antragsteller", "Sportverein");
        angaben.put("bearbeiter", "Frau Beispiel");
        angaben.put("antragssumme", 2500.5);
        angaben.put("kostenstellen", List.of(Map.of("value", "4711", "label", "Sport"), Map.of("value", "4712", "label", "Kultur")));
        angaben.put("anlagen", Map.of("aktenzahl", "A-1"));
        return angaben;
    }

    /** Valid answers for "Haushalt prüfen": exactly what the form demands. */
    public static Map<String, Object> pruefung() {
        Map<String, Object> angaben = new LinkedHashMap<>();
        angaben.put("kennzeichen", "AB-123");
        angaben.put("begruendung", "Die Deckung ist gegeben.");
        angaben.put("betrag", 1200.5);
        angaben.put("bestaetigt", true);
        angaben.put("eilig", false);
        angaben.put("empfehlung", "ja");
        angaben.put("kostenstelle", "4711");
        angaben.put("anschrift", Map.of("strasse", "Am Markt 1"));
        angaben.put("posten", List.of(Map.of("bezeichnung", "Trikots", "menge", 3, "einheit", "stueck")));
        return angaben;
    }

    /** Every field of the form filled in, as Tasklist sends it. */
    public static Map<String, Object> vollePruefung() {
        Map<String, Object> angaben = pruefung();
        angaben.put("mail", "sport@example.org");
        angaben.put("telefon", "+49 (7274) 12-345");
        angaben.put("anmerkung", "Zeile 1\nZeile 2 – mit „Zitat“ und 😀");
        angaben.put("jahre", 3);
        angaben.put("konto", "12345");
        angaben.put("eilig", true);
        angaben.put("eilgrund", "Saisonbeginn");
        angaben.put("empfehlung", "nein");
        angaben.put("ablehnungsgrund", "Keine Mittel");
        angaben.put("rechtsmittel", Map.of("frist", "ein Monat"));
        angaben.put("art", "einmalig");
        angaben.put("zweitstelle", "4712");
        angaben.put("stufe", 2);
        angaben.put("betroffene", List.of("4711", "4712"));
        angaben.put("merkmale", List.of("neu", "freiwillig"));
        angaben.put("schlagworte", List.of("sport"));
        angaben.put("stichtag", LocalDate.now().plusDays(30).toString());
        angaben.put("uhrzeit", "14:30+01:00");
        angaben.put("termin", LocalDate.now().plusDays(30) + "T14:30+01:00");
        angaben.put("anschrift", Map.of("strasse", "Am Markt 1", "plz", "76726"));
        angaben.put("anlagen", Map.of("aktenzahl", "A-1"));
        angaben.put("posten", List.of(Map.of("bezeichnung", "Trikots", "menge", 3, "einheit", "stueck"),
                Map.of("bezeichnung", "Training", "menge", 20, "einheit", "stunden", "grund", "Aufstieg")));
        angaben.put("wiedervorlagen", List.of(Map.of("am", LocalDate.now().plusDays(7).toString())));
        angaben.put("gesamtmenge", 23);
        angaben.put("antragsteller", "Sportverein");
        angaben.put("antragssumme", 2500.5);
        return angaben;
    }

    /** The answers with changes; {@link #OHNE} leaves one out. */
    public static Map<String, Object> mit(Map<String, Object> angaben, Map<String, Object> aenderungen) {
        Map<String, Object> neu = new LinkedHashMap<>(angaben);
        aenderungen.forEach((name, wert) -> {
            if (wert == OHNE) {
                neu.remove(name);
            } else {
                neu.put(name, wert);
            }
        });
        return neu;
    }

    /** As Java sends it: lists and maps as Json. */
    public static VariableMap typisiert(Map<String, Object> angaben) {
        VariableMap werte = Variables.createVariables();
        angaben.forEach((name, wert) -> werte.put(name, wert instanceof List || wert instanceof Map
                ? SpinValues.jsonValue(Rest.schreibe(wert)).create() : wert));
        return werte;
    }

    /** As Tasklist sends it over REST: every value with its type. */
    public static Map<String, Object> variablen(Map<String, Object> angaben) {
        Map<String, Object> variablen = new LinkedHashMap<>();
        angaben.forEach((name, wert) -> variablen.put(name, variable(wert)));
        return Map.of("variables", variablen);
    }

    private static Map<String, Object> variable(Object wert) {
        Map<String, Object> variable = new LinkedHashMap<>();
        if (wert instanceof TypedValue typisiert) {
            variable.put("value", typisiert instanceof org.camunda.bpm.engine.variable.value.SerializableValue s
                    ? s.getValueSerialized() : typisiert.getValue() instanceof Date zeit
                    ? new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss.SSSZ").format(zeit) : typisiert.getValue());
            variable.put("type", gross(typisiert.getType().getName()));
            variable.put("valueInfo", typisiert.getType().getValueInfo(typisiert));
        } else if (wert instanceof List || wert instanceof Map) {
            variable.put("value", Rest.schreibe(wert));
            variable.put("type", "Json");
        } else {
            variable.put("value", wert);
            variable.put("type", wert == null ? "Null" : wert.getClass().getSimpleName());
        }
        return variable;
    }

    private static String gross(String art) {
        return Character.toUpperCase(art.charAt(0)) + art.substring(1);
    }
}
