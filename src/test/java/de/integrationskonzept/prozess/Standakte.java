package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Files for the views that show how one stands, brought there on the short way: the frame is put before the step that the
 * story is about, and from there on people do their tasks.
 */
@Component
public class Standakte {

    private static final String AG = "ag-leitung";

    private final ProcessEngine engine;
    private final Spiel spiel;

    Standakte(ProcessEngine engine, Spiel spiel) {
        this.engine = engine;
        this.spiel = spiel;
    }

    /** For stories that go on later: the clock runs on from that day; each test begins on the usual day again. */
    public static void esIst(String tag) {
        KleineAkte.esIst(tag);
    }

    /** Planned from January 2027 to the end of 2028; the contract of the lead ends two weeks later. */
    public Spiel.Akte mitZeitplan() {
        Spiel.Akte akte = spiel.beginne(stadt());
        setze(akte, zeile("stellen", List.of(mit(Drehbuch.stelle("2029-01-14"), "person", "Amira Geheim"))));
        return akte;
    }

    /** Answers the question about each slippage; what is still to come is expected on that day. */
    public void begruendeVerzug(Spiel.Akte akte, String neuErwartet, String grund) {
        akte.erledige("integrationsbeauftragte", "verzug-begruenden", zeile("verzuege",
                ((List<?>) akte.inhalt("verzug-begruenden", "verzuege")).stream().map(z -> {
                    Map<String, Object> zeile = alsZeile((Map<?, ?>) z);
                    zeile.remove("meilenstein");
                    return mit(zeile, "neuErwartet", neuErwartet, "grund", grund);
                }).toList()));
    }

    /** Puts the file into its fields: one has its goals before it, one its inventory, one has no lead yet. */
    public Spiel.Akte inDenFeldern(Spiel.Akte akte) {
        setze(akte, zeile("verfahren", "ausfuehrlich", "tiefe", "programm", "ansaetze", List.of("lebenslagen"), "handlungsfelder", List.of(
                zeile("name", "Sprache", "fachbereich", "fachbereich-bildung"), zeile("name", "Wohnen", "fachbereich", "fachbereich-soziales"),
                zeile("name", "Arbeit", "fachbereich", "fachbereich-wirtschaft"))));
        engine.getRuntimeService().createProcessInstanceModification(akte.id()).cancelAllForActivity("vorabklaerung")
                .startBeforeActivity("handlungsfelder").execute();
        erledige(akte, "leitung-benennen", "fachbereich-bildung", "Sprache");
        erledige(akte, "leitung-benennen", "fachbereich-soziales", "Wohnen");
        erledige(akte, "bestand-aufnehmen", AG, "Sprache");
        return akte;
    }

    /** The same until the bodies are asked: Bildung commits itself to all but "Lotsen", Soziales has not answered. */
    public void bisZuDenZusagen(Spiel.Akte akte) {
        Map<String, Map<String, Object>> drehbuch = new LinkedHashMap<>(gut());
        drehbuch.put("ziele-setzen", zeile("ziele", List.of(zeile("ziel", "Mehr", "messung", "Zahl", "zielBis", "2031-12-31", "verantwortlich", "Amt",
                "akzeptiert", "ja", "realistisch", "ja")), "kennzahlen", List.of(zeile("kennzahl", "Quote", "kennzahlZiel", "Mehr", "einheit", "Prozent", "quelle", "Statistik",
                        "turnus", "jaehrlich", "ausgangswert", 40, "ausgangswertAm", "2027-12-31", "zielwert", 80, "zielwertAm", "2031-12-31"))));
        akte.spieleBis(drehbuch, "massnahmen-planen");
        erledige(akte, "massnahmen-planen", "Sprache", massnahmen("bildung", "Kurse", "Lotsen"));
        erledige(akte, "massnahmen-planen", "Wohnen", massnahmen("soziales", "Börse"));
        erledige(akte, "massnahmen-planen", "Arbeit", massnahmen("bildung", "Praktika"));
        Task bildung = akte.aufgabe("massnahmen-zusagen", "fachbereich-bildung");
        List<Map<String, Object>> zusagen = new ArrayList<>();
        ((org.camunda.spin.json.SpinJsonNode) engine.getTaskService().getVariable(bildung.getId(), "zusagen")).elements().forEach(z -> {
            Map<String, Object> zeile = alsZeile(z.mapTo(Map.class));
            zusagen.add("Lotsen".equals(zeile.get("titel")) ? mit(zeile, "zusage", "nein", "zusageGrund", "Geheimer Grund") : mit(zeile, "zusage", "ja"));
        });
        akte.erledige("fachbereich-bildung", bildung, zeile("zusagen", zusagen));
    }

