package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.anmeldung.Anbieter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@Anwendungstest
@DirtiesContext
@ActiveProfiles({"demo", "oidc"})
@Tag("eigene-anwendung")
@DisplayName("Anmeldung über den Anmeldedienst im Browser")
class AnmeldedienstTest {

    private static final Anbieter ANBIETER = new Anbieter();

    @RegisterExtension
    final Chromium chromium = new Chromium();
    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void anbieter(DynamicPropertyRegistry angaben) {
        ANBIETER.richteEin(angaben);
    }

    @AfterAll
    static void ende() {
        ANBIETER.beende();
    }

    private String adresse(String pfad) {
        return "http://127.0.0.1:" + port + pfad;
    }

    private static void meldeAn(Page seite) {
        seite.locator("input[name=username]").fill("s-olga");
        seite.locator("[name=claims]").fill(Rest.schreibe(Anbieter.person("olga", "ik-kaemmerei")));
        seite.locator("[type=submit]").click();
    }

    @Test
    @DisplayName("Wer die Adresse aufruft, kommt über den Anmeldedienst in die Aufgabenliste und abgemeldet wieder hinaus")
    void hinUndZurueck() {
        Page seite = chromium.leereSeite("olga");
        seite.navigate(adresse("/"));
        meldeAn(seite);
        assertThat(seite).hasURL(Pattern.compile(".*/camunda/app/tasklist/default/.*"));
        assertThat(seite.locator("body")).containsText("Muster-olga");

        seite.locator(".account.dropdown").click();
        seite.locator("a.logout, .logout a, [ng-click*=logout]").first().click();

        assertThat(seite.locator("h1")).containsText("Sie sind abgemeldet");
        assertThat(seite.locator("html")).hasAttribute("lang", "de");
    }

    @Test
    @DisplayName("Der Verweis auf eine Aufgabe führt nach der Anmeldung zu ihr")
    void verweis() {
        Page seite = chromium.leereSeite("olga");
        seite.navigate(adresse("/camunda/app/tasklist/default/#/?task=4711"));
        meldeAn(seite);

        assertThat(seite).hasURL(Pattern.compile(".*/camunda/app/tasklist/default/#/\\?.*task=4711.*"));
    }

    @Test
    @Tag("lang")
    @DisplayName("Mit „?lokal“ melden sich hiesige Konten auf der gewohnten Seite an")
    void hiesigesKonto() {
        Page seite = chromium.leereSeite("admin");
        seite.navigate(adresse("/camunda/app/welcome/default/?lokal#!/login"));

        new Arbeitsplatz(seite, adresse(""), "admin").anmelden();

        assertThat(seite).hasURL(Pattern.compile(".*/camunda/app/admin/default/.*"));
    }
}
