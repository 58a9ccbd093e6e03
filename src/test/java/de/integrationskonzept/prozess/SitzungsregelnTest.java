package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Eine Einladung und eine Niederschrift müssen vollständig sein und zählen einmal")
class SitzungsregelnTest extends Sitzungsakte {

    @Test
    @Tag("R66")
    @DisplayName("R66: Vergangenheit, Ende vor Beginn, unlesbare Adressen, fremde Entscheidungen: abgelehnt, und nichts ist halb getan")
    void abgelehnt() {
        var akte = rege(bis("prozessdesign-billigen"));
        for (String pflicht : List.of("sitzungDatum", "sitzungBeginn")) {
            assertThat(akte.abgelehnt(IB, "sitzung-vorbereiten", mit(EINLADUNG, pflicht, null))).singleElement().asString()
                    .startsWith("Bitte füllen Sie „");
        }
        assertThat(akte.abgelehnt(IB, "sitzung-vorbereiten", mit(EINLADUNG, "sitzungDatum", "2026-11-23"))).singleElement().asString()
                .contains("Vergangenheit");
        assertThat(akte.abgelehnt(IB, "sitzung-vorbereiten", mit(EINLADUNG, "sitzungEnde", "13:59"))).singleElement().asString().contains("Beginn");
        assertThat(akte.abgelehnt(IB, "sitzung-vorbereiten", mit(EINLADUNG, "sitzungGaeste", "gast, nirgends"))).hasSize(1);
        assertThat(akte.abgelehnt(IB, "sitzung-vorbereiten", mit(EINLADUNG, "sitzungTagesordnung",
                List.of(zeile("punkt", "Ziele", "aufgabe", "ziele-setzen"))))).hasSize(1);
        assertThat(akte.abgelehnt(IB, "sitzung-vorbereiten", mit(EINLADUNG, "sitzungTagesordnung", List.of()))).hasSize(1);
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "prozessdesign-billigen", "sitzung-vorbereiten");
        assertThatThrownBy(() -> akte.erledige(SG, "sitzung-vorbereiten", EINLADUNG)).as("only the office invites");
    }

    @Test
    @Tag("R66")
    @DisplayName("R66: Eine Niederschrift sagt zu jedem Punkt, wie entschieden ist, und hat Nummer und Ablageort; sonst kommt nichts zurück")
    void niederschrift() {
        var akte = lade(bis("prozessdesign-billigen"));
        var gut = gehalten(punkt("Prozessdesign billigen", "prozessdesign-billigen", "angenommen", null));
        for (Object punkte : new Object[] {List.of(), List.of(punkt("Prozessdesign billigen", "prozessdesign-billigen", null, null)),
                List.of(punkt("Prozessdesign billigen", "prozessdesign-billigen", "vielleicht", null))}) {
            assertThat(akte.abgelehnt(IB, "sitzung-durchfuehren", mit(gut, "sitzungTagesordnung", punkte))).isNotEmpty();
        }
        for (String pflicht : List.of("niederschriftNummer", "niederschriftDatum", "niederschriftOrt")) {
            assertThat(akte.abgelehnt(IB, "sitzung-durchfuehren", mit(gut, pflicht, null))).as(pflicht).isNotEmpty();
        }
        assertThat(akte.inhalt("prozessdesign-billigen", "billigung")).isNull();
    }

    @Test
    @Tag("R66")
    @DisplayName("R66: Sind zu wenige da, fragt das Formular, warum die Beschlüsse trotzdem gelten")
    void nichtBeschlussfaehig() {
        var akte = lade(bis("prozessdesign-billigen"));
        var punkt = punkt("Prozessdesign billigen", "prozessdesign-billigen", "angenommen", null);
        var zuWenige = mit(gehalten(punkt), "sitzungAnwesende", anwesend(1));
        assertThat(akte.abgelehnt(IB, "sitzung-durchfuehren", mit(zuWenige, "quorumGrund", null))).singleElement().asString().contains("trotzdem");
        assertThat(akte.abgelehnt(IB, "sitzung-durchfuehren", mit(gehalten(punkt), "sitzungAnwesende", List.of()))).isNotEmpty();
        akte.erledige(IB, "sitzung-durchfuehren", mit(zuWenige, "quorumGrund", "Im Umlauf nachgeholt"));
        assertThat(akte.zuletzt("quorumGrund")).isEqualTo("Im Umlauf nachgeholt");
    }

    @Test
    @Tag("R66")
    @DisplayName("R66: Zweimal abgeschickt zählt einmal")
    void doppelt() {
        var akte = bis("prozessdesign-billigen");
        Task nachtragen = akte.aufgabe("akte-nachtragen");
        rege(akte);
        assertThatThrownBy(() -> akte.erledige(IB, nachtragen, zeile("nachtragArt", "sitzung", "sitzungGremium", SG)));
        Task vorbereiten = akte.aufgabe("sitzung-vorbereiten");
        akte.erledige(IB, vorbereiten, EINLADUNG);
        assertThatThrownBy(() -> akte.erledige(IB, vorbereiten, EINLADUNG));
        Task durchfuehren = akte.aufgabe("sitzung-durchfuehren");
        var niederschrift = gehalten(punkt("Prozessdesign billigen", "prozessdesign-billigen", "angenommen", null));
        akte.erledige(IB, durchfuehren, niederschrift);
        assertThatThrownBy(() -> akte.erledige(IB, durchfuehren, niederschrift));
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "prozessdesign-billigen");
    }
}
