package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.leistung.Vermehrung;
import de.integrationskonzept.prozess.Spiel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Real files of the demonstration at many wait states, while the shipped models are changed under them. */
@Tag("eigene-anwendung")
@DisplayName("Eine große Änderung zieht alle laufenden Akten mit")
class UmzugTest {

    private static final String NEUES_FORMULAR = "projektstart-schreiben-pruefen";

    @Test
    @DisplayName("24 Akten auf PostgreSQL: alles zieht um oder wird erklärt, und nichts geht verloren")
    void einige() throws Exception {
        aufPostgres(2);
    }

    @Test
    @Tag("lang")
    @DisplayName("204 Akten auf PostgreSQL ebenso")
    void viele() throws Exception {
        aufPostgres(17);
    }

    private static void aufPostgres(int mal) throws Exception {
        try (ConfigurableApplicationContext anwendung = EigeneAnwendung.aufPostgres()) {
            saee(anwendung, 12);
            vermehre(anwendung, mal);
            erzaehle(anwendung, 12 * mal);
        }
    }

    @Test
    @Tag("lang")
    @DisplayName("Sechs Akten auf H2 ebenso")
    void wenige() throws Exception {
        try (ConfigurableApplicationContext anwendung = EigeneAnwendung.aufH2()) {
            saee(anwendung, 6);
            erzaehle(anwendung, 6);
        }
    }

    private static void saee(ConfigurableApplicationContext anwendung, int akten) throws Exception {
        anwendung.getBean("saat", ApplicationRunner.class).run(new DefaultApplicationArguments("--files=" + akten, "--drehplan=umzugsplan"));
    }

    private static void vermehre(ConfigurableApplicationContext anwendung, int mal) throws Exception {
        SingleConnectionDataSource eine = new SingleConnectionDataSource(anwendung.getBean(DataSource.class).getConnection(), true);
        try {
            new Vermehrung(new JdbcTemplate(eine)).vermehre(mal);
        } finally {
            eine.destroy();
        }
    }

