package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.Probeablauf.aufgabe;
import static de.integrationskonzept.modell.Probeablauf.termin;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Der Umzugsplan einer Änderung: was aus jeder Akte wird, und wohin es von Hand geht")
class UmzugsplanSchnittstelleTest extends Umzugsplanfall {

    private static final String FREMDE = "09777777";

    @Autowired
    Vorschlaege vorschlaege;
    @Autowired
    Rest rest;
    @Value("${integrationskonzept.kommune.id}")
    String kommune;

    private JsonNode plan(String person, String vorschlag) {
        Rest.Antwort antwort = rest.als(person).get("/api/vorschlaege/" + vorschlag + "/umzugsplan");
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return antwort.json();
    }

    private static JsonNode akte(JsonNode plan, String wurzel) {
        return StreamSupport.stream(plan.path("akten").spliterator(), false).filter(akte -> akte.path("wurzel").asText().equals(wurzel)).findFirst()
                .orElseThrow(() -> new AssertionError(wurzel + " in " + plan));
    }

    private static List<String> texte(JsonNode akten, String feld) {
        return StreamSupport.stream(akten.spliterator(), false).map(akte -> akte.path(feld).asText(null)).toList();
    }

    private Rest.Antwort ordneZu(String vorschlag, Object zuordnung) {
        return rest.als("modellpflege").put("/api/vorschlaege/" + vorschlag + "/zuordnung", zuordnung);
    }

    @Test
    @DisplayName("Jedes Schicksal: zieht um, ist zuzuordnen, behält die alte Fassung, und warum")
    void schicksale() {
        probe.stelleBereit(probe.ablauf(aufgabe("bleibt", "Bleibt"), aufgabe("geht", "Geht"), termin("warten", "Warten"), aufgabe("weg", "Weg")));
        String zieht = probe.beginne();
        String zuzuordnen = probe.beginne();
        probe.erledige(zuzuordnen, "bleibt");
        String behaelt = probe.beginne();
        probe.erledige(behaelt, "bleibt");
        probe.erledige(behaelt, "geht");
        Probeablauf neu = probe.ablauf(aufgabe("bleibt", "Bleibt"), aufgabe("neu", "Neu"), aufgabe("auch-neu", "Auch neu"));
        String vorschlag = probe.vorschlag(vorschlaege, neu, "minor");
        JsonNode plan = plan("modellpflege", vorschlag);
        assertThat(plan.path("gesamt").asInt()).isEqualTo(3);
        assertThat(akte(plan, zieht).path("schicksal").asText()).isEqualTo("zieht um");
        assertThat(akte(plan, zieht).path("grund").isNull()).isTrue();
        assertThat(akte(plan, zuzuordnen).path("schicksal").asText()).isEqualTo("zuzuordnen");
        assertThat(akte(plan, zuzuordnen).path("grund").asText())
                .isEqualTo("„Geht“ gibt es in der neuen Fassung nicht mehr. Bitte wählen Sie, wo es weitergeht.");
        assertThat(akte(plan, zuzuordnen).path("stellen").toString())
                .isEqualTo("[{\"prozess\":\"" + probe.schluessel + "\",\"element\":\"geht\",\"name\":\"Geht\"}]");
        assertThat(akte(plan, behaelt).path("schicksal").asText()).isEqualTo("behält die alte Fassung");
        assertThat(akte(plan, behaelt).path("grund").asText()).contains("„Warten“ gibt es in der neuen Fassung nicht mehr.", "derselben Art");

        Rest.Antwort bestaetigt = ordneZu(vorschlag, Map.of(probe.schluessel, Map.of("geht", "neu")));
        assertThat(bestaetigt.status()).as(bestaetigt.text()).isEqualTo(204);
        plan = plan("modellpflege", vorschlag);
        assertThat(akte(plan, zuzuordnen).path("schicksal").asText()).isEqualTo("zieht um");
        JsonNode stelle = StreamSupport.stream(plan.path("prozesse").get(0).path("stellen").spliterator(), false)
                .filter(s -> s.path("element").asText().equals("geht")).findFirst().orElseThrow();
        assertThat(stelle.path("ziel").asText()).isEqualTo("neu");
        assertThat(stelle.path("herkunft").asText()).isEqualTo("bestaetigt");
    }

