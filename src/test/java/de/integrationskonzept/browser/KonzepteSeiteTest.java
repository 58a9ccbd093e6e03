package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
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
@DisplayName("„Konzepte“ im Cockpit")
class KonzepteSeiteTest {

    private static final String IB = "integrationsbeauftragte";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Autowired
    Spiel spiel;
    @Autowired
    ProcessEngine engine;
    @Autowired
    Rest rest;

    /** Other tests have files, too. */
    private final String zeichen = "IK-" + UUID.randomUUID().toString().substring(0, 4);
    private Spiel.Akte verschoben;
    private Spiel.Akte gestoert;
    private Task aufgabe;

    @BeforeEach
    void zweiAkten() {
        esIst("2027-01-04");
        verschoben = spiel.beginne(mit(stadt(), "kommuneName", "Musterstadt", "aktenzeichen", zeichen + ".1")).spieleBis(gut(), "prozessdesign-billigen")
                .erledige(IB, "akte-nachtragen", zeile("nachtragArt", "plan", "planBeginn", "2027-01-01", "planEnde", "2039-12-31",
                        "planGrund", "Haushaltssperre"));
        gestoert = spiel.beginne(mit(stadt(), "kommuneName", "Landkreis Beispiel", "aktenzeichen", zeichen + ".2"));
        aufgabe = gestoert.aufgabe("auftrag-klaeren");
        engine.getRuntimeService().createIncident("probe", aufgabe.getExecutionId(), "probe");
        esIst("2027-02-10");
    }

    @AfterEach
    void wiederHeute() {
        ClockUtil.reset();
    }

    private static void esIst(String tag) {
        ClockUtil.reset();
        ClockUtil.offset(LocalDate.parse(tag).atTime(10, 0).atZone(BERLIN).toInstant().toEpochMilli() - System.currentTimeMillis());
    }

    @Test
    @DisplayName("Was sich verspätet, warum und wer am Zug ist, steht nach der Anmeldung oben auf dem ersten Bild; von jeder Angabe geht es weiter")
    void vomErstenBildBisZurAufgabe() throws IOException {
        Arbeitsplatz platz = chromium.anmelden("prozessverantwortung");
        Page seite = platz.seite();
        Locator erste = seite.locator(".ik-dashboard tbody tr").first();
        assertThat(erste).containsText("Musterstadt");
        assertThat(erste).containsText("4.017 Tage später");
        assertThat(erste).containsText("Haushaltssperre");
        assertThat(erste).containsText("Steuerungsgruppe: 1");
        assertThat(seite.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Konzepte").setExact(true))).isVisible();
        assertThat(erste.boundingBox().y + erste.boundingBox().height).as("unscrolled").isLessThan(850);
        int laufend = rest.als("prozessverantwortung").get("/api/konzepte").json().path("uebersicht").path("laufend").asInt();
        assertThat(seite.locator(".ik-zahlen li").first()).hasText(Pattern.compile("[\\d.]+ laufend"));
        assertThat(seite.locator(".ik-zahlen li").first().innerText().replace(".", "")).isEqualTo(laufend + " laufend");

        druecke(seite, link(seite, "Alle Konzepte ansehen"));
        Locator suche = seite.getByLabel("Kommune oder Aktenzeichen");
        suche.fill(zeichen);
        suche.press("Enter");
        Locator treffer = seite.locator("h2");
        assertThat(treffer).hasText("2 Konzepte");
        assertThat(treffer).isFocused();
        Locator zeilen = seite.locator(".ik-konzepte tbody tr");
        assertThat(zeilen.nth(0)).containsText("Projektstart (2 von 8)");
        assertThat(zeilen.nth(0).getByRole(AriaRole.IMG)).hasAttribute("aria-label",
                Pattern.compile("^Vorabklärung: erledigt, Projektstart: jetzt, Leitbild: folgt.*"));
        assertThat(zeilen.nth(0)).containsText((String) verschoben.zuletzt("ampel"));
        assertThat(zeilen.nth(0)).containsText("31.12.2028 → 31.12.2039");
        assertThat(zeilen.nth(1)).containsText("11 Tage später");
        assertThat(zeilen.nth(1)).containsText("„Auftrag geklärt“ fehlt seit 30.01.2027");
        assertThat(zeilen.nth(1)).containsText("Integrationsbeauftragte: 1, 1 überfällig");
        platz.bild("konzepte");

        druecke(seite, link(seite, "Kommune, Aktenzeichen"));
        assertThat(seite.locator("th[aria-sort=ascending]")).containsText("Kommune");
        assertThat(link(seite, "Kommune, Aktenzeichen")).isFocused();
        assertThat(zeilen.nth(0)).containsText("Landkreis Beispiel");
        Download datei = seite.waitForDownload(() -> druecke(seite, seite.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions()
                .setName("Alle gefundenen Konzepte als CSV-Datei speichern"))));
        assertThat(datei.suggestedFilename()).isEqualTo("Konzepte 2027-02-10.csv");
        assertThat(Files.readString(datei.path()).split("\r\n")).hasSize(3).satisfies(z -> assertThat(z[1]).startsWith("Landkreis Beispiel;" + zeichen + ".2;läuft"));

        druecke(seite, link(seite, "1 Störung in Landkreis Beispiel (" + zeichen + ".2)"));
        seite.waitForURL(Pattern.compile(".*/process-instance/" + aufgabe.getProcessInstanceId() + "/runtime\\?tab=incidents-tab.*"));
        seite.goBack();
        druecke(seite, link(seite, "Integrationsbeauftragte: 1, 1 überfällig – offene Aufgaben in Landkreis Beispiel (" + zeichen + ".2)"));
        dieAkte(seite, platz);
        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }

