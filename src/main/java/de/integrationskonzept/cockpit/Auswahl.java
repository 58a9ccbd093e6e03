package de.integrationskonzept.cockpit;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Refusal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which files are wanted, in which order, as the query of an address says it; as SQL it speaks of a row of {@code IK_LAGE}
 * called L, with {@code :heute} for today as days since 1970-01-01.
 *
 * @param ab how many rows to leave out, {@code anzahl} how many to give at most
 */
record Auswahl(String suche, String phase, String ampel, String lage, String sortierung, boolean absteigend, int ab, int anzahl) {

    static final int SEITE = 50;

    /** Nobody has been asked yet why a milestone is overdue today, so the plan has not moved. A file that rests has no dates. */
    static final String UEBERFAELLIG = "case when L.STAND = 'LAEUFT' and L.NAECHSTER < :heute then :heute - L.NAECHSTER else 0 end";
    static final String VERZUG = "(L.ERWARTET - L.GEPLANT + " + UEBERFAELLIG + ")";
    static final String VERSPAETET = "(L.STAND in ('LAEUFT', 'RUHT') and " + VERZUG + " > 0)";

    private static final String DIESER_AKTE = "exists (select 1 from ACT_HI_PROCINST R join ACT_RU_EXECUTION E on E.ROOT_PROC_INST_ID_ = R.ID_ join %1$s "
            + "where R.BUSINESS_KEY_ = L.AKTENZEICHEN and R.TENANT_ID_ = L.KOMMUNE and %2$s.PROC_DEF_ID_ not in (:vertraulich) and %3$s)";

    private static final Map<String, String> LAGEN = Map.of("", "1 = 1", "laufend", "L.STAND = 'LAEUFT'", "ruht", "L.STAND = 'RUHT'", "umsetzung",
            "L.STAND = 'UMSETZUNG'", "beendet", "L.STAND = 'BEENDET'", "verspaetet", VERSPAETET,
            "ueberfaellig", DIESER_AKTE.formatted("ACT_RU_TASK T on T.PROC_INST_ID_ = E.ID_", "T",
                    "T.DUE_DATE_ < :jetzt and T.SUSPENSION_STATE_ = 1"),
            "gestoert", DIESER_AKTE.formatted("ACT_RU_INCIDENT I on I.PROC_INST_ID_ = E.ID_", "I",
                    "I.ID_ = I.ROOT_CAUSE_INCIDENT_ID_"));

    /** Databases do not agree where nothing stands in an order, so there is always something. */
    private static final Map<String, String> SORTIERUNGEN = Map.of("kommune", "lower(L.NAME) %1$s, L.AKTENZEICHEN %1$s", "aktenzeichen", "L.AKTENZEICHEN %1$s",
            "phase", "L.PHASE_NR %1$s, coalesce(L.PHASE, '') %1$s", "ampel", "case L.AMPEL when 'rot' then 0 when 'gelb' then 1 when 'grün' then 2 else 3 end %1$s",
            "ende", "coalesce(L.ERWARTET + " + UEBERFAELLIG + ", 0) %1$s",
            "verzug", "case when L.STAND in ('LAEUFT', 'RUHT') then 0 else 1 end, coalesce(" + VERZUG + ", -100000) %1$s");

    private static final Pattern LESBAR = Pattern.compile("[^\\p{Cc}\\p{Cs}]{0,100}");
    private static final Pattern ZAHL = Pattern.compile("\\d{1,6}");

    /** @throws Refusal (400) when something in it makes no sense */
    static Auswahl aus(Map<String, String> angaben) {
        String sortierung = eines(angaben, "sortierung", SORTIERUNGEN, "verzug");
        String richtung = eines(angaben, "richtung", Map.of("auf", "", "ab", ""), "verzug".equals(sortierung) ? "ab" : "auf");
        int anzahl = zahl(angaben, "anzahl", SEITE);
        if (anzahl < 1 || anzahl > SEITE) {
            throw unlesbar("anzahl", "eine Zahl von 1 bis " + SEITE);
        }
        return new Auswahl(text(angaben, "suche").strip(), text(angaben, "phase"), text(angaben, "ampel"), eines(angaben, "lage", LAGEN, ""), sortierung,
                "ab".equals(richtung), zahl(angaben, "ab", 0), anzahl);
    }

    private static String text(Map<String, String> angaben, String name) {
        String text = angaben.getOrDefault(name, "");
        if (!LESBAR.matcher(text).matches()) {
            throw unlesbar(name, "ein Text von höchstens 100 Zeichen in einer Zeile");
        }
        return text;
    }

    private static String eines(Map<String, String> angaben, String name, Map<String, String> erlaubt, String sonst) {
        String wert = angaben.getOrDefault(name, "");
        if (wert.isEmpty()) {
            return sonst;
        }
        if (!erlaubt.containsKey(wert)) {
            throw unlesbar(name, "eines von: " + String.join(", ", erlaubt.keySet().stream().filter(w -> !w.isEmpty()).sorted().toList()));
        }
        return wert;
    }

    private static int zahl(Map<String, String> angaben, String name, int sonst) {
        String wert = angaben.getOrDefault(name, "");
        if (wert.isEmpty()) {
            return sonst;
        }
        if (!ZAHL.matcher(wert).matches()) {
            throw unlesbar(name, "eine ganze Zahl ab 0");
        }
        return Integer.parseInt(wert);
    }

    private static Refusal unlesbar(String name, String erwartet) {
        return new Refusal(BAD_REQUEST, "Die Angabe „" + name + "“ ist nicht lesbar: Erwartet wird " + erwartet + ". Bitte wählen Sie noch einmal auf der Seite "
                + "„Konzepte“.");
    }

    String bedingung() {
        return LAGEN.get(lage)
                + (suche.isEmpty() ? "" : " and (lower(L.NAME) like :suche escape '!' or lower(L.AKTENZEICHEN) like :suche escape '!')")
                + (phase.isEmpty() ? "" : " and L.PHASE = :phase")
                + (ampel.isEmpty() ? "" : ampel.equals("offen") ? " and L.AMPEL is null" : " and L.AMPEL = :ampel");
    }

    String reihenfolge() {
        return SORTIERUNGEN.get(sortierung).formatted(absteigend ? "desc" : "asc") + ", lower(L.NAME), L.AKTENZEICHEN, L.PROZESSINSTANZ";
    }

    Map<String, Object> werte() {
        Map<String, Object> werte = new HashMap<>(Map.of("phase", phase, "ampel", ampel, "ab", ab, "anzahl", anzahl));
        werte.put("suche", "%" + suche.toLowerCase(Locale.GERMAN).replaceAll("[!%_]", "!$0") + "%");
        return werte;
    }
}
