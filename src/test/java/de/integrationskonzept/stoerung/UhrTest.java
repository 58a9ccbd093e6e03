package de.integrationskonzept.stoerung;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The clock of the server is wrong for a while, or the year has a day, or the night an hour, more or less than others. */
@Anwendungstest
@DisplayName("Geht die Uhr falsch oder wechselt die Zeit, geschieht alles Fällige einmal, und nichts geht verloren")
class UhrTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String VERZUG = "verzug-begruenden";
    private static final String WACHT = "termin-verstrichen";

    @Autowired
    private Spiel spiel;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Rest rest;
    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void wiederRichtig() {
        ClockUtil.reset();
    }

    /** @param oertlich time of Berlin, from where the clock runs on */
    private static void esIst(String oertlich) {
        ClockUtil.reset();
        ClockUtil.offset(LocalDateTime.parse(oertlich).atZone(BERLIN).toInstant().toEpochMilli() - System.currentTimeMillis());
    }

    private Spiel.Akte akte(LocalDate beginn) {
        return spiel.beginne(mit(stadt(), "planBeginn", beginn.toString(), "planEnde", beginn.plusDays(730).toString()));
    }

    /** The day by which the mandate is to be settled. */
    private static LocalDate erwartet(Spiel.Akte akte) {
        List<?> meilensteine = (List<?>) ((Map<?, ?>) akte.wert("plan")).get("meilensteine");
        return LocalDate.parse((String) meilensteine.stream().map(m -> (Map<?, ?>) m).filter(m -> "auftragsklaerung".equals(m.get("id"))).findFirst()
                .orElseThrow().get("erwartet"));
    }

    private static long fragen(Spiel.Akte akte) {
        return akte.offen().stream().filter(VERZUG::equals).count();
    }

    /** How often the watch over the plan has been woken by its timer. */
    private int geweckt(Spiel.Akte akte) {
        return jdbc.queryForObject("select count(*) from ACT_HI_JOB_LOG where ROOT_PROC_INST_ID_ = ? and ACT_ID_ = ? and JOB_STATE_ = 2", Integer.class,
                akte.id(), WACHT);
    }

    @Test
    @DisplayName("Zwei Tage vor und wieder zurück: gefragt wird einmal, und an seinem richtigen Tag nicht noch einmal")
    void zweiTageVor() {
        esIst("2027-01-04T10:00");
        Spiel.Akte akte = akte(LocalDate.parse("2027-01-01"));
        LocalDate tag = erwartet(akte);
        esIst(tag.minusDays(1) + "T10:00");
        assertThat(fragen(akte)).isZero();

        esIst(tag.plusDays(1) + "T10:00");
        assertThat(fragen(akte)).as("the clock is two days fast").isEqualTo(1);
        esIst(tag.minusDays(1) + "T10:05");
        assertThat(fragen(akte)).as("the clock is right again").isEqualTo(1);
        esIst(tag.plusDays(1) + "T00:05");
        assertThat(fragen(akte)).as("the day on which it would have been").isEqualTo(1);
        assertThat(geweckt(akte)).isEqualTo(1);
    }

    @Test
    @DisplayName("Eine Stunde zurück: Angefangenes lässt sich erledigen, es geht weiter, und was noch nicht dran ist, bleibt liegen")
    void eineStundeZurueck() {
        esIst("2027-01-04T10:00");
        Spiel.Akte akte = akte(LocalDate.parse("2027-01-01"));
        String aufgabe = akte.aufgabe("auftrag-klaeren").getId();
        int vorher = akte.offen().size();

        esIst("2027-01-04T09:00");
        akte.erledige("integrationsbeauftragte", "auftrag-klaeren", Map.of());
        assertThat(akte.offen()).doesNotContain("auftrag-klaeren", VERZUG).hasSizeGreaterThanOrEqualTo(vorher);
        assertThat(jdbc.queryForObject("select count(*) from ACT_HI_TASKINST where ID_ = ? and END_TIME_ is not null", Integer.class, aufgabe)).isEqualTo(1);
        for (String sicht : List.of("", "/verlauf", "/dokumente", "/anlagen")) {
            assertThat(rest.als("integrationsbeauftragte").get("/api/akten/" + akte.id() + sicht).status()).as(sicht).isIn(200, 404);
        }
        assertThat(geweckt(akte)).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"der Tag hat 23 Stunden,2027-03-28", "der Tag hat 25 Stunden,2027-10-31", "Schalttag,2028-02-29"})
    @DisplayName("Ein Tag gilt bis Mitternacht in Deutschland, wie lang er auch ist; danach wird einmal gefragt")
    void bisMitternacht(String was, LocalDate tag) {
        LocalDate beginn = tag.minusDays(29);
        esIst(beginn + "T10:00");
        Spiel.Akte akte = akte(beginn);
        assertThat(erwartet(akte)).as(was).isEqualTo(tag);
        assertThat(wacht(akte).getDuedate().toInstant()).isEqualTo(tag.plusDays(1).atStartOfDay(BERLIN).toInstant());

        esIst(tag + "T23:58");
        assertThat(fragen(akte)).isZero();
        esIst(tag.plusDays(1) + "T00:01");
        assertThat(fragen(akte)).isEqualTo(1);
        esIst(tag.plusDays(1) + "T03:30");
        assertThat(fragen(akte)).isEqualTo(1);
        assertThat(geweckt(akte)).isEqualTo(1);
    }

    private Job wacht(Spiel.Akte akte) {
        List<String> instanzen = akte.instanzen();
        return engine.getManagementService().createJobQuery().activityId(WACHT).list().stream()
                .filter(job -> instanzen.contains(job.getProcessInstanceId())).findFirst().orElseThrow();
    }

    @ParameterizedTest(name = "beendet am {0}")
    @CsvSource({"2028-02-29", "2027-03-28", "2027-10-31"})
    @DisplayName("Aufbewahrt wird bis auf die Stunde so lange, wie das Modell sagt; auch wenn die Uhr zwei Tage vorgeht, ist nichts davon zu entfernen")
    void aufbewahrung(LocalDate tag) {
        esIst(tag + "T10:00");
        Spiel.Akte akte = spiel.wurzel("unterstuetzung", zeile());
        engine.getRuntimeService().deleteProcessInstance(akte.id(), "Ende");
        Timestamp bis = jdbc.queryForObject("select max(REMOVAL_TIME_) from ACT_HI_PROCINST where ROOT_PROC_INST_ID_ = ?", Timestamp.class, akte.id());
        assertThat(bis.toInstant().atZone(BERLIN).toLocalDate()).isEqualTo(tag.plusDays(3650));
        esIst(tag.plusDays(2) + "T10:00");
        assertThat(faellig(akte)).isZero();
        esIst(tag.plusDays(3650) + "T08:00");
        assertThat(faellig(akte)).isZero();
        esIst(tag.plusDays(3650) + "T12:00");
        assertThat(faellig(akte)).isPositive();
    }

    /** What the clearing at night would take away now. */
    private int faellig(Spiel.Akte akte) {
        return jdbc.queryForObject("select count(*) from ACT_HI_VARINST where ROOT_PROC_INST_ID_ = ? and REMOVAL_TIME_ < ?", Integer.class, akte.id(),
                new Timestamp(ClockUtil.getCurrentTime().getTime()));
    }
}