    /** In the second year of implementation, whose report is open; the first said 64 of 80. */
    public Spiel.Akte imZweitenJahr() {
        Spiel.Akte akte = spiel.beginne(stadt());
        String zeichen = (String) akte.wert("aktenzeichen");
        List<Map<String, Object>> felder = List.of(zeile("feld", "Sprache", "stand", "gebilligt", "leitung", "Jo Geheim", "kennzahlen", List.of(
                zeile("kennzahl", "Kita-Quote", "einheit", "%", "ausgangswert", 60, "ausgangswertAm", "2028-12-31", "zielwert", 80),
                zeile("kennzahl", "Sprachkurse", "ausgangswert", 4, "zielwert", 10))));
        setze(akte, zeile("feldergebnisse", felder));
        Spiel.Akte jahr = spiel.wurzel("umsetzung", zeile("aktenzeichen", zeichen, "tiefe", "programm", "verfahren", "ausfuehrlich", "berichtTermin",
                "2030-03-31", "fortschreibungJahre", 3, "feldergebnisse", felder, "massnahmen", List.of()));
        berichte(jahr, 64);
        berichte(spiel.neueste(zeichen), 79);
        return akte;
    }

    /** The second indicator has no value. */
    private static void berichte(Spiel.Akte jahr, Object istwert) {
        List<Map<String, Object>> zeilen = ((List<?>) jahr.zeitKommt("berichtszeit").inhalt("umsetzung-berichten", "kennzahlenBericht")).stream()
                .map(z -> alsZeile((Map<?, ?>) z)).map(z -> "Kita-Quote".equals(z.get("kennzahl")) ? mit(z, "istwert", istwert) : z).toList();
        jahr.erledige("controlling", "umsetzung-berichten", zeile("kennzahlenBericht", zeilen));
        jahr.erledige("steuerungsgruppe", "jahr-abschliessen", zeile("jahrEntscheidung", "weiter")).jobs();
    }

    private void setze(Spiel.Akte akte, Map<String, Object> werte) {
        engine.getRuntimeService().setVariables(akte.id(), Spiel.json(werte));
    }

    private void erledige(Spiel.Akte akte, String schritt, String rolle, String feld) {
        akte.erledige(rolle, aufgabe(akte, schritt, feld), gut().getOrDefault(schritt, Map.of()));
    }

    private void erledige(Spiel.Akte akte, String schritt, String feld, List<Map<String, Object>> massnahmen) {
        akte.erledige(AG, aufgabe(akte, schritt, feld), zeile("massnahmenDesFelds", massnahmen));
    }

    private Task aufgabe(Spiel.Akte akte, String schritt, String feld) {
        Predicate<Task> desFelds = t -> feld.equals(engine.getTaskService().getVariable(t.getId(), "feld"));
        return akte.aufgaben().stream().filter(t -> t.getTaskDefinitionKey().equals(schritt)).filter(desFelds).findFirst().orElseThrow();
    }

    private static List<Map<String, Object>> massnahmen(String fachbereich, String... titel) {
        return List.of(titel).stream().map(t -> zeile("titel", t, "ziel", "Mehr", "stelleArt", "fachbereich", "stelleFachbereich", "fachbereich-" + fachbereich,
                "beginn", "2029-01-01", "ende", "2029-12-31", "verbindlichkeit", "zusage")).toList();
    }

    private static Map<String, Object> alsZeile(Map<?, ?> werte) {
        Map<String, Object> zeile = new LinkedHashMap<>();
        werte.forEach((name, wert) -> zeile.put((String) name, wert));
        return zeile;
    }
}