    private static void erzaehle(ConfigurableApplicationContext anwendung, int akten) {
        Umzugsspiel spiel = anwendung.getBean(Umzugsspiel.class);
        Umzuege umzuege = anwendung.getBean(Umzuege.class);
        Umzugsbuch buch = anwendung.getBean(Umzugsbuch.class);
        JdbcTemplate jdbc = anwendung.getBean(JdbcTemplate.class);
        Kassensturz vorher = Kassensturz.mache(jdbc);
        assertThat(vorher.anzahl("Aufgaben")).isGreaterThan(akten);
        assertThat(vorher.anzahl("Termine")).isPositive();
        assertThat(vorher.anzahl("Vorfälle")).isPositive();
        long beiDerZusage = zahl(jdbc, "select count(distinct E.ROOT_PROC_INST_ID_) from ACT_RU_TASK T join ACT_RU_EXECUTION E on E.ID_ = "
                + "T.PROC_INST_ID_ where T.TASK_DEF_KEY_ = 'ressourcen-zusagen'");

        String vorschlag = spiel.schlageVor(aenderung(), zuordnung(false));
        List<String> einige = jdbc.queryForList("select min(ID_) from ACT_RU_EXECUTION where PARENT_ID_ is null and SUPER_EXEC_ is null and "
                + "BUSINESS_KEY_ is not null "
                + "group by substring(BUSINESS_KEY_ from 1 for 15)", String.class);
        String probe = umzuege.beginne(vorschlag, true, einige, Umzugsspiel.PERSON);
        spiel.arbeite(probe);
        assertThat(vorher.verluste(Kassensturz.mache(jdbc))).as("after the rehearsal").isEmpty();
        Map<String, String> geprobt = ergebnisse(buch, probe);

        spiel.stelleBereit(vorschlag);
        long anfang = System.nanoTime();
        String umzug = umzuege.beginne(vorschlag, false, null, Umzugsspiel.PERSON);
        spiel.arbeite(umzug);
        Fortschritt stand = umzuege.stand(umzug);
        System.out.printf("%s in %.1f s%n", stand, (System.nanoTime() - anfang) / 1e9);

        assertThat(vorher.verluste(Kassensturz.mache(jdbc))).as("after the move").isEmpty();
        assertThat(stand.zustand()).isEqualTo("fertig");
        assertThat(stand.gescheitert()).as("files that stand at the step that went: %s", buch.zeilen(umzug, Umzugsbuch.GESCHEITERT, 0).stream()
                .map(Umzugsbuch.Zeile::saetze).distinct().toList()).isEqualTo((int) beiDerZusage);
        assertThat(buch.zeilen(umzug, Umzugsbuch.GESCHEITERT, 0)).allSatisfy(zeile -> assertThat(zeile.saetze()).singleElement().asString()
                .startsWith("Die Akte steht bei „Ressourcen zusagen“ (ressourcen-zusagen)"));
        assertThat(ergebnisse(buch, umzug)).as("as rehearsed").containsAllEntriesOf(geprobt);
        assertThat(geprobt).isNotEmpty();

        jdbc.update("update IK_MODELLVORSCHLAG set ZUORDNUNG = null where ID = ?", vorschlag);
        anwendung.getBean(Vorschlaege.class).ordneZu(vorschlag, zuordnung(true));
        String rest = umzuege.beginne(vorschlag, false, null, Umzugsspiel.PERSON);
        spiel.arbeite(rest);
        assertThat(umzuege.stand(rest)).as(buch.zeilen(rest, Umzugsbuch.GESCHEITERT, 0).toString()).extracting(Fortschritt::umgezogen, Fortschritt::gesamt)
                .containsExactly((int) beiDerZusage, (int) beiDerZusage);
        assertThat(vorher.verluste(Kassensturz.mache(jdbc))).as("what was preset for the step that went, and nothing else").allSatisfy(
                verlust -> assertThat(verlust).containsPattern("ngaben \\S+: \\[zusage(Erteilt, string, , !emptyString!|ImAuftrag, boolean, null, null, 0), "));
        assertThat(aeltere(jdbc)).as("instances of a former version of what was changed").isZero();
        assertThat(zahl(jdbc, "select count(*) from ACT_RU_TASK where TASK_DEF_KEY_ in ('startsignal-geben', 'ressourcen-zusagen')")).isZero();
        gehtWeiter(anwendung);
    }

    private static Map<String, String> ergebnisse(Umzugsbuch buch, String umzug) {
        Map<String, String> ergebnisse = new HashMap<>();
        for (int ab = 0; ; ab += Umzugsbuch.JE_SEITE) {
            List<Umzugsbuch.Zeile> seite = buch.zeilen(umzug, null, ab);
            seite.forEach(zeile -> ergebnisse.put(zeile.wurzel(), zeile.zustand()));
            if (seite.size() < Umzugsbuch.JE_SEITE) {
                return ergebnisse;
            }
        }
    }

    private static long aeltere(JdbcTemplate jdbc) {
        return zahl(jdbc, "select count(*) from ACT_RU_EXECUTION E join ACT_RE_PROCDEF P on P.ID_ = E.PROC_DEF_ID_ where E.PARENT_ID_ is null "
                + "and P.KEY_ in ('"
                + aenderung().keySet().stream().filter(d -> d.endsWith(".bpmn")).map(d -> d.replace(".bpmn", "")).collect(Collectors.joining("', '"))
                + "') and P.VERSION_ < (select max(N.VERSION_) from ACT_RE_PROCDEF N where N.KEY_ = P.KEY_)");
    }

    private static long zahl(JdbcTemplate jdbc, String frage) {
        return jdbc.queryForObject(frage, Long.class);
    }

