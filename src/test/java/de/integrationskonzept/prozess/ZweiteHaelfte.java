package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.RestSpiel.angaben;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What the people of a file answer from the Leitbild to the yearly reports, over REST; each step can be told otherwise. */
final class ZweiteHaelfte {

    static final String IB = "integrationsbeauftragte";
    static final String SPITZE = "verwaltungsspitze";
    static final String GRUPPE = "steuerungsgruppe";
    static final String AG = "ag-leitung";

    private final RestSpiel.Akte akte;

    ZweiteHaelfte(RestSpiel.Akte akte) {
        this.akte = akte;
    }

    void leitbild() {
        akte.erledige(IB, "leitbild-entwerfen", entwurf("beteiligungVorhaben", "Zwei Abende und eine Befragung in vier Sprachen"));
        akte.erledige(IB, "leitbild-beteiligen", angaben("leitbildText", "Wir gestalten Zusammenleben gemeinsam.",
                "leitlinien", leitlinien(), "runden", runden(86), "beiratDatum", "2028-01-20",
                "beiratStellungnahme", "Mehr Mitsprache im Quartier", "beiratUmgang", "Leitlinie 2 ergänzt"));
        billigeLeitbild();
    }

    void leitbildKompakt() {
        akte.erledige(IB, "leitbild-erarbeiten", angaben("leitbildText", "Bei uns kennt man sich.", "leitlinien", leitlinien(),
                "runden", runden(31), "beiratVorhanden", "nein"));
        billigeLeitbild();
    }

    private void billigeLeitbild() {
        akte.erledige(GRUPPE, "leitbild-billigen", angaben("leitbildBilligung", "ja", "leitbildProtokoll", "SG 3/2028",
                "leitbildProtokollDatum", "2028-02-01", "leitbildImAuftrag", false));
    }

    private static Map<String, Object> entwurf(Object... mehr) {
        Map<String, Object> entwurf = angaben("leitbildText", "Wir gestalten Zusammenleben.", "leitlinien", leitlinien(), "beiratVorhanden", "ja");
        entwurf.putAll(angaben(mehr));
        return entwurf;
    }

    private static List<Map<String, Object>> leitlinien() {
        return List.of(angaben("leitlinie", "Sprache öffnet Türen", "erlaeuterung", "Kurse für alle"), angaben("leitlinie", "Alle reden mit"));
    }

    private static List<Map<String, Object>> runden(int erreicht) {
        return List.of(angaben("datum", "2028-01-12", "format", "workshop", "erreicht", erreicht, "eingeladen", "Vereine, Schulen, Betriebe",
                "dabei", "Menschen aus elf Herkunftsländern", "sprachen", "Deutsch, Arabisch, Ukrainisch",
                "rueckmeldung", "Mehr Treffpunkte", "umgang", "Als Leitlinie aufgenommen"));
    }

    /** Each field: lead, inventory, goals, approval; strategic aims only in a frame concept. */
    void handlungsfelder(boolean programm) {
        alle("leitung-benennen", feld -> angaben("leitungBenannt", "ja", "leitung", "Leitung " + feld, "leitungKennung", AG,
                "leitungKompetenz", "Kennt Thema und Leute", "stunden", 4, "leitungImAuftrag", false));
        felderAusarbeiten(programm);
    }

    void felderAusarbeiten(boolean programm) {
        alle("bestand-aufnehmen", feld -> bestand(feld, programm));
        alle("ziele-setzen", feld -> programm
                ? angaben("ziele", ziele(feld), "kennzahlen", kennzahlen(feld), "zieleImAuftrag", false)
                : angaben("ziele", List.of(angaben("ziel", "Zugänge öffnen: " + feld)), "zieleImAuftrag", false));
        alle("ergebnis-billigen", feld -> angaben("agBilligung", "ja", "agDatum", "2028-05-20", "agTeilnehmende", 9,
                "agProtokoll", "AG-Protokoll 4", "billigungImAuftrag", false));
    }

