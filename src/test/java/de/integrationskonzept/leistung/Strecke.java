package de.integrationskonzept.leistung;

import de.integrationskonzept.prozess.Spiel;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.Variables;

/**
 * One of the two contestants: an engine on its own database. What is measured is the completion of tasks by logged-in
 * people, and the asynchronous work that a completion leaves behind, and by itself the start of a file; looking for the next task goes over
 * a connection of its own and is not measured.
 */
final class Strecke implements AutoCloseable {

    private final ProcessEngine engine;
    private final Zaehler zaehler;
    private final String kennung;
    private final List<String> kommunen;
    private final Connection daneben;
    private final String definition;

    /** What a slice came to, for the tasks that it completed. */
    record Messung(int aufgaben, double sekunden, double cpuJvm, double cpuDatenbank, double anweisungen, double runden, List<Double> dauern,
            List<Double> anfaenge) {

        double jeSekunde() {
            return aufgaben / sekunden;
        }

        double cpuJeAufgabe() {
            return (cpuJvm + cpuDatenbank) / aufgaben;
        }
    }

    /** @param kennung application name of the engine's connections, by which their CPU time is found */
    Strecke(ProcessEngine engine, Zaehler zaehler, String url, String kennung, List<String> kommunen) throws SQLException {
        this.engine = engine;
        this.zaehler = zaehler;
        this.kennung = kennung;
        this.kommunen = kommunen;
        this.daneben = DriverManager.getConnection(url, "postgres", "postgres");
        this.definition = engine.getRepositoryService().createProcessDefinitionQuery()
                .processDefinitionKey("integrationskonzept").latestVersion().singleResult().getId();
    }

    Messung spiele(Mitschnitt mitschnitt, int dateien) throws Exception {
        Summe summe = new Summe();
        long cpuDatenbank = cpuDatenbank();
        for (int i = 0; i < dateien; i++) {
            long vorher = System.nanoTime();
            String akte = beginne(mitschnitt);
            jobs(akte, new Summe());
            summe.anfaenge.add((System.nanoTime() - vorher) / 1e6);
            for (Mitschnitt.Schritt schritt : mitschnitt.schritte()) {
                String aufgabe = eine("select T.ID_ from ACT_RU_TASK T join ACT_RU_EXECUTION E on E.ID_ = T.PROC_INST_ID_ "
                        + "where E.ROOT_PROC_INST_ID_ = ? and T.TASK_DEF_KEY_ = ? limit 1", akte, schritt.aufgabe());
                if (aufgabe == null) {
                    throw new AssertionError(kennung + ": " + schritt.aufgabe() + " is not open, but " + eine("select string_agg(T.TASK_DEF_KEY_, ', ') "
                            + "from ACT_RU_TASK T join ACT_RU_EXECUTION E on E.ID_ = T.PROC_INST_ID_ where E.ROOT_PROC_INST_ID_ = ?", akte));
                }
                Map<String, Object> angaben = Variables.fromMap(Spiel.json(schritt.angaben()));
                engine.getIdentityService().setAuthentication(schritt.rolle(), List.of(schritt.rolle()), kommunen);
                summe.dauern.add(summe.miss(() -> engine.getFormService().submitTaskForm(aufgabe, angaben)) / 1e6);
                engine.getIdentityService().clearAuthentication();
                jobs(akte, summe);
                summe.aufgaben++;
            }
        }
        return new Messung(summe.aufgaben, summe.zeit / 1e9, summe.cpu / 1e9, (cpuDatenbank() - cpuDatenbank) / 100.0,
                summe.anweisungen, summe.runden, summe.dauern, summe.anfaenge);
    }

    /** Begins a file and leaves it where it is. */
    String lasseLiegen(Mitschnitt mitschnitt) throws Exception {
        String akte = beginne(mitschnitt);
        jobs(akte, new Summe());
        return eine("select T.PROC_INST_ID_ from ACT_RU_TASK T join ACT_RU_EXECUTION E on E.ID_ = T.PROC_INST_ID_ "
                + "where E.ROOT_PROC_INST_ID_ = ? and T.TASK_DEF_KEY_ = ?", akte, mitschnitt.schritte().get(0).aufgabe());
    }

    private String beginne(Mitschnitt mitschnitt) {
        Map<String, Object> anfang = new LinkedHashMap<>(mitschnitt.anfang());
        anfang.put("aktenzeichen", UUID.randomUUID().toString());
        engine.getIdentityService().setAuthentication("integrationsbeauftragte", List.of("integrationsbeauftragte"), kommunen);
        try {
            return engine.getFormService().submitStartForm(definition, Variables.fromMap(Spiel.json(anfang))).getId();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private void jobs(String akte, Summe summe) throws Exception {
        while (true) {
            String job = eine("select J.ID_ from ACT_RU_JOB J join ACT_RU_EXECUTION E on E.ID_ = J.PROCESS_INSTANCE_ID_ "
                    + "where E.ROOT_PROC_INST_ID_ = ? and J.DUEDATE_ is null limit 1", akte);
            if (job == null) {
                return;
            }
            summe.miss(() -> engine.getManagementService().executeJob(job));
        }
    }

    private String eine(String sql, String... werte) throws SQLException {
        try (PreparedStatement frage = daneben.prepareStatement(sql)) {
            for (int i = 0; i < werte.length; i++) {
                frage.setString(i + 1, werte[i]);
            }
            try (ResultSet antwort = frage.executeQuery()) {
                return antwort.next() ? antwort.getString(1) : null;
            }
        }
    }

    /** Hundredths of a second that the server's processes for this engine have worked, by the operating system. */
    private long cpuDatenbank() throws Exception {
        List<String> prozesse = new ArrayList<>();
        try (PreparedStatement frage = daneben.prepareStatement("select pid from pg_stat_activity where application_name = ?")) {
            frage.setString(1, kennung);
            try (ResultSet antwort = frage.executeQuery()) {
                while (antwort.next()) {
                    prozesse.add(antwort.getString(1));
                }
            }
        }
        long summe = 0;
        for (String prozess : prozesse) {
            Path stat = Path.of("/proc", prozess, "stat");
            if (Files.exists(stat)) {
                String zeile = Files.readString(stat);
                String[] felder = zeile.substring(zeile.lastIndexOf(')') + 2).split(" ");
                summe += Long.parseLong(felder[11]) + Long.parseLong(felder[12]);
            }
        }
        return summe;
    }

    @Override
    public void close() throws SQLException {
        daneben.close();
    }

    private final class Summe {

        private static final com.sun.management.OperatingSystemMXBean SYSTEM =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private int aufgaben;
        private long zeit;
        private long cpu;
        private long anweisungen;
        private long runden;
        /** Milliseconds of each form that was submitted. */
        private final List<Double> dauern = new ArrayList<>();
        /** Milliseconds from the start form to the first task, of each file. */
        private final List<Double> anfaenge = new ArrayList<>();

        long miss(Runnable tat) {
            long anweisungenVorher = zaehler.anweisungen();
            long rundenVorher = zaehler.runden();
            long cpuVorher = SYSTEM.getProcessCpuTime();
            long vorher = System.nanoTime();
            tat.run();
            long dauer = System.nanoTime() - vorher;
            zeit += dauer;
            cpu += SYSTEM.getProcessCpuTime() - cpuVorher;
            anweisungen += zaehler.anweisungen() - anweisungenVorher;
            runden += zaehler.runden() - rundenVorher;
            return dauer;
        }
    }
}
