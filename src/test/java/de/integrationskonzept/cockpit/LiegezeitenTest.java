package de.integrationskonzept.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Wo die Zeit bleibt: nach Rolle, nie nach Person, ab fünf Akten")
class LiegezeitenTest {

    @Autowired
    Rest rest;
    @Autowired
    Liegezeitprobe probe;

    String prozess;

    @BeforeEach
    void stelleBereit() {
        prozess = probe.stelleBereit();
    }

    private JsonNode auswertung() {
        Rest.Antwort antwort = rest.als("prozessverantwortung").get("/api/liegezeiten?prozess=" + prozess);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        assertThat(antwort.text()).as("no person").doesNotContain("admin", "Muster ").doesNotContain("T-");
        return antwort.json();
    }

    private List<JsonNode> zeilen() {
        return StreamSupport.stream(auswertung().path("zeilen").spliterator(), false).toList();
    }

    private static void ohneZahlen(JsonNode zeile) {
        assertThat(zeile.path("faelle").isNull() && zeile.path("median").isNull() && zeile.path("p90").isNull()).as(zeile.toString()).isTrue();
    }

    @Test
    @DisplayName("Vier Akten: keine Zahl. Fünf: genau die Hälfte und neun von zehn, in ganzen Tagen; eine zweite Runde derselben Akte ist kein neuer Fall")
    void abFuenf() {
        Stream.of(2, 4, 6, 8).forEach(tage -> probe.akte(prozess, "kaemmerei", tage));
        ohneZahlen(zeilen().get(0));
        String eine = "T-" + UUID.randomUUID();
        probe.akte(prozess, "kaemmerei", 20, Liegezeitprobe.AUGUST, null, eine);
        JsonNode zeile = zeilen().get(0);
        assertThat(zeile.path("schritt").asText()).isEqualTo("Haushalt prüfen");
        assertThat(zeile.path("rolle").asText()).isEqualTo("Kämmerei");
        assertThat(zeile.path("faelle").asInt()).isEqualTo(5);
        assertThat(zeile.path("median").asInt()).isEqualTo(6);
        // Of 2, 4, 6, 8 and 20 days: between the fourth and the fifth, 8 + 0.6 * 12 = 15.2.
        assertThat(zeile.path("p90").asInt()).isEqualTo(15);
        probe.akte(prozess, "kaemmerei", 20, Liegezeitprobe.AUGUST, null, eine);
        assertThat(zeilen().get(0).path("faelle").asInt()).isEqualTo(5);
        assertThat(zeilen().get(0).path("median").asInt()).as("of six times").isEqualTo(7);
    }

    @Test
    @DisplayName("Jede Rolle für sich, die langsamste zuerst, ohne Zahl zuletzt; keine Summe, aus der sich ein einzelner Fall errechnen ließe")
    void jeRolle() {
        for (int i = 0; i < 5; i++) {
            probe.akte(prozess, "kaemmerei", 3);
            probe.akte(prozess, "hauptamt", 12);
        }
        probe.akte(prozess, "personal", 60);
        List<JsonNode> zeilen = zeilen();
        assertThat(zeilen).extracting(z -> z.path("rolle").asText()).containsExactly("Hauptamt", "Kämmerei", "Personal");
        assertThat(zeilen).extracting(z -> z.path("median").asText()).containsExactly("12", "3", "null");
        ohneZahlen(zeilen.get(2));
        assertThat(auswertung().fieldNames()).toIterable().containsExactlyInAnyOrder("prozess", "definition", "bis", "mindestens", "zeilen");
    }

    @Test
    @DisplayName("Nicht dabei: der laufende Monat, andere Kommunen, was noch offen ist")
    void nichtDabei() {
        Stream.of(2, 4, 6, 8).forEach(tage -> probe.akte(prozess, "kaemmerei", tage));
        probe.akte(prozess, "kaemmerei", 5, Instant.parse("2026-11-02T08:00:00Z"), null, "T-" + UUID.randomUUID());
        assertThat(auswertung().path("bis").asText()).isEqualTo("2026-11-01");
        ohneZahlen(zeilen().get(0));
        String andere = "09" + UUID.randomUUID().toString().substring(0, 6);
        for (int i = 0; i < 5; i++) {
            probe.akte(prozess, "kaemmerei", 50, Liegezeitprobe.AUGUST, andere, "T-" + UUID.randomUUID());
        }
        ohneZahlen(zeilen().get(0));
        assertThat(zeilen()).as("what is still open has no time yet").noneMatch(z -> z.path("schritt").asText().equals("Ablegen"));
        JsonNode alles = rest.als("admin").get("/api/liegezeiten?prozess=" + prozess).json().path("zeilen");
        assertThat(alles.get(0).path("faelle").asInt()).as("the administration sees all Kommunen: " + alles).isEqualTo(9);
    }

    @Test
    @DisplayName("Nur für die Prozessverantwortung, nie zu Vertraulichem; ohne Ablauf ein Satz, was fehlt")
    void rechte() {
        for (String rolle : List.of("integrationsbeauftragte", "vorgesetzte", "kaemmerei", "steuerungsgruppe", "modellpflege", "stakeholder")) {
            assertThat(rest.als(rolle).get("/api/liegezeiten?prozess=" + prozess).status()).as(rolle).isEqualTo(404);
        }
        for (String person : List.of("prozessverantwortung", "admin")) {
            assertThat(rest.als(person).get("/api/liegezeiten?prozess=interessen").status()).as(person).isEqualTo(404);
        }
        assertThat(rest.als("prozessverantwortung").get("/api/liegezeiten?prozess=%27%20or%201=1").status()).isBetween(400, 404);
        assertThat(rest.als("prozessverantwortung").get("/api/liegezeiten").status()).isEqualTo(400);
        assertThat(rest.ohneAnmeldung().get("/api/liegezeiten?prozess=" + prozess).status()).isEqualTo(401);
    }
}
