package de.integrationskonzept.vertretung;

import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Wer fehlt, dessen Aufgaben warten nicht")
class AbwesenheitTest extends Abwesenheitsfall {

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
}
