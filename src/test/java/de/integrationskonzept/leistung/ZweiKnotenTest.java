package de.integrationskonzept.leistung;

import static de.integrationskonzept.abwehr.Bereitstellung.REST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Datenbank;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import de.integrationskonzept.abwehr.Bereitstellung;
import de.integrationskonzept.stoerung.Knotenpaar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What a second node brings: completions over HTTP and jobs per second, one node against two in turns (A B, B A, …). Both run all the
 * time; in the turns of the one the other is held still.
 */
@Tag("bench")
class ZweiKnotenTest {

    private static final int RUNDEN = Integer.getInteger("bench.runden", 6);
    private static final int AUFGABEN = Integer.getInteger("bench.aufgaben", 300);
    private static final int JOBS = Integer.getInteger("bench.jobs", 300);
    private static final int LEUTE = 8;
    private static final String PROBE = "zaehlprobe";

    @TempDir
    private Path ordner;
    private Knotenpaar paar;
    private JdbcTemplate jdbc;
    private final ExecutorService leute = Executors.newFixedThreadPool(LEUTE);

    @Test
    void zweiGegenEinen() throws Exception {
        Map<String, Object> datenbank = Datenbank.postgres("zweigegeneinen");
        jdbc = new JdbcTemplate(new DriverManagerDataSource((String) datenbank.get("spring.datasource.url"), "postgres", "postgres"));
        try (Knotenpaar knoten = Knotenpaar.starte(ordner, datenbank)) {
            paar = knoten;
            stelleBereit();
            System.out.println(Umgebung.zeile(datenbank));
            erledige(2);
            jobs(2);
            Map<String, List<double[]>> gemessen = new LinkedHashMap<>();
            for (int runde = 0; runde < RUNDEN; runde++) {
                double[][] ergebnis = new double[2][];
                for (int knotenzahl : runde % 2 == 0 ? new int[] {1, 2} : new int[] {2, 1}) {
                    knoten.ruheZwei(knotenzahl == 1);
                    ergebnis[knotenzahl - 1] = new double[] {erledige(knotenzahl), jobs(knotenzahl)};
                }
                knoten.ruheZwei(false);
                merke(gemessen, "Erledigungen je Sekunde", ergebnis, 0);
                merke(gemessen, "Jobs je Sekunde", ergebnis, 1);
            }
            drucke(gemessen);
        } finally {
            leute.shutdownNow();
        }
    }

    private static void merke(Map<String, List<double[]>> gemessen, String name, double[][] ergebnis, int stelle) {
        gemessen.computeIfAbsent(name, n -> new ArrayList<>()).add(new double[] {ergebnis[0][stelle], ergebnis[1][stelle]});
    }

    private static void drucke(Map<String, List<double[]>> gemessen) throws IOException {
        System.out.printf("%nZwei Knoten gegen einen: %d Runden, %d Erledigungen von %d Leuten, %d Jobs; Last danach %s%n", RUNDEN, AUFGABEN,
                LEUTE, JOBS, Umgebung.last());
        System.out.printf("Datenbank, beide Knoten und die Leute teilen sich %d Kerne; ob ein zweiter Rechner hilft, zeigt das nicht.%n",
                Runtime.getRuntime().availableProcessors());
        System.out.printf("%-30s %10s %10s %24s%n", "Median", "einer", "zwei", "Verhältnis");
        gemessen.forEach((name, runden) -> {
            double[] je = runden.stream().mapToDouble(r -> r[1] / r[0]).sorted().toArray();
            System.out.printf("%-30s %10.1f %10.1f %24s%n", name, Umgebung.median(runden.stream().mapToDouble(r -> r[0]).toArray()),
                    Umgebung.median(runden.stream().mapToDouble(r -> r[1]).toArray()),
                    String.format("%.2f (%.2f–%.2f)", Umgebung.median(je), je[0], je[je.length - 1]));
        });
    }

