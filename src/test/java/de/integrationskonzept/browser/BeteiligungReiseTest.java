package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.prozess.Spiel;
import java.net.URI;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("leere-datenbank")
@DisplayName("Ein Link vom Bildschirm der Verwaltung auf das Telefon eines Vereins")
class BeteiligungReiseTest {

    private static final String IB = "integrationsbeauftragte";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Autowired
    private Spiel spiel;

    private final Barrieren barrieren = new Barrieren();

    @Test
    @DisplayName("Einladen, auf dem Telefon antworten, sehen, dass geantwortet wurde; jede Seite ohne Barrieren, auch bei 320 Pixeln")
    void reise() {
        var akte = spiel.wurzel("leitbild", zeile("verfahren", "ausfuehrlich", "leitbildVorhanden", false, "zurueckNach", null, "zurueckGruende", null));
        akte.erledige(IB, "leitbild-entwerfen", zeile("leitbildText", "Wir gehören zusammen.\nAlle reden mit.", "leitlinien",
                List.of(zeile("leitlinie", "Begegnung")), "beiratVorhanden", "nein", "beteiligungVorhaben", "Abende"));
        Task aufgabe = akte.aufgabe("leitbild-beteiligen");
        Arbeitsplatz platz = chromium.anmelden(IB).oeffne(aufgabe);
        Locator bereich = platz.seite().locator(".ik-einladungen");
        bereich.locator("summary").click();
        bereich.getByLabel("Name der Person oder Stelle").fill("Moscheeverein");
        bereich.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Einladen")).click();
        assertThat(bereich.getByRole(AriaRole.STATUS)).containsText("Diese Links sehen Sie nur jetzt");
        assertThat(bereich.getByRole(AriaRole.STATUS)).isFocused();
        assertThat(bereich.locator("tbody tr")).containsText("noch keine Antwort");
        barrieren.pruefe(platz.seite(), "Aufgabe mit Einladungen");
        platz.bild("einladungen");

        Page telefon = aufDemTelefon(platz.adresse(URI.create(bereich.locator("code").textContent()).getPath()));
        platz.seite().reload();
        platz.oeffne(aufgabe);
        assertThat(bereich.locator("summary")).containsText("1 eingeladen, 1 mit Antwort");
        assertThat(platz.seite().locator(".fjs-container table")).containsText("Mehr Treffpunkte");
        bereich.locator("summary").click();
        bereich.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Link von Moscheeverein zurückziehen")).click();
        assertThat(bereich.locator("tbody tr")).containsText("zurückgezogen");
        telefon.reload();
        assertThat(telefon.getByRole(AriaRole.HEADING)).hasText("Der Link gilt nicht mehr");
        assertThat(barrieren.befunde()).isEmpty();
        assertThat(chromium.auffaellig()).isEmpty();
    }

    private Page aufDemTelefon(String adresse) {
        Page telefon = chromium.leereSeite("verein");
        telefon.setViewportSize(320, 640);
        telefon.navigate(adresse);
        new Arbeitsplatz(telefon, "", "verein").bild("antwort-am-telefon");
        barrieren.pruefe(telefon, "Fragen");
        barrieren.breite(telefon, "Fragen");
        telefon.getByLabel("Ihr Name oder Ihre Gruppe").fill("Vorstand");
        telefon.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Antwort absenden")).click();
        assertThat(telefon.locator("#ergebnis")).isFocused();
        assertThat(telefon.getByLabel("Ihr Name oder Ihre Gruppe")).hasValue("Vorstand");
        barrieren.pruefe(telefon, "Fehler");
        barrieren.breite(telefon, "Fehler");
        telefon.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Was ist Ihnen wichtig?")).click();
        assertThat(telefon.locator("#f-meinung")).isInViewport();
        telefon.locator("#f-meinung").fill("Mehr Treffpunkte");
        telefon.getByLabel("Zum Teil").check();
        telefon.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Antwort absenden")).click();
        assertThat(telefon.getByRole(AriaRole.HEADING)).hasText("Vielen Dank");
        barrieren.pruefe(telefon, "Danke");
        barrieren.breite(telefon, "Danke");
        return telefon;
    }
}
