package de.integrationskonzept.vertretung;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Fehlen mehrere zugleich, findet die Aufgabe trotzdem jemanden")
class VertretungsketteTest extends Abwesenheitsfall {

    @Autowired
    private Vertretungen vertretungen;

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
}
