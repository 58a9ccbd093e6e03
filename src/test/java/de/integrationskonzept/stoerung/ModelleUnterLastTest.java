package de.integrationskonzept.stoerung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.integrationskonzept.Datenbank;
import de.integrationskonzept.Rest;
import de.integrationskonzept.leistung.Vermehrung;
import de.integrationskonzept.modell.Hochladen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Modellpflege, and others who may not, deploy again and again while people work on a hundred files. */
@Tag("lang")
@Tag("eigene-anwendung")
@Timeout(1200)
@DisplayName("Modelle, die unter Last bereitgestellt werden, auch unbrauchbare und fremde, stören niemanden bei der Arbeit")
class ModelleUnterLastTest {

    private static final int RUNDEN = Integer.getInteger("runden", 5);
    private static final List<String> GEAENDERT = List.of("auftragsklaerung", "ressourcen", "leitbild", "handlungsfeld", "terminwacht");

    @TempDir
    private Path ordner;

    @Test
    @DisplayName("108 laufende Akten, fünf Runden: Gültiges gilt für Neues, Unbrauchbares und Unbefugtes wird abgelehnt, keine Akte verliert etwas")
    void unterLast() throws Exception {
        try (ConfigurableApplicationContext anwendung = Betrieb.starte(Datenbank.postgres("modelllast" + UUID.randomUUID().toString().substring(0, 8)),
                "--camunda.bpm.job-execution.enabled=false")) {
            Betrieb.saee(anwendung, 12, "umzugsplan");
            vermehre(anwendung, 9);
            ((ProcessEngineConfigurationImpl) anwendung.getBean(ProcessEngine.class).getProcessEngineConfiguration()).getJobExecutor().start();
            JdbcTemplate jdbc = Betrieb.jdbc(anwendung);
            long akten = akten(jdbc);
            long stoerungen = zahl(jdbc, "select count(*) from ACT_RU_INCIDENT");
            assertThat(akten).isGreaterThanOrEqualTo(100);
            try (Kassenbuch buch = new Kassenbuch(ordner.resolve("kassenbuch"))) {
                try (Mitarbeitende leute = new Mitarbeitende(anwendung.getBean(Rest.class), jdbc, buch).beginne(6, Duration.ofMillis(50))) {
                    for (int runde = 1; runde <= RUNDEN; runde++) {
                        stelleBereit(anwendung.getBean(Rest.class), jdbc, runde);
                    }
                    System.out.println("Antworten: " + leute.antworten() + ", abgelehnt: " + leute.abgelehnt().keySet());
                    assertThat(leute.antworten().keySet()).as(leute.abgelehnt().toString()).allMatch(status -> status < 500);
                    assertThat(leute.fehler()).isEmpty();
                }
                ruhe(jdbc);
                System.out.println(buch);
                assertThat(buch.bestaetigt(Kassenbuch.Art.ERLEDIGUNG)).hasSizeGreaterThan(50);
                assertThat(new Nachschau(jdbc).maengel(buch)).isEmpty();
            }
            assertThat(akten(jdbc)).as("files, running and ended").isEqualTo(akten);
            assertThat(zahl(jdbc, "select count(*) from ACT_RU_INCIDENT")).as("incidents").isEqualTo(stoerungen);
        }
    }

    private static void stelleBereit(Rest rest, JdbcTemplate jdbc, int runde) throws IOException {
        Map<String, byte[]> gut = new LinkedHashMap<>();
        for (String prozess : GEAENDERT) {
            gut.put(prozess + ".bpmn", bytes(lies("bpmn/" + prozess + "/" + prozess + ".bpmn") + "<!-- Runde " + runde + " -->\n"));
        }
        gut.put("leitbild-leitbild-erarbeiten.form", bytes(lies("forms/leitbild/leitbild-leitbild-erarbeiten.form")
                .replaceFirst("\"text\": *\"", "\"text\": \"(Runde " + runde + ") ")));
        verlange(200, Hochladen.direkt(rest.als("modellpflege"), gut));
        assertThat(zahl(jdbc, "select max(VERSION_) from ACT_RE_PROCDEF where KEY_ = 'ressourcen'")).isEqualTo(runde + 1L);
        verlange(200, Hochladen.direkt(rest.als("modellpflege"), Map.of("fremd-fehler.bpmn",
                bytes(lies("fremd/fremd-fehler.bpmn") + "<!-- Runde " + runde + " -->\n"), "fremd-parallel-notiz.form",
                bytes(lies("fremd/fremd-parallel-notiz.form")))));
        long bereitgestellt = zahl(jdbc, "select count(*) from ACT_RE_DEPLOYMENT");
        for (Map<String, byte[]> schlecht : unbrauchbar()) {
            verlange(400, Hochladen.direkt(rest.als("modellpflege"), schlecht));
        }
        verlange(403, Hochladen.direkt(rest.als("integrationsbeauftragte"), gut));
        assertThat(zahl(jdbc, "select count(*) from ACT_RE_DEPLOYMENT")).as("of what was refused nothing is there").isEqualTo(bereitgestellt);
    }

    /** Cut off in the middle; with program code; without its form; of another engine; under a name that is none. */
    private static List<Map<String, byte[]>> unbrauchbar() throws IOException {
        String ressourcen = lies("bpmn/ressourcen/ressourcen.bpmn");
        return List.of(Map.of("ressourcen.bpmn", bytes(ressourcen.substring(0, ressourcen.length() / 2))),
                Map.of("ressourcen.bpmn", bytes(ressourcen.replaceFirst("<bpmn:endEvent ", "<bpmn:endEvent camunda:class=\"a.B\" "))),
                Map.of("ressourcen.bpmn", bytes(ressourcen.replace("ressourcen-ressourcen-planen", "gibt-es-nicht"))),
                Map.of("ressourcen.bpmn", bytes(ressourcen.replaceFirst("<bpmn:extensionElements>", "<bpmn:extensionElements>"
                        + "<zeebe:taskDefinition xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" type=\"fremd\" />"))),
                Map.of("ressourcen.bpmn.exe", bytes(ressourcen)));
    }

    private static void vermehre(ConfigurableApplicationContext anwendung, int mal) throws Exception {
        SingleConnectionDataSource eine = new SingleConnectionDataSource(anwendung.getBean(DataSource.class).getConnection(), true);
        try {
            new Vermehrung(new JdbcTemplate(eine)).vermehre(mal);
        } finally {
            eine.destroy();
        }
    }

    private static long akten(JdbcTemplate jdbc) {
        return zahl(jdbc, "select count(*) from ACT_HI_PROCINST where PROC_DEF_KEY_ = 'integrationskonzept'");
    }

    private static void ruhe(JdbcTemplate jdbc) {
        await().atMost(Duration.ofMinutes(2)).until(() -> zahl(jdbc, "select count(*) from ACT_RU_JOB where RETRIES_ > 0 and SUSPENSION_STATE_ = 1 and "
                + "TYPE_ = 'message' and (DUEDATE_ is null or DUEDATE_ < now())") == 0);
    }

    private static void verlange(int status, Rest.Antwort antwort) {
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(status);
    }

    private static long zahl(JdbcTemplate jdbc, String frage) {
        return jdbc.queryForObject(frage, Long.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String lies(String datei) throws IOException {
        return new ClassPathResource(datei).getContentAsString(StandardCharsets.UTF_8);
    }
}
