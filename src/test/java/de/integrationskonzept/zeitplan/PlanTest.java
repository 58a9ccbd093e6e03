package de.integrationskonzept.zeitplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.camunda.spin.Spin;
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
            assertThat(v.grund()).as("asked afterwards").isNull();
            assertThat(v.meilenstein()).isEqualTo("vorabklaerung");
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
        assertThat(danach.verzug()).isZero();
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
        assertThat(neu.verschiebungen()).noneMatch(Plan.Verschiebung::ohneGrund);
        assertThat(neu.verzug()).isEqualTo(100);
        assertThat(neu.verschoben(BEGINN, ENDE.plusDays(100), BEGINN, "nichts Neues").verschiebungen()).hasSize(1);
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Ein verpasster Meilenstein bekommt einen neuen Tag mit Grund, alles Spätere rückt um dieselben Tage")
    void verpasst() {
        LocalDate heute = erwartet(plan(), "vorabklaerung").plusDays(5);
        assertThat(plan().verfehlt(heute)).extracting(Plan.Meilenstein::id).containsExactly("vorabklaerung");
        assertThat(plan().verfehlt(heute.minusDays(5))).as("on its own day it is not missed").isEmpty();

        Plan danach = plan().begruendet(List.of(new Plan.Verzug("vorabklaerung", heute.plusDays(15), "Haushalt")), heute);

        assertThat(erwartet(danach, "vorabklaerung")).isEqualTo(heute.plusDays(15));
        assertThat(erwartet(danach, "projektstart")).isEqualTo(erwartet(plan(), "projektstart").plusDays(20));
        assertThat(danach.ende()).isEqualTo(ENDE.plusDays(20));
        assertThat(danach.verfehlt(heute)).isEmpty();
        assertThat(danach.verschiebungen()).singleElement().satisfies(v -> {
            assertThat(v.meilenstein()).isEqualTo("vorabklaerung");
            assertThat(v.grund()).isEqualTo("Haushalt");
            assertThat(v.tage()).isEqualTo(20);
        });
        assertThat(danach.naechster()).contains(heute.plusDays(15));
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Sind mehrere verpasst, bekommt jeder seinen Tag, und die Reihenfolge bleibt")
    void mehrereVerpasst() {
        LocalDate heute = erwartet(plan(), "projektstart").plusDays(1);

        Plan danach = plan().begruendet(List.of(new Plan.Verzug("projektstart", heute.plusDays(10), "Wahl"),
                new Plan.Verzug("vorabklaerung", heute.plusDays(30), "Krankheit")), heute);

        assertThat(erwartet(danach, "vorabklaerung")).isEqualTo(heute.plusDays(30));
        assertThat(erwartet(danach, "projektstart")).as("not before what comes first").isEqualTo(heute.plusDays(30));
        assertThat(erwartet(danach, "beschluss")).isEqualTo(ENDE.plusDays(31)).isEqualTo(danach.ende());
        assertThat(danach.verschiebungen()).extracting(Plan.Verschiebung::grund).containsExactly("Krankheit", "Wahl");
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Was zu spät erreicht wurde, bekommt nur noch seinen Grund; der Plan rückt nicht noch einmal")
    void spaetErreicht() {
        LocalDate spaet = erwartet(plan(), "vorabklaerung").plusDays(30);
        Plan erreicht = plan().erreicht("vorabklaerung", spaet);

        Plan danach = erreicht.begruendet(List.of(new Plan.Verzug("vorabklaerung", null, "Wahl")), spaet);

        assertThat(danach.ende()).isEqualTo(erreicht.ende());
        assertThat(danach.meilensteine()).isEqualTo(erreicht.meilensteine());
        assertThat(danach.verschiebungen()).singleElement().satisfies(v -> assertThat(v.grund()).isEqualTo("Wahl"));
        assertThat(danach.naechster()).contains(erwartet(danach, "projektstart"));
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Ein Plan, den eine frühere Fassung gespeichert hat, bleibt lesbar")
    void alterPlan() {
        Plan alt = PlanJson.lies(Spin.JSON("""
                {"beginn": "2027-01-01", "ende": "2028-07-11", "meilensteine": [{"id": "a", "name": "A", "phase": "P", "anteil": 1.0,
                 "geplant": "2028-07-01", "erwartet": "2028-07-11", "erreicht": null}],
                 "verschiebungen": [{"am": "2027-05-01", "altesEnde": "2028-07-01", "neuesEnde": "2028-07-11", "tage": 10,
                 "grund": "Wahl"}]}"""));

        assertThat(alt.verschiebungen()).singleElement().satisfies(v -> {
            assertThat(v.meilenstein()).isNull();
            assertThat(v.ohneGrund()).isFalse();
        });
        assertThat(PlanJson.lies(PlanJson.schreibe(alt))).isEqualTo(alt);
    }

    private static LocalDate erwartet(Plan plan, String meilenstein) {
        return plan.meilenstein(meilenstein).orElseThrow().erwartet();
    }
}