    private void stelleBereit() throws IOException {
        Map<String, String> dateien = new LinkedHashMap<>();
        for (String datei : List.of("fremder-vorgang.bpmn", "fremder-vorgang-antrag.form", "fremder-vorgang-haushalt-pruefen.form")) {
            dateien.put(datei, new ClassPathResource("fremd/" + datei).getContentAsString(StandardCharsets.UTF_8));
        }
        dateien.put(PROBE + ".bpmn", Bpmn.convertToString(Bpmn.createExecutableProcess(PROBE).name("Zählprobe").camundaHistoryTimeToLiveString("P1D")
                .startEvent("los").name("Los").serviceTask("rechnen").name("Rechnen").camundaAsyncBefore().camundaExpression("${angabe * 2}")
                .endEvent("fertig").name("Fertig").done()));
        Rest.Antwort antwort = Bereitstellung.sende(eins().als("modellpflege"), REST, dateien);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
    }

    private Rest eins() {
        return paar.einzeln().get(0);
    }

    /** @return completions per second by people who come to the nodes in turn */
    private double erledige(int knotenzahl) {
        List<String> vorgaenge = jeder(AUFGABEN, i -> lies(eins().als("admin").post(REST + "/process-definition/key/fremder-vorgang/submit-form",
                Fremd.variablen(Fremd.antrag()))).path("id").asText());
        List<String> aufgaben = vorgaenge.stream().map(v -> jdbc.queryForObject("select ID_ from ACT_RU_TASK where PROC_INST_ID_ = ?",
                String.class, v)).toList();
        Map<String, Object> angaben = Fremd.variablen(Fremd.pruefung());
        long beginn = System.nanoTime();
        jeder(AUFGABEN, i -> {
            Rest.Antwort antwort = paar.einzeln().get(i % knotenzahl).als("kaemmerei")
                    .post(REST + "/task/" + aufgaben.get(i) + "/submit-form", angaben);
            assertThat(antwort.status()).as(antwort.text()).isEqualTo(204);
            return null;
        });
        return AUFGABEN / ((System.nanoTime() - beginn) / 1e9);
    }

    /** @return jobs per second from the first to the last, all of which were there from the beginning */
    private double jobs(int knotenzahl) {
        halteAn(true);
        jeder(JOBS, i -> beginne(eins(), i));
        halteAn(false);
        // Whoever adds a job wakes the executor of that node.
        List<String> geweckt = IntStream.range(0, knotenzahl).mapToObj(i -> beginne(paar.einzeln().get(i), i)).toList();
        await().atMost(Duration.ofMinutes(3)).until(() -> jdbc.queryForObject("select count(*) from ACT_RU_JOB where PROCESS_DEF_KEY_ = ?",
                Long.class, PROBE) == 0);
        Double sekunden = jdbc.queryForObject("select extract(epoch from max(TIMESTAMP_) - min(TIMESTAMP_)) from (select TIMESTAMP_ from "
                + "ACT_HI_JOB_LOG where PROCESS_DEF_KEY_ = ? and JOB_STATE_ = 2 "
                + "order by TIMESTAMP_ desc limit ?) L", Double.class, PROBE, JOBS + geweckt.size());
        return JOBS / sekunden;
    }

    private void halteAn(boolean an) {
        Rest.Antwort antwort = eins().als("admin").put(REST + "/job-definition/suspended", Map.of("processDefinitionKey", PROBE, "includeJobs", true,
                "suspended", an));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(204);
    }

    private static String beginne(Rest rest, int angabe) {
        return lies(rest.als("admin").post(REST + "/process-definition/key/" + PROBE + "/start",
                Map.of("variables", Map.of("angabe", Map.of("value", angabe, "type", "Integer"))))).path("id").asText();
    }

    private static JsonNode lies(Rest.Antwort antwort) {
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return antwort.json();
    }

    private List<String> jeder(int wieOft, IntFunction<String> arbeit) {
        List<CompletableFuture<String>> alle = IntStream.range(0, wieOft)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> arbeit.apply(i), leute)).toList();
        return alle.stream().map(CompletableFuture::join).toList();
    }
}
