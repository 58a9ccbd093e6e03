package de.integrationskonzept.leistung;

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
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * How completing, claiming and the lists of Tasklist go when 1,000, 10,000 and 60,000 other tasks are open: the whole application and a bare
 * Camunda, each with the same backlog, in turns. All tasks belong to one Kommune, which is the worst case for lists.
 */
@Tag("bench")
@Anwendungstest
@TestPropertySource(properties = "spring.datasource.hikari.data-source-properties.ApplicationName=bench-anwendung")
@Import(OhneDokumente.class)
@DirtiesContext
class RueckstandTest {

    private static final int WARM = Integer.getInteger("bench.warm", 60);
    private static final int RUNDEN = Integer.getInteger("bench.runden", 6);
    private static final int DATEIEN = Integer.getInteger("bench.dateien", 5);
    private static final int BLICKE = Integer.getInteger("bench.blicke", 60);
    private static final List<Integer> OFFEN = Arrays.stream(System.getProperty("bench.offen", "1000,10000,60000").split(",")).map(Integer::valueOf).toList();
    /** What takes minutes for one look is not looked at sixty times. */
    private static final long GEDULD_NS = 20_000_000_000L;
    private static final String LEERE_ROLLE = "ohne-aufgaben";

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

    private List<String> kommunen;
    private List<String> arbeitende;

    /** One of the two with its backlog. */
    private record Seite(String name, ProcessEngine engine, Strecke strecke, Rueckstand rueckstand, List<String> kommunen) {
    }

    @Test
    void mitRueckstand() throws Exception {
        kommunen = List.of(umgebung.getRequiredProperty("integrationskonzept.kommune.id"));
        arbeitende = rollen.namen().keySet().stream().limit(20).toList();
        Map<String, Object> datenbank = Datenbank.postgres("rueckstand");
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl((String) datenbank.get("spring.datasource.url"));
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        try (HikariDataSource quelle = new HikariDataSource(pool)) {
            ProcessEngine nackt = NackteEngine.auf(quelle, rollen.namen().keySet());
            Mitschnitt mitschnitt = Mitschnitt.kompakt(engine, spiel, vorlage);
            try (Strecke anwendung = new Strecke(engine, new Zaehler(), umgebung.getRequiredProperty("spring.datasource.url"), "bench-anwendung", kommunen);
                    Strecke bar = new Strecke(nackt, new Zaehler(), pool.getJdbcUrl(), "bench-nackt", null);
                    Rueckstand unser = rueckstand(engine, umgebung.getRequiredProperty("spring.datasource.url"), anwendung, mitschnitt, kommunen);
                    Rueckstand deren = rueckstand(nackt, pool.getJdbcUrl(), bar, mitschnitt, null)) {
                System.out.println(Umgebung.zeile(datenbank));
                List<Seite> seiten = List.of(new Seite("Anwendung", engine, anwendung, unser, kommunen), new Seite("Camunda pur", nackt, bar, deren, null));
                for (Seite seite : seiten) {
                    long vorher = seite.rueckstand().groesse();
                    seite.strecke().spiele(mitschnitt, WARM);
                    System.out.printf("%s: die Datenbank wächst je Akte mit %d Aufgaben um %,d kB (%d Akten, mit Indizes)%n", seite.name(),
                            mitschnitt.schritte().size(), (seite.rueckstand().groesse() - vorher) / WARM / 1024, WARM);
                }
                for (int offen : OFFEN) {
                    miss(offen, seiten, mitschnitt);
                }
            } finally {
                nackt.close();
            }
        }
    }

    private Rueckstand rueckstand(ProcessEngine worin, String url, Strecke strecke, Mitschnitt mitschnitt, List<String> kommunen) throws Exception {
        Task muster = worin.getTaskService().createTaskQuery().processInstanceIdIn(strecke.lasseLiegen(mitschnitt)).listPage(0, 1).get(0);
        return new Rueckstand(url, muster.getId(), arbeitende);
    }

