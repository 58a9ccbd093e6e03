package de.integrationskonzept.rolle;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole database as text: every table, every column, bytes read as UTF-8, escaped letters as letters. */
public final class Datenbankauszug {

    private static final Pattern VERSCHLUESSELT = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private Datenbankauszug() {
    }

    /** Rows by table, but not of the access log. */
    public static Map<String, List<String>> lies(JdbcTemplate jdbc) {
        Map<String, List<String>> auszug = new LinkedHashMap<>();
        for (String tabelle : tabellen(jdbc)) {
            auszug.put(tabelle, jdbc.query("select * from \"" + tabelle + "\"", (zeile, i) -> text(zeile)).stream().sorted().toList());
        }
        return auszug;
    }

    private static List<String> tabellen(JdbcTemplate jdbc) {
        return jdbc.execute((ConnectionCallback<List<String>>) verbindung -> {
            List<String> namen = new ArrayList<>();
            try (ResultSet zeile = verbindung.getMetaData().getTables(verbindung.getCatalog(), verbindung.getSchema(), "%", null)) {
                while (zeile.next()) {
                    if (zeile.getString("TABLE_TYPE").endsWith("TABLE") && !zeile.getString("TABLE_NAME").toUpperCase(Locale.ROOT).startsWith("IK_ZUGRIFF")) {
                        namen.add(zeile.getString("TABLE_NAME"));
                    }
                }
            }
            return namen;
        });
    }

    private static String text(ResultSet zeile) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int spalte = 1; spalte <= zeile.getMetaData().getColumnCount(); spalte++) {
            boolean bytes = List.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB).contains(zeile.getMetaData().getColumnType(spalte));
            byte[] roh = bytes ? zeile.getBytes(spalte) : null;
            String wert = roh != null ? new String(roh, StandardCharsets.UTF_8) : zeile.getString(spalte);
            if (wert != null) {
                text.append(zeile.getMetaData().getColumnName(spalte)).append('=').append(VERSCHLUESSELT.matcher(wert)
                        .replaceAll(zeichen -> java.util.regex.Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(zeichen.group(1), 16)))))
                        .append(' ');
            }
        }
        return text.toString();
    }

    /** Where one of the words stands, upper or lower case, also as a part of others. */
    public static List<String> fundstellen(Map<String, List<String>> auszug, String... woerter) {
        List<String> fundstellen = new ArrayList<>();
        auszug.forEach((tabelle, zeilen) -> zeilen.forEach(zeile -> {
            for (String wort : woerter) {
                if (zeile.toLowerCase(Locale.ROOT).contains(wort.toLowerCase(Locale.ROOT))) {
                    fundstellen.add(tabelle + ": " + wort + " in " + zeile);
                }
            }
        }));
        return fundstellen;
    }
}
