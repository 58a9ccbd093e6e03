package de.integrationskonzept.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.prozess.Spiel;
import de.integrationskonzept.prozess.Standakte;
import de.integrationskonzept.rolle.Rollen;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@DisplayName("Wie eine Akte steht: Zeitplan, Handlungsfelder, Kennzahlen")
class StandTest {

    private static final Set<String> SEHEN_DIE_AKTE = Set.of("integrationsbeauftragte", "vorgesetzte", "verwaltungsspitze", "steuerungsgruppe",
            "prozessverantwortung");

    @Autowired
    Rest rest;
    @Autowired
    Standakte akten;
    @Autowired
    Rollen rollen;
    @Autowired
    ProcessEngine engine;
    @Autowired
    Zeitplanansicht zeitplan;
    @Autowired
    Felderansicht felder;

    private JsonNode als(String rolle, Spiel.Akte akte, String was) {
        Rest.Antwort antwort = rest.als(rolle).get("/api/akten/" + akte.id() + "/" + was);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return antwort.json();
    }

    private static JsonNode mit(JsonNode liste, String spalte, String wert) {
        return StreamSupport.stream(liste.spliterator(), false).filter(z -> z.path(spalte).asText().equals(wert)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + wert + " in " + liste));
    }

    private static List<String> texte(JsonNode liste, String spalte) {
        return StreamSupport.stream(liste.spliterator(), false).map(z -> z.path(spalte).asText()).toList();
    }

    @Test
    @Tag("R20")
    @Tag("R62")
    @Tag("R73")
    @DisplayName("R20, R62, R73: Ein verstrichener Meilenstein, dann 39 Tage Verzug: was rückt, warum, und was nicht mehr passt; Personen sieht nur, wer die Akte liest")
    void verzug() {
        Standakte.esIst("2027-03-01");
        Spiel.Akte akte = akten.mitZeitplan();
        JsonNode vorher = als("prozessverantwortung", akte, "zeitplan");
        assertThat(vorher.path("heute").asText()).isEqualTo("2027-03-01");
        assertThat(texte(vorher.path("meilensteine"), "phase")).startsWith("Vorabklärung").endsWith("Verstetigung");
        JsonNode verpasst = mit(vorher.path("meilensteine"), "name", "Auftrag geklärt");
        assertThat(verpasst.path("erwartet").asText()).as("its day has passed").isEqualTo("2027-01-30");
        assertThat(verpasst.path("erreicht").isNull()).isTrue();
        assertThat(vorher.path("verzug").asInt()).as("nobody has changed the plan").isZero();
        assertThat(vorher.path("ueberfaellig").asInt()).as("but each day counts").isEqualTo(30);
        assertThat(vorher.path("erwartetesEnde").asText()).isEqualTo("2029-01-30");
        assertThat(mit(vorher.path("termine"), "termin", "Vertrag der Leitung endet").path("luft").asInt()).isEqualTo(-16);

        akten.begruendeVerzug(akte, "2027-03-10", "Haushaltssperre");
        JsonNode danach = als("vorgesetzte", akte, "zeitplan");
        assertThat(danach.path("ende").asText()).isEqualTo(akte.wert("planEnde")).isEqualTo("2029-02-08");
        assertThat(danach.path("verzug").asInt()).isEqualTo(39);
        assertThat(mit(danach.path("meilensteine"), "name", "Auftrag geklärt").path("tage").asInt()).isEqualTo(39);
        JsonNode vertrag = mit(danach.path("termine"), "termin", "Vertrag der Leitung endet");
        assertThat(vertrag.path("stand").asText()).isEqualTo("konflikt");
        assertThat(vertrag.path("luft").asInt()).as("14 January against 8 February 2029").isEqualTo(-25);
        assertThat(vertrag.path("zusatz").asText()).isEqualTo("Amira Geheim");
        assertThat(mit(danach.path("termine"), "termin", "Beginn des Controllings").path("satz").asText()).startsWith("Rückt um 39 Tage mit");

        JsonNode ohneInhalt = als("prozessverantwortung", akte, "zeitplan");
        assertThat(ohneInhalt.toString()).as("no person").doesNotContain("Geheim");
        assertThat(ohneInhalt.path("verschiebungen")).as("why the plan moved belongs to the plan").isEqualTo(danach.path("verschiebungen"));
        assertThat(ohneInhalt.path("verschiebungen").get(0).path("was").asText()).isEqualTo("Auftrag geklärt");
        assertThat(ohneInhalt.path("verschiebungen").get(0).path("grund").asText()).isEqualTo("Haushaltssperre");
        assertThat(ohneInhalt.path("termine")).hasSameSizeAs(danach.path("termine"));
    }

    @Test
    @Tag("R57")
    @Tag("R69")
    @Tag("R70")
    @DisplayName("R57, R69, R70: Jedes Feld auf seiner Stufe, mit dem Vorgang dahinter; eine Zusage, eine Absage, eine offene; für alle dieselbe Ansicht ohne Antworten")
    void felder() {
        Spiel.Akte akte = akten.inDenFeldern(akten.mitZeitplan());
        JsonNode vorher = als("prozessverantwortung", akte, "handlungsfelder");
        assertThat(texte(vorher.path("stufen"), "stufe")).containsExactly("Arbeitsgruppe", "Bestand", "Ziele", "Maßnahmen", "Verbindlich");
        assertThat(stufen(vorher, "Sprache")).containsExactly("fertig", "fertig", "arbeit", "offen", "offen");
        assertThat(stufen(vorher, "Wohnen")).containsExactly("fertig", "arbeit", "offen", "offen", "offen");
        assertThat(stufen(vorher, "Arbeit")).containsExactly("arbeit", "offen", "offen", "offen", "offen");
        String vorgang = mit(vorher.path("felder"), "feld", "Wohnen").path("zellen").get(1).path("vorgang").asText();
        assertThat(vorgang).isEqualTo(vorgang(akte, "handlungsfeld", "feld", "Wohnen"));
        assertThat(StreamSupport.stream(vorher.path("laufende").spliterator(), false).map(JsonNode::asText)).contains(vorgang);

        akten.bisZuDenZusagen(akte);
        JsonNode danach = als("prozessverantwortung", akte, "handlungsfelder");
        assertThat(stufen(danach, "Sprache")).containsExactly("fertig", "fertig", "fertig", "fertig", "arbeit");
        assertThat(stufen(danach, "Arbeit")).as("all of its measures are bound").containsExactly("fertig", "fertig", "fertig", "fertig", "fertig");
        assertThat(zahlen(danach, "Sprache")).as("measures, given, refused, open").containsExactly(2, 1, 1, 0);
        assertThat(zahlen(danach, "Wohnen")).containsExactly(1, 0, 0, 1);
        JsonNode gefragt = mit(danach.path("felder"), "feld", "Wohnen").path("gefragt").get(0);
        assertThat(gefragt.path("stelle").asText()).isEqualTo("Soziales");
        assertThat(gefragt.path("vorgang").asText()).isEqualTo(vorgang(akte, "massnahmenzusage", "fachbereich", "fachbereich-soziales"));
        assertThat(StreamSupport.stream(danach.path("laufende").spliterator(), false).map(JsonNode::asText)).as("the field itself is finished")
                .contains(gefragt.path("vorgang").asText()).doesNotContain(vorgang);
        JsonNode kennzahl = danach.path("kennzahlen").get(0);
        assertThat(kennzahl.path("ausgangswert").asDouble()).isEqualTo(40);
        assertThat(kennzahl.path("ampel").isNull()).as("no report yet").isTrue();
        assertThat(danach.toString()).doesNotContain("Geheim", "Lotsen", "Mehr");
        assertThat(als("integrationsbeauftragte", akte, "handlungsfelder")).isEqualTo(danach);
        nurWerDieAkteSieht(akte);
    }

    private static List<String> stufen(JsonNode ansicht, String feld) {
        return texte(mit(ansicht.path("felder"), "feld", feld).path("zellen"), "stand");
    }

    private static List<Integer> zahlen(JsonNode ansicht, String feld) {
        JsonNode f = mit(ansicht.path("felder"), "feld", feld);
        return List.of(f.path("massnahmen").asInt(), f.path("zugesagt").asInt(), f.path("abgelehnt").asInt(), f.path("offen").asInt());
    }

    private String vorgang(Spiel.Akte akte, String prozess, String variable, String wert) {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey(prozess).variableValueEquals(variable, wert)
                .processInstanceBusinessKey((String) akte.wert("aktenzeichen")).orderByProcessInstanceStartTime().desc().list().stream()
                .map(HistoricProcessInstance::getId).findFirst().orElseThrow();
    }

    private void nurWerDieAkteSieht(Spiel.Akte akte) {
        for (String was : List.of("zeitplan", "handlungsfelder")) {
            String pfad = "/api/akten/" + akte.id() + "/" + was;
            rollen.namen().keySet().forEach(rolle -> assertThat(rest.als(rolle).get(pfad).status()).as(rolle + " " + was)
                    .isEqualTo(SEHEN_DIE_AKTE.contains(rolle) ? 200 : 404));
            assertThat(rest.ohneAnmeldung().get(pfad).status()).isEqualTo(401);
            assertThat(rest.als("prozessverantwortung").get("/api/akten/%27%20or%201=1/" + was).status()).isEqualTo(404);
        }
        engine.getIdentityService().setAuthentication("fremd", List.of("prozessverantwortung", "integrationsbeauftragte"), List.of("09478000"));
        try {
            assertThatThrownBy(() -> zeitplan.lies(akte.id())).as("of another Kommune").isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> felder.lies(akte.id())).as("of another Kommune").isInstanceOf(Refusal.class);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Test
    @Tag("R71")
    @DisplayName("R71: Kennzahlen über zwei Jahre mit Ausgangswert, Ziel, Ampel; das dritte Jahr ist noch offen")
    void jahre() {
        Spiel.Akte akte = akten.imZweitenJahr();
        JsonNode ansicht = als("prozessverantwortung", akte, "handlungsfelder");
        assertThat(texte(ansicht.path("jahre"), "jahr")).containsExactly("2030", "2031", "2032");
        assertThat(texte(ansicht.path("jahre"), "berichtet")).containsExactly("true", "true", "false");
        JsonNode quote = mit(ansicht.path("kennzahlen"), "kennzahl", "Kita-Quote");
        assertThat(quote.path("einheit").asText()).isEqualTo("%");
        assertThat(quote.path("ausgangswert").asDouble()).isEqualTo(60);
        assertThat(quote.path("zielwert").asDouble()).isEqualTo(80);
        assertThat(quote.path("ist").asDouble()).isEqualTo(79);
        assertThat(quote.path("ampel").asText()).isEqualTo("grün");
        assertThat(texte(quote.path("werte"), "ist")).containsExactly("64.0", "79.0");
        assertThat(texte(quote.path("werte"), "ampel")).containsExactly("rot", "grün");
        assertThat(mit(ansicht.path("kennzahlen"), "kennzahl", "Sprachkurse").path("ampel").asText()).as("without a value").isEqualTo("grau");
        JsonNode erstes = ansicht.path("jahre").get(0);
        assertThat(List.of(erstes.path("rot").asInt(), erstes.path("grau").asInt(), erstes.path("gruen").asInt())).containsExactly(1, 1, 0);
        JsonNode drittes = ansicht.path("jahre").get(2);
        assertThat(ansicht.path("laufende")).as("only the third year runs").hasSize(1);
        assertThat(ansicht.path("laufende").get(0)).isEqualTo(drittes.path("vorgang"));
        assertThat(ansicht.toString()).doesNotContain("Geheim");
    }
}
