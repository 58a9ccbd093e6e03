package de.integrationskonzept.leistung;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes many files of a few in a PostgreSQL database, row by row with new ids: everything that an instance has in the tables
 * of the engine and in ours, while models, people and groups stay as they are. Which columns hold ids is found in the data: the
 * same id becomes the same new id wherever it stands. Dates stay. The access log is left out, because each of its entries
 * carries the hash of the one before.
 */
public final class Vermehrung {

    /** Rows of a file, where it is not those with a process instance. */
    private static final Map<String, String> ZEILEN = Map.ofEntries(
            Map.entry("act_hi_procinst", "true"), Map.entry("act_hi_dec_in", "true"), Map.entry("act_hi_dec_out", "true"),
            Map.entry("act_ru_identitylink", "task_id_ is not null"), Map.entry("act_hi_identitylink", "task_id_ is not null"),
            Map.entry("act_ge_bytearray", "deployment_id_ is null"), Map.entry("act_ru_job", "process_instance_id_ is not null"),
            Map.entry("act_hi_job_log", "process_instance_id_ is not null"),
            Map.entry("act_ru_authorization", "resource_id_ in (select id from kennung)"));
    private static final List<String> OHNE = List.of("act_ru_filter", "act_ru_jobdef", "act_ru_meter_log", "act_ru_task_meter_log",
            "act_ru_batch", "act_hi_batch", "act_ru_case_execution", "act_ru_case_sentry_part", "act_hi_caseinst", "act_hi_caseactinst",
            "act_hi_ext_task_log", "act_ru_ext_task", "ik_zugriff", "ik_zugriff_ende", "ik_kommune", "ik_schema_history",
            "ik_auslieferung", "ik_tagespost", "ik_tagespost_lauf", "ik_modellvorschlag", "ik_modelldatei", "ik_umzug", "ik_umzug_akte");
    private static final String ZEICHEN = "(\\d{5,8}/\\d{4}-\\d{2})";

    private final JdbcTemplate jdbc;
    private final Map<String, String> tabellen = new LinkedHashMap<>();

