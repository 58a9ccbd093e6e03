package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Each page that people see, those of the maker too, looked at by axe-core and in a window magnified to 400 %. */
@Anwendungstest
@Tag("leere-datenbank") // lists that are not those of hundreds of stories
@DisplayName("Barrierefreie Seiten")
class BarrierefreiheitTest {

    private static final String AUFGABEN = "/camunda/app/tasklist/default/#/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/#/";
    private static final String VERWALTUNG = "/camunda/app/admin/default/#/";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Autowired
    Spiel spiel;
    @Autowired
    ProcessEngine engine;
    @Autowired
    Rest rest;

    private final Barrieren barrieren = new Barrieren();
    private final Set<String> feldarten = new TreeSet<>();
    private Page seite;
    private String adresse;

    /** @param bis what is there only when the page is complete */
    private record Ort(String name, String weg, String bis) {
    }

    @Test
    @DisplayName("Anmeldung, Startseite, Aufgabenliste mit jeder Art von Feld, Dialoge und Erklärung: keine schweren Verstöße, bei 400 % geht nichts verloren")
    void fuerBeschaeftigte() throws IOException {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        Arbeitsplatz platz = chromium.vorDerAnmeldung("integrationsbeauftragte");
        beginne(platz);
        beides("Anmeldung");
        platz.anmelden().karten().first().waitFor();
        beides("Aufgabenliste");
        vorgangBeginnen();
        einfacheAufgabe(platz, akte.aufgabe("ressourcen-planen"));
        aufgabenfenster();
        akte.spieleBis(gut(), "startreife-pruefen");
        aufgabeMitReitern(platz, akte.aufgabe("startreife-pruefen"));
        besuche(List.of(new Ort("Start", "/camunda/app/welcome/default/?bleiben#!/welcome", ".welcome-page .user-profile"),
                new Ort("Erklärung", "/barrierefreiheit.html", "h1")));

        Arbeitsplatz ohne = chromium.anmelden("ag-leitung").filter("Wiedervorlage");
        beginne(ohne);
        seite.locator(".tasks-list .well").getByText("Keine").waitFor();
        barrieren.pruefe(seite, "Aufgabenliste ohne Aufgaben");
        assertThat(barrieren.befunde()).isEmpty();
        assertThat(feldarten).as("each kind of field that a form has was looked at").containsAll(Feldarten.derFormulare());
        assertThat(barrieren.titel()).contains("Anmelden – Integrationskonzept", "Ressourcen planen – Aufgaben – Integrationskonzept",
                "Startreife prüfen – Aufgaben – Integrationskonzept");
    }

