package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.component.VEvent;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.engine.ConfidentialProcesses;
import de.integrationskonzept.leistung.Zaehler;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Im eigenen Kalender stehen die Fristen, die eine Person angehen, und keine anderen")
class KalenderTest {

    private static final LocalDate SCHALTTAG = LocalDate.of(2028, 2, 29);

    @Autowired
    private Kalenderprobe probe;
    @Autowired
    private TaskService aufgaben;
    @Autowired
    private RuntimeService vorgaenge;
    @Autowired
    private IdentityService identitaeten;
    @Autowired
    private DataSource daten;
    @Autowired
    private ConfidentialProcesses vertraulich;
    @Autowired
    private Anschrift anschrift;
    @Autowired
    private Termingaeste gaeste;
    @Autowired
    private Kalenderquellen quellen;

    private String gruppe;
    private String person;
    private String prozess;
    private String kalender;

    @BeforeEach
    void richteEin() {
        gruppe = probe.gruppe();
        person = probe.person(gruppe);
        prozess = probe.prozess(false);
        kalender = probe.adresseFuer(person);
    }

    private Task aufgabe(LocalDate tag) {
        return probe.aufgabe(prozess, gruppe, tag, null);
    }

    static String tag(VEvent ereignis) {
        return ereignis.getDateStart().getValue().getRawComponents().toString(false, false);
    }

    @Test
    @DisplayName("Eine Aufgabe der eigenen Rolle steht an ihrem Tag, mit Namen, Aktenzeichen und Weg dorthin")
    void frist() {
        Task aufgabe = aufgabe(SCHALTTAG);

        VEvent ereignis = probe.ereignisse(kalender).get(0);

        assertThat(ereignis.getSummary().getValue()).isEqualTo("Haushalt prüfen · AZ-" + prozess);
        assertThat(ereignis.getDescription().getValue()).isEqualTo("AZ-" + prozess + " · Musterstadt");
        assertThat(ereignis.getUrl().getValue()).isEqualTo(anschrift.aufgabe(aufgabe.getId()));
        assertThat(tag(ereignis)).isEqualTo("20280229");
        assertThat(ereignis.getSequence().getValue()).isZero();
    }

    @Test
    @DisplayName("Rückt die Frist, ist es derselbe Eintrag in neuer Fassung; ist die Aufgabe erledigt, ist er weg")
    void gerueckt() {
        Task aufgabe = aufgabe(SCHALTTAG);
        String kennung = probe.ereignisse(kalender).get(0).getUid().getValue();
        Task neu = aufgaben.createTaskQuery().taskId(aufgabe.getId()).singleResult();
        neu.setDueDate(Date.from(LocalDate.of(2028, 3, 26).atTime(0, 30).atZone(ZoneId.of("Europe/Berlin")).toInstant()));
        aufgaben.saveTask(neu);

        assertThat(probe.ereignisse(kalender)).singleElement().satisfies(e -> {
            assertThat(e.getUid().getValue()).isEqualTo(kennung);
            assertThat(tag(e)).as("half past midnight, on the day the clocks change").isEqualTo("20280326");
            assertThat(e.getSequence().getValue()).isPositive();
            assertThat(e.getLastModified().getValue()).isAfterOrEqualTo(new Date(aufgabe.getCreateTime().getTime() / 1000 * 1000));
        });
        aufgaben.complete(aufgabe.getId());
        assertThat(probe.ereignisse(kalender)).isEmpty();
    }

    @Test
    @DisplayName("Hat jemand anderes die Aufgabe übernommen oder ruht sie, steht sie nicht da; wer sie übernommen hat, behält sie")
    void uebernommen() {
        String andere = probe.person(gruppe);
        Task aufgabe = aufgabe(SCHALTTAG);
        aufgaben.setAssignee(aufgabe.getId(), andere);

        assertThat(probe.ereignisse(kalender)).isEmpty();
        assertThat(probe.ereignisse(probe.adresseFuer(andere))).hasSize(1);
        aufgaben.setAssignee(aufgabe.getId(), person);
        assertThat(probe.ereignisse(kalender)).hasSize(1);
        vorgaenge.suspendProcessInstanceById(aufgabe.getProcessInstanceId());
        assertThat(probe.ereignisse(kalender)).isEmpty();
    }

    @Test
    @DisplayName("Aufgaben einer anderen Kommune stehen nicht da, auch nicht zugewiesene")
    void fremdeKommune() {
        Task fremd = probe.aufgabe(prozess, gruppe, SCHALTTAG, "09555555");
        assertThat(fremd.getTenantId()).isEqualTo("09555555");

        assertThat(probe.ereignisse(kalender)).isEmpty();
        aufgaben.setAssignee(fremd.getId(), person);
        assertThat(probe.ereignisse(kalender)).isEmpty();
    }

    @Test
    @DisplayName("Von einer vertraulichen Aufgabe steht da, dass es sie gibt, und sonst nichts")
    void vertraulich() {
        String geheim = probe.prozess(true);
        probe.aufgabe(geheim, gruppe, SCHALTTAG, null);

        assertThat(probe.hole(kalender).body()).doesNotContain(geheim).doesNotContain("Haushalt").doesNotContain("Musterstadt");
        assertThat(probe.ereignisse(kalender).get(0).getSummary().getValue()).isEqualTo("Vertrauliche Aufgabe");
        assertThat(probe.ereignisse(kalender).get(0).getDescription()).isNull();
    }

    @Test
    @DisplayName("Wer die Rolle oder die Kommune verlässt, sieht im Kalender nichts mehr davon")
    void ohneRolle() {
        aufgabe(SCHALTTAG);
        assertThat(probe.ereignisse(kalender)).hasSize(1);
        identitaeten.deleteTenantUserMembership(Kalenderprobe.KOMMUNE, person);
        assertThat(probe.ereignisse(kalender)).isEmpty();
        identitaeten.createTenantUserMembership(Kalenderprobe.KOMMUNE, person);
        assertThat(probe.ereignisse(kalender)).hasSize(1);
        identitaeten.deleteMembership(person, gruppe);
        assertThat(probe.ereignisse(kalender)).isEmpty();
    }

    @Test
    @DisplayName("Wer gegangen ist, hat keinen Kalender mehr, und wer dieselbe Kennung später bekommt, erbt ihn nicht")
    void gegangen() {
        aufgabe(SCHALTTAG);
        identitaeten.deleteUser(person);
        assertThat(probe.hole(kalender).statusCode()).isEqualTo(404);

        probe.personMit(person, gruppe);
        assertThat(probe.hole(kalender).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("Ein Kalender mit 30 Fristen braucht so viele Anweisungen wie einer mit einer: vier")
    void aufwand() {
        Zaehler zaehler = new Zaehler();
        Kalenderinhalt inhalt = new Kalenderinhalt(new NamedParameterJdbcTemplate(zaehler.um(daten)), vertraulich, anschrift, gaeste, quellen);
        for (int anzahl : List.of(1, 29)) {
            for (int i = 0; i < anzahl; i++) {
                aufgabe(SCHALTTAG.plusDays(i));
            }
            inhalt.von(person); // what models say is looked up once
            long vorher = zaehler.anweisungen();
            assertThat(KalenderdateiTest.lies(inhalt.von(person))).hasSize(anzahl == 1 ? 1 : 30);
            assertThat(zaehler.anweisungen() - vorher).isEqualTo(4);
        }
    }
}
