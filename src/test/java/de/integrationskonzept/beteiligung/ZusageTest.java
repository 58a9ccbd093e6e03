package de.integrationskonzept.beteiligung;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Zusagen zu Maßnahmen ohne Anmeldung")
class ZusageTest {

    private static final String IB = "integrationsbeauftragte";
    private static final String BILDUNG = "fachbereich-bildung";

    @Autowired
    private Spiel spiel;
    @Autowired
    private Rest rest;
    @Autowired
    private HistoryService geschichte;

    private static Map<String, Object> massnahme(String nummer, String titel, String art, String stelle) {
        return zeile("nummer", nummer, "titel", titel, "stelleArt", art, "stelle", stelle, "zusage", "offen", "beginn", "2029-01-01", "ende", "2029-12-31",
                "ziel", "Mehr Kurse", "feld", "Sprache");
    }

    /** Two measures of a Fachbereich, two of a body without access, one of another; all of them wait for the commitment. */
    private Spiel.Akte wartetAufZusagen() {
        var akte = spiel.wurzel("massnahmen", zeile("verfahren", "ausfuehrlich", "tiefe", "programm", "zurueckNach", null, "zurueckGruende", null,
                "zurueckFelder", null, "feldergebnisse", List.of(), "massnahmen", List.of(massnahme("1.1", "Abendkurse", "fachbereich", BILDUNG),
                        massnahme("1.2", "Vorlesen", "fachbereich", BILDUNG), massnahme("1.3", "Lotsen", "institution", "Caritas"),
                        massnahme("1.4", "Beratung", "institution", "Caritas"), massnahme("1.5", "Turnen", "institution", "Sportverein"))));
        assertThat(akte.offen()).containsExactly("massnahmen-zusagen", "zusagen-erfassen");
        return akte;
    }

    private static Map<?, ?> zeileMit(Spiel.Akte akte, String nummer) {
        return ((List<?>) akte.wert("massnahmen")).stream().map(z -> (Map<?, ?>) z).filter(z -> nummer.equals(z.get("nummer"))).findFirst().orElseThrow();
    }

    @Test
    @Tag("R70")
    @DisplayName("R70: Die Antwort eines Fachbereichs über den Link erledigt die Aufgabe: Ja bindet, Nein mit Grund führt zur Suche nach einem Ausweg")
    void fachbereich() {
        var akte = wartetAufZusagen();
        String aufgabe = akte.aufgabe("massnahmen-zusagen").getId();
        Gast gast = Gast.ladeEin(rest, BILDUNG, aufgabe, "Amtsleitung Bildung").get(0);
        assertThat(gast.oeffne().body()).contains("1.1, Abendkurse, 1.1.2029 bis 31.12.2029", "1.2, Vorlesen").doesNotContain("Lotsen");
        assertThat(gast.antworte("zusagen.0.zusage", "ja", "zusagen.1.zusage", "nein", "zusageAnsprechperson", "Jo").body())
                .contains("<a href=\"#f-zusagen-1-zusageGrund\">Zeile 2 in „Maßnahmen“: Bitte füllen Sie „Wenn Nein: Warum nicht?“ aus.");
        assertThat(gast.antworte("zusagen.0.zusage", "ja", "zusagen.0.titel", "Nichts", "zusagen.1.zusage", "ja", "zusageAnsprechperson", "Jo")
                .statusCode()).as("what only shows stays").isEqualTo(422);
        assertThat(zeileMit(akte, "1.1").get("zusage")).isEqualTo("offen");
        assertThat(gast.antworte("zusagen.0.zusage", "ja", "zusagen.1.zusage", "nein", "zusagen.1.zusageGrund", "Kein Personal", "zusageAnsprechperson", "Jo")
                .statusCode()).isEqualTo(303);

        assertThat(akte.offen()).containsExactly("zusagen-erfassen");
        assertThat(zeileMit(akte, "1.1").get("zusage")).isEqualTo("ja");
        assertThat(zeileMit(akte, "1.2").get("zusageGrund")).isEqualTo("Kein Personal");
        assertThat((String) akte.zuletzt("zusageEingang")).startsWith("Persönlicher Link, 24.11.2026, ").endsWith("Amtsleitung Bildung");
        assertThat(gast.oeffne().body()).contains("Vielen Dank").doesNotContain("<form");
        assertThat(gast.sende("x", "zusagen.0.zusage", "nein").statusCode()).as("once").isEqualTo(409);

        List<Map<String, Object>> andere = new ArrayList<>();
        ((List<?>) akte.inhalt("zusagen-erfassen", "zusagen")).forEach(z -> andere.add(mit(kopie(z), "zusage", "ja", "zusageAm", "2028-09-01",
                "zusagePapier", "Brief")));
        akte.erledige(IB, "zusagen-erfassen", zeile("zusagen", andere));
        assertThat(akte.offen()).as("the refusal has a way out").containsExactly("absagen-behandeln");
        assertThat(akte.inhalt("absagen-behandeln", "absagen").toString()).contains("Vorlesen").doesNotContain("Abendkurse");
    }

