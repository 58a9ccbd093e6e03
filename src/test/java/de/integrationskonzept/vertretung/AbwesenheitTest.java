package de.integrationskonzept.vertretung;

import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Wer fehlt, dessen Aufgaben warten nicht")
class AbwesenheitTest {

    @Autowired
    private Kollegium kollegium;
    @Autowired
    private Rest rest;
    @Autowired
    private Spiel spiel;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Vertretungen vertretungen;

    private final LocalDate heute = LocalDate.of(2026, 11, 24);
    private String rolle;
    private String vera;
    private String sven;
    private String tom;

    @BeforeEach
    void kollegium() {
        rolle = kollegium.rolle();
        vera = kollegium.person("Vera", Kollegium.ALLE, rolle);
        sven = kollegium.person("Sven", Kollegium.ALLE);
        tom = kollegium.person("Tom", Kollegium.ALLE, rolle);
    }

    @AfterEach
    void nachHause() {
        kollegium.gehtNachHause();
    }

    private String fehlt(String person, int von, int bis, String vertretung) {
        Rest.Antwort antwort = kollegium.fehlt(person, null, heute.plusDays(von), heute.plusDays(bis), vertretung);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(201);
        return antwort.json().path("id").asText();
    }

    @Test
    @DisplayName("Offene und neue Aufgaben gehen ab dem ersten Tag an die Vertretung, sind gekennzeichnet und kommen danach zurück")
    void hinUndZurueck() {
        String alte = kollegium.aufgabe(vera, rolle, false);
        fehlt(vera, 2, 5, sven);
        assertThat(kollegium.bei(alte)).as("not yet").isEqualTo(vera);

        kollegium.esWird(heute.plusDays(2), 0);
        String neue = kollegium.aufgabe(vera, rolle, false);
        assertThat(List.of(kollegium.bei(alte), kollegium.bei(neue))).containsOnly(sven);
        assertThat(kollegium.sieht(sven, alte)).isTrue();
        assertThat(vertretungen.fuer(neue)).contains("Vera Probe");
        assertThat(rest.als(sven).get("/api/aufgaben/" + alte + "/einordnung").json().path("vertretung").asText()).isEqualTo("Vera Probe");
        assertThat(engine.getHistoryService().createHistoricTaskInstanceQuery().taskId(neue).singleResult().getAssignee()).isEqualTo(sven);

        kollegium.esWird(heute.plusDays(5), 23);
        assertThat(kollegium.bei(alte)).as("the last day belongs to it").isEqualTo(sven);
        kollegium.esWird(heute.plusDays(6), 0);
        assertThat(List.of(kollegium.bei(alte), kollegium.bei(neue))).containsOnly(vera);
        assertThat(kollegium.sieht(sven, neue)).as("not theirs any more").isFalse();
        assertThat(vertretungen.fuer(neue)).isEmpty();
        assertThat(jdbc.queryForList("select AUSGANG from IK_VERTRETUNG where AUFGABE in (?, ?)", String.class, alte, neue)).containsOnly("zurueck");
    }

    @Test
    @DisplayName("Wer eine Aufgabe inzwischen von Hand übernommen hat, behält sie")
    void vonHand() {
        String aufgabe = kollegium.aufgabe(vera, rolle, false);
        fehlt(vera, 0, 3, sven);
        kollegium.uebernimmt(tom, aufgabe);
        assertThat(kollegium.sieht(sven, aufgabe)).isFalse();
        kollegium.esWird(heute.plusDays(4), 6);
        assertThat(kollegium.bei(aufgabe)).isEqualTo(tom);
    }

