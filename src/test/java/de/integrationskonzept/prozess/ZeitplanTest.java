package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.engine.Refusal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The time plan of a file, and the due dates that follow it. */
@Anwendungstest
@Tag("postgresql")
class ZeitplanTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    Spiel spiel;

    @Autowired
    TaskService aufgaben;

    @BeforeEach
    void anfangJanuar() {
        esIst("2027-01-04");
    }

    @AfterEach
    void wiederHeute() {
        ClockUtil.reset();
    }

    /** The clock runs on from that day, ten in the morning. */
    private static void esIst(String tag) {
        ClockUtil.reset();
        ClockUtil.offset(LocalDate.parse(tag).atTime(10, 0).atZone(BERLIN).toInstant().toEpochMilli() - System.currentTimeMillis());
    }

    private static LocalDate faellig(Spiel.Akte akte, String schritt) {
        return LocalDate.ofInstant(akte.aufgabe(schritt).getDueDate().toInstant(), BERLIN);
    }

    private static Map<?, ?> meilenstein(Spiel.Akte akte, String id) {
        return ((List<?>) ((Map<?, ?>) akte.wert("plan")).get("meilensteine")).stream().map(m -> (Map<?, ?>) m)
                .filter(m -> m.get("id").equals(id)).findFirst().orElseThrow();
    }

    private static List<?> verschiebungen(Spiel.Akte akte) {
        return (List<?>) ((Map<?, ?>) akte.wert("plan")).get("verschiebungen");
    }

    private static Map<String, Object> neuerPlan(String ende) {
        return zeile("nachtragArt", "plan", "planBeginn", "2027-01-01", "planEnde", ende, "planGrund", "Haushaltssperre");
    }

    @Test
    @Tag("R62")
    @Tag("R73")
    @DisplayName("R62, R73: Aus Beginn und Ende wird ein Plan mit Meilensteinen, und die Fristen der Aufgaben kommen daraus")
    void fristenAusDemPlan() {
        var akte = spiel.beginne(stadt());
        assertThat(meilenstein(akte, "vorabklaerung").get("geplant")).isEqualTo("2027-05-27");
        assertThat(meilenstein(akte, "verstetigung").get("geplant")).isEqualTo("2028-12-31");
        akte.erledige("integrationsbeauftragte", "auftrag-klaeren", gut().get("auftrag-klaeren"));
        assertThat(meilenstein(akte, "auftragsklaerung").get("erreicht")).isEqualTo("2027-01-04");
        assertThat(faellig(akte, "ressourcen-planen")).isEqualTo("2027-05-27");
        assertThat(akte.aufgaben()).allSatisfy(t -> assertThat(t.getDueDate()).as(t.getTaskDefinitionKey()).isNotNull());
        assertThat(LocalTime.ofInstant(akte.aufgabe("ressourcen-planen").getDueDate().toInstant(), BERLIN)).isEqualTo("17:00");
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Liegt das Ende vor dem Beginn, wird die Akte nicht angelegt")
    void endeVorBeginn() {
        assertThatThrownBy(() -> spiel.beginne(mit(stadt(), "planEnde", "2026-12-31"))).isInstanceOf(Refusal.class)
                .hasMessageContaining("muss nach dem Beginn");
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Rückt der Plan, rücken die Fristen offener Aufgaben mit; eine von Hand gesetzte bleibt, und der Grund steht in der Akte")
    void planRueckt() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        Date vonHand = Date.from(LocalDate.parse("2027-02-15").atTime(12, 0).atZone(BERLIN).toInstant());
        Task aufgabe = akte.aufgabe("projekt-aufsetzen");
        spiel.als("integrationsbeauftragte", () -> {
            Task eigene = aufgaben.createTaskQuery().taskId(aufgabe.getId()).singleResult();
            eigene.setDueDate(vonHand);
            aufgaben.saveTask(eigene);
            return null;
        });

        akte.erledige("integrationsbeauftragte", "akte-nachtragen", neuerPlan("2029-12-31"));
        assertThat(faellig(akte, "ressourcen-planen")).isEqualTo("2027-08-08");
        assertThat(faellig(akte, "projekt-aufsetzen")).isEqualTo("2027-02-15");
        assertThat(akte.wert("planEnde")).isEqualTo("2029-12-31");
        assertThat(meilenstein(akte, "vorabklaerung").get("geplant")).as("what was planned first stays").isEqualTo("2027-05-27");
        assertThat(meilenstein(akte, "vorabklaerung").get("erwartet")).isEqualTo("2027-08-08");
        assertThat(verschiebungen(akte)).singleElement().asString().contains("Haushaltssperre", "tage=365");
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Ein neuer Zeitplan braucht einen Grund und ein Ende nach dem Beginn")
    void neuerPlanMitGrund() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "akte-nachtragen", mit(neuerPlan("2029-12-31"), "planGrund", null))).hasSize(1);
        assertThat(akte.abgelehnt("integrationsbeauftragte", "akte-nachtragen", neuerPlan("2026-06-01"))).singleElement().asString()
                .contains("nach dem Beginn");
    }

    @Test
    @Tag("R62")
    @Tag("R73")
    @DisplayName("R62, R73: Wird ein Meilenstein zu spät erreicht, verschiebt sich alles Weitere um dieselben Tage; der Grund fehlt noch")
    void meilensteinZuSpaet() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "startreife-pruefen");
        esIst("2027-06-06");
        akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "weiter"));
        assertThat(meilenstein(akte, "vorabklaerung").get("erreicht")).isEqualTo("2027-06-06");
        assertThat(meilenstein(akte, "verstetigung").get("erwartet")).isEqualTo("2029-01-10");
        assertThat(verschiebungen(akte)).singleElement().asString().contains("meilenstein=vorabklaerung", "tage=10",
                "grund=null");
        assertThat(akte.wert("planEnde")).as("the plan of today").isEqualTo("2029-01-10");
        assertThat(faellig(akte, "akte-nachtragen")).isEqualTo("2029-01-10");
    }

    @Test
    @Tag("R62")
    @DisplayName("R62: Wird ein Meilenstein früher erreicht, bleibt der Rest, wie er geplant war")
    void meilensteinFrueher() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "startsignal-geben");
        assertThat(meilenstein(akte, "vorabklaerung").get("erreicht")).isEqualTo("2027-01-04");
        assertThat(meilenstein(akte, "verstetigung").get("erwartet")).isEqualTo("2028-12-31");
        assertThat(verschiebungen(akte)).isEmpty();
    }

    @Test
    @Tag("R73")
    @Tag("R65")
    @DisplayName("R73, R65: Ändert die Sitzungsvorbereitung den Zeitplan, gilt er für die ganze Akte, mit dem genannten Grund")
    void planInDerSteuerungsgruppe() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "erste-sitzung-vorbereiten");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "erste-sitzung-vorbereiten", zeile("planBeginn", "2027-01-01",
                "planEnde", "2029-06-30", "planGrund", null))).hasSize(1);
        akte.erledige("integrationsbeauftragte", "erste-sitzung-vorbereiten", zeile("planBeginn", "2027-01-01",
                "planEnde", "2029-06-30", "planGrund", "Mehr Zeit für Beteiligung"));
        assertThat(akte.wert("planEnde")).isEqualTo("2029-06-30");
        assertThat(verschiebungen(akte).toString()).contains("Mehr Zeit für Beteiligung");
    }
}
