package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.integrationskonzept.Anwendungstest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("leere-datenbank")
@DisplayName("Die Seite „Meine Einstellungen“")
class PersoenlichSeiteTest {

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Autowired
    JdbcTemplate jdbc;

    @AfterEach
    void raeumeAuf() {
        jdbc.update("delete from IK_WUNSCH where PERSON = 'planung'");
    }

    @Test
    @DisplayName("Aus der Aufgabenliste erreichbar; ein Haken gilt sofort und nach dem Neuladen, und auf dem Telefon passt alles")
    void nachrichten() {
        Arbeitsplatz platz = chromium.anmelden("planung");
        Page seite = platz.seite();
        seite.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Meine Einstellungen")).click();
        assertThat(seite.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Nachrichten per E-Mail"))).isVisible();
        assertThat(seite.getByText("Für Sie ist keine E-Mail-Adresse hinterlegt")).isVisible();
        assertThat(haken(seite)).isChecked();
        haken(seite).uncheck();
        assertThat(seite.getByRole(AriaRole.STATUS).getByText("kommt nicht mehr per E-Mail")).isVisible();
        assertThat(haken(seite)).isFocused();
        platz.bild("nachrichten-abbestellen");

        seite.reload();
        assertThat(haken(seite)).not().isChecked();
        Locator letztes = seite.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Adresse anlegen"));
        assertThat(letztes).not().isInViewport();
        seite.mouse().move(600, 500);
        seite.mouse().wheel(0, 5000);
        assertThat(letztes).isInViewport();
        Barrieren barrieren = new Barrieren();
        barrieren.pruefe(seite, "Meine Einstellungen");
        barrieren.pruefeSchmal(seite, "Meine Einstellungen");
        assertThat(barrieren.befunde()).isEmpty();
    }

    private static Locator haken(Page seite) {
        return seite.getByLabel("Übersicht am Morgen");
    }
}