    @Test
    @DisplayName("Gibt die Vertretung eine Aufgabe zurück, liegt sie bei der Rolle und danach wieder bei der Person")
    void abgegeben() {
        String aufgabe = kollegium.aufgabe(vera, rolle, false);
        fehlt(vera, 0, 3, sven);
        spiel.als(sven, () -> {
            engine.getTaskService().setAssignee(aufgabe, null);
            return null;
        });
        assertThat(kollegium.bei(aufgabe)).isNull();
        assertThat(kollegium.sieht(tom, aufgabe)).isTrue();
        kollegium.esWird(heute.plusDays(4), 6);
        assertThat(kollegium.bei(aufgabe)).isEqualTo(vera);
    }

    @Test
    @DisplayName("Wer in Vertretung erledigt, gilt als zuständig und muss kein Papier nennen")
    void inVertretung() {
        String spitze = kollegium.person("Rita", "verwaltungsspitze");
        Spiel.Akte akte = spiel.wurzel("projektstart", Map.of());
        String aufgabe = akte.aufgabe("startsignal-geben").getId();
        kollegium.uebernimmt(spitze, aufgabe);
        fehlt(spitze, 0, 3, sven);
        assertThat(kollegium.bei(aufgabe)).isEqualTo(sven);

        akte.erledige(sven, "startsignal-geben", zeile("startsignal", "ja", "startsignalImAuftrag", false));

        assertThat(akte.offen()).doesNotContain("startsignal-geben");
        assertThat(jdbc.queryForMap("select FUER_PERSON, HALTER_PERSON, AUSGANG from IK_VERTRETUNG where AUFGABE = ?", aufgabe))
                .containsEntry("FUER_PERSON", spitze).containsEntry("HALTER_PERSON", sven).containsEntry("AUSGANG", "erledigt");
    }

    @Test
    @DisplayName("Fehlt auch die Vertretung, geht es an deren Vertretung; kommt sie eher zurück, an sie")
    void kette() {
        String aufgabe = kollegium.aufgabe(vera, rolle, false);
        fehlt(vera, 0, 9, sven);
        fehlt(sven, 1, 3, tom);
        kollegium.esWird(heute.plusDays(1), 1);
        assertThat(kollegium.bei(aufgabe)).isEqualTo(tom);
        kollegium.esWird(heute.plusDays(4), 1);
        assertThat(kollegium.bei(aufgabe)).isEqualTo(sven);
        assertThat(kollegium.sieht(tom, aufgabe)).as("as of the role").isTrue();
    }

    @Test
    @DisplayName("Vertreten sich zwei gegenseitig, geht es an die Rolle; ohne Rolle an die Integrationsbeauftragte, und danach zurück")
    void kreis() {
        String mitRolle = kollegium.aufgabe(vera, rolle, false);
        String ohneRolle = kollegium.aufgabe(vera, null, false);
        fehlt(vera, 0, 3, sven);
        fehlt(sven, 0, 3, vera);
        assertThat(kollegium.bei(mitRolle)).isNull();
        assertThat(kollegium.sieht(tom, mitRolle)).isTrue();
        assertThat(kollegium.rollen(ohneRolle)).containsExactly("integrationsbeauftragte");
        kollegium.esWird(heute.plusDays(4), 1);
        assertThat(List.of(kollegium.bei(mitRolle), kollegium.bei(ohneRolle))).containsOnly(vera);
        assertThat(kollegium.rollen(ohneRolle)).isEmpty();
        assertThat(kollegium.sieht("integrationsbeauftragte", ohneRolle)).isFalse();
    }

    @Test
    @DisplayName("Fehlen alle einer Rolle, gehen auch deren Aufgaben an die Vertretung von einem von ihnen, die neuen ebenso")
    void alleFehlen() {
        String alte = kollegium.aufgabe(null, rolle, false);
        fehlt(vera, 0, 3, sven);
        assertThat(kollegium.bei(alte)).as("Tom is there").isNull();
        fehlt(tom, 1, 2, null);
        kollegium.esWird(heute.plusDays(1), 1);
        String neue = kollegium.aufgabe(null, rolle, false);
        assertThat(List.of(kollegium.bei(alte), kollegium.bei(neue))).containsOnly(sven);
        assertThat(vertretungen.fuer(neue)).contains("Vera Probe");
        kollegium.esWird(heute.plusDays(3), 1);
        assertThat(Stream.of(alte, neue).map(kollegium::bei)).containsOnlyNulls();
    }

