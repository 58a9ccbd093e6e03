package de.integrationskonzept.cockpit;

import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.cockpit.Konzeptzeilen.Grundzeile;
import de.integrationskonzept.cockpit.Konzeptzeilen.Konzept;
import de.integrationskonzept.engine.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * All files that the caller may see, and where they stand: found, sorted and counted in {@code IK_LAGE}, and only the rows of
 * one page are looked up in full. It costs the same number of statements whatever the number of files. A list of files is no
 * access to one, so it is not logged.
 */
@Component
class Konzepte {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int ALLE_AUF_EINMAL = 1000;

    private static final String SUMMEN = "select L.PHASE, L.PHASE_NR, L.STAND, count(*) as ANZAHL_, sum(case when " + Auswahl.VERSPAETET
            + " then 1 else 0 end) as VERSPAETET_ from IK_LAGE L where %s group by L.PHASE, L.PHASE_NR, L.STAND order by L.PHASE_NR, L.PHASE";
    private static final String ANZAHL = "select count(*) from IK_LAGE L where %s and %s";
    private static final String ZEILEN = "select L.PROZESSINSTANZ, L.AKTENZEICHEN, L.NAME, L.STAND, L.PHASE, L.AMPEL, L.GEPLANT, L.ERWARTET, "
            + Auswahl.UEBERFAELLIG + " as UEBERFAELLIG_, P.START_TIME_, P.END_TIME_ from IK_LAGE L join ACT_HI_PROCINST P on P.ID_ = L.PROZESSINSTANZ where ";

    private final NamedParameterJdbcTemplate jdbc;
    private final Sichtbare sichtbare;
    private final Prozessarten arten;
    private final Konzeptzeilen zeilen;

    Konzepte(NamedParameterJdbcTemplate jdbc, Sichtbare sichtbare, Prozessarten arten, Konzeptzeilen zeilen) {
        this.jdbc = jdbc;
        this.sichtbare = sichtbare;
        this.arten = arten;
        this.zeilen = zeilen;
    }

    /** Numbers of files, over all that the caller may see. */
    record Uebersicht(int laufend, int verspaetet, int ruht, int umsetzung, int beendet) {
    }

    /** @param heute the day of which it speaks, {@code gesamt} how many were found, {@code phasen} in which phases there are files at all, in their order */
    record Seite(LocalDate heute, int gesamt, int ab, Uebersicht uebersicht, List<String> phasen, List<Konzept> zeilen) {
    }

    static LocalDate heute() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), BERLIN);
    }

    Seite seite(Auswahl auswahl) {
        Sichtbare.Bedingung sicht = sichtbare.fuerAnfragende();
        Map<String, Object> werte = werte(auswahl, sicht);
        List<String> phasen = new ArrayList<>();
        Map<String, Integer> summen = new HashMap<>();
        jdbc.query(SUMMEN.formatted(sicht.sql()), werte, zeile -> {
            if (zeile.getString("PHASE") != null && !phasen.contains(zeile.getString("PHASE"))) {
                phasen.add(zeile.getString("PHASE"));
            }
            summen.merge(zeile.getString("STAND"), zeile.getInt("ANZAHL_"), Integer::sum);
            summen.merge("verspaetet", zeile.getInt("VERSPAETET_"), Integer::sum);
        });
        Integer gesamt = jdbc.queryForObject(ANZAHL.formatted(sicht.sql(), auswahl.bedingung()), werte, Integer.class);
        return new Seite(heute(), gesamt == null ? 0 : gesamt, auswahl.ab(), new Uebersicht(zahl(summen, Lage.Stand.LAEUFT), summen.getOrDefault("verspaetet", 0),
                zahl(summen, Lage.Stand.RUHT), zahl(summen, Lage.Stand.UMSETZUNG), zahl(summen, Lage.Stand.BEENDET)), phasen,
                zeilen.konzepte(grundzeilen(auswahl, sicht, werte, " offset :ab rows fetch next :anzahl rows only"), vertrauliche(werte)));
    }

    private static int zahl(Map<String, Integer> summen, Lage.Stand stand) {
        return summen.getOrDefault(stand.name(), 0);
    }

    /** All that fit, not only those of one page. */
    List<Konzept> alle(Auswahl auswahl) {
        Sichtbare.Bedingung sicht = sichtbare.fuerAnfragende();
        Map<String, Object> werte = werte(auswahl, sicht);
        List<Grundzeile> grundzeilen = grundzeilen(auswahl, sicht, werte, "");
        List<Konzept> alle = new ArrayList<>();
        for (int i = 0; i < grundzeilen.size(); i += ALLE_AUF_EINMAL) {
            alle.addAll(zeilen.konzepte(grundzeilen.subList(i, Math.min(i + ALLE_AUF_EINMAL, grundzeilen.size())), vertrauliche(werte)));
        }
        return alle;
    }

    /** @throws Refusal (404) when the caller sees no such file */
    Konzeptzeilen.Einzeln eines(String id) {
        Sichtbare.Bedingung sicht = sichtbare.fuerAnfragende();
        Map<String, Object> werte = werte(Auswahl.aus(Map.of()), sicht);
        werte.put("akte", id);
        return jdbc.query(ZEILEN + sicht.sql() + " and L.PROZESSINSTANZ = :akte", werte, (zeile, i) -> grundzeile(zeile)).stream().findFirst()
                .map(zeile -> zeilen.einzeln(zeile, vertrauliche(werte))).orElseThrow(() -> new Refusal(NOT_FOUND,
                        "Dieses Konzept gibt es nicht, oder Sie haben keinen Zugriff darauf. Bitte wählen Sie eines auf der Seite „Konzepte“."));
    }

    private Map<String, Object> werte(Auswahl auswahl, Sichtbare.Bedingung sicht) {
        Map<String, Object> werte = auswahl.werte();
        werte.putAll(sicht.werte());
        werte.put("heute", Math.toIntExact(heute().toEpochDay()));
        werte.put("jetzt", new java.sql.Timestamp(ClockUtil.getCurrentTime().getTime()));
        werte.put("vertraulich", arten.vertrauliche());
        return werte;
    }

    @SuppressWarnings("unchecked")
    private static List<String> vertrauliche(Map<String, Object> werte) {
        return (List<String>) werte.get("vertraulich");
    }

    private List<Grundzeile> grundzeilen(Auswahl auswahl, Sichtbare.Bedingung sicht, Map<String, Object> werte, String ausschnitt) {
        return jdbc.query(ZEILEN + sicht.sql() + " and " + auswahl.bedingung() + " order by " + auswahl.reihenfolge() + ausschnitt, werte,
                (zeile, i) -> grundzeile(zeile));
    }

    private static Grundzeile grundzeile(ResultSet zeile) throws SQLException {
        return new Grundzeile(zeile.getString("PROZESSINSTANZ"), zeile.getString("NAME"), zeile.getString("AKTENZEICHEN"),
                Lage.Stand.valueOf(zeile.getString("STAND")), zeile.getString("PHASE"), zeile.getString("AMPEL"), tag(zeile, "GEPLANT"), tag(zeile, "ERWARTET"),
                zeile.getInt("UEBERFAELLIG_"), Aktenwurzeln.zeit(zeile.getTimestamp("START_TIME_")), Aktenwurzeln.zeit(zeile.getTimestamp("END_TIME_")));
    }

    private static LocalDate tag(ResultSet zeile, String spalte) throws SQLException {
        int tage = zeile.getInt(spalte);
        return zeile.wasNull() ? null : LocalDate.ofEpochDay(tage);
    }
}