    /** A moved file is worked on: after the renamed step comes the new one. */
    private static void gehtWeiter(ConfigurableApplicationContext anwendung) {
        ProcessEngine engine = anwendung.getBean(ProcessEngine.class);
        Task aufgabe = engine.getTaskService().createTaskQuery().taskDefinitionKey("startzeichen-geben").listPage(0, 1).get(0);
        assertThat(aufgabe.getName()).isEqualTo("Startzeichen geben");
        Map<String, Object> angaben = new LinkedHashMap<>(anwendung.getBean(de.integrationskonzept.formular.Vorlage.class)
                .fuelle(aufgabe.getId(), Map.of("startsignal", "ja", "startsignalImAuftrag", false), null));
        anwendung.getBean(Spiel.class).als("verwaltungsspitze", () -> {
            engine.getFormService().submitTaskForm(aufgabe.getId(), Spiel.json(angaben));
            return null;
        });
        assertThat(engine.getTaskService().createTaskQuery().processInstanceId(aufgabe.getProcessInstanceId()).singleResult().getTaskDefinitionKey())
                .isEqualTo("schreiben-pruefen");
    }

    /** A task more, one less, one renamed, another role, a phase in two, fields of a form, a rule. */
    private static Map<String, byte[]> aenderung() {
        Map<String, byte[]> dateien = new LinkedHashMap<>();
        lege(dateien, Umbau.von("projektstart").benenne("startsignal-geben", "startzeichen-geben", "Startzeichen geben")
                .davor("startschreiben-versenden", "schreiben-pruefen", "Schreiben prüfen", "controlling", NEUES_FORMULAR)
                .gib("startschreiben-versenden", "controlling"));
        lege(dateien, Umbau.von("ressourcen").entferne("ressourcen-zusagen"));
        lege(dateien, Umbau.von("unterstuetzung").teile(List.of("liste-vorbelegen", "unterstuetzung-sammeln"), "unterstuetzung-sichern",
                "Unterstützung sichern", "integrationsbeauftragte", "unterstuetzung-unterstuetzung-sammeln"));
        lege(dateien, Umbau.von("handlungsfeld").benenne("feld-bearbeiten", "feld-bearbeiten", "Handlungsfeld ausarbeiten"));
        lege(dateien, Umbau.von("terminwacht").benenne("verzug-begruenden", "verzug-begruenden", "Verzögerung begründen"));
        lege(dateien, Umbau.von("vorabklaerung").gib("startreife-pruefen", "integrationsbeauftragte,vorgesetzte"));
        lege(dateien, Umbau.von("leitbild").gib("leitbild-billigen", "steuerungsgruppe,vorgesetzte"));
        dateien.put("fristen.dmn", text(Umbau.lies("bpmn/integrationskonzept/fristen.dmn")
                .replaceFirst("(?s)(\"startschreiben-versenden\".*?<text>.*?<text>)\\d+(</text>)", "$199$2")));
        dateien.put(NEUES_FORMULAR + ".form", text("""
                {"schemaVersion": 16, "type": "default", "id": "%s", "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
                 "components": [{"type": "textfield", "key": "schreibenHinweis", "label": "Was ist zu ändern?", "id": "feld-schreibenHinweis"}]}
                """.formatted(NEUES_FORMULAR)));
        dateien.put("leitbild-leitbild-erarbeiten.form", text(Umbau.lies("forms/leitbild/leitbild-leitbild-erarbeiten.form")
                .replaceFirst("\"key\"\\s*:\\s*\"beiratUmgang\"", "\"key\": \"beiratAntwort\"")
                .replaceFirst("\"maxLength\"\\s*:\\s*4000", "\"maxLength\": 3000")));
        return dateien;
    }

    private static void lege(Map<String, byte[]> dateien, Umbau umbau) {
        dateien.put(umbau.datei(), umbau.inhalt());
    }

    private static byte[] text(String inhalt) {
        return inhalt.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Map<String, String>> zuordnung(boolean vollstaendig) {
        Map<String, Map<String, String>> zuordnung = new LinkedHashMap<>();
        zuordnung.put("projektstart", Map.of("startsignal-geben", "startzeichen-geben"));
        if (vollstaendig) {
            zuordnung.put("ressourcen", Map.of("ressourcen-zusagen", "ressourcen-planen"));
        }
        return zuordnung;
    }
}
