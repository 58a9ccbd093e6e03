package de.integrationskonzept.leistung;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Datenbank;
import de.integrationskonzept.Rest;
import de.integrationskonzept.formular.Vorlage;
import de.integrationskonzept.prozess.Spiel;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.annotation.DirtiesContext;

/**
 * How fast pages are with 25 files and with 2,500: the same application on two databases, in turns, so that what else happens
 * on the machine hits both. The large one is a copy of the small one in which each file stands a hundred times.
 */
@Tag("bench")
@Anwendungstest
@DirtiesContext
@DisplayName("Seiten mit 25 und mit 2.500 Akten")
class SeitenTest {

    private static final Zaehler ZAEHLER = new Zaehler();
    private static final Weiche WEICHE = new Weiche();
    private static final int AKTEN = Integer.getInteger("bench.akten", 25);
    private static final int MAL = Integer.getInteger("bench.mal", 100);
    private static final int RUNDEN = Integer.getInteger("bench.runden", 20);
    private static final int JE_RUNDE = 5;

    @Autowired
    ProcessEngine engine;
    @Autowired
    @Qualifier("saat")
    ApplicationRunner saat;
    @Autowired
    Rest rest;
    @Autowired
    Vorlage vorlage;
    @Autowired
    Spiel spiel;
    @Autowired
    Environment umgebung;

    @TestConfiguration
    static class Umgeleitet {

