package de.integrationskonzept.nachricht;

import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.component.VEvent;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.prozess.Spiel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.HistoricProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Tage, die ein Modell nennt, stehen im Kalender aller, die die Akte sehen")
class KalenderTageTest {

    private static final String SIEHT_AKTEN = "vorgesetzte";
    private static final String EIGENSCHAFT = "fristende: Frist für Anträge; runden.am: Treffen der Runde";

    @Autowired
    private Kalenderprobe probe;
    @Autowired
    private Spiel spiel;
    @Autowired
    private RuntimeService vorgaenge;
    @Autowired
    private TaskService aufgaben;
    @Autowired
    private IdentityService identitaeten;
    @Autowired
    private AuthorizationService rechte;

    private String person;
    private String kalender;
    private String prozess;

    @BeforeEach
    void richteEin() {
        person = probe.person(SIEHT_AKTEN);
        kalender = probe.adresseFuer(person);
        prozess = probe.prozessMitTagen(EIGENSCHAFT);
    }

    /** Of one file; others that the person sees stand in the calendar, too. */
    private List<VEvent> tage(String pfad, String zeichen) {
        return probe.ereignisse(pfad).stream().filter(e -> e.getSummary().getValue().endsWith(" · " + zeichen)).toList();
    }

    private static List<String> wann(List<VEvent> ereignisse) {
        return ereignisse.stream().map(e -> e.getSummary().getValue().replaceAll(" · .*", "") + " " + KalenderTest.tag(e)).sorted().toList();
    }

    private Task akte(String kommune) {
        Task aufgabe = probe.aufgabe(prozess, "kaemmerei", LocalDate.of(2028, 1, 1), kommune);
        vorgaenge.setVariable(aufgabe.getProcessInstanceId(), "fristende", "2028-02-29");
        return aufgabe;
    }

    @Test
    @Tag("I1")
    @DisplayName("I1: Die Beratungen über das Konzept stehen an ihrem Tag, ohne das, was jemand dazu eingetippt hat, bis sie vorbei sind")
    void beratungen() {
        var akte = spiel.wurzel("beschluss", zeile("tiefe", "programm", "verfahren", "ausfuehrlich", "gremium", "stadtrat",
                "feldergebnisse", List.of(), "massnahmen", List.of(), "beiratVorhanden", "nein"));
        String zeichen = (String) akte.wert("aktenzeichen");
        assertThat(tage(kalender, zeichen)).as("no day is known yet").isEmpty();

        akte.erledige("integrationsbeauftragte", "konzept-vorlegen", zeile("beschlussVorschlag", "Ja.", "beratungen", List.of(
                zeile("gremium", "Ausschuss bei Erika Geheim", "art", "vorberatung", "termin", "2028-02-29", "oeffentlich", "ja"),
                zeile("gremium", "Stadtrat", "art", "beschluss", "termin", "2028-03-26", "oeffentlich", "ja"))));

        assertThat(wann(tage(kalender, zeichen))).containsExactly("Beratung über das Konzept 20280229", "Beratung über das Konzept 20280326");
        assertThat(tage(kalender, zeichen)).allSatisfy(e -> assertThat(e.getDescription()).isNull());
        assertThat(probe.hole(kalender).body()).doesNotContain("Geheim");
        vorgaenge.deleteProcessInstance(akte.id(), "Probe");
        assertThat(tage(kalender, zeichen)).as("the file has ended").isEmpty();
    }

