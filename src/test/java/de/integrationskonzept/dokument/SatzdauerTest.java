package de.integrationskonzept.dokument;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.akte.Akteninhalt;
import de.integrationskonzept.akte.Akteninhalt.Inhalt;
import de.integrationskonzept.akte.Akteninhalt.Vorgang;
import de.integrationskonzept.prozess.Spiel;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long the whole concept takes: 8 fields, 60 indicators, and measures from 10 to 1,000. */
@Anwendungstest
@Tag("bench")
class SatzdauerTest {

    private static final int RUNDEN = Integer.getInteger("bench.runden", 3);
    private static final int[] MASSNAHMEN = {10, 91, 300, 1000};
    private static final int FELDER = 8;
    private static final int KENNZAHLEN = 60;

    @Autowired
    private Spiel spiel;
    @Autowired
    private Akteninhalt akten;
    @Autowired
    private Dokumente dokumente;
    @Autowired
    private ObjectMapper json;

    private final ThreadMXBean faden = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void konzept() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "startreife-pruefen");
        Inhalt inhalt = spiel.als("steuerungsgruppe", () -> akten.lies(akte.id(), null, "Dokument"));
        System.out.printf("%nDas Integrationskonzept mit %d Feldern und %d Kennzahlen, Median aus %d, Sekunden (und MB, die dabei angelegt werden)%n",
                FELDER, KENNZAHLEN, RUNDEN);
        System.out.printf("%-12s %18s %18s %18s %10s %10s%n", "Maßnahmen", "ausfüllen", "PDF", "Word", "PDF kB", "Word kB");
        for (int anzahl : MASSNAHMEN) {
            miss(mit(inhalt, anzahl), anzahl);
        }
    }

    private void miss(Inhalt inhalt, int anzahl) {
        List<double[]> fuellen = new ArrayList<>();
        List<double[]> pdf = new ArrayList<>();
        List<double[]> docx = new ArrayList<>();
        int[] groessen = new int[2];
        for (int runde = 0; runde < RUNDEN; runde++) {
            String html = gemessen(fuellen, () -> dokumente.fuelleAus(inhalt, "integrationskonzept").html());
            Document dokument = Aufbereitung.bereite(html);
            groessen[0] = gemessen(pdf, () -> PdfDruck.pdf(dokument)).length;
            groessen[1] = gemessen(docx, () -> DocxDruck.docx(Aufbereitung.bereite(html))).length;
        }
        System.out.printf("%-12d %18s %18s %18s %10d %10d%n", anzahl, median(fuellen), median(pdf), median(docx), groessen[0] / 1024,
                groessen[1] / 1024);
    }

    private <T> T gemessen(List<double[]> werte, Supplier<T> arbeit) {
        long bytes = faden.getThreadAllocatedBytes(Thread.currentThread().getId());
        long beginn = System.nanoTime();
        T ergebnis = arbeit.get();
        werte.add(new double[] {(System.nanoTime() - beginn) / 1e9,
                (faden.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes) / 1e6});
        return ergebnis;
    }

    private static String median(List<double[]> werte) {
        double[] zeiten = werte.stream().mapToDouble(w -> w[0]).sorted().toArray();
        double[] bytes = werte.stream().mapToDouble(w -> w[1]).sorted().toArray();
        return "%.2f (%.0f)".formatted(zeiten[zeiten.length / 2], bytes[bytes.length / 2]);
    }

    private Inhalt mit(Inhalt inhalt, int anzahl) {
        List<Vorgang> vorgaenge = new ArrayList<>(inhalt.vorgaenge());
        Vorgang rahmen = inhalt.rahmen();
        Map<String, Object> werte = new LinkedHashMap<>(rahmen.werte());
        werte.put("tiefe", "programm");
        werte.put("handlungsfelder", liste(FELDER, i -> Map.of("name", "Feld " + i, "fachbereich", "fachbereich-bildung", "beschreibung", text(3),
                "begruendung", text(2))));
        werte.put("feldergebnisse", liste(FELDER, i -> Map.of("feld", "Feld " + i, "fachbereich", "fachbereich-bildung", "stand", "gebilligt",
                "leitung", "Kim Muster", "stunden", 4, "bestand", text(6), "mitglieder", List.of(Map.of("name", "Eine Person")),
                "ziele", List.of(Map.of("ziel", "Ziel " + i, "zielBis", "2030-12-31")),
                "kennzahlen", IntStream.range(0, KENNZAHLEN / FELDER + 1).mapToObj(k -> Map.of("kennzahl", "Kennzahl " + i + "." + k, "turnus", "jaehrlich",
                        "ausgangswert", 40, "zielwert", 80)).toList())));
        werte.put("massnahmen", liste(anzahl, i -> new LinkedHashMap<>(Map.of("nummer", i % FELDER + 1 + "." + i, "titel", "Maßnahme " + i,
                "feld", "Feld " + i % FELDER, "ziel", "Ziel " + i % FELDER, "beschreibung", text(4), "stelleArt", "fachbereich",
                "stelleFachbereich", "fachbereich-bildung", "kostenJaehrlich", 5000, "verbindlichkeit", "zusage", "zusage", "ja"))));
        vorgaenge.replaceAll(v -> v == rahmen ? new Vorgang(v.id(), v.wurzel(), v.prozess(), v.definition(), v.beginn(), v.ende(), werte) : v);
        vorgaenge.add(new Vorgang("leitbild", rahmen.id(), "leitbild", rahmen.definition(), Instant.EPOCH, Instant.EPOCH, Map.of("leitbildText", text(20))));
        return new Inhalt(inhalt.id(), inhalt.aktenzeichen(), inhalt.kommune(), null, vorgaenge);
    }

    private Object liste(int anzahl, java.util.function.IntFunction<Map<String, ?>> zeile) {
        return json.valueToTree(IntStream.range(0, anzahl).mapToObj(zeile).toList());
    }

    private static String text(int saetze) {
        String[] satz = new String[saetze];
        Arrays.fill(satz, "Menschen mit und ohne Zuwanderungsgeschichte finden hier Rat und Hilfe in ihrer Sprache.");
        return String.join(" ", satz);
    }
}