    private void dieAkte(Page seite, Arbeitsplatz platz) {
        assertThat(seite.locator(".ik-seite h1:not(.ik-titel)")).hasText("Landkreis Beispiel " + zeichen + ".2");
        assertThat(seite.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Offene Aufgaben"))).isFocused();
        assertThat(seite.locator(".ik-phasenliste li[aria-current=step]")).hasText("Vorabklärungjetzt");
        Locator zeile = seite.locator("#ik-aufgaben tbody tr");
        assertThat(zeile).hasCount(1);
        assertThat(zeile).containsText(aufgabe.getName());
        assertThat(zeile).containsText(DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(BERLIN).format(aufgabe.getDueDate().toInstant()) + " überfällig");
        assertThat(seite.locator("#ik-aufgaben")).containsText("Steht immer bereit: Akte nachtragen");
        for (String abschnitt : new String[] {"Störungen", "Zeitplan", "Handlungsfelder und Kennzahlen", "Verlauf"}) {
            assertThat(seite.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(abschnitt).setExact(true))).isVisible();
        }
        seite.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }");
        platz.bild("konzept");
        druecke(seite, link(seite, aufgabe.getName()));
        seite.waitForURL(Pattern.compile(".*/process-instance/" + aufgabe.getProcessInstanceId() + "/runtime\\?tab=user-tasks-tab.*"));
        assertThat(seite.locator(".ctn-content-bottom .ctn-tabbed-content")).containsText(aufgabe.getName());
        seite.setViewportSize(320, 700);
        seite.navigate(platz.adresse("/camunda/app/cockpit/default/#/konzept/" + verschoben.id()));
        assertThat(seite.locator(".ik-seite h1:not(.ik-titel)")).containsText("Musterstadt");
        assertThat((Boolean) seite.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).as("no sideways scrolling").isTrue();
        seite.navigate(platz.adresse("/camunda/app/cockpit/default/#/konzept/gibt-es-nicht"));
        assertThat(seite.getByText("Dieses Konzept gibt es nicht, oder Sie haben keinen Zugriff darauf.")).isVisible();
    }

    private static Locator link(Page seite, String name) {
        return seite.locator(".ik-seite").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true)).first();
    }

    /** Goes there with the tabulator key, sees where it is, and presses Enter. */
    private static void druecke(Page seite, Locator ziel) {
        ziel.waitFor();
        for (int schritt = 0; schritt < 300; schritt++) {
            if ((Boolean) ziel.evaluate("e => e === document.activeElement")) {
                assertThat((String) ziel.evaluate("e => getComputedStyle(e).outlineStyle")).as("focus is visible").isNotEqualTo("none");
                seite.keyboard().press("Enter");
                return;
            }
            seite.keyboard().press("Tab");
        }
        throw new AssertionError("the tabulator key never comes to " + ziel);
    }
}
