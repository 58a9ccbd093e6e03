package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.prozess.Spiel;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("leere-datenbank") // lists that are not those of hundreds of stories
@DisplayName("Ohne Maus, stark vergrößert, in eigenen Farben")
class OhneMausTest {

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Autowired
    Spiel spiel;
    @Autowired
    ProcessEngine engine;

    @Test
    @DisplayName("Nur mit der Tastatur: anmelden, Filter und Aufgabe wählen, übernehmen, kommentieren, abmelden")
    void aufgabeOhneMaus() {
        Spiel.Akte akte = spiel.beginne(stadt());
        Task aufgabe = akte.aufgabe("auftrag-klaeren");
        Page seite = chromium.vorDerAnmeldung("integrationsbeauftragte").seite();
        OhneMaus tasten = new OhneMaus(seite);
        tasten.gehe(seite.getByPlaceholder("Benutzername")).schreibe("integrationsbeauftragte")
                .gehe(seite.getByPlaceholder("Passwort")).schreibe(Anwendungstest.PASSWORT).druecke("Enter");
        seite.locator(".tasks-list li.task").first().waitFor();
        assertThat(seite.getByPlaceholder("Passwort")).hasCount(0);

        tasten.gehe(link(seite, "Meine Gruppen")).druecke("Enter");
        assertThat(link(seite, "Meine Gruppen")).hasAttribute("aria-current", "true");
        tasten.geheZurueck(link(seite, "Zur Aufgabenliste springen")).druecke("Enter");
        assertThat(seite.locator("section.tasks-list")).isFocused();
        tasten.gehe(seite.locator(".tasks-list li.task h4 a[href*='" + aufgabe.getId() + "']")).druecke("Enter");
        assertThat(seite.locator("h2.task")).hasText("Auftrag klären");
        assertThat(seite).hasTitle("Auftrag klären – Aufgaben – Integrationskonzept");
        tasten.gehe(seite.locator("button.claim")).druecke("Enter");
        assertThat(seite.locator(".disabled-form")).hasCount(0);
        assertThat(engine.getTaskService().createTaskQuery().taskId(aufgabe.getId()).singleResult().getAssignee()).isEqualTo("integrationsbeauftragte");

        kommentiert(seite, tasten, aufgabe);
        tasten.geheZurueck(seite.locator(".account > a")).druecke("Enter").gehe(seite.locator(".account .logout a")).druecke("Enter");
        seite.getByPlaceholder("Passwort").waitFor();
        tasten.immerGesehen();
    }