    @Test
    @DisplayName("Vertrauliche Aufgaben gehen nur an jemanden derselben Rolle, sonst an die Rolle zurück")
    void vertraulich() {
        String aufgabe = kollegium.aufgabe(vera, rolle, true);
        String id = fehlt(vera, 0, 3, sven);
        assertThat(kollegium.bei(aufgabe)).isNull();
        assertThat(kollegium.sieht(sven, aufgabe)).isFalse();
        assertThat(rest.als(vera).put("/api/abwesenheiten/" + id, Map.of("ende", heute.plusDays(3).toString(), "vertretung", tom)).status())
                .isEqualTo(200);
        assertThat(kollegium.bei(aufgabe)).isEqualTo(tom);
    }

    @Test
    @DisplayName("Auch in einer ruhenden Akte wechselt die Aufgabe, und sie ruht weiter")
    void ruht() {
        String aufgabe = kollegium.aufgabe(vera, rolle, false);
        engine.getRuntimeService().suspendProcessInstanceById(kollegium.lies(aufgabe).getProcessInstanceId());
        String id = fehlt(vera, 0, 3, sven);
        assertThat(kollegium.lies(aufgabe)).matches(t -> t.isSuspended() && sven.equals(t.getAssignee()));
        assertThat(rest.als(vera).sende("DELETE", "/api/abwesenheiten/" + id, null).status()).isEqualTo(204);
        assertThat(kollegium.lies(aufgabe)).matches(t -> t.isSuspended() && vera.equals(t.getAssignee()));
    }

    @Test
    @DisplayName("Wer plötzlich krank wird, für den trägt die vorgesetzte Person es ein; wer, wann und für wen steht fest")
    void krank() {
        String aufgabe = kollegium.aufgabe(vera, rolle, false);
        assertThat(kollegium.fehlt(tom, vera, heute, heute.plusDays(2), sven).status()).as("colleagues may not").isEqualTo(404);
        Rest.Antwort antwort = kollegium.fehlt("vorgesetzte", vera, heute, heute.plusDays(2), sven);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(201);
        assertThat(kollegium.bei(aufgabe)).isEqualTo(sven);

        String id = antwort.json().path("id").asText();
        assertThat(rest.als("vorgesetzte").put("/api/abwesenheiten/" + id, Map.of("ende", heute.plusDays(8).toString(), "vertretung", sven)).status())
                .isEqualTo(200);
        JsonNode eigene = rest.als(vera).get("/api/abwesenheiten").json().path("eigene").get(0);
        assertThat(eigene.path("verlauf").findValuesAsText("was")).containsExactly("geaendert", "eingetragen");
        assertThat(eigene.path("verlauf").findValuesAsText("von")).doesNotContain("Vera Probe").hasSize(2);
        assertThat(rest.als("vorgesetzte").get("/api/abwesenheiten").json().path("andere").findValuesAsText("id")).contains(id);
        assertThat(rest.als(tom).get("/api/abwesenheiten").json().path("andere").isNull()).isTrue();
        assertThat(rest.als(tom).sende("DELETE", "/api/abwesenheiten/" + id, null).status()).isEqualTo(404);
        kollegium.esWird(heute.plusDays(3), 1);
        assertThat(kollegium.bei(aufgabe)).as("prolonged").isEqualTo(sven);
        assertThat(rest.als(vera).sende("DELETE", "/api/abwesenheiten/" + id, null).status()).isEqualTo(204);
        assertThat(kollegium.bei(aufgabe)).as("back earlier").isEqualTo(vera);
        assertThat(jdbc.queryForList("select WAS from IK_ABWESENHEIT_VERLAUF where ABWESENHEIT = ? order by GESCHEHEN_AM", String.class, id))
                .containsExactly("eingetragen", "geaendert", "beendet");
    }

