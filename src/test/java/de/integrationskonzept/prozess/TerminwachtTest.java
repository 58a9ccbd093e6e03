package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.stelle;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static de.integrationskonzept.prozess.KleineAkte.esIst;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The watch over milestones and findings that runs beside the file. */
@Anwendungstest
@Tag("postgresql")
class TerminwachtTest {

    private static final String IB = "integrationsbeauftragte";

    @Autowired
    private KleineAkte kleineAkte;
    @Autowired
    private Spiel spiel;
    @Autowired
    private ManagementService jobs;
    @Autowired
    private RuntimeService laufzeit;

    @BeforeEach
    void anfangJanuar() {
        esIst("2027-01-04");
    }

    @AfterEach
    void wiederHeute() {
        ClockUtil.reset();
    }

    private Spiel.Akte akte(Object... werte) {
        return kleineAkte.beginne(mit(stadt(), werte));
    }

    private static Map<?, ?> plan(Spiel.Akte akte) {
        return (Map<?, ?>) akte.wert("plan");
    }

    private static Map<?, ?> meilenstein(Spiel.Akte akte, String id) {
        return ((List<?>) plan(akte).get("meilensteine")).stream().map(m -> (Map<?, ?>) m).filter(m -> m.get("id").equals(id))
                .findFirst().orElseThrow();
    }

    /** The rows as the form sends them back, each with the answers. */
    private static Map<String, Object> antwort(Spiel.Akte akte, Object... antworten) {
        return zeile("verzuege", ((List<?>) akte.inhalt("verzug-begruenden", "verzuege")).stream().map(z -> {
            Map<String, Object> zeile = new LinkedHashMap<>();
            ((Map<?, ?>) z).forEach((k, v) -> zeile.put((String) k, v));
            zeile.remove("meilenstein");
            return mit(zeile, antworten);
        }).toList());
    }

