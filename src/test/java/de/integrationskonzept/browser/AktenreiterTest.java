package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.prozess.Spiel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("leere-datenbank")
@DisplayName("Der Reiter „Akte“")
class AktenreiterTest {

    private static final String STECKBRIEF = "Projektsteckbrief Musterstadt";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Autowired
    Spiel spiel;

    @Test
    @DisplayName("Nur mit der Tastatur: den Reiter öffnen, eine Datei hinzufügen und wieder entfernen, ein Dokument herunterladen, Antworten aufklappen")
    void nurMitDerTastatur() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "startreife-pruefen");
        Task aufgabe = akte.aufgabe("startreife-pruefen");
        Arbeitsplatz platz = chromium.anmelden("integrationsbeauftragte").oeffne(aufgabe);
        Page seite = platz.seite();
        druecke(seite, seite.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Akte").setExact(true)));
        for (String abschnitt : List.of("Dokumente", "Dateien", "Bisherige Antworten", "Verlauf")) {
            assertThat(seite.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(abschnitt).setExact(true))).isVisible();
        }
        fuegeHinzu(seite, "Beschluss vom 4. Mai.pdf", "%PDF-1.7\nBeschluss\n");
        assertThat(meldung(seite)).containsText("„Beschluss vom 4. Mai.pdf“ ist hinzugefügt.");
        fuegeHinzu(seite, "Falsch.pdf", "<script>alert(1)</script>");
        assertThat(meldung(seite)).containsText("„Falsch.pdf“: Diese Art von Datei nimmt das Programm nicht an");
        fuegeHinzu(seite, "Protokoll.pdf", "%PDF-1.7\nProtokoll\n");
        assertThat(seite.locator(".ik-akte").getByText("Aufgabe „" + aufgabe.getName() + "“")).hasCount(2);

        laedtHerunter(seite, STECKBRIEF);
        assertThat(seite.locator("details dd").getByText("Grundsätze zuerst")).isHidden();
        druecke(seite, seite.locator("summary").filter(new Locator.FilterOptions().setHasText("Ausrichtung entscheiden")));
        assertThat(seite.locator("details[open] dd").getByText("Grundsätze zuerst")).isVisible();

        druecke(seite, knopf(seite, "Protokoll.pdf entfernen"));
        assertThat(knopf(seite, "Ja, Protokoll.pdf entfernen")).isFocused();
        druecke(seite, knopf(seite, "Protokoll.pdf behalten"));
        druecke(seite, knopf(seite, "Protokoll.pdf entfernen"));
        seite.keyboard().press("Enter");
        assertThat(meldung(seite)).containsText("„Protokoll.pdf“ ist entfernt.");
        assertThat(seite.locator(".ik-akte").getByText("Protokoll.pdf", new Locator.GetByTextOptions().setExact(true))).hasCount(0);
        assertThat(seite.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Dateien").setExact(true))).isFocused();
        seite.setViewportSize(1360, 1500);
        seite.evaluate("() => document.activeElement.blur()");
        platz.bild("reiter-akte");
        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }

    /** Making it takes as long as the test wants. */
    private static void laedtHerunter(Page seite, String titel) {
        List<Route> wartet = new ArrayList<>();
        seite.route(Pattern.compile(".*/dokumente/projektsteckbrief\\?.*"), wartet::add);
        Locator pdf = knopf(seite, titel + " als PDF-Datei herunterladen");
        Download datei = seite.waitForDownload(() -> {
            druecke(seite, pdf);
            assertThat(pdf).hasText("Einen Moment …");
            assertThat(meldung(seite)).containsText("„" + titel + "“ wird erstellt.");
            seite.keyboard().press("Enter");
            seite.waitForCondition(() -> !wartet.isEmpty());
            assertThat(wartet).as("asked for once").hasSize(1);
            wartet.get(0).resume();
        });
        assertThat(datei.suggestedFilename()).isEqualTo(titel + ".pdf");
        assertThat(pdf).hasText("PDF");
        assertThat(meldung(seite)).containsText("„" + titel + ".pdf“ ist heruntergeladen.");
    }

    @Test
    @DisplayName("Wer nur eigene Aufgaben hat, liest das als Satz, sieht die Dateien der Aufgabe und kann eine hineinziehen")
    void nurEigeneAufgaben() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "mittel-pruefen");
        Page seite = chromium.anmelden("kaemmerei").oeffne(akte.aufgabe("mittel-pruefen")).seite();
        seite.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Akte").setExact(true)).click();
        assertThat(seite.getByText("Sie sehen hier die Dateien dieser Aufgabe")).isVisible();
        assertThat(seite.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Ihre bisherigen Antworten"))).isVisible();
        assertThat(seite.locator(".ik-akte")).not().containsText("Dokumente");
        seite.locator(".ik-ablage").evaluate("""
                ort => {
                  const gezogen = new DataTransfer();
                  gezogen.items.add(new File(['%PDF-1.7 Plan'], 'Haushaltsplan.pdf'));
                  ort.dispatchEvent(new DragEvent('drop', {dataTransfer: gezogen, bubbles: true, cancelable: true}));
                }""");
        assertThat(meldung(seite)).containsText("„Haushaltsplan.pdf“ ist hinzugefügt.");
        assertThat(knopf(seite, "Haushaltsplan.pdf herunterladen")).isVisible();
        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }

    @Test
    @DisplayName("Im Cockpit sieht die Prozessverantwortung den Verlauf nach Rollen und einen Satz, warum nicht mehr")
    void imCockpit() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        Arbeitsplatz platz = chromium.anmelden("prozessverantwortung");
        Page seite = platz.seite();
        seite.navigate(platz.adresse("/camunda/app/cockpit/default/#/process-instance/" + akte.id() + "/runtime"));
        seite.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Akte").setExact(true)).click();
        assertThat(seite.locator(".ik-akte table tbody tr").first()).containsText("Integrationsbeauftragte");
        assertThat(seite.getByText("aber nicht, was darin geantwortet wurde")).isVisible();
        assertThat(seite.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Bisherige Antworten"))).hasCount(0);
        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }

    private static Locator meldung(Page seite) {
        return seite.locator(".ik-akte [role=status]");
    }

    private static Locator knopf(Page seite, String name) {
        return seite.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void fuegeHinzu(Page seite, String name, String inhalt) {
        FileChooser auswahl = seite.waitForFileChooser(() -> druecke(seite, knopf(seite, "Datei zu dieser Aufgabe hinzufügen")));
        auswahl.setFiles(new FilePayload(name, "application/pdf", inhalt.getBytes(StandardCharsets.UTF_8)));
        assertThat(meldung(seite)).containsText(name + "“");
        assertThat(meldung(seite)).not().containsText("wird übertragen");
    }

    /** Goes there with the tabulator key, sees where it is, and presses Enter. */
    private static void druecke(Page seite, Locator ziel) {
        ziel.waitFor();
        for (int schritt = 0; schritt < 400; schritt++) {
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
