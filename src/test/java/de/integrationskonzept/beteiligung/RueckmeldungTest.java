package de.integrationskonzept.beteiligung;

import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Rückmeldungen zum Leitbild ohne Anmeldung")
class RueckmeldungTest {

    private static final String IB = "integrationsbeauftragte";

    @Autowired
    private Spiel spiel;
    @Autowired
    private Rest rest;
    @Autowired
    private HistoryService geschichte;

    private Spiel.Akte akte;
    private String aufgabe;

    @BeforeEach
    void entwurfLiegtVor() {
        akte = spiel.wurzel("leitbild", zeile("verfahren", "ausfuehrlich", "leitbildVorhanden", false, "zurueckNach", null, "zurueckGruende", null));
        akte.erledige(IB, "leitbild-entwerfen", zeile("leitbildText", "Wir gehören <b>zusammen</b> & halten {{beteiligungVorhaben}}.",
                "leitlinien", List.of(zeile("leitlinie", "Alle reden mit")), "beiratVorhanden", "nein", "beteiligungVorhaben", "Geheimes Vorhaben"));
        aufgabe = akte.aufgabe("leitbild-beteiligen").getId();
    }

    private List<?> rueckmeldungen() {
        return (List<?>) akte.inhalt("leitbild-beteiligen", "rueckmeldungen");
    }

    @Test
    @Tag("R68")
    @DisplayName("R68: Jede Antwort kommt als Zeile an, mit Namen, Zeit und Weg; eine Korrektur ersetzt die eigene Zeile, und alles bleibt in der Geschichte")
    void zeilen() {
        List<Gast> gaeste = Gast.ladeEin(rest, IB, aufgabe, "Moscheeverein", "Elternbeirat");
        HttpResponse<String> abgesendet = gaeste.get(0).antworte("zustimmung", "ja", "meinung", "Mehr Treffpunkte", "absender", "");
        assertThat(abgesendet.statusCode()).isEqualTo(303);
        assertThat(gaeste.get(0).bei(gaeste.get(0).pfad() + "/danke").oeffne().body()).contains("Ihre Antwort ist angekommen, am 24.11.2026");
        assertThat(gaeste.get(1).antworte("zustimmung", "teilweise", "meinung", "Zeile 1\r\nZeile 2", "absender", "Familie Y").statusCode()).isEqualTo(303);
        assertThat(rueckmeldungen()).hasSize(2);
        assertThat(rueckmeldungen().get(0)).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP).containsEntry("meinung", "Mehr Treffpunkte")
                .containsEntry("eingeladenAls", "Moscheeverein").containsEntry("eingegangenUeber", "Persönlicher Link")
                .hasEntrySatisfying("eingegangenAm", am -> assertThat((String) am).startsWith("24.11.2026, 09:"));
        assertThat(rueckmeldungen().get(1).toString()).contains("Zeile 1\nZeile 2", "Familie Y");

        assertThat(gaeste.get(0).oeffne().body()).contains("Sie haben schon geantwortet").doesNotContain("Mehr Treffpunkte");
        assertThat(gaeste.get(0).antworte("zustimmung", "nein", "meinung", "Doch lieber Sprachkurse").statusCode()).isEqualTo(303);
        assertThat(rueckmeldungen()).hasSize(2);
        assertThat(rueckmeldungen().toString()).contains("Sprachkurse", "Zeile 1").doesNotContain("Treffpunkte");
        assertThat(geschichte.createHistoricDetailQuery().processInstanceId(akte.id()).variableUpdates().listPage(0, 200).toString()).contains("rueckmeldungen");