    private static List<String> saetze(Spiel.Akte akte) {
        akte.jobs();
        return akte.wert("befunde") == null ? List.of() : ((List<?>) akte.wert("befunde")).stream()
                .map(b -> (String) ((Map<?, ?>) b).get("satz")).toList();
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Ist der Tag eines Meilensteins verstrichen, wird nach Grund und neuem Termin gefragt; alles Spätere rückt mit")
    void verpassterMeilenstein() {
        var akte = akte();
        assertThat(meilenstein(akte, "auftragsklaerung").get("erwartet")).isEqualTo("2027-01-30");
        esIst("2027-01-30");
        assertThat(akte.offen()).as("on its own day it is not missed").containsExactly("akte-nachtragen");

        esIst("2027-01-31");
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "verzug-begruenden");
        assertThat((List<?>) akte.inhalt("verzug-begruenden", "verzuege")).singleElement().asString()
                .contains("name=Auftrag geklärt", "erwartet=2027-01-30", "tage=1", "art=verfehlt");
        assertThat(akte.abgelehnt(IB, "verzug-begruenden", antwort(akte, "neuErwartet", "2027-01-30", "grund", "Wahl")))
                .singleElement().asString().contains("Vergangenheit");
        assertThat(akte.abgelehnt(IB, "verzug-begruenden", antwort(akte, "neuErwartet", "2027-02-09", "grund", null))).hasSize(1);

        akte.erledige(IB, "verzug-begruenden", antwort(akte, "neuErwartet", "2027-02-09", "grund", "Haushaltssperre"));
        assertThat(akte.offen()).as("asked once").containsExactly("akte-nachtragen");
        assertThat(meilenstein(akte, "auftragsklaerung").get("erwartet")).isEqualTo("2027-02-09");
        assertThat(meilenstein(akte, "vorabklaerung").get("erwartet")).isEqualTo("2027-06-06");
        assertThat(akte.wert("planEnde")).isEqualTo("2029-01-10");
        assertThat((List<?>) plan(akte).get("verschiebungen")).singleElement().asString()
                .contains("grund=Haushaltssperre", "meilenstein=auftragsklaerung", "tage=10");
        esIst("2027-02-10");
        assertThat(akte.offen()).as("and again when the new day passes").contains("verzug-begruenden");
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Mehrere verpasste Meilensteine werden in einer Aufgabe begründet, und eine zweite Frage kommt nicht dazu")
    void mehrereZugleich() {
        var akte = akte();
        esIst("2027-06-01");
        assertThat((List<?>) akte.inhalt("verzug-begruenden", "verzuege")).hasSize(2);
        kleineAkte.melde(akte, "auftrag-liegt-vor");
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "verzug-begruenden");

        akte.erledige(IB, "verzug-begruenden", antwort(akte, "neuErwartet", "2027-07-01", "grund", "Beides dauert"));
        assertThat(akte.offen()).containsExactly("akte-nachtragen");
        assertThat(meilenstein(akte, "auftragsklaerung").get("erreicht")).as("reached while the question was open").isEqualTo("2027-06-01");
        assertThat((List<?>) plan(akte).get("verschiebungen")).hasSize(2)
                .allSatisfy(v -> assertThat(v.toString()).contains("grund=Beides dauert"));
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Ein Meilenstein, der zu spät erreicht wird, verschiebt den Plan; der Grund wird danach erfragt, ohne neuen Termin")
    void zuSpaetErreicht() {
        var akte = akte();
        jobs.createJobQuery().timers().list().stream().filter(j -> akte.instanzen().contains(j.getProcessInstanceId()))
                .forEach(j -> jobs.setJobDuedate(j.getId(), Timestamp.valueOf("2029-01-01 00:00:00")));
        esIst("2027-02-19");
        kleineAkte.melde(akte, "auftrag-liegt-vor");

        assertThat((List<?>) akte.inhalt("verzug-begruenden", "verzuege")).singleElement().asString()
                .contains("art=verspaetet", "erwartet=2027-01-30", "tage=20");
        assertThat(akte.wert("planEnde")).isEqualTo("2029-01-20");
        akte.erledige(IB, "verzug-begruenden", antwort(akte, "grund", "Lange Abstimmung"));
        assertThat(akte.offen()).containsExactly("akte-nachtragen");
        assertThat(akte.wert("planEnde")).as("it has moved already").isEqualTo("2029-01-20");
        assertThat(plan(akte).get("verschiebungen").toString()).contains("grund=Lange Abstimmung");
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Wird ein Meilenstein rechtzeitig erreicht, fragt niemand, und gewartet wird auf den nächsten")
    void rechtzeitig() {
        var akte = akte();
        kleineAkte.melde(akte, "auftrag-liegt-vor");
        assertThat(akte.offen()).containsExactly("akte-nachtragen");
        esIst("2027-05-27");
        assertThat(akte.offen()).containsExactly("akte-nachtragen");
        esIst("2027-05-28");
        assertThat((List<?>) akte.inhalt("verzug-begruenden", "verzuege")).singleElement().asString().contains("Vorabklärung abgeschlossen");
    }

    @Test
    @Tag("R20")
    @Tag("R73")
    @DisplayName("R20, R73: Rückt der Plan, wird neu geprüft, ob der Vertrag der Leitung reicht; die Befunde stehen beim Nachtragen")
    void befundeBeiNeuemPlan() {
        var akte = akte("stellen", List.of(stelle("2029-01-31")));
        kleineAkte.melde(akte, "stand-geaendert");
        assertThat(saetze(akte)).isEmpty();

        akte.erledige(IB, "akte-nachtragen", zeile("nachtragArt", "plan", "planBeginn", "2027-01-01", "planEnde", "2029-12-31",
                "planGrund", "Wahl"));
        assertThat(saetze(akte)).hasSize(2).anySatisfy(s -> assertThat(s).contains("Vertrag der Leitung"))
                .anySatisfy(s -> assertThat(s).contains("365 Tage"));
        assertThat(akte.inhalt("akte-nachtragen", "befunde")).as("also in the task that was open before").isEqualTo(akte.wert("befunde"));

        akte.erledige(IB, "akte-nachtragen", zeile("nachtragArt", "plan", "planBeginn", "2027-01-01", "planEnde", "2028-12-31",
                "planGrund", "Doch nicht"));
        assertThat(saetze(akte)).isEmpty();
    }

    @Test
    @Tag("R58")
    @Tag("R70")
    @DisplayName("R58, R70: Leitungen ohne Stunden und Maßnahmen ohne Zusage fallen auf, bis sie geklärt sind")
    void handlungsfelderUndMassnahmen() {
        var akte = akte("feldergebnisse", List.of(zeile("feld", "Sprache", "stand", "in-arbeit", "leitung", "Jo Weber", "stunden", 0)),
                "massnahmen", List.of(zeile("nummer", "1.1", "zusage", "nein"), zeile("nummer", "1.2", "zusage", "offen")));
        kleineAkte.melde(akte, "stand-geaendert");
        assertThat(saetze(akte)).hasSize(3).anySatisfy(s -> assertThat(s).contains("Sprache"))
                .anySatisfy(s -> assertThat(s).contains("Absage: 1.1")).anySatisfy(s -> assertThat(s).contains("verbindlich: 1.2"));

        laufzeit.setVariables(akte.id(), Map.of("feldergebnisse",
                Spin.JSON("[{\"feld\":\"Sprache\",\"stand\":\"in-arbeit\",\"leitung\":\"Jo Weber\",\"stunden\":4}]"),
                "massnahmen", Spin.JSON("[{\"nummer\":\"1.1\",\"zusage\":\"ja\"}]")));
        kleineAkte.melde(akte, "stand-geaendert");
        assertThat(saetze(akte)).isEmpty();
    }

    @Test
    @Tag("R73")
    @Tag("I2")
    @DisplayName("R73, I2: Solange die Akte ruht, fragt niemand nach Terminen; danach kommt die Frage")
    void ruhendeAkte() {
        var akte = akte();
        Map<String, Object> spitze = zeile("spitzeName", "Rita Muster", "spitzeDatum", "2027-01-04", "spitzePapier", "Vermerk 4",
                "spitzeGrund", "Wahl");
        akte.erledige(IB, "akte-nachtragen", mit(spitze, "nachtragArt", "ruhen"));
        esIst("2027-03-01");
        assertThat(akte.offen()).containsExactly("akte-nachtragen");
        akte.erledige(IB, "akte-nachtragen", mit(spitze, "nachtragArt", "fortsetzen"));
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "verzug-begruenden");
        akte.erledige(IB, "verzug-begruenden", antwort(akte, "neuErwartet", "2027-03-31", "grund", "Die Akte ruhte"));
        assertThat(akte.offen()).containsExactly("akte-nachtragen");

        akte.erledige(IB, "akte-nachtragen", mit(spitze, "nachtragArt", "beenden"));
        akte.jobs();
        assertThat(akte.laeuft()).isFalse();
        assertThat(akte.instanzen()).isEmpty();
    }

    @Test
    @Tag("R73")
    @DisplayName("R73: Ohne Zeitplan gibt es nichts zu beobachten")
    void ohnePlan() {
        assertThat(spiel.wurzel("terminwacht", Map.of("aktenname", "Ohne Plan")).laeuft()).isFalse();
    }
}
