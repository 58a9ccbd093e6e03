package de.integrationskonzept.cockpit;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@DisplayName("Die Konzepte im Überblick")
class KonzepteTest {

    private static final String IB = "integrationsbeauftragte";
    private static final Map<String, Object> SPITZE = zeile("spitzeName", "Rita Muster", "spitzeDatum", "2027-01-04", "spitzePapier", "Vermerk 4",
            "spitzeGrund", "Wahl");

    @Autowired
    Rest rest;
    @Autowired
    Spiel spiel;
    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    Lagen lagen;

    /** Other tests have files, too. */
    private final String ort = "Ort " + UUID.randomUUID().toString().substring(0, 6);

    @BeforeEach
    void anfangJanuar() {
        esIst("2027-01-04");
    }

    @AfterEach
    void wiederHeute() {
        ClockUtil.reset();
    }

    private static void esIst(String tag) {
        ClockUtil.reset();
        ClockUtil.offset(LocalDate.parse(tag).atTime(10, 0).atZone(ZoneId.of("Europe/Berlin")).toInstant().toEpochMilli() - System.currentTimeMillis());
    }

    private Spiel.Akte akte(String name, Object... anders) {
        return spiel.beginne(mit(mit(stadt(), "kommuneName", ort + " " + name), anders));
    }

    private JsonNode suche(String wer, String abfrage) {
        Rest.Antwort antwort = rest.als(wer).get("/api/konzepte?suche=" + URLEncoder.encode(ort, StandardCharsets.UTF_8) + abfrage);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return antwort.json();
    }

    private List<String> namen(String abfrage) {
        return StreamSupport.stream(suche("prozessverantwortung", abfrage).path("zeilen").spliterator(), false)
                .map(z -> z.path("kommune").asText().substring(ort.length() + 1)).toList();
    }

    private JsonNode inListe(Spiel.Akte akte) {
        return StreamSupport.stream(suche("prozessverantwortung", "").path("zeilen").spliterator(), false)
                .filter(z -> z.path("id").asText().equals(akte.id())).findFirst().orElseThrow();
    }

    /** What stands in the overview is what the engine knows. */
    private JsonNode wieInDerEngine(Spiel.Akte akte) {
        JsonNode zeile = inListe(akte);
        assertThat(zeile.path("phase").asText()).isEqualTo(akte.zuletzt("phase"));
        assertThat(zeile.path("aktenzeichen").asText()).isEqualTo(akte.zuletzt("aktenzeichen"));
        assertThat(zeile.path("ampel").asText(null)).isEqualTo(akte.zuletzt("ampel"));
        Map<String, Integer> offen = new TreeMap<>();
        String[] instanzen = akte.instanzen().toArray(String[]::new);
        for (Task aufgabe : instanzen.length == 0 ? List.<Task>of() : engine.getTaskService().createTaskQuery().processInstanceIdIn(instanzen).active().list()) {
            if (!List.of("akte-nachtragen", "interessen-notieren").contains(aufgabe.getTaskDefinitionKey())) {
                offen.merge(engine.getIdentityService().createGroupQuery().groupId(akte.rolle(aufgabe)).singleResult().getName(), 1, Integer::sum);
            }
        }
        Map<String, Integer> gezeigt = new TreeMap<>();
        zeile.path("aufgaben").forEach(a -> gezeigt.put(a.path("rolle").asText(), a.path("offen").asInt()));
        assertThat(gezeigt).isEqualTo(offen);
        return zeile;
    }

    private static void pruefe(JsonNode zeile, Consumer<JsonNode> rest) {
        rest.accept(zeile);
    }

    private static Map<String, String> leiste(JsonNode zeile) {
        Map<String, String> leiste = new LinkedHashMap<>();
        zeile.path("phasen").forEach(p -> leiste.put(p.path("name").asText(), p.path("stand").asText()));
        return leiste;
    }

