package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Eine Probe zeigt, was der Umzug täte, und hinterlässt nichts")
class UmzugsprobeTest extends Umzugsfall {

    @Autowired
    Umzugsbuch buch;

    private String akte;

    @BeforeEach
    void beginne() {
        akte = neue(false);
    }

    private String neue(boolean gift) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(Probevorgang.VORGANG, Map.of("gift", gift, "antrag", "Bau einer Begegnungsstätte")).getId();
    }

    @Test
    @DisplayName("Eine umbenannte Aufgabe, eine neue Rolle: die Probe nennt beides")
    void erzaehlt() {
        Umzugsbuch.Zeile zeile = probe(Probevorgang.umbenannt(), Map.of(Probevorgang.TEIL, Map.of("pruefen", "antrag-pruefen", "erinnern",
                "erinnern")), akte);
        assertThat(zeile.zustand()).as(zeile.saetze().toString()).isEqualTo(Umzugsbuch.UMGEZOGEN);
        assertThat(zeile.saetze()).containsExactly("Aus „Antrag prüfen“ (pruefen) wird „Antrag genau prüfen“ (antrag-pruefen).",
                "Die Aufgabe „Antrag prüfen“ heißt in der neuen Fassung „Antrag genau prüfen“.",
                        "Die Aufgabe „Antrag genau prüfen“ geht in der neuen Fassung an: Controlling.");
    }

    @Test
    @DisplayName("Fiele ein Termin weg, sagt sie es")
    void terminFaelltWeg() {
        Map<String, byte[]> mitAnderemTermin = new HashMap<>(Probevorgang.umbenannt());
        mitAnderemTermin.replaceAll((datei, inhalt) -> new String(inhalt, StandardCharsets.UTF_8).replace("\"erinnern\"", "\"mahnen\"")
                .replace(">erinnern<", ">mahnen<").getBytes(StandardCharsets.UTF_8));
        Umzugsbuch.Zeile zeile = probe(mitAnderemTermin, Map.of(Probevorgang.TEIL, Map.of("pruefen", "antrag-pruefen")), akte);
        assertThat(zeile.saetze()).anyMatch(satz -> satz.startsWith("Der Termin von „Nach einer Woche“ (erinnern) (") && satz.endsWith("fiele weg."))
                .anyMatch(satz -> satz.startsWith("Neu ist der Termin von „Nach einer Woche“ (mahnen): "));
    }

    @Test
    @DisplayName("Was niemand zugeordnet hat, bleibt liegen, mit dem Grund")
    void ohneZuordnung() {
        Umzugsbuch.Zeile zeile = probe(Probevorgang.umbenannt(), Map.of(), akte);
        assertThat(zeile.zustand()).isEqualTo(Umzugsbuch.GESCHEITERT);
        assertThat(zeile.saetze())
                .containsExactly("Die Akte steht bei „Antrag prüfen“ (pruefen) im Ablauf „Umzugsteil“, und der Umzugsplan sagt nicht, welcher "
                + "Schritt daraus wird. Bitte ordnen Sie ihn im Umzugsplan zu, oder schreiben Sie die Umzugsanweisung in das Modell.");
    }

    @Test
    @DisplayName("Danach ist in keiner Tabelle eine Zeile mehr oder weniger, und die Engine kennt keine Fassung, die es nicht gibt")
    void hinterlaesstNichts() {
        String andere = neue(true);
        Map<String, Long> vorher = zeilen();
        String letzte = neueste();
        List<String> gemerkt = gemerkt();

        probe(Probevorgang.umbenannt(), Map.of(Probevorgang.TEIL, Map.of("pruefen", "antrag-pruefen", "erinnern", "erinnern")), akte);
        Umzugsbuch.Zeile gescheitert = probe(Probevorgang.umbenannt(), Map.of(), andere);
        Umzugsbuch.Zeile abgelehnt = probe(Map.of(Probevorgang.TEIL + ".bpmn", "<kein-modell/>".getBytes()), Map.of(), akte);

        assertThat(gescheitert.zustand()).isEqualTo(Umzugsbuch.GESCHEITERT);
        assertThat(abgelehnt.zustand()).isEqualTo(Umzugsbuch.GESCHEITERT);
        assertThat(zeilen()).isEqualTo(vorher);
        assertThat(neueste()).isEqualTo(letzte);
        assertThat(gemerkt()).isEqualTo(gemerkt);
        assertThat(configuration().getRegisteredDeployments()).isSubsetOf(jdbc.queryForList("select ID_ from ACT_RE_DEPLOYMENT", String.class));
        assertThat(engine.getTaskService().createTaskQuery().taskDefinitionKey("pruefen").processInstanceId(teil(akte)).count()).isEqualTo(1);
    }

    private Umzugsbuch.Zeile probe(Map<String, byte[]> dateien, Map<String, Map<String, String>> zuordnung, String wurzel) {
        String umzug = umzuege.beginne(spiel.schlageVor(dateien, zuordnung), true, List.of(wurzel), Umzugsspiel.PERSON);
        spiel.arbeite(umzug);
        assertThat(umzuege.stand(umzug).zustand()).isEqualTo("fertig");
        return buch.zeilen(umzug, null, 0).get(0);
    }

    private String teil(String wurzel) {
        return engine.getRuntimeService().createProcessInstanceQuery().superProcessInstanceId(wurzel).singleResult().getId();
    }

    private String neueste() {
        return engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(Probevorgang.TEIL).latestVersion().singleResult()
                .getId();
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** What the engine has read and no table holds. */
    private List<String> gemerkt() {
        List<String> vorhandene = jdbc.queryForList("select ID_ from ACT_RE_PROCDEF", String.class);
        return configuration().getDeploymentCache().getProcessDefinitionCache().keySet().stream().filter(id -> !vorhandene.contains(id)).sorted()
                .collect(Collectors.toList());
    }

    /** Of every table but those that say what was found, and the proposals themselves. */
    private Map<String, Long> zeilen() {
        Map<String, Long> zeilen = new TreeMap<>();
        jdbc.queryForList("select table_name from information_schema.tables where lower(table_schema) = 'public' and (lower(table_name) like "
                + "'act\\_%' escape '\\' "
                + "or lower(table_name) like 'ik\\_%' escape '\\')", String.class).stream()
                .filter(tabelle -> !tabelle.toLowerCase().matches("ik_umzug.*|ik_modell.*|ik_schema_history"))
                .forEach(tabelle -> zeilen.put(tabelle, jdbc.queryForObject("select count(*) from " + tabelle, Long.class)));
        return zeilen;
    }
}
