package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("leere-datenbank")
@DisplayName("Meine Einstellungen: der eigene Kalender")
class KalenderSeiteTest {

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Autowired
    Rest rest;

    private static Locator knopf(Page seite, String name) {
        return seite.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    @DisplayName("Jemand legt die Adresse an, kopiert sie, findet sie später nicht mehr, erneuert und löscht sie; ohne Barrieren, auch bei 400 %")
    void lebenslauf() {
        Arbeitsplatz platz = chromium.anmelden("controlling");
        Page seite = platz.seite();
        seite.navigate(platz.adresse("/camunda/app/tasklist/default/#/persoenlich"));
        Barrieren barrieren = new Barrieren();

        knopf(seite, "Adresse anlegen").click();
        Locator feld = seite.getByLabel("Ihre Kalenderadresse");
        assertThat(feld).isFocused();
        String erste = URI.create(feld.inputValue()).getPath();
        assertThat(rest.ohneAnmeldung().get(erste).status()).isEqualTo(200);
        knopf(seite, "Adresse kopieren").click();
        assertThat(seite.getByText(Pattern.compile("Die Adresse ist (kopiert|markiert)\\."))).isVisible();
        platz.bild("kalender");
        barrieren.pruefe(seite, "Kalender");
        barrieren.pruefeSchmal(seite, "Kalender");
        assertThat(barrieren.befunde()).isEmpty();

        seite.reload();
        assertThat(seite.getByText("Ihre Adresse gibt es seit dem 24.11.2026.")).isVisible();
        assertThat(feld).hasCount(0);
        knopf(seite, "Neue Adresse anlegen").click();
        assertThat(knopf(seite, "Abbrechen")).isFocused();
        knopf(seite, "Abbrechen").click();
        assertThat(rest.ohneAnmeldung().get(erste).status()).as("nothing has happened").isEqualTo(200);
        knopf(seite, "Neue Adresse anlegen").click();
        knopf(seite, "Neue Adresse anlegen").click();
        String zweite = URI.create(feld.inputValue()).getPath();
        assertThat(rest.ohneAnmeldung().get(erste).status()).isEqualTo(404);
        assertThat(rest.ohneAnmeldung().get(zweite).status()).isEqualTo(200);
        knopf(seite, "Adresse löschen").click();
        knopf(seite, "Adresse löschen").click();
        assertThat(seite.getByText("Die Adresse gilt nicht mehr.")).isVisible();
        assertThat(rest.ohneAnmeldung().get(zweite).status()).isEqualTo(404);
    }
}