    @Test
    @DisplayName("Ein Feld oder eine Spalte eines eigenen Modells: derselbe Eintrag in neuer Fassung, wenn ein Tag rückt; was kein Tag ist, fehlt")
    void eigenesModell() {
        String vorgang = akte(null).getProcessInstanceId();
        vorgaenge.setVariable(vorgang, "runden", Spin.JSON("[{\"am\": \"bald\"}, {\"am\": \"2027-12-31T23:30\"}, {\"am\": 7}, {}, 1, "
                + "{\"am\": \"2026-01-01\"}]"));
        List<VEvent> erste = tage(kalender, "AZ-" + prozess);
        assertThat(wann(erste)).as("a year ago is over").containsExactly("Frist für Anträge 20280229", "Treffen der Runde 20271231");

        vorgaenge.setVariable(vorgang, "runden", Spin.JSON("[{\"am\": \"2028-01-02\"}, {\"am\": \"2028-01-03\"}]"));
        List<VEvent> zweite = tage(kalender, "AZ-" + prozess);
        assertThat(wann(zweite)).containsExactly("Frist für Anträge 20280229", "Treffen der Runde 20280102", "Treffen der Runde 20280103");
        VEvent vorher = erste.stream().filter(e -> KalenderTest.tag(e).equals("20271231")).findFirst().orElseThrow();
        VEvent nachher = zweite.stream().filter(e -> KalenderTest.tag(e).equals("20280103")).findFirst().orElseThrow();
        assertThat(nachher.getUid()).isEqualTo(vorher.getUid());
        assertThat(nachher.getSequence().getValue()).isGreaterThan(vorher.getSequence().getValue());

        for (Object unlesbar : List.of(SpinValues.jsonValue("{ kaputt").create(), "kein Json", 12)) {
            vorgaenge.setVariable(vorgang, "runden", unlesbar);
            assertThat(wann(tage(kalender, "AZ-" + prozess))).containsExactly("Frist für Anträge 20280229");
        }
        vorgaenge.suspendProcessInstanceById(vorgang);
        assertThat(tage(kalender, "AZ-" + prozess)).as("the file rests").isEmpty();
    }

    @Test
    @DisplayName("Wer die Akte nicht sieht, auch mit einer Aufgabe darin, wer für eine andere Kommune arbeitet oder wem das Recht entzogen ist, sieht keinen Tag")
    void werSieht() {
        Task aufgabe = akte(null);
        String ohneRecht = probe.person("kaemmerei");
        aufgaben.setAssignee(aufgabe.getId(), ohneRecht);
        assertThat(tage(probe.adresseFuer(ohneRecht), "AZ-" + prozess)).singleElement()
                .satisfies(e -> assertThat(e.getSummary().getValue()).startsWith("Haushalt"));
        assertThat(wann(tage(kalender, "AZ-" + prozess))).containsExactly("Frist für Anträge 20280229");

        Authorization entzogen = rechte.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        entzogen.setUserId(person);
        entzogen.setResource(Resources.HISTORIC_PROCESS_INSTANCE);
        entzogen.setResourceId(aufgabe.getProcessInstanceId());
        entzogen.removePermission(HistoricProcessInstancePermissions.READ);
        rechte.saveAuthorization(entzogen);
        assertThat(tage(kalender, "AZ-" + prozess)).as("revoked").isEmpty();
        rechte.deleteAuthorization(entzogen.getId());
        assertThat(tage(kalender, "AZ-" + prozess)).hasSize(1);
        identitaeten.deleteMembership(person, SIEHT_AKTEN);
        assertThat(tage(kalender, "AZ-" + prozess)).as("no role any more").isEmpty();
    }

    @Test
    @DisplayName("Die Akte einer anderen Kommune nennt hier keinen Tag")
    void fremdeKommune() {
        assertThat(akte("09555555").getTenantId()).isEqualTo("09555555");
        assertThat(tage(kalender, "AZ-" + prozess)).isEmpty();
    }

    @Test
    @DisplayName("Ein zweites Modell mit demselben Namen einer Angabe, aber ohne die Eigenschaft, nennt keinen Tag")
    void ohneEigenschaft() {
        String anderer = probe.prozess(false);
        Task aufgabe = probe.aufgabe(anderer, "kaemmerei", LocalDate.of(2028, 1, 1), null);
        vorgaenge.setVariables(aufgabe.getProcessInstanceId(), Map.of("fristende", "2028-02-29"));
        assertThat(tage(kalender, "AZ-" + anderer)).isEmpty();
    }
}
