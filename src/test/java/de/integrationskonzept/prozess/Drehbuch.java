package de.integrationskonzept.prozess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the people of a file answer, by task. {@link #gut()} is a municipality that has thought of everything, so that each
 * light is green; a story changes the one answer that it is about.
 */
public final class Drehbuch extends LinkedHashMap<String, Map<String, Object>> {

    private static final long serialVersionUID = 1L;

    static final Map<String, Object> BESCHLUSS = zeile("art", "beschluss", "nummer", "17/2026", "datum", "2026-05-04",
            "unterzeichner", "Sitzungsdienst", "fundstelle", "Ratsinformation");

    private Drehbuch() {
    }

    /** The start form of a kreisfreie Stadt, which gets the long procedure. */
    public static Map<String, Object> stadt() {
        return zeile("kommuneTyp", "kreisfreie-stadt", "kommuneName", "Musterstadt", "einwohner", 120000,
                "leitungAnrede", "oberbuergermeisterin", "leitungName", "Rita Muster", "gremium", "stadtrat",
                "federfuehrung", "Amira Beispiel", "verfahrenWunsch", "vorschlag",
                "planBeginn", "2027-01-01", "planEnde", "2028-12-31");
    }

    static Map<String, Object> landkreis() {
        return mit(stadt(), "kommuneTyp", "landkreis", "kommuneName", "Landkreis Muster", "leitungAnrede", "landrat",
                "gremium", "kreistag");
    }

    /** A small Gemeinde, which gets the short procedure. */
    static Map<String, Object> gemeinde() {
        return mit(stadt(), "kommuneTyp", "gemeinde", "kommuneName", "Markt Klein", "einwohner", 4200,
                "leitungAnrede", "erste-buergermeisterin", "gremium", "gemeinderat");
    }

    public static Drehbuch gut() {
        Drehbuch gut = new Drehbuch();
        gut.put("auftrag-klaeren", zeile("selbstklaerung", "Was will ich, was soll ich, was kann ich?",
                "grundlagen", List.of(BESCHLUSS), "auftragLabel", "Fachkräfte und Demografie",
                "chancen", List.of(zeile("art", "chance", "text", "Zuzug"))));
        gut.put("beschluss-anstreben", zeile("beschlussStand", "erreicht", "beschlussNummer", "42/2027",
                "beschlussDatum", "2027-02-10", "beschlussGremium", "Stadtrat", "beschlussFundstelle", "Ratsinformation"));
        gut.put("auftrag-erteilen", zeile("auftragErteilt", "ja", "federfuehrungUebertragen", true,
                "federfuehrungPerson", "Amira Beispiel", "unterstuetzungZugesagt", true));
        gut.put("interessen-notieren", zeile("interessenKeine", true));
        gut.put("ressourcen-planen", zeile("stellen", List.of(stelle("2030-12-31")),
                "mittel", List.of(mittel("begleitung", 40000), mittel("raeume", 3000), mittel("veranstaltungen", 8000)),
                "unterstuetzungen", List.of(zeile("wer", "Hauptamt", "aufgabe", "Einladungen", "stunden", 4)),
                "begleitungGewuenscht", "ja", "zusageVorhanden", "nein"));
        gut.put("mittel-pruefen", zeile("mittelBestaetigt", "ja", "mittelGesichert", 51000));
        gut.put("ressourcen-zusagen", zeile("zusageErteilt", "ja", "projektauftrag", true));
        gut.put("ausrichtung-vorbereiten", zeile("adressaten", List.of("verwaltung", "gesellschaft"),
                "funktionen", List.of("querschnitt", "steuerung"), "tiefeVorschlag", "rahmen"));
        gut.put("ausrichtung-entscheiden", zeile("ausrichtungEinverstanden", "ja", "gemeinsamesKonzept", "nein",
                "tiefe", "rahmen", "tiefeBegruendung", "Grundsätze zuerst"));
        gut.put("planung-abstimmen", zeile("ansaetze", List.of("lebenslagen", "sozialraum"),
                "plaene", List.of(plan("Sozialplanung", "stimmig")), "planungsorientierung", "Mit der Stadtentwicklung"));
        gut.put("unterstuetzung-sammeln", zeile("stakeholder", stellen("bildung", "jugend", "soziales", "wirtschaft",
                "auslaenderbehoerde", "hauptamt", "personal", "migrantenorganisation")));
        gut.put("beteiligung-planen", zeile("fachbereiche", List.of("fachbereich-soziales", "fachbereich-wirtschaft"),
                "formate", List.of(zeile("wer", "Neuzugewanderte", "wann", "Frühjahr", "format", "workshop", "sprache", "Deutsch"))));
        gut.put("mitwirkung-zusagen", zeile("mitwirkungZugesagt", "ja", "beteiligungMitgetragen", "ja"));
        gut.put("beteiligung-bestaetigen", zeile("beteiligungGewollt", "ja", "freistellungBestaetigt", true));
        gut.put("projekt-aufsetzen", zeile("projektform", "ja", "steuerungsgruppeVorgesehen", "ja"));
        gut.put("startreife-pruefen", zeile("entscheidung", "weiter"));
        gut.put("startsignal-geben", zeile("startsignal", "ja"));
        gut.put("erste-sitzung-vorbereiten", zeile("planBeginn", "2027-01-01", "planEnde", "2028-12-31"));
        gut.put("prozessdesign-billigen", zeile("billigung", "ja"));
        gut.put("handlungsfelder-festlegen", zeile("felderEntscheidung", "festgelegt"));
        gut.put("leitbild-entwerfen", zeile("beiratVorhanden", "nein"));
        gut.put("leitbild-billigen", zeile("leitbildBilligung", "ja"));
        gut.put("leitung-benennen", zeile("leitungBenannt", "ja", "leitungKennung", "ag-leitung", "stunden", 4));
        gut.put("ergebnis-billigen", zeile("agBilligung", "ja"));
        gut.put("massnahmen-zusagen", Map.of());
        gut.put("vorlage-freigeben", zeile("vorlageFreigabe", "ja"));
        gut.put("beschluss-erfassen", zeile("beschlussErgebnis", "beschlossen"));
        gut.put("controlling-planen", zeile("berichtTermin", "2029-12-31", "berichtIntervall", "P1Y"));
        gut.put("verstetigung-zusagen", zeile("verstetigungZusage", "ja"));
        // kompakt: the same answers, bundled
        gut.put("auftrag", gut.get("auftrag-klaeren"));
        gut.put("ressourcen", mit(gut.get("ressourcen-planen"), "freistellungBestaetigt", true, "mittelBestaetigt", "ja"));
        gut.put("ausrichtung", mit(gut.get("ausrichtung-vorbereiten"), "gemeinsamesKonzept", "nein", "tiefeBegruendung", "Klein"));
        gut.put("mitwirkung", zeile("mitwirkungen", List.of(mitwirkung("Soziales", "ja"), mitwirkung("Bauamt", "ja")),
                "stakeholder", stellen("bildung", "jugend", "soziales", "wirtschaft", "auslaenderbehoerde", "hauptamt", "personal",
                        "migrantenorganisation").stream().map(stelle -> zeile("organisation", stelle.get("organisation"),
                                "art", stelle.get("art"))).toList(),
                "formate", gut.get("beteiligung-planen").get("formate"),
                "projektform", "ja", "steuerungsgruppeVorgesehen", "ja"));
        gut.put("zusagen", zeile("auftragErteilt", "ja", "federfuehrungUebertragen", true, "unterstuetzungZugesagt", true,
                "zusageErteilt", "ja", "beteiligungGewollt", "ja", "tiefe", "rahmen", "projektauftrag", true));
        return gut;
    }

    /** The same script with other answers at one task; null leaves an answer out. */
    public Drehbuch anders(String schritt, Object... antworten) {
        Drehbuch anders = new Drehbuch();
        anders.putAll(this);
        anders.put(schritt, mit(getOrDefault(schritt, Map.of()), antworten));
        return anders;
    }

    public static Map<String, Object> zeile(Object... paare) {
        return mit(Map.of(), paare);
    }

    public static Map<String, Object> mit(Map<String, Object> vorher, Object... paare) {
        Map<String, Object> zeile = new HashMap<>(vorher);
        for (int i = 0; i < paare.length; i += 2) {
            zeile.put((String) paare[i], paare[i + 1]);
        }
        return zeile;
    }

    static Map<String, Object> grundlage(String art) {
        return art.equals("muendlich") ? zeile("art", art, "datum", "2026-05-04", "unterzeichner", "Rita Muster")
                : mit(BESCHLUSS, "art", art);
    }

    static Map<String, Object> stelle(String vertragsende) {
        return zeile("rolle", "Projektleitung", "person", "Amira Beispiel", "stunden", 20, "von", "2027-01-01",
                "bis", "2028-12-31", "leitung", true, "vertragsende", vertragsende);
    }

    static Map<String, Object> mittel(String art, int betrag) {
        return zeile("art", art, "betrag", betrag, "jahr", 2027, "herkunft", "eigen");
    }

    static Map<String, Object> plan(String name, String ergebnis) {
        Map<String, Object> plan = zeile("plan", name, "ergebnis", ergebnis);
        if (!"offen".equals(ergebnis)) {
            plan.put("freigabeDurch", "Amtsleitung");
            plan.put("freigabeAm", "2027-02-01");
        }
        return plan;
    }

    static Map<String, Object> mitwirkung(String fachbereich, String zugesagt) {
        return zeile("fachbereich", fachbereich, "mitwirkungZugesagt", zugesagt, "beteiligungMitgetragen", "ja");
    }

    static List<Map<String, Object>> stellen(String... arten) {
        return Arrays.stream(arten).map(art -> zeile("organisation", "Stelle für " + art, "art", art,
                "bereich", art.startsWith("migranten") ? "aussen" : "innen")).toList();
    }

    static List<Map<String, Object>> mitglieder() {
        List<Map<String, Object>> mitglieder = new ArrayList<>();
        mitglieder.add(zeile("name", "Rita Muster", "organisation", "Verwaltungsspitze", "seite", "verwaltung", "funktion", "vorsitz"));
        mitglieder.add(zeile("name", "Jo Weber", "organisation", "Soziales", "seite", "verwaltung", "funktion", "stellvertretung"));
        mitglieder.add(zeile("name", "Ali Yılmaz", "organisation", "Migrantenbeirat", "seite", "stakeholder", "funktion", "mitglied"));
        return mitglieder;
    }

    static List<Map<String, Object>> felder(int anzahl) {
        List<Map<String, Object>> felder = new ArrayList<>();
        for (int i = 1; i <= anzahl; i++) {
            felder.add(zeile("name", "Feld " + i, "fachbereich", "fachbereich-soziales"));
        }
        return felder;
    }
}