    @Test
    @DisplayName("Jede Akte steht mit Phase, Ampel, Plan und Verzug, Aufgaben nach Rolle und Störungen so da, wie die Engine sie kennt")
    void standJeAkte() {
        Spiel.Akte verpasst = akte("verpasst");
        Spiel.Akte puenktlich = akte("pünktlich").erledige(IB, "auftrag-klaeren", gut().get("auftrag-klaeren"));
        Spiel.Akte verschoben = akte("verschoben").spieleBis(gut(), "ressourcen-planen").erledige(IB, "akte-nachtragen", zeile("nachtragArt", "plan",
                "planBeginn", "2027-01-01", "planEnde", "2029-12-31", "planGrund", "Haushaltssperre"));
        Spiel.Akte kompakt = akte("kompakt", "kommuneTyp", "gemeinde", "einwohner", 4200, "gremium", "gemeinderat", "leitungAnrede",
                "erste-buergermeisterin").spieleBis(gut(), "startreife-pruefen");
        Spiel.Akte ruht = akte("ruhend").erledige(IB, "akte-nachtragen", mit(SPITZE, "nachtragArt", "ruhen"));
        Spiel.Akte beendet = akte("beendet").erledige(IB, "akte-nachtragen", mit(SPITZE, "nachtragArt", "beenden"));
        beendet.jobs();
        Task gestoert = verpasst.aufgabe("auftrag-klaeren");
        engine.getRuntimeService().createIncident("probe", gestoert.getExecutionId(), "probe");
        esIst("2027-02-10");

        pruefe(wieInDerEngine(verpasst), z -> {
            assertThat(z.path("verzug").asInt()).as("since 30 January").isEqualTo(11);
            assertThat(z.path("erwartet").asText()).isEqualTo("2029-01-11");
            assertThat(z.path("grund").asText()).isEqualTo("„Auftrag geklärt“ fehlt seit 30.01.2027, Grund noch offen");
            assertThat(z.path("aufgaben").get(0).path("ueberfaellig").asInt()).isEqualTo(1);
            assertThat(z.path("stoerungen")).hasSize(1);
            assertThat(z.path("stoerungen").get(0).path("vorgang").asText()).isEqualTo(gestoert.getProcessInstanceId());
            assertThat(z.path("zuletzt").isNull()).isTrue();
        });
        pruefe(wieInDerEngine(puenktlich), z -> {
            assertThat(z.path("verzug").asInt()).isZero();
            assertThat(z.path("grund").isNull()).isTrue();
            assertThat(z.path("planEnde").asText()).isEqualTo("2028-12-31").isEqualTo(z.path("erwartet").asText());
            assertThat(z.path("zuletzt").asText()).startsWith("2027-01-04");
        });
        pruefe(wieInDerEngine(verschoben), z -> {
            assertThat(z.path("verzug").asInt()).isEqualTo(365);
            assertThat(z.path("planEnde").asText()).isEqualTo("2028-12-31");
            assertThat(z.path("grund").asText()).isEqualTo("Haushaltssperre");
        });
        assertThat(wieInDerEngine(kompakt).path("ampel").asText()).isEqualTo("gelb");
        assertThat(leiste(inListe(kompakt))).containsEntry("Vorabklärung", "JETZT").containsEntry("Projektstart", "FOLGT").hasSizeGreaterThan(5)
                .containsOnlyKeys(((List<?>) ((Map<?, ?>) kompakt.wert("plan")).get("meilensteine")).stream().map(m -> (String) ((Map<?, ?>) m).get("phase"))
                        .distinct().toArray(String[]::new));
        pruefe(wieInDerEngine(ruht), z -> {
            assertThat(z.path("stand").asText()).isEqualTo("RUHT");
            assertThat(z.path("verzug").asInt()).as("nobody asks about a file that rests").isZero();
        });
        assertThat(wieInDerEngine(beendet).path("stand").asText()).isEqualTo("BEENDET");
        assertThat(leiste(inListe(beendet))).containsEntry("Vorabklärung", "BEENDET").containsEntry("Projektstart", "ENTFAELLT");
        findetUndSortiert();
        jahre(beendet);
        ausDerGeschichte(puenktlich, beendet);
    }