    private void vorgangBeginnen() {
        seite.locator(".start-process-action a").click();
        Locator vorgang = seite.locator(".modal-content").getByText("Integrationskonzept", new Locator.GetByTextOptions().setExact(true));
        vorgang.waitFor();
        barrieren.pruefe(seite, "Vorgang wählen");
        vorgang.click();
        seite.locator(".modal-content .fjs-form").waitFor();
        beides("Startformular");
        seite.locator(".modal-footer .btn-primary").click();
        seite.locator(".modal-content .fjs-form-field-error").first().waitFor();
        barrieren.pruefe(seite, "Startformular mit Fehlern");
        feldarten.addAll(Feldarten.auf(seite));
        seite.keyboard().press("Escape");
        seite.locator(".modal-content").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private void einfacheAufgabe(Arbeitsplatz platz, Task aufgabe) {
        platz.oeffne(aufgabe);
        barrieren.pruefe(seite, "Aufgabe, nicht übernommen");
        platz.uebernehme().fuelle("begleitungGewuenscht", "Ja");
        seite.getByText("Zwischenspeichern", new Page.GetByTextOptions().setExact(true)).click();
        seite.locator(".ik-entwurf-meldung .alert").waitFor();
        beides("Aufgabe");
        platz.abschliessen().click();
        seite.locator(".fjs-form-field-error").first().waitFor();
        barrieren.pruefe(seite, "Aufgabe mit Fehlern");
        seite.locator("[notifications-panel] .close:visible").click();
        feldarten.addAll(Feldarten.auf(seite));
        seite.locator(".fjs-form-field-select .fjs-input-group").first().click();
        seite.locator(".fjs-dropdownlist-item").first().waitFor();
        barrieren.pruefe(seite, "Auswahl offen");
        seite.keyboard().press("Escape");
        seite.locator(".fjs-datepicker input").first().click();
        seite.locator(".flatpickr-calendar.open").waitFor();
        barrieren.pruefe(seite, "Kalender offen");
        seite.keyboard().press("Escape");
    }

    private void aufgabenfenster() {
        fenster("Kommentar", ".createCommentLink");
        fenster("Gruppen", ".task-card .groups a");
        fenster("Tastenkürzel", ".showShortcutHelp");
        seite.locator(".followup-date").click();
        seite.locator(".uib-daypicker").waitFor();
        barrieren.pruefe(seite, "Wiedervorlage");
        seite.locator("button[ng-click^='cancelChange(']").click();
        seite.locator(".account > a").click();
        barrieren.pruefe(seite, "Menü");
        seite.keyboard().press("Escape");
    }

    private void fenster(String name, String oeffner) {
        seite.locator(oeffner).click();
        seite.locator(".modal.in .modal-body").waitFor();
        barrieren.pruefe(seite, name);
        seite.keyboard().press("Escape");
        seite.locator(".modal").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private void aufgabeMitReitern(Arbeitsplatz platz, Task aufgabe) {
        platz.oeffne(aufgabe).uebernehme();
        beides("Aufgabe mit Tabelle");
        feldarten.addAll(Feldarten.auf(seite));
        String weg = AUFGABEN + "?task=" + aufgabe.getId() + "&detailsTab=";
        besuche(List.of(new Ort("Reiter Historie", weg + "task-detail-history", ".task-card .history-pane, .task-card .well"),
                new Ort("Reiter Diagramm", weg + "task-detail-diagram", ".djs-shape"),
                new Ort("Reiter Akte", weg + "ik-akte", ".ik-akte .ik-abschnitt"),
                new Ort("Meine erledigten", AUFGABEN + "erledigt", ".ik-erledigt tbody tr"),
                new Ort("Meine Einstellungen", AUFGABEN + "persoenlich", ".ik-persoenlich input")));
    }

    @Test
    @DisplayName("Unsere Seiten in Cockpit und Verwaltung: keine schweren Verstöße, bei 400 % geht nichts verloren")
    void fuerVerantwortliche() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        String teil = akte.aufgabe("ressourcen-planen").getProcessInstanceId();
        beginne(chromium.anmelden("admin"));
        // Each page a line. A new page gets one here, a new tab its name.
        besuche(List.of(
                new Ort("Cockpit", COCKPIT + "dashboard", ".ik-dashboard tbody tr"),
                new Ort("Konzepte", COCKPIT + "konzepte", ".ik-konzepte tbody tr"),
                new Ort("Konzept", COCKPIT + "konzept/" + akte.id(), "table.ik-verlauf tbody tr"),
                new Ort("Verlauf eines Vorgangs", COCKPIT + "verlauf?vorgang=" + teil, ".djs-shape"),
                new Ort("Vorgang", COCKPIT + "process-instance/" + akte.id() + "/runtime", ".bjs-drilldown")));
        reiter("Akte", "Verlauf", "Schritte");
        besuche(List.of(new Ort("Kommunen und Personen", VERWALTUNG + "kommunen", ".ik-kommunen td")));
        modellpflege();
        assertThat(barrieren.befunde()).isEmpty();
        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }

    @Test
    @Tag("lang")
    @DisplayName("Die Seiten des Herstellers in Cockpit und Verwaltung: keine schweren Verstöße, bei 400 % geht nichts verloren")
    void desHerstellers() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        String definition = engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(akte.id()).singleResult().getProcessDefinitionId();
        String teil = akte.aufgabe("ressourcen-planen").getProcessInstanceId();
        beginne(chromium.anmelden("admin"));
        besuche(List.of(
                new Ort("Prozesse", COCKPIT + "processes", "td.name a"),
                new Ort("Prozess", COCKPIT + "process-definition/" + definition + "/runtime", "td.instance-id a, .process-instances td a")));
        reiter("Zwischenfälle", "Aufgerufene Prozessdefinitionen", "Job-Definitionen", "Schritte", "Liegezeiten");
        besuche(List.of(new Ort("Vorgang", COCKPIT + "process-instance/" + akte.id() + "/runtime", ".bjs-drilldown")));
        reiter("Aufgerufene Prozessinstanzen");
        besuche(List.of(new Ort("Teil des Vorgangs", COCKPIT + "process-instance/" + teil + "/runtime", "td.col-value")));
        reiter("Zwischenfälle", "Aufgaben", "Jobs", "Externe Tasks");
        besuche(List.of(
                new Ort("Offene Aufgaben", COCKPIT + "tasks", "table td"),
                new Ort("Bereitstellungen", COCKPIT + "repository", "li.resource"),
                new Ort("Entscheidungen", COCKPIT + "decisions", "table td a")));
        seite.locator("table td a").first().click();
        seite.locator(".dmn-decision-table-container td, .tjs-table").first().waitFor();
        beides("Entscheidung");
        besuche(List.of(
                new Ort("Verwaltung", VERWALTUNG, ".section-content, .dashboard"),
                new Ort("Personen", VERWALTUNG + "users", "td a"),
                new Ort("Person", VERWALTUNG + "users/personal?tab=profile", "form"),
                new Ort("Gruppen", VERWALTUNG + "groups", "td a"),
                new Ort("Berechtigungen", VERWALTUNG + "authorization?resource=6", "td.action"),
                new Ort("System", VERWALTUNG + "system?section=system-settings-general", "h3")));
        filterfenster();
        assertThat(barrieren.befunde()).isEmpty();
        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }

    /** A change that is never deployed, in each of its steps. */
    private void modellpflege() {
        String id = rest.als("admin").post("/api/vorschlaege", Map.of("titel", "Frist ändern")).json().path("id").asText();
        rest.als("admin").sende("PUT", "/api/vorschlaege/" + id + "/dateien/auflage.bpmn", "application/octet-stream",
                HttpRequest.BodyPublishers.ofString(rest.als("admin").get("/api/modelle/auflage.bpmn").text().replaceFirst(" name=\"", " name=\"Neu: ")));
        String weg = COCKPIT + "modellpflege/aenderung/" + id + "?schritt=";
        besuche(List.of(
                new Ort("Modellpflege", COCKPIT + "modellpflege", ".ik-bestand tbody tr"),
                new Ort("Bearbeiten", weg + "bearbeiten", ".ik-schritt tbody tr"),
                new Ort("Prüfen", weg + "pruefen", ".ik-schritt .alert"),
                new Ort("Vergleichen", weg + "vergleichen", ".ik-schritt section"),
                new Ort("Proben", weg + "proben", ".ik-schritt section"),
                new Ort("Bereitstellen", weg + "bereitstellen", ".ik-wahl"),
                new Ort("Umziehen", weg + "umziehen", ".ik-schritt .alert"),
                new Ort("Zurücknehmen", weg + "zuruecknehmen", ".ik-schritt .alert")));
    }

    private void reiter(String... namen) {
        for (String name : namen) {
            Locator reiter = seite.locator(".ctn-tabbed .nav-tabs li").filter(new Locator.FilterOptions().setHasText(name));
            reiter.locator("a").click();
            assertThat(reiter).hasClass(Pattern.compile("active"));
            barrieren.pruefe(seite, "Reiter " + name);
        }
    }

    private void filterfenster() {
        seite.navigate(adresse + AUFGABEN);
        seite.locator(".task-filter.active").waitFor();
        Barrieren.warte(seite); // the button is there before it listens
        seite.locator(".task-filters header button").first().click();
        seite.locator(".modal.in .accordion-toggle").first().waitFor();
        for (Locator teil : seite.locator(".modal .accordion-toggle").all()) {
            teil.click();
            barrieren.pruefe(seite, "Filter bearbeiten");
        }
    }

    // ----------------------------------------------------------------------------------------------

    private void beginne(Arbeitsplatz platz) {
        seite = platz.seite();
        adresse = platz.adresse("");
    }

    private void besuche(List<Ort> orte) {
        for (Ort ort : orte) {
            seite.navigate(adresse + ort.weg());
            seite.locator(ort.bis()).first().waitFor();
            beides(ort.name());
        }
    }

    private void beides(String name) {
        barrieren.pruefe(seite, name);
        barrieren.pruefeSchmal(seite, name);
    }
}