    private static Map<String, Object> bestand(String feld, boolean stadt) {
        Map<String, Object> bestand = angaben("mitglieder", mitglieder(), "bestand", "Vieles nebeneinander: " + feld,
                "quartiereBestand", "Nord gut, Hafen schlecht versorgt", "workshops", workshops(), "bestandImAuftrag", false);
        bestand.put(stadt ? "lebenslagenBestand" : "zielgruppenBestand", "Alleinerziehende, Saisonkräfte");
        return bestand;
    }

    private static List<Map<String, Object>> mitglieder() {
        return List.of(angaben("name", "Amina Saleh", "organisation", "Beirat"), angaben("name", "P. Ott", "organisation", "Jugendamt"));
    }

    private static List<Map<String, Object>> workshops() {
        return List.of(angaben("datum", "2028-03-03", "thema", "Bestand", "teilnehmende", 24, "ergebnis", "Drei Lücken benannt"));
    }

    static List<Map<String, Object>> ziele(String feld) {
        return List.of(angaben("ziel", "Ziel " + feld, "messung", "Quote", "zielBis", "2031-12-31", "verantwortlich", "Amt",
                "akzeptiert", "ja", "realistisch", "ja"));
    }

    static List<Map<String, Object>> kennzahlen(String feld) {
        return List.of(angaben("kennzahl", "Quote " + feld, "kennzahlZiel", "Ziel " + feld, "einheit", "Prozent", "quelle", "Statistik",
                "turnus", "jaehrlich", "ausgangswert", 40, "ausgangswertAm", "2027-12-31", "zielwert", 80, "zielwertAm", "2031-12-31"));
    }

    void felderKompakt() {
        alle("feld-bearbeiten", feld -> angaben("leitung", "Hauptamt", "stunden", 1, "leitungKompetenz", "Kennt alle", "mitglieder", mitglieder(),
                "bestand", "Ein Kurs im Pfarrheim", "ziele", List.of(angaben("ziel", "Begegnung: " + feld)), "workshops", workshops(),
                "agDatum", "2027-10-05", "agProtokoll", "Vermerk"));
    }

    /** Four measures per field: two of the Fachbereich that carries the field, one of another, one of an institution. */
    void massnahmen(Map<String, String> fachbereichJeFeld) {
        List<String> alle = new ArrayList<>(fachbereichJeFeld.values());
        alle("massnahmen-planen", feld -> {
            String eigener = fachbereichJeFeld.get(feld);
            String anderer = alle.get((alle.indexOf(eigener) + 1) % alle.size());
            return angaben("massnahmenDesFelds", List.of(massnahme(feld, 1, "fachbereich", eigener), massnahme(feld, 2, "fachbereich", eigener),
                    massnahme(feld, 3, "fachbereich", anderer), massnahme(feld, 4, "institution", "Wohlfahrtsverband")), "massnahmenImAuftrag", false);
        });
    }

    private static Map<String, Object> massnahme(String feld, int nummer, String art, String stelle) {
        return angaben("titel", "Maßnahme " + nummer + " " + feld, "ziel", "Ziel " + feld, "stelleArt", art,
                art.equals("fachbereich") ? "stelleFachbereich" : "stelleName", stelle, "beginn", "2029-01-01", "ende", "2030-12-31",
                "kostenJaehrlich", 5000, "mittelherkunft", "Haushalt", "prioritaet", "schwerpunkt", "verbindlichkeit", "zusage");
    }

    /** Everybody commits, but for the measures with these titles. */
    void zusagen(String... abgelehnt) {
        alleStellen("massnahmen-zusagen", "zusageAnsprechperson", "Amtsleitung", "zusageImAuftrag", false, List.of(abgelehnt));
        if (akte.offen().contains("zusagen-erfassen")) {
            akte.erledige(IB, "zusagen-erfassen", angaben("zusagen", zeilen(akte.amSchirm(IB, "zusagen-erfassen", "zusagen"),
                    zeile -> beantwortet(zeile, List.of(abgelehnt), true))));
        }
    }

    private void alleStellen(String schritt, String ansprechKey, String ansprech, String imAuftragKey, boolean imAuftrag, List<String> abgelehnt) {
        akte.jeAufgabe(schritt, aufgabe -> angaben("zusagen", zeilen(akte.angabe(aufgabe, "zusagen"), zeile -> beantwortet(zeile, abgelehnt, false)),
                ansprechKey, ansprech, imAuftragKey, imAuftrag));
    }

