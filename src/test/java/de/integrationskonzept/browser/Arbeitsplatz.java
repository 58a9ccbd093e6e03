package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.WaitForSelectorState;
import de.integrationskonzept.Anwendungstest;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One person in front of the browser. Forms are filled in by the key of a field and with the words that stand on the
 * screen: {@code fuelle("tiefe", "Rahmenkonzept")}; a row of a list by {@code fuelle("mittel-betrag_0", "500")}.
 */
public class Arbeitsplatz {

    private static final Locator.GetByTextOptions GENAU = new Locator.GetByTextOptions().setExact(true);

    private final Page seite;
    private final String adresse;
    private final String kennung;

    Arbeitsplatz(Page seite, String adresse, String kennung) {
        this.seite = seite;
        this.adresse = adresse;
        this.kennung = kennung;
    }

    public Page seite() {
        return seite;
    }

    /** Calls up the address that people know; the login appears. */
    Arbeitsplatz rufeAuf() {
        seite.navigate(adresse + "/");
        seite.getByPlaceholder("Passwort").waitFor();
        return this;
    }

    Arbeitsplatz anmelden() {
        seite.getByPlaceholder("Benutzername").fill(kennung);
        seite.getByPlaceholder("Passwort").fill(Anwendungstest.PASSWORT);
        seite.getByText("Anmelden", new Page.GetByTextOptions().setExact(true)).click();
        seite.waitForURL(Pattern.compile(".*/app/((tasklist|cockpit|admin)/default/|welcome/default/\\?bleiben).*"));
        return this;
    }

    public String adresse(String pfad) {
        return adresse + pfad;
    }

    // --- Tasks --------------------------------------------------------------------------------

    /** Opens the start form of a new file. */
    Arbeitsplatz beginneVorgang(String name) {
        seite.locator(".start-process-action a").click();
        fenster().getByText(name, GENAU).click();
        formular().waitFor();
        return this;
    }

    /** Starts the process with what the form says; the server accepts it. */
    Arbeitsplatz starte() {
        Response antwort = sende(startknopf());
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        fenster().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        return this;
    }

    /** The server refuses the start form. */
    String starteAbgelehnt() {
        Response antwort = sende(startknopf());
        assertThat(antwort.status()).as(() -> antwort.text()).isBetween(400, 499);
        return meldung();
    }

    private Response sende(Locator knopf) {
        try {
            return seite.waitForResponse(Pattern.compile(".*/submit-form"), knopf::click);
        } catch (TimeoutError ausgeblieben) {
            throw new AssertionError("nothing was sent; the form says " + fehler(), ausgeblieben);
        }
    }

    Locator startknopf() {
        return fenster().locator(".modal-footer .btn-primary");
    }

    public Arbeitsplatz filter(String name) {
        Locator filter = seite.locator(".task-filter").filter(new Locator.FilterOptions().setHasText(name));
        filter.locator(".name a").click();
        assertThat(filter).hasClass(Pattern.compile("\\bactive\\b"));
        return this;
    }

    /** The cards of the list. */
    public Locator karten() {
        return seite.locator(".tasks-list li.task");
    }

    /** Opens a task of that file from the list. */
    Arbeitsplatz oeffne(String aufgabe, String akte) {
        karten().filter(new Locator.FilterOptions().setHasText(akte)).filter(new Locator.FilterOptions()
                .setHas(seite.locator("h4").getByText(aufgabe, GENAU))).first().click();
        return aufgabeOffen(aufgabe);
    }

    /** Opens a task by its address, as a link in a mail would. */
    Arbeitsplatz oeffne(org.camunda.bpm.engine.task.Task aufgabe) {
        seite.navigate(adresse + "/camunda/app/tasklist/default/#/?task=" + aufgabe.getId());
        return aufgabeOffen(aufgabe.getName());
    }

    private Arbeitsplatz aufgabeOffen(String name) {
        assertThat(seite.locator("section.task-card h2.task")).hasText(name);
        formular().waitFor();
        return this;
    }

