package de.integrationskonzept.zeitplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Der Zeitplan einer Akte")
class PlanTest {

    private static final LocalDate BEGINN = LocalDate.of(2027, 1, 1);
    private static final LocalDate ENDE = LocalDate.of(2028, 7, 1);

    private static Plan plan() {
        return new Plan(BEGINN, ENDE, List.of(stein("vorabklaerung", 0.2), stein("projektstart", 0.3), stein("beschluss", 1)),
                List.of());
    }

    private static Plan.Meilenstein stein(String id, double anteil) {
        LocalDate tag = Plan.tag(BEGINN, ENDE, anteil);
        return new Plan.Meilenstein(id, id, "Phase", anteil, tag, tag, null);
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Eine Verspätung schiebt alles Spätere um dieselben Tage; was geplant war, bleibt lesbar")
    void verspaetung() {
        LocalDate spaet = Plan.tag(BEGINN, ENDE, 0.2).plusDays(30);

        Plan danach = plan().erreicht("vorabklaerung", spaet);

        Plan.Meilenstein projektstart = danach.meilenstein("projektstart").orElseThrow();
        assertThat(projektstart.erwartet()).isEqualTo(projektstart.geplant().plusDays(30));
        assertThat(danach.ende()).isEqualTo(ENDE.plusDays(30));
        assertThat(danach.verschiebungen()).singleElement().satisfies(v -> {
            assertThat(v.tage()).isEqualTo(30);
            assertThat(v.grund()).contains("später als geplant");
        });
        assertThat(danach.meilenstein("vorabklaerung").orElseThrow().erreicht()).isEqualTo(spaet);
    }

    @Test
    @Tag("R62")
    @DisplayName("R62: Was früher fertig wird, schiebt nichts, und ein zweites Mal erreicht man es nicht")
    void frueher() {
        Plan danach = plan().erreicht("vorabklaerung", BEGINN.plusDays(3));

        assertThat(danach.ende()).isEqualTo(ENDE);
        assertThat(danach.verschiebungen()).isEmpty();
        assertThat(danach.erreicht("vorabklaerung", ENDE)).isEqualTo(danach);
        assertThat(danach.erreicht("unbekannt", ENDE)).isEqualTo(danach);
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Ein neuer Plan verteilt die offenen Meilensteine neu und hält den Grund fest; Erreichtes bleibt")
    void neuerPlan() {
        Plan alt = plan().erreicht("vorabklaerung", BEGINN.plusDays(3));

        Plan neu = alt.verschoben(BEGINN, ENDE.plusDays(100), LocalDate.of(2027, 2, 1), "Haushalt erst im Herbst");

        assertThat(neu.meilenstein("vorabklaerung").orElseThrow().erwartet()).isEqualTo(BEGINN.plusDays(3));
        assertThat(neu.meilenstein("beschluss").orElseThrow().erwartet()).isEqualTo(ENDE.plusDays(100));
        assertThat(neu.meilenstein("beschluss").orElseThrow().geplant()).isEqualTo(ENDE);
        assertThat(neu.verschiebungen()).singleElement().satisfies(v -> assertThat(v.grund()).isEqualTo("Haushalt erst im Herbst"));
        assertThat(neu.verschoben(BEGINN, ENDE.plusDays(100), BEGINN, "nichts Neues").verschiebungen()).hasSize(1);
    }
}
