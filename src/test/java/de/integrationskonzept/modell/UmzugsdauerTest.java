package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.leistung.Umgebung;
import de.integrationskonzept.leistung.Vermehrung;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How many files move in a second, against the engine's own batch of migrations on the same files, models and database: slice by
 * slice in turns (A B B A …), so that what else happens on the machine hits both. The application is the same in both, the batch
 * is what the engine offers: one job per instance, and neither is a file all or nothing nor do its tasks follow the model.
 */
@Tag("bench")
@DisplayName("Umzug von 2.500 Akten gegen den Stapel der Engine")
class UmzugsdauerTest {

    private static final int AKTEN = Integer.getInteger("bench.akten", 2500);
    private static final int VORLAGEN = 5;
    private static final int SCHEIBEN = 10;
    private static final int WARM = 2;
    private static final List<String> PROZESSE = List.of("terminwacht", "unterstuetzung", "vorabklaerung", "projektstart", "ressourcen");

    private ConfigurableApplicationContext anwendung;
    private JdbcTemplate jdbc;
    private ProcessEngine engine;

    @Test
    @DisplayName("Akten in der Sekunde")
    void dauer() throws Exception {
        try (ConfigurableApplicationContext eigene = EigeneAnwendung.aufPostgres()) {
            anwendung = eigene;
            jdbc = eigene.getBean(JdbcTemplate.class);
            engine = eigene.getBean(ProcessEngine.class);
            saee();
            System.out.println(Umgebung.zeile(Map.of("spring.datasource.url", eigene.getEnvironment().getRequiredProperty("spring.datasource.url"))));
            miss();
        }
    }

    private void saee() throws Exception {
        anwendung.getBean("saat", ApplicationRunner.class).run(new DefaultApplicationArguments("--files=" + VORLAGEN, "--drehplan=umzugsplan"));
        SingleConnectionDataSource eine = new SingleConnectionDataSource(anwendung.getBean(DataSource.class).getConnection(), true);
        try {
            new Vermehrung(new JdbcTemplate(eine)).vermehre(AKTEN / VORLAGEN);
        } finally {
            eine.destroy();
        }
    }

    private void miss() throws Exception {
        Umzugsspiel spiel = anwendung.getBean(Umzugsspiel.class);
        Map<String, byte[]> dateien = new LinkedHashMap<>();
        PROZESSE.forEach(prozess -> dateien.put(prozess + ".bpmn", Umbau.lies("bpmn/" + prozess + "/" + prozess + ".bpmn")
                .replaceFirst("isExecutable", "camunda:jobPriority=\"1\" isExecutable").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        String vorschlag = spiel.schlageVor(dateien, Map.of());
        spiel.stelleBereit(vorschlag);
        List<String> wurzeln = jdbc.queryForList("select ID_ from ACT_RU_EXECUTION where PARENT_ID_ is null and SUPER_EXEC_ is null and "
                + "PROC_DEF_ID_ like "
                + "'integrationskonzept:%' order by BUSINESS_KEY_, ID_", String.class);
        var jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        jobs.start();
        List<Double> unsere = new ArrayList<>();
        List<Double> stapel = new ArrayList<>();
        for (int scheibe = 0; scheibe < SCHEIBEN; scheibe++) {
            List<String> teil = new ArrayList<>();
            for (int i = scheibe; i < wurzeln.size(); i += SCHEIBEN) {
                teil.add(wurzeln.get(i)); // files of all kinds in every slice
            }
            boolean wir = scheibe % 4 == 0 || scheibe % 4 == 3;
            double jeSekunde = wir ? unserUmzug(vorschlag, teil) : stapelDerEngine(teil);
            System.out.printf("Scheibe %2d: %-8s %6.1f Akten/s%n", scheibe + 1, wir ? "unserer" : "Stapel", jeSekunde);
            if (scheibe >= WARM) {
                (wir ? unsere : stapel).add(jeSekunde);
            }
        }
        jobs.shutdown();
        assertThat(aeltere(wurzeln)).as("everything has moved").isZero();
        double wir = Umgebung.median(unsere.stream().mapToDouble(wert -> wert).toArray());
        double sie = Umgebung.median(stapel.stream().mapToDouble(wert -> wert).toArray());
        System.out.printf("Umzug von %d Akten: unserer %.1f Akten/s, Stapel der Engine %.1f Akten/s, Verhältnis %.2f (Ziel ≥ 0,9)%n", wurzeln.size(),
                wir, sie,
                wir / sie);
    }

    private double unserUmzug(String vorschlag, List<String> wurzeln) throws InterruptedException {
        Umzuege umzuege = anwendung.getBean(Umzuege.class);
        long anfang = System.nanoTime();
        String umzug = umzuege.beginne(vorschlag, false, wurzeln, Umzugsspiel.PERSON);
        while (umzuege.stand(umzug).offen() > 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(umzuege.stand(umzug).umgezogen()).isEqualTo(wurzeln.size());
        return wurzeln.size() / ((System.nanoTime() - anfang) / 1e9);
    }

    /** Ended when all have moved; that the engine notices it only half a minute later is not counted. */
    private double stapelDerEngine(List<String> wurzeln) throws InterruptedException {
        long anfang = System.nanoTime();
        for (String prozess : PROZESSE) {
            List<Map<String, Object>> vorgaenge = jdbc.queryForList("select E.ID_, E.PROC_DEF_ID_ from ACT_RU_EXECUTION E join ACT_RE_PROCDEF P on "
                    + "P.ID_ = E.PROC_DEF_ID_ where E.PARENT_ID_ is null and P.KEY_ = ? and P.VERSION_ = 1 and E.ROOT_PROC_INST_ID_ = any (?)",
                    prozess,
                    wurzeln.toArray(String[]::new));
            if (!vorgaenge.isEmpty()) {
                String ziel = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(prozess).latestVersion()
                        .singleResult().getId();
                engine.getRuntimeService().newMigration(engine.getRuntimeService().createMigrationPlan((String) vorgaenge.get(0)
                        .get("proc_def_id_"), ziel)
                        .mapEqualActivities().build()).processInstanceIds(vorgaenge.stream().map(v -> (String) v.get("id_")).toList()).executeAsync();
            }
        }
        while (aeltere(wurzeln) > 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return wurzeln.size() / ((System.nanoTime() - anfang) / 1e9);
    }

    private long aeltere(List<String> wurzeln) {
        return jdbc.queryForObject("select count(*) from ACT_RU_EXECUTION E join ACT_RE_PROCDEF P on P.ID_ = E.PROC_DEF_ID_ where "
                + "E.PARENT_ID_ is null and "
                + "P.VERSION_ = 1 and P.KEY_ in ('" + String.join("', '", PROZESSE) + "') and E.ROOT_PROC_INST_ID_ = any (?)", Long.class,
                (Object) wurzeln.toArray(String[]::new));
    }
}
