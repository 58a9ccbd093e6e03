package de.integrationskonzept.rolle;

import de.integrationskonzept.rolle.Datenfelder.Art;
import de.integrationskonzept.rolle.Datenfelder.Feld;
import de.integrationskonzept.rolle.Datenfelder.Tabelle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything that names a person, row by row as it is stored, for their right to know (Article 15 GDPR). */
final class Personendaten {

    private static final int HOECHSTENS = 10_000;
    private static final Set<String> GEHEIM = Set.of("PWD_", "SALT_", "PASSWORD_", "REV_", "SITZUNG", "SITZUNGSDATEN");
    private static final Map<String, String> TITEL = Map.ofEntries(
            Map.entry("ACT_ID_USER", "Konto"), Map.entry("ACT_ID_MEMBERSHIP", "Rollen"), Map.entry("ACT_ID_TENANT_MEMBER", "Kommunen"),
            Map.entry("ACT_ID_INFO", "Einstellungen"), Map.entry("ACT_RU_AUTHORIZATION", "Rechte"), Map.entry("ACT_RU_TASK", "Offene Aufgaben"),
            Map.entry("ACT_RU_IDENTITYLINK", "Zuständigkeiten"), Map.entry("ACT_RU_VARIABLE", "Angaben in laufenden Akten"),
            Map.entry("ACT_RU_BATCH", "Laufende Sammelvorgänge"),
            Map.entry("ACT_HI_BATCH", "Sammelvorgänge"), Map.entry("ACT_RU_FILTER", "Filter der Aufgabenliste"), Map.entry("ACT_HI_PROCINST", "Begonnene Vorgänge"),
            Map.entry("ACT_HI_TASKINST", "Aufgaben"), Map.entry("ACT_HI_ACTINST", "Schritte"),
            Map.entry("ACT_HI_VARINST", "Angaben in Akten, letzter Stand"), Map.entry("ACT_HI_DETAIL", "Angaben in Akten, frühere Stände"),
            Map.entry("ACT_HI_COMMENT", "Kommentare"), Map.entry("ACT_HI_ATTACHMENT", "Anlagen"),
            Map.entry("ACT_HI_IDENTITYLINK", "Frühere Zuständigkeiten"), Map.entry("ACT_HI_OP_LOG", "Protokoll der Handlungen"),
            Map.entry("ACT_GE_BYTEARRAY", "Inhalte von Angaben und Anlagen"), Map.entry("ACT_HI_DEC_IN", "Eingaben von Entscheidungstabellen"),
            Map.entry("ACT_HI_DEC_OUT", "Ergebnisse von Entscheidungstabellen"), Map.entry("IK_ZUGRIFF", "Zugriffsprotokoll"), Map.entry("IK_ENTWURF", "Entwürfe an offenen Aufgaben"),
            Map.entry("IK_MODELLVORSCHLAG", "Änderungen an Modellen"), Map.entry("IK_MODELLDATEI", "Geänderte Dateien"),
            Map.entry("IK_ABWESENHEIT", "Abwesenheiten"), Map.entry("IK_ABWESENHEIT_VERLAUF", "Wie sie eingetragen wurden"),
            Map.entry("IK_VERTRETUNG", "Aufgaben in Vertretung"), Map.entry("IK_UEBERGABE", "Übergaben auf Dauer"),
            Map.entry("IK_AUSLIEFERUNG", "Entscheidungen über ausgelieferte Modelle"),
            Map.entry("IK_EINLADUNG", "Einladungen zur Beteiligung"),
            Map.entry("IK_KALENDER", "Kalenderadresse"), Map.entry("IK_TERMIN", "Sitzungen"), Map.entry("IK_MELDUNG", "Nachrichten, die zu senden sind"),
            Map.entry("IK_WUNSCH", "Abbestellte Nachrichten"), Map.entry("IK_SITZUNG", "Bestehende Anmeldungen"));

    private final JdbcTemplate jdbc;
    private final Kennzeichen person;

    Personendaten(JdbcTemplate jdbc, Kennzeichen person) {
        this.jdbc = jdbc;
        this.person = person;
    }

