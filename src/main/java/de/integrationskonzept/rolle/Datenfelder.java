package de.integrationskonzept.rolle;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Where in the database a person may be named: every text and binary column of the engine's tables and ours, as the
 * database itself lists them, so that a table added later is not forgotten. Left out is what gives things their structure:
 * keys, types, names of variables, models.
 */
final class Datenfelder {

    /** @param art what may stand in it; {@code laenge} the most characters that fit */
    record Feld(String tabelle, String spalte, Art art, int laenge, boolean mitStand) {
    }

    /** A text, a user id and nothing else, or bytes. */
    enum Art { TEXT, KENNUNG, BYTES }

    /** @param schluessel its primary key, null when that has several columns or is missing */
    record Tabelle(String name, String schluessel, List<Feld> felder) {
    }

    private static final Set<String> KENNUNGEN = Set.of("ASSIGNEE_", "ASSIGNER_ID_", "CREATE_USER_ID_", "OWNER_", "START_USER_ID_", "USER_ID_");
    /** In our own tables, also as part of the key. */
    private static final Pattern EIGENE_KENNUNGEN = Pattern.compile("(.*_)?(PERSON|KENNUNG|VON)");
    private static final Pattern STRUKTUR = Pattern.compile("(.*_)?(ID|KEY|TYPE)_|HANDLER_CFG_|EVENT_NAME_|CLAUSE_NAME_|VAR_NAME_");
    private static final Pattern MIT_VARIABLENNAMEN = Pattern.compile("ACT_(RU_VARIABLE|HI_VARINST|HI_DETAIL|GE_BYTEARRAY|HI_DEC_IN|HI_DEC_OUT)");
    private static final Pattern OHNE_PERSONEN = Pattern.compile("ACT_RE_.*|ACT_GE_PROPERTY|ACT_GE_SCHEMA_LOG|ACT_ID_GROUP|ACT_ID_TENANT");

    /** Models on their way to the deployment are the same for everybody, as those that are deployed. */
    private static final Set<String> MODELLE = Set.of("IK_MODELLDATEI", "IK_AUSLIEFERUNG");

    /** A session ends with the account, and what it consists of is nothing to read. */
    private static final String SITZUNGSDATEN = "SITZUNGSDATEN";

    /** User accounts: the engine removes them itself, and colleagues of the same name keep theirs. */
    private static final Pattern KONTEN = Pattern.compile("ACT_ID_.*");

    /** The access log proves who has read what, also after the person has gone. */
    private static final Pattern NACHWEISE = Pattern.compile("IK_ZUGRIFF(_ENDE)?");

    /** What was signed stays as it was signed until its file goes; who completed the step is forgotten there, too. */
    private static final String UNTERSCHRIEBEN = "IK_DOKUMENT";

    private Datenfelder() {
    }

    /** Where a person can be forgotten. */
    static List<Tabelle> zuVergessen(JdbcTemplate jdbc) {
        return alle(jdbc).stream().filter(t -> !KONTEN.matcher(t.name().toUpperCase(Locale.ROOT)).matches()
                && !NACHWEISE.matcher(t.name().toUpperCase(Locale.ROOT)).matches()).map(Datenfelder::ohneUnterschriebenes).toList();
    }

    private static Tabelle ohneUnterschriebenes(Tabelle tabelle) {
        return !UNTERSCHRIEBEN.equalsIgnoreCase(tabelle.name()) ? tabelle : new Tabelle(tabelle.name(), tabelle.schluessel(),
                tabelle.felder().stream().filter(feld -> feld.art() != Art.BYTES).toList());
    }

    /** Where a person can be found. */
    static List<Tabelle> alle(JdbcTemplate jdbc) {
        return jdbc.execute((ConnectionCallback<List<Tabelle>>) verbindung -> {
            Map<String, List<Feld>> felder = new java.util.TreeMap<>();
            Map<String, Set<String>> spalten = new HashMap<>();
            DatabaseMetaData angaben = verbindung.getMetaData();
            lies(angaben, verbindung, (tabelle, spalte, typ, laenge) -> {
                spalten.computeIfAbsent(tabelle, t -> new HashSet<>()).add(gross(spalte));
                Art art = art(gross(tabelle), gross(spalte), typ);
                if (art != null) {
                    felder.computeIfAbsent(tabelle, t -> new ArrayList<>()).add(new Feld(tabelle, spalte, art, laenge, false));
                }
            });
            List<Tabelle> tabellen = new ArrayList<>();
            for (var eintrag : felder.entrySet()) {
                List<String> schluessel = schluessel(angaben, verbindung, eintrag.getKey());
                boolean mitStand = spalten.get(eintrag.getKey()).contains("REV_");
                List<Feld> ohneSchluessel = eintrag.getValue().stream().filter(f -> f.art() == Art.KENNUNG || !schluessel.contains(f.spalte()))
                        .map(f -> new Feld(f.tabelle(), f.spalte(), f.art(), f.laenge(), mitStand)).toList();
                tabellen.add(new Tabelle(eintrag.getKey(), schluessel.size() == 1 ? schluessel.get(0) : null, ohneSchluessel));
            }
            return tabellen;
        });
    }

    private interface Spalte {
        void nimm(String tabelle, String spalte, int typ, int laenge) throws SQLException;
    }

    private static void lies(DatabaseMetaData angaben, Connection verbindung, Spalte spalte) throws SQLException {
        try (ResultSet zeile = angaben.getColumns(verbindung.getCatalog(), verbindung.getSchema(), "%", "%")) {
            while (zeile.next()) {
                String tabelle = zeile.getString("TABLE_NAME");
                if (gross(tabelle).startsWith("ACT_") || gross(tabelle).startsWith("IK_") && !gross(tabelle).equals("IK_SCHEMA_HISTORY")) {
                    spalte.nimm(tabelle, zeile.getString("COLUMN_NAME"), zeile.getInt("DATA_TYPE"), zeile.getInt("COLUMN_SIZE"));
                }
            }
        }
    }

    private static List<String> schluessel(DatabaseMetaData angaben, Connection verbindung, String tabelle) throws SQLException {
        List<String> schluessel = new ArrayList<>();
        try (ResultSet zeile = angaben.getPrimaryKeys(verbindung.getCatalog(), verbindung.getSchema(), tabelle)) {
            while (zeile.next()) {
                schluessel.add(zeile.getString("COLUMN_NAME"));
            }
        }
        return schluessel;
    }

    /** Null when no person is named there. Indexes are listed as tables by some databases; they have no columns of their own. */
    private static Art art(String tabelle, String spalte, int typ) {
        if (OHNE_PERSONEN.matcher(tabelle).matches()) {
            return null;
        }
        return switch (typ) {
            case Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB, Types.NVARCHAR, Types.NCLOB -> istKennung(tabelle, spalte) ? Art.KENNUNG
                    : STRUKTUR.matcher(spalte).matches() || spalte.equals("NAME_") && MIT_VARIABLENNAMEN.matcher(tabelle).matches() ? null
                    : Art.TEXT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> MODELLE.contains(tabelle) || spalte.equals(SITZUNGSDATEN) ? null : Art.BYTES;
            default -> null;
        };
    }

    private static boolean istKennung(String tabelle, String spalte) {
        return KENNUNGEN.contains(spalte) || tabelle.startsWith("IK_") && EIGENE_KENNUNGEN.matcher(spalte).matches();
    }

    private static String gross(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