    @Test
    @DisplayName("Gilt die Änderung nur für neue Akten, behalten alle anderen die alte Fassung; so auch, wer an mit Absicht Entfallenem steht")
    void nurNeue() {
        probe.stelleBereit(probe.ablauf(aufgabe("a", "A"), aufgabe("b", "B")));
        String instanz = probe.beginne();
        JsonNode major = akte(plan("modellpflege", probe.vorschlag(vorschlaege, probe.ablauf(aufgabe("a", "A")), "major")), instanz);
        assertThat(major.path("schicksal").asText()).isEqualTo("behält die alte Fassung");
        assertThat(major.path("grund").asText()).isEqualTo("Die Änderung gilt nur für neue Akten.");
        JsonNode entfallen = akte(plan("modellpflege", probe.vorschlag(vorschlaege, probe.ablauf(aufgabe("neu", "Neu"), aufgabe("b", "B"))
                .eigenschaft("entfallen", "a"), "patch")), instanz);
        assertThat(entfallen.path("schicksal").asText()).isEqualTo("behält die alte Fassung");
        assertThat(entfallen.path("grund").asText()).contains("mit Absicht");
        String ohneStufe = probe.vorschlag(vorschlaege, probe.ablauf(aufgabe("neu", "A"), aufgabe("b", "B")), null);
        JsonNode vorgeschlagen = akte(plan("modellpflege", ohneStufe), instanz);
        assertThat(vorgeschlagen.path("schicksal").asText()).isEqualTo("zuzuordnen");
        assertThat(vorgeschlagen.path("grund").asText()).contains("Für „A“ ist „A“ vorgeschlagen.");
    }

    @Test
    @DisplayName("Aktenzeichen sieht die Modellpflege nur von der eigenen Kommune, die Administration von allen; gezählt werden alle")
    void fremde() {
        probe.stelleBereit(probe.ablauf(aufgabe("a", "A")));
        String eigene = probe.beginne("AZ-eigen-" + UUID.randomUUID());
        String fremde = probe.beginne("AZ-fremd-" + UUID.randomUUID());
        String ohne = probe.beginne("AZ-ohne-" + UUID.randomUUID());
        probe.kommune(eigene, kommune);
        probe.kommune(fremde, FREMDE);
        String vorschlag = probe.vorschlag(vorschlaege, probe.ablauf(aufgabe("a", "A"), aufgabe("b", "B")), "minor");
        JsonNode plan = plan("modellpflege", vorschlag);
        assertThat(plan.toString()).doesNotContain("AZ-fremd", FREMDE).contains("AZ-eigen", "AZ-ohne");
        assertThat(plan.path("gesamt").asInt()).isEqualTo(3);
        assertThat(akte(plan, fremde).path("fremd").asBoolean()).isTrue();
        assertThat(akte(plan, fremde).path("aktenzeichen").isNull()).isTrue();
        assertThat(akte(plan, eigene).path("kommune").asText()).isNotEmpty();
        assertThat(texte(plan.path("akten"), "wurzel")).as("those of others come last").containsExactly(eigene, ohne, fremde);
        assertThat(akte(plan("admin", vorschlag), fremde).path("aktenzeichen").asText()).startsWith("AZ-fremd");
    }

    @Test
    @DisplayName("Zweihundert Akten auf einer Seite, der Rest auf der nächsten, keine doppelt")
    void seiten() {
        probe.stelleBereit(probe.ablauf(aufgabe("a", "A")));
        IntStream.range(0, 203).forEach(i -> probe.beginne());
        String vorschlag = probe.vorschlag(vorschlaege, probe.ablauf(aufgabe("a", "A"), aufgabe("b", "B")), "minor");
        List<String> erste = texte(plan("modellpflege", vorschlag).path("akten"), "wurzel");
        JsonNode zweite = rest.als("modellpflege").get("/api/vorschlaege/" + vorschlag + "/umzugsplan?ab=200").json();
        assertThat(erste).hasSize(200).doesNotHaveDuplicates().doesNotContainAnyElementsOf(texte(zweite.path("akten"), "wurzel"));
        assertThat(zweite.path("akten")).hasSize(3);
        assertThat(zweite.path("gesamt").asInt()).isEqualTo(203);
    }

    @Test
    @DisplayName("Ist die Änderung bereitgestellt, zählt, was noch auf einer früheren Fassung läuft")
    void nachDemBereitstellen() {
        probe.stelleBereit(probe.ablauf(aufgabe("a", "A")));
        String alt = probe.beginne();
        Probeablauf neu = probe.ablauf(aufgabe("a", "A"), aufgabe("b", "B"));
        String vorschlag = probe.vorschlag(vorschlaege, neu, "minor");
        String bereitstellung = probe.stelleBereit(probe.ablauf(aufgabe("a", "A"), aufgabe("b", "Mit Fassung")));
        datenbank.sql("update IK_MODELLVORSCHLAG set ZUSTAND = 'bereitgestellt', BEREITSTELLUNG = ? where ID = ?")
                .params(bereitstellung, vorschlag).update();
        probe.beginne();
        assertThat(texte(plan("modellpflege", vorschlag).path("akten"), "wurzel")).containsExactly(alt);
    }