    /** The dialog takes the keyboard, keeps it, and gives it back. */
    private void kommentiert(Page seite, OhneMaus tasten, Task aufgabe) {
        Locator oeffner = seite.locator(".createCommentLink");
        Locator fenster = seite.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(Pattern.compile("Kommentar")));
        tasten.geheZurueck(oeffner).druecke("Enter");
        assertThat(fenster).isVisible();
        Barrieren.warte(seite);
        for (int schritt = 0; schritt < 8; schritt++) {
            tasten.druecke("Tab");
            assertThat((Boolean) fenster.evaluate("e => e.contains(document.activeElement)")).as("the dialog keeps the keyboard").isTrue();
        }
        tasten.druecke("Escape");
        assertThat(fenster).hasCount(0);
        assertThat(oeffner).isFocused();
        tasten.druecke("Enter").gehe(fenster.locator("textarea")).schreibe("Ohne Maus geschrieben")
                .gehe(fenster.locator(".modal-footer .btn-primary")).druecke("Enter");
        assertThat(fenster).hasCount(0);
        assertThat(engine.getTaskService().getTaskComments(aufgabe.getId())).extracting(Comment::getFullMessage).containsExactly("Ohne Maus geschrieben");
    }

    @Test
    @Tag("lang")
    @DisplayName("Nur mit der Tastatur: vom Cockpit zum Prozess, zum Vorgang und zu seinen Reitern")
    void cockpitOhneMaus() {
        Spiel.Akte akte = spiel.beginne(stadt());
        Page seite = chromium.anmelden("prozessverantwortung").seite();
        OhneMaus tasten = new OhneMaus(seite);
        tasten.gehe(link(seite, "Prozesse").first()).druecke("Enter");
        tasten.gehe(seite.locator("th.name a")).druecke("Enter");
        assertThat(seite.locator("th.name")).hasAttribute("aria-sort", Pattern.compile("ascending|descending"));
        assertThat(seite.locator("th.name a")).isFocused();
        tasten.gehe(seite.locator("td.name").getByText("Integrationskonzept", new Locator.GetByTextOptions().setExact(true)).first()).druecke("Enter");
        assertThat(seite.locator(".djs-container > svg[role=img]")).hasAttribute("aria-label", Pattern.compile("Diagramm mit den Schritten: .*Leitbild.*"));
        tasten.gehe(seite.locator("a[href*='" + akte.id() + "']").first()).druecke("Enter");
        seite.locator(".bjs-drilldown").first().waitFor();
        Barrieren.warte(seite);
        assertThat(seite.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Vorabklärung: aufgerufenen Vorgang öffnen"))).isVisible();
        tasten.gehe(link(seite, "Aufgerufene Prozessinstanzen")).druecke("Enter");
        assertThat(link(seite, "Aufgerufene Prozessinstanzen")).hasAttribute("aria-current", "true");
        assertThat(seite.locator(".ctn-tabbed")).containsText("Vorabklärung");
        tasten.immerGesehen();
    }

    @Test
    @DisplayName("Bei 400 % und mit weiten Abständen lässt sich eine Aufgabe erledigen, in eigenen Farben sieht man, was gewählt ist, ohne Bewegung steht alles still")
    void vergroessert() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "auftrag-erteilen");
        Arbeitsplatz platz = chromium.anmelden("verwaltungsspitze");
        Page seite = platz.seite();
        seite.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE).setReducedMotion(ReducedMotion.REDUCE));
        platz.oeffne(akte.aufgabe("auftrag-erteilen"));
        Barrieren.warte(seite);
        assertThat(rand(seite, ".task-card .nav-tabs > li.active > a")).isNotEqualTo(rand(seite, ".task-card .nav-tabs > li:not(.active) > a"));
        assertThat((String) seite.locator(".tasks-list").first().evaluate("e => getComputedStyle(e).transitionDuration")).isIn("0s", "1e-05s");

        seite.setViewportSize(320, 256);
        seite.evaluate("""
                () => { const weit = document.createElement('style'); weit.textContent =
                  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
                  document.head.append(weit); }""");
        platz.uebernehme().fuelle("auftragErteilt", "Nein", "auftragGrund", "Der Haushalt fehlt noch.");
        Barrieren barrieren = new Barrieren();
        Barrieren.warte(seite);
        barrieren.breite(seite, "Aufgabe mit weiten Abständen");
        assertThat(barrieren.befunde()).isEmpty();
        assertThat((List<?>) seite.evaluate("""
                () => [...document.querySelectorAll('.fjs-container label, .fjs-container p, .nav-tabs a, .btn')].filter(e => e.checkVisibility()
                  && getComputedStyle(e).overflow !== 'visible' && e.scrollHeight > e.clientHeight + 2).map(e => e.textContent.trim())""")).as("cut off").isEmpty();
        platz.schliesseAb();
        assertThat(akte.zuletzt("auftragGrund")).isEqualTo("Der Haushalt fehlt noch.");
        assertThat(chromium.auffaellig()).isEmpty();
    }

    private static Object rand(Page seite, String wahl) {
        return seite.locator(wahl).first().evaluate("e => getComputedStyle(e).borderBottomColor");
    }

    private static Locator link(Page seite, String text) {
        return seite.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^\\s*" + text)));
    }
}