    @Test
    @DisplayName("Wer trotz Abwesenheit selbst etwas übernimmt, behält es; was andere einem Abwesenden geben, geht an die Vertretung")
    void trotzdem() {
        fehlt(vera, 0, 3, sven);
        String aufgabe = kollegium.aufgabe(null, rolle, false);
        kollegium.uebernimmt(vera, aufgabe);
        assertThat(kollegium.bei(aufgabe)).isEqualTo(vera);
        String andere = kollegium.aufgabe(null, rolle, false);
        spiel.als(tom, () -> {
            engine.getTaskService().setAssignee(andere, vera);
            return null;
        });
        assertThat(kollegium.bei(andere)).isEqualTo(sven);
        kollegium.esWird(heute.plusDays(4), 1);
        assertThat(List.of(kollegium.bei(aufgabe), kollegium.bei(andere))).containsOnly(vera);
    }

    @Test
    @DisplayName("Zwei Knoten, die denselben Lauf ausführen, ergeben dasselbe wie einer")
    void zweiKnoten() throws Exception {
        String aufgabe = kollegium.aufgabe(vera, rolle, false);
        fehlt(vera, 1, 3, sven);
        stelleUhr(heute.plusDays(1), 0);
        List<String> jobs = kollegium.jobs();
        ExecutorService knoten = Executors.newFixedThreadPool(2);
        try {
            Stream.of(1, 2).map(n -> CompletableFuture.runAsync(() -> jobs.forEach(this::laufe), knoten)).toList().forEach(CompletableFuture::join);
        } finally {
            knoten.shutdown();
        }
        assertThat(kollegium.bei(aufgabe)).isEqualTo(sven);
        assertThat(jdbc.queryForObject("select count(*) from IK_VERTRETUNG where AUFGABE = ?", Integer.class, aufgabe)).isEqualTo(1);
    }

    @Test
    @DisplayName("Misslingt die Rückgabe, auch öfter, als es die Anwendung sonst versucht: sie wird wiederholt, bis sie gelingt, und niemand sieht eine Störung")
    void misslungen() {
        String aufgabe = kollegium.aufgabe(vera, rolle, false);
        String id = fehlt(vera, 0, 3, sven);
        kollegium.esWird(heute.plusDays(1), 1);
        String job = jdbc.queryForObject("select ID_ from ACT_RU_JOB where HANDLER_CFG_ = ?", String.class, id);
        jdbc.execute("alter table IK_VERTRETUNG add constraint IK_PROBE check (AUFGABE <> '" + aufgabe + "' or AUSGANG is null)");
        try {
            for (int versuch = 0; versuch < 6; versuch++) {
                stelleUhr(heute.plusDays(4), versuch * 11);
                assertThat(kollegium.jobs()).as("due again ten minutes later").containsExactly(job);
                assertThatThrownBy(() -> engine.getManagementService().executeJob(job)).hasRootCauseInstanceOf(SQLException.class);
                assertThat(kollegium.bei(aufgabe)).as("nothing half done").isEqualTo(sven);
                assertThat(kollegium.jobs()).as("not at once").isEmpty();
            }
        } finally {
            jdbc.execute("alter table IK_VERTRETUNG drop constraint IK_PROBE");
        }
        assertThat(jdbc.queryForObject("select count(*) from ACT_RU_INCIDENT where CONFIGURATION_ = ?", Integer.class, job)).isZero();
        assertThat(jdbc.queryForObject("select count(*) from ACT_HI_INCIDENT where CONFIGURATION_ = ?", Integer.class, job)).isZero();
        assertThat(jdbc.queryForObject("select RETRIES_ from ACT_RU_JOB where ID_ = ?", Integer.class, job)).isPositive();
        stelleUhr(heute.plusDays(4), 66);
        engine.getManagementService().executeJob(job);
        assertThat(kollegium.bei(aufgabe)).isEqualTo(vera);
        assertThat(kollegium.sieht(sven, aufgabe)).isFalse();
    }

