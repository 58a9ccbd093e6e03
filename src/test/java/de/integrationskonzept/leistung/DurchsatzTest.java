package de.integrationskonzept.leistung;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Datenbank;
import de.integrationskonzept.formular.Vorlage;
import de.integrationskonzept.leistung.Strecke.Messung;
import de.integrationskonzept.prozess.Spiel;
import de.integrationskonzept.rolle.Rollen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Completions of tasks: the whole application, without its documents, against a bare Camunda on the same models and the same server, each on its
 * own database, in turns (A B, B A, …) so that what else happens on the machine hits both.
 */
@Tag("bench")
@Anwendungstest
@TestPropertySource(properties = "spring.datasource.hikari.data-source-properties.ApplicationName=bench-anwendung")
@Import(OhneDokumente.class)
@DirtiesContext
class DurchsatzTest {

    private static final Zaehler ANWENDUNG = new Zaehler();
    private static final int WARM = Integer.getInteger("bench.warm", 120);
    private static final int RUNDEN = Integer.getInteger("bench.runden", 12);
    private static final int DATEIEN = Integer.getInteger("bench.dateien", 10);

    @Autowired
    ProcessEngine engine;
    @Autowired
    Spiel spiel;
    @Autowired
    Vorlage vorlage;
    @Autowired
    Rollen rollen;
    @Autowired
    Environment umgebung;

    @TestConfiguration
    static class Gezaehlt {