    @Test
    @DisplayName("Was nicht zusammenpasst, wird mit Namen und Grund abgelehnt, und nichts davon gilt")
    void unmoeglich() {
        probe.stelleBereit(probe.ablauf(aufgabe("a", "Erste"), termin("t", "Warten")));
        probe.beginne();
        String vorschlag = probe.vorschlag(vorschlaege, probe.ablauf(aufgabe("b", "Zweite"), aufgabe("c", "Dritte")), "minor");
        String p = probe.schluessel;
        verlange400(ordneZu(vorschlag, Map.of(p, Map.of("t", "b"))), "Von „Warten“ (t) kann keine Akte nach „Zweite“ (b) umziehen. "
                + "Beide sind von verschiedener Art");
        verlange400(ordneZu(vorschlag, Map.of(p, Map.of("a", "gibtsnicht"))), "Eine Stelle „gibtsnicht“ hat die neue Fassung");
        verlange400(ordneZu(vorschlag, Map.of(p, Map.of("gibtsnicht", "b"))), "Eine Stelle „gibtsnicht“ hat keine laufende Fassung");
        verlange400(ordneZu(vorschlag, Map.of(p, Map.of("a", "b"), "integrationskonzept", Map.of("a", "b"))),
                "Der Ablauf „integrationskonzept“ gehört nicht");
        verlange400(ordneZu(vorschlag, "{\"" + p + "\": {\"a\": null}}"), "Die Zuordnung ist nicht lesbar.");
        assertThat(vorschlaege.zuordnung(vorschlag)).isEmpty();
        assertThat(ordneZu(vorschlag, Map.of(p, Map.of("a", "b"))).status()).isEqualTo(204);
        verlange400(ordneZu(vorschlag, Map.of(p, Map.of("a", "c", "t", "c"))), "Von „Warten“ (t)");
        assertThat(vorschlaege.zuordnung(vorschlag)).as("what was confirmed before still holds").isEqualTo(Map.of(p, Map.of("a", "b")));
        verlange400(ordneZu(vorschlag, "{\"" + p + "\": null}"), "Die Zuordnung ist nicht lesbar.");
        assertThat(ordneZu(vorschlag, Map.of(p, Map.of())).status()).isEqualTo(204);
        assertThat(vorschlaege.zuordnung(vorschlag)).isEqualTo(Map.of(p, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"x\"", "{\"p\": [\"a\"]}", "{\"p\": {\"a\": {\"b\": 1}}}", "{", "null"})
    @DisplayName("Unlesbares wird abgelehnt")
    void unlesbar(String inhalt) {
        String vorschlag = probe.vorschlag(vorschlaege, probe.ablauf(aufgabe("b", "B")), null);
        verlange400(ordneZu(vorschlag, inhalt), "Die Zuordnung ist nicht lesbar.");
    }

    private static void verlange400(Rest.Antwort antwort, String satz) {
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
        assertThat(antwort.json().path("detail").asText()).contains(satz);
    }

    @Test
    @DisplayName("Nur die Modellpflege und die Administration; was es nicht gibt oder verworfen ist, sagt das")
    void wer() {
        String vorschlag = probe.vorschlag(vorschlaege, probe.ablauf(aufgabe("b", "B")), null);
        String pfad = "/api/vorschlaege/" + vorschlag;
        for (String person : List.of("integrationsbeauftragte", "prozessverantwortung", "kaemmerei")) {
            assertThat(rest.als(person).get(pfad + "/umzugsplan").status()).isEqualTo(403);
            assertThat(rest.als(person).put(pfad + "/zuordnung", Map.of()).status()).isEqualTo(403);
        }
        assertThat(rest.ohneAnmeldung().get(pfad + "/umzugsplan").status()).isEqualTo(401);
        assertThat(rest.als("admin").put(pfad + "/zuordnung", Map.of()).status()).isEqualTo(204);
        assertThat(rest.als("modellpflege").get("/api/vorschlaege/nie/umzugsplan").status()).isEqualTo(404);
        assertThat(rest.als("modellpflege").get(pfad + "/umzugsplan?ab=-1").status()).isEqualTo(400);
        assertThat(rest.als("modellpflege").get(pfad + "/umzugsplan?ab=viele").status()).isEqualTo(400);
        for (String zustand : List.of("verworfen", "bereitgestellt")) {
            datenbank.sql("update IK_MODELLVORSCHLAG set ZUSTAND = ? where ID = ?").params(zustand, vorschlag).update();
            Rest.Antwort antwort = ordneZu(vorschlag, Map.of());
            assertThat(antwort.status()).isEqualTo(409);
            assertThat(antwort.text()).contains("schon " + zustand);
        }
    }

    @Test
    @DisplayName("Ein Ablauf, den niemand lesen kann, führt zur Prüfung und nicht in einen Fehler")
    void kaputt() {
        String vorschlag = probe.vorschlag(vorschlaege, probe.ablauf(aufgabe("b", "B")), null);
        vorschlaege.legeAb(vorschlag, probe.datei(), "<kein-modell/>".getBytes(), null);
        verlange400(rest.als("modellpflege").get("/api/vorschlaege/" + vorschlag + "/umzugsplan"), "lässt sich nicht als Ablauf lesen");
        verlange400(ordneZu(vorschlag, Map.of()), "lässt sich nicht als Ablauf lesen");
    }
}