        var liste = rest.als(IB).get("/api/aufgaben/" + aufgabe + "/einladungen").json();
        assertThat(liste.path("einladungen").get(0).path("zustand").asText()).isEqualTo("beantwortet");
        assertThat(liste.toString()).doesNotContain("/beteiligung/");
        akte.erledige(IB, "leitbild-beteiligen", Map.of());
        assertThat(akte.inhalt("leitbild-billigen", "rueckmeldungen").toString()).as("the Steuerungsgruppe sees it").contains("Sprachkurse");
        assertThat(gaeste.get(1).oeffne().statusCode()).as("the round is over").isEqualTo(200);
        assertThat(gaeste.get(1).sende("x", "meinung", "zu spät").statusCode()).isEqualTo(409);
    }

    @RepeatedTest(3)
    @Tag("R68")
    @DisplayName("R68: Vier Antworten im selben Augenblick, die ersten überhaupt, kommen alle an")
    void zugleich() throws Exception {
        List<Gast> gaeste = Gast.ladeEin(rest, IB, aufgabe, "Moscheeverein", "Elternbeirat", "Sportverein", "Caritas");
        String stand = gaeste.get(0).stand();
        List<Callable<Integer>> taten = gaeste.stream()
                .map(gast -> (Callable<Integer>) () -> gast.sende(stand, "zustimmung", "ja", "meinung", "Gut so").statusCode()).toList();
        ExecutorService leute = Executors.newFixedThreadPool(taten.size());
        List<Integer> antworten = new ArrayList<>();
        for (Future<Integer> antwort : leute.invokeAll(taten)) {
            antworten.add(antwort.get());
        }
        leute.shutdown();
        assertThat(antworten).containsOnly(303);
        assertThat(rueckmeldungen()).hasSize(4);
        assertThat(rueckmeldungen().toString()).contains("Moscheeverein", "Elternbeirat", "Sportverein", "Caritas");
    }

    @Test
    @Tag("R68")
    @DisplayName("R68: Auch im kompakten Verfahren, bevor es einen Entwurf gibt; dann wird nicht nach ihm gefragt")
    void kompakt() {
        akte = spiel.wurzel("leitbild", zeile("verfahren", "kompakt", "leitbildVorhanden", false, "zurueckNach", null, "zurueckGruende", null));
        Gast gast = Gast.ladeEin(rest, IB, akte.aufgabe("leitbild-erarbeiten").getId(), "Sportverein").get(0);
        assertThat(gast.oeffne().body()).doesNotContain("Passt der Entwurf", "Der Entwurf");
        assertThat(gast.antworte("zustimmung", "ja", "meinung", "Begegnung").statusCode()).as("was not asked").isEqualTo(422);
        assertThat(gast.antworte("meinung", "Begegnung").statusCode()).isEqualTo(303);
        assertThat(akte.inhalt("leitbild-erarbeiten", "rueckmeldungen").toString()).contains("Begegnung");
    }

    @Test
    @DisplayName("Die Seite zeigt nur, was das Modell freigibt, als Text; ohne Skript, Keks, Verweis nach außen; niemand soll sie finden oder einrahmen")
    void verschwiegen() {
        HttpResponse<String> seite = Gast.ladeEin(rest, IB, aufgabe, "Moscheeverein").get(0).oeffne();
        assertThat(seite.statusCode()).isEqualTo(200);
        assertThat(seite.body()).contains("Wir gehören &lt;b&gt;zusammen&lt;/b&gt; &amp; halten {{beteiligungVorhaben}}.", "– Alle reden mit", "24.12.2026",
                        "So schützen wir Ihre Daten").doesNotContain("Geheimes Vorhaben", "<script", "Moscheeverein", aufgabe, akte.id(), "T-");
        assertThat(seite.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(seite.headers().allValues("Content-Security-Policy")).containsExactly(
                "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(seite.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(seite.headers().allValues("X-Robots-Tag")).containsExactly("noindex, nofollow");
        assertThat(seite.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    @DisplayName("Was nicht passt, wird mit Sätzen und Verweisen abgelehnt; das Geschriebene bleibt stehen, und nichts ist angekommen")
    void feindliches() {
        Gast gast = Gast.ladeEin(rest, IB, aufgabe, "Moscheeverein").get(0);
        HttpResponse<String> leer = gast.antworte("absender", "Ümit \"><script>alert(1)</script>");
        assertThat(leer.statusCode()).isEqualTo(422);
        assertThat(leer.body()).contains("<a href=\"#f-zustimmung\">", "<a href=\"#f-meinung\">Bitte füllen Sie „Was ist Ihnen wichtig? Was fehlt?“ aus.</a>",
                "aria-invalid=\"true\"", "Ümit &quot;&gt;&lt;script&gt;").doesNotContain("<script");
        for (String[] boese : new String[][] {{"zustimmung", "ja", "meinung", "x".repeat(2001)}, {"zustimmung", "vielleicht", "meinung", "x"},
                {"zustimmung", "ja", "meinung", "eins", "meinung", "zwei"}, {"zustimmung", "ja", "zustimmung", "nein", "meinung", "x"},
                {"zustimmung", "ja", "meinung", "x", "leitbildText", "Anders"}, {"zustimmung", "ja", "meinung", "x", "rueckmeldungen", "[]"},
                {"zustimmung", "ja", "meinung", "x", "leitlinien.0.leitlinie", "Anders"}, {"zustimmung", "ja", "meinung", "nul\u0000l"},
                {"zustimmung", "ja", "meinung", "x", "absender", "zwei\nZeilen"}, {"zustimmung", "ja", "meinung", "x", "linkNummer", "2"}}) {
            assertThat(gast.antworte(boese).statusCode()).as(String.join(" ", boese).substring(0, 20)).isEqualTo(422);
        }
        assertThat(gast.sende("0123456789abcdef", "zustimmung", "ja", "meinung", "x").body()).contains("hat sich inzwischen geändert");
        assertThat(rueckmeldungen()).isNull();
        assertThat(gast.antworte("zustimmung", "ja", "meinung", "<img src=x onerror=alert(1)> {{leitbildText}}").statusCode()).isEqualTo(303);
        assertThat(rueckmeldungen().toString()).contains("<img src=x onerror=alert(1)> {{leitbildText}}");
    }
}
