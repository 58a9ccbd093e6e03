package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.prozess.Spiel;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** An admin and a member of staff, with a real Chromium and the shipped models. Jobs run while the page waits for them. */
@Anwendungstest
@DirtiesContext
@Tag("eigene-anwendung") // it deploys under a shipped key
@DisplayName("Die Reise einer Änderung im Browser")
class ModellpflegeReiseTest {

    private static final String FORMULAR = "auftragsklaerung-rueckfrage-klaeren";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Autowired
    Spiel spiel;
    @Autowired
    ProcessEngine engine;

    private Arbeitsplatz platz;
    private Page seite;

    @AfterEach
    void wiederHeute() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("Eine Aufgabe mit Formular im Browser ergänzt, geprüft, verglichen, geprobt, bereitgestellt, umgezogen: am nächsten Morgen wird sie erledigt")
    void vonDerZeichnungBisZurErledigtenAufgabe() {
        Spiel.Akte akte = spiel.beginne(stadt());
        Task vorher = akte.aufgabe("auftrag-klaeren");
        platz = chromium.anmelden("modellpflege");
        seite = platz.seite();
        link("[cam-widget-header]", "Modellpflege").click();
        beginnt();
        zeichnet();
        fragt();
        prueftUndVergleicht();
        probt();
        stelltBereit();
        ziehtUm();

        Task nachher = engine.getTaskService().createTaskQuery().taskId(vorher.getId()).singleResult();
        assertThat(nachher).as("the open task is still there").isNotNull();
        assertThat(nachher.getProcessDefinitionId()).isEqualTo(engine.getRepositoryService().createProcessDefinitionQuery()
                .processDefinitionKey("auftragsklaerung").latestVersion().singleResult().getId()).isNotEqualTo(vorher.getProcessDefinitionId());
        amNaechstenMorgen(akte);
        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }

    private void beginnt() {
        seite.getByLabel("Name oder Datei").fill("auftragsklaerung.bpmn");
        knopf("Auftrag klären (Ablauf) ändern").click();
        seite.getByLabel("Was wollen Sie ändern?").fill("Rückfrage beim Auftrag");
        seite.getByLabel("Warum?").fill("Oft ist noch etwas offen, bevor der Auftrag bewertet wird.");
        knopf("Beginnen").click();
        assertThat(seite.locator(".ik-pflege h1:not(.ik-titel)")).hasText("Rückfrage beim Auftrag");
    }

    /** Puts a building block behind the first task, and into the way to the next step. */
    private void zeichnet() {
        Locator tafel = seite.locator(".ik-wb-tafel");
        tafel.waitFor();
        zeichen("auftrag-klaeren").click();
        seite.getByLabel("Baustein", new Page.GetByLabelOptions().setExact(true)).selectOption("Aufgabe einer Rolle");
        seite.locator(".ik-wb-leiste button").filter(new Locator.FilterOptions().setHasText("Baustein einfügen")).click();
        gruppe("Angaben");
        tafel.getByLabel("Name des Schritts").fill("Rückfrage klären");
        tafel.getByLabel("Rolle", new Locator.GetByLabelOptions().setExact(true)).selectOption("Integrationsbeauftragte");
        assertThat(tafel.getByLabel("Formular", new Locator.GetByLabelOptions().setExact(true))).hasValue(FORMULAR);
        seite.evaluate("() => document.querySelector('.ik-werkzeug').scrollIntoView()");
        platz.bild("modellpflege-editor");
        gruppe("Beschreibung");
        tafel.getByLabel("Beschreibung des Elements").fill("Bitte klären Sie, was zum Auftrag noch offen ist. Heraus kommt eine Antwort, auf die sich alle stützen.");
        tafel.getByLabel("Beschreibung des Elements").blur();

        int wege = seite.locator(".djs-connection").count();
        Locator weg = seite.locator(".djs-connection[data-element-id='auftrag-klaeren-zu-auftragsgrad']");
        BoundingBox ort = weg.locator(".djs-visual").boundingBox();
        seite.mouse().click(ort.x + ort.width * 0.8, ort.y + ort.height / 2);
        seite.keyboard().press("Delete");
        assertThat(weg).hasCount(0);
        zeichen("rueckfrage-klaeren").click();
        seite.locator(".djs-context-pad [data-action=connect]").click();
        zeichen("auftragsgrad").click();
        assertThat(seite.locator(".djs-connection")).hasCount(wege);
        knopf("Speichern und prüfen").click();
        assertThat(seite.locator(".ik-befunde .ik-fehler").first()).containsText(FORMULAR);
        link(".ik-pflege", "auftragsklaerung.bpmn schließen").click();
    }

