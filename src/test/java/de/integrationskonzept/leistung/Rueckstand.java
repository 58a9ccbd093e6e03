package de.integrationskonzept.leistung;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Open tasks of other files, as many as are asked for: copies of one open task with its candidates and rights, spread over the roles and over
 * a year. They all wait at the same execution, which nothing measured here looks at.
 */
final class Rueckstand implements AutoCloseable {

    private final Connection datenbank;
    private final String muster;
    private final String rollen;
    private int bisher;

    /** @param muster id of the open task that is copied */
    Rueckstand(String url, String muster, List<String> rollen) throws SQLException {
        this.datenbank = DriverManager.getConnection(url, "postgres", "postgres");
        this.muster = muster;
        this.rollen = "(array['" + String.join("','", rollen) + "'])[1 + n % " + rollen.size() + "]";
    }

    void fuelleBis(int aufgaben) throws SQLException {
        try (Statement anweisung = datenbank.createStatement()) {
            String nummern = " from generate_series(" + (bisher + 1) + ", " + aufgaben + ") n, ";
            kopiere(anweisung, "ACT_RU_TASK", "ID_ = '" + muster + "'", nummern, "ID_", "'r-' || n",
                    "DUE_DATE_", "timestamp '2026-06-01' + (n % 365) * interval '1 day'");
            kopiere(anweisung, "ACT_RU_IDENTITYLINK", "TASK_ID_ = '" + muster + "' and GROUP_ID_ is not null", nummern,
                    "ID_", "'r-' || n || ID_", "TASK_ID_", "'r-' || n", "GROUP_ID_", rollen);
            kopiere(anweisung, "ACT_RU_AUTHORIZATION", "RESOURCE_ID_ = '" + muster + "' and GROUP_ID_ is not null", nummern,
                    "ID_", "'r-' || n || ID_", "RESOURCE_ID_", "'r-' || n", "GROUP_ID_", rollen);
            anweisung.execute("vacuum analyze");
        }
        bisher = aufgaben;
    }

    /** Bytes of the whole database. */
    long groesse() throws SQLException {
        try (Statement frage = datenbank.createStatement(); var antwort = frage.executeQuery("select pg_database_size(current_database())")) {
            antwort.next();
            return antwort.getLong(1);
        }
    }

    /** @param ersetzt column, what it becomes, … */
    private static void kopiere(Statement anweisung, String tabelle, String welche, String nummern, String... ersetzt) throws SQLException {
        StringBuilder spalten = new StringBuilder();
        try (var zeilen = anweisung.executeQuery("select column_name from information_schema.columns where table_name = lower('" + tabelle + "')")) {
            while (zeilen.next()) {
                spalten.append(spalten.isEmpty() ? "" : ", ").append(zeilen.getString(1));
            }
        }
        String werte = spalten.toString();
        for (int i = 0; i < ersetzt.length; i += 2) {
            werte = werte.replaceAll("\\b" + ersetzt[i].toLowerCase() + "\\b", java.util.regex.Matcher.quoteReplacement(ersetzt[i + 1]));
        }
        anweisung.execute("insert into " + tabelle + " (" + spalten + ") select " + werte + nummern + tabelle + " where " + welche);
    }

    @Override
    public void close() throws SQLException {
        datenbank.close();
    }
}