    private void findetUndSortiert() {
        assertThat(namen("")).as("most slippage first, what ended last").containsExactly("verschoben", "verpasst", "kompakt", "pünktlich", "ruhend", "beendet")
                .isEqualTo(namen("&sortierung=verzug&richtung=ab"));
        assertThat(namen("&sortierung=kommune&richtung=ab")).containsExactly("verschoben", "verpasst", "ruhend", "pünktlich", "kompakt", "beendet");
        assertThat(namen("&sortierung=ampel")).startsWith("kompakt");
        assertThat(namen("&sortierung=ende&richtung=ab")).startsWith("verschoben", "verpasst");
        assertThat(namen("&lage=verspaetet")).containsExactly("verschoben", "verpasst");
        assertThat(namen("&lage=ueberfaellig")).containsExactly("verpasst");
        assertThat(namen("&lage=gestoert")).containsExactly("verpasst");
        assertThat(namen("&lage=laufend")).containsExactly("verschoben", "verpasst", "kompakt", "pünktlich");
        assertThat(namen("&lage=ruht")).containsExactly("ruhend");
        assertThat(namen("&lage=beendet")).containsExactly("beendet");
        assertThat(namen("&ampel=gelb")).containsExactly("kompakt");
        assertThat(namen("&ampel=offen")).hasSize(5).doesNotContain("kompakt");
        assertThat(namen("&phase=Vorabkl%C3%A4rung")).hasSize(6);
        assertThat(namen("&phase=Leitbild")).isEmpty();
        assertThat(namen("&sortierung=kommune&ab=2&anzahl=2")).containsExactly("pünktlich", "ruhend");
        assertThat(suche("prozessverantwortung", "&anzahl=2").path("gesamt").asInt()).isEqualTo(6);
        assertThat(rest.als("admin").get("/api/konzepte?suche=" + ort.substring(4).toUpperCase() + "%20K").json().path("gesamt").asInt())
                .as("whatever the case of letters").isEqualTo(1);
        assertThat(rest.als("admin").get("/api/konzepte?suche=%25_%25").json().path("gesamt").asInt()).as("no wildcards").isZero();
    }

    private void jahre(Spiel.Akte akte) {
        Spiel.Akte jahr = spiel.wurzel("umsetzung", zeile("aktenzeichen", akte.zuletzt("aktenzeichen"), "tiefe", "programm", "verfahren", "ausfuehrlich",
                "berichtTermin", "2030-03-31", "fortschreibungJahre", 3));
        assertThat(inListe(akte).path("stand").asText()).isEqualTo("UMSETZUNG");
        assertThat(inListe(akte).path("phase").asText()).isEqualTo(jahr.wert("phase")).isEqualTo("Umsetzung 2030");
        jahr.zeitKommt("berichtszeit");
        assertThat(inListe(akte).path("aufgaben").get(0).path("rolle").asText()).isEqualTo("Controlling");
        JsonNode seite = rest.als("prozessverantwortung").get("/api/konzepte/" + akte.id()).json();
        assertThat(seite.path("vorgaenge").findValuesAsText("id")).containsExactly(akte.id(), jahr.id());
        assertThat(seite.path("aufgaben").findValuesAsText("name")).contains(jahr.aufgabe("umsetzung-berichten").getName());
    }

    /** The table is made of the history, comes back from it, and goes with it. */
    private void ausDerGeschichte(Spiel.Akte eine, Spiel.Akte beendete) {
        String alle = suche("prozessverantwortung", "").toString();
        jdbc.update("delete from IK_LAGE where PROZESSINSTANZ in (?, ?)", eine.id(), beendete.id());
        assertThat(namen("")).hasSize(4);
        lagen.ergaenze();
        assertThat(suche("prozessverantwortung", "")).hasToString(alle);
        engine.getRuntimeService().setVariable(eine.id(), "plan", Spin.JSON("[\"kein Plan\"]"));
        assertThat(inListe(eine).path("verzug").isNull()).as("an administrator has spoilt it").isTrue();
        engine.getHistoryService().deleteHistoricProcessInstance(beendete.id());
        assertThat(namen("")).hasSize(5).doesNotContain("beendet");
    }
}