    @Test
    @Tag("R70")
    @DisplayName("R70: Eine Einrichtung sieht nur ihre Maßnahmen; ihre Antwort steht danach bei ihnen, mit Tag und Weg, und die Integrationsbeauftragten schließen ab")
    void einrichtung() {
        var akte = wartetAufZusagen();
        String aufgabe = akte.aufgabe("zusagen-erfassen").getId();
        assertThat(rest.als(IB).get("/api/aufgaben/" + aufgabe + "/einladungen").json().path("wahl").toString()).isEqualTo("[\"Caritas\",\"Sportverein\"]");
        assertThat(rest.als(IB).post("/api/aufgaben/" + aufgabe + "/einladungen", Map.of("gaeste", List.of(Map.of("name", "Wer", "fuer", "Diakonie"))))
                .status()).isEqualTo(400);
        Gast gast = Gast.gaeste(rest, IB, aufgabe, List.of(Map.of("name", "Frau Muster", "fuer", "Caritas"))).get(0);
        assertThat(gast.oeffne().body()).contains("1.3, Lotsen", "1.4, Beratung").doesNotContain("Turnen", "Sportverein", "Abendkurse");
        assertThat(gast.antworte("zusagen.0.zusage", "ja", "zusagen.1.zusage", "nein", "zusagen.1.zusageGrund", "Kein Geld").statusCode()).isEqualTo(303);

        List<Map<String, Object>> zeilen = new ArrayList<>();
        ((List<?>) akte.inhalt("zusagen-erfassen", "zusagen")).forEach(z -> zeilen.add(kopie(z)));
        assertThat(zeilen.get(0)).containsEntry("zusage", "ja").containsEntry("zusageAm", "2026-11-24")
                .hasEntrySatisfying("zusagePapier", p -> assertThat((String) p).startsWith("Persönlicher Link, 24.11.2026").endsWith("Frau Muster"));
        assertThat(zeilen.get(1)).containsEntry("zusageGrund", "Kein Geld").doesNotContainKeys("zusageAm", "zusagePapier").containsKey("eingang");
        assertThat(zeilen.get(2)).doesNotContainKeys("zusage", "eingang");
        zeilen.set(2, mit(zeilen.get(2), "zusage", "ja", "zusageAm", "2028-09-01", "zusagePapier", "Brief"));
        List<Map<String, Object>> veraltet = new ArrayList<>(zeilen);
        veraltet.set(0, mit(zeilen.get(0), "eingang", null));
        assertThat(akte.abgelehnt(IB, "zusagen-erfassen", zeile("zusagen", veraltet))).as("a page from before the answer")
                .singleElement().asString().contains("Bitte laden Sie die Aufgabe neu");
        akte.erledige(IB, "zusagen-erfassen", zeile("zusagen", zeilen));
        assertThat(zeileMit(akte, "1.3").get("zusage")).isEqualTo("ja");
        assertThat(zeileMit(akte, "1.4").get("zusage")).isEqualTo("nein");
    }

    @RepeatedTest(3)
    @DisplayName("Zweimal zugleich abgesendet: eine Antwort zählt, die andere Person erfährt es")
    void zugleich() throws Exception {
        var akte = wartetAufZusagen();
        String aufgabe = akte.aufgabe("massnahmen-zusagen").getId();
        List<Gast> gaeste = Gast.ladeEin(rest, BILDUNG, aufgabe, "Leitung", "Vertretung");
        Gast eine = gaeste.get(0);
        String stand = eine.stand();
        List<Callable<HttpResponse<String>>> taten = new ArrayList<>();
        for (Gast gast : List.of(eine, eine, gaeste.get(1), eine)) {
            taten.add(() -> gast.sende(stand, "zusagen.0.zusage", "ja", "zusagen.1.zusage", "ja", "zusageAnsprechperson", "Jo"));
        }
        ExecutorService leute = Executors.newFixedThreadPool(taten.size());
        List<Integer> antworten = new ArrayList<>();
        for (Future<HttpResponse<String>> antwort : leute.invokeAll(taten)) {
            antworten.add(antwort.get().statusCode());
        }
        leute.shutdown();
        assertThat(antworten).containsOnlyOnce(303).isSubsetOf(303, 409, 410);
        assertThat(geschichte.createHistoricTaskInstanceQuery().taskId(aufgabe).finished().count()).isEqualTo(1);
        assertThat(akte.offen()).containsExactly("zusagen-erfassen");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> kopie(Object zeile) {
        return new java.util.LinkedHashMap<>((Map<String, Object>) zeile);
    }
}