    Arbeitsplatz uebernehme() {
        seite.locator("button.claim").click();
        seite.locator(".disabled-form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return this;
    }

    /** Completes the open task; the server accepts it and the task disappears. */
    void schliesseAb() {
        Response antwort = sende(abschliessen());
        assertThat(antwort.status()).as(() -> antwort.text()).isEqualTo(204);
        formular().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Presses "Abschließen"; the form in the browser already knows better and sends nothing. */
    String schliesseAbMitFehlern() {
        abschliessen().click();
        return meldung();
    }

    /** Completes the open task; the server refuses. Its sentences, as they stand on the screen. */
    String schliesseAbAbgelehnt() {
        Response antwort = sende(abschliessen());
        assertThat(antwort.status()).as(() -> antwort.text()).isEqualTo(400);
        return meldung();
    }

    Locator abschliessen() {
        return seite.locator(".form-actions .btn-primary").last();
    }

    private String meldung() {
        Locator meldung = seite.locator("[notifications-panel] .alert-danger").last();
        meldung.waitFor();
        return meldung.innerText();
    }

    // --- Forms --------------------------------------------------------------------------------

    Locator formular() {
        return seite.locator(".fjs-container .fjs-form");
    }

    private Locator fenster() {
        return seite.locator(".modal-content");
    }

    /** The messages that stand under fields. */
    List<String> fehler() {
        return seite.locator(".fjs-form-field-error li, .fjs-form-field-error").allInnerTexts();
    }

    /** Keys and values in turn. */
    Arbeitsplatz fuelle(Object... angaben) {
        return fuelle(schluessel -> schluessel, angaben);
    }

    private Arbeitsplatz fuelle(UnaryOperator<String> feld, Object... angaben) {
        for (int i = 0; i < angaben.length; i += 2) {
            fuelleFeld(feld.apply((String) angaben[i]), angaben[i + 1]);
        }
        for (int i = 0; i < angaben.length; i += 2) {
            sieheNach(feld.apply((String) angaben[i]), angaben[i + 1]);
        }
        return this;
    }

    /** Fills in a row of a list, counted from 0; adds rows as long as there are too few. */
    Arbeitsplatz zeile(String liste, int zeile, Object... angaben) {
        for (int anzahl = zeilen(liste).count(); anzahl <= zeile; anzahl++) {
            liste(liste).locator(".fjs-repeat-render-add").click();
            assertThat(zeilen(liste)).hasCount(anzahl + 1);
        }
        return fuelle(schluessel -> liste + "-" + schluessel + "_" + zeile, angaben);
    }

    Arbeitsplatz loescheZeile(String liste, int zeile) {
        int vorher = zeilen(liste).count();
        liste(liste).locator(".fjs-repeat-row-remove").nth(zeile).click();
        assertThat(zeilen(liste)).hasCount(vorher - 1);
        return this;
    }

    Locator zeilen(String liste) {
        return liste(liste).locator(".fjs-repeat-row-container");
    }

    private Locator liste(String liste) {
        return formular().locator(".fjs-form-field-dynamiclist:has(> [id$='-feld-" + liste + "'])");
    }

    /** The one element of the form that shows the field of that key. */
    Locator feld(String schluessel) {
        String id = "-feld-" + schluessel;
        return formular().locator(".fjs-form-field:not(.fjs-form-field-grouplike):has([id$='%1$s'], [id$='%1$s-date'], [id$='%1$s-0'])"
                .formatted(id));
    }

    /** What stands in a text field. */
    String inhalt(String schluessel) {
        return feld(schluessel).locator("input, textarea").first().inputValue();
    }

    private void fuelleFeld(String schluessel, Object wert) {
        Locator feld = feld(schluessel);
        String art = feld.getAttribute("class");
        if (art.contains("-checkbox")) {
            feld.locator("input").setChecked((Boolean) wert);
        } else if (art.contains("-radio")) {
            feld.getByText(String.valueOf(wert), GENAU).click();
        } else if (art.contains("-select")) {
            feld.locator(".fjs-input-group").click();
            feld.locator(".fjs-dropdownlist-item").getByText(String.valueOf(wert), GENAU).click();
        } else if (art.contains("-checklist")) {
            for (Object wort : (List<?>) wert) {
                feld.getByText(String.valueOf(wort), GENAU).locator("input").check();
            }
        } else {
            schreibe(feld.locator("textarea, .fjs-input").first(), String.valueOf(wert));
        }
        gezeichnet();
    }

    /** Filling in a later field may have emptied this one, see {@link #schreibe}. */
    private void sieheNach(String schluessel, Object wert) {
        Locator eingabe = feld(schluessel).locator("textarea, input[type='text'], input[type='number']");
        if (wert instanceof String text && eingabe.count() > 0 && eingabe.first().inputValue().isEmpty()) {
            fuelleFeld(schluessel, text);
        }
    }

    /** form-js draws a field anew when another one changes; what is written in just that moment is lost. */
    private void schreibe(Locator eingabe, String text) {
        for (int versuch = 0; versuch < 5; versuch++) {
            eingabe.fill(text);
            eingabe.blur();
            gezeichnet();
            if (!eingabe.inputValue().isEmpty()) {
                return;
            }
        }
        throw new AssertionError("the form loses what is written: " + text);
    }

    /** The page has drawn what changed. */
    private void gezeichnet() {
        seite.evaluate("() => new Promise(fertig => requestAnimationFrame(() => requestAnimationFrame(fertig)))");
    }

    // --- Pictures -----------------------------------------------------------------------------

    /** A picture for the handbook, made only when asked for ({@code -Dbilder}), so that a test run changes no file. */
    Arbeitsplatz bild(String name) {
        if (System.getProperty("bilder") != null) {
            seite.waitForLoadState(LoadState.NETWORKIDLE);
            seite.mouse().move(700, 5);
            seite.screenshot(new Page.ScreenshotOptions().setPath(Path.of("docs", "bilder", name + ".png"))
                    .setAnimations(ScreenshotAnimations.DISABLED));
        }
        return this;
    }
}