    private static Map<String, Object> beantwortet(Map<String, Object> zeile, List<String> abgelehnt, boolean mitPapier) {
        boolean nein = abgelehnt.contains(zeile.get("titel"));
        zeile.put("zusage", nein ? "nein" : "ja");
        if (nein) {
            zeile.put("zusageGrund", "Im Stellenplan nicht vorgesehen");
        } else if (mitPapier) {
            zeile.put("zusageAm", "2028-09-10");
            zeile.put("zusagePapier", "Schreiben vom 10.09.");
        }
        return zeile;
    }

    void vorlage(boolean mitBeirat) {
        Map<String, Object> vorlage = angaben("vorlageNummer", "V/2028/0907", "konzeptKurzfassung", "Ein Konzept mit klaren Zielen.",
                "beschlussVorschlag", "Der Rat beschließt das Konzept.", "beschlussBegruendung", "Breit erarbeitet.",
                "auswirkungHaushalt", "120.000 Euro im Jahr", "auswirkungStellen", "keine", "konzeptVolltext", "Ablage 4620/K",
                "beratungen", List.of(angaben("gremium", "Sozialausschuss", "termin", "2028-10-05", "art", "vorberatung", "oeffentlich", "ja"),
                        angaben("gremium", "Rat", "termin", "2028-10-26", "art", "beschluss", "oeffentlich", "ja")));
        if (mitBeirat) {
            vorlage.putAll(angaben("konzeptBeiratAm", "2028-09-28", "konzeptBeiratStellungnahme", "Zustimmung"));
        }
        akte.erledige(IB, "konzept-vorlegen", vorlage);
        akte.erledige(SPITZE, "vorlage-freigeben", angaben("vorlageFreigabe", "ja", "konzeptVorwort", "Liebe Bürger*innen …", "vorlageImAuftrag", false));
    }

    void beschluss(String ergebnis, Object... mehr) {
        Map<String, Object> beschluss = angaben("beratungsergebnisse", zeilen(akte.amSchirm("sitzungsdienst", "beschluss-erfassen", "beratungsergebnisse"),
                        zeile -> mit(zeile, "ergebnis", "beraten")),
                "beschlussErgebnis", ergebnis, "konzeptBeschlussNummer", "B 88/2028", "konzeptBeschlussDatum", "2028-10-26",
                "konzeptBeschlussOrt", "Ratsinformation, TOP 4", "beschlussImAuftrag", false);
        beschluss.putAll(angaben(mehr));
        akte.erledige("sitzungsdienst", "beschluss-erfassen", beschluss);
    }

    void veroeffentlichen() {
        akte.erledige(IB, "konzept-veroeffentlichen", angaben("veroeffentlichtAm", "2028-11-15", "veroeffentlichtOrt", "Internetseite, Rathaus",
                "veroeffentlichtFassungen", List.of("barrierefrei", "leichte-sprache"), "veroeffentlichtInformiert", "Alle Beteiligten"));
    }

    /** Controlling and lasting structures; the file ends with both, and the first year of implementation waits. */
    void dauerhaft(boolean programm, String ersterBericht) {
        Map<String, Object> plan = angaben("berichtIntervall", "P1Y", "berichtTermin", ersterBericht, "berichtVon", "Stabsstelle",
                "berichtAn", "Steuerungsgruppe", "berichtEntscheidet", "Steuerungsgruppe", "vollberichtJahre", 3,
                "controllingImAuftrag", false, "controllingProtokoll", "SG 9/2028");
        if (programm) {
            List<Object> kennzahlen = new ArrayList<>();
            akte.amSchirm("controlling", "controlling-planen", "kennzahlenListe").forEach(k -> kennzahlen.add(k.path("schluessel").asText()));
            plan.putAll(angaben("berichtKennzahlen", kennzahlen, "fortschreibungJahre", 2));
        }
        akte.erledige("controlling", "controlling-planen", plan);
        Map<String, Object> dauer = angaben("dauerStelle", "Stabsstelle Integration", "dauerPerson", "Murat Yıldız", "dauerBudget", 60000,
                "dauerAb", "2029-01-01", "dauerMandat", "Ständige Aufgabe nach Geschäftsverteilung");
        akte.erledige("hauptamt", "verstetigung-vorschlagen", mit(new LinkedHashMap<>(dauer), "verstetigungVorschlagImAuftrag", false));
        akte.erledige(SPITZE, "verstetigung-zusagen", mit(mit(new LinkedHashMap<>(dauer), "verstetigungZusage", "ja"), "verstetigungImAuftrag", false));
    }

