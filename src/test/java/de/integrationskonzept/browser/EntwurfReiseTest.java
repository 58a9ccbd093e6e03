package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("leere-datenbank")
@DisplayName("An der Aufgabe: wo sie steht, ihr Entwurf, und was erledigt ist")
class EntwurfReiseTest {

    private static final String IB = "integrationsbeauftragte";
    private static final String KOLLEGIN = "b.berg";
    private static final String TEXT = "Damit kommen wir in zwei Jahren ans Ziel – „gemeinsam“.";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Autowired
    Spiel spiel;
    @Autowired
    Rest rest;
    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void zweiInDerRolle() {
        var personen = engine.getIdentityService();
        var neu = personen.newUser(KOLLEGIN);
        neu.setFirstName("Birke");
        neu.setLastName("Berg");
        neu.setPassword(Anwendungstest.PASSWORT);
        personen.saveUser(neu);
        personen.createMembership(KOLLEGIN, IB);
    }

    @AfterEach
    void weg() {
        engine.getIdentityService().deleteUser(KOLLEGIN);
    }

    @Test
    @DisplayName("Eine Kollegin setzt fort, was jemand vor dem Ende der Sitzung geschrieben hat, und schließt ab; im Browser bleibt nichts")
    void dieKolleginSetztFort() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "ausrichtung-vorbereiten");
        Task aufgabe = akte.aufgabe("ausrichtung-vorbereiten");
        Arbeitsplatz erste = chromium.anmelden(IB).oeffne(aufgabe);
        ordnetEin(erste, akte);
        erste.uebernehme().fuelle("tiefeGruende", "Damit kommen wir ans Ziel.");
        assertThat(zuletzt(erste)).containsText("von Ihnen");
        assertThat(erste.fehler()).as("saving asks for nothing").isEmpty();

        erste.seite().route("**/entwurf", ruf -> ruf.fulfill(new Route.FulfillOptions().setStatus(401)));
        erste.fuelle("tiefeGruende", TEXT);
        assertThat(meldung(erste)).containsText("Ihre Sitzung ist abgelaufen. Was Sie geschrieben haben, steht noch auf dieser Seite.");
        assertThat(erste.inhalt("tiefeGruende")).isEqualTo(TEXT);
        erste.seite().context().clearCookies(); // Tasklist notices it itself when it asks for the list again
        assertThat(erste.seite().locator(".page-notifications")).containsText("Bitte schließen Sie dieses Fenster nicht, und melden Sie sich hier wieder an.");
        erste.seite().unroute("**/entwurf");
        erste.seite().getByPlaceholder("Benutzername").fill(IB);
        erste.seite().getByPlaceholder("Passwort").fill(Anwendungstest.PASSWORT);
        erste.seite().getByText("Anmelden", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(erste.feld("tiefeGruende").locator("textarea")).hasValue(TEXT);
        erste.seite().waitForCondition(() -> rest.als(IB).get("/api/aufgaben/" + aufgabe.getId() + "/entwurf").text().contains("in zwei Jahren"));
        for (String speicher : List.of("localStorage", "sessionStorage")) {
            assertThat((String) erste.seite().evaluate("() => JSON.stringify({..." + speicher + "})")).doesNotContain("in zwei Jahren", "camunda-form", "ans Ziel");
        }
        erste.seite().reload();
        assertThat(erste.feld("tiefeGruende").locator("textarea")).hasValue(TEXT);
        spiel.als(IB, () -> {
            engine.getTaskService().setAssignee(aufgabe.getId(), null);
            return null;
        });

        Arbeitsplatz zweite = chromium.anmelden(KOLLEGIN).oeffne(aufgabe);
        assertThat(zweite.seite().locator(".ik-entwurf-oben")).containsText(Pattern.compile("Entwurf, gespeichert .* um \\d\\d:\\d\\d Uhr von Muster Integrationsbeauftragte"));
        assertThat(zweite.inhalt("tiefeGruende")).isEqualTo(TEXT);
        zweite.uebernehme().bild("entwurf").fuelle("funktionen", List.of("Integration als Aufgabe aller Ämter verankern"), "tiefeVorschlag", "Rahmenkonzept")
                .schliesseAb();
        assertThat(akte.zuletzt("tiefeGruende")).isEqualTo(TEXT);

        zweite.seite().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Meine erledigten").setExact(true)).click();
        zweite.seite().getByRole(AriaRole.SEARCHBOX).fill((String) akte.wert("aktenzeichen")); // other stories have finished tasks, too
        zweite.seite().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Suchen")).click();
        assertThat(zweite.seite().locator(".ik-erledigt [aria-busy=true]")).hasCount(0);
        Locator zeilen = zweite.seite().locator(".ik-erledigt tbody > tr:visible");
        assertThat(zeilen).hasCount(1);
        assertThat(zeilen).containsText("Ausrichtung vorbereiten");
        assertThat(zeilen).containsText((String) akte.wert("aktenname"));
        zweite.seite().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ausrichtung vorbereiten")).click();
        assertThat(zweite.seite().locator(".ik-erledigt dd").getByText(TEXT)).isVisible();
        zweite.bild("meine-erledigten");
        erste.seite().navigate(erste.adresse("/camunda/app/tasklist/default/#/erledigt"));
        erste.seite().getByRole(AriaRole.SEARCHBOX).fill((String) akte.wert("aktenzeichen"));
        erste.seite().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Suchen")).click();
        assertThat(erste.seite().locator(".ik-erledigt tbody > tr:visible")).hasCount((int) akte.erledigt().stream().filter(e -> e.startsWith(IB + "/")).count());
        assertThat(erste.seite().locator(".ik-erledigt")).not().containsText("Ausrichtung vorbereiten");
        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }

    /** Seen without a click, and the first question still is. */
    private static void ordnetEin(Arbeitsplatz platz, Spiel.Akte akte) {
        Locator block = platz.seite().locator(".ik-einordnung");
        assertThat(block).containsText((String) akte.wert("phase"));
        assertThat(block).containsText("Musterstadt");
        assertThat(block.locator(".ik-phasen [aria-current=step]")).containsText((String) akte.wert("phase"));
        assertThat(block.locator(".ik-schritte [aria-current=step]")).containsText("Ausrichtung vorbereiten");
        assertThat(block).containsText("„Auftrag klären“ (Integrationsbeauftragte) ist seit 24.11.2026 erledigt");
        assertThat(block).containsText("„Ausrichtung entscheiden“ (Verwaltungsspitze).");
        assertThat(block.getByText("Bitte bereiten Sie vor")).isHidden();
        Locator frage = platz.feld("adressaten").locator("label").first();
        assertThat(frage.boundingBox().y + frage.boundingBox().height).as("the first question is on the screen").isLessThan(820);
        platz.bild("einordnung");
        block.locator("> summary").click();
        assertThat(block.locator("> summary")).containsText("dann: „Ausrichtung entscheiden“ (Verwaltungsspitze)");
        assertThat(block.locator(".ik-phasen")).isHidden();
        platz.seite().reload();
        assertThat(block.locator("> summary")).containsText("dann:");
        assertThat(block.locator(".ik-phasen")).isHidden();
        assertThat(platz.seite().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Beschreibung"))).hasCount(0);
    }

    @Test
    @DisplayName("In zwei Fenstern zugleich: wer später speichert, entscheidet selbst, welcher Stand gilt; verworfen ist verworfen")
    void zweiFenster() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "ausrichtung-vorbereiten");
        Task aufgabe = akte.aufgabe("ausrichtung-vorbereiten");
        Arbeitsplatz links = chromium.anmelden(IB).oeffne(aufgabe).uebernehme();
        Arbeitsplatz rechts = new Arbeitsplatz(links.seite().context().newPage(), links.adresse(""), IB).oeffne(aufgabe);
        links.fuelle("tiefeGruende", "Von links.");
        assertThat(zuletzt(links)).containsText("von Ihnen");
        rechts.fuelle("tiefeGruende", "Von rechts.");
        assertThat(meldung(rechts)).containsText("Sie haben inzwischen in einem anderen Fenster gespeichert");
        rechts.seite().getByText("Meinen Stand behalten").click();
        assertThat(meldung(rechts)).hasText("Zwischengespeichert.");

        links.fuelle("tiefeGruende", "Von links, später.");
        links.seite().getByText("Gespeicherten Stand laden").click();
        assertThat(links.feld("tiefeGruende").locator("textarea")).hasValue("Von rechts.");
        knopf(links, "Den Entwurf verwerfen").click();
        knopf(links, "Ja, den Entwurf verwerfen").click();
        assertThat(links.feld("tiefeGruende").locator("textarea")).hasValue("");
        assertThat(meldung(links)).hasText("Der Entwurf ist verworfen.");
        rechts.seite().reload();
        assertThat(rechts.feld("tiefeGruende").locator("textarea")).hasValue("");
        assertThat(rechts.seite().locator(".ik-entwurf-vermerk")).hasCount(0);
        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }

    @Test
    @Tag("lang")
    @DisplayName("Nur mit der Tastatur: anmelden, Aufgabe übernehmen, Text, Auswahl, Datum und Liste ausfüllen, zwischenspeichern, abschließen, nachlesen")
    void nurMitDerTastatur() {
        Spiel.Akte akte = spiel.beginne(stadt());
        Task aufgabe = akte.aufgabe("auftrag-klaeren");
        Arbeitsplatz platz = chromium.vorDerAnmeldung(IB);
        Page seite = platz.seite();
        Tastatur tasten = new Tastatur(seite);
        tasten.tippe(seite.getByPlaceholder("Benutzername"), IB).tippe(seite.getByPlaceholder("Passwort"), Anwendungstest.PASSWORT);
        seite.keyboard().press("Enter");
        seite.waitForURL("**/app/tasklist/default/**");
        seite.navigate(platz.adresse("/camunda/app/tasklist/default/#/?task=" + aufgabe.getId())); // the list is full of other stories
        platz.formular().waitFor();
        tasten.druecke(seite.locator("button.claim"));
        seite.locator(".disabled-form").waitFor(new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        tasten.tippe(platz.feld("selbstklaerung").locator("textarea"), "Alle an einen Tisch.");
        zeile(tasten, platz, "grundlagen").waehle(eingabe(platz, "grundlagen-art_0"), "Stellenbeschreibung").tippe(eingabe(platz, "grundlagen-nummer_0"), "ohne")
                .tippe(eingabe(platz, "grundlagen-datum_0"), "01.09.2026").tippe(eingabe(platz, "grundlagen-unterzeichner_0"), "Personalamt")
                .tippe(eingabe(platz, "grundlagen-fundstelle_0"), "Personalakte");
        tasten.tippe(eingabe(platz, "auftragLabel"), "Zusammenleben");
        zeile(tasten, platz, "chancen").waehle(eingabe(platz, "chancen-art_0"), "Chance").tippe(eingabe(platz, "chancen-text_0"), "Zuzug");
        tasten.zu(platz.feld("beschlussAnstreben").locator("input").first());
        seite.keyboard().press("Space");
        tasten.druecke(knopf(platz, "Zwischenspeichern, ohne abzuschließen"));
        assertThat(meldung(platz)).hasText("Zwischengespeichert.");
        tasten.druecke(platz.abschliessen());
        assertThat(platz.formular()).hasCount(0);
        assertThat(akte.offen()).doesNotContain("auftrag-klaeren");
        assertThat(akte.zuletzt("grundlagen").toString()).contains("2026-09-01", "Personalakte");

        tasten.druecke(seite.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Meine erledigten").setExact(true)));
        tasten.tippe(seite.getByRole(AriaRole.SEARCHBOX), (String) akte.wert("aktenzeichen"));
        tasten.druecke(seite.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Suchen")));
        assertThat(seite.locator(".ik-erledigt [aria-busy=true]")).hasCount(0);
        tasten.druecke(seite.locator(".ik-erledigt tbody tr:visible").filter(new Locator.FilterOptions().setHasText((String) akte.wert("aktenzeichen"))).locator("button"));
        assertThat(seite.locator(".ik-erledigt dd").getByText("Alle an einen Tisch.")).isVisible();
        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }

    /** The list may be empty: then there is a button that adds a row. */
    private static Tastatur zeile(Tastatur tasten, Arbeitsplatz platz, String liste) {
        if (platz.zeilen(liste).count() == 0) {
            tasten.druecke(platz.formular().locator(".fjs-form-field-dynamiclist:has(> [id$='-feld-" + liste + "']) .fjs-repeat-render-add"));
        }
        return tasten;
    }

    private static Locator eingabe(Arbeitsplatz platz, String feld) {
        return platz.feld(feld).locator("input, textarea").first();
    }

    private static Locator zuletzt(Arbeitsplatz platz) {
        return platz.seite().locator(".ik-entwurf-zuletzt");
    }

    private static Locator meldung(Arbeitsplatz platz) {
        return platz.seite().locator(".ik-entwurf-meldung");
    }

    private static Locator knopf(Arbeitsplatz platz, String name) {
        return platz.seite().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