    public Vermehrung(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param mal how many files there are afterwards for each one before */
    public void vermehre(int mal) {
        findeTabellen();
        jdbc.execute("set session_replication_role = replica");
        jdbc.execute("alter system set autovacuum = off"); // there is an analyze at the end
        jdbc.execute("select pg_reload_conf()");
        jdbc.execute("create temporary table kennung (id varchar(64) primary key)");
        tabellen.forEach((tabelle, zeilen) -> spalten(tabelle).keySet().stream().filter(s -> s.equals("id_") || s.equals("id")).forEach(id ->
                jdbc.update("insert into kennung select " + id + " from " + tabelle + " where " + zeilen + " on conflict do nothing")));
        jdbc.update("insert into kennung select distinct operation_id_ from act_hi_op_log where operation_id_ is not null on conflict do nothing");
        jdbc.execute("analyze kennung");
        Map<String, String> auftraege = new LinkedHashMap<>();
        tabellen.forEach((tabelle, zeilen) -> auftraege.put(tabelle, auftrag(tabelle, zeilen, mal)));
        List<String> indizes = jdbc.queryForList("select indexdef from pg_indexes where schemaname = 'public' and (tablename like 'act\\_hi\\_%' "
                + "or tablename like 'act\\_ru\\_%' or tablename like 'act\\_ge\\_b%') and indexname not in (select conname from pg_constraint)", String.class);
        List<String> namen = indizes.stream().map(i -> i.replaceAll("^CREATE (UNIQUE )?INDEX (\\S+) .*", "$2")).toList();
        namen.forEach(name -> jdbc.execute("drop index " + name));
        auftraege.forEach((tabelle, auftrag) -> jdbc.execute(auftrag));
        jdbc.execute("set maintenance_work_mem = '512MB'");
        indizes.forEach(jdbc::execute);
        jdbc.execute("set session_replication_role = origin");
        jdbc.execute("analyze");
    }

    private void findeTabellen() {
        jdbc.queryForList("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and "
                + "(table_name like 'act\\_ru\\_%' or table_name like 'act\\_hi\\_%' or table_name like 'ik\\_%' or table_name = 'act_ge_bytearray') "
                + "order by table_name", String.class).stream().filter(t -> !OHNE.contains(t)).forEach(tabelle -> {
                    Map<String, String> spalten = spalten(tabelle);
                    String zeilen = ZEILEN.getOrDefault(tabelle, tabelle.startsWith("ik_") ? "true"
                            : spalten.containsKey("proc_inst_id_") ? "proc_inst_id_ is not null" : null);
                    if (zeilen == null) {
                        throw new IllegalStateException("Wie " + tabelle + " zu vermehren ist, steht noch nicht in dieser Klasse.");
                    }
                    tabellen.put(tabelle, zeilen);
                });
    }

    /** Name and type. */
    private Map<String, String> spalten(String tabelle) {
        Map<String, String> spalten = new LinkedHashMap<>();
        jdbc.query("select column_name, data_type from information_schema.columns where table_schema = 'public' and table_name = ? "
                + "order by ordinal_position", zeile -> {
                    spalten.put(zeile.getString(1), zeile.getString(2));
                }, tabelle);
        return spalten;
    }

    private String auftrag(String tabelle, String zeilen, int mal) {
        List<String> namen = new ArrayList<>();
        List<String> werte = new ArrayList<>();
        spalten(tabelle).forEach((spalte, art) -> {
            namen.add(spalte);
            werte.add(art.equals("character varying") ? text(tabelle, spalte, zeilen) : "t." + spalte);
        });
        return "insert into " + tabelle + " (" + String.join(", ", namen) + ") select " + String.join(", ", werte) + " from (select * from " + tabelle
                + " where " + zeilen + ") t cross join generate_series(1, " + (mal - 1) + ") n";
    }

    /** An id becomes that of the copy, an Aktenzeichen gets the number of the copy; other texts stay. */
    private String text(String tabelle, String spalte, String zeilen) {
        String von = " from (select " + spalte + " s from " + tabelle + " where " + zeilen + ") t ";
        if (gibt("select exists (select 1" + von + "join kennung k on k.id = t.s)")) {
            String neu = "right(t." + spalte + ", 60) || '-' || n"; // the part that makes it unique is at the end
            boolean alle = !gibt("select exists (select 1" + von + "left join kennung k on k.id = t.s where t.s is not null and k.id is null)");
            return alle ? neu : "case when exists (select 1 from kennung k where k.id = t." + spalte + ") then " + neu + " else t." + spalte + " end";
        }
        return gibt("select exists (select 1" + von + "where s ~ '" + ZEICHEN + "')")
                ? "regexp_replace(t." + spalte + ", '" + ZEICHEN + "', '\\1-' || n, 'g')" : "t." + spalte;
    }

    private boolean gibt(String frage) {
        return Boolean.TRUE.equals(jdbc.queryForObject(frage, Boolean.class));
    }

    /** Rows by table, the largest first. */
    Map<String, Long> bestand() {
        Map<String, Long> bestand = new LinkedHashMap<>();
        tabellen.keySet().forEach(t -> bestand.put(t, jdbc.queryForObject("select count(*) from " + t, Long.class)));
        return bestand;
    }

    /** References that lead nowhere, by foreign key of the schema and by the references that the engine keeps without one. */
    public List<String> insLeere() {
        List<String> fehler = new ArrayList<>();
        findeTabellen();
        jdbc.query("select c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text, f.attname from pg_constraint c "
                + "join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] "
                + "join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1] where c.contype = 'f' and array_length(c.conkey, 1) = 1",
                zeile -> {
                    pruefe(fehler, zeile.getString(1), zeile.getString(2), zeile.getString(3), zeile.getString(4));
                });
        for (String tabelle : tabellen.keySet()) {
            Map<String, String> spalten = spalten(tabelle);
            Map.of("root_proc_inst_id_", "act_hi_procinst.id_", "proc_inst_id_", "act_hi_procinst.id_", "task_id_", "act_hi_taskinst.id_",
                    "super_process_instance_id_", "act_hi_procinst.id_", "bytearray_id_", "act_ge_bytearray.id_", "var_inst_id_", "act_hi_varinst.id_",
                    "dec_inst_id_", "act_hi_decinst.id_", "prozessinstanz", "act_hi_procinst.id_", "wurzel", "act_hi_procinst.id_")
                    .forEach((spalte, ziel) -> {
                        if (spalten.containsKey(spalte)) {
                            pruefe(fehler, tabelle, spalte, ziel.split("\\.")[0], ziel.split("\\.")[1]);
                        }
                    });
        }
        return fehler;
    }

    private void pruefe(List<String> fehler, String tabelle, String spalte, String ziel, String schluessel) {
        Long anzahl = jdbc.queryForObject("select count(*) from " + tabelle + " t where t." + spalte + " is not null and not exists (select 1 from "
                + ziel + " z where z." + schluessel + " = t." + spalte + ")", Long.class);
        if (anzahl > 0) {
            fehler.add(tabelle + "." + spalte + " → " + ziel + ": " + anzahl);
        }
    }
}