    private void fragt() {
        seite.getByLabel("Art", new Page.GetByLabelOptions().setExact(true)).selectOption("Formular");
        seite.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).last().fill("Was ist geklärt?");
        seite.getByLabel("Kennung", new Page.GetByLabelOptions().setExact(true)).fill(FORMULAR);
        knopf("Etwas Neues anlegen").click();
        seite.locator(".ik-werkbank").getByText("Was ist geklärt?").first().waitFor();
        link(".ik-pflege", FORMULAR + ".form schließen").click();
        assertThat(seite.locator(".ik-schritt tbody tr")).hasCount(2);
    }

    private void prueftUndVergleicht() {
        weiter("Prüfen");
        assertThat(seite.locator(".ik-schritt [role=status] .alert")).hasText(Pattern.compile("^Kein Fehler.*"));
        weiter("Vergleichen");
        Locator ablauf = seite.locator(".ik-schritt section").filter(new Locator.FilterOptions().setHasText("auftragsklaerung.bpmn"));
        assertThat(ablauf.locator(".ik-was-neu").filter(new Locator.FilterOptions().setHasText("Rückfrage klären")).first()).isVisible();
        ablauf.getByText("Als Bild zeigen").click();
        assertThat(ablauf.locator(".djs-shape[data-element-id='rueckfrage-klaeren']")).isVisible();
        platz.bild("modellpflege-bild");
    }

    private void probt() {
        weiter("Proben");
        assertThat(seite.locator(".ik-zuordnung tbody tr").filter(new Locator.FilterOptions().setHasText("auftrag-klaeren")).first())
                .containsText("bleibt derselbe Schritt");
        druecke("Probelauf starten");
        assertThat(seite.getByText("Die Probe hat nichts gefunden, was den Umzug aufhält.")).isVisible();
    }

    private void stelltBereit() {
        weiter("Bereitstellen");
        seite.getByLabel("Änderung mit Umzug").check();
        assertThat(seite.locator(".ik-schritt .alert-warning")).hasCount(0);
        knopf("Jetzt bereitstellen").click();
        knopf("Ja, bereitstellen").click();
        assertThat(seite.locator(".ik-schritt")).containsText("Die Änderung gilt seit");
    }

    private void ziehtUm() {
        weiter("Umziehen");
        knopf("Umzug starten").click();
        druecke("Ja, umziehen");
        assertThat(seite.getByText("Alles hat geklappt.")).isVisible();
        assertThat(seite.locator(".ik-leiste [aria-current=step]")).containsText("umgezogen");
    }

    private void amNaechstenMorgen(Spiel.Akte akte) {
        ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(1))));
        akte.spieleBis(gut(), "rueckfrage-klaeren");
        Task neu = akte.aufgabe("rueckfrage-klaeren");
        chromium.anmelden("integrationsbeauftragte").oeffne(neu).uebernehme().fuelle("ergebnis", "Der Zeitraum ist bestätigt.").schliesseAb();
        assertThat(akte.zuletzt("ergebnis")).isEqualTo("Der Zeitraum ist bestätigt.");
        assertThat(engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(neu.getProcessInstanceId())
                .activityId("auftragsgrad").count()).as("the file goes on its way").isEqualTo(1);
    }

    // ----------------------------------------------------------------------------------------------

    private Locator zeichen(String element) {
        return seite.locator(".djs-shape[data-element-id='" + element + "'] > .djs-hit").first();
    }

    private void gruppe(String name) {
        seite.locator(".bio-properties-panel-group-header").filter(new Locator.FilterOptions().setHasText(name)).first().click();
    }

    private void weiter(String schritt) {
        seite.locator(".ik-leiste a").filter(new Locator.FilterOptions().setHasText(schritt)).click();
        assertThat(seite.locator(".ik-schritt h2")).hasText(schritt);
    }

    private Locator knopf(String name) {
        return seite.locator(".ik-pflege").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator link(String worin, String name) {
        return seite.locator(worin).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true)).first();
    }

    /** Presses that, and carries out what it begins, as the job executor would. */
    private void druecke(String name) {
        seite.waitForResponse(Pattern.compile(".*/(probe|umzug)$"), () -> knopf(name).click());
        for (List<Job> jobs = jobs(); !jobs.isEmpty(); jobs = jobs()) {
            jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }

    /** Those that belong to no file. */
    private List<Job> jobs() {
        return engine.getManagementService().createJobQuery().executable().list().stream().filter(job -> job.getProcessInstanceId() == null).toList();
    }
}