    private void miss(int offen, List<Seite> seiten, Mitschnitt mitschnitt) throws Exception {
        List<List<Messung>> gemessen = List.of(new ArrayList<>(), new ArrayList<>());
        for (Seite seite : seiten) {
            seite.rueckstand().fuelleBis(offen);
            seite.strecke().spiele(mitschnitt, 2);
        }
        for (int runde = 0; runde < RUNDEN; runde++) {
            for (int i = 0; i < 2; i++) {
                int wer = (runde + i) % 2;
                gemessen.get(wer).add(seiten.get(wer).strecke().spiele(mitschnitt, DATEIEN));
            }
        }
        double[] verhaeltnis = new double[RUNDEN];
        Arrays.setAll(verhaeltnis, r -> gemessen.get(0).get(r).jeSekunde() / gemessen.get(1).get(r).jeSekunde());
        System.out.printf("%n%,d offene Aufgaben; Last %s; Erledigungen je Sekunde, Anwendung zu Camunda pur: %.2f (%.2f–%.2f)%n", offen, Umgebung.last(),
                Umgebung.median(verhaeltnis), Arrays.stream(verhaeltnis).min().orElse(0), Arrays.stream(verhaeltnis).max().orElse(0));
        System.out.printf("%-46s %22s %22s%n", "ms: p50 / p95", "Anwendung", "Camunda pur");
        zeile("Startformular bis zur ersten Aufgabe", gemessen.stream().map(m -> m.stream().flatMap(x -> x.anfaenge().stream()).toList()).toList());
        zeile("Erledigen", gemessen.stream().map(m -> m.stream().flatMap(x -> x.dauern().stream()).toList()).toList());
        zeile("Übernehmen", seiten.stream().map(seite -> uebernehmen(seite, offen)).toList());
        for (int gruppen : new int[] {1, 10, 0}) {
            List<String> welche = gruppen == 0 ? List.of(LEERE_ROLLE) : arbeitende.subList(0, gruppen);
            String was = gruppen == 0 ? "eine Rolle ohne Aufgaben" : gruppen == 1 ? "eine Rolle" : gruppen + " Rollen";
            zeile("Meine Gruppen, erste Seite, " + was, seiten.stream().map(s -> blicke(s, welche, q -> q.listPage(0, 15))).toList());
            zeile("Meine Gruppen, Anzahl, " + was, seiten.stream().map(s -> blicke(s, welche, TaskQuery::count)).toList());
        }
    }

    private List<Double> uebernehmen(Seite seite, int offen) {
        return dauern(BLICKE, i -> {
            String rolle = arbeitende.get((offen - i) % arbeitende.size());
            seite.engine().getIdentityService().setAuthentication(rolle, List.of(rolle), seite.kommunen());
            seite.engine().getTaskService().claim("r-" + (offen - i), rolle);
        }, seite.engine());
    }

    private static List<Double> blicke(Seite seite, List<String> gruppen, java.util.function.Consumer<TaskQuery> blick) {
        return dauern(BLICKE, i -> {
            seite.engine().getIdentityService().setAuthentication("kaemmerei", gruppen, seite.kommunen());
            blick.accept(seite.engine().getTaskService().createTaskQuery().active().taskCandidateGroupIn(gruppen).includeAssignedTasks()
                    .orderByDueDate().asc());
        }, seite.engine());
    }

    private static List<Double> dauern(int mal, IntConsumer tat, ProcessEngine engine) {
        List<Double> dauern = new ArrayList<>();
        long anfang = System.nanoTime();
        for (int i = 0; i < mal && System.nanoTime() - anfang < GEDULD_NS; i++) {
            long vorher = System.nanoTime();
            tat.accept(i);
            dauern.add((System.nanoTime() - vorher) / 1e6);
            engine.getIdentityService().clearAuthentication();
        }
        return dauern;
    }

    private static void zeile(String was, List<List<Double>> dauern) {
        System.out.printf("%-46s %22s %22s%n", was, anteile(dauern.get(0)), anteile(dauern.get(1)));
    }

    private static String anteile(List<Double> dauern) {
        List<Double> sortiert = dauern.stream().sorted().toList();
        return String.format("%.1f / %.1f", sortiert.get(sortiert.size() / 2), sortiert.get(sortiert.size() * 95 / 100));
    }
}