    private static void stelleUhr(LocalDate tag, int minuten) {
        ClockUtil.offset(tag.atTime(1, 0).plusMinutes(minuten).atZone(ZoneId.of("Europe/Berlin")).toInstant().toEpochMilli() - System.currentTimeMillis());
    }

    private void laufe(String job) {
        try {
            engine.getManagementService().executeJob(job);
        } catch (OptimisticLockingException | org.camunda.bpm.engine.exception.NullValueException andererKnoten) {
            // the other one was quicker
        }
    }

    @Test
    @DisplayName("Zwei Zeiten derselben Person überschneiden sich nicht, auch nicht aus zwei Fenstern zugleich")
    void ueberschneidung() {
        fehlt(vera, 3, 6, sven);
        assertThat(kollegium.fehlt(vera, null, heute.plusDays(6), heute.plusDays(8), sven).status()).isEqualTo(409);
        fehlt(vera, 7, 8, sven);
        List<CompletableFuture<Integer>> fenster = Stream.of(1, 2).map(n -> CompletableFuture.supplyAsync(() -> kollegium.fehlt(vera, null,
                heute.plusDays(20), heute.plusDays(21), sven).status())).toList();
        assertThat(fenster.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Ende vor Beginn       | - | 2026-12-05 | 2026-12-01 | - | 400
            schon vorbei          | - | 2026-11-20 | 2026-12-01 | - | 400
            kein Tag              | - | 2026-02-30 | 2026-12-01 | - | 400
            ohne Ende             | - | 2026-12-01 | -          | - | 400
            endlos                | - | 2026-12-01 | +999999999-12-31 | - | 400
            zu lange              | - | 2026-12-01 | 2036-12-01 | - | 400
            sich selbst           | - | 2026-12-01 | 2026-12-02 | ICH | 400
            gibt es nicht         | - | 2026-12-01 | 2026-12-02 | niemand-da | 400
            ohne Aufgaben         | - | 2026-12-01 | 2026-12-02 | modellpflege | 400
            für andere            | kaemmerei | 2026-12-01 | 2026-12-02 | - | 404
            für niemanden         | ../admin | 2026-12-01 | 2026-12-02 | - | 404
            """)
    @DisplayName("Was nicht geht, sagt es in einem Satz und ändert nichts")
    void abgelehnt(String was, String person, String beginn, String ende, String vertretung, int status) {
        Map<String, Object> angaben = new java.util.HashMap<>(Map.of("beginn", beginn));
        angaben.put("person", person);
        angaben.put("ende", ende);
        angaben.put("vertretung", "ICH".equals(vertretung) ? vera : vertretung);
        Rest.Antwort antwort = rest.als(vera).post("/api/abwesenheiten", angaben);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(status);
        assertThat(antwort.json().path("detail").asText()).endsWith(".");
        assertThat(jdbc.queryForObject("select count(*) from IK_ABWESENHEIT where PERSON = ?", Integer.class, vera)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "\"x\"", "{\"beginn\": {}}", "{\"beginn\": [1]}",
            "{\"person\": \"a\\u0000b\", \"beginn\": \"2026-12-01\"}"})
    @DisplayName("Auch ein beliebiger Inhalt wird abgelehnt")
    void feindlich(String inhalt) {
        assertThat(rest.als(vera).post("/api/abwesenheiten", inhalt).status()).isBetween(400, 404);
        assertThat(rest.als(vera).put("/api/abwesenheiten/gibt-es-nicht", inhalt).status()).isBetween(400, 404);
        assertThat(rest.als(vera).sende("DELETE", "/api/abwesenheiten/%00'--", null).status()).isBetween(400, 404);
        assertThat(rest.ohneAnmeldung().get("/api/abwesenheiten").status()).isEqualTo(401);
    }
}