    /** One year of a programme: report, lights, decision. */
    void jahrMitKennzahlen(double istwert, String entscheidung, Object... mehr) {
        akte.zeitKommt("berichtszeit");
        akte.erledige("controlling", "umsetzung-berichten", angaben(
                "kennzahlenBericht", zeilen(akte.amSchirm("controlling", "umsetzung-berichten", "kennzahlenBericht"), z -> mit(z, "istwert", istwert)),
                "massnahmenBericht", zeilen(akte.amSchirm("controlling", "umsetzung-berichten", "massnahmenBericht"), z -> mit(z, "stand", "laeuft")),
                "erreichtePersonen", 900, "eingesetzteMittel", 110000, "berichtZusammenfassung", "Im Plan", "berichtImAuftrag", false));
        abschluss(entscheidung, mehr);
    }

    /** One year of a frame concept: agreements with each Fachbereich, then the report on them. */
    void jahrMitZielvereinbarungen(String entscheidung, Object... mehr) {
        akte.jeAufgabe("zielvereinbarung-schliessen", aufgabe -> angaben("zvErgebnis", "geschlossen",
                "zvZiele", List.of(angaben("ziel", "Zwei Beratungstage mehr", "kennzahl", "Beratungstage", "zielwert", "100")),
                "zvUnterzeichner", "Landrat und Amtsleitung", "zvUnterzeichnetAm", "2029-01-15", "zvBeginn", "2029-01-01", "zvEnde", "2029-12-31",
                "zvGespraeche", "vierteljährlich", "zvAbweichung", "Gespräch mit der Steuerungsgruppe", "zielvereinbarungImAuftrag", false));
        akte.zeitKommt("berichtszeit");
        akte.erledige(IB, "monitoringbericht-erstellen", angaben("zielBerichte",
                zeilen(akte.amSchirm(IB, "monitoringbericht-erstellen", "zielBerichte"), z -> mit(mit(z, "ergebnis", "erreicht"), "istwert", "104")),
                "berichtZusammenfassung", "Fast alles erreicht"));
        abschluss(entscheidung, mehr);
    }

    private void abschluss(String entscheidung, Object... mehr) {
        Map<String, Object> abschluss = angaben("folgen", "Wir bleiben dran.", "jahrEntscheidung", entscheidung, "abschlussImAuftrag", false);
        abschluss.putAll(angaben(mehr));
        akte.erledige(GRUPPE, "jahr-abschliessen", abschluss);
    }

    /** All open tasks of that name, each answered for its Handlungsfeld. */
    private void alle(String schritt, java.util.function.Function<String, Map<String, Object>> antwort) {
        akte.jeAufgabe(schritt, aufgabe -> antwort.apply(akte.angabe(aufgabe, "feld").asText()));
    }

    static Map<String, Object> mit(Map<String, Object> zeile, String schluessel, Object wert) {
        zeile.put(schluessel, wert);
        return zeile;
    }

    /** Rows as the file shows them, each answered. */
    static List<Map<String, Object>> zeilen(JsonNode liste, UnaryOperator<Map<String, Object>> antwort) {
        assertThat(liste).as("rows to answer").isNotEmpty();
        return IntStream.range(0, liste.size()).mapToObj(i -> {
            Map<String, Object> zeile = new HashMap<>();
            liste.get(i).fields().forEachRemaining(f -> zeile.put(f.getKey(), f.getValue().isNumber() ? (Object) f.getValue().doubleValue()
                    : f.getValue().isNull() ? null : f.getValue().asText()));
            return antwort.apply(zeile);
        }).toList();
    }
}