        @Bean
        static BeanPostProcessor zaehlt() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource echt ? ZAEHLER.um(WEICHE.um(echt)) : bean;
                }
            };
        }
    }

    @Test
    @DisplayName("Übersicht, Akte, Verlauf, Liegezeiten und Aufgabenliste")
    void seiten() throws Exception {
        String klein = System.getProperty("bench.datenbank", umgebung.getRequiredProperty("spring.datasource.url"));
        String gross = klein.replaceAll("/(\\w+)(?=\\?|$)", "/$1x");
        if (System.getProperty("bench.datenbank") == null) {
            long anfang = System.nanoTime();
            saat.run(new DefaultApplicationArguments("--files=" + AKTEN, "--drehplan=lastplan"));
            System.out.printf("%d Akten gespielt in %.0f s%n", AKTEN, (System.nanoTime() - anfang) / 1e9);
            verdopple(klein, gross);
            vermehre(gross);
        }
        try (HikariDataSource kleine = pool(klein); HikariDataSource grosse = pool(gross)) {
            System.out.println(Umgebung.zeile(Map.of("spring.datasource.url", gross)));
            WEICHE.waehle(kleine);
            miss(new Seiten(rest, engine).alle().stream().filter(s -> s.name().matches(System.getProperty("bench.seiten", ".*"))).toList(), kleine, grosse);
            WEICHE.waehle(grosse);
            bearbeitbar();
            heil(grosse);
            System.out.println("Datenbanken: " + klein + " und " + gross);
            TimeUnit.MINUTES.sleep(Integer.getInteger("bench.offen", 0)); // to look at plans by hand, or to measure again on the same data
        } finally {
            WEICHE.waehle(WEICHE.erste());
        }
    }

    private static HikariDataSource pool(String url) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        return new HikariDataSource(pool);
    }

    /** The large database begins as a copy of the small one, which nobody may be using at that moment. */
    private static void verdopple(String klein, String gross) throws Exception {
        ((HikariDataSource) WEICHE.erste()).getHikariPoolMXBean().softEvictConnections();
        String von = klein.replaceAll(".*/(\\w+)(\\?.*)?$", "$1");
        try (Connection verbindung = DriverManager.getConnection(klein.replaceFirst("/\\w+(?=\\?|$)", "/postgres"), "postgres", "postgres");
                Statement anweisung = verbindung.createStatement()) {
            anweisung.execute("alter database " + von + " allow_connections false"); // or the pool is back before the copy begins
            anweisung.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + von + "'");
            anweisung.execute("create database " + von + "x template " + von);
            anweisung.execute("alter database " + von + " allow_connections true");
        }
        try (Connection verbindung = DriverManager.getConnection(klein, "postgres", "postgres"); Statement anweisung = verbindung.createStatement()) {
            anweisung.execute("analyze");
        }
    }

    private static void vermehre(String gross) throws Exception {
        SingleConnectionDataSource eine = new SingleConnectionDataSource(gross, "postgres", "postgres", true);
        try {
            long anfang = System.nanoTime();
            JdbcTemplate jdbc = new JdbcTemplate(eine);
            Vermehrung vermehrung = new Vermehrung(jdbc);
            vermehrung.vermehre(MAL);
            System.out.printf("Vermehrt auf %d Akten in %.0f s: %d offene Aufgaben, Geschichte von %s bis %s%n", AKTEN * MAL,
                    (System.nanoTime() - anfang) / 1e9, jdbc.queryForObject("select count(*) from act_ru_task", Long.class),
                    jdbc.queryForObject("select min(start_time_)::date::text from act_hi_procinst", String.class),
                    jdbc.queryForObject("select max(start_time_)::date::text from act_hi_procinst", String.class));
            vermehrung.bestand().forEach((tabelle, zeilen) -> System.out.printf("  %-28s %,12d%n", tabelle, zeilen));
        } finally {
            eine.destroy();
        }
    }

    /** Nothing in the copies refers to what is not there. */
    private static void heil(DataSource gross) {
        List<String> fehler = new Vermehrung(new JdbcTemplate(gross)).insLeere();
        System.out.println("Verweise ins Leere: " + (fehler.isEmpty() ? "keine" : fehler));
        assertThat(fehler).as("references that lead nowhere").isEmpty();
    }

    private static void miss(List<Seite> seiten, DataSource kleine, DataSource grosse) {
        System.out.printf("%nSeiten, je %d Aufrufe und Datenbank abwechselnd; Zeiten in ms; Verhältnis p50/p95, Anweisungen klein/groß%n", RUNDEN * JE_RUNDE);
        System.out.printf("%-46s %15s %15s %11s %11s  %s%n", "", "p50/p95 klein", "p50/p95 groß", "Verhältnis", "Anweisungen", "Status, Zeichen");
        Map<String, Double> verhaeltnisse = new LinkedHashMap<>();
        for (Seite seite : seiten) {
            List<Double> klein = new ArrayList<>();
            List<Double> viele = new ArrayList<>();
            Seite.Messung eine = warm(seite, kleine);
            Seite.Messung andere = warm(seite, grosse);
            if (eine.status() == 200) {
                for (int runde = 0; runde < RUNDEN; runde++) {
                    scheibe(seite, runde % 2 == 0 ? kleine : grosse, runde % 2 == 0 ? klein : viele);
                    scheibe(seite, runde % 2 == 0 ? grosse : kleine, runde % 2 == 0 ? viele : klein);
                }
            }
            verhaeltnisse.put(seite.name(), zeile(seite, mit(eine, klein), mit(andere, viele)));
        }
        List<String> langsam = verhaeltnisse.entrySet().stream().filter(v -> v.getValue() > 2 && !v.getKey().startsWith(Seiten.ALLES)).map(Map.Entry::getKey).toList();
        System.out.printf("Ziel: Verhältnis des p50 ≤ 2: %s (%d Seiten)%n%n", langsam.isEmpty() ? "erreicht" : "VERFEHLT bei " + langsam,
                verhaeltnisse.size());
    }

    private static double zeile(Seite seite, Seite.Messung klein, Seite.Messung gross) {
        if (klein.status() != 200) {
            System.out.printf("%-46s %s%n", seite.name(), klein.status() == 404 ? "GIBT ES NOCH NICHT" : "Status " + klein.status());
            return 0;
        }
        double verhaeltnis = gross.perzentil(0.5) / klein.perzentil(0.5);
        System.out.printf("%-46s %7.1f/%7.1f %7.1f/%7.1f %5.2f/%5.2f %5d/%5d  %d, %d/%d%n", seite.name(), klein.perzentil(0.5), klein.perzentil(0.95),
                gross.perzentil(0.5), gross.perzentil(0.95), verhaeltnis, gross.perzentil(0.95) / klein.perzentil(0.95), klein.anweisungen(),
                gross.anweisungen(), gross.status(), klein.zeichen(), gross.zeichen());
        return verhaeltnis;
    }

    private static Seite.Messung mit(Seite.Messung zuerst, List<Double> zeiten) {
        double[] werte = zeiten.isEmpty() ? new double[] {0} : zeiten.stream().mapToDouble(Double::doubleValue).toArray();
        return new Seite.Messung(werte, zuerst.anweisungen(), zuerst.status(), zuerst.zeichen());
    }

    /** Some calls that do not count, and one whose statements are counted. */
    private static Seite.Messung warm(Seite seite, DataSource datenbank) {
        WEICHE.waehle(datenbank);
        for (int i = 0; i < 8; i++) {
            seite.aufruf().get();
        }
        long vorher = ZAEHLER.anweisungen();
        Rest.Antwort antwort = seite.aufruf().get();
        return new Seite.Messung(new double[0], ZAEHLER.anweisungen() - vorher, antwort.status(), antwort.text().length());
    }

    private static void scheibe(Seite seite, DataSource datenbank, List<Double> zeiten) {
        WEICHE.waehle(datenbank);
        seite.aufruf().get();
        for (int i = 0; i < JE_RUNDE; i++) {
            long vorher = System.nanoTime();
            seite.aufruf().get();
            zeiten.add((System.nanoTime() - vorher) / 1e6);
        }
    }

    /** A copy is a file like any other: one of its tasks is completed through the engine. */
    private void bearbeitbar() {
        String kopie = engine.getRuntimeService().createNativeProcessInstanceQuery().sql("select E.* from ACT_RU_EXECUTION E join ACT_RU_TASK T "
                        + "on T.PROC_INST_ID_ = E.ID_ where T.TASK_DEF_KEY_ = 'leitung-benennen' and E.BUSINESS_KEY_ like '%-7' limit 1")
                .list().get(0).getProcessInstanceId();
        Task aufgabe = engine.getTaskService().createTaskQuery().processInstanceId(kopie).singleResult();
        String rolle = engine.getTaskService().getIdentityLinksForTask(aufgabe.getId()).get(0).getGroupId();
        Map<String, Object> angaben = Spiel.json(vorlage.fuelle(aufgabe.getId(), Map.of("leitungBenannt", "ja", "leitungKennung", "ag-leitung"), null));
        spiel.als(rolle, () -> {
            engine.getFormService().submitTaskForm(aufgabe.getId(), angaben);
            return null;
        });
        assertThat(engine.getTaskService().createTaskQuery().taskId(aufgabe.getId()).count()).isZero();
        assertThat(engine.getTaskService().createTaskQuery().processInstanceId(kopie).singleResult().getTaskDefinitionKey())
                .as("the copy goes on").isEqualTo("bestand-aufnehmen");
    }
}