    /**
     * @param titel what it is, {@code tabelle} where it lies
     * @param gekuerzt there is more than the 10,000 rows shown
     */
    record Abschnitt(String titel, String tabelle, List<Map<String, Object>> zeilen, boolean gekuerzt) {
    }

    /** Only what names the person. */
    List<Abschnitt> lies() {
        List<Abschnitt> abschnitte = new ArrayList<>();
        for (Tabelle tabelle : Datenfelder.alle(jdbc)) {
            List<Map<String, Object>> zeilen = zeilen(tabelle);
            if (!zeilen.isEmpty()) {
                String name = tabelle.name().toUpperCase(Locale.ROOT);
                abschnitte.add(new Abschnitt(TITEL.getOrDefault(name, name), name, zeilen, zeilen.size() >= HOECHSTENS));
            }
        }
        return abschnitte;
    }

    private List<Map<String, Object>> zeilen(Tabelle tabelle) {
        List<String> bedingungen = new ArrayList<>();
        List<Object> werte = new ArrayList<>();
        for (Feld feld : tabelle.felder()) {
            if (feld.art() == Art.KENNUNG) {
                bedingungen.add(feld.spalte() + " = ?");
                werte.add(person.kennung());
            } else if (feld.art() == Art.TEXT) {
                person.suchmuster().forEach(muster -> {
                    bedingungen.add("lower(" + feld.spalte() + ") like ?");
                    werte.add(muster);
                });
            } else {
                bedingungen.add(feld.spalte() + " is not null");
            }
        }
        if (tabelle.name().equalsIgnoreCase("ACT_ID_USER")) {
            bedingungen.add("ID_ = ?");
            werte.add(person.kennung());
        }
        if (bedingungen.isEmpty()) {
            return List.of();
        }
        String nurEigene = tabelle.name().equalsIgnoreCase("ACT_GE_BYTEARRAY") ? " and DEPLOYMENT_ID_ is null" : "";
        List<Map<String, Object>> zeilen = new ArrayList<>();
        jdbc.query("select * from " + tabelle.name() + " where (" + String.join(" or ", bedingungen) + ")" + nurEigene, zeile -> {
            if (zeilen.size() < HOECHSTENS) {
                Map<String, Object> roh = new ColumnMapRowMapper().mapRow(zeile, 0);
                if (nennt(tabelle, roh)) {
                    zeilen.add(lesbar(roh));
                }
            }
        }, werte.toArray());
        return zeilen;
    }

    private boolean nennt(Tabelle tabelle, Map<String, Object> zeile) {
        return tabelle.name().equalsIgnoreCase("ACT_ID_USER") && person.kennung().equals(zeile.get("ID_"))
                || tabelle.felder().stream().anyMatch(feld -> {
                    Object wert = wert(zeile.get(feld.spalte()));
                    return wert != null && (feld.art() == Art.KENNUNG ? person.kennung().equals(wert)
                            : wert instanceof byte[] bytes ? person.ersetze(bytes) != null && person.ersetze(bytes) != bytes
                            : person.kommtVor(wert.toString()));
                });
    }

    private static Map<String, Object> lesbar(Map<String, Object> zeile) {
        Map<String, Object> lesbar = new LinkedHashMap<>();
        zeile.forEach((spalte, roh) -> {
            Object wert = wert(roh);
            String name = spalte.toUpperCase(Locale.ROOT);
            if (wert != null && !GEHEIM.contains(name)) {
                lesbar.put(name.replaceAll("_$", "").toLowerCase(Locale.ROOT), wert instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.UTF_8) : wert.toString());
            }
        });
        return lesbar;
    }

    /** Some databases hand out long texts and bytes as something to be read. */
    private static Object wert(Object roh) {
        try {
            return roh instanceof java.sql.Clob text ? text.getSubString(1, (int) text.length())
                    : roh instanceof java.sql.Blob bytes ? bytes.getBytes(1, (int) bytes.length()) : roh;
        } catch (java.sql.SQLException unlesbar) {
            throw new IllegalStateException(unlesbar);
        }
    }
}