        @Bean
        static BeanPostProcessor zaehlt() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource echt ? ANWENDUNG.um(echt) : bean;
                }
            };
        }
    }

    @Test
    void anwendungGegenNackteEngine() throws Exception {
        Map<String, Object> datenbank = Datenbank.postgres("nackt");
        String url = (String) datenbank.get("spring.datasource.url");
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.addDataSourceProperty("ApplicationName", "bench-nackt");
        Zaehler zaehler = new Zaehler();
        try (HikariDataSource quelle = new HikariDataSource(pool)) {
            ProcessEngine nackt = NackteEngine.auf(zaehler.um(quelle), rollen.namen().keySet());
            try (Strecke anwendung = new Strecke(engine, ANWENDUNG, umgebung.getRequiredProperty("spring.datasource.url"),
                            "bench-anwendung", List.of(umgebung.getRequiredProperty("integrationskonzept.kommune.id")));
                    Strecke bar = new Strecke(nackt, zaehler, url, "bench-nackt", null)) {
                Mitschnitt mitschnitt = Mitschnitt.kompakt(engine, spiel, vorlage);
                System.out.println(Umgebung.zeile(datenbank));
                System.out.println("Mitschnitt: " + mitschnitt.schritte().stream().map(s -> s.rolle() + "/" + s.aufgabe()).toList());
                vergleiche(anwendung, bar, mitschnitt);
                arten(anwendung, bar, zaehler, mitschnitt);
            } finally {
                nackt.close();
            }
        }
    }

    private static void vergleiche(Strecke anwendung, Strecke bar, Mitschnitt mitschnitt) throws Exception {
        bar.spiele(mitschnitt, WARM);
        anwendung.spiele(mitschnitt, WARM);
        List<Messung> a = new ArrayList<>();
        List<Messung> b = new ArrayList<>();
        for (int runde = 0; runde < RUNDEN; runde++) {
            if (runde % 2 == 0) {
                a.add(anwendung.spiele(mitschnitt, DATEIEN));
                b.add(bar.spiele(mitschnitt, DATEIEN));
            } else {
                b.add(bar.spiele(mitschnitt, DATEIEN));
                a.add(anwendung.spiele(mitschnitt, DATEIEN));
            }
        }
        System.out.printf("%nErledigungen, %d Runden zu %d Aufgaben je Seite, vorher je %d zum Warmwerden; Last danach %s%n",
                RUNDEN, a.get(0).aufgaben(), WARM * mitschnitt.schritte().size(), Umgebung.last());
        System.out.printf("%-44s %14s %14s %22s%n", "je Runde: Median (kleinster–größter)", "Anwendung", "Camunda pur", "Verhältnis");
        zeile("Aufgaben je Sekunde", a, b, Messung::jeSekunde);
        zeile("CPU je Aufgabe in ms", a, b, m -> m.cpuJeAufgabe() * 1000);
        zeile("  davon JVM", a, b, m -> m.cpuJvm() / m.aufgaben() * 1000);
        zeile("  davon Datenbank", a, b, m -> m.cpuDatenbank() / m.aufgaben() * 1000);
        zeile("Anweisungen je Aufgabe", a, b, m -> m.anweisungen() / m.aufgaben());
        zeile("Umläufe zur Datenbank je Aufgabe", a, b, m -> m.runden() / m.aufgaben());
        double verhaeltnis = verhaeltnis(a, b, Messung::jeSekunde)[0];
        System.out.printf("Ziel: Verhältnis der Aufgaben je Sekunde ≥ 1,4: %s (%.2f)%n%n",
                verhaeltnis >= 1.4 ? "erreicht" : "VERFEHLT", verhaeltnis);
        assertThat(a).allMatch(m -> m.aufgaben() == b.get(0).aufgaben());
    }

    private static void zeile(String name, List<Messung> a, List<Messung> b, ToDoubleFunction<Messung> mass) {
        double[] verhaeltnis = verhaeltnis(a, b, mass);
        System.out.printf("%-44s %14.1f %14.1f %22s%n", name, median(a, mass), median(b, mass),
                String.format("%.2f (%.2f–%.2f)", verhaeltnis[0], verhaeltnis[1], verhaeltnis[2]));
    }

    private static double median(List<Messung> werte, ToDoubleFunction<Messung> mass) {
        return Umgebung.median(werte.stream().mapToDouble(mass).toArray());
    }

    /** Median, smallest and largest of the ratios turn by turn. */
    private static double[] verhaeltnis(List<Messung> a, List<Messung> b, ToDoubleFunction<Messung> mass) {
        double[] je = new double[a.size()];
        for (int i = 0; i < je.length; i++) {
            je[i] = mass.applyAsDouble(a.get(i)) / mass.applyAsDouble(b.get(i));
        }
        return new double[] {Umgebung.median(je), Arrays.stream(je).min().orElse(0), Arrays.stream(je).max().orElse(0)};
    }

    /** Where the statements go: the whole play of some files, starts included. */
    private static void arten(Strecke anwendung, Strecke bar, Zaehler zaehler, Mitschnitt mitschnitt) throws Exception {
        int dateien = 5;
        ANWENDUNG.unterscheideArten(true);
        zaehler.unterscheideArten(true);
        anwendung.spiele(mitschnitt, dateien);
        bar.spiele(mitschnitt, dateien);
        double aufgaben = dateien * mitschnitt.schritte().size();
        TreeSet<String> namen = new TreeSet<>(ANWENDUNG.arten().keySet());
        namen.addAll(zaehler.arten().keySet());
        System.out.printf("Anweisungen nach Art je Aufgabe (Anlegen der Akte eingerechnet), größter Unterschied zuerst%n");
        System.out.printf("%-44s %14s %14s%n", "", "Anwendung", "Camunda pur");
        namen.stream().sorted(Comparator.comparingInt((String n) ->
                        zaehler.arten().getOrDefault(n, 0) - ANWENDUNG.arten().getOrDefault(n, 0)))
                .forEach(n -> System.out.printf("%-44s %14.1f %14.1f%n", n.length() > 44 ? n.substring(0, 44) : n,
                        ANWENDUNG.arten().getOrDefault(n, 0) / aufgaben, zaehler.arten().getOrDefault(n, 0) / aufgaben));
        ANWENDUNG.unterscheideArten(false);
        zaehler.unterscheideArten(false);
    }
}
